"""One program at a time: a lock on a file of its own, which the operating system keeps.

The system frees it with the process, however that ends, so it cannot be stale; that the file is
there means nothing. It stays when the lock is let go: removing it would let two programs hold
one thing.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_TAKEN: Final = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_AS_IT_IS: Final = getattr(os, "O_NOFOLLOW", 0)
"""What a link leads to is no lock: nothing is made or written there."""

_NO_LOCKS_HERE: Final = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class TakenError(Exception):
    """Another program, or another part of this one, holds the lock."""


class Lock:
    """Holds a lock file until it is released or the process ends.

    Where the file system knows no locks, it is held by everybody who asks.

    Raises:
        TakenError: somebody else holds it; this is known at once, without waiting.
        OSError: the file cannot be made.

    """

    def __init__(self, path: Path) -> None:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | _AS_IT_IS, 0o600)
        try:
            _take(handle)
        except OSError as error:
            if error.errno not in _NO_LOCKS_HERE:
                os.close(handle)
                if error.errno in _TAKEN:
                    raise TakenError(str(path)) from error
                raise
        self._handle: int | None = handle

    def is_of(self, path: Path) -> bool:
        """Tell whether it is the file that stands there which is locked, not one that is gone."""
        try:
            return self._handle is not None and os.path.samestat(
                os.fstat(self._handle), path.stat()
            )
        except OSError:
            return False

    def say(self, data: bytes) -> None:
        """Let its file say something; one that has another name, too, stays as it is.

        Raises:
            OSError: it cannot be written.

        """
        if self._handle is not None:
            found = os.fstat(self._handle)
            if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
                os.ftruncate(self._handle, 0)
                os.write(self._handle, data)

    def release(self) -> None:
        """Let go; the file stays."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def is_taken(path: Path) -> bool:
    """Tell whether somebody holds a lock, without writing anything."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        _take(handle)
    except OSError as error:
        return error.errno in _TAKEN
    finally:
        os.close(handle)
    return False
