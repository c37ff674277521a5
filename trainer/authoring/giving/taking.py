"""What came from somebody: looked at first, then laid among one's own, which stay as they are.

A file is laid under a name of ours, in a folder of its own. One that has the id of another file is
given a new one, and what names it in the same parcel follows. Beside a file lies only what it
names: pictures, and translations that are called like it.
"""

from __future__ import annotations

import posixpath
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from trainer import saving
from trainer.authoring import formats, help_names, own, shelf
from trainer.authoring.called import title_of
from trainer.authoring.document import CannotChangeError, Document
from trainer.authoring.giving import zipped
from trainer.authoring.giving.belonging import names_in
from trainer.authoring.keeping import files, own_copies
from trainer.authoring.keeping.bare_pictures import bare_beside
from trainer.authoring.templates.making import id_of
from trainer.errors import CarriedError, UpstanderError
from trainer.language import _
from trainer.scenario import translation
from trainer.scenario.files import assets
from trainer.scenario.files.source import LARGEST
from trainer.scenario.libraries.searching import looks_like_scenario

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from trainer.authoring.giving.zipped import Zipped
    from trainer.authoring.help_names import Taken

MOST: Final = 200
"""Files that are taken in at once."""

_NAMED: Final = re.compile(r"^(?:id|title):.*\n", re.MULTILINE)
_WORD: Final = re.compile(r"[\w-]+")
_NOT_OURS: Final = ("__MACOSX/",)


class Stands(Enum):
    """How what came stands to what is here."""

    NEW = auto()
    SAME = auto()
    """The very same is here already; it is not laid again."""
    ANOTHER = auto()
    """Another file here has its id. Both stay."""


