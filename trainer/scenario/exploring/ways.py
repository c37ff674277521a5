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

    from trainer.scenario.exploring.space import Space

MOST: Final = 1_000_000_000
"""Above this the number of ways is not told."""

BUDGET: Final = 5_000_000
"""Edges that the search inside circles may try, all circles together."""

_Edges = dict[int, list[tuple[int, int]]]
"""For each state where it leads, and by how many choices."""


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
    shortest = _shortest(space)
    if shortest is None:
        return Ways(0, None, None)
    try:
        paths, longest = _Adding(space, budget).run()
    except _BudgetSpent:
        return Ways(None, shortest, None)
    return Ways(paths if paths <= MOST else None, shortest, longest)


class _BudgetSpent(Exception):  # noqa: N818 - caught here, never seen outside
    pass


def _shortest(space: Space) -> int | None:
    """Fewest decisions to an ending: breadth first; a scene that only goes on costs nothing."""
    ends = _ends(space)
    seen = bytearray(len(space.targets))
    here, further, decisions = [0], list[int](), 0
    while here:
        state = here.pop()
        if not seen[state]:
            seen[state] = True
            if ends[space.scenes[state]]:
                return decisions
            layer = further if space.offered[state] else here
            layer.extend(space.targets[state])
        if not here:
            here, further, decisions = further, [], decisions + 1
    return None


def _ends(space: Space) -> list[bool]:
    """Whether each scene, by its number, is an ending."""
    return [scene.ending is not None for scene in space.scenario.scenes.values()]


class _Adding:
    """Adds up from the endings backwards: first what leads into no circle, then the circles.

    For each state there is the number of ways from it to an ending, and the decisions on the
    longest of them, -1 where no way leads to an ending.
    """

    def __init__(self, space: Space, budget: int) -> None:
        self._space = space
        self._left = budget
        self._ways = [0] * len(space.targets)
        self._longest = [-1] * len(space.targets)

    def run(self) -> tuple[int, int]:
        """Count the ways from the start, never past ``MOST + 1``, and the longest."""
        self._add_settled()
        if self._longest[0] < 0:
            self._add_circles()
        return self._ways[0], self._longest[0]

    def _add_settled(self) -> None:
        """Add up the states from which no way leads into a circle, the endings first."""
        ends, scenes, targets = _ends(self._space), self._space.scenes, self._space.targets
        ways, longest = self._ways, self._longest
        for state in self._space.backwards().settled:
            if ends[scenes[state]]:
                ways[state], longest[state] = 1, 0
                continue
            several, furthest = 0, -1
            for target in targets[state]:
                if target != state:
                    several += ways[target]
                    if longest[target] > furthest:
                        furthest = longest[target]
            if furthest >= 0:
                ways[state] = several if several <= MOST else MOST + 1
                longest[state] = furthest + self._step(state)

    def _step(self, state: int) -> int:
        """Give the decisions made in going on from a state: one or none."""
        return 1 if self._space.offered[state] else 0

    def _add_circles(self) -> None:
        """Add up the states on ways that lead into a circle, part by part."""
        edges = self._edges(self._live())
        parts = list(_parts(edges))
        entries = _entries(edges, parts)
        for part in parts:
            inside = frozenset(part)
            out = {state: self._out(edges[state], state, inside) for state in part}
            if len(part) == 1:
                self._put(part[0], *out[part[0]])
                continue
            steps = {state: self._step(state) for state in part}
            search = _Search(edges, steps, out)
            for entry in part:
                if entry in entries:
                    self._left = search.run(entry, self._left)
                    self._put(entry, search.ways, search.longest)

    def _live(self) -> set[int]:
        """States not added up yet from which a way leads to an ending."""
        back = self._space.backwards()
        settled = set(back.settled)
        live: set[int] = set()
        waiting = [state for state in back.settled if self._longest[state] >= 0]
        while waiting:
            for state in back.before[waiting.pop()]:
                if state not in settled and state not in live:
                    live.add(state)
                    waiting.append(state)
        return live

    def _edges(self, live: set[int]) -> _Edges:
        """Edges of some states to what leads to an ending, those to themselves left out."""
        return {
            state: [
                (target, several)
                for target, several in Counter(self._space.targets[state]).items()
                if target != state and (target in live or self._longest[target] >= 0)
            ]
            for state in live
        }

    def _put(self, state: int, ways: int, longest: int) -> None:
        self._ways[state], self._longest[state] = min(ways, MOST + 1), longest

    def _out(
        self, edges: list[tuple[int, int]], state: int, inside: frozenset[int]
    ) -> tuple[int, int]:
        """Ways from a state that leave its part at once, and the longest; -1 for none."""
        ways, longest = 0, -1
        for target, several in edges:
            if target not in inside:
                ways += several * self._ways[target]
                longest = max(longest, self._step(state) + self._longest[target])
        return ways, longest


def _entries(edges: _Edges, parts: list[list[int]]) -> set[int]:
    """States by which a way can enter their part."""
    part_of = {state: number for number, part in enumerate(parts) for state in part}
    entries = {0}
    for state, here in part_of.items():
        for target, _several in edges[state]:
            if target in part_of and part_of[target] != here:
                entries.add(target)
    return entries


class _Search:
    """Tries every simple path inside one strongly connected part."""

    def __init__(
        self, edges: _Edges, steps: dict[int, int], out: dict[int, tuple[int, int]]
    ) -> None:
        self._out = out
        self._edges = {state: [edge for edge in edges[state] if edge[0] in out] for state in out}
        self._steps = steps
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


def _breadth_first(edges: _Edges, start: int) -> dict[int, int]:
    """Place of each state in the order in which a walk from ``start`` finds it."""
    place = {start: 0}
    waiting = [start]
    for state in waiting:
        for target, _several in edges[state]:
            if target not in place:
                place[target] = len(place)
                waiting.append(target)
    return place


def _parts(edges: _Edges) -> Iterator[list[int]]:
    """Strongly connected parts of what the start leads to, each after those it leads to.

    States that have no entry in ``edges`` are passed over. Tarjan's algorithm (SIAM Journal
    on Computing 1, 1972), without recursion.
    """
    index = {0: 0}
    low = {0: 0}
    open_: list[int] = [0]
    is_open = {0}
    stack = [(0, iter(edges[0]))]
    while stack:
        state, ahead = stack[-1]
        for target, _several in ahead:
            if target not in edges:
                continue
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
