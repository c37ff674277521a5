"""Where the signs of ways stand on a map: at their way, hiding neither it nor one another.

Pure: ways come as points in equal steps along them, boxes as rectangles.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, starmap
from math import dist
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.practice.map_layout import Place

_NEAR: Final = 24.0
"""Units from the begin of a way, and from its end, at which the first and last sign stands."""
_USUAL: Final = 48.0
"""Units from its begin at which a sign stands where nothing is in its way."""
_AIR: Final = 3.0
"""Units that a sign keeps off other signs."""
_COVERED: Final = 0.34
"""Part of its way that a sign may hide."""
_CROSSED: Final = 2.0
"""How bad it is to hide a unit of another way."""
_ASIDE: Final = (0.0, 1.0, -1.0, 1.7, -1.7, 2.4, -2.4)
"""How far beside its way a sign may stand, in heights of a sign."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rect) -> bool:
        """Whether they share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def grown(self, by: float) -> Rect:
        """Give one that is larger on every side."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, points: Sequence[Place]) -> int:
        """Count the points that lie in it."""
        return sum(self.left < x < self.right and self.top < y < self.bottom for x, y in points)


@dataclass(frozen=True, slots=True)
class Line:
    """A way: points in equal steps along it, how long a step is, and how wide its sign is."""

    points: Sequence[Place]
    step: float
    wide: float


def length(corners: Sequence[Place]) -> float:
    """Say how long it is from the first corner to the last."""
    return sum(starmap(dist, pairwise(corners)))


def along(corners: Sequence[Place], step: float, count: int) -> list[Place]:
    """Give so many points along the corners, a step apart, from the first one on."""
    found, gone, wanted = [corners[0]], 0.0, step
    for one, two in pairwise(corners):
        here = dist(one, two)
        while here and wanted <= gone + here and len(found) < count:
            part = (wanted - gone) / here
            found.append((one[0] + (two[0] - one[0]) * part, one[1] + (two[1] - one[1]) * part))
            wanted += step
        gone += here
    return [*found, *[corners[-1]] * (count - len(found))]


def place(lines: Sequence[Line], tall: float, boxes: Sequence[Rect]) -> list[Place]:
    """Give the middle of each way's sign, in their order."""
    found: dict[int, Place] = {}
    taken: list[Rect] = []
    # The shortest first: it has the fewest places to choose from.
    for at in sorted(range(len(lines)), key=lambda one: len(lines[one].points) * lines[one].step):
        line = lines[at]
        others = [one.points for one in lines if one is not line]
        found[at] = _best(line, tall, boxes, taken, others)
        taken.append(_around(found[at], line.wide, tall))
    return [found[at] for at in range(len(lines))]


def _best(
    line: Line,
    tall: float,
    boxes: Sequence[Rect],
    taken: Sequence[Rect],
    others: Sequence[Sequence[Place]],
) -> Place:
    """Give the best place for the sign of a way."""
    best, least = line.points[0], float("inf")
    for middle, far in sorted(_candidates(line, tall), key=lambda one: one[1]):
        if far >= least:
            break  # Farther ones are worse whatever they hide.
        sign = _around(middle, line.wide, tall)
        cost = far + _bad(sign, line, boxes, taken)
        if cost < least:
            cost += _CROSSED * line.step * sum(sign.holds(points) for points in others)
        if cost < least:
            best, least = middle, cost
    return best


def _candidates(line: Line, tall: float) -> Iterator[tuple[Place, float]]:
    """Go through the places at a way, each with how far it is from the usual one."""
    count = len(line.points)
    margin = min(int(_NEAR / line.step), (count - 1) // 2)
    for at in range(margin, count - margin):
        x, y = line.points[at]
        for aside in _ASIDE:
            yield (x, y + aside * tall), abs(at * line.step - _USUAL) + abs(aside) * tall


def _bad(sign: Rect, line: Line, boxes: Sequence[Rect], taken: Sequence[Rect]) -> float:
    """Say how bad what a sign hides is: another sign is worst, then a box, then its own way."""
    airy = sign.grown(_AIR)
    bad = 4000.0 * sum(airy.meets(other) for other in taken)
    bad += 2000.0 * sum(sign.meets(box) for box in boxes)
    if not bad:
        hidden = sign.holds(line.points) / len(line.points)
        bad = 1000.0 * hidden if hidden > _COVERED else 0.0
    return bad


def _around(middle: Place, wide: float, tall: float) -> Rect:
    x, y = middle
    return Rect(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
