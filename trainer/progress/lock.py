"""One running Upstander per profile.

SQLite's own locks are POSIX record locks, which a process loses as soon as it closes
*any* handle on the file. The profile is therefore held by a lock on a file of its own,
before the database is touched at all. The operating system frees it with the process,
however that ends.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from trainer.progress import bad_days, files

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_NO_LOCKS_HERE = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}


def place(database: Path) -> Path:
    """The lock file of a profile, whether its database is sealed or not."""
    return files.plain(database).with_name(files.plain(database).name + ".lock")


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ProfileLock:
    """Holds a profile until it is released or the process ends.

    Raises:
        HeldElsewhere: another process holds it; this is known at once, without waiting.
        OSError: the lock file cannot be made.

    """

    def __init__(self, database: Path) -> None:
        handle = os.open(place(database), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(handle)
        except OSError as error:
            # A file system without locks still has SQLite's own lock on the database.
            if error.errno not in _NO_LOCKS_HERE:
                os.close(handle)
                if error.errno in _TAKEN:
                    raise bad_days.held(database) from error
                raise
        self._handle: int | None = handle

    def __enter__(self) -> None:
        """Hold the profile within a block."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def release(self) -> None:
        """Let go. The file stays: removing it would let two processes hold one profile."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def is_held(database: Path) -> bool:
    """Tell whether a process holds the profile, without writing anything."""
    try:
        handle = os.open(place(database), os.O_RDONLY)
    except OSError:
        return False
    try:
        _take(handle)
    except OSError as error:
        return error.errno in _TAKEN
    finally:
        os.close(handle)
    return False
