"""Where an arrow key leads from a box: along ways to the sides, to neighbours up and down."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from trainer.authoring.layout.places import COLUMN, HIGH

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from trainer.authoring.layout.graph import Ends, Graph
    from trainer.practice.map_layout import Place


class To(Enum):
    """A direction, as x and y."""

    ON = (1, 0)
    BACK = (-1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def step(
    graph: Graph,
    at: Callable[[str], Place],
    name: str,
    to: To,
    came_from: str = "",
    only: Collection[Ends] | None = None,
) -> str | None:
    """Give the box that one comes to, or None.

    On and back go along a way if there is one: back to where one came from, if a way leads from
    there. With ``only``, steps go along those ways, and up and down to their ends.
    """
    if to is To.ON:
        along = [one for one in graph.out.get(name, ()) if one != name]
        if only is not None:
            along = [one for one in along if (name, one) in only]
    elif to is To.BACK:
        along = [one for one in graph.into.get(name, ()) if one != name]
        if only is not None:
            along = [one for one in along if (one, name) in only]
        if came_from in along:
            return came_from
    else:
        along = []
    if along:
        return _nearest(at, name, along)
    if only is not None and to in (To.ON, To.BACK):
        return None
    others: Iterable[str] = graph.names()
    if only is not None:
        others = {one for ends in only for one in ends}
    return _beside(at, name, others, to)


def _nearest(at: Callable[[str], Place], name: str, among: Iterable[str]) -> str:
    x, y = at(name)
    return min(among, key=lambda one: abs(at(one)[0] - x) / COLUMN + abs(at(one)[1] - y) / HIGH)


def _beside(at: Callable[[str], Place], name: str, among: Iterable[str], to: To) -> str | None:
    """Give the nearest box that lies rather in a direction than to its sides."""
    x, y = at(name)
    across, down = to.value
    best, least = None, float("inf")
    for one in among:
        there = at(one)
        # Boxes are wide and rows close: the same distance looks shorter across.
        right, below = (there[0] - x) / COLUMN, (there[1] - y) / HIGH
        ahead = right * across + below * down
        aside = abs(right * down) + abs(below * across)
        if one != name and ahead > 0 and aside <= ahead * (1 if down else 2) + 0.5:
            far = ahead + 2 * aside
            if far < least:
                best, least = one, far
    return best
