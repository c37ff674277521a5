"""The comments of a text. A ``#`` inside a text of the story is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from trainer.authoring.source.around import line_start
from trainer.authoring.source.nodes import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.authoring.source.nodes import Node
    from trainer.authoring.source.parts import Part

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t\n]))#[^\n]*")


def comments_of(text: str, root: Node | None) -> list[str]:
    """Give every comment of a text, in order; ``root`` is what stands in it."""
    return [comment for _at, comment in comments(text, scalars_in(root))]


def of_parts(text: str, parts: Iterable[Part], *, alone: bool = False) -> list[str]:
    """Give every comment of parts of a text, in order.

    With ``alone``, only those that have a line of their own: at the end of the line of a key may
    stand what it is called, which is no remark.
    """
    found: list[str] = []
    for part in parts:
        written = text[part.start : part.end]
        for at, comment in comments(written, scalars_in(part.root)):
            if not (alone and written[line_start(written, at) : at].strip()):
                found.append(comment)
    return found


def scalars_in(node: Node | None) -> Iterator[Scalar]:
    """Go through the texts of something, keys included, in order."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars_in(item)
    elif node is not None:
        for key, value in node.pairs():
            yield from scalars_in(key)
            yield from scalars_in(value)


def comments(text: str, scalars: Iterable[Scalar]) -> Iterator[tuple[int, str]]:
    """Find comments: where each starts, and what it says."""
    at = 0
    for one in [*scalars, Scalar(len(text), len(text), "", "")]:
        for found in _COMMENT.finditer(text, at, max(at, one.start)):
            yield found.start(), found[0].rstrip()
        at = max(at, one.end)
        if one.style in ("|", ">"):
            head = text.find("\n", one.start)
            header = text[one.start : len(text) if head < 0 else head]
            if "#" in header:
                yield one.start + header.index("#"), header[header.index("#") :].rstrip()
