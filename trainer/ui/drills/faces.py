"""What stands on printed drills and cards to think about, as pieces of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.authoring.forms import licences
from trainer.drills import wording
from trainer.drills.model import Drill
from trainer.language import _
from trainer.scenario import kind_words
from trainer.scenario.texts.markup import plain
from trainer.ui import reviewed
from trainer.ui.paper.printed_pieces import SOFT, Beside, Chip, Framed, Gap, Piece, Text, Ticked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.drills.hand import Card
    from trainer.drills.model import Deck, Reflection, Repair, Reply
    from trainer.ui.paper.printed_pieces import Press


@dataclass(frozen=True, slots=True)
class Chosen:
    """A card that is printed, and the file that it is from. ``soften`` shows softer lines.

    ``path`` is where that file lies, if that is known.
    """

    deck: Deck
    card: Card
    soften: bool = False
    path: Path | None = None


def origin(chosen: Chosen) -> str:
    """Say in small print what a sheet is from."""
    deck = chosen.deck
    known = {
        "title": plain(deck.title),
        "status": reviewed.told(deck, chosen.path),
        "licence": licences.told(deck.licence),
        "authors": _(", ").join(deck.authors),
    }
    return _("From %(title)s. %(status)s. %(authors)s, %(licence)s.") % known


def kind(chosen: Chosen) -> str:
    """Say what sort of card it is: its file, and of a drill where it takes place."""
    title = plain(chosen.deck.title)
    if not isinstance(chosen.card, Drill):
        return title
    known = {"title": title, "setting": kind_words.setting(chosen.card.setting)}
    return _("%(title)s · %(setting)s") % known


def page(press: Press, chosen: Chosen) -> list[Piece]:
    """Everything of one card, on a page of its own."""
    if isinstance(chosen.card, Drill):
        return list(_drill(press, chosen.card, soften=chosen.soften))
    return [
        Text(press, chosen.card.ask, 26, bold=True),
        Gap(press, 20),
        *_thought(press, chosen.card, 13),
    ]


def front(press: Press, chosen: Chosen) -> list[Piece]:
    """The side of a card that is looked at first."""
    card = chosen.card
    if not isinstance(card, Drill):
        return [Text(press, card.ask, 21, bold=True, middle=True)]
    return [
        Text(press, card.who, 11),
        Gap(press, 10),
        Framed(press, _line(press, card, 16, soften=chosen.soften)),
        Gap(press, 14),
        Text(press, _("What would you say?"), 10, tone=SOFT, literal=True),
    ]


def back(press: Press, chosen: Chosen, *, short: bool = False) -> list[Piece]:
    """The other side; ``short`` leaves out what each reply does."""
    card = chosen.card
    if not isinstance(card, Drill):
        return list(_thought(press, card, 11))
    made: list[Piece] = []
    for reply in card.replies:
        made += [*_reply(press, reply, 10, short=short), Gap(press, 5)]
    return [*made, *_points(press, card, 9.5)]


def _drill(press: Press, drill: Drill, *, soften: bool) -> Iterator[Piece]:
    setting = kind_words.setting(drill.setting)
    yield Text(press, setting, 10, bold=True, tone=SOFT, literal=True)
    yield Gap(press, 4)
    yield Text(press, drill.who, 13)
    yield Gap(press, 10)
    yield Framed(press, _line(press, drill, 18, soften=soften))
    yield Gap(press, 20)
    yield _heading(press, _("What can be said or done"))
    yield Gap(press, 6)
    for reply in drill.replies:
        yield from _reply(press, reply, 12)
        yield Gap(press, 10)
    yield Gap(press, 8)
    yield from _points(press, drill, 11.5)
    if drill.repair is not None:
        yield Gap(press, 18)
        yield from _repair(press, drill.repair)


def _line(press: Press, drill: Drill, points: float, *, soften: bool) -> Text:
    said = wording.line(drill, soften=soften)
    return Text(press, said.text, points, bold=True, around=said.marks())


def _heading(press: Press, words: str, points: float = 13) -> Text:
    return Text(press, words, points, bold=True, literal=True)


def _reply(press: Press, reply: Reply, points: float, *, short: bool = False) -> Iterator[Piece]:
    said = wording.reply(reply)
    yield Chip(press, reply.d, points * 0.9)
    yield Gap(press, 1.5)
    yield Text(press, said.text, points, bold=True, around=said.marks())
    if not short:
        yield Gap(press, 1.5)
        yield Text(press, reply.does, points * 0.88)


def _points(press: Press, drill: Drill, points: float) -> Iterator[Piece]:
    yield _heading(press, _("Points that a good reply holds"), points * 1.1)
    yield Gap(press, 3)
    for point in drill.points:
        yield Ticked(press, Text(press, point, points), points)
        yield Gap(press, 2)


def _repair(press: Press, repair: Repair) -> Iterator[Piece]:
    yield _heading(press, _("If it was you who said it"))
    yield Gap(press, 5)
    for name, text in wording.repair_rows(repair):
        label = Text(press, name, 11, bold=True, tone=SOFT, literal=True)
        yield Beside(label, Text(press, text, 11), 0.2)
        yield Gap(press, 4)


def _thought(press: Press, reflection: Reflection, points: float) -> Iterator[Piece]:
    if reflection.note:
        yield Text(press, reflection.note, points)
        yield Gap(press, 8)
    if reflection.sources:
        named = wording.sources(reflection.sources)
        yield Text(press, named, points * 0.65, tone=SOFT, literal=True)
