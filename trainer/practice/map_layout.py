"""Where each scene stands on a map: columns from left to right, rows from the top.

The layout comes from fast-sugiyama where it is installed, else from a
simple layered layout of our own. Whatever is handed over has no circles: the native
layout ends the whole process when it meets one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Place = tuple[float, float]
"""Column and row; columns are whole numbers, rows of one column lie at least 1 apart."""

Edge = tuple[int, int]
_SPACING = 10.0
_SWEEPS = 8


@dataclass(frozen=True, slots=True)
class MapLayout:
    """Places of the points, and the bends of each way between two of them.

    ``routes`` maps (from, to) to the places that the way passes, both ends included.
    """

    places: Mapping[str, Place]
    routes: Mapping[tuple[str, str], tuple[Place, ...]]
    columns: int
    rows: float


def lay_out(
    nodes: Sequence[str], edges: Iterable[tuple[str, str]], start: str, *, quick: bool = False
) -> MapLayout:
    """Lay out a graph that may hold circles, from ``start`` at the left.

    A start that is none of the nodes, as in a story half written, is the first of them. Ways
    that lead back are laid out as if they led forward, and drawn as they are. A quick layout is
    our own, which takes a twentieth of the time where there are many, and crosses more.
    """
    numbers = {node: index for index, node in enumerate(nodes)}
    wanted = sorted({(numbers[a], numbers[b]) for a, b in edges if a != b})
    back = _leading_back(len(nodes), wanted, numbers.get(start, 0))
    forward = sorted({(b, a) if (a, b) in back else (a, b) for a, b in wanted})
    places, bends = _place(len(nodes), forward, quick=quick)
    routes = {}
    for a, b in wanted:
        route = bends.get((b, a), ())[::-1] if (a, b) in back else bends.get((a, b), ())
        routes[nodes[a], nodes[b]] = (places[a], *route, places[b])
    return MapLayout(
        MappingProxyType({node: places[index] for node, index in numbers.items()}),
        MappingProxyType(routes),
        columns=int(max((column for column, _ in places), default=0)) + 1,
        rows=max((row for _, row in places), default=0.0) + 1,
    )


def _leading_back(count: int, edges: Sequence[Edge], start: int) -> set[Edge]:
    """Edges that close a circle, found by walking in depth from the start."""
    out: list[list[int]] = [[] for _ in range(count)]
    for a, b in edges:
        out[a].append(b)
    fresh, open_, done = 0, 1, 2
    seen = [fresh] * count
    back: set[Edge] = set()
    for root in (start, *range(count)) if count else ():
        if seen[root] != fresh:
            continue
        seen[root] = open_
        trail = [(root, iter(out[root]))]
        while trail:
            node, following = trail[-1]
            to = next(following, None)
            if to is None:
                seen[node] = done
                trail.pop()
            elif seen[to] == open_:
                back.add((node, to))
            elif seen[to] == fresh:
                seen[to] = open_
                trail.append((to, iter(out[to])))
    return back


Places = list[Place]
Bends = dict[Edge, tuple[Place, ...]]


def _place(count: int, edges: Sequence[Edge], *, quick: bool) -> tuple[Places, Bends]:
    layout: Callable[[int, Sequence[Edge]], tuple[Places, Bends]] = layered
    if edges and not quick:
        try:
            import fast_sugiyama  # noqa: F401 - late: only maps need it
        except ImportError:
            pass
        else:
            layout = _sugiyama
    return layout(count, edges)


def _sugiyama(count: int, edges: Sequence[Edge]) -> tuple[Places, Bends]:
    from fast_sugiyama import from_edges

    raw: dict[int, Place] = {}
    parts: list[Edge] = []
    shift = 0.0
    for positions, width, height, pieces in from_edges(
        edges, vertex_spacing=_SPACING, dummy_vertices=True, dummy_size=0.6
    ):
        for node, (x, y) in positions:
            raw[int(node)] = ((height - y) / _SPACING, (x + shift) / _SPACING)
        parts.extend((int(a), int(b)) for a, b in pieces or edges)
        shift += width + _SPACING
    for alone in range(count):
        if alone not in raw:
            raw[alone] = (0.0, shift / _SPACING)
            shift += _SPACING
    return _tidy(count, raw, _chains(count, parts, raw))


def _chains(count: int, parts: Sequence[Edge], raw: Mapping[int, Place]) -> Bends:
    """Join pieces that run through helper points (numbered from ``count``) to whole ways."""
    following = {a: b for a, b in parts if a >= count}
    bends: Bends = {}
    for a, b in parts:
        if a >= count:
            continue
        passed = []
        while b >= count:
            passed.append(raw[b])
            b = following[b]
        bends[a, b] = tuple(passed)
    return bends


def _tidy(count: int, raw: Mapping[int, Place], bends: Bends) -> tuple[Places, Bends]:
    """Start rows at 0, and draw them together until the closest two lie 1 apart."""
    columns: dict[float, list[float]] = {}
    for node in range(count):
        column, row = raw[node]
        columns.setdefault(round(column), []).append(row)
    gaps = [b - a for rows in columns.values() for a, b in pairwise(sorted(rows))]
    scale = 1 / min((gap for gap in gaps if gap > 0), default=1.0)
    top = min((row for _, row in raw.values()), default=0.0)

    def tidy(place: Place) -> Place:
        return float(round(place[0])), (place[1] - top) * scale

    return (
        [tidy(raw[node]) for node in range(count)],
        {edge: tuple(tidy(place) for place in passed) for edge, passed in bends.items()},
    )


def layered(count: int, edges: Sequence[Edge]) -> tuple[Places, Bends]:
    """Lay out a graph without circles by longest way in, then by its neighbours' rows."""
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for a, b in edges:
        before[b].append(a)
        after[a].append(b)
    column = _longest_ways_in(before, after)
    columns: list[list[int]] = [[] for _ in range(max(column, default=0) + 1)]
    for node in range(count):
        columns[column[node]].append(node)
    row = [0.0] * count
    for nodes in columns:
        _stack(nodes, row)
    for sweep in range(_SWEEPS):
        rightwards = sweep % 2 == 0
        for nodes in columns if rightwards else columns[::-1]:
            beside = before if rightwards else after
            middle = {
                node: sum(row[other] for other in beside[node]) / len(beside[node])
                if beside[node]
                else row[node]
                for node in nodes
            }
            nodes.sort(key=middle.__getitem__)
            _stack(nodes, row)
    highest = max(map(len, columns), default=0)
    return [
        (float(column[node]), row[node] + (highest - len(columns[column[node]])) / 2)
        for node in range(count)
    ], {}


def _longest_ways_in(before: Sequence[list[int]], after: Sequence[list[int]]) -> list[int]:
    column = [0] * len(before)
    waiting = [len(nodes) for nodes in before]
    ready = [node for node, left in enumerate(waiting) if not left]
    while ready:
        node = ready.pop()
        for to in after[node]:
            column[to] = max(column[to], column[node] + 1)
            waiting[to] -= 1
            if not waiting[to]:
                ready.append(to)
    return column


def _stack(nodes: Sequence[int], row: list[float]) -> None:
    """Give the points of one column rows 1 apart."""
    for index, node in enumerate(nodes):
        row[node] = float(index)
