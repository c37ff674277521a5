"""Names of entries and places in lists of help: no two lists of one's own share one.

Of two lists with an entry of the same name one counts, and what the other says of it shows nowhere.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trainer.authoring import formats, own, shelf
from trainer.authoring.document import Document
from trainer.authoring.keeping import files
from trainer.authoring.prose import pieces
from trainer.authoring.scenes.naming import numbered
from trainer.errors import UpstanderError
from trainer.scenario.files.tables import Reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.source.nodes import Data


@dataclass
class Taken:
    """Names that lists have: of entries, and of places with what is said of each."""

    entries: set[str] = field(default_factory=set)
    places: dict[str, Data] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        """Note the names of one more list."""
        self.entries.update(_there(document, "entries"))
        for name, told in _there(document, "places").items():
            self.places.setdefault(name, told)


def taken() -> Taken:
    """Give the names in all lists of one's own."""
    found = Taken()
    for one in own.files():
        head = shelf.head_of(one)
        if head is None or head[0] != formats.HELP:
            continue
        with suppress(UpstanderError):  # What cannot be read shows nothing.
            document = Document(one.path, files.read(one.path).text)
            document.settle()
            found.add(document)
    return found


def of(document: Document) -> set[str]:
    """Give the names that a list has."""
    return {*_there(document, "entries"), *_there(document, "places")}


def set_apart(document: Document, others: Taken) -> dict[str, str]:
    """Give entries and places of a list other names where others have those; give the entries'.

    A place of which others say the very same keeps its name: it is the same place.

    Raises:
        CannotChangeError: the list is not written so that its names could change.

    """
    if document.format != formats.HELP or document.broken is not None:
        return {}
    entries = _there(document, "entries")
    clash = [name for name in entries if name in others.entries]
    new = _renamed(document, "entries", clash, others.entries)
    places = _there(document, "places")
    clash = [name for name, told in places.items() if others.places.get(name, told) != told]
    moved = _renamed(document, "places", clash, others.places)
    changes = [
        (one.path, moved[one.node.value])
        for one in pieces(document, everything=True)
        if one.node.value in moved and _names_place(document, one.path)
    ]
    for path, name in changes:
        document.apply(document.put(path, name))
    return new


def _there(document: Document, top: str) -> dict[str, Data]:
    data = document.data((top,))
    return data if isinstance(data, dict) else {}


def _renamed(
    document: Document, top: str, names: list[str], others: Iterable[str]
) -> dict[str, str]:
    new: dict[str, str] = {}
    used = {*_there(document, top), *others}
    for name in names:
        new[name] = numbered(name, {*used, *new.values()})
        document.apply(document.rename((top, name), new[name]))
    return new


def _names_place(document: Document, path: tuple[str | int, ...]) -> bool:
    kind = formats.type_at(document.format, path)
    return isinstance(kind, Reference) and kind.to == "place"
