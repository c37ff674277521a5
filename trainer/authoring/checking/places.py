"""Where in a document its problems stand: a character, and the path of what each is about.

Every view asks for that after every key, of all problems. So what was found in a part of the text
is kept as long as that part stays as it is, wherever it moves.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

from trainer.authoring.checking.marks import breaks, offset_in, offsets
from trainer.authoring.source.nodes import Mapping
from trainer.scenario.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Node
    from trainer.authoring.source.parts import Part
    from trainer.scenario.problems import Problem

_OF_HOLDERS: Final = frozenset(
    {"missing-key", "never-offered", "delegate-to-nobody", "direct-too-long", "filming-first"}
    | {"recording-not-asked", "police-not-asked", "wait-closes-delay", "no-targeted-feedback"}
)
"""Codes that stand at the first key of the mapping that they are about."""


class _Part(NamedTuple):
    """What is known of a part as long as it has this root and size."""

    root: Node | None
    size: int
    breaks: int
    places: dict[tuple[int, int, str, str, bool], tuple[int, Path]]
    """By line and column in the part, code and case: the character in the part, and the path."""


_known: WeakKeyDictionary[Document, tuple[int, list[_Part], list[int]]] = WeakKeyDictionary()
"""By document: its version, and its parts with the line at which each starts, then."""


def places_of(document: Document, problems: Iterable[Problem]) -> list[tuple[int, Path]]:
    """Give, for each problem, the character and the path of what it is about."""
    given = list(problems)
    if not given:
        return []
    if document.broken is not None or document.stale:
        turns = sorted(range(len(given)), key=lambda at: given[at].mark.line)
        there = offsets(document.text, (given[at].mark for at in turns))
        return [(offset, ()) for _at, offset in sorted(zip(turns, there, strict=True))]
    parts, lines = _parts(document)
    return [_place(document, parts, lines, one) for one in given]


def place_of(document: Document, problem: Problem) -> tuple[int, Path]:
    """Give the character and the path of what a problem is about; ``()`` for the whole file."""
    return places_of(document, [problem])[0]


def first_lines(document: Document) -> list[int]:
    """Give the line at which each part of a document starts, from 1."""
    return _parts(document)[1]


def _parts(document: Document) -> tuple[list[_Part], list[int]]:
    known = _known.get(document)
    if known is not None and known[0] == document.version:
        return known[1], known[2]
    before = {} if known is None else {id(one.root): one for one in known[1]}
    parts = [_part(document, part, before) for part in document.parts]
    lines = list(accumulate((one.breaks for one in parts), initial=1))[: len(parts)]
    _known[document] = (document.version, parts, lines)
    return parts, lines


def _part(document: Document, part: Part, before: dict[int, _Part]) -> _Part:
    known = before.get(id(part.root))
    if known is not None and part.root is not None and known.size == part.size:
        return known
    return _Part(part.root, part.size, breaks(document.text, part.start, part.end), {})


def _place(
    document: Document, parts: list[_Part], lines: list[int], problem: Problem
) -> tuple[int, Path]:
    at = bisect_right(lines, problem.mark.line) - 1
    if at < 0:
        return offset_in(document.text, problem.mark), ()
    part = document.parts[at]
    # Of two scenes of one name, a path leads to the first.
    first = not part.scene or document.scenes().get(part.name or "") is part
    line, column = problem.mark.line - lines[at], problem.mark.column
    key = line, column, problem.code, problem.case, first
    found = parts[at].places.get(key)
    if found is None:
        offset = offset_in(document.text, problem.mark, part.start, lines[at])
        found = parts[at].places[key] = (
            offset - part.start,
            _path(document, part, offset, problem),
        )
    return part.start + found[0], () if _is_about_all(problem) else found[1]


def _path(document: Document, part: Part, offset: int, problem: Problem) -> Path:
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
