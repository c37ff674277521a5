"""The drawing of a page or of one of its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trainer.ui import theme
from trainer.ui.widgets import drawings
from trainer.ui.widgets.picture_layout import HEIGHT, WIDTH

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent


class PagePicture(QLabel):
    """As wide as it is given room, its height follows; hidden where there is no picture.

    ``words`` is what a screen reader says of it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A label that holds a pixmap is a graphic to a screen reader, any other widget is not.
        role = QPixmap(1, 1)
        role.fill(Qt.GlobalColor.transparent)
        self.setPixmap(role)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name = ""
        self._folder: Path | None = None

    def show_picture(self, name: str | None, folder: Path | None, words: str) -> None:
        """Show a built-in drawing, or with a dot in its name a picture in ``folder``."""
        self._name, self._folder = name or "", folder
        there = drawings.page_picture(self._name, folder, QSize(8, 4), 1.0) is not None
        self.setAccessibleName(words)
        self.setVisible(there)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Keep the proportion of the drawings."""
        return round(width * HEIGHT / WIDTH)

    def sizeHint(self) -> QSize:
        """Ask for the size of the drawings at the text size in use."""
        width = theme.px(WIDTH)
        return QSize(width, self.heightForWidth(width))

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
