"""Ways to let something else stand where something stands, the least invasive first.

Each is the whole of the lines; whether they then say what they ought to is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.source import writing
from trainer.authoring.source.around import column_of, dash, line_start
from trainer.authoring.source.lines import Lines, Path, at_path, indent_inside, is_in_flow
from trainer.authoring.source.nodes import Data, Mapping, Node, Scalar, Sequence
from trainer.authoring.source.splices import Splice, between, spliced
from trainer.scenario.files.context import NULLS
from trainer.scenario.files.positions import places

if TYPE_CHECKING:
    from collections.abc import Iterator


def replacements(lines: Lines, path: Path, data: Data) -> Iterator[str]:
    """Ways to let something else stand where something stands."""
    node = at_path(lines.root, path)
    if node is None:
        return
    flow = is_in_flow(lines.root, path)
    if isinstance(node, Scalar) and isinstance(data, str):
        yield from _typed_over(lines.text, node, data, flow)
        indent = indent_inside(lines, path)
        # Quotes around nothing are no way of writing that anybody chose.
        style = node.style if node.value else ""
        written = writing.scalar(data, indent, flow=flow, style=style)
        yield _over(lines.text, node, written)
    if flow:
        yield _over(lines.text, node, [writing.in_flow(data)])
        return
    if not path:
        indent = " " * column_of(lines.text, node.start)
        if isinstance(data, dict) and data:
            first, *rest = writing.entries(data, indent)
            yield _over(lines.text, node, [first.removeprefix(indent), *rest])
        return
    yield from _written_behind(lines, path, node, data)


def _written_behind(lines: Lines, path: Path, node: Node, data: Data) -> Iterator[str]:
    """Write data anew behind its colon or dash."""
    text, last = lines.text, path[-1]
    holder = at_path(lines.root, path[:-1])
    if isinstance(holder, Mapping) and isinstance(last, str):
        key = holder.keys[holder.place(last) or 0]
        indent = " " * column_of(text, key.start)
        start = text.index(":", key.end) + 1
        written = writing.block(data, indent, last)
    elif isinstance(holder, Sequence) and isinstance(last, int):
        start = dash(text, holder, last) + 1
        indent = " " * (start - 1 - line_start(text, start))
        first, *rest = writing.item_lines(data, indent)
        written = [first.removeprefix(f"{indent}- "), *rest]
    else:
        return
    lead = " " if written[0] else ""
    yield _over(
        text, Scalar(start, max(start, node.end), "", ""), [lead + written[0], *written[1:]]
    )


def _typed_over(text: str, node: Scalar, data: str, flow: bool) -> Iterator[str]:
    """Change only the letters that differ, where they stand."""
    value = node.value
    if node.style in ("|", ">") and value.endswith("\n") and not data.endswith("\n"):
        data += "\n"
    change = between(value, data)
    if change is None or node.style == "*" or not value:
        return
    if not node.style and data in NULLS:
        return  # Without quotes it would say that there is nothing.
    found = list(places(text, (node.start, node.end), node.style, value))
    if len(found) <= change.end:
        return
    start, end = found[change.start], found[change.end]
    if start > end:
        return
    new = _as_written(change.new, node, text, found)
    if new is not None:
        yield spliced(text, Splice(start, end, new))


def _as_written(new: str, node: Scalar, text: str, found: list[int]) -> str | None:
    """Give letters as they are written inside a text of that style; None if that is not known."""
    if node.style == '"':
        return writing.quoted(new)[1:-1]
    if not new.replace("\n", "").isprintable():
        return None
    if node.style == "'":
        return None if "\n" in new else new.replace("'", "''")
    if "\n" not in new:
        return new
    if node.style not in ("|", ">"):
        return None
    first = found[0]
    indent = " " * (first - line_start(text, first))
    gap = "\n" if node.style == "|" else "\n\n"
    pieces = new.split("\n")
    return gap.join([pieces[0], *(indent + one if one else "" for one in pieces[1:-1])]) + (
        f"{gap}{indent}{pieces[-1]}"
    )


def _over(text: str, node: Node, written: list[str]) -> str:
    return spliced(text, Splice(node.start, node.end, "\n".join(written)))
