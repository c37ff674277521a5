"""The run of show, for whoever leads; and its slides, for a room without a projector."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPen

from trainer.language import _, ngettext
from trainer.method import five_steps
from trainer.plans import words
from trainer.plans.model import Kind
from trainer.scenario.texts.markup import plain
from trainer.ui.paper.book import Ruled
from trainer.ui.paper.printed_pieces import (
    SOFT,
    Beside,
    Chip,
    Gap,
    Piece,
    Text,
    fitting,
    height,
    paint,
)
from trainer.workshop import beats as beats_
from trainer.workshop.after.hand_out import reach
from trainer.workshop.beats import BeatKind, rung

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from trainer.plans.model import Plan, Segment
    from trainer.ui.paper.book import Book
    from trainer.ui.paper.printed_pieces import Press
    from trainer.workshop.beats import Beat
    from trainer.workshop.material import Material

_TIME: Final = 0.14
"""Share of the width in which times stand."""

_LEAST_LEFT: Final = 0.3
"""Share of a page that may stay free, so that a part stands whole on the next one."""


class Column(Piece):
    """Pieces one below the other, as one."""

    def __init__(self, *pieces: Piece) -> None:
        self._pieces = pieces

    def height(self, width: float) -> float:
        """All of them."""
        return sum(piece.height(width) for piece in self._pieces)

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint them."""
        box = QRectF(place, QSizeF(width, self.height(width)))
        paint(painter, self._pieces, box)


def contact(
    press: Press, name: str, summary: str, reach: Sequence[str], points: float = 11
) -> Piece:
    """Make an entry of where there is help: its name, its ways to be reached, what it is."""
    head = Text(press, name, points, bold=True, literal=True)
    said = [Text(press, _(" · ").join(reach), points * 0.95, literal=True)] if reach else []
    about = [Text(press, summary, 9.5, tone=SOFT)] if summary else []
    return Column(head, *said, *about, Gap(press, 5))


def put_run(book: Book, material: Material) -> None:
    """Put the run of show: times, notes, questions; with it a plan can be led without a screen."""
    plan = material.plan
    book.begin(_("Run of show"))
    book.put(book.text(plain(plan.title), 14, bold=True), book.text(plan.summary), book.gap(6))
    book.put(book.text(_("For you, not for the room: it holds your notes."), 9.5, tone=SOFT))
    book.put(*_care(book, plan), book.gap(8))
    at = 0
    for segment in plan.segments.values():
        _put_segment(book, material, segment, at)
        at += segment.minutes
    end = _clock(at)
    book.put(Ruled(book.press, 3), book.gap(4), book.text(end, bold=True, literal=True))


def _care(book: Book, plan: Plan) -> Iterator[Piece]:
    yield book.gap(4)
    if plan.care is not None:
        known = {"name": plan.care.name, "where": plan.care.where}
        said = _("For somebody who needs a pause: %(name)s, %(where)s") % known
        yield book.text(said, bold=True, literal=True)
    else:
        yield book.text(_("For somebody who needs a pause (name, and where):"), bold=True)
        yield Ruled(book.press, 22)
        yield book.gap(14)


def _put_segment(book: Book, material: Material, segment: Segment, at: int) -> None:
    told = [_indented(book, piece) for piece in _told(book, material, segment)]
    made = [Ruled(book.press, 3), book.gap(4), _head(book, segment, at), *told]
    if height(made, book.page.width()) <= book.page.height() and book.left < _LEAST_LEFT:
        # It stays whole where that leaves little of a page free.
        book.put(*made, book.gap(6))
        return
    book.put(*made[:4])
    for piece in made[4:]:
        if not book.has_room(piece):
            book.new_page()
            said = _("%(part)s, continued") % {"part": words.title(segment)}
            again = book.text(said, 9.5, tone=SOFT, literal=True)
            book.put(_indented(book, again), book.gap(4))
        book.put(piece)
    book.put(book.gap(6))


def _head(book: Book, segment: Segment, at: int) -> Piece:
    return Beside(
        Column(
            book.text(_clock(at), 12, bold=True, literal=True),
            *(book.text(one, 9, tone=SOFT, literal=True) for one in _length(segment)),
        ),
        Column(
            book.text(words.title(segment), 12, bold=True, literal=True),
            book.text(words.kind(segment.kind), 9, tone=SOFT, literal=True),
        ),
        _TIME,
    )


def _indented(book: Book, piece: Piece) -> Piece:
    return Beside(Gap(book.press, 0), piece, _TIME)


