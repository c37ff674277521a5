"""Reading a journal again: after a crash, on a second laptop, for the report.

A last line that is not whole was being written when the program ended, and its act never
showed: it is left out. Anything else that is wrong ends what can be trusted; what stands before
it is given, and it is said.
"""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from trainer import saving
from trainer.errors import DamagedData, KeepingError, NewerData
from trainer.language import _
from trainer.workshop.journal.journal import FORMAT, Entry, Journal, cannot, checksum, hold

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.locking import Lock

LARGEST: Final = 256 * 1024 * 1024
LONGEST: Final = 366 * 24 * 3600 * 1000
"""Milliseconds of the longest workshop; no person holds one that long."""
LATEST: Final = 1e12
"""Seconds since 1970 that no clock shows; the report of such a time could not be read again."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a journal holds. ``whole`` tells that nothing in it was unreadable.

    ``ends`` are, for the first line and each further one, the bytes up to its end and its
    checksum.
    """

    path: Path
    head: dict[str, Any]
    entries: tuple[Entry, ...]
    whole: bool
    ends: tuple[tuple[int, str], ...]

    def up_to(self, count: int) -> Opened:
        """Give its first ``count`` acts alone, as a journal that is not whole."""
        if count >= len(self.entries):
            return self
        return replace(self, entries=self.entries[:count], whole=False, ends=self.ends[: count + 1])

    def go_on(self, lock: Lock | None = None) -> Journal:
        """Write on at its end; what is left out is kept beside it first.

        Args:
            lock: what has held it since before it was read, if anything.

        Raises:
            HeldElsewhere: another program writes it.
            KeepingError: it cannot be written.

        """
        lock = lock or hold(self.path)
        good, last = self.ends[-1]
        try:
            if self.path.stat().st_size > good:
                if not self.whole:
                    saving.put(damaged(self.path), self.path.read_bytes(), mode=0o600)
                with self.path.open("r+b") as file:
                    file.truncate(good)
        except OSError as error:
            lock.release()
            raise cannot(error) from error
        return Journal(self.path, len(self.entries), last, lock)


def damaged(path: Path) -> Path:
    """Give where a journal is kept as it was found, if not all of it could be read."""
    return path.with_name(path.name + ".damaged")


def read(path: Path) -> Opened:
    """Read a journal.

    Raises:
        DamagedData: it is none, or its beginning cannot be read.
        NewerData: a newer Upstander wrote it.
        KeepingError: it cannot be read at all.

    """
    lines = contents(path).split(b"\n")
    head, last = head_of(lines[0])
    ends = [(len(lines[0]) + 1, last)]
    entries: list[Entry] = []
    whole = True
    # What follows the last end of a line was being written.
    for number, line in enumerate(lines[1:-1], start=1):
        entry, sum_ = entry_of(line, number, last)
        if entry is None:
            whole = False
            break
        entries.append(entry)
        last = sum_
        ends.append((ends[-1][0] + len(line) + 1, last))
    return Opened(path, head, tuple(entries), whole, tuple(ends))


def contents(path: Path) -> bytes:
    """Give what stands in a journal.

    Raises:
        DamagedData: it is no file, or too large.
        KeepingError: it cannot be read.

    """
    try:
        # Reading a pipe or a device might never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise _damaged("no file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise KeepingError(
            _("The workshop’s journal cannot be read."), details=str(error)
        ) from error
    if len(data) > LARGEST:
        raise _damaged("too large")
    return data


def _damaged(details: str) -> DamagedData:
    return DamagedData(
        _("This is not the journal of a workshop, or its beginning is damaged."),
        _("The file was not changed."),
        _("Choose another file, or start the workshop anew from its plan."),
        details,
    )


def head_of(line: bytes) -> tuple[dict[str, Any], str]:
    """Give what the first line says, and its checksum.

    Raises:
        DamagedData: it is none of ours.
        NewerData: a newer Upstander wrote it.

    """
    try:
        head = json.loads(line)
        text, _comma, _rest = line.decode().rpartition(',"sum":')
    except (ValueError, RecursionError) as error:
        raise _damaged(str(error)) from error
    if not isinstance(head, dict):
        raise _damaged("no object")
    written = str(head.get("format", ""))
    if written != FORMAT:
        if written.startswith("journal/"):
            raise NewerData(
                _("A newer Upstander wrote this journal."),
                _("The file was not changed."),
                _("Open it with that one."),
                written,
            )
        raise _damaged("format")
    if head.get("sum") != checksum("", f"{text}}}"):
        raise _damaged("sum")
    return head, head["sum"]


def entry_of(line: bytes, number: int, last: str) -> tuple[Entry | None, str]:
    """Give a line's act, if it holds one with that number, and its checksum after ``last``."""
    try:
        got = json.loads(line)
        text, _comma, _rest = line.decode().rpartition(',"sum":')
        entry = Entry(got["n"], got["t"], float(got["w"]), got["act"], got["what"], got.get("at"))
        sum_ = got["sum"]
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None, last
    if sum_ != checksum(last, f"{text}}}") or entry.n != number or not _is_sound(entry):
        return None, last
    return entry, sum_


def _is_sound(entry: Entry) -> bool:
    """Tell whether an entry holds what each of them holds; sums can be made by anybody."""
    return (
        type(entry.t) is int
        and 0 <= entry.t <= LONGEST
        and abs(entry.wall) < LATEST
        and isinstance(entry.act, str)
        and isinstance(entry.what, dict)
    )
