"""Pausing the garbage collector: while much is built that stays, and in threads beside the window.

A collection that begins in another thread would destroy there what the window has let go of, and
Qt's objects are destroyed in their own thread or bring the program down.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Pauses:
    """The collector is on again when the last of those that overlap is over."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._count = 0
        self._was_on = False

    def begin(self) -> None:
        """Switch it off."""
        with self._lock:
            if not self._count:
                self._was_on = gc.isenabled()
                gc.disable()
            self._count += 1

    def end(self) -> None:
        """Switch it on, if it was on and nobody else needs it off."""
        with self._lock:
            self._count -= 1
            if self._was_on and not self._count:
                # What was made counts as old at once, where the collector would first walk over
                # it; and it does so in the thread that makes the next thing.
                gc.freeze()
                gc.unfreeze()
                gc.enable()


_pauses = _Pauses()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the collector from looking, again and again, at what only grows.

    Measured: reading a long file takes half the time. Afterwards it is on or off as it was.
    """
    _pauses.begin()
    try:
        yield
    finally:
        _pauses.end()
