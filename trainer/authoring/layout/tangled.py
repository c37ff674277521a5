"""Whether a map has become hard to read: ways that run back, or through boxes, without need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.authoring.layout.places import COLUMN, TALL, WIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from trainer.authoring.layout.graph import Ends
    from trainer.practice.map_layout import Place

MOST: Final = 60
"""Boxes up to which this is looked at: it takes less than a frame then."""

_STEPS: Final = 8


def faults(
    names: Sequence[str], edges: Iterable[Ends], at: Callable[[str], Place], bent: set[Ends]
) -> int:
    """Count ways that lead back or run through a box; those that bend around boxes do not."""
    places = {name: at(name) for name in names}
    found = 0
    for start, end in edges:
        if start == end:
            continue
        (x, y), (to_x, to_y) = places[start], places[end]
        if to_x <= x:
            found += 1
        elif to_x - x > COLUMN * 1.1 and (start, end) not in bent:
            others = [place for name, place in places.items() if name not in (start, end)]
            found += _hits(x + WIDE / 2, y, to_x - WIDE / 2, to_y, others)
    return found


def _hits(x: float, y: float, to_x: float, to_y: float, others: Sequence[Place]) -> int:
    """Count the boxes that the curve between two points runs through."""
    between = [one for one in others if x < one[0] < to_x]
    hit = set()
    for step in range(1, _STEPS):
        part = step / _STEPS
        # The curve leaves and arrives level: as x goes evenly, y goes as a smooth step.
        at_x, at_y = x + (to_x - x) * part, y + (to_y - y) * part * part * (3 - 2 * part)
        hit |= {
            one
            for one in between
            if abs(one[0] - at_x) < WIDE / 2 and abs(one[1] - at_y) < TALL / 2
        }
    return len(hit)
