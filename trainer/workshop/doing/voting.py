"""Opening, answering, closing and showing votes."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.workshop import asking
from trainer.workshop.refusals import Refused
from trainer.workshop.state import Phase
from trainer.workshop.votes import ballot as ballots
from trainer.workshop.votes.ballot import MOST_HANDS, Ballot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.workshop.making import Making
    from trainer.workshop.state import State
    from trainer.workshop.votes.ballot import Question


def put(state: State, changed: Iterable[Ballot]) -> State:
    """Put passes in the place of what they were, or add the next ones."""
    every = dict(state.ballots)
    for one in changed:
        before = every.get(one.question, ())
        every[one.question] = (*before[: one.number - 1], one, *before[one.number :])
    return replace(state, ballots=MappingProxyType(every))


def here(making: Making, state: State) -> tuple[Question, ...]:
    """Give what is asked where the facilitator stands."""
    return asking.questions(making, state.at)


def pass_here(making: Making, state: State, question: Question) -> Ballot | None:
    """Give the pass that belongs to where the facilitator stands; none was opened else.

    After the workshop the same is asked as before it: then an earlier segment's pass is not
    this one's.
    """
    found = asking.latest(state, question.id)
    return found if found and found.segment == making.segment(state.at).key else None


def open_here(making: Making, state: State) -> list[Ballot]:
    """Give the passes that are open where the facilitator stands."""
    found = (pass_here(making, state, one) for one in here(making, state))
    return [one for one in found if one is not None and one.is_open]


def can_show(making: Making, state: State) -> bool:
    """Tell whether a vote is closed here, so that its result can be shown."""
    asked = here(making, state)
    return bool(asked) and all(
        (one := pass_here(making, state, question)) is not None and not one.is_open
        for question in asked
    )


def arrived(making: Making, state: State, t: int) -> State:
    """Open the vote of a question that has just come on; one that was held stays closed.

    One that nobody answered was not held: somebody passed it by, and comes back to it; unless
    an answer was played from it. While the room's screen is frozen nothing opens.
    """
    if state.room is not None or state.at.phase is not Phase.ASK or state.ended is not None:
        return state
    found = [pass_here(making, state, one) for one in here(making, state)]
    held = [one for one in found if one is not None]
    if not held:
        return open_(making, state, t)
    if len(held) < len(found) or not all(_was_passed_by(state, one) for one in held):
        return state
    return put(state, (Ballot(one.question, one.number, one.segment, opened=t) for one in held))


def _was_passed_by(state: State, one: Ballot) -> bool:
    """Tell whether a pass was closed though nobody answered, and nothing came of it."""
    used = one.is_open or one.shown or one.votes or one.hands or state.played.get(one.question)
    return not used


def open_(making: Making, state: State, t: int) -> State:
    """Open the next pass of what is asked here.

    Raises:
        Refused: nothing is asked here, it is open, or the room's screen is frozen.

    """
    asked = here(making, state)
    if not asked:
        raise Refused("not-now", _("Nothing is asked here."), _("Go on to a question."))
    if state.room is not None:
        raise Refused(
            "frozen", _("The room’s screen is frozen."), _("Let it go on, then open the vote.")
        )
    if open_here(making, state):
        raise Refused("not-now", _("The vote is open."))
    segment = making.segment(state.at).key
    fresh = [
        Ballot(one.id, len(asking.passes(state, one.id)) + 1, segment, opened=t) for one in asked
    ]
    return put(replace(state, at=replace(state.at, phase=Phase.ASK)), fresh)


def close(making: Making, state: State, passes: Iterable[Ballot], t: int) -> State:
    """Close passes; from then on they stay as they are."""
    del making
    return put(state, (replace(one, closed=t) for one in passes))


def close_elsewhere(making: Making, state: State, t: int) -> State:
    """Close what is open and not asked any more where the room is."""
    here_ = {one.id for one in asking.belonging(making, state.seen)}
    left = [
        passes[-1]
        for question, passes in state.ballots.items()
        if passes[-1].is_open and question not in here_
    ]
    return close(making, state, left, t) if left else state


def show(making: Making, state: State) -> State:
    """Note that the room sees the results of what is asked here."""
    found = (pass_here(making, state, one) for one in here(making, state))
    return put(state, (replace(one, shown=True) for one in found if one and not one.is_open))


def find_open(state: State, question: str) -> Ballot:
    """Give the open pass of a question.

    Raises:
        Refused: there is none, or it has closed.

    """
    found = asking.latest(state, question)
    if found is None:
        raise Refused("unknown", _("There is no such question."))
    if not found.is_open:
        raise Refused("closed", _("The vote has closed."))
    return found


def is_pass(state: State, question: str, number: int | None) -> None:
    """Look that a phone answers the pass that is open, and not one before it.

    Raises:
        Refused: that pass has closed.

    """
    if number is not None and find_open(state, question).number != number:
        raise Refused("closed", _("The vote has closed."))


def asked_now(making: Making, state: State, question: str) -> Question:
    """Give a question that the room sees.

    Raises:
        Refused: the room is somewhere else.

    """
    # Also while the scene is read once more: a vote on its way there is not lost.
    for one in asking.belonging(making, state.seen):
        if one.id == question:
            return one
    raise Refused("closed", _("That question is over."))


def vote(making: Making, state: State, voter: str, question: str, answers: list[str]) -> State:
    """Count what a phone answers.

    Raises:
        Refused: it never joined, the vote is not open, or that is no answer to it.

    """
    if voter not in state.voters:
        raise Refused("unknown", _("This phone has not joined."))
    found = find_open(state, question)
    given = tuple(answers)
    if not asked_now(making, state, question).has(given):
        raise Refused("bad-field", _("That is no answer to this question."))
    return put(state, [ballots.vote(found, voter, given)])


def hands(making: Making, state: State, question: str, answer: str, counted: int) -> State:
    """Say how many hands were raised for an answer; until the result shows.

    Raises:
        Refused: there is no such answer, or the room has seen the result.

    """
    asked = {one.id: one for one in here(making, state)}
    found = asking.latest(state, question)
    if question not in asked or found is None:
        raise Refused("not-now", _("Nothing is asked here."), _("Go on to a question."))
    if found.shown:
        raise Refused("closed", _("The room has seen this result."), _("Vote again."))
    if not asked[question].has((answer,)) or not 0 <= counted <= MOST_HANDS:
        raise Refused("bad-field", _("That is no answer to this question."))
    return put(state, [ballots.hands(found, answer, counted)])
