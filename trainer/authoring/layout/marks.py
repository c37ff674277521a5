"""What is marked at each box: whether its scene is reached and left, and how much is to mend."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from trainer.authoring.plainly.told import Kind, kind_of
from trainer.authoring.source.parts import SPLIT
from trainer.scenario.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from trainer.authoring.document import Document
    from trainer.authoring.layout.graph import Graph
    from trainer.scenario.problems import Problem

_SHOWN: Final = frozenset({"unreachable-scene", "stuck", "endless", "stub-reached"})
"""What has a mark of its own, and is not counted once more."""


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
    found: dict[str, Marks] = {}
    for name, one in _with_scenes(document, problems):
        found[name] = _with(found.get(name, NONE), one)
    return found


def marks_of(graph: Graph, told: Mapping[str, Marks]) -> dict[str, Marks]:
    """Give the marks by scene: what problems say, and what no way leads to, as one types."""
    found = {name: marks for name, marks in told.items() if name in graph.lines}
    if graph.start in graph.lines:
        reached = graph.reach([graph.start])
        for name in graph.lines:
            if name not in reached:
                found[name] = replace(found.get(name, NONE), lost=True)
    return found


def _with(marks: Marks, one: Problem) -> Marks:
    if one.code == "unreachable-scene":
        return replace(marks, lost=True)
    if one.code == "stuck":
        return replace(marks, stuck=True)
    if one.code == "endless":
        return replace(marks, endless=True)
    if one.code in _SHOWN:
        return marks
    if kind_of(one) is Kind.UNWRITTEN:
        return replace(marks, unwritten=marks.unwritten + 1)
    if one.severity is Severity.ERROR:
        return replace(marks, errors=marks.errors + 1)
    if kind_of(one) is Kind.HINT:
        return marks
    if one.severity is Severity.WARNING:
        return replace(marks, warnings=marks.warnings + 1)
    return replace(marks, findings=marks.findings + 1)


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
