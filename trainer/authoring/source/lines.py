"""Some lines of a file that are changed: what stands in them, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring.source import writing
from trainer.authoring.source.around import column_of, dash
from trainer.authoring.source.nodes import Mapping, Node, Sequence, child

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Sequence as Sequence_

Path = tuple[str | int, ...]
"""Where something stands: keys, and places in lists counted from 0."""


class Lines(NamedTuple):
    """Some lines, what stands in them, and how to read them again.

    ``reread`` gives the root of changed lines, or None if they cannot be read by themselves.
    ``order`` gives the usual order of the keys of the mapping at a path.
    """

    text: str
    root: Node
    reread: Callable[[str], Node | None]
    order: Callable[[Path], Sequence_[str]]


def at_path(node: Node, path: Path) -> Node | None:
    """Give what stands at a path below a node, or None."""
    found: Node | None = node
    for step in path:
        found = None if found is None else child(found, step)
    return found


def indent_inside(lines: Lines, path: Path) -> str:
    """Give the indentation of lines that go on behind the last step of a path."""
    holder, last = at_path(lines.root, path[:-1]), path[-1] if path else ""
    if isinstance(holder, Mapping) and isinstance(last, str):
        key = holder.keys[holder.place(last) or 0]
        return " " * column_of(lines.text, key.start) + writing.STEP
    if isinstance(holder, Sequence) and isinstance(last, int) and not holder.flow:
        return " " * column_of(lines.text, dash(lines.text, holder, last)) + writing.STEP
    return writing.STEP


def is_in_flow(root: Node, path: Path) -> bool:
    """Whether what stands at a path is inside braces or brackets."""
    node: Node | None = root
    for step in path:
        if isinstance(node, Mapping | Sequence) and node.flow:
            return True
        node = None if node is None else child(node, step)
    return False
