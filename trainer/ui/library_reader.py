"""Reading the library without the window standing still.

With a fresh index it is there at once. A large library that was never read takes seconds:
then the window shows, says how far it is, and can be told to stop.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.ui.context import Context

AT_ONCE: Final = 0.15
"""Seconds that may pass before the window shows that it is reading."""

SLICE: Final = 0.012
"""Seconds of reading between two looks at what the person does."""


class LibraryReader(QObject):
    """Reads ``context.library``; ``context.reading`` says how far it is, None when it is done."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._steps: Iterator[tuple[int, int]] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        context.reading_wanted.connect(self.read)
        context.stop_reading_wanted.connect(self.stop)

    def read(self) -> None:
        """Read the library anew; what takes longer than a moment goes on in slices."""
        self._steps = self._context.library.reading()
        if not self._advance(AT_ONCE):
            self._context.reading_changed.emit(self._context.reading)
            self._timer.start(0)

    def stop(self) -> None:
        """Leave it at what has been read until now."""
        close = getattr(self._steps, "close", None)
        if close is not None:
            close()
        self._finish()

    def _advance(self, seconds: float) -> bool:
        """Read for a while; True when everything is read."""
        end = time.monotonic() + seconds
        for far in self._steps or ():
            self._context.reading = far
            if time.monotonic() > end:
                return False
        self._finish()
        return True

    def _go_on(self) -> None:
        if not self._advance(SLICE):
            self._context.reading_changed.emit(self._context.reading)

    def _finish(self) -> None:
        self._timer.stop()
        self._steps = None
        self._context.reading = None
        self._context.library_changed.emit()
