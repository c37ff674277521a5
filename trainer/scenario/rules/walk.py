"""Which states a way can come to without something having happened on it.

Timers are followed as well: time can run out on a way.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import compress
from typing import TYPE_CHECKING

from trainer.scenario.exploring.space import shown_way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from trainer.scenario.exploring.space import Space
    from trainer.scenario.model import Choice, Scene


@dataclass(frozen=True, slots=True)
class Event:
    """Something that can happen on a way: on entering a scene, or by making a choice."""

    in_scene: Callable[[Scene], bool] = lambda _scene: False
    by_choice: Callable[[Choice], bool] = lambda _choice: False


@dataclass(slots=True)
class Walk:
    """States that some way reaches before an event, in the order in which they are found.

    The ways begin in ``starts``. ``parents`` maps each state found to the one before it, a
    start to None. A scene in which the event happens is not among them. States are found one
    by one, so whoever looks for one stops there.
    """

    space: Space
    until: Event
    starts: tuple[int, ...] = (0,)
    parents: dict[int, int | None] = field(default_factory=dict)

    def __iter__(self) -> Iterator[int]:
        space, parents = self.space, self.parents
        # Looked up once: a long scenario has a hundred thousand states.
        scene_of, targets, timed = space.scenes, space.targets, space.timed
        scenes = tuple(space.scenario.scenes.values())
        stops = [self.until.in_scene(scene) for scene in scenes]
        passes = [[not self.until.by_choice(one) for one in scene.choices] for scene in scenes]
        parting = [not all(passed) for passed in passes]
        waiting = [state for state in self.starts if not stops[scene_of[state]]]
        parents.update(dict.fromkeys(waiting))
        for state in waiting:  # which grows meanwhile
            yield state
            number = scene_of[state]
            ahead: Iterable[int] = targets[state]
            if parting[number]:
                offered = (passes[number][choice] for choice in space.offered[state])
                ahead = compress(ahead, offered)
            if state in timed:
                ahead = (*ahead, timed[state])
            for target in ahead:
                if target not in parents and not stops[scene_of[target]]:
                    parents[target] = state
                    waiting.append(target)

    def way_to(self, state: int) -> str:
        """Say by which scenes a state that was found is reached without the event."""
        return shown_way(self.back(state), self.space.scenario.start)

    def back(self, state: int) -> Iterator[str]:
        """Scenes of the way to a state that was found, the last first."""
        for at in self._states_back(state):
            yield self.space.names[self.space.scenes[at]]

    def start_of(self, state: int) -> int:
        """State in which the way to a state that was found begins."""
        return deque(self._states_back(state), maxlen=1).pop()

    def _states_back(self, state: int) -> Iterator[int]:
        at: int | None = state
        while at is not None:
            yield at
            at = self.parents[at]


def leading_to(space: Space, wanted: Iterable[int]) -> set[int]:
    """States from which some way, by choices or timers, comes to one of ``wanted``."""
    before: list[list[int]] = [[] for _state in space.targets]
    for state in range(len(space.targets)):
        for target in space.onward(state):
            before[target].append(state)
    found = set(wanted)
    waiting = list(found)
    while waiting:
        for state in before[waiting.pop()]:
            if state not in found:
                found.add(state)
                waiting.append(state)
    return found
