"""The vote as the facilitator sees it: in batches while it is open, and never of fewer than five.

What the facilitator typed in of hands is always there: they saw those hands themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.language import _, ngettext
from trainer.workshop import asking
from trainer.workshop.doing import voting as voting_
from trainer.workshop.state import Phase
from trainer.workshop.votes.ballot import Asks
from trainer.workshop.votes.tally import Why

if TYPE_CHECKING:
    from trainer.workshop.making import Making
    from trainer.workshop.state import State
    from trainer.workshop.votes.ballot import Ballot, Question
    from trainer.workshop.votes.tally import Tally


class Status(StrEnum):
    """Where a vote stands."""

    NOT_OPEN = "not-open"
    OPEN = "open"
    CLOSED = "closed"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, with its number as the room sees it.

    ``count`` is None where nothing may be told; ``hands`` were typed in; ``share`` is from 0 to 1
    of the answer that most gave. ``plays``: the room can see how it goes on from it.
    """

    id: str
    number: int
    text: str
    count: int | None = None
    hands: int = 0
    share: float = 0.0
    plays: bool = False
    played: bool = False


@dataclass(frozen=True, slots=True)
class Poll:
    """One question. ``number`` is the pass, from 1; 0 before the first was opened.

    ``told`` says what is to be known of the numbers. ``shown`` counts passes the room has seen.
    """

    id: str
    text: str
    asks: Asks
    answers: tuple[Answer, ...]
    status: Status
    number: int = 0
    answered: int = 0
    told: str = ""
    shown: int = 0


@dataclass(frozen=True, slots=True)
class Voting:
    """All that is asked here. ``people`` is how many could answer, None where nobody knows."""

    polls: tuple[Poll, ...]
    status: Status
    people: int | None
    is_result: bool
    frozen: bool

    @property
    def can_compare(self) -> bool:
        """Whether passes can be laid side by side."""
        closed = self.status in (Status.CLOSED, Status.SHOWN)
        return closed and any(one.number > 1 and one.shown for one in self.polls)


def voting(making: Making, state: State) -> Voting | None:
    """Give the vote where the facilitator stands; None where nothing is asked."""
    asked = voting_.here(making, state)
    if not asked:
        return None
    polls = tuple(_poll(making, state, one) for one in asked)
    people = state.people if state.people is not None else len(state.voters) or None
    return Voting(
        polls, min((one.status for one in polls), key=list(Status).index), people,
        state.at.phase is not Phase.ASK, state.room is not None,
    )  # fmt: skip


def _poll(making: Making, state: State, question: Question) -> Poll:
    ballot = voting_.pass_here(making, state, question)
    offered = {one.id for one in asking.offered(making, state.at)}
    played = state.played.get(question.id, ())
    tally = asking.told(state, question, ballot) if ballot else None
    counts = tally.counts if tally else None
    hands = ballot.hands if ballot else {}
    most = max(counts.values(), default=0) if counts else 0
    answers = tuple(
        Answer(
            one.id,
            number,
            _fingers(one.text) if question.asks is Asks.SCALE else one.text,
            None if counts is None else counts[one.id],
            hands.get(one.id, 0),
            counts[one.id] / most if counts and most else 0.0,
            one.id in offered,
            one.id in played,
        )
        for number, one in enumerate(question.options, 0 if question.asks is Asks.SCALE else 1)
    )
    shown = sum(one.shown for one in asking.passes(state, question.id))
    return Poll(
        question.id, question.text, question.asks, answers, _status(ballot),
        ballot.number if ballot else 0, ballot.answered(question.asks) if ballot else 0,
        "" if tally is None or ballot is None else said(tally, ballot), shown,
    )  # fmt: skip


def _fingers(digit: str) -> str:
    if digit == "0":
        return _("a fist")
    return ngettext("%(count)d finger", "%(count)d fingers", int(digit)) % {"count": int(digit)}


def _status(ballot: Ballot | None) -> Status:
    if ballot is None:
        return Status.NOT_OPEN
    if ballot.is_open:
        return Status.OPEN
    return Status.SHOWN if ballot.shown else Status.CLOSED


def said(tally: Tally, ballot: Ballot) -> str:
    """Say what is to be known of the numbers; empty where they speak for themselves."""
    if tally.why is Why.NOBODY:
        return _("Nobody has answered yet.") if ballot.is_open else _("Nobody answered.")
    if tally.why is Why.WAITING:
        return _("Numbers come in steps of five, so that nobody is given away.")
    if tally.why is Why.FEW:
        return _("Fewer than five answered. What they answered stays with them.")
    if tally.why is Why.ALMOST_AS_BEFORE:
        return _(
            "This vote stays closed to everybody: beside vote %(number)d it would say what a few"
            " people answered."
        ) % {"number": tally.as_before or 0}
    if tally.left_out:
        return ngettext(
            "%(count)d phone is left out: so few would be given away.",
            "%(count)d phones are left out: so few would be given away.",
            tally.left_out,
        ) % {"count": tally.left_out}
    return ""
