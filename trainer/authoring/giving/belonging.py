"""What belongs to a file of one's own: what lies beside it, and other files that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring import formats, own
from trainer.authoring.called import title_of
from trainer.authoring.document import Document
from trainer.authoring.forms.licences import ONLY_OUR_GROUP
from trainer.authoring.keeping import aside, files, own_copies
from trainer.authoring.prose import pieces
from trainer.errors import UpstanderError
from trainer.plans import known
from trainer.scenario.files.tables import Reference

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from trainer.authoring.source.lines import Path as Place

_SORTS: Final = {"scenario": "scenario", "page": "page", "contact": "help", "resource": "help"}
"""By what a field refers to: of which sort the file is that defines it."""


class Name(NamedTuple):
    """A name that another file defines: where it stands, the sort of that file, the name."""

    at: Place
    sort: str
    name: str


@dataclass(frozen=True)
class Parcel:
    """A file that is given away, with what lies beside it.

    Attributes:
        path: where it lies.
        title: what it is called.
        format: its format; empty if it cannot be read.
        id: its id, or what it is called on the disk.
        data: its bytes as they are given away.
        beside: by the name beside the copy, where pictures and translations lie.
        drafted: whether its review was taken out, because it was changed since.
        only_ours: whether it says that it is only for the group.
        unsaved: whether more was written than is saved.

    """

    path: Path
    title: str
    format: str
    id: str
    data: bytes
    beside: dict[str, Path]
    drafted: bool = False
    only_ours: bool = False
    unsaved: bool = False

    @property
    def pictures(self) -> int:
        """How many pictures lie beside it."""
        return len(self.beside) - self.translations

    @property
    def translations(self) -> int:
        """How many translations lie beside it."""
        return sum(name.endswith(".po") for name in self.beside)


def parcel(path: Path) -> Parcel:
    """Look at a file that is to be given away: as it was saved.

    Raises:
        UpstanderError: it cannot be read.

    """
    stood = files.read(path)
    text = own_copies.to_give(path, stood.text)
    document = Document(path, text)
    readable = document.settle()
    id_ = document.data(("id",)) if readable else None
    id_ = id_ if isinstance(id_, str) and id_ else path.stem
    return Parcel(
        path,
        title_of(document),
        document.format if readable else "",
        id_,
        files.encoded(text, bom=stood.bom),
        own_copies.beside(document, id_, path.stem) if readable else {},
        drafted=text != stood.text,
        only_ours=readable and document.data(("licence",)) == ONLY_OUR_GROUP,
        unsaved=aside.is_there(path),
    )


def with_named(path: Path) -> list[Parcel]:
    """Give a file, and after it all files of one's own that it names, and that those name.

    Raises:
        UpstanderError: the file itself cannot be read.

    """
    found = {path: parcel(path)}
    defined = _defined()
    waiting = [path]
    while waiting:
        for one in names_in(_document(found[waiting.pop()])):
            for other in defined.get((one.sort, one.name), ()):
                if other in found:
                    continue
                try:
                    found[other] = parcel(other)
                except UpstanderError:
                    continue  # What cannot be read is told where it is written.
                waiting.append(other)
    return list(found.values())


def _document(one: Parcel) -> Document:
    document = Document(one.path, one.data.decode("utf-8-sig"))
    document.settle()
    return document


def names_in(document: Document) -> Iterator[Name]:
    """Go through the names in a file that other files define."""
    if document.broken is not None:
        return
    for piece in pieces(document, everything=True):
        kind = formats.type_at(document.format, piece.path)
        if isinstance(kind, Reference) and kind.to in _SORTS and piece.node.value:
            yield Name(piece.path, _SORTS[kind.to], piece.node.value)


def defined_in(document: Document) -> set[tuple[str, str]]:
    """Give what a file defines that others name: the sort, and the name, as in :class:`Name`."""
    if document.format == formats.HELP:
        entries = document.data(("entries",))
        return {("help", key) for key in entries} if isinstance(entries, dict) else set()
    id_ = document.data(("id",))
    sorts = {formats.SCENARIO: "scenario", formats.PAGE: "page"}
    sort = sorts.get(document.format)
    return {(sort, id_)} if sort and isinstance(id_, str) else set()


def titles_naming(
    path: Path, wanted: Collection[tuple[str, str]], texts: Mapping[Path, str]
) -> list[str]:
    """Give the titles of the other files of one's own that name something of a file.

    Args:
        path: the file that defines it.
        wanted: the sort of that file, and the name, as in :class:`Name`; one of them is enough.
        texts: what stands in files that are open, saved or not.

    """
    found = []
    for one in own.files():
        if one.path == path:
            continue
        try:
            text = texts.get(one.path) or files.read(one.path).text
        except UpstanderError:
            continue  # What cannot be read names nothing as it is.
        if not any(name in text for _sort, name in wanted):
            continue
        document = Document(one.path, text)
        if document.settle() and any(name[1:] in wanted for name in names_in(document)):
            found.append(title_of(document))
    return found


def _defined() -> dict[tuple[str, str], list[Path]]:
    """Give the files of one's own that define a name, by its sort and the name."""
    found: dict[tuple[str, str], list[Path]] = {}
    for one in own.files():
        named = known.of_file(*one)
        for key in () if named is None else named.defines():
            found.setdefault(key, []).append(one.path)
    return found
