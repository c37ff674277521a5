"""Looking ahead from decisions that were made, for a way that ends otherwise.

Only choices that fit take part, so nobody is sent through harm to an ending.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trainer.practice import moves
from trainer.practice.snapshot import Phase
from trainer.practice.view import fits_well
from trainer.scenario.model import Outcome

if TYPE_CHECKING:
    from trainer.practice.course import Course
    from trainer.practice.moves import Position
    from trainer.scenario.model import Choice, Scenario

_PLACES: Final = 2_000
"""Places looked at altogether; past that nothing is suggested rather than waited for."""

_BETTER: Final = {
    Outcome.SUPPORTED: (Outcome.SUPPORTED,),
    Outcome.MIXED: (Outcome.SUPPORTED,),
    Outcome.UNRESOLVED: (Outcome.SUPPORTED, Outcome.MIXED),
    Outcome.HARMED: (Outcome.SUPPORTED, Outcome.MIXED, Outcome.UNRESOLVED),
}
"""Outcomes worth another way: better ones, or for the best one that one again."""


@dataclass(frozen=True, slots=True)
class OtherWay:
    """A decision (number ``step``, from 0) and the choices in it that lead elsewhere."""

    step: int
    choices: frozenset[str]


def other_way(session: Course, outcome: Outcome) -> OtherWay | None:
    """Find the latest decision from which fitting choices end better than ``outcome``.

    After the best outcome it is one from which another choice reaches it as well.
    """
    look = _Look(session.scenario, frozenset(_BETTER[outcome]))
    for decision in reversed(session.decisions):
        at = moves.deciding(session.position, decision.step)
        leading = frozenset(
            choice.id
            for choice in at.offered
            if choice is not decision.choice and fits_well(choice) and look.reaches(at, choice)
        )
        if leading:
            return OtherWay(decision.step, leading)
    return None


class _Look:
    """Searches forward, breadth first, until what it may look at is used up."""

    def __init__(self, scenario: Scenario, wanted: frozenset[Outcome]) -> None:
        self._scenario = scenario
        self._wanted = wanted
        self._left = _PLACES

    def reaches(self, at: Position, choice: Choice) -> bool:
        """Tell whether a wanted ending can be reached by this choice and fitting ones."""
        first = moves.onward(self._scenario, moves.decide(at, choice))
        ahead, seen = deque([first]), {_key(first)}
        while ahead and self._left:
            self._left -= 1
            place = ahead.popleft()
            ending = place.scene.ending
            if ending is not None and ending.outcome in self._wanted:
                return True
            for then in self._nexts(place):
                if _key(then) not in seen:
                    seen.add(_key(then))
                    ahead.append(then)
        return False

    def _nexts(self, at: Position) -> list[Position]:
        if at.phase is Phase.READING:
            return [moves.onward(self._scenario, at)]
        return [
            moves.onward(self._scenario, moves.decide(at, choice))
            for choice in at.offered
            if fits_well(choice)
        ]


def _key(at: Position) -> tuple[str, tuple[bool | int, ...]]:
    # All states of one scenario have the same names in the same order.
    return at.scene.id, tuple(at.state.values())
