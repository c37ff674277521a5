"""The window's icon: footprints on teal."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from trainer.ui import icons
from trainer.ui.palettes import LIGHT


def app_icon() -> QIcon:
    """Draw the icon in the sizes that desktops ask for."""
    made = QIcon()
    for size in (16, 32, 48, 128):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.teal))
        painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.24, size * 0.24)
        inset = size * 0.18
        box = QRectF(inset, inset, size - 2 * inset, size - 2 * inset)
        icons.paint(painter, "footprints", box, LIGHT.on_teal)
        painter.end()
        made.addPixmap(pixmap)
    return made
