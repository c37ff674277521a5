"""Counting the ways from the start to an ending, by choices alone.

A way visits no state twice. Where the states form no circle, counting is adding up
from the endings backwards, exactly. A circle needs a search; but a way enters and
leaves each strongly connected part at most once, so the search stays inside that part,
and what lies behind each exit is already known. Timers are left out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.scenario.space import Space

MOST: Final = 1_000_000_000
"""Above this the number of ways is not told."""

BUDGET: Final = 5_000_000
"""Edges that the search inside circles may try, all circles together."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Number of ways, and the decisions on the shortest and the longest of them.

    ``paths`` is None above ``MOST``, and with ``longest`` when the search ran out of its
    budget; without an ending in reach it is 0 and both others are None.
    """

    paths: int | None
    shortest: int | None
    longest: int | None


def count(space: Space, budget: int = BUDGET) -> Ways:
    """Count the ways through a space; it was explored completely."""
    graph = _Graph(space)
    if 0 not in graph.live:
        return Ways(0, None, None)
    shortest = _shortest(graph)
    try:
        paths, longest = _Counter(graph, budget).run()
    except _BudgetSpent:
        return Ways(None, shortest, None)
    return Ways(paths if paths <= MOST else None, shortest, longest)


class _BudgetSpent(Exception):  # noqa: N818 - caught here, never seen outside
    pass


class _Graph:
    """The states on ways to an ending. ``edges[s]``: (state, choices that lead there)."""

    def __init__(self, space: Space) -> None:
        reached = _reached(space.targets, 0)
        self.endings = {state for state in reached if space.scene(state).ending}
        back: dict[int, list[int]] = {state: [] for state in reached}
        for state in reached:
            for target in space.targets[state]:
                back[target].append(state)
        self.live = reached & _reached(back, *self.endings)
        self.decides = {state for state in self.live if space.offered[state]}
        self.edges: dict[int, list[tuple[int, int]]] = {
            state: [
                (target, several)
                for target, several in Counter(space.targets[state]).items()
                if target in self.live and target != state
            ]
            for state in self.live
        }

    def step(self, state: int) -> int:
        """Give the decisions made in going on from a state: one or none."""
        return 1 if state in self.decides else 0


def _reached(edges: list[tuple[int, ...]] | dict[int, list[int]], *sources: int) -> set[int]:
    reached = set(sources)
    waiting = list(sources)
    while waiting:
        for target in edges[waiting.pop()]:
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


def _shortest(graph: _Graph) -> int:
    """Fewest decisions to an ending: breadth first; a scene that only goes on costs nothing."""
    seen: set[int] = set()
    here, further, decisions = [0], list[int](), 0
    while here:
        state = here.pop()
        if state in graph.endings:
            return decisions
        if state not in seen:
            seen.add(state)
            layer = further if state in graph.decides else here
            layer.extend(target for target, _several in graph.edges[state] if target not in seen)
        if not here:
            here, further, decisions = further, [], decisions + 1
    raise AssertionError("an ending is in reach")


class _Counter:
    """Adds up from the endings backwards, part by part."""

    def __init__(self, graph: _Graph, budget: int) -> None:
        self._graph = graph
        self._left = budget
        self._ways: dict[int, int] = {}
        self._longest: dict[int, int] = {}

    def run(self) -> tuple[int, int]:
        """Count the ways from the start, never past ``MOST + 1``, and the longest."""
        parts = list(_parts(self._graph.edges))
        entries = self._entries(parts)
        for part in parts:
            if len(part) == 1:
                self._put(part[0], *self._out(part[0], frozenset()))
            else:
                inside = frozenset(part)
                search = _Search(self._graph, inside, {s: self._out(s, inside) for s in part})
                for entry in part:
                    if entry in entries:
                        self._left = search.run(entry, self._left)
                        self._put(entry, search.ways, search.longest)
        return self._ways[0], self._longest[0]

    def _put(self, state: int, ways: int, longest: int) -> None:
        self._ways[state], self._longest[state] = min(ways, MOST + 1), longest

    def _entries(self, parts: list[list[int]]) -> set[int]:
        """States by which a way can enter their part."""
        part_of = {state: number for number, part in enumerate(parts) for state in part}
        entries = {0}
        for state, edges in self._graph.edges.items():
            here = part_of[state]
            entries.update(target for target, _several in edges if part_of[target] != here)
        return entries

    def _out(self, state: int, inside: frozenset[int]) -> tuple[int, int]:
        """Ways from a state that leave its part at once, and the longest; -1 for none."""
        if state in self._graph.endings:
            return 1, 0
        ways, longest = 0, -1
        for target, several in self._graph.edges[state]:
            if target not in inside:
                ways += several * self._ways[target]
                longest = max(longest, self._graph.step(state) + self._longest[target])
        return ways, longest


class _Search:
    """Tries every simple path inside one strongly connected part."""

    def __init__(
        self, graph: _Graph, inside: frozenset[int], out: dict[int, tuple[int, int]]
    ) -> None:
        self._out = out
        self._edges = {
            state: [edge for edge in graph.edges[state] if edge[0] in inside] for state in inside
        }
        self._steps = {state: graph.step(state) for state in inside}
        self.ways, self.longest = 0, -1

    def run(self, entry: int, budget: int) -> int:
        """Set the ways from ``entry`` and the longest; give the budget that is left.

        Raises:
            _BudgetSpent: more edges would have to be tried.

        """
        if self._at_least(entry) > budget:
            raise _BudgetSpent
        out, steps, edges = self._out, self._steps, self._edges
        ways, longest = out[entry]
        on_way = {entry}
        stack = [(entry, iter(edges[entry]), 1, 0)]
        while stack:
            state, ahead, several, decisions = stack[-1]
            for target, more in ahead:
                budget -= 1
                if target not in on_way:
                    several *= more
                    decisions += steps[state]
                    ways += several * out[target][0]
                    if out[target][1] >= 0:
                        longest = max(longest, decisions + out[target][1])
                    on_way.add(target)
                    stack.append((target, iter(edges[target]), several, decisions))
                    break
            else:
                on_way.discard(state)
                stack.pop()
            if budget < 0:
                raise _BudgetSpent
        self.ways, self.longest = ways, longest
        return budget

    def _at_least(self, entry: int) -> int:
        """Edges that the search will surely try, so that a hopeless one is not begun.

        Each simple path is tried as its last edge. Those that only go on in the order of
        a breadth-first walk are simple, and are counted by adding up.
        """
        place = _breadth_first(self._edges, entry)
        paths = dict.fromkeys(place, 0)
        paths[entry] = 1
        for state, here in place.items():
            if paths[state] > BUDGET:
                return paths[state]
            for target, _several in self._edges[state]:
                if place[target] > here:
                    paths[target] += paths[state]
        return sum(paths.values()) - 1


def _breadth_first(edges: dict[int, list[tuple[int, int]]], start: int) -> dict[int, int]:
    """Place of each state in the order in which a walk from ``start`` finds it."""
    place = {start: 0}
    waiting = [start]
    for state in waiting:
        for target, _several in edges[state]:
            if target not in place:
                place[target] = len(place)
                waiting.append(target)
    return place


def _parts(edges: dict[int, list[tuple[int, int]]]) -> Iterator[list[int]]:
    """Strongly connected parts of what the start leads to, each after those it leads to.

    Tarjan's algorithm (SIAM Journal on Computing 1, 1972), without recursion.
    """
    index = {0: 0}
    low = {0: 0}
    open_: list[int] = [0]
    is_open = {0}
    stack = [(0, iter(edges[0]))]
    while stack:
        state, ahead = stack[-1]
        for target, _several in ahead:
            if target not in index:
                index[target] = low[target] = len(index)
                open_.append(target)
                is_open.add(target)
                stack.append((target, iter(edges[target])))
                break
            if target in is_open:
                low[state] = min(low[state], index[target])
        else:
            stack.pop()
            if stack:
                below = stack[-1][0]
                low[below] = min(low[below], low[state])
            if low[state] == index[state]:
                part = [open_.pop()]
                while part[-1] != state:
                    part.append(open_.pop())
                is_open.difference_update(part)
                yield part
