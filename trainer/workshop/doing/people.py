"""What people in the room do besides voting, and what the facilitator does for them."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.language import _
from trainer.workshop.refusals import Refused
from trainer.workshop.state import Asked, Handled, Parked, Part, Pause, Voter

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.workshop.making import Making
    from trainer.workshop.state import State

MOST_VOTERS: Final = 2_000
MOST_QUESTIONS: Final = 500
MOST_OF_ONE: Final = 20
"""Questions, or pauses, of one phone."""


def join(state: State, voter: str, language: str, t: int) -> State:
    """Let a phone in; one that was in before only changes its language.

    Raises:
        Refused: there are too many.

    """
    before = state.voters.get(voter)
    if before is None and len(state.voters) >= MOST_VOTERS:
        raise Refused("too-many", _("The room is full."))
    then = replace(before, language=language) if before else Voter(voter, t, language)
    return _with_voter(state, then)


def _with_voter(state: State, voter: Voter) -> State:
    # As fast as a dict copies itself: of 500 phones each does something in the same second.
    voters = state.voters.copy()
    voters[voter.voter] = voter
    return replace(state, voters=MappingProxyType(voters))


def known(state: State, voter: str) -> Voter:
    """Give a phone that has joined.

    Raises:
        Refused: it has not.

    """
    found = state.voters.get(voter)
    if found is None:
        raise Refused("unknown", _("This phone has not joined."))
    return found


def still_to_do(state: State, voter: str, n: int) -> None:
    """Look that the ``n``-th act of a phone was not done: phones send again after a gap.

    Raises:
        Refused: it was; ``again``.

    """
    found = state.voters.get(voter)
    if found is not None and n <= found.n:
        raise Refused("again", _("That has been done."))


def numbered(state: State, voter: str, n: int) -> State:
    """Remember which of a phone's acts was done last."""
    return _with_voter(state, replace(known(state, voter), n=n))


def code(state: State, voter: str, code: str) -> State:
    """Remember the code that somebody made, by which before and after are matched."""
    return _with_voter(state, replace(known(state, voter), code=code))


def part(state: State, voter: str, part: str) -> State:
    """Remember what somebody does in their group; nobody asks why."""
    if part not in set(Part):
        raise Refused("bad-field", _("There is no such part."))
    return _with_voter(state, replace(known(state, voter), part=Part(part)))


def is_seen(making: Making, state: State) -> bool:
    """Tell whether somebody would see a pause now: on the console, or on the care person's page.

    Before it begins nobody may be at the console yet; with a projector that mirrors the only
    screen it is out of sight.
    """
    if making.care(state) is None:
        return False
    at_console = state.began is not None and not state.covered
    return at_console or state.looks > 0


def pause(making: Making, state: State, voter: str, *, comes: bool, where: str, t: int) -> State:
    """Tell the console and the care person that somebody needs a pause.

    Raises:
        Refused: nobody is named to care for that, nobody would see it, or it was asked too
            often.

    """
    known(state, voter)
    care = making.care(state)
    if care is None:
        raise Refused("not-now", _("Please turn to the facilitator."))
    if not is_seen(making, state):
        said = _("Just now nobody would see this. Please go to %(name)s: %(where)s.")
        raise Refused("not-now", said % {"name": care[0], "where": care[1]})
    mine = [one for one in state.pauses if one.voter == voter]
    waiting = next((one for one in mine if one.seen is None), None)
    if waiting is not None:
        again = replace(waiting, comes=comes, where=where)
        pauses = tuple(again if one is waiting else one for one in state.pauses)
        return replace(state, pauses=pauses)
    if len(mine) >= MOST_OF_ONE:
        raise Refused("too-many", _("Please turn to the facilitator."))
    made = Pause(len(state.pauses) + 1, voter, t, comes, where)
    # Whoever asks once more is there once, not twice.
    before = (replace(one, been=t) if one in mine and not one.is_done else one
              for one in state.pauses)  # fmt: skip
    return replace(state, pauses=(*before, made))


def take_back(state: State, voter: str, t: int) -> State:
    """Take back a pause that nobody has seen to; asked for what was not, it does nothing."""
    return replace(
        state,
        pauses=tuple(
            replace(one, seen=t, back=True) if one.voter == voter and one.seen is None else one
            for one in state.pauses
        ),
    )


def seen(state: State, number: int, t: int) -> State:
    """Say that somebody is going to whoever needs a pause, or knows of it.

    Raises:
        Refused: there is none of that number.

    """
    return _with_pause(state, number, lambda one: replace(one, seen=t) if one.seen is None else one)


def been(state: State, number: int, t: int) -> State:
    """Say that somebody was there; until then it stays told where that is.

    Raises:
        Refused: there is none of that number.

    """

    def arrived(one: Pause) -> Pause:
        seen = t if one.seen is None else one.seen
        return one if one.is_done else replace(one, seen=seen, been=t)

    return _with_pause(state, number, arrived)


def _with_pause(state: State, number: int, change: Callable[[Pause], Pause]) -> State:
    if number not in {one.id for one in state.pauses}:
        raise Refused("unknown", _("There is no such pause."))
    then = (change(one) if one.id == number else one for one in state.pauses)
    return replace(state, pauses=tuple(then))


def ask(state: State, voter: str, text: str, t: int) -> State:
    """Hand the facilitator a question.

    Raises:
        Refused: there are too many.

    """
    known(state, voter)
    mine = sum(one.voter == voter for one in state.asked)
    if len(state.asked) >= MOST_QUESTIONS or mine >= MOST_OF_ONE:
        raise Refused("too-many", _("Please ask it aloud: no more can be written."))
    if not text.strip():
        raise Refused("bad-field", _("There is nothing in it."))
    made = Asked(len(state.asked) + 1, t, text.strip(), voter=voter)
    return replace(state, asked=(*state.asked, made))


def handle(state: State, number: int, how: str) -> State:
    """Keep a question, put it away, or show it to the room; one at a time shows.

    Raises:
        Refused: there is none of that number, or nothing that is called so.

    """
    if number not in {one.id for one in state.asked} or how not in set(Handled):
        raise Refused("unknown", _("There is no such question."))
    wanted = Handled(how)

    def handled(one: Asked) -> Asked:
        if one.id == number:
            return replace(one, handled=wanted)
        if wanted is Handled.SHOWN and one.handled is Handled.SHOWN:
            return replace(one, handled=Handled.KEPT)
        return one

    return replace(state, asked=tuple(handled(one) for one in state.asked))


def park(state: State, text: str, owner: str) -> State:
    """Leave something for later."""
    number = max((one.id for one in state.parked), default=0) + 1
    return replace(state, parked=(*state.parked, Parked(number, text.strip(), owner.strip())))


def change_parked(state: State, number: int, text: str, owner: str) -> State:
    """Change what was left for later; without a text it is taken away.

    Raises:
        Refused: there is none of that number.

    """
    if number not in {one.id for one in state.parked}:
        raise Refused("unknown", _("That is not in the parking lot."))
    then = (
        Parked(number, text.strip(), owner.strip()) if one.id == number else one
        for one in state.parked
    )
    return replace(state, parked=tuple(one for one in then if one.text))
