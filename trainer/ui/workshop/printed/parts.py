"""Which parts of a workshop can be printed, and what puts each of them into a book."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer.language import N_, _
from trainer.plans.model import Kind
from trainer.scenario.texts.markup import plain
from trainer.ui.paper import printing
from trainer.ui.paper.book import MARGIN, Book
from trainer.ui.workshop.printed import cards, leaves, show, story
from trainer.workshop.after.hand_out import hand_out

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtGui import QPdfWriter

    from trainer.plans.model import Plan
    from trainer.ui.paper.printing import Paper
    from trainer.ui.workshop.printed.cards import Door
    from trainer.workshop.after.hand_out import HandOut
    from trainer.workshop.material import Material


class Part(StrEnum):
    """A part that can be printed."""

    RUN = "run"
    STORY = "story"
    SLIDES = "slides"
    AGREEMENTS = "agreements"
    ROLES = "roles"
    JOIN = "join"
    NUMBERS = "numbers"
    HAND_OUT = "hand-out"
    NAMES = "names"


NAMES: Final = {
    Part.RUN: N_("Run of show with your notes"),
    Part.STORY: N_("The words of the stories, for you alone"),
    Part.SLIDES: N_("Slides, two on a page"),
    Part.AGREEMENTS: N_("What we agree on, to put on the wall"),
    Part.ROLES: N_("Role cards to cut"),
    Part.JOIN: N_("Cards to join by phone, or vote by hand"),
    Part.NUMBERS: N_("Numbers to hold up, to cut"),
    Part.HAND_OUT: N_("Hand-out to take home"),
    Part.NAMES: N_("List of names"),
}

FOR_YOU: Final = frozenset({Part.RUN, Part.STORY})
"""Parts that are not for the room: they hold notes."""


USUAL: Final = frozenset(Part) - {Part.NUMBERS, Part.STORY}
"""What is ticked to begin with: numbers are a page a person, and hands need none; words that hurt
are printed only for whoever asks for them."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall be printed: which parts, how many groups and people get cards.

    Without a ``door`` (the room is not open) cards leave address and code blank.
    """

    parts: Collection[Part]
    groups: int = 4
    join_cards: int = 8
    numbers: int = 10
    door: Door | None = None


def there(plan: Plan) -> tuple[Part, ...]:
    """Give the parts that a plan has something for."""
    kinds = {segment.kind for segment in plan.segments.values()}
    without = {
        Part.STORY: Kind.SCENARIO not in kinds,
        Part.AGREEMENTS: not plan.agreements,
        Part.ROLES: Kind.GROUPS not in kinds,
    }
    return tuple(part for part in Part if not without.get(part, False))


def pdf(material: Material, wish: Wish, paper: Paper) -> bytes:
    """Make one PDF file of all that is wished for, in the order of :class:`Part`."""
    plan = material.plan

    def put(writer: QPdfWriter) -> None:
        with Book.written(writer, plan.language, plain(plan.title)) as book:
            for part in Part:
                if part in wish.parts:
                    _PUT[part](book, material, wish)

    return printing.pdf(plain(plan.title), put, paper=paper, margin=MARGIN)


def hand_out_pdf(given: HandOut) -> bytes:
    """Make a PDF file of what people take home, as it is printed with the plan."""

    def put(writer: QPdfWriter) -> None:
        with Book.written(writer, given.language, given.title) as book:
            leaves.put_hand_out(book, given)

    title = _("To take home: %(title)s") % {"title": given.title}
    return printing.pdf(title, put, margin=MARGIN)


def _roles(book: Book, material: Material, wish: Wish) -> None:
    cards.put_roles(book, material, wish.groups)


def _join(book: Book, material: Material, wish: Wish) -> None:
    cards.put_join(book, wish.join_cards, wish.door)


def _numbers(book: Book, material: Material, wish: Wish) -> None:
    cards.put_numbers(book, wish.numbers)


def _run(book: Book, material: Material, wish: Wish) -> None:
    show.put_run(book, material)


def _story(book: Book, material: Material, wish: Wish) -> None:
    story.put_stories(book, material)


def _slides(book: Book, material: Material, wish: Wish) -> None:
    show.put_slides(book, material)


def _agreements(book: Book, material: Material, wish: Wish) -> None:
    leaves.put_agreements(book, material.plan)


def _hand_out(book: Book, material: Material, wish: Wish) -> None:
    leaves.put_hand_out(book, hand_out(material))


def _names(book: Book, material: Material, wish: Wish) -> None:
    leaves.put_names(book)


_PUT: Final[dict[Part, Callable[[Book, Material, Wish], None]]] = {
    Part.RUN: _run,
    Part.STORY: _story,
    Part.SLIDES: _slides,
    Part.AGREEMENTS: _agreements,
    Part.ROLES: _roles,
    Part.JOIN: _join,
    Part.NUMBERS: _numbers,
    Part.HAND_OUT: _hand_out,
    Part.NAMES: _names,
}


def name(part: Part) -> str:
    """Name a part."""
    return _(NAMES[part])
