"""Comments at the end of the lines of keys: what they say, where they stand, where one could."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring.source.around import line_end
from trainer.authoring.source.nodes import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Node

KEPT_OF: Final = ("scenes", "state")
"""The keys on top of whose entries such comments are read."""


class Tail(NamedTuple):
    """What stands behind all that the line of a key says: characters ``start`` to ``end``.

    ``words`` is the comment without its sign; empty if there is none.
    """

    start: int
    end: int
    words: str


def tail(text: str, root: Node, key: Scalar) -> Tail | None:
    """Give what stands at the end of a key's line; None if a text goes on in the next one."""
    end, said = line_end(text, key.end), key.end
    for one in _within(root, key.end, end):
        if one.style in ("|", ">"):
            said = max(said, one.start)
        elif one.end > end:
            return None
        else:
            said = max(said, one.end)
    at = said
    while (at := text.find("#", at, end)) >= 0 and text[at - 1] not in " \t":
        at += 1
    written = text[said : end if at < 0 else at].rstrip(" \t")
    words = "" if at < 0 else text[at + 1 : end].strip()
    return Tail(said + len(written), end, words)


def _within(node: Node, start: int, end: int) -> Iterator[Scalar]:
    """Go through the texts that stand between two characters, if only in part."""
    if node.start >= end or node.end <= start:
        return
    if isinstance(node, Scalar):
        yield node
        return
    inner = (*node.keys, *node.values) if isinstance(node, Mapping) else node.items
    for one in inner:
        yield from _within(one, start, end)


def tails(text: str, root: Node | None, *, scene: bool) -> dict[Path, str]:
    """Give, by path, what comments say at the ends of the lines of scenes and of memory's names.

    ``text`` is what places in ``root`` count in; ``scene`` tells that it is one scene's.
    """
    found: dict[Path, str] = {}
    if isinstance(root, Mapping) and "#" in text:
        pairs = [("scenes", root)] if scene else _holders(root)
        for top, holder in pairs:
            for key in holder.keys:
                if isinstance(key, Scalar) and "#" in text[key.end : line_end(text, key.end)]:
                    there = tail(text, root, key)
                    if there is not None and there.words:
                        found.setdefault((top, key.value), there.words)
    return found


def _holders(root: Mapping) -> list[tuple[str, Mapping]]:
    return [
        (key.value, value)
        for key, value in root.pairs()
        if isinstance(key, Scalar) and key.value in KEPT_OF and isinstance(value, Mapping)
    ]
