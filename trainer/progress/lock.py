"""One running Upstander per profile.

SQLite's own locks are POSIX record locks, which a process loses as soon as it closes
*any* handle on the file. The profile is therefore held by a lock on a file of its own,
before the database is touched at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import locking
from trainer.progress import bad_days, files

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


def place(database: Path) -> Path:
    """The lock file of a profile, whether its database is sealed or not."""
    return files.plain(database).with_name(files.plain(database).name + ".lock")


class ProfileLock:
    """Holds a profile until it is released or the process ends.

    Raises:
        HeldElsewhere: another process holds it; this is known at once, without waiting.
        OSError: the lock file cannot be made.

    """

    def __init__(self, database: Path) -> None:
        try:
            self._lock = locking.Lock(place(database))
        except locking.TakenError as error:
            raise bad_days.held(database) from error

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
        self._lock.release()


def is_held(database: Path) -> bool:
    """Tell whether a process holds the profile, without writing anything."""
    return locking.is_taken(place(database))
