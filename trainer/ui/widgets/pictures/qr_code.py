"""A code for a phone's camera: dark on white in every palette, with its text behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from trainer.ui import theme
from trainer.ui.widgets.card import paint_surface
from trainer.workshop.network.codes import QUIET

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from trainer.workshop.network.codes import Code

DARK, LIGHT = "#000000", "#FFFFFF"


def paint_code(painter: QPainter, box: QRectF, code: Code) -> None:
    """Paint a code with its quiet edge as large as whole pixels allow, in the middle of a box."""
    whole = code.side + 2 * QUIET
    module = max(1, int(min(box.width(), box.height()) // whole))
    side = module * whole
    left = round(box.left() + (box.width() - side) / 2)
    top = round(box.top() + (box.height() - side) / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT))
    painter.drawRect(left, top, side, side)
    painter.setBrush(QColor(DARK))
    for y, row in enumerate(code.rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                at = (left + (x + QUIET) * module, top + (y + QUIET) * module)
                painter.drawRect(*at, module, module)
    painter.restore()


class QrCode(QLabel):
    """Shows a code ``side`` pixels wide (unscaled); ``name`` says what it is for."""

    def __init__(self, name: str, parent: QWidget | None = None, *, side: int = 220) -> None:
        super().__init__(parent)
        self._side = side
        self._code: Code | None = None
        # A label that holds a pixmap is a graphic to a screen reader, any other widget is not.
        role = QPixmap(1, 1)
        role.fill(Qt.GlobalColor.transparent)
        self.setPixmap(role)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyled()

    def restyled(self) -> None:
        """Grow with the text."""
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme.px(self._side)
        return QSize(side, side)

    def show_code(self, code: Code | None, means: str = "") -> None:
        """Show another code, or none; ``means`` is said to who cannot see it."""
        self._code = code
        self.setAccessibleDescription(means)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the code."""
        if self._code is None:
            return
        painter = QPainter(self)
        box = QRectF(self.rect())
        # The edge that cameras need is seen as part of it, also on a white card.
        paint_surface(painter, box, fill=LIGHT, border=theme.colours().line, corner=6)
        paint_code(painter, box.adjusted(1, 1, -1, -1), self._code)
