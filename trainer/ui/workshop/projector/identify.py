"""A large number on each screen, so that they can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter
from PySide6.QtWidgets import QLabel

from trainer.language import _
from trainer.ui import theme
from trainer.ui.workshop.projector import screens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QScreen

SHOWN: Final = 4_000
"""Milliseconds for which the numbers show."""

_SIZE: Final = QSize(420, 300)


class Number(QLabel):
    """The number of a screen, in its middle, for a few seconds."""

    def __init__(self, number: int, screen: QScreen) -> None:
        super().__init__()
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint
        self.setWindowFlags(
            flags | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        known = {"number": number, "screen": screens.words(screen)}
        self.setText(_("Screen %(number)d: %(screen)s") % known)
        self._number = str(number)
        self._words = screens.words(screen)
        self.setWindowTitle(self.text())
        self.setScreen(screen)
        box = QRect(QPoint(), _SIZE.boundedTo(screen.geometry().size()))
        box.moveCenter(screen.geometry().center())
        self.setGeometry(box)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number above the screen's name."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.teal))
        painter.setPen(QColor(palette.on_teal))
        large = QFont(theme.font())
        large.setPixelSize(max(40, self.height() // 2))
        large.setBold(True)
        painter.setFont(large)
        upper = self.rect().adjusted(0, 0, 0, -self.height() // 3)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignCenter), self._number)
        small = QFont(theme.font())
        small.setPixelSize(28)
        painter.setFont(small)
        lower = self.rect().adjusted(12, self.height() * 3 // 5, -12, -8)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(lower, flags, self._words)


def show_numbers() -> list[Number]:
    """Show each screen its number, as the list of screens has it."""
    shown = []
    for number, screen in enumerate(QGuiApplication.screens(), 1):
        made = Number(number, screen)
        made.show()
        QTimer.singleShot(SHOWN, made, made.close)
        shown.append(made)
    return shown
