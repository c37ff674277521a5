"""Leaves for the room: what is agreed on, what people take home, who was there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from trainer.language import _
from trainer.method import ds
from trainer.ui.paper.book import Ruled
from trainer.ui.paper.printed_pieces import (
    SOFT,
    Beside,
    Chip,
    Gap,
    Piece,
    Text,
    Ticked,
    fitting,
    height,
    paint,
)
from trainer.ui.workshop.printed.show import contact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.plans.model import Plan
    from trainer.ui.paper.book import Book
    from trainer.ui.paper.printed_pieces import Press
    from trainer.workshop.after.hand_out import HandOut

_LINE: Final = 25
"""Points that a name has to be written in."""

_NAMED: Final = 0.2
"""Share of the width in which the name of a D stands."""

_SMALLEST: Final = 0.78
"""How much smaller than meant type may become, so that a page holds it."""


def put_agreements(book: Book, plan: Plan) -> None:
    """Put what is agreed on as large as the page allows, to be read from across the room."""
    book.begin(_("What we agree on"), heading=False)
    room = book.page
    made = fitting(partial(_agreements, plan), book.press, room)
    paint(book.painter, made, room)


def _agreements(plan: Plan, press: Press) -> Sequence[Piece]:
    made: list[Piece] = [
        Text(press, _("What we agree on"), 40, bold=True),
        Gap(press, 26),
    ]
    for one in plan.agreements:
        made += [Text(press, one, 28), Gap(press, 18)]
    if plan.care is not None:
        known = {"name": plan.care.name, "where": plan.care.where}
        said = _("You need a pause? %(name)s is there for you: %(where)s.") % known
        made.append(Text(press, said, 28, bold=True, literal=True))
    return made


def put_hand_out(book: Book, given: HandOut) -> None:
    """Put what people take home on one page; what is far too much for one goes on."""
    book.begin(_("To take home"), heading=False)
    room = book.page
    made = fitting(partial(_hand_out, given), book.press, room, _SMALLEST)
    if height(made, room.width()) <= room.height():
        paint(book.painter, made, room)
    else:
        book.put(*_hand_out(given, book.press))


def _hand_out(given: HandOut, press: Press) -> Sequence[Piece]:
    made: list[Piece] = [
        Text(press, _("To take home"), 20, bold=True),
        Text(press, given.title, 12, tone=SOFT, literal=True),
        Gap(press, 10),
        *_ways(given, press),
    ]
    if given.resolves:
        made += [Text(press, _("What I will do"), 14, bold=True), Gap(press, 4)]
        for one in given.resolves:
            made += [Ticked(press, Text(press, one, 11, literal=True), 11), Gap(press, 4)]
        made += [Ruled(press, 18), Gap(press, 10)]
    if given.turn:
        made += [Text(press, _("Where to turn"), 14, bold=True), Gap(press, 4)]
        for turn in given.turn:
            made.append(contact(press, turn.name, turn.summary, turn.reach))
    if given.sources:
        said = _("Where this comes from: %(sources)s") % {"sources": _(" · ").join(given.sources)}
        made += [Gap(press, 4), Text(press, said, 8, tone=SOFT, literal=True)]
    return made


def _ways(given: HandOut, press: Press) -> Sequence[Piece]:
    made: list[Piece] = [Text(press, _("Five ways to help"), 14, bold=True), Gap(press, 4)]
    for d, way in zip(ds.FIVE_DS, given.ways, strict=False):
        made += [Beside(Chip(press, d, 11), Text(press, way.about, 11, literal=True), _NAMED),
                 Gap(press, 5)]  # fmt: skip
    said = _("First look: is it safe for you, and for the person it happens to? “Not now, I ask "
             "afterwards” is help, too.")  # fmt: skip
    return [*made, Text(press, said, 11), Gap(press, 12)]


def put_names(book: Book) -> None:
    """Put a list for names. It has room for nothing else."""
    book.begin(_("Who was here"))
    said = _("Whoever does not want to be on this list stays off it. It is kept apart from all "
             "answers; nobody’s vote is on it.")  # fmt: skip
    book.put(book.text(said), book.gap(4))
    day = book.text(_("Day and place:"), 10, tone=SOFT)
    book.put(day, Ruled(book.press, 10), book.gap(10))
    book.put(book.text(_("Name"), bold=True))
    line = Ruled(book.press, _LINE)
    while book.has_room(line):
        book.put(line)
