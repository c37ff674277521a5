"""What is marked at each box: whether its scene is reached and left, and how much is to mend."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring.plainly.told import Kind
from trainer.authoring.source.parts import SPLIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.authoring.layout.graph import Graph
    from trainer.authoring.plainly.told import Told

_OWN: Final = MappingProxyType(
    {"unreachable-scene": "lost", "stuck": "stuck", "endless": "endless", "stub-reached": ""}
)
"""What has a mark of its own, and is not counted once more."""

_BY_KIND: Final = MappingProxyType(
    {
        Kind.ERROR: "errors",
        Kind.UNWRITTEN: "unwritten",
        Kind.WARNING: "warnings",
        Kind.METHOD: "findings",
    }
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked at one box.

    ``lost`` means that nothing leads there from the start, ``stuck`` that somebody can stand
    there with no way on, ``endless`` that no ending can be reached from there any more;
    ``unwritten`` counts what is no mistake and only not written yet.
    """

    lost: bool = False
    stuck: bool = False
    endless: bool = False
    errors: int = 0
    unwritten: int = 0
    warnings: int = 0
    findings: int = 0


NONE: Final = Marks()


def counted(lines: Iterable[Told]) -> dict[str, Marks]:
    """Give by scene what the author is told of it, counted as in the list of problems."""
    found: dict[str, list[str]] = {}
    for one in lines:
        name, sort = scene_of(one), _sort_of(one)
        if name and sort:
            found.setdefault(name, []).append(sort)
    return {name: _marks(tuple(sorts)) for name, sorts in found.items()}


def scene_of(line: Told) -> str:
    """Give the scene in which something is to be mended or written; empty if in none."""
    path = line.path
    return str(path[1]) if len(path) > 1 and path[0] == SPLIT else ""


@lru_cache(maxsize=512)
def _marks(sorts: tuple[str, ...]) -> Marks:
    """Give the marks of these sorts; the very same for the same, as a map looks at each."""
    count = Counter(sorts)
    return Marks(
        lost=count["lost"] > 0,
        stuck=count["stuck"] > 0,
        endless=count["endless"] > 0,
        errors=count["errors"],
        unwritten=count["unwritten"],
        warnings=count["warnings"],
        findings=count["findings"],
    )


def lost_in(graph: Graph) -> frozenset[str]:
    """Give the scenes to which nothing leads from the start; none while there is no start."""
    if graph.start not in graph.lines:
        return frozenset()
    return frozenset(graph.lines.keys() - graph.reach([graph.start]))


def marks_of(
    graph: Graph, told: Mapping[str, Marks], lost: Iterable[str] | None = None
) -> dict[str, Marks]:
    """Give the marks by scene: what problems say, and what no way leads to, as one types.

    ``lost`` is what :func:`lost_in` gives, of whoever knows it already.
    """
    found = {name: marks for name, marks in told.items() if name in graph.lines}
    for name in lost_in(graph) if lost is None else lost:
        found[name] = replace(found.get(name, NONE), lost=True)
    return found


def _sort_of(line: Told) -> str:
    """Say where in the marks a line belongs; empty if it has no mark."""
    if all([one.code in _OWN for one in line.problems]):
        return _OWN[line.problems[0].code]
    return _BY_KIND.get(line.kind, "")
