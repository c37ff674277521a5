"""Looks at one's own files in a thread: there may be thousands, on a disk that takes its time."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from trainer.authoring.shelf import Seen, Shelf
from trainer.ui.authoring.keeping.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

AT_ONCE: Final = 0.2
"""Seconds that the window waits; what takes longer is told, and shows when it is there."""

_SLICE: Final = 0.1
"""Seconds of looking after which is told how far it is, and whether anybody still wants it."""


class Looking(QObject):
    """Looks at them, the latest thing that is asked for.

    Signals:
        far(int): it takes a while; so many files were looked at until now.
        ended(object): what there is, a :class:`Seen`.
    """

    far = Signal(int)
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = Shelf()
        self._thread = Writer(self)
        self._asked = ("", 0)
        self._steps: Iterator[int] | None = None
        self._is_busy = False

    @property
    def is_looking(self) -> bool:
        """Whether it is not at its end yet."""
        return self._steps is not None

    def look(self, sought: str, most: int, added: Sequence[Path] = ()) -> None:
        """Look for files; what is being looked for is given up. Waits a moment for the end."""
        self._steps = self._shelf.look(sought, most, added)
        if not self._is_busy:
            self._go_on()
        self._thread.wait(AT_ONCE)
        if self._steps is not None:
            self.far.emit(0)

    def _go_on(self) -> None:
        steps = self._steps
        if steps is not None:
            self._is_busy = True
            came = partial(self._came, steps)
            self._thread.do(partial(_advanced, steps), came, self._failed)

    def _came(self, steps: Iterator[int], number: int | None) -> None:
        self._is_busy = False
        if steps is not self._steps:
            self._go_on()  # Something else is wanted now.
        elif number is None:
            self._steps = None
            self.ended.emit(self._shelf.seen)
        else:
            self.far.emit(number)
            self._go_on()

    def _failed(self, error: Exception) -> None:
        """Raise what ought not to happen where it is logged and told; there is nothing to show."""
        self._is_busy, self._steps = False, None
        self.ended.emit(Seen())
        raise error


def _advanced(steps: Iterator[int]) -> int | None:
    """Look for a moment; None: that was the end."""
    end = time.monotonic() + _SLICE
    for number in steps:
        if time.monotonic() > end:
            return number
    return None
