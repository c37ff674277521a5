"""Places in a text around a thing: its lines, its column, its dash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.authoring.source.nodes import Sequence


def breaks(text: str, start: int, end: int) -> int:
    """Count the line breaks between two characters, as YAML counts them."""
    count = text.count("\n", start, end)
    returns = text.count("\r", start, end)
    return count + returns - (text.count("\r\n", start, end) if returns else 0)


def entry_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the lines of an entry that begins its line, with the comments right above it."""
    first = line_start(text, start)
    indent = text[first:start]
    while first > 0:
        above = line_start(text, first - 1)
        if not text.startswith(f"{indent}#", above):
            break
        first = above
    after = line_end(text, max(end, start))
    return first, after + len("\r\n" if text.startswith("\r\n", after) else text[after : after + 1])


def line_end(text: str, at: int) -> int:
    """Give where the line ends that ``at`` is in, before its line break."""
    found = text.find("\n", at)
    end = len(text) if found < 0 else found
    return end - 1 if end > at and text[end - 1] == "\r" else end


def line_start(text: str, at: int) -> int:
    """Give where the line starts that ``at`` is in."""
    return text.rfind("\n", 0, at) + 1


def column_of(text: str, at: int) -> int:
    """Give how many characters stand before ``at`` in its line."""
    return at - line_start(text, at)


def dash(text: str, holder: Sequence, at: int) -> int:
    """Give the place of the dash before an entry of a list in lines."""
    if at == 0:
        return holder.start
    column = column_of(text, holder.start)
    before = line_end(text, holder.items[at - 1].end)
    found = re.compile(rf"^ {{{column}}}-(?=\s|\Z)", re.MULTILINE).search(text, before)
    return found.end() - 1 if found else holder.items[at].start
