"""A file's bytes and the text in it: read whole or not at all, and written whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer import saving
from trainer.errors import NoRoom, ReadOnlyPlace, UpstanderError
from trainer.language import _
from trainer.scenario.files.source import LARGEST

if TYPE_CHECKING:
    from pathlib import Path

BOM: Final = b"\xef\xbb\xbf"

_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe is opened without waiting for who writes into it."""

_READ_ONLY: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Stamp(NamedTuple):
    """What the system says of a file without reading it."""

    time: int
    size: int
    number: int

    @classmethod
    def of(cls, found: os.stat_result) -> Stamp:
        """Take what matters of what the system says."""
        return cls(found.st_mtime_ns, found.st_size, found.st_ino)


class Stood(NamedTuple):
    """What stood in a file when it was last read or written.

    ``bom`` is whether it begins with a byte order mark, which is no part of the text.
    """

    text: str
    digest: str
    stamp: Stamp
    bom: bool = False


def digest(data: bytes) -> str:
    """Give what tells one content from another."""
    return hashlib.sha256(data).hexdigest()


def read(path: Path) -> Stood:
    """Read a file.

    Raises:
        UpstanderError: it cannot be read, or holds no text that could be written on.

    """
    data, stamp = _bytes(path)
    try:
        text = data.removeprefix(BOM).decode()
    except UnicodeDecodeError as error:
        raise UpstanderError(
            _("%(path)s cannot be opened: it is not stored as UTF-8.") % {"path": str(path)},
            _("The file is as it was."),
            _("Store it as UTF-8 with the program that it comes from, then open it here."),
            str(error),
        ) from error
    return Stood(text, digest(data), stamp, data.startswith(BOM))


def resolved(path: Path) -> Path:
    """Say where a file really lies, links followed.

    Raises:
        UpstanderError: links lead in a circle, or no file can have this name.

    """
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        what = _("%(path)s cannot be opened: it is a link that leads nowhere.")
        raise UpstanderError(what % {"path": str(path)}, details=str(error)) from error
    except ValueError as error:
        raise UpstanderError(_there_is_none(path), details=str(error)) from error


def as_read(path: Path, text: str) -> Stood:
    """Say what stood in a file that somebody else has read, and found this text in."""
    try:
        stood = read(path)
    except UpstanderError:
        stood = None
    if stood is not None and stood.text == text:
        return stood
    return Stood(text, digest(encoded(text)), Stamp(0, 0, 0))


def stamp_of(path: Path) -> Stamp | None:
    """Give the stamp of a file; None if it is not there."""
    try:
        return Stamp.of(path.stat())
    except OSError:
        return None


def encoded(text: str, *, bom: bool = False) -> bytes:
    """Give the bytes of a text. What no file can hold becomes a question mark."""
    return (BOM if bom else b"") + text.encode("utf-8", "replace")


def write(path: Path, text: str, *, bom: bool = False) -> Stood:
    """Let a file hold a text; its rights stay as they are.

    Raises:
        OSError: it cannot be written; what stood there is as it was.

    """
    data = encoded(text, bom=bom)
    mode = None
    with suppress(FileNotFoundError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if not os.access(path, os.W_OK):
            # It could be replaced all the same, against the will of who has set that.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    written = saving.put(path, data, exactly=mode)
    return Stood(text, digest(data), Stamp.of(written), bom)


def cannot_save(path: Path, error: OSError, *, aside: bool) -> UpstanderError:
    """Give the error that a file could not be saved; ``aside``: what was written is kept."""
    what = _("%(name)s could not be saved.") % {"name": path.name}
    if error.errno in _NO_ROOM:
        what = _("%(name)s could not be saved: there is no room on the disk.")
        what %= {"name": path.name}
    elif error.errno in _READ_ONLY:
        what = _("%(name)s could not be saved: nothing can be written there.")
        what %= {"name": path.name}
    elif error.errno in (errno.ENOENT, errno.ENOTDIR):
        what = _("%(name)s could not be saved: its folder is not there any more.")
        what %= {"name": path.name}
    safe = _("What you have written is kept, and the file is as it was.")
    if aside and error.errno in (errno.ENOENT, errno.ENOTDIR):
        safe = _("What you have written is kept.")
    elif not aside:
        safe = _("What you have written stays here until you close the window.")
    kind = UpstanderError
    if error.errno in _NO_ROOM:
        kind = NoRoom
    elif error.errno in _READ_ONLY:
        kind = ReadOnlyPlace
    return kind(what, safe, _("Save it in another place, or try again later."), str(error))


def raw(path: Path, most: int) -> tuple[bytes, os.stat_result]:
    """Read the bytes of a file, ``most`` of them; what is no file is not waited for.

    Raises:
        OSError: it cannot be read, or is no file: ``ENXIO`` for pipes and the like.
        ValueError: no file can have this name.

    """
    handle = os.open(path, os.O_RDONLY | _NO_WAIT)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            number = errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.ENXIO
            raise OSError(number, os.strerror(number), str(path))
    except OSError:
        os.close(handle)
        raise
    with os.fdopen(handle, "rb") as file:
        return file.read(most), found


def _bytes(path: Path) -> tuple[bytes, Stamp]:
    try:
        data, found = raw(path, LARGEST + 1)
    except OSError as error:
        raise _cannot_open(path, error) from error
    except ValueError as error:
        raise UpstanderError(_there_is_none(path), details=str(error)) from error
    if len(data) > LARGEST:
        raise UpstanderError(
            _("%(path)s cannot be opened: it is larger than %(limit)d MiB.")
            % {"path": str(path), "limit": LARGEST // 2**20},
            _("The file is as it was."),
            _("Divide the story into several files."),
        )
    return data, Stamp.of(found)


def _there_is_none(path: Path) -> str:
    return _("There is no file %(path)s.") % {"path": str(path)}


def _cannot_open(path: Path, error: OSError) -> UpstanderError:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return UpstanderError(
            _there_is_none(path), next_step=_("See whether it has another name now.")
        )
    if error.errno == errno.EISDIR:
        what = _("%(path)s cannot be opened: it is a folder.")
        return UpstanderError(what % {"path": str(path)})
    if error.errno == errno.ENXIO:
        what = _("%(path)s cannot be opened: it is not a file.")
        return UpstanderError(what % {"path": str(path)})
    if error.errno in _READ_ONLY:
        what = _("%(path)s cannot be opened: you may not read it.")
        next_step = _("Ask whoever keeps this computer to let you.")
        return UpstanderError(what % {"path": str(path)}, "", next_step, str(error))
    what = _("%(path)s cannot be opened.")
    return UpstanderError(what % {"path": str(path)}, "", "", str(error))
