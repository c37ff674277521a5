"""What can go wrong with a file on disk, told to a person.

SQLite and the operating system say what failed; a person needs to know what happened,
what is safe, and what to do next. Whatever is not listed here is a bug and stays one.
"""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from trainer.errors import (
    DamagedData,
    GoneRun,
    HeldElsewhere,
    KeepingError,
    NeedsPassphrase,
    NewerData,
    NoRoom,
    ReadOnlyPlace,
    WrongPassphrase,
)
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED_TO_US = {
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.EISDIR,
    errno.ENOENT,
}


def warn(what: str, error: KeepingError) -> None:
    """Log what failed behind the scenes, where nobody has to do anything about it."""
    import logging

    logging.getLogger(__name__).warning("%s: %s", what, error.details)


def held(path: Path) -> HeldElsewhere:
    """Another running Upstander holds the profile."""
    return HeldElsewhere(
        _("Upstander is already open with this profile."),
        _("Nothing was changed."),
        _("Go on in the window that is open, or close it and try again."),
        details=str(path),
    )


def newer(path: Path, found: int, known: int) -> NewerData:
    """The file was written by a newer version; ``found`` and ``known`` are schema versions."""
    return NewerData(
        _("What you did was last kept by a newer version of Upstander."),
        _("It is safe, and was not touched."),
        _("Open it with the newer version."),
        details=f"{path}: schema {found}, this version reads up to {known}",
    )


def newer_seal(path: Path, found: int, known: int) -> NewerData:
    """A newer version locked the file; ``found`` and ``known`` are versions of its layout."""
    error = newer(path, found, known)
    error.details = f"{path}: sealed file {found}, this version reads up to {known}"
    return error


def wrong_passphrase(path: Path) -> WrongPassphrase:
    """The passphrase is another; how often it was tried does not matter."""
    return WrongPassphrase(
        _("This passphrase does not open what is kept here."),
        _("Nothing was changed."),
        _("You can try again as often as you like."),
        details=str(path),
    )


def no_memory() -> KeepingError:
    """A passphrase cannot be tried, because that takes more memory than there is."""
    return KeepingError(
        _("There is not enough memory free to try a passphrase."),
        _("Nothing was changed."),
        _("Close other programs, then try again."),
    )


def locked(path: Path) -> NeedsPassphrase:
    """The profile has a passphrase, and none was given."""
    return NeedsPassphrase(
        _("What is kept here is locked with a passphrase."),
        _("Nothing was changed."),
        _("Open Upstander and type it there."),
        details=str(path),
    )


def damaged(path: Path, details: str) -> DamagedData:
    """The file cannot be read, or not as a whole."""
    return DamagedData(
        _("The file that keeps what you did cannot be read."),
        _("It was left as it is, and your backups were not touched."),
        _("Restore a backup, or start anew; the unreadable file is kept either way."),
        details=f"{path}: {details}",
    )


def missing(path: Path) -> DamagedData:
    """The file is gone although backups of it exist."""
    return DamagedData(
        _("The file that keeps what you did is no longer in its place."),
        _("Your backups are there, and were not touched."),
        _("Restore a backup, or start anew."),
        details=str(path),
    )


def bad_backup(path: Path, details: str) -> DamagedData:
    """A backup cannot be read as a whole, and so must not replace anything."""
    return DamagedData(
        _("This backup cannot be read."),
        _("Nothing was replaced."),
        _("Choose another backup."),
        details=f"{path}: {details}",
    )


def read_only(path: Path, details: str) -> ReadOnlyPlace:
    """Nothing can be written at the place."""
    return ReadOnlyPlace(
        _("Nothing can be written in the folder that keeps what you do."),
        _("What was kept before is unchanged."),
        _("Allow writing in that folder, or keep your data in another place."),
        details=f"{path}: {details}",
    )


def full(path: Path, details: str) -> NoRoom:
    """The disk is full."""
    return NoRoom(
        _("The disk is full, so this could not be kept."),
        _("Everything kept before is safe."),
        _("Free some space and try again."),
        details=f"{path}: {details}",
    )


def moved(path: Path) -> KeepingError:
    """The file was moved, replaced or deleted while it was open."""
    return KeepingError(
        _("The file that keeps what you do was moved or deleted while it was open."),
        _("Your backups were not touched."),
        _("Put it back if you can, then close Upstander and start it again."),
        details=str(path),
    )


def unanswered(path: Path, details: str) -> KeepingError:
    """The disk failed for a reason of its own."""
    return KeepingError(
        _("The disk did not do what was asked, so this could not be kept."),
        _("Everything kept before is safe as long as the disk is."),
        _("Check the disk, then try again."),
        details=f"{path}: {details}",
    )


def gone_run(run: str) -> GoneRun:
    """The run is not kept here, so nothing can be added to it."""
    return GoneRun(
        _("This run is no longer kept on this computer, so nothing can be added to it."),
        _("Your other runs are safe."),
        _("Begin the scenario again."),
        details=run,
    )


def not_exported(path: Path, error: OSError) -> KeepingError:
    """An export could not be written; that says nothing about what is kept."""
    kind = NoRoom if error.errno in _FULL else KeepingError
    what = (
        _("The disk is full, so the export could not be written.")
        if kind is NoRoom
        else _("The export could not be written there.")
    )
    safe = _("What is kept in Upstander is safe, and no file was changed.")
    return kind(what, safe, _("Choose another place and try again."), f"{path}: {error}")


_NO_SENSE = ("UTF-8 column", "integer overflow")
"""What SQLite and Python say of values that nobody has kept."""


def from_sqlite(error: sqlite3.Error, path: Path) -> KeepingError | None:
    """Turn an error of SQLite into one for a person; None if it is a bug of ours."""
    name = getattr(error, "sqlite_errorname", "") or ""
    details = f"{name} {error}"
    if name.startswith("SQLITE_FULL"):
        return full(path, details)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return read_only(path, details)
    makes_no_sense = any(said in details for said in _NO_SENSE)
    if makes_no_sense or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(path, details)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return held(path)
    if name.startswith(("SQLITE_IOERR", "SQLITE_PROTOCOL")):
        return unanswered(path, details)
    return None


def from_system(error: OSError, path: Path) -> KeepingError:
    """Turn an error of the operating system into one for a person."""
    details = str(error)
    if error.errno in _FULL:
        return full(path, details)
    if error.errno in _CLOSED_TO_US:
        return read_only(path, details)
    return unanswered(path, details)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell a person what failed on disk; errors that are bugs pass as they are.

    Raises:
        KeepingError: or the one of its kinds that fits.

    """
    try:
        yield
    except sqlite3.Error as error:
        kept = from_sqlite(error, path)
        if kept is None:
            raise
        raise kept from error
    except OSError as error:
        raise from_system(error, path) from error
