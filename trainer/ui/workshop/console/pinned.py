"""What stays in view below a tab, however long that is: the buttons and the line for hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.widgets.card import fill

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Pinned(QWidget):
    """Shows while its tab is in front and something is in it: ``pinned.body.addWidget(…)``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = theme.lay(QVBoxLayout(self), spacing=8)
        self._is_front, self._is_filled, self._is_apart = False, False, False

    def show_front(self, front: bool) -> None:
        """Say whether its tab is in front."""
        self._is_front = front
        self._show()

    def show_filled(self, filled: bool) -> None:
        """Say whether there is something in it."""
        self._is_filled = filled
        self._show()

    def set_apart(self, apart: bool) -> None:
        """Stand below what scrolls, with a line between; or scroll with it."""
        self._is_apart = apart
        theme.lay(self.body, margins=(16, 12, 16, 14) if apart else (0, 0, 0, 0), spacing=8)
        self.update()

    def _show(self) -> None:
        self.setVisible(self._is_front and self._is_filled)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above it."""
        if self._is_apart:
            fill(QPainter(self), QRectF(0, 0, self.width(), 1), theme.colours().line)
