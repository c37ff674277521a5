"""The figures of a scenario, as ``check --json`` gives them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from trainer.method.ds import FIVE_DS
from trainer.scenario.exploring import ways

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from trainer.scenario.exploring.space import Space


@dataclass(frozen=True, slots=True)
class Analysis:
    """Figures of one scenario.

    ``scenes``, ``choices``, ``endings``, ``d`` (choices by each of the five D's) and
    ``words`` count what stands in the file. ``reachable`` counts scenes, ``states``
    scenes with their values; both are None where exploring stopped at its limit, and so
    are ``paths``, ``shortest`` and ``longest``: see :class:`trainer.scenario.exploring.ways.Ways`.
    """

    scenes: int
    reachable: int | None
    choices: int
    endings: int
    paths: int | None
    states: int | None
    shortest: int | None
    longest: int | None
    d: Mapping[str, int]
    words: int

    def as_json(self) -> dict[str, Any]:
        """Give the figures as plain data, in the order of the format."""
        return asdict(self)


def analyse(space: Space, words: int) -> Analysis:
    """Work out the figures of an explored scenario that has ``words`` words."""
    scenes = space.scenario.scenes.values()
    choices = [choice.d for scene in scenes for choice in scene.choices]
    counted = ways.count(space) if space.complete else ways.Ways(None, None, None)
    return Analysis(
        scenes=len(scenes),
        reachable=len(set(space.scenes)) if space.complete else None,
        choices=len(choices),
        endings=sum(scene.ending is not None for scene in scenes),
        paths=counted.paths,
        states=len(space.scenes) if space.complete else None,
        shortest=counted.shortest,
        longest=counted.longest,
        d={d.value: choices.count(d) for d in FIVE_DS},
        words=words,
    )
