"""A copy of one's own of a file that comes along: what comes along itself is never changed."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from trainer import paths, saving
from trainer.authoring.document import Document
from trainer.authoring.keeping import files, side
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.scenario import translation
from trainer.scenario.assets import KINDS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from pathlib import Path

_LARGEST: Final = 20 * 1024 * 1024
"""Bytes of the largest picture that is taken along."""

_MOST: Final = 200
"""Pictures that are taken along."""


def copy(path: Path, taken: Container[str]) -> Path:
    """Copy a file among the person's own, with pictures and translations; give the copy.

    Args:
        path: what is copied.
        taken: ids that other files have.

    Raises:
        UpstanderError: it cannot be read, or the copy cannot be written; then there is none.

    """
    stood = files.read(path)
    document = Document(path, stood.text)
    document.settle()
    written = document.data(("id",))
    old_id = written if isinstance(written, str) and written else path.stem
    new_id, folder = _free(old_id, taken)
    place = folder / f"{new_id}.yaml"
    try:
        folder.mkdir(parents=True)
        try:
            _take_along(path, old_id, place)
            saving.put(place, files.encoded(_renamed(document, new_id), bom=stood.bom))
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    except OSError as error:
        raise UpstanderError(
            _("A copy of %(name)s could not be made.") % {"name": path.name},
            _("The file that you have opened is as it was."),
            _("Make room on the disk, then try again."),
            str(error),
        ) from error
    return place


def _free(old: str, taken: Container[str]) -> tuple[str, Path]:
    """Give an id that nothing has, and the folder for it."""
    number = 1
    while True:
        tried = f"{old}-own" if number == 1 else f"{old}-own-{number}"
        folder = paths.own_scenarios() / tried
        if tried not in taken and not folder.exists():
            return tried, folder
        number += 1


def _renamed(document: Document, new_id: str) -> str:
    """Give a file's text with another id, if it has one that can be read."""
    if document.broken is None and isinstance(document.data(("id",)), str):
        document.apply(document.put(("id",), new_id))
    title = document.data(("title",)) if document.broken is None else None
    if isinstance(title, str) and title:
        # Two cards of the same name could not be told apart.
        document.apply(document.put(("title",), _("%(title)s (my own)") % {"title": title}))
    return document.text


def _take_along(path: Path, old_id: str, place: Path) -> None:
    for source, name in _beside(path, old_id, place.stem):
        target = place.parent / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with suppress(ValueError):
            data, _found = files.raw(source, _LARGEST + 1)
            if len(data) <= _LARGEST:
                saving.put(target, data)
    lies, _understood = side.read(path)
    side.write(place, lies)


def _beside(path: Path, old_id: str, stem: str) -> Iterable[tuple[Path, str]]:
    """Go through what belongs to a file: where it lies, and its name beside the copy."""
    for language, found in translation.catalogues(path, old_id).items():
        yield found, f"{stem}.{language}.po"
    pictures = (one for one in sorted(path.parent.rglob("*")) if one.suffix.lower() in KINDS)
    for _number, picture in zip(range(_MOST), pictures, strict=False):
        if picture.is_file() and not picture.is_symlink():
            yield picture, str(picture.relative_to(path.parent))
