"""Days on which something was done: week by week, or month by month over years.

A day is full or hollow, whatever was done on it; nothing tells how many come in a row.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from trainer.ui import dates
from trainer.ui.charts.figure import Figure
from trainer.ui.theme import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from trainer.ui.charts.figure import Ink, Table

_WIDEST, _NARROWEST = 24, 11
"""Pixels from one week to the next, at most and at least."""
_GAP: Final = 0.18
_WEEK: Final = 7
_MONTHS: Final = 12


def _paint_day(painter: QPainter, box: QRectF, ink: Ink, *, full: bool, ringed: bool) -> None:
    palette = ink.colours
    edge = palette.teal if full or ringed else palette.line
    painter.setPen(QPen(QColor(edge), ink.px(1.5 if ringed else 1)))
    painter.setBrush(QColor(palette.teal if full else palette.card))
    corner = box.width() * 0.25
    painter.drawRoundedRect(box, corner, corner)


class Weeks(Figure):
    """A column for each week from ``first`` to ``last``, a row for each day of the week."""

    def __init__(
        self,
        name: str,
        table: Table,
        told: Sequence[str],
        days: Sequence[date],
        first: date,
        last: date,
    ) -> None:
        super().__init__(name, table, told)
        self._days = frozenset(days)
        self._first, self._last = first, last
        locale = dates.locale()
        self._begins = locale.firstDayOfWeek().value
        begin = first - timedelta(days=(first.isoweekday() - self._begins) % _WEEK)
        self._begin = begin
        self._count = (last - begin).days // _WEEK + 1
        self._names = [
            locale.dayName((self._begins - 1 + row) % _WEEK + 1, QLocale.FormatType.ShortFormat)
            for row in range(_WEEK)
        ]

    def _beside(self, ink: Ink) -> float:
        return max(ink.wide(name, Role.SMALL) for name in self._names) + ink.px(10)

    def _grid(self, width: float, ink: Ink) -> tuple[int, float]:
        """Give how many weeks stand side by side, and how far apart."""
        room = width - self._beside(ink)
        side_by_side = max(1, min(self._count, int(room / ink.px(_NARROWEST))))
        # Bands of like length.
        side_by_side = ceil(self._count / ceil(self._count / side_by_side))
        return side_by_side, min(ink.px(_WIDEST), room / side_by_side)

    def _band(self, pitch: float, ink: Ink) -> float:
        return ink.line(Role.SMALL) + ink.px(4) + _WEEK * pitch + ink.px(6)

    def height(self, width: float, ink: Ink) -> float:
        """Height of all bands."""
        side_by_side, pitch = self._grid(width, ink)
        return ceil(self._count / side_by_side) * self._band(pitch, ink)

    def draw(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Draw names of months and days, and the days."""
        side_by_side, pitch = self._grid(box.width(), ink)
        for band, week in enumerate(range(0, self._count, side_by_side)):
            top = box.top() + band * self._band(pitch, ink)
            weeks = range(week, min(week + side_by_side, self._count))
            self._draw_months(painter, box, top, weeks, pitch, ink)
            top += ink.line(Role.SMALL) + ink.px(4)
            self._draw_names(painter, box, top, pitch, ink)
            for column, number in enumerate(weeks):
                self._draw_week(painter, box, top, (column, number), pitch, ink)

    def _draw_names(
        self, painter: QPainter, box: QRectF, top: float, pitch: float, ink: Ink
    ) -> None:
        line = ink.line(Role.SMALL)
        for row in range(0, _WEEK, ceil(line / pitch)):
            down = top + row * pitch + (pitch - line) / 2
            place = ink.side(box, QRectF(box.left(), down, self._beside(ink), line))
            ink.write(painter, place, self._names[row], Role.SMALL, ink.colours.soft)

    def _draw_months(
        self,
        painter: QPainter,
        box: QRectF,
        top: float,
        weeks: range,
        pitch: float,
        ink: Ink,
    ) -> None:
        """Write a month above the first week that it begins in, where there is room."""
        free = box.left()
        for column, number in enumerate(weeks):
            starts = self._begin + timedelta(weeks=number)
            ends = min(starts + timedelta(days=_WEEK - 1), self._last)
            if column and starts.month == ends.month and starts.day != 1:
                continue
            name = dates.locale().standaloneMonthName(ends.month, QLocale.FormatType.ShortFormat)
            wide = ink.wide(name, Role.SMALL) + 2
            left = box.left() + self._beside(ink) + column * pitch
            if left < free or left + wide > box.right() + 1:
                continue
            place = ink.side(box, QRectF(left, top, wide, ink.line(Role.SMALL)))
            ink.write(painter, place, name, Role.SMALL, ink.colours.soft)
            free = left + wide + ink.px(6)

    def _draw_week(
        self,
        painter: QPainter,
        box: QRectF,
        top: float,
        week: tuple[int, int],
        pitch: float,
        ink: Ink,
    ) -> None:
        column, number = week
        left, inset = box.left() + self._beside(ink) + column * pitch, pitch * _GAP / 2
        for row in range(_WEEK):
            day = self._begin + timedelta(weeks=number, days=row)
            if not self._first <= day <= self._last:
                continue
            place = QRectF(left + inset, top + row * pitch + inset, pitch, pitch)
            place.setSize(place.size() - place.size() * _GAP)
            full, ringed = day in self._days, day == self._last
            _paint_day(painter, ink.side(box, place), ink, full=full, ringed=ringed)


