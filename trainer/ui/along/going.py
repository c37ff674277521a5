"""Something that takes a while, done in slices, so that the window can show how far it is."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.errors import UpstanderError

if TYPE_CHECKING:
    from collections.abc import Generator

_SLICE: Final = 0.01
"""Seconds after which the window has its turn."""


class Going(QObject):
    """Goes the steps of a generator, which give how far it is, from 0 to 1.

    Signals:
        moved(object): how far it is, a number from 0 to 1.
        ended(object): what the generator returned.
        failed(object): the ``UpstanderError`` that stopped it.
    """

    moved = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, steps: Generator[float, None, Any], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go)

    def start(self) -> None:
        """Begin, once the window has shown that it does."""
        self._timer.start(0)

    def stop(self) -> None:
        """End it where it is: nothing of it holds."""
        self._timer.stop()
        self._steps.close()

    def _go(self) -> None:
        until = monotonic() + _SLICE
        try:
            at = next(self._steps)
            while monotonic() < until:
                at = next(self._steps)
        except StopIteration as end:
            self._timer.stop()
            self.ended.emit(end.value)
        except UpstanderError as error:
            self._timer.stop()
            self.failed.emit(error)
        except BaseException:
            self._timer.stop()
            raise
        else:
            self.moved.emit(at)
