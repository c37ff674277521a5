"""When what is kept of workshops goes, on a computer whose clock may be wrong.

A date is kept by the computer's own clock, and that may jump. Set back, it can make nothing go
early; what lies in the future by it is counted from the day on which that was first seen. Set
forward, it could make everything go at once: so if the program last looked more than
:data:`LONGEST_AWAY` ago, what is due now is only named, and goes when the program looks again a
day later or more. What never ended is always named first, a day before: nobody loses an evening
to a clock that was put right. ``dates.json`` beside the workshops holds what that needs.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from trainer import paths, saving

if TYPE_CHECKING:
    from pathlib import Path

DAY: Final = 24 * 3600.0
LONGEST_AWAY: Final = 30 * DAY
"""Seconds after which a clock that has moved on might as well have been set forward."""


@dataclass(slots=True)
class Dates:
    """What was seen of the clock, in seconds since 1970.

    ``named`` is when something that was due was named first; ``ahead`` when something was first
    seen to be dated in the future. Both by the name of its folder.
    """

    seen: float | None = None
    named: dict[str, float] = field(default_factory=dict)
    ahead: dict[str, float] = field(default_factory=dict)

    def from_when(self, name: str, last: float, now: float) -> float:
        """Give from when the days of something count that was last touched at ``last``."""
        if last <= now + DAY:
            self.ahead.pop(name, None)
            return last
        first = min(self.ahead.get(name, now), now)
        self.ahead[name] = first
        return first

    def may_go(self, name: str, now: float, *, unfinished: bool = False) -> bool:
        """Tell whether something that is due goes now; else it is named, and goes next time."""
        first = self.named.get(name)
        if first is not None and now >= first:
            return now - first >= DAY
        if not unfinished and self.seen is not None and -DAY <= now - self.seen <= LONGEST_AWAY:
            return True
        self.named[name] = now
        return False

    def keep(self, now: float, names: set[str]) -> None:
        """Keep them, of what is still there; where that fails, the next look is careful.

        A later look must not find that the program was away when it was not.
        """
        for known in (self.named, self.ahead):
            for gone in known.keys() - names:
                del known[gone]
        self.seen = now
        plain = {"seen": now, "named": self.named, "ahead": self.ahead}
        with suppress(OSError):
            saving.put(_place(), json.dumps(plain).encode(), mode=0o600)


def _place() -> Path:
    return paths.workshops() / "dates.json"


def read() -> Dates:
    """Read what was seen; what cannot be read was never seen."""
    try:
        plain = json.loads(_place().read_bytes()[:1_000_000])
        return Dates(float(plain["seen"]), _times(plain["named"]), _times(plain["ahead"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Dates()


def _times(plain: dict[str, Any]) -> dict[str, float]:
    return {str(name): float(value) for name, value in plain.items()}


def note(now: float) -> None:
    """Note that the program was here, if nothing tells otherwise."""
    dates = read()
    if dates.seen is None or -DAY <= now - dates.seen <= LONGEST_AWAY:
        dates.keep(now, dates.named.keys() | dates.ahead.keys())
