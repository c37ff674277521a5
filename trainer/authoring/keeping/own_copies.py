"""A copy of one's own of a file that comes along, to be changed: a draft, under another id."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from trainer import saving
from trainer.authoring import formats, help_names, own, shelf
from trainer.authoring.document import CannotChangeError, Document
from trainer.authoring.forms.licences import ONLY_OUR_GROUP
from trainer.authoring.keeping import files, side
from trainer.authoring.reviews import reviewed_since, reviewed_text
from trainer.authoring.templates.making import id_of
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.scenario import translation
from trainer.scenario.files import assets
from trainer.scenario.texts import own_title

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from trainer.authoring.source.nodes import Data

LARGEST: Final = 20 * 1024 * 1024
"""Bytes of the largest picture that is taken along."""

_WITH_PICTURES: Final = (formats.SCENARIO, formats.PAGE)
_NUMBER: Final = re.compile(r" *\([0-9]{1,6}\)$")
MOST: Final = 200
"""Pictures that are taken along."""


def is_only_for_the_group(path: Path) -> bool:
    """Whether a file says that it is not to be passed on.

    Raises:
        UpstanderError: it cannot be read.

    """
    document = Document(path, files.read(path).text)
    document.settle()
    return bool(document.data(("licence",)) == ONLY_OUR_GROUP)


def copy(source: Path, taken: Collection[str], author: str = "") -> Path:
    """Lay a copy of a file among one's own, and give its path.

    What belongs to it comes along: pictures that it names, translations (they hold for all that
    stays the same), how it lies on the map. Whoever wrote it stays named; nobody has reviewed
    the copy.

    Raises:
        UpstanderError: it could not be read or written; then there is no copy.

    """
    stood = files.read(source)
    document = Document(source, stood.text)
    document.settle()
    try:
        old_id = str(document.data(("id",)) or source.stem)
        id_ = id_of(old_id, {*taken, *own.taken_names()})
        _make_own(document, id_, author)
        _entitle(document, again=own.is_own(source))
        if document.format == formats.HELP:
            help_names.set_apart(document, help_names.taken())
        path = own.home_of(document.format) / id_ / f"{id_}.yaml"
        path.parent.mkdir(parents=True)
        try:
            _take_along(source, beside(document, old_id, path.stem, source), path)
            saving.put(path, files.encoded(document.text, bom=stood.bom))
        except OSError:
            shutil.rmtree(path.parent, ignore_errors=True)
            raise
    except (OSError, CannotChangeError) as error:
        raise UpstanderError(
            _("%(name)s could not be copied.") % {"name": source.name},
            _("It is as it was."),
            _("Make room on the disk, then try again."),
            details=str(error),
        ) from error
    return path


def to_give(path: Path, text: str) -> str:
    """Give the text of a file as it is given away: with no review that was of another text.

    Beside the copy nothing lies that could tell of which text its review was.
    """
    document = Document(path, text)
    if document.settle() and reviewed_since.of_document(document):
        reviewed_text.take_back(document)
    return document.text


def beside(
    document: Document, old_id: str, stem: str, source: Path | None = None
) -> dict[str, Path]:
    """Give what belongs to a file: by its name beside a copy called ``stem``, where it lies.

    Of the pictures that lie there only those belong to it which it names: others may be anybody's.
    ``source`` is where the file lies, if the document is not there.
    """
    source = source or document.path
    found = {
        f"{stem}.{language}.po": one
        for language, one in translation.catalogues(source, old_id).items()
    }
    names = pictures_in(document)
    for name in names[:MOST]:
        if assets.wrong_with(name, source.parent) is None:
            found[name.replace("\\", "/")] = source.parent / name.replace("\\", "/")
    return found


def pictures_in(document: Document) -> list[str]:
    """Give the pictures of one's own that a file names, as it writes them, in order of names."""
    return sorted(_named_in(document.data())) if document.format in _WITH_PICTURES else []


def _make_own(document: Document, id_: str, author: str) -> None:
    document.apply(document.put(("id",), id_))
    reviewed_text.take_back(document)
    authors = document.data(("authors",))
    if author and isinstance(authors, list) and author not in authors:
        document.apply(document.insert(("authors", len(authors)), author))


def _entitle(document: Document, *, again: bool) -> None:
    """Give it a title that no other file of one's own has: two cards could not be told apart.

    One that was one's own before says so already, or need not.
    """
    title = document.data(("title",))
    if not isinstance(title, str) or not title.strip():
        return
    wanted = title if again else own_title.marked(title)
    document.apply(document.put(("title",), numbered_title(wanted, shelf.titles())))


def numbered_title(title: str, taken: Collection[str]) -> str:
    """Give a title, with the first number from 2 on that makes it one of its own."""
    known = {" ".join(one.split()).casefold() for one in taken}
    if " ".join(title.split()).casefold() not in known:
        return title
    stem, n = _NUMBER.sub("", title.rstrip()), 2
    while (said := _("%(title)s (%(n)d)") % {"title": stem, "n": n}).casefold() in known:
        n += 1
    return said


def _take_along(source: Path, found: dict[str, Path], path: Path) -> None:
    for name, one in found.items():
        target = path.parent / name
        target.parent.mkdir(parents=True, exist_ok=True)
        data = of_beside(one)
        if data is not None:
            saving.put(target, data)
    lies, _understood = side.read(source)
    side.write(path, replace(lies, review=None))


def of_beside(path: Path) -> bytes | None:
    """Read what lies beside a file; None if it is too large to go along.

    Raises:
        OSError: it cannot be read.

    """
    with suppress(ValueError):
        data, _stat = files.raw(path, LARGEST + 1)
        if len(data) <= LARGEST:
            return data
    return None


def _named_in(data: Data) -> set[str]:
    """Give the names of pictures that stand in a file, wherever that is."""
    if isinstance(data, str):
        return {data} if data.lower().endswith(tuple(assets.KINDS)) else set()
    inside = data.values() if isinstance(data, dict) else data or ()
    return {name for one in inside for name in _named_in(one)}