@dataclass
class Came:
    """A file that came.

    Attributes:
        document: what stands in it.
        bom: whether it begins with a byte order mark.
        id: its id as it came.
        beside: what belongs beside it, by name.
        stands: how it stands to what is here.
        as_id: the id under which it is laid, or lies here already.
        as_title: the title that it has then.
        other: title of the file that has its id here; empty if none has.
        left_out: names of what belongs to it and is too large.

    """

    document: Document
    bom: bool
    id: str
    beside: dict[str, bytes]
    stands: Stands = Stands.NEW
    as_id: str = ""
    as_title: str = ""
    other: str = ""
    left_out: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What it is called."""
        return title_of(self.document)

    @property
    def data(self) -> bytes:
        """Its bytes as they are now."""
        return files.encoded(self.document.text, bom=self.bom)


def look(path: Path, taken: Collection[str]) -> list[Came]:
    """Look at a zip, or a single file, that somebody gave. Changes nothing.

    Args:
        path: where it lies.
        taken: ids that something here has already, whatever it is.

    Raises:
        CarriedError: there is nothing in it, or it is not to be trusted.

    """
    data = zipped.read(path)
    packed = zipped.is_zip(data)
    came = _in_zip(zipped.Zipped(path.name, data)) if packed else _alone(path, data)
    if not came:
        raise _nothing_in(path.name)
    _compare(came, taken)
    return came


def _alone(path: Path, data: bytes) -> list[Came]:
    if len(data) > LARGEST or not looks_like_scenario(data):
        return []
    one = _read(path, data)
    if one is not None:
        with suppress(OSError):
            for name, place in own_copies.beside(one.document, one.id, one.id).items():
                inside = own_copies.of_beside(place)
                _put_beside(one, name, inside)
    return [] if one is None else [one]


def _in_zip(inside: Zipped) -> list[Came]:
    came: list[Came] = []
    for name in inside.names:
        hidden = any(part.startswith(".") for part in name.split("/"))
        if not name.endswith(".yaml") or name.startswith(_NOT_OURS) or hidden:
            continue
        data = inside.read(name, LARGEST)
        one = None
        if data is not None and looks_like_scenario(data):
            one = _read(Path(posixpath.basename(name)), data)
        if one is None:
            continue
        if len(came) == MOST:
            raise inside.refused(_("It holds more files than anybody gives away."))
        _fill(one, inside, name)
        came.append(one)
    return came


def _read(path: Path, data: bytes) -> Came | None:
    """Read a file; None if it holds nothing that could be written on here."""
    try:
        text = data.removeprefix(files.BOM).decode()
    except UnicodeDecodeError:
        return None
    document = Document(path, text)
    readable = document.settle()
    written = document.data(("format",)) if readable else None
    if readable and written is not None and written not in formats.TABLES:
        return None
    id_ = document.data(("id",)) if readable else None
    return Came(
        document,
        data.startswith(files.BOM),
        id_ if isinstance(id_, str) and id_ else path.stem,
        {},
    )


def _fill(one: Came, inside: Zipped, name: str) -> None:
    """Put beside a file what a zip holds of what belongs to it."""
    folder, there = posixpath.dirname(name), set(inside.names)
    here = [posixpath.basename(each) for each in there if posixpath.dirname(each) == folder]
    stem = posixpath.basename(name).removesuffix(".yaml")
    for language, found in translation.named(sorted(here), stem, one.id).items():
        place = posixpath.join(folder, found)
        _put_beside(one, f"{one.id}.{language}.po", inside.read(place, translation.LARGEST))
    for picture in own_copies.pictures_in(one.document)[: own_copies.MOST]:
        written = posixpath.normpath(picture.replace("\\", "/"))
        place = posixpath.join(folder, written)
        # Whether it is there cannot be said yet; whatever else is wrong with it can. What is left
        # of "a/../C:b.png" is a way out, too, where drives have letters.
        wrong = {assets.wrong_with(one, None) for one in (picture, written)}
        if wrong == {"missing"} and place in there:
            _put_beside(one, written, inside.read(place, own_copies.LARGEST))


def _put_beside(one: Came, name: str, data: bytes | None) -> None:
    if data is None:
        one.left_out.append(name)
    else:
        one.beside[name] = data


# How it stands to what is here


def _compare(came: list[Came], taken: Collection[str]) -> None:
    """Say of each whether it is here, or what it is to be called.

    What others name comes first: a plan is the same only if its stories are.
    """
    here = _by_id()
    used = {*taken, *own.taken_names(), *(name for _format, name in here)}
    titles = shelf.titles()
    new: dict[tuple[str, str], str] = {}
    lists = help_names.taken()
    for one in sorted(came, key=_rank):
        _follow(one, new)
        same = next((found for found in _alike(one, here) if _is_same(one, found[1])), None)
        if same is not None:
            one.stands, one.as_id = Stands.SAME, same[0]
            new |= _as_here(one, same[1])
        else:
            _call(one, here.get((one.document.format, one.id)), used, titles)
            new |= _set_apart(one, lists)
        if one.as_id != one.id:
            new[_sort(one), one.id] = one.as_id


def _rank(one: Came) -> int:
    """Say when a file's turn is: lists of help are named by stories, and both by plans."""
    return {formats.HELP: 0, formats.PLAN: 2}.get(one.document.format, 1)


def _set_apart(one: Came, lists: Taken) -> dict[tuple[str, str], str]:
    """Give entries of a list of help names that no other list has; tell which are new."""
    new: dict[str, str] = {}
    if one.document.format == formats.HELP:
        with suppress(CannotChangeError):
            new = help_names.set_apart(one.document, lists)
        lists.add(one.document)
    return {("help", before): name for before, name in new.items()}


def _as_here(one: Came, path: Path) -> dict[tuple[str, str], str]:
    """Tell how the entries of a list that is here already are named here, if otherwise."""
    if one.document.format != formats.HELP:
        return {}
    there = (document.data(("entries",)) or {} for document in (one.document, _document(path)))
    return {("help", before): name for before, name in zip(*there, strict=False) if before != name}


def _call(one: Came, other: Path | None, used: set[str], titles: set[str]) -> None:
    """Give what came an id and a title that nothing else here has."""
    one.as_id, one.as_title = one.id, one.title
    if one.id in used or id_of(one.id, ()) != one.id:
        one.as_id = id_of(one.id, used)
    if other is not None:
        one.stands, one.other = Stands.ANOTHER, title_of(_document(other))
    if one.title in titles:
        wanted = _("%(title)s (taken in)") % {"title": one.title}
        one.as_title = own_copies.numbered_title(wanted, titles)
    used.add(one.as_id)
    titles.add(one.as_title)


