"""The safety plan as a card for the wallet: the biggest things only, cut out and folded once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer.language import _
from trainer.ui.plan.on_paper import Writer, draw, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPdfWriter, QTextDocument

    from trainer.progress.papers.paper_content import Content

    _Side = Callable[[Writer, Content, int], None]

WIDE, TALL = 85.0, 54.0
"""Millimetres of the folded card."""
_PAD: Final = 4.0
_TOP: Final = 22.0
_MARK: Final = 4.0
_SIZES: Final = (
    *((points, 600) for points in (12, 11, 10, 9, 8, 7)),
    *((6.5, most) for most in (600, 240, 120, 60, 30)),
)
"""What is tried until a side fits: points of its type, and the most letters of one answer."""
_MOST_PEOPLE: Final = 5
_MILLIMETRES: Final = 25.4


def put_card(content: Content, writer: QPdfWriter) -> None:
    """Draw the card's two sides beside each other, with the marks to cut and fold by."""
    unit = writer.resolution() / _MILLIMETRES
    left = (writer.width() / unit - 2 * WIDE) / 2
    painter = QPainter(writer)
    try:
        _put_note(painter, writer, unit, left)
        for number, side in enumerate((_front, _back)):
            corner = QPointF(left + number * WIDE, _TOP)
            _put_side(painter, unit, corner, _fitting(content, writer, unit, side))
        _put_marks(painter, unit, left)
    finally:
        painter.end()


def _front(to: Writer, content: Content, most: int) -> None:
    to.words(_("Who I can call"), bold=True, above=0)
    for row in content.listed("people")[:_MOST_PEOPLE]:
        known = [_cut(row.get(key, ""), most) for key in ("name", "number")]
        name, number = known
        if name and number:
            to.words(_("%(name)s  %(number)s") % {"name": name, "number": number}, above=3)
        elif name or number:
            to.words(name or number, above=3)
    if not content.listed("people"):
        to.blank(4)


def _back(to: Writer, content: Content, most: int) -> None:
    for number, (words, key) in enumerate(
        ((_("If it happens to me"), "if_me"), (_("Where I feel safe"), "safe_places"))
    ):
        to.words(words, bold=True, above=6 if number else 0)
        text = _cut(content.text(key), most)
        if text:
            to.words(text)
        else:
            to.blank(2)


def _cut(text: str, most: int) -> str:
    text = text.strip()
    return text if len(text) <= most else text[:most].rstrip() + "…"


def _room(unit: float) -> QSizeF:
    return QSizeF((WIDE - 2 * _PAD) * unit, (TALL - 2 * _PAD) * unit)


def _fitting(content: Content, writer: QPdfWriter, unit: float, side: _Side) -> QTextDocument:
    """Write a side as large and as fully as it fits."""
    room = _room(unit)
    for points, most in _SIZES:
        to = Writer(points)
        side(to, content, most)
        lay_out(to.document, writer, QSizeF(room.width(), -1))
        if to.document.size().height() <= room.height():
            break
    return to.document


def _put_side(painter: QPainter, unit: float, corner: QPointF, side: QTextDocument) -> None:
    room = _room(unit)
    painter.save()
    painter.translate((corner.x() + _PAD) * unit, (corner.y() + _PAD) * unit)
    draw(side, painter, QRectF(0, 0, room.width(), room.height()))
    painter.restore()


def _put_note(painter: QPainter, writer: QPdfWriter, unit: float, left: float) -> None:
    to = Writer(10)
    to.small(_("Cut along the marks, then fold in the middle. Print at full size."))
    lay_out(to.document, writer, QSizeF(2 * WIDE * unit, -1))
    painter.save()
    painter.translate(left * unit, 0)
    draw(to.document, painter, QRectF(0, 0, 2 * WIDE * unit, _TOP * unit))
    painter.restore()


def _put_marks(painter: QPainter, unit: float, left: float) -> None:
    """Draw corners to cut by, outside the card, and a dashed line to fold by."""
    pen = QPen(QColor("#000000"), 0.15 * unit)
    painter.setPen(pen)
    for x, outward in ((left, -1), (left + 2 * WIDE, 1)):
        for y, away in ((_TOP, -1), (_TOP + TALL, 1)):
            at = QPointF(x * unit, y * unit)
            painter.drawLine(at, at + QPointF(outward * _MARK * unit, 0))
            painter.drawLine(at, at + QPointF(0, away * _MARK * unit))
    pen.setStyle(Qt.PenStyle.DashLine)
    pen.setColor(QColor("#8A8A8A"))
    painter.setPen(pen)
    fold = (left + WIDE) * unit
    painter.drawLine(QPointF(fold, _TOP * unit), QPointF(fold, (_TOP + TALL) * unit))
