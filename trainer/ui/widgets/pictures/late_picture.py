"""A picture that is drawn after the first paint, so that no page waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from trainer.ui import theme
from trainer.ui.widgets.card import fill

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent

_AFTER = 30
"""Milliseconds after the paint that found no picture."""


class LatePicture(QWidget):
    """Shows a calm colour until it is drawn; ``draw`` and ``frame`` are what each kind says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap: QPixmap | None = None

    def draw(self) -> QPixmap | None:
        """Draw it in the size that it has; None where there is nothing to draw."""
        raise NotImplementedError

    def frame(self) -> tuple[QRectF, float]:
        """Give the rounded box whose inside shows, and the radius of its corners."""
        raise NotImplementedError

    def draw_anew(self) -> None:
        """Draw it again when it is painted the next time."""
        self._pixmap = None

    def restyled(self) -> None:
        """Draw anew in another palette or size of text."""
        self.draw_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew in the new size."""
        self.draw_anew()

    def _draw(self) -> None:
        if self.isVisible():  # Else it is asked for again when it is painted again.
            self._pixmap = self.draw()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture within its frame, or a calm colour until it is drawn."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, corner = self.frame()
        shape = QPainterPath()
        shape.addRoundedRect(box, corner, corner)
        painter.setClipPath(shape)
        if self._pixmap is None:
            fill(painter, self.rect(), theme.colours().wash)
            QTimer.singleShot(_AFTER, self, self._draw)
        else:
            painter.drawPixmap(self.rect(), self._pixmap)
