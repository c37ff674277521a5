"""The button that leaves quickly. Before it is pressed it says how one comes back; after, nothing.

The neutral page must not say so itself: whoever stands behind would read it, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QToolTip

from trainer.language import _
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.words import tip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent
    from PySide6.QtWidgets import QWidget

_BY_KEYS: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class LeaveButton(QuietButton):
    """Leaves quickly. Whoever comes to it by Tab is shown what it does, and the way back."""

    def __init__(self, parent: QWidget | None = None, *, keys: str = "") -> None:
        super().__init__(_("Leave quickly"), parent, icon="log-out", keys=keys)
        said = _(
            "Turns the window into a page of notes at once, as Esc Esc does. "
            "Ctrl Shift Space comes back."
        )
        self.setAccessibleDescription(said)
        self.setToolTip(tip(said))
        self.clicked.connect(QToolTip.hideText)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what it does, to whom it comes by keyboard."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            QTimer.singleShot(0, self, self._tell)  # A tooltip goes with any change of focus.

    def _tell(self) -> None:
        if self.hasFocus() and self.isVisible():
            below = QPoint(0, self.height())
            QToolTip.showText(self.mapToGlobal(below), self.toolTip(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say nothing any more."""
        super().focusOutEvent(event)
        QToolTip.hideText()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say nothing any more: the neutral page shows, or another one."""
        super().hideEvent(event)
        QToolTip.hideText()