class Months(Figure):
    """A row for each year that has a day, a column for each month: on how many days."""

    def __init__(self, name: str, table: Table, told: Sequence[str], days: Sequence[date]) -> None:
        super().__init__(name, table, told)
        self._counts: dict[int, list[int]] = {}
        for day in sorted(days):
            self._counts.setdefault(day.year, [0] * _MONTHS)[day.month - 1] += 1

    def _beside(self, ink: Ink) -> float:
        years = (str(year) for year in self._counts)
        return max((ink.wide(year, Role.SMALL) for year in years), default=0) + ink.px(10)

    def _pitch(self, width: float, ink: Ink) -> float:
        return min(ink.px(52), (width - self._beside(ink)) / _MONTHS)

    def _row(self, ink: Ink) -> float:
        return ink.line(Role.SMALL) + ink.px(10)

    def height(self, width: float, ink: Ink) -> float:
        """Height of names and years."""
        return ink.line(Role.SMALL) + ink.px(4) + len(self._counts) * self._row(ink)

    def draw(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Draw names of months, years, and the numbers."""
        pitch, line = self._pitch(box.width(), ink), ink.line(Role.SMALL)
        for month in range(_MONTHS):
            left = box.left() + self._beside(ink) + month * pitch
            place = ink.side(box, QRectF(left, box.top(), pitch, line))
            middle = Qt.AlignmentFlag.AlignHCenter
            name = self._month_name(month + 1, pitch, ink)
            ink.write(painter, place, name, Role.SMALL, ink.colours.soft, middle)
        top = box.top() + line + ink.px(4)
        for year, counts in self._counts.items():
            self._draw_year(painter, box, top, year, counts, ink)
            top += self._row(ink)

    @staticmethod
    def _month_name(month: int, pitch: float, ink: Ink) -> str:
        locale, forms = dates.locale(), QLocale.FormatType
        name = locale.standaloneMonthName(month, forms.ShortFormat)
        if ink.wide(name, Role.SMALL) + 2 > pitch:
            name = locale.standaloneMonthName(month, forms.NarrowFormat)
        return name

    def _draw_year(
        self,
        painter: QPainter,
        box: QRectF,
        top: float,
        year: int,
        counts: Sequence[int],
        ink: Ink,
    ) -> None:
        palette, pitch, line = ink.colours, self._pitch(box.width(), ink), ink.line(Role.SMALL)
        down = (self._row(ink) - line) / 2
        place = QRectF(box.left(), top + down, self._beside(ink), line)
        ink.write(painter, ink.side(box, place), str(year), Role.SMALL, palette.soft)
        for month, count in enumerate(counts):
            left = box.left() + self._beside(ink) + month * pitch
            cell = ink.side(box, QRectF(left, top, pitch, self._row(ink)))
            inner = cell.adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setPen(QPen(QColor(palette.teal if count else palette.line), 1))
            painter.setBrush(QColor(palette.wash if count else palette.card))
            painter.drawRoundedRect(inner, ink.px(4), ink.px(4))
            if count:
                words = QRectF(cell.left(), top + down, cell.width(), line)
                middle = Qt.AlignmentFlag.AlignHCenter
                number = dates.locale().toString(count)
                ink.write(painter, words, number, Role.SMALL_STRONG, palette.ink, middle)
