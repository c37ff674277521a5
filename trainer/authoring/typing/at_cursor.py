"""Where in a file something would stand that is being typed, told by indentation alone.

While one types, the file often cannot be read; where one is can be told all the same, from the
lines above, as a person does it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring.typing import lexing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.source.lines import Path

_FAR: Final = 4000
"""Lines that are looked back through for what holds this one."""

_LEAD: Final = re.compile(r"( *)((?:- +)*)(-$)?")
_KEY: Final = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"\[\]{},&*!|>%@`][^:#]*?)\s*:(?=\s|$)"""
)
_FLOW: Final = re.compile(
    r"""(?P<quote>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|(?P<open>[\[{])|(?P<close>[\]}])"""
    r"|(?P<comma>,)|(?P<key>[\w-]+)\s*:(?=\s|$)"
)


class Standing(NamedTuple):
    """Where one is.

    Attributes:
        holder: path of what holds what is being typed.
        key: behind which it is; None where a key or an entry of a list would begin.
        typed: what stands there already, up to the cursor.
        flow: whether it is in braces or brackets.

    """

    holder: Path
    key: str | None
    typed: str
    flow: bool = False

    @property
    def path(self) -> Path:
        """Path of the value that is being typed."""
        return self.holder if self.key is None else (*self.holder, self.key)


class Head(NamedTuple):
    """The beginning of a line: columns of its dashes, then its key and that one's column."""

    dashes: tuple[int, ...]
    column: int
    key: str | None
    end: int


def standing(text: str, offset: int) -> Standing | None:
    """Tell where a character of a text is; None inside of a text of several lines, or a comment."""
    start = text.rfind("\n", 0, offset) + 1
    line = text[start:offset]
    head = head_of(line)
    if is_inside(text, start, line) or re.search(r"(?:^|\s)#", line):
        return None
    holder = holder_of(text, start, head)
    if head.key is None:
        typed = line[head.column :]
        return _in_flow(holder, typed) if typed[:1] in ("{", "[") else Standing(holder, None, typed)
    rest = line[head.end :]
    typed = rest.lstrip(" ")
    if not rest.startswith(" "):
        return None
    if typed[:1] in ("{", "["):
        return _in_flow((*holder, head.key), typed)
    return Standing(holder, head.key, typed)


def is_inside(text: str, start: int, line: str) -> bool:
    """Tell whether a line that starts somewhere is inside of a text of several lines."""
    lines: list[tuple[int, str]] = []

    def above(number: int) -> str:
        # Counted from the line itself, which is 0, downwards.
        while len(lines) <= -number:
            end = lines[-1][0] - 1 if lines else 0
            if end < 0:
                return "end:"
            begin = text.rfind("\n", 0, end) + 1
            lines.append((begin, text[begin:end].removesuffix("\r")))
        return lines[-number][1]

    lines.append((start, line))
    inside = lexing.inside_at(0, above, far=_FAR)
    return bool(inside) and (not line.strip() or lexing.indent_of(line) >= inside)


def head_of(line: str) -> Head:
    """Give how a line begins."""
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    dashes = tuple(one for one in range(at) if line[one] == "-")
    key = _KEY.match(line, at)
    if key is None:
        return Head(dashes, at, None, at)
    return Head(dashes, at, key.group(1).strip("'\""), key.end())


def holder_of(text: str, start: int, head: Head) -> Path:
    """Give the path of what holds a line; a place in a list counts as the first one."""
    return tuple(reversed(list(_above(text, start, head))))


def _above(text: str, start: int, head: Head) -> Iterator[str | int]:
    """Give the steps from a line outwards: its own dashes, then the keys above that hold it."""
    keys_before = dashes_before = head.column
    for dash in reversed(head.dashes):
        yield 0
        keys_before, dashes_before = dash + 1, dash
    end = start - 1
    for _line in range(_FAR):
        if end < 0 or keys_before <= 0:
            return
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end].removesuffix("\r")
        end = begin - 1
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        above = head_of(line)
        if above.key is not None and above.column < keys_before:
            yield above.key
            keys_before = dashes_before = above.column
        for dash in reversed(above.dashes):
            if dash < dashes_before:
                yield 0
                keys_before, dashes_before = dash + 1, dash


def _in_flow(holder: Path, typed: str) -> Standing | None:
    """Go into braces and brackets, up to the end of what is typed."""
    opened: list[tuple[str, str | None]] = []
    last = 0
    for found in _FLOW.finditer(typed):
        kind = found.lastgroup
        last = found.end()
        if kind == "open":
            opened.append((found.group(), None))
        elif kind == "close" and opened:
            opened.pop()
        elif kind == "comma" and opened:
            opened[-1] = (opened[-1][0], None)
        elif kind == "key" and opened:
            opened[-1] = (opened[-1][0], found.group("key"))
    if not opened:
        return None
    path: list[str | int] = list(holder)
    for sign, key in opened[:-1]:
        path.append(0 if sign == "[" else key or "")
    sign, key = opened[-1]
    rest = typed[last:].lstrip(" ")
    if sign == "[":
        return Standing((*path, 0), None, rest, flow=True)
    return Standing(tuple(path), key, rest, flow=True)
