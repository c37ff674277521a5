"""Decisions of the built-in scenarios as somebody sees them who sees nothing else."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from trainer import paths
from trainer.scenario.exploring.space import explore
from trainer.scenario.reading import read_file
from trainer.scenario.rules.met import Met, fits, rank

if TYPE_CHECKING:
    from collections.abc import Collection

    from trainer.scenario.model import Choice

SEED = 5


class Decision(NamedTuple):
    """Choices that stand beside each other, own words left out."""

    scenario: str
    scene: str
    choices: tuple[Choice, ...]

    def best(self) -> list[int]:
        """Places of the choices that fit best."""
        top = max(map(rank, self.choices))
        return [place for place, one in enumerate(self.choices) if rank(one) == top]


def decisions(only: Collection[str] = ()) -> list[Decision]:
    """Every decision in which something fits and something fits less, shuffled."""
    found = []
    for file in sorted(paths.built_in_scenarios().glob("*/*.yaml")):
        told = read_file(file).content
        if told is None or (only and told.id not in only):
            continue
        largest: dict[str, tuple[Choice, ...]] = {}
        for scene, together in Met(explore(told)).offered_together():
            rated = tuple(one for one in together if one.fit is not None)
            if len(rated) > len(largest.get(scene.id, ())):
                largest[scene.id] = rated
        for name, rated in largest.items():
            decision = Decision(told.id, name, rated)
            if len(decision.best()) < len(rated) and any(map(fits, rated)):
                found.append(decision)
    random.Random(SEED).shuffle(found)
    return found
