"""Reading a journal again: after a crash, on a second laptop, for the report.

A last line that is not whole was being written when the program ended, and its act never
showed: it is left out. Anything else that is wrong ends what can be trusted; what stands before
it is given, and it is said.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from trainer.errors import DamagedData, KeepingError, NewerData
from trainer.language import _
from trainer.workshop.journal.journal import FORMAT, Entry, Journal, checksum

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Opened:
    """What a journal holds. ``whole`` tells that nothing in it was unreadable.

    ``good`` is the length in bytes up to which it is right, ``last`` the checksum there.
    """

    path: Path
    head: dict[str, Any]
    entries: tuple[Entry, ...]
    whole: bool
    good: int
    last: str

    def go_on(self) -> Journal:
        """Write on at its end; what was unreadable is kept beside it first.

        Raises:
            KeepingError: it cannot be written.

        """
        try:
            size = self.path.stat().st_size
            if size > self.good:
                if not self.whole:
                    beside = self.path.with_name(self.path.name + ".damaged")
                    beside.write_bytes(self.path.read_bytes())
                with self.path.open("r+b") as file:
                    file.truncate(self.good)
        except OSError as error:
            raise KeepingError(
                _("The workshop’s journal could not be written."), details=str(error)
            ) from error
        return Journal(self.path, len(self.entries), self.last)


def read(path: Path) -> Opened:
    """Read a journal.

    Raises:
        DamagedData: it is none, or its beginning cannot be read.
        NewerData: a newer Upstander wrote it.
        KeepingError: it cannot be read at all.

    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise KeepingError(
            _("The workshop’s journal cannot be read."), details=str(error)
        ) from error
    if len(data) > LARGEST:
        raise _damaged("too large")
    lines = data.split(b"\n")
    head, last = _head(lines[0])
    good = len(lines[0]) + 1
    entries: list[Entry] = []
    whole = True
    # What follows the last end of a line was being written.
    for number, line in enumerate(lines[1:-1], start=1):
        entry, sum_ = _entry(line, number, last)
        if entry is None:
            whole = False
            break
        entries.append(entry)
        last, good = sum_, good + len(line) + 1
    return Opened(path, head, tuple(entries), whole, good, last)


def _damaged(details: str) -> DamagedData:
    return DamagedData(
        _("This is not the journal of a workshop, or its beginning is damaged."),
        _("The file was not changed."),
        _("Choose another file, or start the workshop anew from its plan."),
        details,
    )


def _head(line: bytes) -> tuple[dict[str, Any], str]:
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


def _entry(line: bytes, number: int, last: str) -> tuple[Entry | None, str]:
    try:
        got = json.loads(line)
        text, _comma, _rest = line.decode().rpartition(',"sum":')
        entry = Entry(got["n"], got["t"], float(got["w"]), got["act"], got["what"])
        sum_ = got["sum"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None, last
    right = sum_ == checksum(last, f"{text}}}") and entry.n == number
    return (entry, sum_) if right and isinstance(entry.what, dict) else (None, last)
