"""From a place in a text to its place in the file.

YAML folds lines, drops indentation and resolves escapes; a message about the twelfth
character of a text has to find where that one stands. Only asked for when there is
something to report, so it reads the scalar again instead of keeping anything.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from trainer.scenario.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BREAK: Final = re.compile("\r\n|\r|\n")
_ESCAPE: Final = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r\n|[^xuU])", re.DOTALL
)
_HEADER: Final = re.compile(r"[|>]([0-9+-]*)[^\r\n]*(?:\r\n|\r|\n)?")


def inside(text: str, scalar: Any, offset: int) -> Mark:
    """Give the place in the file of character ``offset`` of a scalar's value.

    Args:
        text: the whole file.
        scalar: the scalar's event.
        offset: from 0 to the length of the value.

    """
    return all_inside(text, scalar, [offset])[0]


def all_inside(text: str, scalar: Any, offsets: Sequence[int]) -> list[Mark]:
    """Give the places of several characters, in the order of the text, in one pass."""
    places = _places(text, scalar)
    at, index = -1, scalar.start_mark.index
    line, start = scalar.start_mark.line + 1, index - scalar.start_mark.column
    seen, found = index, []
    for offset in offsets:
        while at < offset:
            at += 1
            index = next(places, index)
        for newline in _BREAK.finditer(text, seen, index):
            line += 1
            start = newline.end()
        seen = max(start, index)
        found.append(Mark(line, index - start + 1))
    return found


def _places(text: str, scalar: Any) -> Iterator[int]:
    span = scalar.start_mark.index, scalar.end_mark.index
    return places(text, span, scalar.style or "", scalar.value)


def places(text: str, span: tuple[int, int], style: str, value: str) -> Iterator[int]:
    """Places in a text of each character of a scalar's value, and of its end.

    Args:
        text: what the scalar stands in.
        span: where it starts and ends there, quotes or the sign of a block included.
        style: its quote, ``|``, ``>``, or empty for a plain one.
        value: what it says.

    """
    start, end = span
    if style in ("|", ">"):
        return _block(text, start, end, value)
    quote = style if style in ("'", '"') else ""
    return _flow(text, start + len(quote), end - len(quote), quote)


def _flow(text: str, start: int, end: int, quote: str) -> Iterator[int]:
    """Places of the characters of a plain or quoted scalar, and of its end."""
    at = start
    while at < end:
        char = text[at]
        if char in " \t\r\n":
            gap = _gap(text, at, end)
            if _BREAK.search(text, at, gap):
                yield from _folded(text, at, gap)
            else:
                yield from range(at, gap)
            at = gap
        elif quote == '"' and char == "\\":
            found = _ESCAPE.match(text, at, end)
            after = found.end() if found else at + 1
            if text[at + 1 : at + 2] in ("\r", "\n"):
                after = _gap(text, after, end)
            else:
                yield at
            at = after
        else:
            yield at
            at += 2 if quote == "'" and char == "'" else 1
    yield end


def _gap(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \t\r\n":
        at += 1
    return at


def _folded(text: str, at: int, gap: int) -> Iterator[int]:
    """One line break becomes a space; of several, all but the first stay."""
    breaks = [found.start() for found in _BREAK.finditer(text, at, gap)]
    yield from breaks[1:] or breaks


def _block(text: str, start: int, end: int, value: str) -> Iterator[int]:
    """Places of the characters of a block scalar, and of its end."""
    header = _HEADER.match(text, start, end)
    first = header.end() if header else end
    lines = _lines(text, first, end)
    indent = _indent(text, lines, header.group(1) if header else "", value)
    shown = [(min(left + indent, right), right) for left, right in lines]
    if text[start : start + 1] == "|":
        for left, right in shown:
            yield from range(left, right)
            yield right
    else:
        yield from _folding(text, shown)
    yield end


def _lines(text: str, at: int, end: int) -> list[tuple[int, int]]:
    lines = []
    for found in _BREAK.finditer(text, at, end):
        lines.append((at, found.start()))
        at = found.end()
    if at < end:
        lines.append((at, end))
    return lines


def _indent(text: str, lines: list[tuple[int, int]], header: str, value: str) -> int:
    """Indentation of a block: of its first line that is not blank, less what the value has."""
    written = [text[left:right] for left, right in lines]
    first = next((line for line in written if line.strip(" ")), "")
    spaces = len(first) - len(first.lstrip(" "))
    if not any(char.isdigit() for char in header):
        return spaces
    own = next((line for line in value.split("\n") if line.strip(" ")), "")
    return spaces - (len(own) - len(own.lstrip(" ")))


def _folding(text: str, lines: list[tuple[int, int]]) -> Iterator[int]:
    """Between two lines of prose one break is a space; around indented ones breaks stay."""
    blanks: list[int] = []
    last: tuple[int, int] | None = None
    for left, right in lines:
        if left >= right:
            blanks.append(right)
            continue
        if last is not None:
            kept = text[last[0]] in " \t" or text[left] in " \t"
            yield from [last[1], *blanks] if kept or not blanks else blanks
        else:
            yield from blanks
        blanks = []
        yield from range(left, right)
        last = left, right
    if last is not None:
        yield last[1]
    yield from blanks
