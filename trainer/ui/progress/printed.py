"""The progress page on paper: each chart, its table, and decisions worth another look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer.language import _
from trainer.method import ds
from trainer.ui import dates
from trainer.ui.charts.figure import on_paper
from trainer.ui.paper import printing
from trainer.ui.theme import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPdfWriter

    from trainer.progress.looking_back.look_again import Made
    from trainer.ui.charts.figure import Ink, Table
    from trainer.ui.context import Context
    from trainer.ui.progress.decision_rows import Told
    from trainer.ui.progress.progress_page import Part

_DOTS = 96.0
"""Our pixels to an inch: what is drawn for the screen is as large on paper."""


class _Sheet:
    """Pages that are filled from top to bottom, in the units of the screen."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, ink: Ink) -> None:
        self._writer, self._painter, self.ink = writer, painter, ink
        scale = writer.logicalDpiX() / _DOTS
        painter.scale(scale, scale)
        self.width = writer.width() / scale
        self._height = writer.height() / scale
        self._top = 0.0

    def room(self, height: float) -> QRectF:
        """Give a place of a height, on a new page where this one has no room."""
        if self._top and self._top + height > self._height:
            self._writer.newPage()
            self._top = 0.0
        place = QRectF(0, self._top, self.width, height)
        self._top += height
        return place

    def hold(self, height: float) -> None:
        """Begin a new page if what comes now would not stay together."""
        if self._top and self._top + height > self._height:
            self._writer.newPage()
            self._top = 0.0

    def gap(self, height: float) -> None:
        """Leave air."""
        self._top += height

    def write(self, text: str, role: Role, *, soft: bool = False) -> None:
        """Write a text over the whole width."""
        colour = self.ink.colours.soft if soft else self.ink.colours.ink
        box = self.room(self.ink.tall(text, role, self.width) + 2)
        self.ink.write(self._painter, box, text, role, colour)

    def draw(self, part: Part) -> None:
        """Draw the figure of a part."""
        if part.figure is not None:
            box = self.room(part.figure.height(self.width, self.ink))
            part.figure.draw(self._painter, box, self.ink)

    def table(self, table: Table) -> None:
        """Write a table; a row is never parted, and its names stand above it on each page."""
        self._row(table.columns, len(table.columns), Role.SMALL_STRONG)
        for row in table.rows:
            self._row(row, len(table.columns), Role.SMALL)

    def _row(self, cells: Sequence[str], count: int, role: Role) -> None:
        wide, pad = self.width / count, 4.0
        tall = max(self.ink.tall(cell, role, wide - 2 * pad) for cell in cells) + 2 * pad
        box = self.room(tall)
        for column, cell in enumerate(cells):
            place = QRectF(column * wide + pad, box.top() + pad, wide - 2 * pad, tall)
            self.ink.write(
                self._painter, self.ink.side(box, place), cell, role, self.ink.colours.ink
            )
        self._painter.setPen(QPen(QColor(self.ink.colours.outline), 0.5))
        self._painter.drawLine(box.bottomLeft(), box.bottomRight())


def _put(
    parts: Sequence[Part], made: Sequence[tuple[Made, Told]], today: str, writer: QPdfWriter
) -> None:
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mirrored = dates.locale().textDirection() == Qt.LayoutDirection.RightToLeft
    sheet = _Sheet(writer, painter, on_paper(mirrored=mirrored))
    sheet.write(_("Progress"), Role.DISPLAY)
    sheet.write(
        _("As of %(day)s.") % {"day": today},
        Role.SMALL,
        soft=True,
    )
    for part in parts:
        if part.figure is None:
            continue
        sheet.gap(22)
        sheet.hold(part.figure.height(sheet.width, sheet.ink) + 90)
        sheet.write(part.heading, Role.HEADING)
        sheet.gap(8)
        sheet.draw(part)
        sheet.gap(6)
        for said in (part.legend, part.note):
            if said:
                sheet.write(said, Role.SMALL, soft=True)
        sheet.gap(6)
        sheet.table(part.figure.table)
    if made:
        _put_made(sheet, made)
    painter.end()


def _put_made(sheet: _Sheet, made: Sequence[tuple[Made, Told]]) -> None:
    sheet.gap(22)
    sheet.hold(120)
    sheet.write(_("Decisions to look at again"), Role.HEADING)
    for one, told in made:
        sheet.gap(8)
        sheet.hold(70)
        known = {
            "day": dates.day(one.at),
            "title": one.title or one.scenario,
            "d": ds.name(one.d) if one.d is not None else "",
        }
        where = _("%(day)s · %(title)s · %(d)s") if one.d is not None else _("%(day)s · %(title)s")
        sheet.write(where % known, Role.SMALL, soft=True)
        sheet.write(told.did, Role.NOTE_STRONG)
        if told.followed:
            sheet.write(told.followed, Role.NOTE)


def save(
    context: Context, chosen: str, parts: Sequence[Part], made: Sequence[tuple[Made, Told]]
) -> bool:
    """Save the page as PDF where a person has said; tell whether it was."""
    today = dates.full(_today())
    put = partial(_put, parts, made, today)
    return printing.save_pdf(context, chosen, lambda: printing.pdf(_("Progress"), put))


def _today() -> str:
    from datetime import datetime

    return datetime.now().astimezone().date().isoformat()
