"""Ways to put in, take away and rename a key, or an entry of a list.

Each is the whole of the lines; whether they then say what they ought to is not known here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.authoring.source import writing
from trainer.authoring.source.around import column_of, dash, entry_span, line_end, line_start
from trainer.authoring.source.lines import Lines, Path, at_path
from trainer.authoring.source.nodes import Data, Mapping, Scalar, Sequence
from trainer.authoring.source.splices import Splice, spliced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Sequence_


def insertions(lines: Lines, path: Path, data: Data) -> Iterator[str]:
    """Ways to put a new key, or a new entry of a list, where it belongs."""
    holder, last = at_path(lines.root, path[:-1]), path[-1]
    if isinstance(holder, Mapping) and isinstance(last, str):
        there = [one.value for one in holder.keys if isinstance(one, Scalar)]
        at = place_for(last, there, lines.order(path[:-1]))
        starts = [key.start for key in holder.keys]
        written = list(writing.entry_lines(last, data, ""))
        flow = f"{writing.in_flow(last)}: {writing.in_flow(data)}"
        ends = [value.end for value in holder.values]
    elif isinstance(holder, Sequence) and isinstance(last, int):
        at = min(last, len(holder.items))
        flow = writing.in_flow(data)
        ends = [item.end for item in holder.items]
        written = list(writing.item_lines(data, ""))
        if holder.flow:
            starts = [item.start for item in holder.items]
        else:
            starts = [dash(lines.text, holder, one) for one in range(len(holder.items))]
    else:
        return
    if holder.flow:
        yield _inserted_in_flow(lines.text, holder, at, (starts, ends), flow)
    elif starts:
        yield _inserted_in_lines(lines.text, at, (starts, ends), written)


def _inserted_in_flow(
    text: str, holder: Mapping | Sequence, at: int, spans: tuple[list[int], list[int]], new: str
) -> str:
    starts, ends = spans
    if not starts:
        return spliced(text, Splice(holder.start + 1, holder.end - 1, new))
    if at == 0:
        return spliced(text, Splice(starts[0], starts[0], f"{new}, "))
    return spliced(text, Splice(ends[at - 1], ends[at - 1], f", {new}"))


def _inserted_in_lines(
    text: str, at: int, spans: tuple[list[int], list[int]], written: list[str]
) -> str:
    starts, ends = spans
    indent = " " * column_of(text, starts[0])
    if at == 0:
        new = f"\n{indent}".join(written) + f"\n{indent}"
        return spliced(text, Splice(starts[0], starts[0], _without_blank_indent(new, indent)))
    end = line_end(text, ends[at - 1])
    new = "".join(f"\n{indent}{line}" if line else "\n" for line in written)
    return spliced(text, Splice(end, end, new))


def place_for(name: str, there: Sequence_[str], order: Sequence_[str]) -> int:
    """Give the place among the keys that are there at which a new one belongs.

    ``order`` is the usual one; an empty text in it stands for every name that it does not have.
    """
    ranks = {one: rank for rank, one in enumerate(order)}
    other = ranks.get("", len(order))
    rank = ranks.get(name, other)
    before = [at for at, one in enumerate(there) if ranks.get(one, other) <= rank]
    return before[-1] + 1 if before else 0


def _without_blank_indent(new: str, indent: str) -> str:
    return re.sub(rf"\n{indent}(?=\n)", "\n", new) if indent else new


def removals(lines: Lines, path: Path) -> Iterator[str]:
    """Ways to take a key, or an entry of a list, away."""
    holder, last = at_path(lines.root, path[:-1]), path[-1]
    text = lines.text
    if isinstance(holder, Mapping) and isinstance(last, str):
        at = holder.place(last)
        starts = [key.start for key in holder.keys]
        ends = [value.end for value in holder.values]
    elif isinstance(holder, Sequence) and isinstance(last, int):
        at = last
        ends = [item.end for item in holder.items]
        if holder.flow:
            starts = [item.start for item in holder.items]
        else:
            starts = [dash(text, holder, one) for one in range(len(holder.items))]
    else:
        return
    if at is None or len(starts) == 1:
        return
    if holder.flow:
        cut = (starts[0], starts[1]) if at == 0 else (ends[at - 1], ends[at])
        yield spliced(text, Splice(*cut, ""))
    elif text[line_start(text, starts[at]) : starts[at]].strip(" "):
        if at + 1 == len(starts):
            return
        yield spliced(text, Splice(starts[at], starts[at + 1], ""))
    else:
        yield spliced(text, Splice(*entry_span(text, starts[at], ends[at]), ""))


def renamings(lines: Lines, path: Path, name: str) -> Iterator[str]:
    """Ways to give a key another name."""
    holder = at_path(lines.root, path[:-1])
    if isinstance(holder, Mapping) and (at := holder.place(str(path[-1]))) is not None:
        key = holder.keys[at]
        yield spliced(lines.text, Splice(key.start, key.end, writing.in_flow(name)))
