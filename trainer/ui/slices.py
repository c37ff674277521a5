"""Long work in the window's own thread, a little in each turn of its loop.

Whoever has some gets a turn of its own: two that worked in the same one would keep a person
waiting twice as long.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE: Final = 0.008
"""Seconds of work between two looks at what the person does: half of what a frame takes."""


class _Turn(QObject):
    """Something that waits for a turn of its own.

    Signals:
        comes(): here it is.
    """

    comes = Signal()


class _Queue(QObject):
    """Gives one of those that wait its turn, every other time that the loop comes round.

    In between, what has come of it is laid out and painted; what is due then would be done in the
    same turn.
    """

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._waiting: deque[_Turn] = deque()
        self._rests = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    def add(self, turn: _Turn) -> None:
        """Let something wait behind all others; what waits already keeps its place."""
        if turn not in self._waiting:
            self._waiting.append(turn)
            if not self._timer.isActive():
                self._rests = False
                self._timer.start(0)

    def remove(self, turn: _Turn) -> None:
        """Let it wait no more."""
        if turn in self._waiting:
            self._waiting.remove(turn)

    def _next(self) -> None:
        turns = QThread.currentThread().loopLevel() > 0
        self._rests = turns and not self._rests
        if self._rests:
            return
        # Who asks for all that is due, outside of a loop, gets all of it.
        for turn in list(self._waiting)[: 1 if turns else None]:
            if turn in self._waiting:
                self._waiting.remove(turn)
                self._give(turn)
        if not self._waiting:
            self._timer.stop()

    @staticmethod
    def _give(turn: _Turn) -> None:
        if isValid(turn):  # Else it has gone with its page.
            turn.comes.emit()


class _Program:
    """Has the queue of the program that runs."""

    queue: _Queue | None = None


def _queue() -> _Queue:
    if _Program.queue is None or not isValid(_Program.queue):
        _Program.queue = _Queue(QCoreApplication.instance())
    return _Program.queue


class Soon(QObject):
    """Tells once, however often it was started, in a turn in which no other work is done.

    Signals:
        due(): it is time.
    """

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turn = _Turn(self)
        self._turn.comes.connect(self._come)
        self._is_due = False

    @property
    def is_waiting(self) -> bool:
        """Whether it was started, and has not told yet."""
        return self._is_due

    def start(self) -> None:
        """Tell, soon."""
        self._is_due = True
        _queue().add(self._turn)

    def stop(self) -> None:
        """Do not tell."""
        self._is_due = False
        _queue().remove(self._turn)

    def _come(self) -> None:
        self._is_due = False
        self.due.emit()


class Slices(QObject):
    """Goes through an iterator, a slice in each turn; one that is begun ends the one before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._turn = _Turn(self)
        self._turn.comes.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether there is something left to do."""
        return self._steps is not None

    def begin(self, steps: Iterator[object]) -> None:
        """Go through this, from the next turn on."""
        self._steps = steps
        _queue().add(self._turn)

    def stop(self) -> None:
        """Leave what is not done undone."""
        self._steps = None
        _queue().remove(self._turn)

    def _go_on(self) -> None:
        steps, end = self._steps, monotonic() + SLICE
        _queue().add(self._turn)  # Also if a step fails: then nothing more comes of them.
        for _step in steps or ():
            if self._steps is not steps:
                return  # Another one was begun by what was done.
            if monotonic() >= end:
                return
        if self._steps is steps:
            self.stop()
