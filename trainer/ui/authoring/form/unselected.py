"""A line in a form of the editor: one comes to it with nothing selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from trainer.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_SELECT: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class UnselectedLine(TextField):
    """What is typed here is in the file at once, so the first key must not wipe all that stood.

    Qt selects a line that Tab leads to, and also one that it gives the focus to by itself, because
    what had it has gone out of view.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand behind what is written, as in a text of several lines."""
        super().focusInEvent(event)
        if event.reason() in _SELECT:
            self.deselect()
