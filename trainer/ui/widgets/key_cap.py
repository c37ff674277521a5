"""Key caps: the key that does something, as it is printed on the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trainer.ui import theme
from trainer.ui.theme import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ROLE = Role.SMALL_STRONG
_CORNER = 6


def key_cap_size(text: str) -> QSize:
    """Room that a key cap needs, in pixels as scaled."""
    metrics = QFontMetrics(theme.font(_ROLE))
    height = metrics.height() + theme.px(6)
    return QSize(max(metrics.horizontalAdvance(text) + theme.px(14), height), height)


def paint_key_cap(painter: QPainter, box: QRect, text: str, *, on: str = "") -> None:
    """Paint a key cap; ``on`` is the colour of text and edge on a coloured surface."""
    palette = theme.colours()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corner = theme.px(_CORNER)
    painter.setPen(QPen(QColor(on or palette.line), 1))
    painter.setBrush(QColor(palette.well) if not on else Qt.BrushStyle.NoBrush)
    outer = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(outer, corner, corner)
    # The thicker lower edge is what makes it a key.
    foot = QRectF(box.left() + corner / 2, box.bottom() - 1, box.width() - corner, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(on or palette.line))
    painter.drawRect(foot)
    painter.setFont(theme.font(_ROLE))
    painter.setPen(QColor(on or palette.soft))
    painter.drawText(box.adjusted(0, 0, 0, -1), int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


class KeyCap(QLabel):
    """A key cap as a label of its own."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the words on the key."""
        return key_cap_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """Never less than it needs."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key."""
        paint_key_cap(QPainter(self), self.rect(), self.text())
