"""How much is let in: messages, guesses, connections. Pure; times are seconds that run evenly."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Final

LARGEST: Final = 2048
"""Bytes of a message, or of what is posted."""

RATE: Final = 5.0
"""Messages of a phone, a second."""

BURST: Final = 10.0
"""How many may come at once, after a silence."""

POLLS: Final = 20.0
"""Times that a phone without a WebSocket may ask, a second; what it says counts besides."""

MOST_POLLS: Final = 3
"""How many of them may wait at once: one page has one, and one that was cut off lingers."""

PATIENCE: Final = 20
"""Messages too many after which a connection is closed."""

UNKNOWN: Final = 15.0
"""Seconds that a connection may be open and nobody has joined by it."""

POLLING: Final = 60.0
"""Seconds that a connection of a phone that asks again and again stays."""

MOST: Final = 2_500
"""Connections in all; the system may allow fewer."""

MOST_UNKNOWN: Final = 1_200
"""Connections by which nobody has joined yet; 1,000 phones may come in the same moment."""

WRONG_HERE: Final = 5
"""Wrong codes on one connection, which is then closed."""

WRONG_DELAY: Final = 1.0
"""Seconds until it is said that a code was wrong."""

WRONG_FREELY: Final = 30
"""Wrong codes of one address in a minute that slow nobody down."""

SLOWLY: Final = 0.1
"""Seconds between two codes that are looked at, once an address has given so many."""

LONGEST: Final = 5.0
"""Seconds that anybody waits for a code to be looked at."""

_MINUTE: Final = 60.0


@dataclass(slots=True)
class Bucket:
    """Lets through so many a second, and a few at once."""

    rate: float = RATE
    burst: float = BURST
    left: float = BURST
    at: float = 0.0

    def take(self, now: float) -> bool:
        """Take one, or tell that there is none."""
        self.left = min(self.burst, self.left + max(0.0, now - self.at) * self.rate)
        self.at = now
        if self.left < 1.0:
            return False
        self.left -= 1.0
        return True


@dataclass(slots=True)
class _Guessing:
    wrong: deque[float] = field(default_factory=deque)
    free: float = 0.0

    def recent(self, now: float) -> int:
        while self.wrong and self.wrong[0] < now - _MINUTE:
            self.wrong.popleft()
        return len(self.wrong)


class Guesses:
    """Slows down whoever guesses codes, by address; others are not held up by it.

    A whole room may stand behind one address. It is then slowed down with whoever guesses, and
    never shut out. The addresses are forgotten after a minute, and kept nowhere.
    """

    def __init__(self) -> None:
        self._by_address: dict[str, _Guessing] = {}

    def wait(self, address: str, now: float) -> float | None:
        """Give the seconds until a code may be looked at; None if too many wait for that."""
        found = self._by_address.get(address)
        if found is None or found.recent(now) < WRONG_FREELY:
            return 0.0
        at = max(now, found.free)
        if at - now > LONGEST:
            return None
        found.free = at + SLOWLY
        return at - now

    def wrong(self, address: str, now: float) -> None:
        """Note that a code was wrong."""
        for known in [a for a, one in self._by_address.items() if not one.recent(now)]:
            del self._by_address[known]
        found = self._by_address.setdefault(address, _Guessing())
        if len(found.wrong) < 10 * WRONG_FREELY:
            found.wrong.append(now)
