"""Lines and columns of a text, and the characters that they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from trainer.authoring.source.around import breaks
from trainer.scenario.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable


_BREAK: Final = re.compile("\r\n|\r|\n")


def offset_in(text: str, mark: Mark, start: int = 0, line: int = 1) -> int:
    """Give the character at a line and a column.

    Args:
        text: what they count in.
        mark: line and column, from 1.
        start: a character at which a line starts, before that place.
        line: the number of that line.

    """
    for _step in range(mark.line - line):
        found = _BREAK.search(text, start)
        if found is None:
            return len(text)
        start = found.end()
    return min(start + mark.column - 1, len(text))


def offsets(text: str, marks: Iterable[Mark], start: int = 0, line: int = 1) -> list[int]:
    """Give the characters at places that go by line, in one pass.

    Args:
        text: what they count in.
        marks: lines and columns, from 1.
        start: a character at which a line starts, before all of them.
        line: the number of that line.

    """
    found = []
    for mark in marks:
        if mark.line > line:
            start = offset_in(text, Mark(mark.line, 1), start, line)
            line = mark.line
        found.append(min(start + mark.column - 1, len(text)))
    return found


def marks(text: str, places: Iterable[int]) -> list[Mark]:
    """Give line and column of characters that go from the start of a text on, in one pass."""
    found, line, seen = [], 1, 0
    returns = "\r" in text
    for place in places:
        line += breaks(text, seen, place)
        seen = max(seen, place)
        start = text.rfind("\n", 0, place) + 1
        if returns:
            start = max(start, text.rfind("\r", start, place) + 1)
        found.append(Mark(line, place - start + 1))
    return found