def _clock(minutes: int) -> str:
    return _("%(hours)d:%(minutes)02d") % {"hours": minutes // 60, "minutes": minutes % 60}


def _length(segment: Segment) -> Iterator[str]:
    yield ngettext("%(n)d min", "%(n)d min", segment.minutes) % {"n": segment.minutes}
    if segment.least is not None and segment.least < segment.minutes:
        yield _("at least %(least)d") % {"least": segment.least}


def _told(book: Book, material: Material, segment: Segment) -> Iterator[Piece]:
    """Give what whoever leads needs to read of a part; what belongs together is one piece."""
    if segment.notes:
        yield from _labelled(book, _("Your notes"), segment.notes)
    if segment.kind is Kind.SCENARIO:
        yield from _story(book, material, segment)
    if segment.situation:
        yield from _labelled(book, _("Situation"), segment.situation)
    yield from _listed(book, segment)
    if segment.turn:
        turn = ngettext("The bell rings every minute.", "The bell rings every %(n)d minutes.",
                        segment.turn) % {"n": segment.turn}  # fmt: skip
        yield book.text(turn, 10)
    if segment.cards and segment.ask:
        yield from _labelled(book, _("Question"), segment.ask)
    for slide in segment.slides:
        if slide.notes:
            name = slide.title or _slide_title(material, slide.page, slide.section, segment.title)
            label = _("Notes on “%(slide)s”") % {"slide": plain(name)}
            yield from _labelled(book, label, slide.notes)
    there = [material.contacts[key] for key in segment.contacts if key in material.contacts]
    if there:
        yield _small(book, _("Where there is help"))
        for one in there:
            yield contact(book.press, one.name, "", reach(one))


def _listed(book: Book, segment: Segment) -> Iterator[Piece]:
    """Give what the room is asked with what it can answer, and who does what in a group."""
    asked = "" if segment.cards else segment.ask or ""
    every = [
        *(f"{one.text} ({rung(one.severity)})" for one in segment.rungs),
        *(one.text for one in segment.answers),
        *(f"{one.title}: {one.text}" for one in segment.cards),
    ]
    label = _("Question")
    if segment.kind is Kind.SURVEY:
        label = _("Asked, from a fist to five fingers")
        every = [five_steps.statement(step) for step in five_steps.Step]
    pieces: list[Piece] = []
    if asked or segment.kind is Kind.SURVEY:
        pieces.append(_small(book, label))
    if asked:
        pieces.append(book.text(asked, 10.5))
    if every:
        text = "\n".join(f"- {' '.join(one.split())}" for one in every)
        pieces += [book.gap(3), book.text(text, 10)]
    if pieces:
        yield Column(*pieces)


def _slide_title(material: Material, page: str | None, section: str | None, own: str) -> str:
    for one in material.pages.get(page or "", ()):
        if section in (None, one.id):
            return plain(one.heading)
    return plain(own)


def _small(book: Book, label: str) -> Piece:
    return Column(book.gap(3), book.text(label, 9, tone=SOFT, literal=True))


def _labelled(book: Book, label: str, text: str) -> Iterator[Piece]:
    """Give a text under its label, a paragraph a piece: a page can end between them."""
    first, *others = text.strip().split("\n\n")
    yield Column(_small(book, label), book.text(first, 10.5))
    for one in others:
        yield Column(book.gap(5), book.text(one, 10.5))


def _story(book: Book, material: Material, segment: Segment) -> Iterator[Piece]:
    story = material.scenarios[segment.scenario or ""].in_language(material.plan.language)
    yield from _labelled(book, plain(story.title), story.summary)
    if story.content_notes:
        notes = "\n".join(f"- {one}" for one in story.content_notes)
        yield from _labelled(book, _("Content notes, said before the story begins"), notes)


# Slides


def put_slides(book: Book, material: Material) -> None:
    """Put what the room sees, two on a page; stories and groups only as far as they begin."""
    book.begin(_("Slides"), heading=False)
    slides = [beat for part in beats_.beats(material) for beat in part if _shows(beat)]
    page = book.page
    for number, beat in enumerate(slides):
        if number and number % 2 == 0:
            page = book.new_page()
        gap = book.press.mm(4)
        tall = (page.height() - gap) / 2
        box = QRectF(0, (number % 2) * (tall + gap), page.width(), tall)
        _put_slide(book, material, beat, box)


def _shows(beat: Beat) -> bool:
    return beat.kind is not BeatKind.TURN


def _put_slide(book: Book, material: Material, beat: Beat, box: QRectF) -> None:
    line = book.press.pt(1)
    corner = book.press.mm(3)
    book.painter.setPen(QPen(QColor(SOFT), line))
    book.painter.setBrush(Qt.BrushStyle.NoBrush)
    book.painter.drawRoundedRect(
        box.marginsRemoved(QMarginsF(line, line, line, line)), corner, corner
    )
    inset = book.press.mm(10)
    room = box.adjusted(inset, inset, -inset, -inset)
    made = fitting(partial(_face, material, beat), book.press, room)
    paint(book.painter, made, room, middle=True)


def _face(material: Material, beat: Beat, press: Press) -> Sequence[Piece]:
    made: list[Piece] = []
    if beat.d is not None:
        made += [Chip(press, beat.d, 16), Gap(press, 6)]
    made += [Text(press, plain(beat.title), 26, bold=True, literal=True), Gap(press, 12)]
    if beat.text:
        made.append(Text(press, beat.text, 19))
    for question in beat.questions:
        options = [plain(one.text) for one in question.options]
        made.append(Gap(press, 8))
        made.append(Text(press, plain(question.text), 19, bold=True, literal=True))
        scale = all(len(one) < 2 for one in options)
        joined = "   ".join(options) if scale else "\n".join(f"- {one}" for one in options)
        made.append(Text(press, joined, 16, literal=scale))
    if beat.kind is BeatKind.CLOSE:
        closing = material.plan.segments[beat.segment]
        there = [material.contacts[key] for key in closing.contacts if key in material.contacts]
        made += [Gap(press, 10), *(contact(press, one.name, "", reach(one), 16) for one in there)]
    if beat.kind is BeatKind.SCENARIO:
        told = next(one for one in material.scenarios.values()
                    if plain(one.in_language().title) == beat.title)  # fmt: skip
        notes = "\n".join(f"- {one}" for one in told.in_language().content_notes)
        if notes:
            made += [Text(press, _("This story holds:"), 19), Text(press, notes, 19)]
    return made
