"""The file of a workshop: one JSON object a line, each written before its act shows.

The first line is the workshop: format, id, day, material. Each further one is an act:
``{"n": 7, "t": 81234, "w": 1790000000.2, "at": 2, "act": "next", "what": {}, "sum": "…"}`` with
its number from 1, the workshop's time in milliseconds, the wall clock in seconds, the segment
where the facilitator stands after it, and a checksum of the line before it and of itself. A line
is with the system when its act shows, so that a killed program loses nothing; the disk is waited
for a moment later, by a thread of its own, so that 500 votes do not wait for it one by one. What
a power cut may take of the last moment, phones send again when they rejoin.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from trainer import locking
from trainer.errors import HeldElsewhere, KeepingError, NoRoom, ReadOnlyPlace
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT: Final = "journal/1"
SYNC_EVERY: Final = 0.1
"""Seconds at most until what was written is on the disk."""

_KINDS: Final = {errno.ENOSPC: NoRoom, errno.EDQUOT: NoRoom, errno.EROFS: ReadOnlyPlace,
                 errno.EACCES: ReadOnlyPlace, errno.EPERM: ReadOnlyPlace}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One act: its number from 1, the workshop's milliseconds, the wall clock's seconds.

    ``at`` is the segment after it, or None; only :mod:`~.glancing` needs it.
    """

    n: int
    t: int
    wall: float
    act: str
    what: Mapping[str, Any]
    at: int | None = None


def line_of(entry: Entry, before: str) -> tuple[bytes, str]:
    """Give an entry's line, and its checksum; ``before`` is that of the line before it."""
    plain = {"n": entry.n, "t": entry.t, "w": entry.wall, "at": entry.at,
             "act": entry.act, "what": entry.what}  # fmt: skip
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    sum_ = checksum(before, text)
    return f'{text[:-1]},"sum":"{sum_}"}}\n'.encode(), sum_


def checksum(before: str, text: str) -> str:
    """Give the checksum of a line that stands after one with the checksum ``before``."""
    return hashlib.blake2b(f"{before}{text}".encode(), digest_size=8).hexdigest()


class Journal:
    """A journal that is being written. Only one program writes it at a time.

    Args:
        path: the file.
        number: acts that it holds.
        last: checksum of its last line.
        lock: what holds it already, or None; let go of on closing.

    Raises:
        HeldElsewhere: another program writes it.
        KeepingError: it cannot be opened.

    """

    def __init__(
        self, path: Path, number: int, last: str, lock: locking.Lock | None = None
    ) -> None:
        self.path = path
        self._number = number
        self._last = last
        self._dirty = threading.Event()
        self._closing = threading.Event()
        self._torn = False
        self._lock = lock or hold(path)
        try:
            # Unbuffered: what is written is the system's at once, and outlives this program.
            self._file = path.open("ab", buffering=0)
        except OSError as error:
            self._lock.release()
            raise cannot(error) from error
        self._end = self._file.tell()
        self._syncer = threading.Thread(target=self._sync, name="journal", daemon=True)
        self._syncer.start()

    @classmethod
    def begin(cls, path: Path, head: Mapping[str, Any]) -> Journal:
        """Begin a journal; ``head`` is what its first line holds besides the format.

        Raises:
            KeepingError: it cannot be written, or there is one already.

        """
        text = json.dumps({"format": FORMAT, **head}, ensure_ascii=False, separators=(",", ":"))
        last = checksum("", text)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
                file.write(f'{text[:-1]},"sum":"{last}"}}\n'.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise cannot(error) from error
        return cls(path, 0, last)

    def append(self, t: int, act: str, what: Mapping[str, Any], wall: float, at: int) -> None:
        """Write an act; ``at`` is the segment after it.

        Raises:
            KeepingError: it could not be written; the journal is as it was.

        """
        if self._closing.is_set():
            raise KeepingError(_("The workshop has been closed."))
        line, last = line_of(Entry(self._number + 1, t, round(wall, 3), act, what, at), self._last)
        try:
            if self._torn:
                self._take_back()
            if not os.fstat(self._file.fileno()).st_nlink:
                # Deleted under our hands: what is written now, nobody would ever find.
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            written = self._file.write(line)
            if written != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError as error:
            # Half a line is taken back before the next one; reading drops it.
            self._torn = True
            raise cannot(error) from error
        self._end += len(line)
        self._number += 1
        self._last = last
        self._dirty.set()

    def _take_back(self) -> None:
        self._file.truncate(self._end)
        self._torn = False

    def _sync(self) -> None:
        while not self._closing.is_set():
            self._dirty.wait()
            self._dirty.clear()
            try:
                os.fsync(self._file.fileno())
            except (OSError, ValueError):
                continue  # The next line meets the same, and says so to a person.
            self._closing.wait(SYNC_EVERY)

    def close(self) -> None:
        """Bring what is left to the disk, and let go of the file."""
        if self._closing.is_set():
            return
        self._closing.set()
        self._dirty.set()
        self._syncer.join()
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise cannot(error) from error
        finally:
            self._file.close()
            self._lock.release()


def lock_of(path: Path) -> Path:
    """Give the lock file of a journal."""
    return path.with_name(path.name + ".lock")


def hold(path: Path) -> locking.Lock:
    """Hold a journal, so that nobody else writes it.

    Raises:
        HeldElsewhere: another program writes it.
        KeepingError: the lock file cannot be made.

    """
    try:
        return locking.Lock(lock_of(path))
    except locking.TakenError as error:
        raise HeldElsewhere(
            _("This workshop is open in another window of Upstander."),
            _("Nothing was changed."),
            _("Go on in that window, or close it and try again."),
            str(error),
        ) from error
    except OSError as error:
        raise cannot(error) from error


def cannot(error: OSError) -> KeepingError:
    """Say that the journal could not be written, and why."""
    if error.errno == errno.ENOENT:
        return KeepingError(
            _("The folder in which this workshop is kept is gone."),
            _("The workshop itself is still in this window."),
            _("Go on without keeping, and save the report elsewhere at the end."),
            str(error),
        )
    kind = _KINDS.get(error.errno or 0, KeepingError)
    return kind(
        _("The workshop’s journal could not be written."),
        _("What was done so far is kept."),
        _("Look whether its folder may be written, then do that again.")
        if kind is ReadOnlyPlace
        else _("Make room on the disk, then do that again."),
        str(error),
    )
