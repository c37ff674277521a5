"""Clocks of a workshop: how long, how late, and what could be shortened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trainer.plans.model import NEVER_SHORTENED

if TYPE_CHECKING:
    from trainer.workshop.making import Making
    from trainer.workshop.state import State

MINUTE: Final = 60_000

ON_TIME: Final = MINUTE
"""Milliseconds that a workshop may be behind and still be on time."""

WARN: Final = 0.2
"""Part of a segment that is left when it is first said, two minutes at the most."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds, of the whole and of the segment; ``late`` is negative where there is time.

    ``warns``: the segment, or the workshop, is nearly over. ``over``: the segment has taken
    longer than planned.
    """

    gone: int
    planned: int
    segment_gone: int
    segment_planned: int
    late: int
    warns: bool
    over: bool

    @property
    def is_late(self) -> bool:
        """Whether that is worth saying."""
        return self.late > ON_TIME


@dataclass(frozen=True, slots=True)
class Shorter:
    """A segment that could be shortened from some minutes to others, and what that saves."""

    segment: int
    title: str
    minutes: int
    least: int

    @property
    def saves(self) -> int:
        """Minutes that are won."""
        return self.minutes - self.least


def spent(state: State, segment: int, t: int) -> int:
    """Give the milliseconds that a segment has taken until now, in all its visits."""
    before = state.spent.get(segment, 0)
    here = state.at.segment == segment and state.began is not None and state.ended is None
    return before + (t - state.entered if here else 0)


def times(making: Making, state: State, t: int) -> Times:
    """Give the clocks at ``t``; before it has begun they stand at 0."""
    every = range(len(making.segments))
    # What the room was promised: a shortened segment brings the end nearer to it.
    planned = making.material.plan.minutes * MINUTE
    until = t if state.ended is None else state.ended
    gone = 0 if state.began is None else until - state.began
    here = state.at.segment
    mine = making.minutes(state, here) * MINUTE
    segment_gone = spent(state, here, t)
    left = sum(
        max(0, making.minutes(state, one) * MINUTE - spent(state, one, t))
        for one in every
        if one >= here and one not in state.gone
    )
    late = gone + left - planned if state.began is not None and state.ended is None else 0
    warning = min(2 * MINUTE, int(mine * WARN))
    rest = mine - segment_gone
    return Times(
        gone, planned, segment_gone, mine, late, state.began is not None and rest <= warning,
        rest < 0,
    )  # fmt: skip


def could_be_shorter(making: Making, state: State, t: int) -> tuple[Shorter, ...]:
    """Give what is still to come and could be shortened, what saves most first.

    Never a break, nor the close; nor below the time that a segment has taken already.
    """
    found = []
    for number, segment in enumerate(making.segments):
        if number < state.at.segment or number in state.gone or segment.kind in NEVER_SHORTENED:
            continue
        minutes = making.minutes(state, number)
        least = max(segment.least or minutes, -(-spent(state, number, t) // MINUTE))
        if least < minutes:
            found.append(Shorter(number, segment.title, minutes, least))
    return tuple(sorted(found, key=lambda one: -one.saves))
