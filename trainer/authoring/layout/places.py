"""Where each box of the map stands, and where one goes that has come.

Units are pixels at a zoom and a text size of 100 %; a place is the middle of a box.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from trainer.authoring.layout.graph import Ends, Graph
    from trainer.practice.map_layout import MapLayout, Place

WIDE: Final = 180.0
HIGH: Final = 60.0
TALL: Final = 82.0
"""Height of a box whose name needs two lines."""

COLUMN: Final = 260.0
ROW: Final = 112.0

_CLOSE: Final = (WIDE + 16, TALL + 24)
"""Two boxes whose middles are closer than this, both ways, lie on each other."""

_FARTHEST: Final = 400
"""Rows up or down in which a free place is looked for."""


class Places:
    """Where boxes stand. Pins come first; what is not pinned keeps its place as long as it can.

    Attributes:
        laid: places by name, of the layout or found beside others; pins are not in it.
        routes: bends of the ways of the last layout.

    """

    def __init__(self) -> None:
        self.laid: dict[str, Place] = {}
        self.routes: dict[Ends, tuple[Place, ...]] = {}
        self._pins: Mapping[str, Place] = {}
        self._order: list[str] = []

    def copy(self) -> Places:
        """Give the same places, to go on with."""
        made = Places()
        made.laid, made.routes = dict(self.laid), dict(self.routes)
        made._pins, made._order = self._pins, self._order
        return made

    def at(self, name: str) -> Place:
        """Give the place of a box.

        Raises:
            KeyError: there is no such box.

        """
        pinned = self._pins.get(name)
        return self.laid[name] if pinned is None else pinned

    def names(self) -> list[str]:
        """Give the boxes that have a place, in their order."""
        return self._order

    def bends(self, ends: Ends) -> tuple[Place, ...]:
        """Give where a way bends between two boxes that both stand where they were laid."""
        if ends[0] in self._pins or ends[1] in self._pins:
            return ()
        return self.routes.get(ends, ())

    def take(self, layout: MapLayout) -> None:
        """Let the boxes stand as they were laid out; those beneath pinned ones make room."""
        self.laid = {name: _units(place) for name, place in layout.places.items()}
        self.routes = {
            ends: tuple(map(_units, route[1:-1])) for ends, route in layout.routes.items()
        }
        self._make_room()

    def renew(self, graph: Graph, pins: Mapping[str, Place]) -> None:
        """Have a place for each box of a graph, and none for others. What stands stays."""
        names = graph.names()
        self._keep_renamed(names)
        self._pins = {name: place for name, place in pins.items() if name in graph.lines}
        self._order = names
        there = set(names)
        for name in [name for name in self.laid if name not in there]:
            del self.laid[name]
        new = [name for name in names if name not in self.laid and name not in self._pins]
        if new:
            taken = _Taken(self.at(name) for name in names if self._stands(name))
            for name in _near_first(new, graph):
                self.laid[name] = taken.free_near(self._beside(name, graph))
                taken.add(self.laid[name])
        for ends in [ends for ends in self.routes if not there.issuperset(ends)]:
            del self.routes[ends]

    def _stands(self, name: str) -> bool:
        return name in self.laid or name in self._pins

    def _keep_renamed(self, names: list[str]) -> None:
        """Let what has another name in the same position stand where it stood."""
        if len(names) != len(self._order):
            return
        differing = [(old, new) for old, new in zip(self._order, names, strict=True) if old != new]
        if len(differing) == 1 and differing[0][0] in self.laid:
            old, new = differing[0]
            self.laid.setdefault(new, self.laid[old])

    def _beside(self, name: str, graph: Graph) -> Place:
        """Give where a box belongs: right of one that leads there, else left of where it leads."""
        for before in graph.into.get(name, ()):
            if before != name and self._stands(before):
                x, y = self.at(before)
                return x + COLUMN, y
        for to in graph.out.get(name, ()):
            if to != name and self._stands(to):
                x, y = self.at(to)
                return x - COLUMN, y
        stand = [self.at(one) for one in graph.names() if self._stands(one)]
        if not stand:
            return 0.0, 0.0
        return min(x for x, _y in stand), max(y for _x, y in stand) + ROW

    def _make_room(self) -> None:
        if not self._pins:
            return
        taken = _Taken(self._pins.values())
        for name in sorted(self.laid, key=lambda one: self.laid[one][1]):
            if name not in self._pins and taken.holds(self.laid[name]):
                self.laid[name] = taken.free_near(self.laid[name])
                self.routes = {
                    ends: bends for ends, bends in self.routes.items() if name not in ends
                }
            if name not in self._pins:
                taken.add(self.laid[name])


def _units(place: Place) -> Place:
    return place[0] * COLUMN, place[1] * ROW


def _near_first(new: Sequence[str], graph: Graph) -> Iterator[str]:
    """Go through new boxes, those first that something leads to which has its place."""
    waiting = set(new)
    ready = deque(
        name for name in new if any(one not in waiting for one in graph.into.get(name, ()))
    )
    for name in new:
        ready.append(name)
        while ready:
            one = ready.popleft()
            if one in waiting:
                waiting.discard(one)
                yield one
                ready.extendleft(to for to in graph.out.get(one, ()) if to in waiting)


class _Taken:
    """Places that are taken, in squares, so that few of them need to be looked at."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._squares: dict[tuple[int, int], list[Place]] = {}
        for place in places:
            self.add(place)

    def add(self, place: Place) -> None:
        """Take a place."""
        self._squares.setdefault(self._square(place), []).append(place)

    def holds(self, place: Place) -> bool:
        """Tell whether a box at a place would lie on another."""
        column, row = self._square(place)
        return any(
            abs(x - place[0]) < _CLOSE[0] and abs(y - place[1]) < _CLOSE[1]
            for one in (column - 1, column, column + 1)
            for other in (row - 1, row, row + 1)
            for x, y in self._squares.get((one, other), ())
        )

    def free_near(self, place: Place) -> Place:
        """Give the free place nearest to a place, above or below it."""
        x, y = place
        for away in range(_FARTHEST):
            for at in (y + away * ROW, y - away * ROW):
                if not self.holds((x, at)):
                    return x, at
        return x, y

    @staticmethod
    def _square(place: Place) -> tuple[int, int]:
        return round(place[0] / COLUMN), round(place[1] / ROW)
