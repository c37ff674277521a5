"""Deleting a file of one's own, and bringing it back whole: what was not saved of it, too."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer import saving
from trainer.authoring import own
from trainer.authoring.keeping import aside, files, holding, side, versions
from trainer.authoring.keeping.versions import Why
from trainer.errors import UpstanderError
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


_NOTHING_THERE: Final = {
    errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENXIO, errno.ELOOP, errno.ENAMETOOLONG,
}  # fmt: skip
"""What the system says where no file is, or none whose name it could have."""


class Gone(NamedTuple):
    """A file that was deleted: what lay at which place, itself first."""

    path: Path
    pieces: tuple[tuple[Path, bytes], ...]


def delete(path: Path, *, home: bool) -> Gone:
    """Delete a file of one's own, how it lies on the map, and what was not saved of it.

    Nothing else that lies beside it goes. ``home`` tells whether earlier versions are kept:
    then it is one of them, as it was saved and as it was not.

    Raises:
        UpstanderError: it cannot be deleted; then it is as it was.

    """
    _need_free(path)
    place = files.resolved(path)
    beside = (aside.beside(place), aside.in_home(place), side.place(place))
    try:
        found = [(path, path.read_bytes()), *_read(beside)]
        if home:
            with suppress(OSError, UpstanderError):
                _keep(place)
        path.unlink()
    except OSError as error:
        raise UpstanderError(
            _("%(name)s could not be deleted.") % {"name": path.name},
            _("It is as it was."),
            _("See whether its folder can be written in, then try again."),
            details=str(error),
        ) from error
    for one in beside:
        with suppress(OSError):
            one.unlink(missing_ok=True)
    if path.parent not in own.folders():
        with suppress(OSError):  # Something else lies there, and stays.
            path.parent.rmdir()
    return Gone(path, tuple(found))


def bring_back(gone: Gone) -> None:
    """Lay a file that was deleted where it was, with all that went along with it.

    Raises:
        UpstanderError: it cannot be written, or another file lies there now.

    """
    if os.path.lexists(gone.path):
        raise UpstanderError(
            _("Another file of this name is there now: %(name)s.") % {"name": gone.path.name},
            _("Nothing was changed."),
            _("Give that one another name, then bring this one back."),
        )
    with suppress(OSError):  # Then it cannot be saved, which says why.
        gone.path.parent.mkdir(parents=True, exist_ok=True)
    # What was not saved first: a file that is there without it would not be whole.
    try:
        for place, data in reversed(gone.pieces):
            saving.put(place, data)
    except OSError as error:
        raise UpstanderError(
            _("%(name)s could not be brought back.") % {"name": gone.path.name},
            _("It is kept here until you close the window."),
            _("Make room on the disk, then try again."),
            details=str(error),
        ) from error


def _read(places: Iterable[Path]) -> Iterator[tuple[Path, bytes]]:
    """Read what lies there; that something cannot be read does not mean that there is nothing."""
    for place in places:
        try:
            yield place, place.read_bytes()
        except OSError as error:
            if error.errno not in _NOTHING_THERE:
                raise


def _need_free(path: Path) -> None:
    name = {"name": path.name}
    if not own.is_own(path):
        what = _("%(name)s is not a file of your own.") % name
        raise UpstanderError(what, _("Nothing was changed."))
    if holding.is_held(files.resolved(path)):
        what = _("%(name)s is open in another window.") % name
        raise UpstanderError(what, _("Nothing was changed."), _("Close it there first."))


def _keep(place: Path) -> None:
    lies, _understood = side.read(place)
    versions.keep(place, files.read(place).text, lies, Why.SAVED)
    unsaved = aside.find(place)
    if unsaved is not None:
        versions.keep(place, unsaved.text, unsaved.arrangement, Why.UNSAVED)
