"""Playing at random: many runs, each choice among the offered ones as likely as the other.

The same seed and the same text give the same counts, on any computer: the numbers come from a
generator of our own seed, and what is offered comes in the file's order.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

from trainer.authoring.trying.tally import Tally, taken
from trainer.practice import moves
from trainer.practice.snapshot import Phase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.practice.moves import Position
    from trainer.scenario.model import Scenario

USUAL_RUNS: Final = 1000
MOST_RUNS: Final = 100_000
LARGEST_SEED: Final = 999_999_999

_LONGEST: Final = 1000
"""Scenes after which a run is cut off: it goes round in a circle."""

_EVERY: Final = 50
"""Runs after which it is told how far it is."""


def played(
    scenario: Scenario,
    runs: int = USUAL_RUNS,
    seed: int = 1,
    tell: Callable[[int], object] | None = None,
) -> Tally:
    """Play at random, and count.

    Args:
        scenario: what is played, from its start.
        runs: how many times.
        seed: where the numbers come from.
        tell: told now and then how many runs were played.

    """
    found = Tally()
    for done in playing(scenario, runs, seed, found):
        if tell is not None:
            tell(done)
    return found


def playing(scenario: Scenario, runs: int, seed: int, into: Tally) -> Iterator[int]:
    """Play at random, and give now and then how many runs were played."""
    numbers = random.Random(seed)
    begin = moves.start(scenario)
    for done in range(1, runs + 1):
        into.runs = done
        _one(scenario, begin, numbers, into)
        if done % _EVERY == 0:
            yield done


def _one(scenario: Scenario, at: Position, numbers: random.Random, into: Tally) -> None:
    for _scene in range(_LONGEST):
        name = at.scene.id
        into.scenes[name] += 1
        if at.phase is Phase.ENDED:
            _end(at, into)
            return
        if at.phase is Phase.READING:
            into.arms[name, "", taken(at.scene.next, dict(at.state))] += 1
            at = moves.onward(scenario, at)
            continue
        for choice in at.offered:
            into.offered[name, choice.id] += 1
        if not at.offered:
            into.stuck += 1
            into.endings[name] += 1
            return
        choice = at.offered[numbers.randrange(len(at.offered))]
        into.chosen[name, choice.id] += 1
        at = moves.decide(at, choice)
        into.arms[name, choice.id, taken(choice.next, dict(at.state))] += 1
        at = moves.onward(scenario, at)
    into.cut += 1


def _end(at: Position, into: Tally) -> None:
    into.endings[at.scene.id] += 1
    if at.scene.ending is None:
        into.stubs += 1
    else:
        into.ended += 1
        into.decisions += at.decision_count