def _by_id() -> dict[tuple[str, str], Path]:
    """Give one's own files by format and id."""
    found: dict[tuple[str, str], Path] = {}
    for one in own.files():
        head = shelf.head_of(one)
        if head is not None:
            found.setdefault(head, one.path)
    return found


def _alike(one: Came, here: dict[tuple[str, str], Path]) -> Iterator[tuple[str, Path]]:
    """Go through files here that may be what came: by its id, or one that was made of it."""
    made = re.compile(rf"{re.escape(one.id)}(-\d+)?")
    for (format_name, name), path in here.items():
        if format_name == one.document.format and made.fullmatch(name):
            yield name, path


def _document(path: Path) -> Document:
    """Read a file of one's own.

    Raises:
        UpstanderError: it cannot be read.

    """
    document = Document(path, files.read(path).text)
    document.settle()
    return document


def _is_same(one: Came, path: Path) -> bool:
    """Whether a file here is what came, but for id and title, and what lies beside it, too."""
    try:
        document = _document(path)
        if _but_names(document) != _but_names(one.document):
            return False
        if not title_of(document).startswith(one.title):
            return False
        name = document.data(("id",))
        there = own_copies.beside(document, str(name or path.stem), one.id)
        held = {name: own_copies.of_beside(place) for name, place in there.items()}
        return bare_beside(held) == bare_beside(one.beside)
    except (OSError, UpstanderError):
        return False


def _but_names(document: Document) -> str:
    """Leave out of a text what changes when it is taken in beside another.

    These are two lines, and in a list of help the names of its entries and places.
    """
    text = _NAMED.sub("", document.text, count=2)
    names = help_names.of(document) if document.format == formats.HELP else set()
    return _WORD.sub(lambda word: "" if word[0] in names else word[0], text)


def _follow(one: Came, new: dict[tuple[str, str], str]) -> None:
    """Let a file name others as they are called here."""
    changes = [
        (name.at, new[name.sort, name.name])
        for name in names_in(one.document)
        if (name.sort, name.name) in new
    ]
    with suppress(CannotChangeError):
        for at, said in changes:
            one.document.apply(one.document.put(at, said))


# Laying it


def lay(came: list[Came]) -> list[Path]:
    """Lay what came among one's own; what is here already stays as it is. Gives where each lies.

    Raises:
        UpstanderError: it cannot be written; then nothing of it is here.

    """
    new = [one for one in came if one.stands is not Stands.SAME]
    made: list[Path] = []
    try:
        for one in new:
            _rename(one)
        return [_lay(one, made) for one in new]
    except OSError as error:
        for folder in made:
            shutil.rmtree(folder, ignore_errors=True)
        raise UpstanderError(
            _("It could not be put among your files."),
            _("What was here is as it was."),
            _("Make room on the disk, then try again."),
            str(error),
        ) from error


def _rename(one: Came) -> None:
    """Let a file say the id and the title under which it is laid."""
    changes: list[tuple[str, str]] = [("id", one.as_id)]
    if one.as_title != one.title:
        changes.append(("title", one.as_title))
    with suppress(CannotChangeError):  # One that cannot be read is laid as it came.
        for key, said in changes:
            if one.document.data((key,)) != said:
                one.document.apply(one.document.put((key,), said))


def _sort(one: Came) -> str:
    """Say as what others name it; what nobody names has a sort of its own."""
    kind = one.document.format
    return {formats.SCENARIO: "scenario", formats.PAGE: "page"}.get(kind, kind)


def _lay(one: Came, made: list[Path]) -> Path:
    folder = own.home_of(one.document.format) / one.as_id
    folder.mkdir(parents=True)
    made.append(folder)
    for name, data in one.beside.items():
        # Translations are called like the file.
        called = f"{one.as_id}{name[len(one.id) :]}" if name.endswith(".po") else name
        place = folder / called
        place.parent.mkdir(parents=True, exist_ok=True)
        saving.put(place, data)
    path = folder / f"{one.as_id}.yaml"
    saving.put(path, one.data)
    return path


def _nothing_in(name: str) -> CarriedError:
    return CarriedError(
        _("%(name)s holds nothing that Upstander could take in.") % {"name": name},
        _("Nothing was changed here."),
        _("Ask for what “Give away a copy” makes: a zip, or a file that ends in .yaml."),
    )
