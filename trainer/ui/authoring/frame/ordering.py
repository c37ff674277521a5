"""Tab goes as the eye does: put in order once all that has come stands, and before Tab is pressed.

To find the order all controls are walked through, which takes as long as painting them: so it is
not done in the turn in which a page or another form shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer

from trainer.ui.widgets.focus_order import chain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

LATER: Final = 120
"""Milliseconds without anything new after which it is done; nobody is at Tab so soon."""


class Ordering(QObject):
    """Has the order made; whoever presses Tab finds it made.

    ``parts`` gives what it goes through, in reading order; ``inside`` is made along with it.
    """

    def __init__(
        self, parts: Callable[[], list[QWidget]], parent: QObject, inside: Ordering | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._order: Callable[[], object] | None = None
        self._inside = inside
        if inside is not None:
            inside.around = self
        self.around: Ordering | None = None
        self._timer = QTimer(self, singleShot=True, interval=LATER)
        self._timer.timeout.connect(self._make)

    @property
    def is_due(self) -> bool:
        """Whether it is to be made still."""
        return self._timer.isActive()

    def start(self) -> None:
        """Know that something else shows now."""
        self._timer.start()

    def stop(self) -> None:
        """Take note that it was made."""
        self._timer.stop()

    def by(self, order: Callable[[], object]) -> None:
        """Have it made once by this, which does more than is usual: around the page, too."""
        self._order = order
        self.start()

    def key_comes(self, key: int) -> None:
        """Make it before Tab goes on."""
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.now()

    def now(self) -> None:
        """Make it, if it is due."""
        if self.is_due:
            self._make()
        elif self._inside is not None:
            self._inside.now()

    def _make(self) -> None:
        if self.around is not None and self.around.is_due:
            return  # That makes it, too.
        order, self._order = self._order, None
        self.stop()
        if order is None:
            chain(*self._parts())
        else:
            order()
        if self._inside is not None:
            self._inside.stop()
