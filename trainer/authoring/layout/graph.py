"""Scenes and ways as the map draws them: one line between two boxes, however many ways it is."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.authoring.outline import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from trainer.authoring.outline import Outline, SceneLine, Way

Ends = tuple[str, str]
"""From where to where a way leads."""


@dataclass(frozen=True, slots=True)
class Graph:
    """What leads where.

    Attributes:
        lines: the scenes by name.
        start: the first scene, which need not be there.
        out: by scene and target, the ways that lead there.
        into: by target, the scenes from which ways lead there.
        ghosts: targets that are no scenes.

    """

    lines: Mapping[str, SceneLine]
    start: str
    out: Mapping[str, Mapping[str, tuple[Way, ...]]]
    into: Mapping[str, tuple[str, ...]]
    ghosts: tuple[str, ...]

    def names(self) -> list[str]:
        """Give every box, scenes first."""
        return [*self.lines, *self.ghosts]

    def edges(self) -> list[Ends]:
        """Give every line between two boxes."""
        return [(name, to) for name, targets in self.out.items() for to in targets]

    def reach(self, names: Iterable[str], closed: Collection[str] = ()) -> set[str]:
        """Give what can be reached from some boxes, these included, never on from ``closed``."""
        seen = set(names)
        waiting = deque(seen)
        while waiting:
            name = waiting.popleft()
            for to in () if name in closed else self.out.get(name, ()):
                if to not in seen:
                    seen.add(to)
                    waiting.append(to)
        return seen

    def leading_to(self, names: Iterable[str]) -> set[str]:
        """Give the boxes from which one of these can be reached, these included."""
        seen = set(names)
        waiting = deque(seen)
        while waiting:
            for before in self.into.get(waiting.popleft(), ()):
                if before not in seen:
                    seen.add(before)
                    waiting.append(before)
        return seen


def graph_of(outline: Outline) -> Graph:
    """Make the graph of an outline; each map is in the order in which things are written."""
    out: dict[str, dict[str, tuple[Way, ...]]] = {}
    into: dict[str, list[str]] = {}
    for name, line in outline.scenes.items():
        targets = out[name] = _targets(line)
        for to in targets:
            into.setdefault(to, []).append(name)
    ghosts = tuple(to for to in into if to not in outline.scenes)
    return Graph(
        outline.scenes,
        outline.start,
        out,
        {to: tuple(names) for to, names in into.items()},
        ghosts,
    )


def _targets(line: SceneLine) -> dict[str, tuple[Way, ...]]:
    targets: dict[str, tuple[Way, ...]] = {}
    for way in line.ways:
        targets[way.to] = (*targets.get(way.to, ()), way)
    return targets


def renewed(graph: Graph, outline: Outline) -> Graph | None:
    """Give the graph with other texts in its scenes; None if scenes are others, or lead elsewhere.

    What is said of a way may be something else: which choice it is, or that it has a condition.
    """
    old, new = graph.lines, outline.scenes
    if graph.start != outline.start or list(old) != list(new):
        return None
    others: dict[str, Mapping[str, tuple[Way, ...]]] = {}
    for name, line in new.items():
        before = old[name]
        if line is not before and line.ways != before.ways:
            others[name] = _targets(line)
            if list(others[name]) != list(graph.out[name]):
                return None
    out = {**graph.out, **others} if others else graph.out
    return Graph(new, graph.start, out, graph.into, graph.ghosts)


def changed(graph: Graph, outline: Outline) -> Graph:
    """Give the graph of an outline, as :func:`graph_of` does: quickly, if little is another."""
    old, new = graph.lines, outline.scenes
    others = {
        name: graph.out[name] if name in old and old[name].ways == line.ways else _targets(line)
        for name, line in new.items()
        if line is not old.get(name)
    }
    gone = old.keys() - new.keys()
    stay = [name for name in new if name in old]
    if len(others) + len(gone) > len(stay) or stay != [name for name in old if name not in gone]:
        return graph_of(outline)
    out = {name: others[name] if name in others else graph.out[name] for name in new}
    into = _into(graph, out, {*others, *gone})
    return Graph(new, outline.start, out, into, _ghosts(out, into))


def _into(
    graph: Graph, out: Mapping[str, Mapping[str, object]], others: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """Give from where each is led to, after ``others`` have changed, in the order of the scenes."""
    into = dict(graph.into)
    places = {name: place for place, name in enumerate(out)}
    touched = {to for name in others for to in (*graph.out.get(name, ()), *out.get(name, ()))}
    for to in touched:
        names = {name for name in into.pop(to, ()) if name not in others}
        names.update(name for name in others if to in out.get(name, ()))
        if names:
            into[to] = tuple(sorted(names, key=places.__getitem__))
    return into


def _ghosts(
    out: Mapping[str, Mapping[str, object]], into: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Give the targets that are no scenes, in the order in which they are first led to."""
    ghosts = {to for to in into if to not in out}
    firsts = {into[to][0] for to in ghosts}
    told = (to for name in out if name in firsts for to in out[name] if to in ghosts)
    return tuple(dict.fromkeys(told))


def folded_away(graph: Graph, folded: Collection[str]) -> dict[str, frozenset[str]]:
    """Give, by folded scene that still shows, what hides behind it.

    That is what can be reached only through folded scenes. Scenes that the start does not reach
    show unless a folded one of their own leads there.
    """
    closed = {name for name in folded if name in graph.lines}
    if not closed:
        return {}
    told = graph.reach({graph.start} & graph.lines.keys())
    apart = set(graph.names()) - told
    behind = graph.reach(to for name in closed & apart for to in graph.out[name]) - closed
    shown = graph.reach(({graph.start} & graph.lines.keys()) | (apart - behind), closed)
    hidden = set(graph.names()) - shown
    found = {}
    for name in graph.lines:
        if name in closed and name in shown:
            mine = graph.reach(graph.out[name]) & hidden
            if mine:
                found[name] = frozenset(mine)
    return found


def without(graph: Graph, hidden: Collection[str]) -> Graph:
    """Give the graph without some boxes and the ways from and to them."""
    if not hidden:
        return graph
    return Graph(
        {name: line for name, line in graph.lines.items() if name not in hidden},
        graph.start,
        {
            name: {to: ways for to, ways in targets.items() if to not in hidden}
            for name, targets in graph.out.items()
            if name not in hidden
        },
        {
            to: tuple(name for name in names if name not in hidden)
            for to, names in graph.into.items()
            if to not in hidden
        },
        tuple(name for name in graph.ghosts if name not in hidden),
    )


def ways_through(graph: Graph, name: str) -> frozenset[Ends]:
    """Give every line on a way from the start to a scene, and on from it to an ending."""
    before = graph.leading_to([name]) & graph.reach([graph.start])
    endings = [one for one, line in graph.lines.items() if line.kind is Kind.ENDING]
    after = graph.reach([name]) & graph.leading_to(endings)
    return frozenset(
        (one, to)
        for part in (before, after)
        for one in part
        for to in graph.out.get(one, ())
        if to in part
    )
