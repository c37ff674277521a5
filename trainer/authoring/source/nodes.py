"""What stands in a text, with the place of each thing: for changing it, not for judging it.

Places are characters, counted from the start of the part of the text that was read. What a file
may not have (aliases, tags) is a thing here like any other; the checker says what is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST: Final = 100
"""Lists and mappings inside each other after which a text is not read any further."""

Data = Any
"""What stands somewhere, as plain data: a text as written, a list, or a dictionary by names."""


class Scalar:
    """A text. ``style`` is ``'`` ``"`` ``|`` ``>``, or empty for a plain one."""

    __slots__ = ("end", "start", "style", "value")

    def __init__(self, start: int, end: int, value: str, style: str) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.style = style


class Mapping:
    """Keys and values. ``flow`` tells that it stands in braces."""

    __slots__ = ("end", "flow", "keys", "start", "values")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.keys: list[Node] = []
        self.values: list[Node] = []

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Go through keys and values."""
        return zip(self.keys, self.values, strict=True)

    def place(self, name: str) -> int | None:
        """Give the place of a key among the keys, or None; of two alike the first."""
        for place, key in enumerate(self.keys):
            if isinstance(key, Scalar) and key.value == name:
                return place
        return None


class Sequence:
    """A list. ``flow`` tells that it stands in brackets."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.items: list[Node] = []


Node = Scalar | Mapping | Sequence


def plain(node: Node) -> Data:
    """Give what a node says as plain data; of two keys alike, the first counts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    found: dict[str, Data] = {}
    for key, value in node.pairs():
        if isinstance(key, Scalar):
            found.setdefault(key.value, plain(value))
    return found


def child(node: Node, step: str | int) -> Node | None:
    """Give what stands behind a key, or at a place in a list; None if nothing does."""
    if isinstance(node, Mapping) and isinstance(step, str):
        place = node.place(step)
        return None if place is None else node.values[place]
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def steps_of(node: Node | None) -> list[str | int]:
    """Give the keys of a mapping, each once, or the places of a list; of a text, none."""
    if isinstance(node, Mapping):
        keys = (key.value for key in node.keys if isinstance(key, Scalar))
        return list(dict.fromkeys(keys))
    return list(range(len(node.items))) if isinstance(node, Sequence) else []


def is_same(one: Data, other: Data) -> bool:
    """Whether two data say the same; at the end of a text, line ends do not count."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other or one.rstrip("\n") == other.rstrip("\n")
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    return one is None and other is None


def steps_to(node: Node | None, offset: int) -> Iterator[str | int]:
    """Give the steps to the innermost thing that begins before a place and has not ended."""
    if isinstance(node, Mapping):
        best = None
        for key, value in node.pairs():
            if key.start <= offset:
                best = key, value
        if best is not None and isinstance(best[0], Scalar):
            yield best[0].value
            yield from steps_to(best[1], offset)
    elif node is not None and not isinstance(node, Scalar):
        best_at = None
        for at, item in enumerate(node.items):
            if item.start <= offset or at == 0:
                best_at = at
        if best_at is not None:
            yield best_at
            yield from steps_to(node.items[best_at], offset)
