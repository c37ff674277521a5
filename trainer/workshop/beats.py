"""What a workshop goes through: its segments as beats, one after the other.

A beat is what the room sees until the next step: a slide, a question, a turn of a pair. Inside
a scenario the steps depend on what is chosen; that is :mod:`trainer.workshop.walking`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer.language import N_, _
from trainer.method import five_steps
from trainer.plans.model import Kind
from trainer.scenario.kinds import Severity
from trainer.scenario.texts.markup import plain
from trainer.workshop.votes.ballot import NOT_SURE, Asks, Option, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.method.ds import D
    from trainer.plans.model import Plan, Segment
    from trainer.workshop.material import Material

SURE: tuple[str, ...] = ("0", "1", "2", "3", "4", "5")
"""A fist, and one to five fingers."""


_RUNGS: Final = {
    Severity.MICROAGGRESSION: N_("A small hurt"),
    Severity.VERBAL: N_("Words that attack"),
    Severity.THREAT: N_("A threat"),
    Severity.PHYSICAL: N_("Violence"),
}


def rung(severity: Severity) -> str:
    """Name a rung of the ladder from slight to violence."""
    return _(_RUNGS[severity])


class BeatKind(StrEnum):
    """What the room does while a beat lasts."""

    SLIDE = "slide"
    AGREEMENTS = "agreements"
    ASK = "ask"
    SCENARIO = "scenario"
    GROUPS = "groups"
    TURN = "turn"
    BREAK = "break"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Beat:
    """One beat. ``text`` is Markdown, for the room; ``notes`` for the facilitator alone.

    ``turn`` counts the turns of pairs and threes from 1. ``why`` says, after a vote on a rung
    of the ladder, one way to see it and why; the room sees it with the result.
    """

    segment: str
    kind: BeatKind
    title: str = ""
    text: str = ""
    notes: str = ""
    d: D | None = None
    questions: tuple[Question, ...] = ()
    why: str = ""
    turn: int = 0


def beats(material: Material, plan: Plan | None = None) -> tuple[tuple[Beat, ...], ...]:
    """Give the beats of every segment, in the plan's order; none is without a beat.

    Args:
        material: what the workshop is made of.
        plan: its plan in another language; in its own, if None.

    """
    plan = plan or material.plan
    every = []
    for number, segment in enumerate(plan.segments.values()):
        found = list(_of(material, segment))
        if number == 0 and plan.agreements:
            found.insert(1, _agreements(plan, segment))
        every.append(tuple(found))
    return tuple(every)


def _agreements(plan: Plan, segment: Segment) -> Beat:
    text = "\n".join(f"- {one}" for one in plan.agreements)
    return Beat(segment.key, BeatKind.AGREEMENTS, _("What we agree on"), text)


def _of(material: Material, segment: Segment) -> Iterator[Beat]:
    made = list(_MAKERS[segment.kind](material, segment))
    yield from made or [Beat(segment.key, BeatKind.SLIDE, segment.title, segment.text or "")]


def _slides(material: Material, segment: Segment) -> Iterator[Beat]:
    if segment.text and segment.kind in (Kind.SLIDES, Kind.LADDER):
        yield Beat(segment.key, BeatKind.SLIDE, segment.title, segment.text)
    for slide in segment.slides:
        notes = slide.notes or ""
        if slide.page is None:
            title = slide.title or segment.title
            yield Beat(segment.key, BeatKind.SLIDE, title, slide.text or "", notes)
            continue
        for one in material.pages[slide.page]:
            if slide.section in (None, one.id):
                title = slide.title or one.heading
                text = slide.text or one.text
                yield Beat(segment.key, BeatKind.SLIDE, title, text, notes, one.d)


def _survey(material: Material, segment: Segment) -> Iterator[Beat]:
    del material
    options = tuple(Option(one, one) for one in SURE)
    asked = tuple(
        # The same before and after, so that the second is a later pass of the first.
        Question(f"sure/{step}", five_steps.statement(step), options, Asks.SCALE)
        for step in five_steps.Step
    )
    text = "\n\n".join(one for one in (segment.text, _own_questions()) if one)
    yield Beat(segment.key, BeatKind.ASK, segment.title, text, questions=asked)


def _ladder(material: Material, segment: Segment) -> Iterator[Beat]:
    if segment.text:
        yield Beat(segment.key, BeatKind.SLIDE, segment.title, segment.text)
    rungs = tuple(Option(one.value, rung(one)) for one in Severity)
    for one in segment.rungs:
        text = plain(one.text)
        asked = Question(f"{segment.key}/{one.id}", text, (*rungs, not_sure()))
        known = {"rung": rung(one.severity), "why": one.why or ""}
        why = (
            _("One way to see it: “%(rung)s”. %(why)s")
            if one.why
            else _("One way to see it: “%(rung)s”.")
        ) % known
        ask = _("How far does it go?")
        yield Beat(segment.key, BeatKind.ASK, segment.title, ask, questions=(asked,), why=why)
    yield from (one for one in _slides(material, segment) if one.text != segment.text)


def _scenario(material: Material, segment: Segment) -> Iterator[Beat]:
    told = material.scenarios[segment.scenario or ""]
    yield Beat(segment.key, BeatKind.SCENARIO, plain(told.in_language().title))


def _groups(material: Material, segment: Segment) -> Iterator[Beat]:
    del material
    yield Beat(segment.key, BeatKind.GROUPS, segment.title, segment.situation or segment.text or "")
    turns = (segment.size or 2) if segment.turn else 0
    for turn in range(1, turns + 1):
        title = _("Turn %(turn)d of %(turns)d") % {"turn": turn, "turns": turns}
        yield Beat(segment.key, BeatKind.TURN, title, segment.situation or "", turn=turn)
    if segment.ask:
        yield Beat(segment.key, BeatKind.SLIDE, segment.title, segment.ask)


def _asked(material: Material, segment: Segment) -> Iterator[Beat]:
    del material
    ask = segment.ask or segment.text or segment.title
    if not segment.answers:
        yield Beat(segment.key, BeatKind.SLIDE, segment.title, ask)
        return
    options = tuple(Option(one.id, plain(one.text)) for one in segment.answers)
    question = Question(f"{segment.key}/ask", plain(ask), options, Asks.MANY)
    yield Beat(segment.key, BeatKind.ASK, segment.title, questions=(question,))


def _break(material: Material, segment: Segment) -> Iterator[Beat]:
    del material
    yield Beat(segment.key, BeatKind.BREAK, segment.title, segment.text or "")


def _close(material: Material, segment: Segment) -> Iterator[Beat]:
    yield from _slides(material, segment)
    yield Beat(segment.key, BeatKind.CLOSE, segment.title, segment.text or "")


_MAKERS = {
    Kind.SLIDES: _slides,
    Kind.SURVEY: _survey,
    Kind.LADDER: _ladder,
    Kind.SCENARIO: _scenario,
    Kind.GROUPS: _groups,
    Kind.DISCUSSION: _asked,
    Kind.REFLECTION: _asked,
    Kind.BREAK: _break,
    Kind.CLOSE: _close,
}


def not_sure() -> Option:
    """Give the answer of somebody who is not sure, which counts like any other."""
    return Option(NOT_SURE, _("Not sure"))


def _own_questions() -> str:
    # Nothing is promised here that hands in a room do not keep.
    return _("These are our own questions, not a test.")
