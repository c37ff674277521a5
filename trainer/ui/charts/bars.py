"""Bars: how often, and within that how often it fitted; beside each its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from trainer.ui import icons
from trainer.ui.charts.figure import Figure
from trainer.ui.theme import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from trainer.ui.charts.figure import Ink, Table

_THICK, _ICON, _GAP, _BETWEEN = 14, 18, 14, 12
_LEAST_BAR: Final = 110
"""Below this a bar stands under its words instead of beside them."""

FEW: Final = 4
"""Times that fill a bar, unless there is one with more: a single one is no long bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. ``colour`` names a colour of the palette; ``icon`` may be empty.

    ``words`` say what it shows, empty where there is nothing.
    """

    label: str
    words: str
    whole: int
    part: int
    colour: str = "teal"
    icon: str = ""


class Bars(Figure):
    """Bars, one below the other. The full part of each is what fitted, the hollow one the rest."""

    def __init__(self, name: str, table: Table, told: Sequence[str], bars: Sequence[Bar]) -> None:
        super().__init__(name, table, told)
        self._bars = tuple(bars)
        self._most = max([FEW, *(bar.whole for bar in bars)])

    def _columns(self, width: float, ink: Ink) -> tuple[float, float, float] | None:
        """Give the widths of label, bar and words; None where they stand below each other."""
        label = max((self._label_width(bar, ink) for bar in self._bars), default=0.0)
        words = max((ink.wide(bar.words, Role.NOTE) + 2 for bar in self._bars), default=0.0)
        room = width - label - words - 2 * ink.px(_GAP)
        return (label, room, words) if room >= ink.px(_LEAST_BAR) else None

    @staticmethod
    def _label_width(bar: Bar, ink: Ink) -> float:
        icon = ink.px(_ICON + 8) if bar.icon else 0
        return ink.wide(bar.label, Role.STRONG) + icon + 2

    def height(self, width: float, ink: Ink) -> float:
        """Height of all bars."""
        beside = self._columns(width, ink) is not None
        rows = [self._row_height(bar, width, ink, beside=beside) for bar in self._bars]
        return sum(rows) + ink.px(_BETWEEN) * max(0, len(rows) - 1)

    def _row_height(self, bar: Bar, width: float, ink: Ink, *, beside: bool) -> float:
        if beside:
            return max(ink.line(Role.STRONG), ink.px(_THICK))
        return self._head(bar, width, ink) + ink.px(4) + ink.px(_THICK)

    def _head(self, bar: Bar, width: float, ink: Ink) -> float:
        """Height of the words above a bar that has the whole width."""
        icon = ink.px(_ICON + 8) if bar.icon else 0
        label = ink.tall(bar.label, Role.STRONG, width - icon)
        return label + (ink.tall(bar.words, Role.NOTE, width) if bar.words else 0)

    def draw(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Draw the bars."""
        columns, top = self._columns(box.width(), ink), box.top()
        for bar in self._bars:
            tall = self._row_height(bar, box.width(), ink, beside=columns is not None)
            row = QRectF(box.left(), top, box.width(), tall)
            if columns is None:
                self._draw_stacked(painter, row, bar, ink)
            else:
                self._draw_row(painter, row, bar, ink, columns)
            top += tall + ink.px(_BETWEEN)

    def _draw_row(
        self,
        painter: QPainter,
        row: QRectF,
        bar: Bar,
        ink: Ink,
        columns: tuple[float, float, float],
    ) -> None:
        label, room, words = columns
        left, gap = row.left(), ink.px(_GAP)
        self._draw_label(painter, row, QRectF(left, row.top(), label, row.height()), bar, ink)
        thick = ink.px(_THICK)
        at = QRectF(left + label + gap, row.center().y() - thick / 2, room, thick)
        self._draw_bar(painter, ink.side(row, at), bar, ink)
        down = (row.height() - ink.line(Role.NOTE)) / 2
        said = QRectF(at.right() + gap, row.top() + down, words, row.height())
        ink.write(painter, ink.side(row, said), bar.words, Role.NOTE, ink.colours.soft)

    def _draw_stacked(self, painter: QPainter, row: QRectF, bar: Bar, ink: Ink) -> None:
        tall = ink.tall(bar.label, Role.STRONG, row.width() - ink.px(_ICON + 8))
        label = QRectF(row.left(), row.top(), row.width(), tall)
        self._draw_label(painter, row, label, bar, ink)
        head = self._head(bar, row.width(), ink)
        if bar.words:
            said = QRectF(row.left(), row.top() + tall, row.width(), head - tall + 1)
            ink.write(painter, said, bar.words, Role.NOTE, ink.colours.soft)
        thick = ink.px(_THICK)
        at = QRectF(row.left(), row.bottom() - thick, row.width(), thick)
        self._draw_bar(painter, at, bar, ink)

    @staticmethod
    def _draw_label(painter: QPainter, row: QRectF, at: QRectF, bar: Bar, ink: Ink) -> None:
        palette = ink.colours
        colour = palette.ink if bar.colour == "teal" else str(getattr(palette, bar.colour))
        if bar.icon:
            side = ink.px(_ICON)
            down = (ink.line(Role.STRONG) - side) / 2
            place = ink.side(row, QRectF(at.left(), at.top() + down, side, side))
            icons.paint(painter, bar.icon, place, colour)
            at = at.adjusted(ink.px(_ICON + 8), 0, 0, 0)
        ink.write(painter, ink.side(row, at), bar.label, Role.STRONG, colour)

    def _draw_bar(self, painter: QPainter, at: QRectF, bar: Bar, ink: Ink) -> None:
        palette = ink.colours
        self._capsule(painter, at, ink, at.width(), palette.well, palette.line)
        if bar.whole:
            colour = str(getattr(palette, bar.colour))
            whole = max(at.height(), at.width() * bar.whole / self._most)
            self._capsule(painter, at, ink, whole, palette.card, colour, 1.5)
            if bar.part:
                part = max(at.height(), whole * bar.part / bar.whole)
                self._capsule(painter, at, ink, part, colour, colour)

    @staticmethod
    def _capsule(
        painter: QPainter,
        at: QRectF,
        ink: Ink,
        width: float,
        fill: str,
        edge: str,
        thick: float = 1.0,
    ) -> None:
        """Fill a capsule of a width, from where reading begins."""
        box = ink.side(at, QRectF(at.left(), at.top(), width, at.height()))
        inset = ink.px(thick) / 2
        painter.setPen(QPen(QColor(edge), ink.px(thick), Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(fill))
        inner = box.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
