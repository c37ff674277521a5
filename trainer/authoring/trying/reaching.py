"""The states in which a scene is reached, a shortest way to each, and what is offered in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trainer.authoring.trying.conditions import names, parts
from trainer.authoring.trying.following import Stride
from trainer.authoring.trying.lacking import Never, never
from trainer.scenario.exploring.space import NO_CHOICE

if TYPE_CHECKING:
    from trainer.authoring.trying.starting import Values
    from trainer.scenario.exploring.space import Space
    from trainer.scenario.model import Choice

MOST: Final = 200
"""States of a scene that are listed."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the story remembers on reaching a scene, and one shortest way there.

    The way's last stride is the scene itself.
    """

    values: Values
    way: tuple[Stride, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """In how many of the states of its scene a choice is offered.

    ``without`` are values in which it is not, only those that its condition looks at, the first
    few; ``never`` says why, if it is not offered in any.
    """

    id: str
    words: str
    offered: int
    without: tuple[Values, ...] = ()
    never: Never | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """All states of a scene. ``arrivals`` are the first of them, the nearest to the start first.

    ``begins`` are the values in the beginning of the story. ``complete`` is False where exploring
    stopped at a limit: there may be more.
    """

    scene: str
    count: int
    arrivals: tuple[Arrival, ...]
    offers: tuple[Offer, ...]
    begins: Values
    complete: bool


def reached(space: Space, scene: str) -> Reached:
    """Find the states in which a scene is reached."""
    number = space.names.index(scene) if scene in space.names else NO_CHOICE
    states = [state for state, one in enumerate(space.scenes) if one == number]
    looked = [state for state in states if state < len(space.targets)]
    choices = space.scenario.scenes[scene].choices if number != NO_CHOICE else ()
    return Reached(
        scene,
        len(states),
        tuple(_arrival(space, state) for state in states[:MOST]),
        tuple(_offer(space, looked, place, one) for place, one in enumerate(choices)),
        tuple(space.scenario.state.items()),
        space.complete,
    )


def way_to(space: Space, state: int) -> tuple[Stride, ...]:
    """Give one shortest way from the start to a state, that included."""
    back = [Stride(space.names[space.scenes[state]])]
    while (before := space.parents[state]) != NO_CHOICE:
        back.append(_stride(space, before, state))
        state = before
    return tuple(reversed(back))


def _stride(space: Space, before: int, state: int) -> Stride:
    """Give the choice that leads from a state to another, unless the scene or a timer does."""
    scene = space.names[space.scenes[before]]
    for one, to in space.moves(before):
        if to == state:
            return Stride(scene, one.id, one.words)
    return Stride(scene)


def _arrival(space: Space, state: int) -> Arrival:
    return Arrival(tuple(space.values_at(state).items()), way_to(space, state))


def _offer(space: Space, states: list[int], place: int, choice: Choice) -> Offer:
    known = [space.values_at(state) for state in states]
    without = [space.values_at(one) for one in states if place not in space.offered[one]]
    count = len(known) - len(without)
    looked_at = names(parts(choice.when))
    told = dict.fromkeys(
        tuple((name, value) for name, value in values.items() if name in looked_at)
        for values in without
    )
    why = never(choice.when, known) if known and not count else None
    return Offer(choice.id, choice.words, count, tuple(told)[:MOST], why)
