"""What a player can meet of a scenario: scenes in reach, choices that are ever offered."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.method.ds import Fit
from trainer.scenario.model import YOU

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.scenario.exploring.space import Space
    from trainer.scenario.model import Choice, Scenario, Scene

_RANK = {None: 0, Fit.POOR: 1, Fit.FAIR: 2, Fit.STRONG: 3}


def fits(choice: Choice) -> bool:
    """Tell whether a choice is better than poor; own words are not rated, and so are not."""
    return choice.fit in (Fit.STRONG, Fit.FAIR)


def rank(choice: Choice) -> int:
    """Give a number that is higher the better a choice fits; 0 for own words."""
    return _RANK[choice.fit]


def targeted(scenario: Scenario) -> frozenset[str]:
    """Keys of the people who are targeted, ``you`` for a targeted learner."""
    people = {member.key for member in scenario.targeted()}
    return frozenset(people | {YOU} if scenario.you.targeted else people)


@dataclass(frozen=True)
class Met:
    """A space, and what of its scenario can be met there, in the file's order."""

    space: Space
    scenario: Scenario = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "scenario", self.space.scenario)

    @cached_property
    def deciding(self) -> tuple[tuple[Scene, tuple[Choice, ...]], ...]:
        """Scenes in reach that have choices, each with those that are ever offered."""
        scenes = enumerate(self.scenario.scenes.values())
        if not self.space.complete:
            return tuple((scene, scene.choices) for _n, scene in scenes if scene.choices)
        offered = {(scene, choice) for scene, choice, _arm in self.space.taken}
        reached = set(self.space.scenes)
        return tuple(
            (scene, tuple(one for at, one in enumerate(scene.choices) if (number, at) in offered))
            for number, scene in scenes
            if scene.choices and number in reached
        )

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """Every choice that is ever offered."""
        return tuple(choice for _scene, choices in self.deciding for choice in choices)

    @cached_property
    def endings(self) -> tuple[Scene, ...]:
        """Scenes in reach in which the story ends."""
        reached = set(self.space.scenes) if self.space.complete else None
        return tuple(
            scene
            for number, scene in enumerate(self.scenario.scenes.values())
            if scene.ending and (reached is None or number in reached)
        )

    def offered_together(self) -> Iterator[tuple[Scene, tuple[Choice, ...]]]:
        """Go through the different sets of choices that stand beside each other somewhere."""
        if not self.space.complete:
            yield from self.deciding
            return
        scenes = tuple(self.scenario.scenes.values())
        together = zip(self.space.scenes, self.space.offered, strict=True)
        for number, offered in dict.fromkeys(together):
            if offered:
                scene = scenes[number]
                yield scene, tuple(scene.choices[at] for at in offered)
