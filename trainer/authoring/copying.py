"""A copy of a scenario that comes along, to be changed: one's own, a draft, under another id."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from trainer import paths, saving
from trainer.authoring.document import CannotChangeError, Document
from trainer.authoring.templates.making import id_of
from trainer.errors import UpstanderError
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def copy_of(source: Path, taken: Collection[str], author: str = "") -> Path:
    """Lay a copy of a scenario among one's own, with the pictures beside it, and give its path.

    Whoever wrote it stays named; nobody has reviewed the copy. Translations stay behind: they
    are of what is going to be changed.

    Raises:
        UpstanderError: it could not be read or written.

    """
    folder = paths.own_scenarios()
    try:
        document = Document(source, source.read_bytes().decode("utf-8-sig"))
        here = {one.name for one in folder.iterdir()} if folder.is_dir() else set()
        id_ = id_of(str(document.data(("id",)) or source.stem), {*taken, *here})
        path = folder / id_ / f"{id_}.yaml"
        _make_own(document, id_, author)
        path.parent.mkdir(parents=True, exist_ok=True)
        _copy_pictures(source, path.parent)
    except (OSError, UnicodeDecodeError, CannotChangeError) as error:
        raise UpstanderError(
            _("This scenario could not be copied."),
            _("It is as it was."),
            details=str(error),
        ) from error
    saving.save(path, document.text.encode())
    return path


def _make_own(document: Document, id_: str, author: str) -> None:
    document.settle()
    document.apply(document.put(("id",), id_))
    document.apply(document.put(("status",), "draft"))
    if document.data(("reviewed",)) is not None:
        document.apply(document.put(("reviewed",), None))
    authors = document.data(("authors",))
    if author and isinstance(authors, list) and author not in authors:
        document.apply(document.insert(("authors", len(authors)), author))


def _copy_pictures(source: Path, folder: Path) -> None:
    for one in source.parent.iterdir():
        if one.suffix.lower() in (".png", ".jpg", ".jpeg", ".webp") and one.is_file():
            with suppress(shutil.SameFileError):
                shutil.copyfile(one, folder / one.name)
