"""What is said below the page on the only screen: how hands are counted, and what goes on without.

Only what the room may know: on that screen everybody reads along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _, ngettext
from trainer.workshop import asking
from trainer.workshop.telling.coming import Does, coming
from trainer.workshop.telling.room_view import What

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.workshop.making import Making
    from trainer.workshop.state import State
    from trainer.workshop.telling.room_view import RoomView


def counted(state: State, seen: RoomView) -> dict[str, Mapping[str, int]]:
    """Give the hands of each question that can be answered now."""
    found: dict[str, Mapping[str, int]] = {}
    for one in seen.votes:
        ballot = asking.latest(state, one.question.id)
        if one.is_open and ballot is not None:
            found[one.question.id] = ballot.hands
    return found


def waiting(making: Making, state: State, seen: RoomView) -> str:
    """Say what can be done about a vote; empty where nobody would wonder."""
    if seen.what is What.ASK and any(one.is_open for one in seen.votes):
        return _of_open(state, seen)
    if state.room is not None or seen.what not in (What.ASK, What.RESULT):
        return ""
    if not seen.votes or any(_answered(state, one.question.id) for one in seen.votes):
        return ""
    return _of_nobody(making, state)


def at_the_end(making: Making, state: State) -> str:
    """Say what to do where going on leads nowhere; empty where it leads on."""
    if coming(making, state).does is not Does.LAST:
        return ""
    if state.ended is not None:
        return _("The workshop has ended. Ctrl Shift C leaves the room’s view.")
    return _("This is the last part. Ctrl Shift C brings up the console: end the workshop there.")


def _answered(state: State, question: str) -> bool:
    ballot = asking.latest(state, question)
    return ballot is None or bool(ballot.phones or ballot.hands)


def _of_open(state: State, seen: RoomView) -> str:
    hands = sum(sum(each.values()) for each in counted(state, seen).values())
    if hands:
        said = ngettext(
            "%(n)d hand is counted. H goes back to the fields; Page Down closes the vote.",
            "%(n)d hands are counted. H goes back to the fields; Page Down closes the vote.",
            hands,
        )
        return said % {"n": hands}
    if seen.join is not None:
        return ""
    return _("To count hands, press H or the number of an answer. Page Down closes the vote.")


def _of_nobody(making: Making, state: State) -> str:
    """Say what going on does where a vote was closed and nobody has been counted."""
    then = coming(making, state)
    if then.does is Does.PLAY:
        offered = [one.id for one in asking.offered(making, state.at)]
        chosen = asking.leading(making, state)
        number = offered.index(chosen) + 1 if chosen in offered else 1
        return _(
            "Nobody has been counted. Page Down plays answer %(number)d; the number of another "
            "answer plays that one. V opens the vote again."
        ) % {"number": number}
    return _("Nobody has been counted. V opens the vote again; Page Down goes on without a count.")
