"""Where in a document its problems stand: a character, and the path of what each is about.

Every view asks for that after every key, of all problems. So what was found in a part of the text
is kept with that part, as long as it is there, wherever it moves.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

from trainer.authoring.checking.marks import offset_in, offsets
from trainer.authoring.source.nodes import Mapping
from trainer.scenario.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.parts import Part
    from trainer.scenario.problems import Problem

_OF_HOLDERS: Final = frozenset(
    {"missing-key", "never-offered", "delegate-to-nobody", "direct-too-long", "filming-first"}
    | {
        "same-words",
        "forgotten-target",
        "recording-not-asked",
        "police-not-asked",
        "wait-closes-delay",
        "no-targeted-feedback",
    }
)
"""Codes that stand at the first key of the mapping that they are about."""


class _Asked(NamedTuple):
    """What was asked last of a document, of which version, and what was found."""

    version: int
    stale: bool
    problems: object
    places: list[tuple[int, Path]]


_asked: WeakKeyDictionary[Document, _Asked] = WeakKeyDictionary()
"""By document: every view asks for the same problems, one after the other."""

_PLACES: Final = "places of problems"
"""By that, a part keeps the places in it: by line and column in it, code and case, and whether
it is the first of its name; the character in the part, and the path."""


def places_of(document: Document, problems: Iterable[Problem]) -> list[tuple[int, Path]]:
    """Give, for each problem, the character and the path of what it is about."""
    asked = _asked.get(document)
    now = document.version, document.stale
    if asked is not None and asked.problems is problems and asked[:2] == now:
        return asked.places
    found = _places_of(document, list(problems))
    if isinstance(problems, tuple):  # What stays as it is.
        _asked[document] = _Asked(*now, problems, found)
    return found


def _places_of(document: Document, given: list[Problem]) -> list[tuple[int, Path]]:
    if not given:
        return []
    if document.broken is not None or document.stale:
        turns = sorted(range(len(given)), key=lambda at: given[at].mark.line)
        there = offsets(document.text, (given[at].mark for at in turns))
        return [(offset, ()) for _at, offset in sorted(zip(turns, there, strict=True))]
    lines = document.lines_before()
    scenes = document.scenes()
    return [_place(document, scenes, lines, one) for one in given]


def place_of(document: Document, problem: Problem) -> tuple[int, Path]:
    """Give the character and the path of what a problem is about; ``()`` for the whole file."""
    return places_of(document, [problem])[0]


def _place(
    document: Document, scenes: dict[str, Part], lines: list[int], problem: Problem
) -> tuple[int, Path]:
    line, column = problem.mark.line, problem.mark.column
    at = bisect_right(lines, line - 1) - 1
    if at < 0:
        return offset_in(document.text, problem.mark), ()
    part = document.parts[at]
    # Of two scenes of one name, a path leads to the first.
    first = not part.scene or scenes.get(part.name or "") is part
    kept = part.memo.get(_PLACES)
    if not isinstance(kept, dict):
        kept = part.memo[_PLACES] = {}
    key = line - lines[at], column, problem.code, problem.case, first
    found: tuple[int, Path] | None = kept.get(key)
    if found is None:
        offset = offset_in(document.text, problem.mark, part.start, lines[at] + 1)
        found = kept[key] = (offset - part.start, _path(document, part, offset, problem))
    about_all = line == 1 and _is_about_all(problem)
    return part.start + found[0], () if about_all else found[1]


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
