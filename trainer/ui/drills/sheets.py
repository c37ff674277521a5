"""Drills and cards to think about on paper: a page each, or cards to cut, four on a page.

Cards have two sides. The backs follow their fronts on the next page, left and right changed,
so that each lies behind its own front when the sheet is turned on its long edge.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer.ui import fonts
from trainer.ui.drills import faces
from trainer.ui.paper.printed_pieces import SOFT, Press, Text, fitting, height, paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPdfWriter

    from trainer.ui.drills.faces import Chosen

ON_A_SHEET: Final = 4
_ACROSS: Final = 2
_INSET: Final = 9.0
"""Millimetres between the edge of a card and what stands on it; printers need five."""

_READABLE: Final = 0.75
"""Below this part of its size the back of a card says less instead."""


def put_pages(chosen: Sequence[Chosen], writer: QPdfWriter) -> None:
    """Put each card on a page of its own; the writer leaves the margins."""
    painter = QPainter(writer)
    for number, one in enumerate(chosen):
        if number:
            writer.newPage()
        _put_page(one, writer, painter)
    painter.end()


def _put_page(one: Chosen, writer: QPdfWriter, painter: QPainter) -> None:
    press = _press(one, writer)
    box = QRectF(0, 0, writer.width(), writer.height())
    foot = [Text(press, faces.origin(one), 8, tone=SOFT, literal=True)]
    tall = height(foot, box.width())
    room = box.adjusted(0, 0, 0, -tall - press.mm(6))
    paint(painter, fitting(partial(faces.page, chosen=one), press, room), room)
    paint(painter, foot, box.adjusted(0, box.height() - tall, 0, 0))


def put_cards(chosen: Sequence[Chosen], writer: QPdfWriter) -> None:
    """Put cards on sheets to cut, each followed by its back; the writer leaves no margin."""
    painter = QPainter(writer)
    for start in range(0, len(chosen), ON_A_SHEET):
        sheet = chosen[start : start + ON_A_SHEET]
        if start:
            writer.newPage()
        for place, one in enumerate(sheet):
            _put_front(one, writer, painter, _quarter(writer, place))
        _mark_cuts(writer, painter)
        writer.newPage()
        for place, one in enumerate(sheet):
            _put_back(one, writer, painter, _quarter(writer, place, mirrored=True))
        _mark_cuts(writer, painter)
    painter.end()


def _quarter(writer: QPdfWriter, place: int, *, mirrored: bool = False) -> QRectF:
    """The part of a sheet that is a card, without its edge."""
    row, column = divmod(place, _ACROSS)
    if mirrored:
        column = _ACROSS - 1 - column
    wide, tall = writer.width() / _ACROSS, writer.height() / _ACROSS
    inset = Press(writer).mm(_INSET)
    card = QRectF(column * wide, row * tall, wide, tall)
    return card.adjusted(inset, inset, -inset, -inset)


def _put_front(one: Chosen, writer: QPdfWriter, painter: QPainter, box: QRectF) -> None:
    press = _press(one, writer)
    title = [Text(press, faces.kind(one), 8, tone=SOFT, literal=True)]
    room = box.adjusted(0, 2 * height(title, box.width()), 0, 0)
    paint(painter, title, box)
    paint(painter, fitting(partial(faces.front, chosen=one), press, room), room, middle=True)


def _put_back(one: Chosen, writer: QPdfWriter, painter: QPainter, box: QRectF) -> None:
    press = _press(one, writer)
    foot = [Text(press, faces.origin(one), 6, tone=SOFT, literal=True)]
    tall = height(foot, box.width())
    room = box.adjusted(0, 0, 0, -tall - press.mm(2))
    full = partial(faces.back, chosen=one)
    made = fitting(full, press, room, least=_READABLE)
    if height(made, room.width()) > room.height():
        made = fitting(partial(full, short=True), press, room)
    paint(painter, made, room)
    paint(painter, foot, box.adjusted(0, box.height() - tall, 0, 0))


def _press(one: Chosen, writer: QPdfWriter) -> Press:
    return Press(writer, fonts.on_paper(fonts.families(one.deck.language)))


def _mark_cuts(writer: QPdfWriter, painter: QPainter) -> None:
    """Draw where to cut."""
    press = Press(writer)
    painter.setPen(QPen(QColor(SOFT), press.pt(0.4), Qt.PenStyle.DashLine))
    wide, tall = writer.width(), writer.height()
    painter.drawLine(QPointF(wide / 2, 0), QPointF(wide / 2, tall))
    painter.drawLine(QPointF(0, tall / 2), QPointF(wide, tall / 2))
