"""A page of the projector, laid out: everything that stands on it, and where.

It is set as large as it fits. Where there is much, the type shrinks in steps, never below what
reads from twelve metres; then it goes in two columns; then the foot gives way. What is still
too much is left out, and the page says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from trainer.language import _
from trainer.ui.workshop.projector.foot import Captions, Strip
from trainer.ui.workshop.projector.paper import EDGE, LEAST, SIDE, TIGHT
from trainer.ui.workshop.projector.text import Words, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.ui.workshop.projector.blocks import Block
    from trainer.ui.workshop.projector.paper import Ink
    from trainer.ui.workshop.projector.views.view import View

SIZES: Final = (44, 40, 36, 34, 32, 30, LEAST)


@dataclass(frozen=True, slots=True)
class Placed:
    """Something at its place, set in a size."""

    block: Block
    box: QRectF
    size: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page. ``picture`` is where the picture of the scene stands; ``cut`` is what does not.

    ``ink`` is what it is to be painted with; ``size`` is the type of its body, ``columns`` in how
    many it is set.
    """

    page: QRectF
    placed: tuple[Placed, ...]
    picture: QRectF | None = None
    size: int = LEAST
    columns: int = 1
    cut: int = 0
    ink: Ink | None = None


@dataclass(frozen=True, slots=True)
class Try:
    """A way to set a page.

    ``tight``: everything stands closer. ``brief``: what can be said in fewer words, is.
    """

    size: int
    columns: int = 1
    foot: str = "full"
    picture: float = 1.0
    tight: bool = False
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """What a view has put into its room; ``bottom`` is the lowest point that it needs."""

    placed: tuple[Placed, ...]
    bottom: float
    picture: QRectF | None = None


def gap(size: int, ink: Ink | None = None) -> float:
    """Give the room between two things, by the size of the type."""
    if ink is not None and ink.tight:
        return 3
    return {44: 24, 40: 20, 36: 16, 34: 13, 32: 11, 30: 8}.get(size, 5 if size < 30 else 28)


def compose(view: View, page: QRectF, ink: Ink) -> Sheet:
    """Lay a view out on a page."""
    tries = list(view.tries())
    for one in tries:
        sheet, fits = _set(view, page, ink, one)
        if fits:
            return sheet
    return _cut(view, page, ink, tries[-1])


def _set(view: View, page: QRectF, ink: Ink, one: Try) -> tuple[Sheet, bool]:
    if one.tight:
        ink = replace(ink, leading=TIGHT)
    room, feet = _foot(view, page, ink, one)
    body = view.place(room, one, ink)
    placed = (*body.placed, *feet)
    fits = body.bottom <= room.bottom() + 1
    return Sheet(page, placed, body.picture, one.size, one.columns, ink=ink), fits


def _foot(view: View, page: QRectF, ink: Ink, one: Try) -> tuple[QRectF, list[Placed]]:
    """Give the room that the foot leaves, and what stands in it."""
    placed: list[Placed] = []
    bottom = page.bottom()
    top = page.top() + (14 if one.tight else EDGE if one.size > LEAST else 22)
    if view.captions is not None:
        strip = Captions(view.captions)
        high = strip.height(page.width(), one.size, ink)
        placed.append(Placed(strip, QRectF(0, bottom - high, page.width(), high), one.size))
        bottom -= high
    margin = 8.0 if one.tight else 24.0 if one.size > LEAST else 14.0
    joins = view.join if one.foot != "none" else None
    left = view.timer()
    if joins is not None or left is not None:
        slim = one.foot != "full" or not view.invites
        foot = Strip(joins, left, slim=slim, hands=view.hands, closed=view.is_closed)
        wide = page.width() - 2 * SIDE
        high = foot.height(wide, one.size, ink)
        bottom -= high + margin
        box = QRectF(SIDE, bottom, wide, high)
        if joins is None:
            box.setLeft(box.right() - 190)
        placed.append(Placed(foot, ink.flip(box, page), one.size))
        bottom -= margin
    else:
        bottom -= EDGE if one.size > LEAST else margin
    return QRectF(SIDE, top, page.width() - 2 * SIDE, bottom - top), placed


def _cut(view: View, page: QRectF, ink: Ink, one: Try) -> Sheet:
    """Set what fits, and say that there is more."""
    if one.tight:
        ink = replace(ink, leading=TIGHT)
    room, feet = _foot(view, page, ink, one)
    told = words(_("There is more than fits here. It will be read aloud."), bold=True)
    line = told.height(room.width(), LEAST, ink)
    limit = room.bottom() - line - 4
    body = view.place(QRectF(room.left(), room.top(), room.width(), limit - room.top()), one, ink)
    kept = list(_kept(body.placed, limit))
    cut = len(body.placed) - len([each for each in kept if each in body.placed])
    at = QRectF(room.left(), room.bottom() - line, room.width(), line)
    said = Placed(told, at, LEAST)
    return Sheet(page, (*kept, said, *feet), None, one.size, one.columns, max(1, cut), ink)


def _kept(placed: Iterable[Placed], limit: float) -> Iterator[Placed]:
    """Give what is whole above the limit, and of what is not, the lines that are."""
    for one in placed:
        if one.box.bottom() <= limit + 1:
            yield one
        elif isinstance(one.block, Words) and one.box.top() + one.size < limit:
            box = QRectF(one.box)
            box.setBottom(limit)
            yield replace(one, box=box)


def flow(
    told: Iterable[Block], room: QRectF, one: Try, ink: Ink, between: float | None = None
) -> Body:
    """Put things beneath each other, in as many columns as are tried."""
    every = list(told)
    space = gap(one.size, ink) if between is None else between
    if one.columns == 1 or len(every) < 2:
        return _column(every, room, one.size, ink, space)
    apart = 24.0 if ink.tight else 32.0
    count = min(one.columns, len(every))
    wide = (room.width() - apart * (count - 1)) / count
    heights = [each.height(wide, one.size, ink) + space for each in every]
    placed: list[Placed] = []
    bottom = room.top()
    for number, part in enumerate(_parts(heights, count)):
        left = room.left() + number * (wide + apart)
        at = ink.flip(QRectF(left, room.top(), wide, room.height()), room)
        body = _column([every[n] for n in part], at, one.size, ink, space)
        placed += body.placed
        bottom = max(bottom, body.bottom)
    return Body(tuple(placed), bottom)


def _parts(heights: list[float], count: int) -> list[range]:
    """Divide things in their order, so that the highest column is as low as can be."""
    low, high = max(heights), sum(heights)
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(heights, middle)) <= count else (middle, high)
    return _filled(heights, high)


def _filled(heights: list[float], most: float) -> list[range]:
    parts, start, used = [], 0, 0.0
    for number, each in enumerate(heights):
        if used + each > most and number > start:
            parts.append(range(start, number))
            start, used = number, 0.0
        used += each
    return [*parts, range(start, len(heights))]


def _column(told: list[Block], room: QRectF, size: int, ink: Ink, space: float) -> Body:
    placed, top = [], room.top()
    for one in told:
        high = one.height(room.width(), size, ink)
        placed.append(Placed(one, QRectF(room.left(), top, room.width(), high), size))
        top += high + space
    return Body(tuple(placed), top - space if placed else room.top())
