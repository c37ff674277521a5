"""The report of a workshop, for whoever led it: what was planned and held, and how the room voted.

Votes go through the same rule as on the projector (:mod:`trainer.workshop.votes.tally`), and over
all that is told together: what the room was shown comes first, and a pass that the room did not
see is told only if it gives nobody away beside those. There is nothing in it of pauses, of
questions from phones, or of any single answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.plans.model import Kind
from trainer.scenario.markup import plain
from trainer.workshop import asking
from trainer.workshop.after import sure, telling
from trainer.workshop.after.model import Asked, Parked, Report, Stretch
from trainer.workshop.beats import BeatKind, not_sure
from trainer.workshop.votes.ballot import NOTHING, Option, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Give what could be asked, in the plan's order; in a scenario, what was."""
    seen: set[str] = set()
    for number, segment in enumerate(making.segments):
        for beat in making.beats[number]:
            for question in beat.questions:
                yield _Put(plain(segment.title), segment.kind, question)
            if beat.kind is BeatKind.SCENARIO:
                for question in _of_scenario(making, state, number):
                    if question.id not in seen:
                        seen.add(question.id)
                        yield _Put(plain(segment.title), segment.kind, question)


def _of_scenario(making: Making, state: State, segment: int) -> Iterator[Question]:
    """Give the questions of a scenario's scenes that the room answered, in the file's order."""
    key = making.segments[segment].key
    scenario = making.material.scenarios[making.segments[segment].scenario or ""].in_language()
    for scene in scenario.scenes.values():
        name = f"{key}/{scene.id}"
        if asking.passes(state, name):
            answers = [Option(one.id, plain(one.words)) for one in scene.choices]
            answers += [Option(NOTHING, asking.nothing()), not_sure()]
            yield Question(name, asking.what_would_you_do(), tuple(answers))


def _asked(put: _Put, state: State) -> tuple[Asked, Kind]:
    told = telling.tallies(put.question, asking.passes(state, put.question.id))
    passes = tuple(telling.passed(put.question, number, one) for number, one in told.items())
    return Asked(put.part, put.question.text, passes), put.kind
