"""Fonts, pens and colours that the map is painted with, made once for a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap

from trainer.ui.authoring.map.titles import unit_font
from trainer.ui.theme import Role

if TYPE_CHECKING:
    from trainer.method.ds import D
    from trainer.ui.theme import Look

DOTS = 22
"""Units between two dots of the ground."""


class Tools:
    """What is painted with. Sizes are units; the painter scales them."""

    def __init__(self, look: Look) -> None:
        self.look = look
        palette = look.colours
        self.name_font = unit_font(Role.STRONG)
        self.detail_font = unit_font(Role.SMALL)
        self.chip_font = unit_font(Role.SMALL_STRONG)
        self.detail_metrics = QFontMetricsF(self.detail_font)
        self.chip_metrics = QFontMetricsF(self.chip_font)
        self.card = QBrush(QColor(palette.card))
        self.wash = QBrush(QColor(palette.wash))
        self.well = QBrush(QColor(palette.well))
        self.ink, self.soft = QColor(palette.ink), QColor(palette.soft)
        self.teal = QColor(palette.teal)
        self.edge = QPen(QColor(palette.outline if palette.contrast else palette.line), 1.6)
        dashed = Qt.PenStyle.CustomDashLine
        self.lost = QPen(QColor(palette.outline), 1.8)
        self.lost.setStyle(dashed)
        self.lost.setDashPattern([5, 4])
        self.dotted = QPen(QColor(palette.outline), 2)
        self.dotted.setDashPattern([0.1, 2.4])
        self.dotted.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.chosen = QPen(self.teal, 3)
        self.way = QPen(QColor(palette.outline), 2)
        pale = QColor(palette.outline)
        if not palette.contrast:
            pale.setAlphaF(0.35)
        self.pale = QPen(pale, 1.5)
        self.followed = QPen(self.teal, 3.5)
        self.none = QPen(Qt.PenStyle.NoPen)
        self.ground: tuple[float, QPixmap] | None = None

    def way_of(self, d: D | None) -> QPen:
        """Pen of a way out of what is selected."""
        return QPen(QColor(self.colour_of(d)), 3.5)

    def colour_of(self, d: D | None) -> str:
        """Colour of a D; of what is none, that of the whole program."""
        palette = self.look.colours
        return palette.teal if d is None else palette.of(d)

    def dots(self, scale: float) -> QPixmap:
        """Give a tile of the dotted ground for a scale."""
        if self.ground is None or self.ground[0] != scale:
            side = max(8, round(DOTS * scale))
            tile = QPixmap(side, side)
            tile.fill(QColor(self.look.colours.paper))
            painter = QPainter(tile)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.none)
            painter.setBrush(QColor(self.look.colours.line))
            dot = max(1.6, 2.0 * self.look.scale)
            painter.drawEllipse(0, 0, round(dot), round(dot))
            painter.end()
            self.ground = (scale, tile)
        return self.ground[1]
