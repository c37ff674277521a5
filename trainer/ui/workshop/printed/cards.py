"""Cards to cut: roles for small groups, and how to vote by phone or by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from trainer.language import _
from trainer.plans.model import Kind
from trainer.scenario.texts.markup import plain
from trainer.ui.paper.book import Ruled
from trainer.ui.paper.printed_pieces import SOFT, Beside, Gap, Piece, Text
from trainer.ui.widgets.pictures.qr_code import paint_code
from trainer.ui.workshop.printed.show import Column
from trainer.workshop.network import codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QPainter

    from trainer.plans.model import Card, Segment
    from trainer.ui.paper.book import Book
    from trainer.ui.paper.printed_pieces import Press
    from trainer.workshop.material import Material

    Face = Callable[[Press], Sequence[Piece]]

_QR: Final = 34.0
"""Millimetres of a code's side."""

_HIGHEST: Final = 6
"""Numbers that a person gets."""

_CODE: Final = 6
"""Signs of a typed code."""


class Door(NamedTuple):
    """The room as phones find it: address and code to type, and what the QR code holds."""

    url: str
    code: str
    link: str


class Square(Piece):
    """A code for cameras."""

    def __init__(self, press: Press, link: str) -> None:
        self._press = press
        self._code = codes.code(link)

    def height(self, width: float) -> float:
        """Its side."""
        return min(width, self._press.mm(_QR) * self._press.scale)

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint the code as large as the card has room."""
        side = self.height(width)
        box = QRectF(place.x(), place.y(), side, side)
        paint_code(painter, box, self._code)


class Boxes(Piece):
    """Empty boxes, one a sign, to write a code into."""

    def __init__(self, press: Press) -> None:
        self._press = press

    def height(self, width: float) -> float:
        """One box."""
        return self._press.pt(20)

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint them."""
        painter.setPen(QPen(QColor(SOFT), self._press.pt(0.8)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        side = self._press.pt(16)
        for at in range(_CODE):
            painter.drawRect(QRectF(place.x() + at * side * 1.2, place.y(), side, side))


def put_roles(book: Book, material: Material, groups: int) -> None:
    """Put the cards of each part with small groups, a set a group; who is targeted stands apart."""
    segments = [one for one in material.plan.segments.values() if one.kind is Kind.GROUPS]
    for number, segment in enumerate(segments):
        if number:
            book.new_page()
        else:
            book.begin(_("Role cards"), heading=False)
        book.cards(list(_role_faces(segment, groups)), 2, 4)


def _role_faces(segment: Segment, groups: int) -> Iterator[Face]:
    dealt = [card for card in segment.cards if not card.targeted]
    apart = [card for card in segment.cards if card.targeted]
    for _group in range(groups):
        for card in dealt:
            yield partial(_role, segment, card)
    for card in apart:
        yield partial(_role, segment, card)


def _role(segment: Segment, card: Card, press: Press) -> Sequence[Piece]:
    made: list[Piece] = [
        Text(press, plain(segment.title), 8.5, tone=SOFT, literal=True),
        Gap(press, 3),
        Text(press, plain(card.title), 15, bold=True, literal=True),
        Gap(press, 3),
        Text(press, card.text, 11.5),
        Gap(press, 6),
    ]
    if segment.situation:
        made += [Text(press, segment.situation, 9.5, tone=SOFT), Gap(press, 6)]
    if card.targeted:
        said = _("Only for somebody who wants this part. Put the card away if nobody does.")
        made.append(Text(press, said, 9.5, bold=True))
    said = _("You may pass, at any time and without a reason. Nobody has to say an insult aloud.")
    made.append(Text(press, said, 9.5))
    return made


def put_join(book: Book, count: int, door: Door | None) -> None:
    """Put cards that say how to vote; without an open room the code is left blank."""
    book.begin(_("How to vote"), heading=False)
    book.cards([partial(_join, door)] * count, 2, 4)


def _join(door: Door | None, press: Press) -> Sequence[Piece]:
    phone: list[Piece] = [Text(press, _("With your phone"), 12, bold=True), Gap(press, 2)]
    if door is not None:
        phone += [Text(press, door.url, 8.5, literal=True), Gap(press, 3)]
        phone += [
            Text(press, _("Code: %(code)s") % {"code": door.code}, 14, bold=True, literal=True)
        ]
    else:
        phone += [Text(press, _("If the room is open: the address"), 9), Ruled(press, 18)]
        phone += [Gap(press, 4), Text(press, _("and the code"), 9), Gap(press, 2), Boxes(press)]
    phone += [Gap(press, 3), Text(press, _("No name, no account."), 9, tone=SOFT)]
    above: Piece = Column(*phone)
    if door is not None:
        above = Beside(Square(press, door.link), above, 0.46)
    by_hand = _(
        "Raise your hand when your answer is read. From 0 to 5: a fist is 0, five fingers are 5."
        " Closing your eyes while you vote is fine, and so is not voting."
    )
    return [
        above,
        Gap(press, 7),
        Text(press, _("By hand"), 12, bold=True),
        Text(press, by_hand, 9.5),
    ]


def put_numbers(book: Book, people: int) -> None:
    """Put numbers to hold up, a page a person: answers are read with their number."""
    book.begin(_("Numbers to hold up"), heading=False)
    book.cards([partial(_number, at + 1) for _one in range(people) for at in range(_HIGHEST)], 2, 3)


def _number(number: int, press: Press) -> Sequence[Piece]:
    return [Text(press, str(number), 150, bold=True, literal=True, middle=True)]
