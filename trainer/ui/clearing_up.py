"""Collecting garbage in the window's thread, and nowhere else.

Python collects in whichever thread happens to make the next thing. What the window has let go of
would be destroyed there, beside Qt, and Qt's objects must be destroyed in their own thread.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from trainer.scenario.files.collector import is_paused

_TURN: Final = 500
"""Milliseconds between two looks at how much there is to look through."""

_YOUNG: Final = 2_000
"""New objects that are looked through at once: about a millisecond of work."""

_MANY: Final = 50_000
"""New objects after which all of them are looked through, when nobody waits."""

_TOO_MANY: Final = 5_000_000
"""New objects after which nothing is waited for: some hundred megabytes."""

_AFTER: Final = 1_500
"""Milliseconds after a page was left: it shows by then, and is being read."""


class ClearingUp(QObject):
    """Takes over from Python's own collector, which is off as long as this is there.

    What is new is looked through twice a second, what has stayed a while after a page was left.
    All the rest, which takes long where a long scenario is open, only while another window is in
    front.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # What is there by now stays.
        self._made = 0  # Since everything was looked through.
        self._stayed = 0  # Of that, since a page was left.
        self._turn = QTimer(self, interval=_TURN)
        self._turn.timeout.connect(self._look)
        self._turn.start()
        self._left = QTimer(self, singleShot=True, interval=_AFTER)
        self._left.timeout.connect(self._look_through_much)

    def page_left(self) -> None:
        """Note that much may have been let go of."""
        self._left.start()

    def _look(self) -> None:
        new = gc.get_count()[0]
        if new < _YOUNG or is_paused():
            return  # What is being built stays, and would all be looked through.
        self._made += new
        self._stayed += new
        gc.collect(1)
        away = QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive
        if self._made > _TOO_MANY or (away and self._made > _MANY):
            self._look_through_all()

    def _look_through_much(self) -> None:
        """Without what a long file was read into: that takes a quarter of a second."""
        if is_paused():
            self._left.start()  # It is being read: all that is there so far would be among it.
        elif self._stayed + gc.get_count()[0] > _MANY:
            self._stayed = 0
            gc.collect()

    def _look_through_all(self) -> None:
        self._made = 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()  # The next look at what is new does not go through it again.
