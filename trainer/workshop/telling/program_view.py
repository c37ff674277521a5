"""What ``upstander room`` tells a program of a workshop: plain data, ``docs/room-protocol.md``.

It is the facilitator's view, and says no more of a vote than the facilitator may know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from trainer.workshop import asking
from trainer.workshop.doing import voting
from trainer.workshop.state import Handled

if TYPE_CHECKING:
    from trainer.workshop.making import Making
    from trainer.workshop.state import State
    from trainer.workshop.votes.ballot import Question
    from trainer.workshop.votes.tally import Tally


def program_view(making: Making, state: State) -> dict[str, Any]:
    """Give where a workshop is, what is asked there, and how it is answered."""
    at = state.at
    asked = [_asked(making, state, one) for one in voting.here(making, state)]
    return {
        "segment": making.segment(at).key,
        "beat": at.beat,
        "phase": str(at.phase),
        "scene": at.run.at.scene.id if at.run else None,
        **(asked[0] if asked else _NOTHING_ASKED),
        # A survey asks several things at once.
        "questions": asked,
        "joined": len(state.voters),
        "pauses": sum(one.seen is None for one in state.pauses),
        "asked": sum(one.handled is Handled.NEW for one in state.asked),
        "ended": state.ended is not None,
    }


_NOTHING_ASKED: Final[dict[str, Any]] = {
    "question": None, "text": "", "options": [], "pass": None, "open": False, "answered": 0,
    "tally": None, "why": None, "passes": [],
}  # fmt: skip


def _asked(making: Making, state: State, question: Question) -> dict[str, Any]:
    ballot = voting.pass_here(making, state, question)
    found = {
        "question": question.id,
        "text": question.text,
        "options": [{"id": one.id, "text": one.text} for one in question.options],
        "pass": ballot and ballot.number,
        "open": ballot is not None and ballot.is_open,
        "answered": ballot.answered(question.asks) if ballot else 0,
        "passes": [
            {"pass": one.number, "answered": tally.answered, **_told(tally)}
            for one, tally in asking.told_passes(state, question)
        ],
    }
    tally = asking.told(state, question, ballot) if ballot else None
    return {**found, **_told(tally)}


def _told(tally: Tally | None) -> dict[str, Any]:
    counts = tally.counts if tally else None
    return {
        "tally": None if counts is None else dict(counts),
        "why": None if tally is None else str(tally.why),
    }
