"""Which field of a form a problem belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.checking.marks import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.scenario.problems import Problem


def of_problems(
    document: Document, problems: Iterable[Problem], inside: Path = ()
) -> list[tuple[Path, Problem]]:
    """Give the problems inside something with their places; what is missing has its place, too."""
    given = list(problems)
    found = []
    for (_offset, path), one in zip(places_of(document, given), given, strict=True):
        missing = one.params.get("key")
        if one.code == "missing-key" and isinstance(missing, str):
            path = (*path, missing)
        if path[: len(inside)] == inside:
            found.append((path, one))
    return found


def nearest(path: Path, fields: Mapping[Path, object]) -> Path | None:
    """Give the innermost of the fields' paths that a path is in; None if it is in none."""
    for depth in range(len(path), 0, -1):
        if path[:depth] in fields:
            return path[:depth]
    return None
