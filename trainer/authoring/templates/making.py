"""Making a new file of a template, with what was asked before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path as File
from typing import TYPE_CHECKING, Final

from trainer.authoring import formats
from trainer.authoring.document import Document
from trainer.authoring.forms.questions import question
from trainer.authoring.prose import pieces
from trainer.authoring.source.splices import Splice
from trainer.letters import without_marks

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from trainer.authoring.source.lines import Path
    from trainer.authoring.templates.catalogue import Template
    from trainer.scenario.kinds import Setting

_LONGEST: Final = 60

_PICTURES: Final = {
    "street": "market-street",
    "transit": "bus",
    "shop": "checkout",
    "restaurant": "restaurant-floor",
    "work": "office",
    "online": "video-call",
    "school": "school-hall",
    "home": "home-evening",
    "health-care": "waiting-room",
    "ride": "car-inside",
}
"""The picture with which a story at a place begins; a community may be anywhere, and has none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked before; what is empty stays as the template has it."""

    title: str
    setting: Setting | None = None
    targeted: str = ""
    harming: str = ""
    author: str = ""
    licence: str = ""


def id_of(title: str, taken: Container[str]) -> str:
    """Make an id of a title that nothing else has: its letters, as far as they are a to z."""
    plain = re.sub("['’]", "", without_marks(title.casefold()))
    words = "-".join(re.findall("[a-z0-9]+", plain))[:_LONGEST].strip("-") or "story"
    found, number = words, 2
    while found in taken:
        found, number = f"{words}-{number}", number + 1
    return found


def text_of(template: Template, asked: Asked, id_: str) -> str:
    """Give the text of a new file.

    Raises:
        OSError: the template is not there.

    """
    document = Document(File(template.path.name), template.path.read_bytes().decode())
    document.settle()
    for path, data in _answers(document, asked, id_):
        document.apply(document.put(path, data))
    for path in _shared(document):
        document.apply(document.rename(path, id_))
    return document.text


def _shared(document: Document) -> list[Path]:
    """Give what a new list of help begins with: all lists share its names, so it has the id's."""
    if document.format != formats.HELP:
        return []
    there = {top: document.data((top,)) for top in ("entries", "places")}
    return [(top, name) for top, data in there.items() for name in data]


def with_questions(text: str) -> tuple[str, int]:
    """Put beside each text that is still to be written what it asks for; tell how many they are.

    For whoever writes in the file itself: the questions are comments, and nothing of the story.
    """
    document = Document(File("new.yaml"), text)
    document.settle()
    empty = [one.path for one in pieces(document) if not one.node.value]
    for path in empty:
        span, asked = document.span(path), question(document, path)
        if span is not None and asked:
            document.apply([Splice(span[1], span[1], f"  # {asked}")])
    return document.text, len(empty)


def _answers(document: Document, asked: Asked, id_: str) -> Iterator[tuple[Path, str]]:
    yield ("id",), id_
    setting = "" if asked.setting is None else asked.setting.value
    given = (
        (("title",), asked.title),
        (("setting",), setting),
        (("cast", "targeted", "name"), asked.targeted),
        (("cast", "harming", "name"), asked.harming),
        (("authors", 0), asked.author),
        (("licence",), asked.licence),
    )
    for path, answer in given:
        said = _one_line(answer)
        if said and document.data(path) is not None:
            yield path, said
    picture = _PICTURES.get(setting)
    if picture and formats.key_at(document.format, ("backdrop",)) is not None:
        yield ("backdrop",), picture


def _one_line(text: str) -> str:
    """Give a text without line ends, and without what no file may hold."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
