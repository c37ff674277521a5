"""Brings a workshop, which anybody may change from any thread, into the window's thread."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from trainer import language as words
from trainer.errors import UpstanderError
from trainer.workshop.refusals import Refused
from trainer.workshop.telling.room_view import room_view

if TYPE_CHECKING:
    from trainer.workshop.state import State
    from trainer.workshop.telling.room_view import RoomView
    from trainer.workshop.workshop import Workshop

EVERY: Final = 200
"""Milliseconds between two looks at what phones changed: 500 votes are a few looks, not 500."""


class Bridge(QObject):
    """A workshop as the window sees it.

    Args:
        workshop: what is looked at.
        parent: as ever; the bridge lets go of the workshop when it is destroyed or closed.

    Signals:
        changed(): the workshop's state is another one; it is read from ``state``.
        refused(object): an act could not be done; the Refused says why, and what to do.
        failed(object): an act could not be kept; the UpstanderError stays until one is.
        kept_again(): after ``failed``, an act was kept.

    """

    changed = Signal()
    refused = Signal(object)
    failed = Signal(object)
    kept_again = Signal()
    _stirred = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workshop = workshop
        self.error: UpstanderError | None = None
        self._shown: State = workshop.state
        self._seen_in: State | None = None
        self._seen: dict[tuple[str, str], RoomView] = {}
        self._waits = False
        self._calm = QTimer(self, singleShot=True, interval=EVERY)
        self._calm.timeout.connect(self._look)
        self._stirred.connect(self._stir, Qt.ConnectionType.QueuedConnection)
        self._stop = workshop.watch(self._something_changed)
        self.destroyed.connect(self._stop)

    @property
    def state(self) -> State:
        """Everything as it is now."""
        return self.workshop.state

    def seen(self, language: str) -> RoomView:
        """Give what the room sees now; worked out once for all who show it."""
        state = self.state
        if self._seen_in is not state:
            self._seen_in, self._seen = state, {}
        key = (language, words.code())
        if key not in self._seen:
            self._seen[key] = room_view(self.workshop.making, state, language)
        return self._seen[key]

    def do(self, act: str, /, **what: Any) -> bool:
        """Do an act, and tell whether it was done; what kept it is told by a signal."""
        try:
            self.workshop.do(act, **what)
        except Refused as refusal:
            self.refused.emit(refusal)
            return False
        except UpstanderError as error:
            self.error = error
            self.failed.emit(error)
            return False
        if self.error is not None and not self.workshop.waiting:
            self.error = None
            self.kept_again.emit()
        self._look()
        return True

    def keep_waiting(self) -> bool:
        """Keep acts that were done and could not be kept, and tell whether there were any."""
        if not self.workshop.waiting:
            return False
        try:
            self.workshop.keep_waiting()
        except UpstanderError as error:
            self.error = error
            return False
        self.error = None
        return True

    def close(self) -> None:
        """Look away."""
        self._stop()
        self._calm.stop()

    def _something_changed(self) -> None:
        # In whatever thread acted. One call waits until the next look: 500 votes that call the
        # window 500 times wait for it as often. Setting a flag is atomic.
        if not self._waits:
            self._waits = True
            with contextlib.suppress(RuntimeError):  # The window has just gone.
                self._stirred.emit()

    def _stir(self) -> None:
        if not self._calm.isActive():
            self._look()

    def _look(self) -> None:
        # First: what changes from here on calls anew.
        self._waits = False
        if self._shown is not self.workshop.state:
            self._shown = self.workshop.state
            self._calm.start()
            self.changed.emit()
