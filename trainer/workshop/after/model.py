"""What stays of a workshop: sentences and numbers, nothing of any single person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the plan: planned minutes, and the milliseconds that it took."""

    title: str
    kind: str
    planned: int
    spent: int


@dataclass(frozen=True, slots=True)
class Count:
    """An answer, how many gave it, and how many of them by hand."""

    text: str
    people: int
    hands: int


@dataclass(frozen=True, slots=True)
class Pass:
    """One time that a question was answered; ``counts`` is empty where no split may be told.

    ``why`` is a :class:`~trainer.workshop.votes.tally.Why`; ``left_out`` answered by phones too
    few to be counted in; ``as_before`` is the number of the pass that this one is almost like.
    """

    number: int
    why: str
    answered: int
    counts: tuple[Count, ...] = ()
    left_out: int = 0
    as_before: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the part of the plan that it belongs to, and every pass that has closed."""

    part: str
    question: str
    passes: tuple[Pass, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """Of those who could be matched by the codes that they made: who is surer, as sure, less."""

    people: int
    surer: int
    same: int
    less: int


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure the room felt of one thing, before and after.

    ``matched`` is None where it may not be told: fewer than five, or it would say what a few
    people answered.
    """

    statement: str
    before: Pass | None
    after: Pass | None
    matched: Matched | None = None


@dataclass(frozen=True, slots=True)
class Parked:
    """Something left for later, and who takes it on."""

    text: str
    owner: str


@dataclass(frozen=True, slots=True)
class Report:
    """What stays. ``held`` is in seconds since 1970, ``spent`` in milliseconds.

    ``people`` is how many the facilitator counted in the room, ``phones`` how many joined.
    """

    title: str
    language: str
    held: float
    planned: int
    spent: int
    people: int | None
    phones: int
    stretches: tuple[Stretch, ...]
    votes: tuple[Asked, ...]
    resolved: tuple[Asked, ...]
    sure: tuple[Sure, ...]
    parked: tuple[Parked, ...]
