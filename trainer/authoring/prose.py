"""What a person reads in a file, piece by piece: not ids, names, conditions or the like."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring import formats
from trainer.authoring.source.nodes import Mapping, Scalar
from trainer.authoring.source.parts import SPLIT
from trainer.scenario.files.tables import OneOrMore, Shaped, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Node
    from trainer.authoring.source.parts import Part
    from trainer.scenario.files.tables import Type


class Piece(NamedTuple):
    """A text of a file: its path, and the node that says it, which counts from its part."""

    path: Path
    node: Scalar


def pieces(document: Document, *, everything: bool = False) -> Iterator[Piece]:
    """Go through the texts of a file that people read; with ``everything``, through all values."""
    name = document.format
    for part in document.parts:
        yield from of_part(part, name, everything=everything)


def of_part(part: Part, format_name: str, *, everything: bool = False) -> Iterator[Piece]:
    """Go through the texts of one part."""
    kind: Type | None = Shaped("file")
    path: Path = ()
    if part.scene:
        kind, path = formats.below(format_name, kind, SPLIT), (SPLIT,)
    if part.root is not None:
        yield from _walk(part.root, path, kind, format_name, everything)


def _walk(
    node: Node, path: Path, kind: Type | None, name: str, everything: bool
) -> Iterator[Piece]:
    if isinstance(node, Scalar):
        if (everything or _is_prose(kind)) and node.style != "*":
            yield Piece(path, node)
    elif isinstance(node, Mapping):
        seen = set()
        for key, value in node.pairs():
            # Of two keys alike only the first can be changed.
            if isinstance(key, Scalar) and key.value not in seen:
                seen.add(key.value)
                inner = formats.below(name, kind, key.value)
                yield from _walk(value, (*path, key.value), inner, name, everything)
    else:
        for at, item in enumerate(node.items):
            yield from _walk(item, (*path, at), formats.below(name, kind, at), name, everything)


def _is_prose(kind: Type | None) -> bool:
    if isinstance(kind, OneOrMore):
        kind = kind.item
    # A line of dialogue that stands alone is narration.
    return (isinstance(kind, Text) and kind.prose) or kind == Shaped("line")
