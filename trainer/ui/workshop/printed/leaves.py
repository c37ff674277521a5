"""Leaves for the room: what is agreed on, what people take home, who was there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from trainer.language import _
from trainer.method import ds
from trainer.ui.printed_pieces import SOFT, Chip, Gap, Piece, Text, Ticked, fitting, paint
from trainer.ui.workshop.printed.book import Ruled
from trainer.ui.workshop.printed.show import Column
from trainer.workshop.after.hand_out import hand_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.plans.model import Plan
    from trainer.ui.printed_pieces import Press
    from trainer.ui.workshop.printed.book import Book
    from trainer.workshop.after.hand_out import HandOut
    from trainer.workshop.material import Material

_LINE: Final = 25
"""Points that a name has to be written in."""


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


def put_hand_out(book: Book, material: Material) -> None:
    """Put what people take home: two pages at most in most plans."""
    given = hand_out(material)
    book.begin(_("To take home"))
    book.put(book.text(given.title, 12, tone=SOFT, literal=True), book.gap(8))
    _put_ways(book)
    if given.resolves:
        book.put(book.text(_("What I will do"), 14, bold=True), book.gap(4))
        for one in given.resolves:
            ticked = Ticked(book.press, book.text(one, literal=True), 11)
            book.put(ticked, book.gap(5))
        book.put(Ruled(book.press, 20), book.gap(10))
    _put_turn(book, given)
    if given.sources:
        book.put(book.text(_("Where this comes from"), 11, bold=True), book.gap(3))
        for one in given.sources:
            book.put(book.text(one, 9, tone=SOFT, literal=True))


def _put_ways(book: Book) -> None:
    book.put(book.text(_("Five ways to help"), 14, bold=True), book.gap(4))
    for d in ds.FIVE_DS:
        book.put(
            Column(Chip(book.press, d, 11), book.text(ds.meaning(d), literal=True)), book.gap(6)
        )
    said = _("First look: is it safe for you, and for the person it happens to? “Not now, I ask "
             "afterwards” is help, too.")  # fmt: skip
    book.put(book.text(said), book.gap(12))


def _put_turn(book: Book, given: HandOut) -> None:
    if not given.turn:
        return
    book.put(book.text(_("Where to turn"), 14, bold=True), book.gap(4))
    for one in given.turn:
        pieces = [book.text(one.name, bold=True, literal=True), book.text(one.summary, 10)]
        if one.reach:
            pieces.append(book.text(_(" · ").join(one.reach), literal=True))
        book.put(Column(*pieces), book.gap(7))
    book.put(book.gap(6))


def put_names(book: Book) -> None:
    """Put a list for names. It has room for nothing else."""
    book.begin(_("Who was here"))
    said = _("Whoever does not want to be on this list stays off it. It is kept apart from all "
             "answers; nobody's vote is on it.")  # fmt: skip
    book.put(book.text(said), book.gap(4))
    day = book.text(_("Day and place:"), 10, tone=SOFT)
    book.put(day, Ruled(book.press, 10), book.gap(10))
    book.put(book.text(_("Name"), bold=True))
    line = Ruled(book.press, _LINE)
    while book.has_room(line):
        book.put(line)
