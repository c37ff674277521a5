"""Long work in the window's own thread, a little in each turn of its loop."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE: Final = 0.008
"""Seconds of work between two looks at what the person does: half of what a frame takes."""


class Slices(QObject):
    """Goes through an iterator, a slice in each turn; one that is begun ends the one before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether there is something left to do."""
        return self._steps is not None

    def begin(self, steps: Iterator[object]) -> None:
        """Go through this, from the next turn on."""
        self._steps = steps
        self._timer.start(0)

    def stop(self) -> None:
        """Leave what is not done undone."""
        self._steps = None
        self._timer.stop()

    def _go_on(self) -> None:
        steps, end = self._steps, monotonic() + SLICE
        for _step in steps or ():
            if self._steps is not steps:
                return  # Another one was begun by what was done.
            if monotonic() >= end:
                return
        if self._steps is steps:
            self.stop()
