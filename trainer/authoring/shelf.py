"""One's own files: which there are, what is in them, and laying a new one there."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from trainer import saving
from trainer.authoring import formats, own, reviewed_since, reviewing
from trainer.authoring.document import Document
from trainer.authoring.prose import pieces
from trainer.authoring.templates.making import id_of, text_of
from trainer.checking.files import check_text
from trainer.scenario.problems import Severity
from trainer.scenario.searching import LARGEST

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from trainer.authoring.templates.catalogue import Template
    from trainer.authoring.templates.making import Asked
    from trainer.scenario.searching import Found

_AT_ONCE: Final = 400_000
"""Bytes of a file that is read as a whole to tell what is in it; of a larger one, its lines."""

_TITLE: Final = re.compile(r"^title: *[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_STATUS: Final = re.compile(r"^status: *(\w+)", re.MULTILINE)
_FORMAT: Final = re.compile(r"^format: *(\S+)", re.MULTILINE)
_SCENE: Final = re.compile(r"^  [A-Za-z][\w-]*:", re.MULTILINE)
_OTHER_KEY: Final = re.compile(r"^\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mine:
    """A file of one's own. ``title`` is empty if none can be read, ``scenes`` None if it has none.

    ``changed`` is in nanoseconds since 1970. ``unwritten`` counts the texts that are empty, as far
    as the file was read as a whole. ``changed_since`` tells that its text is another than the one
    that was reviewed, None that this cannot be known here. ``review`` is what the file says of its
    review, as far as it was read as a whole. ``errors`` are counted of what is no scenario: those
    of scenarios the library knows.
    """

    path: Path
    changed: int
    format: str = formats.SCENARIO
    title: str = ""
    status: str = ""
    scenes: int | None = None
    readable: bool = True
    unwritten: int = 0
    errors: int = 0
    changed_since: bool | None = False
    review: reviewing.Told | None = None


class Shelf:
    """Files of one's own. What has not changed since is not read again."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int], Mine] = {}

    def files(self) -> list[Mine]:
        """Give them, the one changed last first."""
        found = {(one.file, one.size, one.modified): one for one in own.files()}
        self._known = {key: self._known.get(key) or _looked_at(one) for key, one in found.items()}
        return sorted(self._known.values(), key=lambda one: (-one.changed, str(one.path)))


def _looked_at(found: Found) -> Mine:
    mine = Mine(found.path, found.modified, readable=False)
    if found.size > LARGEST:
        return mine
    try:
        text = found.path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return mine
    return _by_lines(mine, text) if len(text) > _AT_ONCE else _as_a_whole(mine, text)


def _as_a_whole(mine: Mine, text: str) -> Mine:
    document = Document(mine.path, text)
    if not document.settle():
        return _by_lines(mine, text, readable=False)
    kind = document.format
    return Mine(
        mine.path,
        mine.changed,
        kind,
        _text(document.data(("title",))),
        _text(document.data(("status",))),
        len(document.scenes()) if kind == formats.SCENARIO else None,
        unwritten=sum(not one.node.value.strip() for one in pieces(document)),
        errors=0 if kind == formats.SCENARIO else _errors(mine.path, text),
        changed_since=reviewed_since.of_document(document),
        review=reviewing.told(document, date.today()),
    )


def _errors(path: Path, text: str) -> int:
    found = [one for told in check_text(text.encode(), path, date.today()) for one in told.problems]
    return sum(one.severity is Severity.ERROR for one in found)


def _by_lines(mine: Mine, text: str, *, readable: bool = True) -> Mine:
    written = _found(_FORMAT, text)
    kind = written if written in formats.TABLES else formats.SCENARIO
    scenes = None
    if kind == formats.SCENARIO:
        start = text.find("\nscenes:\n")
        after = _OTHER_KEY.search(text, start + 9) if start >= 0 else None
        inside = text[start : after.start() if after else None] if start >= 0 else ""
        scenes = len(_SCENE.findall(inside))
    title, status = _found(_TITLE, text), _found(_STATUS, text)
    since = reviewed_since.changed(mine.path)
    return Mine(mine.path, mine.changed, kind, title, status, scenes, readable=readable,
                changed_since=since)  # fmt: skip


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""


def _text(data: object) -> str:
    return " ".join(data.split()) if isinstance(data, str) else ""


def lay(template: Template, asked: Asked, taken: Collection[str]) -> Path:
    """Make a new file of a template among one's own, and give its path.

    Args:
        template: what it begins as.
        asked: what was asked before.
        taken: ids that something else has.

    Raises:
        UpstanderError: it could not be written.
        OSError: the template is not there.

    """
    id_ = id_of(asked.title, {*taken, *own.taken_names()})
    path = own.home_of(template.format) / id_ / f"{id_}.yaml"
    with suppress(OSError):  # Then it cannot be saved, which says why.
        path.parent.mkdir(parents=True, exist_ok=True)
    saving.save(path, text_of(template, asked, id_).encode())
    return path
