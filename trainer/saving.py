"""Writing whole files: beside, synced, then put in place, so that a kill leaves old or new.

The folder is synced, too: after a power cut, a name may else still be that of the old file.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from trainer.errors import NoRoom, ReadOnlyPlace, UpstanderError
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KINDS: Final = {errno.ENOSPC: NoRoom, errno.EACCES: ReadOnlyPlace, errno.EROFS: ReadOnlyPlace}

_NOT_SYNCED_HERE: Final = {
    errno.EINVAL, errno.EBADF, errno.EACCES, errno.EPERM, errno.EISDIR, errno.EROFS,
    errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP,
}  # fmt: skip
"""What a system says that cannot open or sync a folder; its files are as safe as it makes them."""

_LONGEST: Final = 255
"""Bytes that the name of a file may have."""

_TRIES: Final = 3
"""Names that nobody can foresee, tried when those that anybody can are taken."""

ANYBODY: Final = 0o666
"""A new file may be read by whomever the system lets read new files."""


def put(
    path: Path, data: bytes, *, mode: int = ANYBODY, exactly: int | None = None
) -> os.stat_result:
    """Let a file hold ``data``.

    Args:
        path: the file; one that is there is replaced.
        data: all that it holds.
        mode: who may read a new one, as far as the system lets new files be read.
        exactly: the rights that it has in the end, whatever those of new files are.

    Returns:
        What the system says of the file that was put there.

    Raises:
        OSError: the place cannot be written; what stood there is as it was, or the disk has
            failed after the file was put in place.

    """
    if path.name in ("", ".."):
        # A folder, which has no name of its own to put something beside.
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    beside = _free_beside(path)
    try:
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(data)
            file.flush()
            if exactly is not None and hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), exactly)
            sync_handle(file.fileno())
            written = os.fstat(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return written


def sync_handle(handle: int) -> None:
    """Wait until what was written to an open file is on disk.

    Raises:
        OSError: the disk failed.

    """
    if sys.platform == "darwin":
        import fcntl

        # On macOS a plain fsync leaves data in the disk's own cache; some disks know no other.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can say so.

    Raises:
        OSError: the disk has failed.

    """
    try:
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            sync_handle(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NOT_SYNCED_HERE:
            raise


def _free_beside(path: Path) -> Path:
    """Say where a file is written first, and make that place free.

    What a kill has left there may be open to everybody; what somebody else has laid there may be
    a link to another file, or a pipe that nobody reads. So it is always made anew. What cannot
    be taken away (a folder, a file of somebody else's) stays, and another name is taken.
    """
    wrong: OSError | None = None
    for beside in _names_beside(path):
        try:
            beside.unlink(missing_ok=True)
        except OSError as error:
            wrong = error
        else:
            return beside
    assert wrong is not None
    raise wrong


def _names_beside(path: Path) -> Iterator[Path]:
    """Go through names for a new file beside another; its own may be as long as any can be."""
    name = f"{path.name}.part"
    if len(os.fsencode(name)) <= _LONGEST:
        yield path.with_name(name)
    # Imported late: hardly any start gets here.
    import hashlib

    short = hashlib.sha256(os.fsencode(name)).hexdigest()
    yield path.with_name(f".{short}.part")
    for _try in range(_TRIES):
        yield path.with_name(f".{short}.{os.urandom(8).hex()}.part")


def save(path: Path, data: bytes, safe: str = "") -> None:
    """Save a file that a person asked for.

    Args:
        path: where it goes; a file that is there is replaced.
        data: all that it holds.
        safe: what is safe all the same if it cannot be written, one sentence.

    Raises:
        UpstanderError: it could not be written; what stood there is as it was.

    """
    try:
        put(path, data)
    except OSError as error:
        what = _("The file could not be saved as %(path)s.") % {"path": str(path)}
        kind = _KINDS.get(error.errno or 0, UpstanderError)
        raise kind(what, safe, _("Choose another folder."), str(error)) from error
