"""What is wrong, by the line of the text that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from trainer.authoring.typing.lexing import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.scenario.problems import Problem

_THING: Final = re.compile(r"""\s*(?:[\w-]+|"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|\S+)""")


class Marks:
    """Problems by lines, counted from 0."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._lines: list[int] = []

    def renew(self, problems: Sequence[Problem]) -> None:
        """Take other problems."""
        self._found = sorted(problems, key=lambda one: (one.mark.line, one.mark.column))
        self._lines = [one.mark.line - 1 for one in self._found]

    def at(self, line: int) -> list[Problem]:
        """Give what is wrong in a line."""
        first, last = bisect_left(self._lines, line), bisect_right(self._lines, line)
        return self._found[first:last]

    def spans(self, line: int, text: str) -> list[Span]:
        """Give where in a line what is wrong stands; the worst comes last."""
        found = self.at(line)
        made = [Span(*_extent(text, one.mark.column - 1), one.severity.value) for one in found]
        order = ("method", "warning", "error")
        return sorted(made, key=lambda one: order.index(one.kind))

    def next(self, line: int, column: int, step: int) -> tuple[int, Problem] | None:
        """Give the line and the problem after a place, or before it; round the end of the file."""
        if not self._found:
            return None
        places = list(zip(self._lines, (one.mark.column - 1 for one in self._found), strict=True))
        at = (
            bisect_right(places, (line, column))
            if step > 0
            else bisect_left(places, (line, column)) - 1
        )
        at %= len(places)
        return self._lines[at], self._found[at]


def _extent(text: str, column: int) -> tuple[int, int]:
    """Give where the thing at a column starts and ends; an empty line has none."""
    column = min(max(column, 0), len(text))
    found = _THING.match(text, column)
    if found is None:
        return max(0, min(column, len(text)) - 1), len(text)
    end = found.end()
    start = end - len(found.group().lstrip())
    return start, end
