"""Time in a workshop: milliseconds since it began, which never run backwards."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """Where time comes from; a test has one of its own."""

    def running(self) -> float:
        """Seconds that run on evenly while the program runs."""

    def wall(self) -> float:
        """Seconds since 1970, as the computer believes."""


class SystemClock:
    """The computer's own clocks."""

    def running(self) -> float:
        """Seconds that run on evenly while the program runs."""
        return time.monotonic()

    def wall(self) -> float:
        """Seconds since 1970, as the computer believes."""
        return time.time()
