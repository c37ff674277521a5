"""The report of a workshop, for whoever led it: what was planned and held, and how the room voted.

Votes go through the same rule as on the projector (:mod:`trainer.workshop.votes.tally`), and over
all that is told together: what the room was shown comes first, and a pass that the room did not
see is told only if it gives nobody away beside those. There is nothing in it of pauses, of
questions from phones, or of any single answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.plans.model import Kind
from trainer.scenario.texts.markup import plain
from trainer.workshop import asking
from trainer.workshop.after import sure, telling
from trainer.workshop.after.model import Asked, Parked, Report, Stretch
from trainer.workshop.beats import BeatKind, not_sure
from trainer.workshop.votes.ballot import NOTHING, Option, Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from trainer.workshop.making import Making
    from trainer.workshop.state import State


@dataclass(frozen=True, slots=True)
class _Put:
    """A question, and the title of the part of the plan in which it was put."""

    part: str
    kind: Kind
    question: Question


def make(making: Making, state: State, held: float) -> Report:
    """Make the report of a workshop, at its end or until now.

    Args:
        making: what it was made of.
        state: how it ended.
        held: when it began, in seconds since 1970.

    """
    plan = making.material.plan
    asked = [
        _asked(put, state)
        for put in _questions(making, state)
        if put.kind is not Kind.SURVEY and asking.passes(state, put.question.id)
    ]
    began, ended = state.began or 0, state.ended or state.entered
    return Report(
        title=plain(plan.title),
        language=plan.language,
        held=held,
        planned=plan.minutes,
        spent=max(0, ended - began),
        people=state.people,
        phones=len(state.voters),
        stretches=tuple(_stretches(making, state)),
        votes=tuple(one for one, kind in asked if kind is not Kind.REFLECTION),
        resolved=tuple(one for one, kind in asked if kind is Kind.REFLECTION),
        sure=sure.compare(making, state),
        parked=tuple(Parked(one.text, one.owner) for one in state.parked),
    )


def _stretches(making: Making, state: State) -> Iterator[Stretch]:
    for number, segment in enumerate(making.segments):
        spent = state.spent.get(number, 0)
        if number == state.at.segment and state.began is not None:
            spent += max(0, (state.ended or state.entered) - state.entered)
        yield Stretch(plain(segment.title), str(segment.kind), segment.minutes, spent)


def _questions(making: Making, state: State) -> Iterator[_Put]:
    """Give what could be asked, in the plan's order; in a story, what was, as it came."""
    seen: set[str] = set()
    for number, segment in enumerate(making.segments):
        title = plain(segment.title)
        for beat in making.beats[number]:
            for question in beat.questions:
                yield _Put(title, segment.kind, question)
            if beat.kind is BeatKind.SCENARIO:
                new = [
                    one
                    for one in _of_scenario(making, state, number)
                    if one.question.id not in seen
                ]
                seen.update(one.question.id for one in new)
                yield from _numbered(new, title)


def _numbered(every: list[_Put], title: str) -> Iterator[_Put]:
    """Tell decisions of a story apart: all of them are asked in the same words."""
    for number, one in enumerate(every, start=1):
        known = {"story": title, "n": number}
        part = _("%(story)s, decision %(n)d") % known if len(every) > 1 else title
        yield replace(one, part=part)


def _of_scenario(making: Making, state: State, segment: int) -> list[_Put]:
    """Give the questions of a scenario's scenes that the room answered, the first one first."""
    key = making.segments[segment].key
    scenario = making.material.scenarios[making.segments[segment].scenario or ""].in_language()
    made = []
    for scene in scenario.scenes.values():
        name = f"{key}/{scene.id}"
        if asking.passes(state, name):
            answers = [Option(one.id, plain(one.words)) for one in scene.choices]
            answers += [Option(NOTHING, asking.nothing()), not_sure()]
            question = Question(name, asking.what_would_you_do(), tuple(answers))
            made.append(_Put("", Kind.SCENARIO, question))
    return sorted(made, key=lambda one: asking.passes(state, one.question.id)[0].opened)


def _asked(put: _Put, state: State) -> tuple[Asked, Kind]:
    told = telling.tallies(put.question, asking.passes(state, put.question.id))
    counts = [one.counts for one in told.values() if one.counts is not None]
    question = replace(put.question, options=_each_once(put.question.options, counts))
    passes = tuple(telling.passed(question, number, one) for number, one in told.items())
    return Asked(put.part, put.question.text, passes), put.kind


def _each_once(options: tuple[Option, ...], counts: list[Mapping[str, int]]) -> tuple[Option, ...]:
    """Leave out what reads like another answer and has no count: a way of the story not taken.

    By what may be told, not by who chose it: a line that is there says nothing of anybody.
    """
    chosen = {answer for one in counts for answer, many in one.items() if many}
    kept: list[Option] = []
    for one in options:
        alike = [other for other in options if other.text == one.text and other.id != one.id]
        taken = any(other.id in chosen or other in kept for other in alike)
        if one.id in chosen or not taken:
            kept.append(one)
    return tuple(kept)
