"""What every picture is to layouts and to screen readers: a graphic as high as its width asks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trainer.ui import theme
from trainer.ui.widgets.pictures.picture_layout import HEIGHT, WIDTH


class PictureLabel(QLabel):
    """A picture as wide as it is given room, in the proportion of our drawings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A label that holds a pixmap is a graphic to a screen reader, any other widget is not.
        role = QPixmap(1, 1)
        role.fill(Qt.GlobalColor.transparent)
        self.setPixmap(role)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Keep the proportion of the drawings, also where it may not be as wide as its room."""
        return round(min(width, self.maximumWidth()) * HEIGHT / WIDTH)

    def sizeHint(self) -> QSize:
        """Ask for the size of the drawings at the text size in use."""
        width = theme.px(WIDTH)
        return QSize(width, self.heightForWidth(width))
