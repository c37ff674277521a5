"""A line over time: a few values on a short scale, each at its day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from trainer.ui import dates
from trainer.ui.charts.figure import Figure
from trainer.ui.theme import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QPainter

    from trainer.ui.charts.figure import Ink, Table

_TALL: Final = 150
_DOT: Final = 5.5
_SHARE: Final = 0.34
"""Part of the width that the words of the scale may take beside it; else they stand on it."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A value at a day."""

    day: date
    value: float


class Line(Figure):
    """Values joined by a line, between two ends of a scale.

    ``scale`` names some of its whole numbers; all of them have a line of their own.
    """

    def __init__(
        self,
        name: str,
        table: Table,
        told: Sequence[str],
        dots: Sequence[Dot],
        ends: tuple[int, int],
        scale: Mapping[int, str],
    ) -> None:
        super().__init__(name, table, told)
        self._dots = tuple(sorted(dots, key=lambda dot: dot.day))
        self._ends, self._scale = ends, scale

    def _beside(self, width: float, ink: Ink) -> float:
        """Width of the scale's words at the side; 0 where they stand on their lines."""
        wide = max((ink.wide(words, Role.SMALL) for words in self._scale.values()), default=0)
        wide += ink.px(12)
        return wide if wide <= width * _SHARE else 0.0

    def height(self, width: float, ink: Ink) -> float:
        """Height of the scale, and of the days below it."""
        more = 0.0 if self._beside(width, ink) else 2 * ink.line(Role.SMALL)
        line = ink.line(Role.SMALL)
        return line / 2 + ink.px(_TALL) + more + ink.px(12) + line

    def _plot(self, box: QRectF, ink: Ink) -> QRectF:
        """Give the place of the scale, as if reading went left to right."""
        beside, line = self._beside(box.width(), ink), ink.line(Role.SMALL)
        above = line / 2 if beside else line
        return box.adjusted(beside, above, -ink.px(_DOT), -line - ink.px(12))

    def draw(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Draw scale, days, line and dots."""
        plot = self._plot(box, ink)
        self._draw_scale(painter, box, plot, ink)
        self._draw_days(painter, box, plot, ink)
        points = [self._point(dot, box, plot, ink) for dot in self._dots]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(ink.colours.teal), ink.px(3))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(QColor(ink.colours.card), ink.px(1.5)))
        painter.setBrush(QColor(ink.colours.teal))
        for point in points:
            painter.drawEllipse(point, ink.px(_DOT), ink.px(_DOT))

    def _down(self, value: float, plot: QRectF) -> float:
        low, high = self._ends
        return plot.bottom() - plot.height() * (value - low) / (high - low)

    def _point(self, dot: Dot, box: QRectF, plot: QRectF, ink: Ink) -> QPointF:
        x = self._across(dot.day, plot, ink)
        if ink.mirrored:
            x = box.left() + box.right() - x
        return QPointF(x, self._down(dot.value, plot))

    def _across(self, day: date, plot: QRectF, ink: Ink) -> float:
        first, last = self._dots[0].day, self._dots[-1].day
        inset = ink.px(2 * _DOT)
        share = (day - first).days / max(1, (last - first).days)
        return plot.left() + inset + share * (plot.width() - 2 * inset)

    def _draw_scale(self, painter: QPainter, box: QRectF, plot: QRectF, ink: Ink) -> None:
        line, beside = ink.line(Role.SMALL), self._beside(box.width(), ink)
        for value in range(self._ends[0], self._ends[1] + 1):
            y = self._down(value, plot)
            rule = ink.side(box, QRectF(plot.left(), y, plot.width(), 0))
            painter.setPen(QPen(QColor(ink.colours.line), 1))
            painter.drawLine(rule.topLeft(), rule.topRight())
            words = self._scale.get(value, "")
            place = QRectF(box.left(), y - line / 2, beside or box.width(), line)
            if not beside:
                place.moveBottom(y)
            ink.write(painter, ink.side(box, place), words, Role.SMALL, ink.colours.soft)

    def _draw_days(self, painter: QPainter, box: QRectF, plot: QRectF, ink: Ink) -> None:
        """Write the days of the dots below them, as many as have room."""
        top, free = plot.bottom() + ink.px(12), box.left()
        for dot in self._dots:
            words = dates.short(dot.day)
            wide = ink.wide(words, Role.SMALL) + 2
            left = self._across(dot.day, plot, ink) - wide / 2
            left = min(max(left, box.left()), box.right() - wide)
            if left < free:
                continue
            place = QRectF(left, top, wide, ink.line(Role.SMALL))
            ink.write(painter, ink.side(box, place), words, Role.SMALL, ink.colours.soft)
            free = place.right() + ink.px(16)
