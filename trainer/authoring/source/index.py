"""The parts of a text by place and by name; what was read again changes places with what it was."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from trainer.authoring.source.nodes import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.source.parts import Part
    from trainer.authoring.source.splices import Splice


class Index:
    """Parts in the order of the text. What is looked up is worked out when it is first asked for.

    Attributes:
        parts: the parts.

    """

    def __init__(self, parts: list[Part]) -> None:
        self.parts = parts
        self._starts: list[int] | None = None
        self._top: dict[str, Part] | None = None
        self._scenes: dict[str, Part] | None = None

    def scenes(self) -> dict[str, Part]:
        """Give the parts of scenes by name, in order; of two of one name the first."""
        if self._scenes is None:
            self._scenes = _by_name(one for one in self.parts if one.scene)
        return self._scenes

    def top(self) -> dict[str, Part]:
        """Give, for each key on top, the part that it is in."""
        if self._top is None:
            self._top = {}
            for part in self.parts:
                if not part.scene and isinstance(part.root, Mapping):
                    for key in part.root.keys:
                        if isinstance(key, Scalar):
                            self._top.setdefault(key.value, part)
        return self._top

    def place(self, offset: int) -> int:
        """Give which part a character of the text is in; -1 if there are none."""
        if self._starts is None:
            self._starts = [part.start for part in self.parts]
        return bisect_right(self._starts, offset) - 1

    def touched(self, splice: Splice) -> tuple[int, int]:
        """Give the first and the last part that a splice changes."""
        first = max(0, self.place(splice.start))
        return first, max(first, self.place(max(splice.start, splice.end - 1)))

    def exchange(self, first: int, touched: list[Part], found: list[Part], grown: int) -> None:
        """Let parts that were read again stand where others stood; what follows moves along.

        As long as no name is another one, no other part is looked at, of however many.
        """
        rest = self.parts[first + len(touched) :]
        for one in rest:
            one.start += grown
        self.parts = [*self.parts[:first], *found, *rest]
        self._starts = None
        kept = self._scenes if touched[0].scene else self._top
        names = [one.name for one in found]
        if kept is None or None in names or names != [one.name for one in touched]:
            self._top = self._scenes = None
            return
        for old, new in zip(touched, found, strict=True):
            # Of two of one name only the first is known by it.
            if new.name is not None and kept.get(new.name) is old:
                kept[new.name] = new


def _by_name(parts: Iterable[Part]) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for part in parts:
        name = part.name
        if name is not None:
            found.setdefault(name, part)
    return found
