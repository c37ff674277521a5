"""How much of a vote may be told, and to whom: nobody is given away by a number.

* Fewer than five people: how many answered, and nothing else, to nobody.
* Hands are seen by everybody, and typed in by the facilitator. So phones are counted in only
  if there are five of them or more; fewer are left out, and it is said how many.
* A pass is withheld if fewer than five people answered otherwise than in one that was told
  before: the difference of the two would say what those few answered.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from trainer.workshop.votes.ballot import BATCH, count, differing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer.workshop.votes.ballot import Ballot, Question, Votes


class Why(StrEnum):
    """Why a split is told, or is not."""

    TOLD = "told"
    NOBODY = "nobody"
    FEW = "few"
    ALMOST_AS_BEFORE = "almost-as-before"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Tally:
    """What may be told. ``counts`` is by answer, every answer of the question; else None.

    ``hands`` is how many of them were hands, by answer; None where that would tell of the
    phones. ``answered`` people answered in all, ``left_out`` of them by phones too few to be
    counted in. ``as_before`` is the number of the pass that this one is almost like.
    """

    why: Why
    answered: int
    counts: Mapping[str, int] | None = None
    hands: Mapping[str, int] | None = None
    left_out: int = 0
    as_before: int | None = None

    @property
    def is_told(self) -> bool:
        """Whether there is a split to show."""
        return self.counts is not None


def final(question: Question, ballot: Ballot, earlier: Sequence[Ballot] = ()) -> Tally:
    """Tell of a closed vote.

    Args:
        question: what was asked.
        ballot: the pass.
        earlier: passes of the same question that were shown before this one; those whose split
            was withheld then do not count.

    """
    answered = ballot.answered(question.asks)
    if not answered:
        return Tally(Why.NOBODY, 0)
    told: list[Ballot] = []
    for before in earlier:
        if final(question, before, told).is_told:
            told.append(before)
            if 0 < differing(before.votes, ballot.votes) < BATCH:
                return Tally(Why.ALMOST_AS_BEFORE, answered, as_before=before.number)
    return _split(question, ballot, ballot.votes)


def live(question: Question, ballot: Ballot, earlier: Sequence[Ballot] = ()) -> Tally:
    """Tell the facilitator of a vote that is open: in batches, and with what is left to come.

    While an earlier pass of the question was shown, only the hands are told.
    """
    answered = ballot.answered(question.asks)
    told = _split(question, ballot, MappingProxyType({}) if earlier else ballot.live)
    if told.counts is None:
        return Tally(Why.WAITING if answered else Why.NOBODY, answered)
    return Tally(Why.TOLD, answered, told.counts, told.hands)


def _split(question: Question, ballot: Ballot, votes: Votes) -> Tally:
    raised = ballot.raised(question.asks)
    answered = ballot.answered(question.asks)
    counted = len(votes) >= BATCH
    if not counted and raised < BATCH:
        return Tally(Why.FEW, answered)
    total = Counter(ballot.hands)
    if counted:
        total.update(count(votes))
    counts = MappingProxyType({one.id: total[one.id] for one in question.options})
    left_out = 0 if counted else len(votes)
    return Tally(Why.TOLD, answered, counts, ballot.hands, left_out)
