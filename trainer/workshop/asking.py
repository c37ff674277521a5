"""What is asked at a place, and what the passes of a question come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _, code
from trainer.practice.snapshot import Phase as Run
from trainer.scenario.texts.markup import plain
from trainer.workshop.beats import BeatKind, not_sure
from trainer.workshop.state import Phase
from trainer.workshop.votes import tally
from trainer.workshop.votes.ballot import NOTHING, Option, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.scenario.model import Choice
    from trainer.workshop.making import Making
    from trainer.workshop.state import Place, State
    from trainer.workshop.votes.ballot import Ballot
    from trainer.workshop.votes.tally import Tally

_ASKING = (Phase.ASK, Phase.RESULT, Phase.COMPARE)


def question_id(making: Making, place: Place) -> str:
    """Name the question of a scene in a scenario; empty where none is played."""
    if place.run is None:
        return ""
    return f"{making.segment(place).key}/{place.run.at.scene.id}"


def questions(making: Making, place: Place, language: str = "") -> tuple[Question, ...]:
    """Give what is asked at a place, whether the vote is open or not."""
    return belonging(making, place, language) if place.phase in _ASKING else ()


def belonging(making: Making, place: Place, language: str = "") -> tuple[Question, ...]:
    """Give what is asked at a place, or close to it: also while its scene is read once more."""
    beat = making.beat(place, language)
    if beat.kind is not BeatKind.SCENARIO:
        return beat.questions
    if place.run is None or place.run.at.phase is not Run.DECIDING:
        return ()
    return (_of_scene(making, place, language),)


def offered(making: Making, place: Place, language: str = "") -> tuple[Choice, ...]:
    """Give the choices of the scene at a place, in the file's order."""
    told = making.scenario(place)
    if told is None or place.run is None or place.run.at.phase is not Run.DECIDING:
        return ()
    scene = told.in_language(language).scenes[place.run.at.scene.id]
    ids = {choice.id for choice in place.run.at.offered}
    return tuple(choice for choice in scene.choices if choice.id in ids)


def _of_scene(making: Making, place: Place, language: str) -> Question:
    """Give what is asked at a scene; 500 votes a second ask for the same question."""
    choices = offered(making, place, language)
    key = (question_id(making, place), tuple(one.id for one in choices), language, code())
    known = making.asked.get(key)
    if known is None:
        options = [Option(one.id, plain(one.words)) for one in choices]
        options += [Option(NOTHING, nothing()), not_sure()]
        known = Question(key[0], what_would_you_do(), tuple(options))
        making.asked[key] = known
    return known


def nothing() -> str:
    """Give the answer of somebody who would do nothing, which counts like any other."""
    return _("I would do nothing")


def what_would_you_do() -> str:
    """Give what is asked in every scene of a scenario."""
    return _("What would you do?")


def passes(state: State, question: str) -> tuple[Ballot, ...]:
    """Give every pass of a question, the first one first."""
    return state.ballots.get(question, ())


def latest(state: State, question: str) -> Ballot | None:
    """Give the latest pass of a question."""
    every = passes(state, question)
    return every[-1] if every else None


def told(state: State, question: Question, ballot: Ballot) -> Tally:
    """Give what may be told of a pass: in batches while it is open, all of it afterwards."""
    earlier = [
        one for one in passes(state, question.id) if one.shown and one.number < ballot.number
    ]
    tell = tally.live if ballot.is_open else tally.final
    return tell(question, ballot, earlier)


def told_passes(state: State, question: Question) -> Iterator[tuple[Ballot, Tally]]:
    """Give every pass that the room was shown, each with what may be told of it."""
    for ballot in passes(state, question.id):
        if ballot.shown:
            yield ballot, told(state, question, ballot)


def leading(making: Making, state: State) -> str | None:
    """Give the answer that going on would play: the one that most chose, of those unplayed.

    Where nothing may be told, it is the first that was not played: a number must not be read
    from what is played either.
    """
    asked = questions(making, state.at)
    if not asked:
        return None
    question = asked[0]
    done = state.played.get(question.id, ())
    left = [one.id for one in offered(making, state.at) if one.id not in done]
    left = left or [one.id for one in offered(making, state.at)]
    ballot = latest(state, question.id)
    counts = None if ballot is None or ballot.is_open else told(state, question, ballot).counts
    if counts is None:
        return left[0] if left else None
    return max(left, key=lambda one: counts[one], default=None)
