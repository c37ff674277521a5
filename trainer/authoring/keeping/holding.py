"""Who has a file open to write: one program at a time, told by a lock beside it.

The system frees the lock with the process, so one that a killed program has left holds nobody
up. The lock's file goes when it is let go: whoever has taken it looks whether it still stands
there, so that two never hold one thing.
"""

from __future__ import annotations

import json
import platform
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring.keeping import files
from trainer.locking import Lock, TakenError, is_taken

if TYPE_CHECKING:
    from pathlib import Path

_TRIES = 20


class Holder(NamedTuple):
    """Who has a file open: the computer's name, and since when; what is not known is empty."""

    computer: str = ""
    since: datetime | None = None


class HeldError(Exception):
    """Somebody else has the file open."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder.computer)
        self.holder = holder


def place(path: Path) -> Path:
    """Say where the lock of a file lies."""
    return path.with_name(f".{path.name}.open")


class Hold:
    """Holds a file open to write, until it is let go or the process ends.

    Where no lock can be made (a folder that cannot be written), nobody holds anything.

    Raises:
        HeldError: somebody else does.

    """

    def __init__(self, path: Path) -> None:
        self._place = place(path)
        self._lock: Lock | None = None
        try:
            self._lock = self._taken()
        except TakenError as error:
            raise HeldError(holder(path)) from error
        except OSError:
            return
        about = {"computer": platform.node(), "since": datetime.now(UTC).isoformat()}
        with suppress(OSError):
            self._lock.say(json.dumps(about).encode())

    def _taken(self) -> Lock:
        """Take the lock of the file that stands there, not of one that is gone meanwhile."""
        for _try in range(_TRIES):
            lock = Lock(self._place)
            if lock.is_of(self._place):
                return lock
            lock.release()
        raise TakenError(str(self._place))

    def release(self) -> None:
        """Let go."""
        if self._lock is None:
            return
        with suppress(OSError):
            if self._lock.is_of(self._place):
                self._place.unlink()
        self._lock.release()
        self._lock = None


def is_held(path: Path) -> bool:
    """Tell whether somebody has a file open to write, this window included."""
    return is_taken(place(path))


def holder(path: Path) -> Holder:
    """Say who has a file open, as far as it is written in its lock."""
    try:
        data, _found = files.raw(place(path), 4096)
        given = json.loads(data)
        computer, since = given["computer"], datetime.fromisoformat(given["since"])
        if not isinstance(computer, str) or since.tzinfo is None:
            return Holder()
        return Holder(computer, since)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Holder()
