"""Which field of a form a problem belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.plainly.targets import targets
from trainer.authoring.plainly.told import Told
from trainer.authoring.source.parts import SPLIT

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


def outside_scenes(document: Document, problems: tuple[Problem, ...]) -> list[Told]:
    """Give the problems of a story that are in no scene of it, as :func:`of_problems` does."""
    paths = targets(document, problems)
    return [
        Told(document, [(one, path)])
        for one, path in zip(problems, paths, strict=True)
        if path[:1] != (SPLIT,)
    ]


class Placed:
    """The problems of a document by what they are in: asked for one thing after the other."""

    def __init__(self) -> None:
        self._of: tuple[Document, int, bool] | None = None
        self._problems: tuple[Problem, ...] = ()
        self._by_thing: dict[Path, list[tuple[Problem, Path]]] = {}

    def inside(self, document: Document, problems: tuple[Problem, ...], thing: Path) -> list[Told]:
        """Give the problems inside something, as :func:`of_problems` does."""
        now = document, document.version, document.stale
        # The very same ones: to compare a thousand problems takes a while.
        if problems is not self._problems or now != self._of:
            self._of, self._problems, self._by_thing = now, problems, {}
            for one, path in zip(problems, targets(document, problems), strict=True):
                self._by_thing.setdefault(path[:2], []).append((one, path))
        if len(thing) >= 2:
            found = self._by_thing.get(thing[:2], [])
        else:
            found = [one for some in self._by_thing.values() for one in some]
        return [Told(document, [(one, path)]) for one, path in found if path[: len(thing)] == thing]


def nearest(path: Path, fields: Mapping[Path, object]) -> Path | None:
    """Give the innermost of the fields' paths that a path is in; None if it is in none."""
    for depth in range(len(path), 0, -1):
        if path[:depth] in fields:
            return path[:depth]
    return None
