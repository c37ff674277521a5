"""Which field of a form a problem belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.plainly.targets import targets
from trainer.authoring.plainly.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.scenario.problems import Problem


def of_problems(document: Document, problems: Iterable[Problem], inside: Path = ()) -> list[Told]:
    """Give the problems inside something, each with the field in which it is mended."""
    given = problems if isinstance(problems, tuple) else list(problems)
    return [
        Told(document, [(one, path)])
        for one, path in zip(given, targets(document, given), strict=True)
        if path[: len(inside)] == inside
    ]


def nearest(path: Path, fields: Mapping[Path, object]) -> Path | None:
    """Give the innermost of the fields' paths that a path is in; None if it is in none."""
    for depth in range(len(path), 0, -1):
        if path[:depth] in fields:
            return path[:depth]
    return None
