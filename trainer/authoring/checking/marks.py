"""Lines and columns of a text, and the characters and paths that they stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from trainer.authoring.source.nodes import Mapping
from trainer.scenario.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.parts import Part
    from trainer.scenario.problems import Problem

_BREAK: Final = re.compile("\r\n|\r|\n")


def breaks(text: str, start: int, end: int) -> int:
    """Count the line breaks between two characters, as YAML counts them."""
    count = text.count("\n", start, end)
    returns = text.count("\r", start, end)
    return count + returns - (text.count("\r\n", start, end) if returns else 0)


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


def offsets(text: str, marks: Iterable[Mark]) -> list[int]:
    """Give the characters at places that go by line, in one pass."""
    found, start, line = [], 0, 1
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


def first_lines(document: Document) -> list[int]:
    """Give the line at which each part of a document starts, from 1."""
    counts = [breaks(document.text, part.start, part.end) for part in document.parts]
    return list(accumulate(counts, initial=1))[: len(counts)]


def places_of(document: Document, problems: Iterable[Problem]) -> list[tuple[int, Path]]:
    """Give, for each problem, the character and the path of what it is about."""
    lines = first_lines(document)
    return [_place(document, lines, one) for one in problems]


def place_of(document: Document, problem: Problem) -> tuple[int, Path]:
    """Give the character and the path of what a problem is about; ``()`` for the whole file."""
    return places_of(document, [problem])[0]


def _place(document: Document, lines: list[int], problem: Problem) -> tuple[int, Path]:
    at = bisect_right(lines, problem.mark.line) - 1
    if at < 0 or document.broken is not None:
        return offset_in(document.text, problem.mark), ()
    part = document.parts[at]
    offset = offset_in(document.text, problem.mark, part.start, lines[at])
    return offset, _path(document, part, offset, problem)


_OF_HOLDERS: Final = frozenset(
    {"missing-key", "never-offered", "delegate-to-nobody", "direct-too-long", "filming-first"}
    | {"recording-not-asked", "police-not-asked", "wait-closes-delay", "no-targeted-feedback"}
)
"""Codes that stand at the first key of the mapping that they are about."""


def _path(document: Document, part: Part, offset: int, problem: Problem) -> Path:
    if _is_about_all(problem):
        return ()
    path = document.path_at(offset)
    if problem.code in _OF_HOLDERS or (problem.code, problem.case) == ("never-taken", "choice"):
        return _holder(document, path, offset)
    key = _key_of(document, path, offset)
    return path if key is None else key


def _is_about_all(problem: Problem) -> bool:
    return problem.mark == Mark() and problem.code not in ("missing-key", "unknown-key")


def _holder(document: Document, path: Path, offset: int) -> Path:
    """Give the path of the mapping that begins at a character."""
    for length in range(len(path), -1, -1):
        found = document.find(path[:length]) if length else None
        if found is None:
            continue
        part, node = found
        if isinstance(node, Mapping) and part.start + node.start == offset:
            return path[:length]
    return path[:-1] if len(path) == 1 else path


def _key_of(document: Document, path: Path, offset: int) -> Path | None:
    """Give the path whose key stands at a character, if one does."""
    for length in range(len(path), 0, -1):
        span = document.key_span(path[:length])
        if span is not None and span[0] <= offset < span[1]:
            return path[:length]
    return None
