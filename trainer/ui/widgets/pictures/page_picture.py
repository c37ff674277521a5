"""The drawing of a page or of one of its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from trainer.ui import theme
from trainer.ui.widgets.pictures import drawings
from trainer.ui.widgets.pictures.picture_label import PictureLabel

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class PagePicture(PictureLabel):
    """As wide as it is given room, its height follows; hidden where there is no picture.

    ``words`` is what a screen reader says of it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._folder: Path | None = None

    def show_picture(self, name: str | None, folder: Path | None, words: str) -> None:
        """Show a built-in drawing, or with a dot in its name a picture in ``folder``."""
        self._name, self._folder = name or "", folder
        there = drawings.page_picture(self._name, folder, QSize(8, 4), 1.0) is not None
        self.setAccessibleName(words)
        self.setVisible(there)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture with round corners, and an outline in high contrast."""
        ratio = self.devicePixelRatioF()
        picture = drawings.page_picture(self._name, self._folder, self.size(), ratio)
        if picture is None:
            return
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(QColor(colours.outline), theme.RING) if colours.contrast else Qt.PenStyle.NoPen
        )
        brush = QBrush(picture)
        painter.setBrush(brush)
        corner = theme.px(theme.CARD_CORNER)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
