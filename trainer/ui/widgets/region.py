"""A part of a page that takes the focus as a whole, to be read before anything is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from trainer.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Region(QWidget):
    """Shows that it has the focus by a bar in the margin where reading begins.

    Its layout leaves ``EDGE`` free there. Its accessible description holds what can be read in it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar while it has the focus."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().focus))
        wide = theme.RING + 1
        left = self.width() - wide if self.isRightToLeft() else 0
        painter.drawRoundedRect(QRectF(left, 2, wide, self.height() - 4), 1.5, 1.5)
