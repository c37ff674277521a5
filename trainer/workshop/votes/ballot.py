"""A question that a room answers, and one pass of answering it.

A question may be answered several times: before and after talking, again after another way was
played, before and after the workshop. Each time is a pass, which keeps its own votes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_SURE: Final = "-not-sure"
NOTHING: Final = "-nothing"
"""Ids of answers that any choice has. No choice of a file has an id that begins so."""

BATCH: Final = 5
"""Fewest people behind anything that is told of how a room answered."""

MOST_HANDS: Final = 2_000

Votes = MappingProxyType[str, tuple[str, ...]]
_NONE: Final[Votes] = MappingProxyType({})


class Asks(StrEnum):
    """How a question is answered: one answer, any number of them, or a place on a scale."""

    ONE = "one"
    MANY = "many"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be answered; ``text`` is plain."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. ``id`` is one question's in the workshop; on a scale ids are digits."""

    id: str
    text: str
    options: tuple[Option, ...]
    asks: Asks = Asks.ONE

    def has(self, answers: tuple[str, ...]) -> bool:
        """Tell whether this can be answered so; no answer takes back what was answered."""
        known = {one.id for one in self.options}
        most = len(known) if self.asks is Asks.MANY else 1
        return len(answers) == len(set(answers)) <= most and known.issuperset(answers)


@dataclass(frozen=True, slots=True)
class Ballot:
    """One pass of a question. ``number`` counts from 1; times are ``t`` of the workshop.

    ``votes`` are the phones', by voter; ``hands`` are counted in the room, by answer.
    ``live`` are the phones' votes that the facilitator may see counted while it is open, and
    ``ready`` those that come next; ``changed`` is who answers otherwise now: see :func:`vote`.
    """

    question: str
    number: int
    segment: str
    opened: int
    closed: int | None = None
    shown: bool = False
    votes: Votes = field(default_factory=lambda: _NONE)
    hands: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    live: Votes = field(default_factory=lambda: _NONE)
    ready: Votes = field(default_factory=lambda: _NONE)
    changed: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether it can be answered."""
        return self.closed is None

    @property
    def phones(self) -> int:
        """How many have answered by phone."""
        return len(self.votes)

    def raised(self, asks: Asks) -> int:
        """How many hands were counted; where one may raise several times, at least that many."""
        counts = list(self.hands.values())
        return max(counts, default=0) if asks is Asks.MANY else sum(counts)

    def answered(self, asks: Asks) -> int:
        """How many have answered, by phone or by hand."""
        return self.phones + self.raised(asks)


def count(votes: Mapping[str, tuple[str, ...]]) -> Mapping[str, int]:
    """Count answers."""
    return MappingProxyType(Counter(one for answers in votes.values() for one in answers))


def vote(ballot: Ballot, voter: str, answers: tuple[str, ...]) -> Ballot:
    """Count what somebody answers now, in place of what they answered before.

    What is told while the vote is open moves only when five people more answer otherwise, and
    stays five behind: so that neither a step in between nor the last one, when the vote closes,
    says what one person answered.
    """
    if ballot.votes.get(voter, ()) == answers:
        return ballot
    # Its own copy() copies as fast as a dict does; anything else asks for each key.
    votes = ballot.votes.copy()
    if answers:
        votes[voter] = answers
    else:
        votes.pop(voter, None)
    then = MappingProxyType(votes)
    # In 500 votes a second nobody compares 500 with 500.
    is_other = set(ballot.ready.get(voter, ())) != set(answers)
    changed = ballot.changed | {voter} if is_other else ballot.changed - {voter}
    if len(changed) < BATCH:
        return replace(ballot, votes=then, changed=changed)
    return replace(ballot, votes=then, live=ballot.ready, ready=then, changed=frozenset())


def differing(one: Votes, other: Votes) -> int:
    """Count the phones that answered once otherwise than another time, or only once."""
    # An order of answers says nothing.
    return sum(set(one.get(v, ())) != set(other.get(v, ())) for v in one.keys() | other.keys())


def hands(ballot: Ballot, answer: str, counted: int) -> Ballot:
    """Say how many hands were raised for an answer; 0 takes it back."""
    raised = {**ballot.hands, answer: counted}
    kept = {key: value for key, value in raised.items() if value}
    return replace(ballot, hands=MappingProxyType(kept))
