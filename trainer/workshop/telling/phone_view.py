"""What a phone shows: plain data that goes out as JSON; ``docs/room-protocol.md`` describes it.

The part that is the same for everybody of a language is made once for all of them. There is
nothing in it of how the room votes: only the projector shows that, when it is time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer import language as words
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.workshop.doing import people
from trainer.workshop.telling import group_view
from trainer.workshop.telling.room_view import What, room_view
from trainer.workshop.votes.ballot import Asks

if TYPE_CHECKING:
    from trainer.workshop.making import Making
    from trainer.workshop.state import Pause, State, Voter
    from trainer.workshop.telling.room_view import RoomView, Vote


def for_all(making: Making, state: State, language: str = "", t: int = 0) -> dict[str, Any]:
    """Give what every phone of a language shows.

    ``show`` is what is on: ``look-up`` (nothing to do, look at the room), ``vote``, ``note`` (a
    content note), ``groups``, ``quiet`` (a pause of the room), ``break``, ``end``. ``left`` are
    the milliseconds that are left of the timer, or None. ``lines`` are who says what, after
    ``text``. ``language`` is the one that the texts are in.
    """
    with words.speaking(language):
        return _for_all(making, state, language, t)


def _for_all(making: Making, state: State, language: str, t: int) -> dict[str, Any]:
    seen = room_view(making, state, language)
    told = making.scenario(state.seen)
    plan = making.material.plan_in(language)
    care = making.care(state)
    return {
        "title": plain(plan.title),
        "show": _show(seen),
        "heading": plain(seen.title),
        "text": _text(seen) if _is_read(seen, in_story=told is not None) else "",
        "lines": [[plain(one.name), plain(one.text)] for one in seen.lines],
        "language": (
            told.in_language(language) if told else making.material.plan_in(language)
        ).language,
        "note": seen.note if seen.what is What.NOTE else "",
        # For whoever joins in the middle of it, and has not read them yet.
        "notes": [] if told is None else list(told.in_language(language).content_notes),
        "about": "" if told is None else told.in_language(language).id,
        "votes": [_vote(one) for one in seen.votes if one.is_open and seen.what is What.ASK],
        "left": None if seen.ends is None else max(0, seen.ends - t),
        "care": None
        if care is None
        else {"name": care[0], "where": care[1], "sees": people.is_seen(making, state)},
        "turn": seen.turn,
        "cards": group_view.cards(making, state, language) if seen.what in _IN_GROUPS else [],
        "ended": state.ended is not None,
    }


def _text(seen: RoomView) -> str:
    text = plain(seen.text)
    if not any(one.question.asks is Asks.SCALE for one in seen.votes):
        return text
    # True of phones alone, so that the wall does not say it.
    return "\n\n".join((text, _("Nobody sees what you alone answer.")))


_READ = (
    What.NOTE, What.SCENE, What.ASK, What.GROUPS, What.TURN, What.BREATHE, What.BREAK,
    What.CLOSE, What.AGREEMENTS,
)  # fmt: skip
"""What can be read along on a phone; never what only the facilitator sees."""


def _is_read(seen: RoomView, *, in_story: bool) -> bool:
    if seen.what is What.ASK and not in_story and _show(seen) == "look-up":
        # How to answer is nothing to read once nothing can be answered.
        return False
    return seen.what in _READ


_IN_GROUPS = (What.GROUPS, What.TURN)

_SHOWS = {
    What.ASK: "vote",
    What.NOTE: "note",
    What.GROUPS: "groups",
    What.TURN: "groups",
    What.BLANK: "quiet",
    What.BREATHE: "quiet",
    What.BREAK: "break",
    What.CLOSE: "end",
    What.ENDED: "end",
}


def _show(seen: RoomView) -> str:
    if seen.what is What.ASK and not any(one.is_open for one in seen.votes):
        return "look-up"
    return _SHOWS.get(seen.what, "look-up")


def _vote(vote: Vote) -> dict[str, Any]:
    question = vote.question
    return {
        "id": question.id,
        "pass": vote.number,
        "asks": str(question.asks),
        "text": question.text,
        "options": [{"id": one.id, "text": one.text} for one in question.options],
    }


def for_one(state: State, voter: str, making: Making | None = None) -> dict[str, Any]:
    """Give what one phone shows besides: what it answered, and whether its pause was seen.

    With ``making`` also its group, if groups were formed: see :mod:`.group_view`.
    """
    known: Voter | None = state.voters.get(voter)
    if known is None:
        return {"joined": False, "answers": {}}
    answers = {
        question: list(passes[-1].votes.get(voter, ()))
        for question, passes in state.ballots.items()
        if passes[-1].is_open and voter in passes[-1].votes
    }
    pause = next((one for one in reversed(state.pauses) if one.voter == voter), None)
    return {
        "joined": True,
        "answers": answers,
        "pause": _pause(pause),
        "comes": pause is not None and pause.comes,
        "where": pause.where if pause is not None else "",
        "part": known.part and str(known.part),
        "group": None if making is None else group_view.of_one(making, state, voter),
        "code": bool(known.code),
        "asked": sum(one.voter == voter for one in state.asked),
    }


def _pause(pause: Pause | None) -> str | None:
    if pause is None or pause.back or pause.been is not None:
        return None
    return "sent" if pause.seen is None else "seen"


def contacts(making: Making) -> list[dict[str, Any]]:
    """Give where to turn; a phone keeps it, so that it is there when the laptop is not."""
    return [
        {
            "name": one.name,
            "summary": one.summary,
            "reach": [[way.channel, way.value] for way in one.reach],
        }
        for one in making.material.contacts.values()
    ]
