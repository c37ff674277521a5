"""A slim scroll bar: a handle in a quiet track, without arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QScrollBar, QWidget

from trainer.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

WIDE, _SLIM, _SHORTEST = 14, 8, 36


class SlimScrollBar(QScrollBar):
    """A vertical scroll bar. The handle is dragged; a press beside it goes on by a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._grip: float | None = None
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Wide enough for a hand, slim to the eye."""
        return QSize(theme.px(WIDE), theme.px(_SHORTEST))

    def _handle(self) -> QRectF:
        span = self.maximum() - self.minimum()
        whole = span + self.pageStep()
        if whole <= 0:
            return QRectF()
        tall = max(float(theme.px(_SHORTEST)), self.height() * self.pageStep() / whole)
        tall = min(tall, float(self.height()))
        at = (self.value() - self.minimum()) / span if span else 0.0
        left = (self.width() - theme.px(_SLIM)) / 2
        return QRectF(left, at * (self.height() - tall), theme.px(_SLIM), tall)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle, or go on by a page."""
        handle, y = self._handle(), event.position().y()
        if handle.top() <= y <= handle.bottom():
            self._grip = y - handle.top()
        else:
            step = self.pageStep() if y > handle.bottom() else -self.pageStep()
            self.setValue(self.value() + step)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._grip is None:
            return
        room = self.height() - self._handle().height()
        if room > 0:
            at = (event.position().y() - self._grip) / room
            self.setValue(round(self.minimum() + at * (self.maximum() - self.minimum())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the handle."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        held = self._grip is not None or self.underMouse()
        painter.setPen(QPen(QColor(palette.paper), 1))
        painter.setBrush(QColor(palette.soft if held else palette.outline))
        handle = self._handle().adjusted(0, 2, 0, -2)
        painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2)
