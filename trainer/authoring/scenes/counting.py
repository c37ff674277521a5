"""In how many places each name is used: of all names at once, and of each scene only once.

Which places those are is told by :mod:`trainer.authoring.scenes.usage`, of one name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from trainer.authoring.scenes import spots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.scenes.spots import SceneNode, Spot
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.parts import Part

_COUNTS: Final = "counts of names"
"""By that, a part keeps how often names are used in it."""

_SOME: Final = 50
"""Scenes that are counted in one go."""


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many places names are used.

    Attributes:
        people: by person of the cast.
        asked: by what the story remembers, where it is asked for.
        changed: by what the story remembers, where it becomes something else.

    """

    people: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)

    def add(self, other: Counts) -> None:
        """Add what is used elsewhere."""
        self.people.update(other.people)
        self.asked.update(other.asked)
        self.changed.update(other.changed)


def of_document(document: Document) -> Counts:
    """Count in all scenes."""
    found = Counts()
    for _step in steps_of(document, found):
        pass
    return found


def steps_of(document: Document, found: Counts) -> Iterator[None]:
    """Count in all scenes, some at each step."""
    if document.scenes():
        for at, part in enumerate(document.parts):
            if part.scene:
                found.add(of_part(part))
            if not at % _SOME:
                yield
    else:
        for scene in spots.scene_nodes(document):
            _count(found, scene)


def of_part(part: Part) -> Counts:
    """Count in the lines of one scene; that is kept with them."""
    kept = part.memo.get(_COUNTS)
    if not isinstance(kept, Counts):
        part.memo[_COUNTS] = kept = Counts()
        for scene in spots.scenes_in(part):
            _count(kept, scene)
    return kept


def _count(found: Counts, scene: SceneNode) -> None:
    found.people.update(name for _path, name in _once(spots.people_of(scene)))
    for path, name in _once(spots.memories_of(scene)):
        (found.changed if path[-2] in ("set", "change") else found.asked)[name] += 1


def _once(found: Iterable[Spot]) -> Iterator[tuple[Path, str]]:
    """Go through places and names; a place in which a name stands twice is one."""
    return iter(dict.fromkeys((spot.path, spot.name) for spot in found))
