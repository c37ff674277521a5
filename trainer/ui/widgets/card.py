"""Cards: surfaces with round corners that hold what belongs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from trainer.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

ACCENT_HEIGHT = 5


def fill(painter: QPainter, box: QRectF | QRect, colour: str) -> None:
    """Fill a rectangle; ``fillRect`` has so many forms that its first call costs 3 ms."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(box)


def paint_surface(
    painter: QPainter,
    box: QRectF,
    *,
    fill: str,
    border: str,
    width: float = 1.0,
    corner: int = theme.CARD_CORNER,
    dashed: bool = False,
) -> None:
    """Paint a rounded surface with its border inside ``box``; ``corner`` is unscaled."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(border), width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    painter.setPen(pen if width else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    inset = width / 2
    radius = theme.px(corner) - inset
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def paint_ring(painter: QPainter, box: QRectF | QRect, *, inset: int = 1, corner: int = 6) -> None:
    """Paint the ring of the focus inside ``box``; ``corner`` is unscaled."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colours().focus), theme.RING))
    radius = theme.px(corner)
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), radius, radius)


def paint_marked(painter: QPainter, box: QRectF | QRect, *, corner: int = 0) -> None:
    """Outline what is marked while the focus is elsewhere, where the palette asks for contrast.

    There a wash alone is not told from what it lies on. ``corner`` is unscaled.
    """
    colours = theme.colours()
    if colours.contrast:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.outline), 1))
        radius = theme.px(corner) if corner else 0
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Card(QFrame):
    """A surface to put things on: ``card.body.addWidget(…)``.

    ``fill`` is a surface of the palette: "card", "wash" (teal) or "well". ``accent`` is the
    name of a colour ("distract", …) for the strip along its top, or empty. ``margins`` are
    unscaled: left, top, right, bottom.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        fill: str = "card",
        accent: str = "",
        margins: tuple[int, int, int, int] = (20, 18, 20, 20),
        spacing: int = 8,
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._accent = accent
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body: QVBoxLayout = theme.lay(QVBoxLayout(self), margins=margins, spacing=spacing)

    def set_accent(self, accent: str) -> None:
        """Change the colour of the strip along the top; empty takes it away."""
        self._accent = accent
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface, its border and its strip."""
        palette = theme.colours()
        painter = QPainter(self)
        box = QRectF(self.rect())
        surface = getattr(palette, self._fill)
        border = palette.line if self._fill == "card" or palette.contrast else surface
        paint_surface(painter, box, fill=surface, border=border)
        if self._accent:
            corner = theme.px(theme.CARD_CORNER)
            shape = QPainterPath()
            shape.addRoundedRect(box, corner, corner)
            strip = QPainterPath()
            strip.addRect(QRectF(0, 0, box.width(), theme.px(ACCENT_HEIGHT)))
            painter.fillPath(shape.intersected(strip), QColor(getattr(palette, self._accent)))


class Divider(QFrame):
    """A thin line between parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        fill(QPainter(self), self.rect(), theme.colours().line)
