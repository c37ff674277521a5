"""What is marked at each box: whether its scene is reached and left, and how much is to mend."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring.plainly.told import Kind, kind_of
from trainer.authoring.source.parts import SPLIT
from trainer.scenario.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from trainer.authoring.document import Document
    from trainer.authoring.layout.graph import Graph
    from trainer.scenario.problems import Problem

_OWN: Final = MappingProxyType(
    {"unreachable-scene": "lost", "stuck": "stuck", "endless": "endless", "stub-reached": ""}
)
"""What has a mark of its own, and is not counted once more."""

_BY_SEVERITY: Final = MappingProxyType(
    {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.METHOD: "findings"}
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


def counted(document: Document, problems: Iterable[Problem]) -> dict[str, Marks]:
    """Give by scene what problems say of it, however far each is from being mended."""
    found: dict[str, Counter[str]] = {}
    for name, one in _with_scenes(document, problems):
        sort = _sort_of(one)
        if sort:
            found.setdefault(name, Counter())[sort] += 1
    return {name: _marks(sorts) for name, sorts in found.items()}


def _marks(sorts: Counter[str]) -> Marks:
    return Marks(
        lost=sorts["lost"] > 0,
        stuck=sorts["stuck"] > 0,
        endless=sorts["endless"] > 0,
        errors=sorts["errors"],
        unwritten=sorts["unwritten"],
        warnings=sorts["warnings"],
        findings=sorts["findings"],
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


def _sort_of(one: Problem) -> str:
    """Say where in the marks a problem belongs; empty if it has no mark."""
    if one.code in _OWN:
        return _OWN[one.code]
    if kind_of(one) is Kind.UNWRITTEN:
        return "unwritten"
    if kind_of(one) is Kind.HINT:
        return ""
    return _BY_SEVERITY[one.severity]


def _with_scenes(document: Document, problems: Iterable[Problem]) -> Iterator[tuple[str, Problem]]:
    """Go through the problems that stand in scenes, with the scene's name."""
    before = document.lines_before()
    for one in problems:
        at = bisect_right(before, one.mark.line - 1) - 1
        # A part that holds no line of its own begins on the line of the one after.
        part = document.parts[at] if 0 <= at < len(document.parts) else None
        if part is not None and part.scene and part.name is not None:
            yield part.name, one
        elif part is not None and part.name is None:
            path = document.path_at(_offset(document.text, one))
            if len(path) > 1 and path[0] == SPLIT:
                yield str(path[1]), one


def _offset(text: str, one: Problem) -> int:
    """Give where in the text a problem stands."""
    at = 0
    for _line in range(one.mark.line - 1):
        found = text.find("\n", at)
        if found < 0:
            return len(text)
        at = found + 1
    return min(len(text), at + one.mark.column - 1)
