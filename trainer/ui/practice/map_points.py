"""What the path map shows, as plain data: points, ways, and a sentence for each point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.method.ds import D


@dataclass(frozen=True, slots=True)
class Point:
    """One scene on the map.

    Args:
        scene: id of the scene.
        label: what was done there, for a decision on the taken path; else empty.
        d: what that choice was, or None.
        index: position of that decision in the run, or None where nothing was decided.
        taken: the run passed here.
        ending: the story ends here.
        sentence: the point in words, for tooltip, outline and screen reader.

    """

    scene: str
    label: str = ""
    d: D | None = None
    index: int | None = None
    taken: bool = False
    ending: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class PathPicture:
    """The map of all ways with the taken one: ``taken`` are (from, to) in order."""

    points: tuple[Point, ...]
    ways: tuple[tuple[str, str], ...]
    taken: tuple[tuple[str, str], ...]
    start: str
