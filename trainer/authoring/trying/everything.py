"""Trying everything: each state of the story once, with whatever is offered in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.trying.tally import Tally
from trainer.scenario.exploring.space import NO_CHOICE

if TYPE_CHECKING:
    from trainer.scenario.exploring.space import Space


def all_of(space: Space) -> Tally:
    """Count the states of each scene, and in how many of them each choice is offered.

    Each choice is made wherever it is offered. A way on counts once however many states take it.
    Places that only a timer leads to count as reached.
    """
    found = Tally(runs=len(space.targets))
    scenes = [space.scenario.scenes[name] for name in space.names]
    for state, offered in enumerate(space.offered):
        scene = scenes[space.scenes[state]]
        found.scenes[scene.id] += 1
        for place in offered:
            found.offered[scene.id, scene.choices[place].id] += 1
        if space.targets[state]:
            continue
        found.endings[scene.id] += 1
        if scene.ending is not None:
            found.ended += 1
        elif scene.choices:
            found.stuck += 1
        else:
            found.stubs += 1
    found.chosen = found.offered.copy()
    for number, choice, arm in space.taken:
        scene = scenes[number]
        name = "" if choice == NO_CHOICE else scene.choices[choice].id
        found.arms[scene.id, name, arm] = 1
    return found
