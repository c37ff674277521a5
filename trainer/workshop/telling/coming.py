"""What the next step does: worked out by doing it, with nobody told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.workshop import acts, asking
from trainer.workshop.doing import voting
from trainer.workshop.refusals import Refused
from trainer.workshop.state import Phase
from trainer.workshop.telling.room_view import RoomView, What, place_view

if TYPE_CHECKING:
    from trainer.workshop.making import Making
    from trainer.workshop.state import Place, State


class Does(StrEnum):
    """What the next step is."""

    BEGIN = "begin"
    UNCOVER = "uncover"
    CLOSE = "close"
    RESULT = "result"
    PLAY = "play"
    ON = "on"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Coming:
    """The next step: what it is called, why, and what the room would see, if that is something."""

    does: Does
    title: str
    why: str = ""
    view: RoomView | None = None


def coming(making: Making, state: State, t: int = 0) -> Coming:
    """Say what going on would do from where the facilitator stands."""
    if state.began is None:
        return Coming(Does.BEGIN, _("Begin"), view=seen(making, state, state.at))
    if state.blank or state.breathe or state.agreements:
        return Coming(
            Does.UNCOVER, _("Show the room again where it was"), view=seen(making, state, state.at)
        )
    if state.room is None and voting.open_here(making, state):
        return Coming(Does.CLOSE, _("Close the vote"), _("The room sees no result yet."))
    try:
        then = acts.apply(making, state, "next", {}, t)
    except Refused:
        return Coming(Does.LAST, _("The workshop has ended."))
    if then.at == state.at:
        return Coming(Does.LAST, _("This is the end of the plan."))
    return _moved(making, state, then)


def _moved(making: Making, state: State, then: State) -> Coming:
    view = seen(making, then, then.at)
    if then.at.phase is Phase.RESULT and state.at.phase is Phase.ASK:
        return Coming(Does.RESULT, _("Show the room the result"))
    if then.at.phase is Phase.FEEDBACK and state.at.phase is not Phase.FEEDBACK:
        return _plays(making, state, then)
    title = titled(view)
    if then.at.segment != state.at.segment:
        segment = plain(making.segment(then.at).title)
        title = segment if title in ("", segment) else title
        why = _("Then “%(segment)s” begins.") % {"segment": segment}
        return Coming(Does.ON, title, "" if title == segment else why, view)
    return Coming(Does.ON, title, "", view)


def titled(view: RoomView) -> str:
    """Name what the room would see."""
    if view.what is What.NOTE:
        return _("Content note: %(title)s") % {"title": plain(view.title)}
    if view.what is What.SCENE:
        return _("The scene") if view.part == 1 else _("The scene goes on")
    if view.what is What.ENDING:
        return _("How it ends")
    return plain(view.title)


def _plays(making: Making, state: State, then: State) -> Coming:
    chosen = asking.leading(making, state)
    offered = asking.offered(making, state.at)
    number = next((n for n, one in enumerate(offered, 1) if one.id == chosen), 0)
    words = plain(offered[number - 1].words) if number else ""
    title = _("Play %(number)d: %(words)s") % {"number": number, "words": words}
    view = seen(making, then, then.at)
    return Coming(Does.PLAY, title, _why(making, state), view)


def _why(making: Making, state: State) -> str:
    question = asking.questions(making, state.at)[0]
    played = state.played.get(question.id, ())
    ballot = asking.latest(state, question.id)
    if ballot is not None and not ballot.is_open and not ballot.answered(question.asks):
        if played:
            return _("Nobody has been counted. It is the first that was not played yet.")
        return _("Nobody has been counted. It is the first one; any other can be pressed.")
    told = ballot and not ballot.is_open and asking.told(state, question, ballot).is_told
    if told and played:
        return _("Of those that were not played yet, most chose it.")
    if told:
        return _("Most chose it.")
    return _("It is the first that was not played yet.")


def seen(making: Making, state: State, place: Place) -> RoomView:
    """Give what the room would see at a place, with no number of a vote in it."""
    view = place_view(making, state, place)
    return replace(view, votes=tuple(replace(one, tally=None) for one in view.votes))
