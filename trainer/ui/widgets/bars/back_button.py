"""The button that leads back to the page from which this one was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.window.trail import back_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class BackButton(QuietButton):
    """Says where it leads; a page calls :meth:`show_way` each time it is opened."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._full = back_words("")
        super().__init__(self._full, parent, icon="arrow-left")
        self._context = context
        self.clicked.connect(context.go_back)

    def show_way(self) -> None:
        """Say where it leads now."""
        self._full = back_words(self._context.trail.latest)
        self.set_words(self._full)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Backspace as well, as on the page that the button belongs to."""
        if event.key() == Qt.Key.Key_Backspace and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def fit_bar(self, roomy: bool) -> None:
        """Say it shorter in a bar that has no room."""
        self.set_words(self._full if roomy else back_words(""))
        self.setAccessibleName(self._full)
