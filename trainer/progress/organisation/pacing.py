"""When to send what, and what an answer means: plain data in, plain data out, no clock, no socket.

At least once: a statement waits until the store has said that it has it. As it keeps its id
and its bytes, one that arrives twice counts once.

=================================  =====================================================
the store answers                  then
=================================  =====================================================
200 with the ids, 204              they are there
400, 413, 422 (and 409)            half as many next time, down to the one that it does not
                                   take, which is marked and never sent again
408, 429, 5xx, nothing, no answer  later: longer each time, never sooner than it asks for
401, 403, 3xx, other 4xx,          stop until the learner says to try again
200 without the ids
=================================  =====================================================
"""

from __future__ import annotations

import json
import random
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

BATCH: Final = 50
"""Statements in one request."""

MOST_BYTES: Final = 200_000
"""Bytes of the statements in one request, unless one alone is longer."""

FIRST_WAIT: Final = 30.0
LONGEST_WAIT: Final = 6 * 3600.0
"""Seconds to wait after the first failure, and at most."""

LONGEST_ASKED: Final = 24 * 3600.0
"""Seconds that a store may ask to be left alone."""

_DIVIDED: Final = frozenset({400, 409, 413, 422})
_LATER: Final = frozenset({408, 425, 429})


class Trouble(StrEnum):
    """Why there was no answer that counts."""

    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"
    BROKEN = "broken"
    TOO_MUCH = "too-much"


class Halt(StrEnum):
    """Why nothing is sent until the learner says so."""

    REFUSED = "refused"
    MOVED = "moved"
    STRANGE = "strange"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. ``status`` is 0 if nothing did, and ``trouble`` says why.

    ``ids`` are those that the store says it has, None if it named none; ``retry_after`` is
    in seconds; ``said`` is what it wrote, short, for the learner to read.
    """

    status: int = 0
    trouble: Trouble | None = None
    ids: frozenset[str] | None = None
    retry_after: float | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement in the outbox: its number there, its id, its bytes."""

    number: int
    id: str
    statement: bytes


@dataclass(frozen=True, slots=True)
class Pace:
    """How sending goes. ``since`` and ``wait`` (seconds) say until when nothing is tried.

    ``size`` is how many go together up to the one with the number ``until``, because one
    among those was not taken. ``status`` and ``trouble`` are those of the latest failure.
    """

    failures: int = 0
    since: str = ""
    wait: float = 0.0
    size: int = BATCH
    until: int = 0
    halt: str = ""
    status: int = 0
    trouble: str = ""

    def to_json(self) -> str:
        """Write it as it is kept."""
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class After:
    """What an answer changes: the pace, and numbers of statements that need no sending now."""

    pace: Pace
    sent: tuple[int, ...] = ()
    rejected: tuple[int, ...] = field(default=())


def from_json(text: str) -> Pace:
    """Read a pace as it was kept; what makes no sense is the pace of a beginning."""
    try:
        kept = json.loads(text)
        found = Pace(**kept)
        since = datetime.fromisoformat(found.since) if found.since else None
    except (ValueError, TypeError, RecursionError):
        return Pace()
    if since is not None and since.tzinfo is None:
        return Pace()
    numbers = (found.failures, found.wait, found.size, found.until, found.status)
    if not all(isinstance(one, int | float) and 0 <= one < 2**63 for one in numbers):
        return Pace()
    size, wait = max(1, min(BATCH, int(found.size))), min(found.wait, LONGEST_ASKED)
    return replace(found, size=size, wait=wait)


def seconds_left(pace: Pace, now: datetime) -> float:
    """Give for how many seconds nothing is to be tried; 0 if it may be tried now.

    If the clock was set back to before the failure, nobody knows how long ago that was: then
    it may be tried now. One that was set forward only makes the wait shorter.
    """
    if not pace.since:
        return 0.0
    since = datetime.fromisoformat(pace.since)
    if now < since:
        return 0.0
    return max(0.0, (since + timedelta(seconds=pace.wait) - now).total_seconds())


def batch(pace: Pace, waiting: Sequence[Waiting]) -> list[Waiting]:
    """Give those of the statements that go together next, the first ones first."""
    most = pace.size if waiting and waiting[0].number <= pace.until else BATCH
    found: list[Waiting] = []
    size = 0
    for one in waiting[:most]:
        size += len(one.statement)
        if found and size > MOST_BYTES:
            break
        found.append(one)
    return found


def after(pace: Pace, tried: Sequence[Waiting], reply: Reply, now: datetime, seed: str) -> After:
    """Give what becomes of statements that were tried, and of the pace.

    Args:
        pace: the pace until now.
        tried: the statements of the request.
        reply: what came back.
        now: the time, timezone-aware.
        seed: parts the waits of those who were turned away in the same moment.

    """
    numbers = tuple(one.number for one in tried)
    status = reply.status
    if reply.trouble is not None or status in _LATER or status >= 500 or 100 <= status < 200:
        return After(_later(pace, reply, now, seed))
    if status == 204 or (status == 200 and reply.ids is not None and _all_there(tried, reply.ids)):
        return After(_went(pace, numbers), sent=numbers)
    if status in _DIVIDED:
        if len(tried) > 1:
            return After(replace(_calm(pace), size=(len(tried) + 1) // 2, until=numbers[-1]))
        return After(_went(pace, numbers), rejected=numbers)
    return After(replace(_calm(pace), halt=_halt(status), status=status))


def resumed(pace: Pace) -> Pace:
    """Give the pace after the learner has said to try again now."""
    return replace(_calm(pace), failures=pace.failures)


def _all_there(tried: Sequence[Waiting], ids: frozenset[str]) -> bool:
    return all(one.id in ids for one in tried)


def _calm(pace: Pace) -> Pace:
    return replace(pace, failures=0, since="", wait=0.0, halt="", status=0, trouble="")


def _went(pace: Pace, numbers: tuple[int, ...]) -> Pace:
    """Send as many together as usual once all that were in doubt are through."""
    calm = _calm(pace)
    return replace(calm, size=BATCH, until=0) if numbers[-1] >= pace.until else calm


def _later(pace: Pace, reply: Reply, now: datetime, seed: str) -> Pace:
    failures = pace.failures + 1
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(failures - 1, 20))
    # Half of it at least, so that not all come back in the same moment.
    wait *= random.Random(f"{seed} {failures}").uniform(0.5, 1.0)
    wait = max(wait, min(reply.retry_after or 0.0, LONGEST_ASKED))
    trouble = str(reply.trouble) if reply.trouble is not None else ""
    return replace(
        pace,
        failures=failures,
        since=now.isoformat(),
        wait=wait,
        status=reply.status,
        trouble=trouble,
        halt="",
    )


def _halt(status: int) -> Halt:
    if status in (401, 403):
        return Halt.REFUSED
    if 300 <= status < 400:
        return Halt.MOVED
    return Halt.ADDRESS if status in (404, 405, 410) else Halt.STRANGE
