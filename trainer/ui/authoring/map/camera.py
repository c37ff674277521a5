"""Which part of the map the window shows, and how large."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

SMALLEST: Final = 0.02
LARGEST: Final = 2.5
STEP: Final = 1.25


class Camera:
    """Turns units of the map into pixels of the window.

    Attributes:
        zoom: 1 at 100 %.
        scale: pixels a unit, the text size included.
        offset: pixel at which the map's origin is.

    """

    def __init__(self) -> None:
        self.zoom = 1.0
        self.text = 1.0
        self.offset = QPointF()

    @property
    def scale(self) -> float:
        """Pixels a unit."""
        return self.zoom * self.text

    def seen(self, size: QSizeF) -> QRectF:
        """Give what of the map a window of this size shows."""
        scale = self.scale
        return QRectF(
            -self.offset.x() / scale, -self.offset.y() / scale,
            size.width() / scale, size.height() / scale,
        )  # fmt: skip

    def unit(self, pixel: QPointF) -> QPointF:
        """Give the place on the map at a pixel."""
        return (pixel - self.offset) / self.scale

    def pixel(self, unit: QPointF) -> QPointF:
        """Give the pixel of a place on the map."""
        return unit * self.scale + self.offset

    def zoom_to(self, zoom: float, around: QPointF) -> None:
        """Zoom, and keep what is at a pixel where it is."""
        kept = self.unit(around)
        self.zoom = min(LARGEST, max(SMALLEST, zoom))
        self.offset = around - kept * self.scale

    def fit(self, area: QRectF, size: QSizeF, margin: float, largest: float = 1.0) -> None:
        """Show an area whole, no larger than ``largest``."""
        wide, high = size.width() - 2 * margin, size.height() - 2 * margin
        if area.isEmpty() or wide <= 0 or high <= 0:
            self.zoom, self.offset = 1.0, QPointF(margin, margin)
            return
        zoom = min(wide / area.width(), high / area.height()) / self.text
        self.zoom = min(LARGEST, largest, max(SMALLEST, zoom))
        self.centre_on(area.center(), size)

    def centre_on(self, unit: QPointF, size: QSizeF) -> None:
        """Show a place in the middle."""
        self.offset = QPointF(size.width() / 2, size.height() / 2) - unit * self.scale

    def bring(self, area: QRectF, size: QSizeF, margin: float) -> None:
        """Move as little as shows an area with some room around it."""
        top_left, bottom_right = self.pixel(area.topLeft()), self.pixel(area.bottomRight())
        self.offset += QPointF(
            _shift(top_left.x(), bottom_right.x(), size.width(), margin),
            _shift(top_left.y(), bottom_right.y(), size.height(), margin),
        )


def _shift(first: float, last: float, room: float, margin: float) -> float:
    margin = min(margin, max(0.0, (room - (last - first)) / 2))
    if first < margin:
        return margin - first
    if last > room - margin:
        return max(room - margin - last, margin - first)
    return 0.0
