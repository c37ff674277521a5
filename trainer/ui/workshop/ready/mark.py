"""A small icon beside words that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer.ui import icons, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SIDE = 22


class Mark(QWidget):
    """An icon in a colour of the palette; decoration to a screen reader."""

    def __init__(self, parent: QWidget | None = None, icon: str = "", tone: str = "soft") -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        theme.fix(self, width=_SIDE, height=_SIDE)

    def show_mark(self, icon: str, tone: str) -> None:
        """Show another icon, in a text colour of the palette."""
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        colour = getattr(theme.colours(), self._tone)
        icons.paint(QPainter(self), self._icon, QRectF(self.rect()), colour)
