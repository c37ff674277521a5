"""A glance at a journal: what its card tells, from its first line and its last ones.

Doing thousands of votes again would hold up the window for a third of a second, only to say in
which part of the plan a workshop stopped. What a glance cannot tell, reading all of it does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from trainer.workshop.journal.reopening import contents, entry_of, head_of

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.workshop.journal.journal import Entry

# Quotation marks inside a text are escaped, so that nobody's words can look like these.
_BEGIN: Final = b',"act":"begin",'
_END: Final = b',"act":"end",'


@dataclass(frozen=True, slots=True)
class Glance:
    """What the first and the last lines say. Times are the wall clock, in seconds.

    ``segment`` and ``last`` are where the last act led and when it was done, None before any;
    ``began_at`` is None before the beginning.
    """

    head: dict[str, Any]
    began_at: float | None = None
    last: float | None = None
    segment: int | None = None


def head(path: Path) -> dict[str, Any]:
    """Give what the first line says.

    Raises:
        UpstanderError: as :func:`~trainer.workshop.journal.reopening.read` does.

    """
    return head_of(contents(path).split(b"\n", 1)[0])[0]


def glance(path: Path) -> Glance | None:
    """Look at a journal; None where only all of it can tell, as when it has ended.

    Raises:
        UpstanderError: as :func:`~trainer.workshop.journal.reopening.read` does.

    """
    data = contents(path)
    # What follows the last end of a line was being written.
    whole = data[: data.rfind(b"\n") + 1] or data
    first = whole.split(b"\n", 1)[0]
    found, _sum = head_of(first)
    if len(first) + 1 >= len(whole):
        return Glance(found)
    if _END in whole:
        return None
    last = _act(whole, len(whole) - 1)
    if last is None or type(last.at) is not int:
        return None
    begin = whole.find(_BEGIN)
    if begin < 0:
        return Glance(found, None, last.wall, last.at)
    began = _act(whole, whole.find(b"\n", begin))
    return None if began is None else Glance(found, began.wall, last.wall, last.at)


def _act(data: bytes, end: int) -> Entry | None:
    """Give the act whose line ends at ``end``, if it follows from the line before it."""
    start = data.rfind(b"\n", 0, end) + 1
    before = data[data.rfind(b"\n", 0, start - 1) + 1 : start - 1]
    try:
        number, last = json.loads(data[start:end])["n"], json.loads(before)["sum"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return entry_of(data[start:end], number, last)[0]
