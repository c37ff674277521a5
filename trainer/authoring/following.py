"""Where a selection is after something has changed: where it was, or with what it was in.

A scene that has another name is followed, whoever renamed it, and whether that was done, undone or
done again. One that has gone gives way to the one that stands in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.authoring.scenes.naming import scene_names
from trainer.authoring.source.nodes import steps_of
from trainer.authoring.source.parts import SPLIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.parts import Part


class Around:
    """What something stands among, as it is before a step is taken back or done again."""

    def __init__(self, path: Path, document: Document) -> None:
        self._path, self._document = path, document
        self._before = self._keys()

    def _keys(self) -> list[str | int]:
        document = self._document
        if not self._path or document.waits or not document.settle():
            return []
        return _steps_from(document, self._path[:-1])

    def has_returned(self) -> bool:
        """Whether it is there now, and was not."""
        now = self._keys()
        return bool(self._path) and len(now) > len(self._before) and self._path[-1] in now

    def nearest(self, path: Path) -> Path:
        """Give what to stand on: of a thing that has gone, the one that took its place."""
        document = self._document
        is_thing = len(path) == 2 and not document.is_scenario
        if not is_thing or path != self._path or path[-1] not in self._before:
            return path
        now = self._keys()
        if path[-1] in now:
            return path
        return (path[0], now[min(self._before.index(path[-1]), len(now) - 1)]) if now else ()


def _steps_from(document: Document, path: Path) -> list[str | int]:
    """Give the names, or the places, of what stands at a path; of a long story, only these."""
    if path == (SPLIT,):
        return list(scene_names(document))
    if not path:
        return list(dict.fromkeys(step for part in document.parts for step in _on_top(part)))
    found = document.find(path)
    return [] if found is None else steps_of(found[1])


def _on_top(part: Part) -> list[str | int]:
    return [] if part.scene else steps_of(part.root)


def scenes_of(document: Document) -> list[str] | None:
    """Give the names of the scenes, in order; None while that is not known."""
    if document.waits or not document.settle() or not document.is_scenario:
        return None
    return scene_names(document)


def followed(path: Path, document: Document, before: Sequence[str]) -> Path:
    """Give where a path leads now; it was right when the scenes were those ``before``."""
    if len(path) < 2 or path[0] != SPLIT:
        return path
    now = scenes_of(document)
    if now is None:
        return path
    scene = _scene(str(path[1]), before, now)
    if not scene:
        return ()
    if scene != path[1] and not _one_renamed(before, now):
        return (SPLIT, scene)
    return _within((SPLIT, scene, *path[2:]), document)


def _scene(name: str, before: Sequence[str], now: Sequence[str]) -> str:
    """Give the scene that stands for one of a name; empty if none does."""
    if name in now:
        return name
    if name not in before or not now:
        return ""
    return now[min(before.index(name), len(now) - 1)]


def renamed(before: Sequence[str], now: Sequence[str]) -> tuple[str, str] | None:
    """Give the old and the new name of the one scene that has another one; None without one."""
    if not _one_renamed(before, now):
        return None
    old, new = next(pair for pair in zip(before, now, strict=True) if pair[0] != pair[1])
    return None if old in now or new in before else (old, new)


def _one_renamed(before: Sequence[str], now: Sequence[str]) -> bool:
    """Whether one scene has another name, and all else is as it was."""
    if len(before) != len(now):
        return False
    return sum(old != new for old, new in zip(before, now, strict=True)) == 1


def _within(path: Path, document: Document) -> Path:
    """Leave off an entry that is none any more, such as a choice that has gone."""
    for place, step in enumerate(path):
        if isinstance(step, int):
            holder: Any = document.data(path[:place])
            if not isinstance(holder, list) or step >= len(holder):
                return path[: place - 1]
    return path
