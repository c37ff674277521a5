"""Turns of the window's loop: how long each kept a person waiting.

A turn is all that happens between two waits of the loop (keys, layout, painting, timers): one
stall for whoever types. It is counted in the processor time of the window's own thread: waiting
takes none, and what else the machine does is not in it.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEventLoop, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONGEST = 60.0
"""Seconds that are waited for something, at most."""


class Turns:
    """What each turn of the loop took, in milliseconds, since :meth:`begin`."""

    def __init__(self) -> None:
        self.took: list[float] = []
        self._since = time.thread_time()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        self._dispatcher = dispatcher
        dispatcher.aboutToBlock.connect(self._waits)

    def _waits(self) -> None:
        now = time.thread_time()
        self.took.append((now - self._since) * 1000)
        self._since = now

    def begin(self) -> None:
        """Measure anew; what is going on counts from now."""
        self.took, self._since = [], time.thread_time()

    def end(self) -> None:
        """Measure no more."""
        self._dispatcher.aboutToBlock.disconnect(self._waits)

    @property
    def longest(self) -> float:
        """The longest turn."""
        return max(self.took, default=0.0)

    def over(self, limit: float) -> int:
        """Count the turns that took longer."""
        return sum(one > limit for one in self.took)


@contextmanager
def watched() -> Iterator[Turns]:
    """Measure the turns meanwhile."""
    turns = Turns()
    try:
        yield turns
    finally:
        turns.end()


def run(seconds: float, until: Callable[[], bool] | None = None) -> None:
    """Let the loop turn as it does for a person: for a while, or until something is so."""
    loop = QEventLoop()
    clock = QTimer()
    end = time.monotonic() + (seconds if until is None else _LONGEST)

    def look() -> None:
        if time.monotonic() >= end or (until is not None and until()):
            loop.quit()

    clock.timeout.connect(look)
    clock.start(5)
    loop.exec()
    clock.stop()


def act(turns: Turns, do: Callable[[], object], rest: float = 0.03) -> float:
    """Do something inside a turn, as a key does; give the longest turn until all has come of it."""
    QCoreApplication.processEvents()
    turns.begin()
    QTimer.singleShot(0, do)
    run(rest)
    return turns.longest
