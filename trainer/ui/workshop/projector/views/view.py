"""What every view of the projector is: a title, what stands beneath it, and the foot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QRectF

from trainer.scenario.texts.markup import plain
from trainer.ui.workshop.projector.blocks import told
from trainer.ui.workshop.projector.sheet import SIZES, Body, Placed, Try, flow, gap
from trainer.ui.workshop.projector.text import Words, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.ui.workshop.projector.blocks import Block
    from trainer.ui.workshop.projector.paper import Ink
    from trainer.workshop.telling.room_view import Join, RoomView, What


@dataclass(frozen=True, slots=True)
class Telling:
    """What is to be shown: the room's view, in a second language as well if there is one.

    ``left`` are the milliseconds that the timer has left. ``grown`` is how far the bars of a
    result have grown, and ``breath`` how full the lungs are: both from 0 to 1. ``rings``: the
    bell has just rung. ``back`` is the time of day at which a break is over.
    """

    seen: RoomView
    second: RoomView | None = None
    left: int | None = None
    grown: float = 1.0
    breath: float = 0.5
    rings: bool = False
    back: str = ""


LARGE: Final = (56, 50)
"""Sizes above the usual ones, where there is room: a page shall not stand half empty."""
LARGEST: Final = (72, 64)
"""Sizes for a text of a sentence or two, which a room shall talk about."""
SHORT: Final = 150
"""Letters of such a text at the most."""


class View:
    """A title with something beneath it; each view says what."""

    what: ClassVar[What]
    sizes: ClassVar[Sequence[int]] = SIZES
    columns: ClassVar[Sequence[int]] = (1, 2)
    invites: ClassVar[bool] = False
    """Whether phones have something to do here, so that the QR code is shown."""
    hands: ClassVar[bool] = False
    """Whether a hand does as well as a phone."""
    is_closed: bool = False
    """Whether a vote stands here that nobody can answer any more."""
    joins: ClassVar[bool] = True
    """Whether it says how to join at all."""
    grows: ClassVar[bool] = False
    """Whether it has bars that grow."""
    shortens: ClassVar[bool] = False
    """Whether a short text is set larger than usual."""
    grow: ClassVar[int] = 12
    """How much larger than the body the title is set."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self.seen = telling.seen

    @property
    def join(self) -> Join | None:
        """How to join, for the foot; where nobody has to, the page is larger without."""
        return self.seen.join if self.joins else None

    @property
    def captions(self) -> str | None:
        """The strip for captions; None where there is none."""
        return self.seen.strip

    def timer(self) -> int | None:
        """Give what the timer at the foot shows."""
        return self.telling.left

    def tries(self) -> Iterator[Try]:
        """Give the ways to set it, the best first."""
        feet = ("full", "slim", "none") if self.join is not None else ("full",)
        if self.is_short():
            yield from (Try(size, 1, feet[0]) for size in LARGEST)
        yield from (Try(size, 1, feet[0]) for size in LARGE)
        for foot, columns in product(feet, self.columns):
            for size in self.sizes:
                # Two columns of large type are harder to read than one that is smaller.
                if columns == 1 or size <= self.sizes[0] - 8:
                    yield Try(size, columns, foot)
        yield from (Try(28, columns, feet[-1], tight=True) for columns in self.columns)

    def is_short(self) -> bool:
        """Tell whether there is so little to read that it may be larger than usual."""
        return self.shortens and len(self.seen.text) <= SHORT and self.telling.second is None

    # What it says

    def title(self) -> str:
        """Give the title without its Markdown."""
        return plain(self.seen.title)

    def other(self, text: str, second: str) -> str:
        """Give words in the second language, if they are others than in the first."""
        return second if second.strip() and second != text else ""

    def second_title(self) -> str:
        """Give the title in the second language."""
        second = self.telling.second
        return self.other(self.title(), plain(second.title)) if second else ""

    def aside(self) -> str:
        """Give what stands at the far end of the title's line."""
        return ""

    def body(self) -> list[Block]:
        """Give what stands beneath the title."""
        return list(self.markdown())

    def last(self) -> list[Block]:
        """Give what stands at the end, below all the rest."""
        return []

    def markdown(self) -> Iterator[Block]:
        """Give the text, and beneath it the same in the second language."""
        yield from told(self.seen.text)
        second = self.telling.second
        if second is not None and second.text != self.seen.text:
            yield from told(second.text, second=True, tone="soft")

    # Where it stands

    def place(self, room: QRectF, one: Try, ink: Ink) -> Body:
        """Put it into its room."""
        head = self.head(room, one, ink)
        top = head.bottom + (gap(one.size, ink) if head.placed else 0)
        last = self.last()
        foot = self._foot(last, room, one, ink)
        space = gap(one.size, ink)
        body = flow(
            self.body(), QRectF(room.left(), top, room.width(), room.bottom() - top), one, ink,
            space,
        )  # fmt: skip
        bottom = body.bottom + (space + foot.bottom if last else 0)
        # At the lower edge where there is room, else right beneath.
        shift = room.bottom() - foot.bottom
        moved = [Placed(p.block, p.box.translated(0, shift), p.size) for p in foot.placed]
        return Body((*head.placed, *body.placed, *moved), bottom)

    def _foot(self, last: list[Block], room: QRectF, one: Try, ink: Ink) -> Body:
        """Set what comes last, from 0 on."""
        single = replace(one, columns=1)
        return flow(last, QRectF(room.left(), 0, room.width(), room.height()), single, ink)

    def head(self, room: QRectF, one: Try, ink: Ink) -> Body:
        """Set the title, and what stands at the far end of its line."""
        title = words(self.title(), grow=4 if ink.tight else self.grow, bold=True)
        placed: list[Placed] = []
        width, top = room.width(), room.top()
        if self.aside():
            aside = words(self.aside(), tone="soft")
            small = min(one.size, 34)
            wide = aside.natural(small, ink) + 2
            high = aside.height(wide, small, ink)
            drop = max(0.0, title.step(one.size, ink) - high) * 0.7
            at = QRectF(room.right() - wide, top + drop, wide, high)
            placed.append(Placed(aside, ink.flip(at, room), small))
            width -= wide + 32
        for told_ in self._titles(title):
            high = told_.height(width, one.size, ink)
            at = QRectF(room.left(), top, width, high)
            placed.insert(len(placed), Placed(told_, ink.flip(at, room), one.size))
            top += high
        return Body(tuple(placed), top)

    def _titles(self, title: Words) -> Iterator[Words]:
        if title.spoken.strip():
            yield title
        second = self.second_title()
        if second:
            yield words(second, grow=2, second=True, tone="soft")
