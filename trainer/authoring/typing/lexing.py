"""What is what in a line of the file: keys, names, D's, quotes, comments.

A line is looked at by itself, knowing only whether it is inside a text that goes over several
lines. So it works while the file cannot be read, and costs the same in a file of any length.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring import formats
from trainer.method.ds import D

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KEY, NAME, QUOTE, COMMENT, SIGN, INDENT = "key", "name", "quote", "comment", "sign", "indent"
"""Kinds of spans; a D has its own word as its kind."""

NAMES: Final = frozenset({"next", "to", "then", "start", "present", "when"})
"""Keys behind which names of the story stand."""

_DS: Final = frozenset(d.value for d in D)
_NO_NAMES: Final = frozenset({"and", "or", "not", "true", "false"})
_FAR: Final = 600
"""Lines that are looked back through for the beginning of a text of several lines."""

_LEAD: Final = re.compile(r" *((?:- +)*)(-(?=$|\s))?")
_KEY: Final = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"\[\]{},&*!|>%@`][^:#]*?)\s*:(?=\s|$)"""
)
_HEADER: Final = re.compile(r"[|>][0-9+-]*\s*(?:\s#.*)?$")
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#.*$")
_QUOTED: Final = re.compile(r""""(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?""")
_FLOW: Final = re.compile(
    r"""(?P<quote>(?<![\w'"])(?:"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?))"""
    r"|(?P<comment>(?<=\s)\#.*$)|(?P<key>[\w-]+)\s*:(?=\s|$)|(?P<word>[\w-]+)"
)
_WORD: Final = re.compile(r"[A-Za-z_][\w-]*")


class Span(NamedTuple):
    """Some characters of a line, and what they are."""

    start: int
    end: int
    kind: str


class Line(NamedTuple):
    """What is what in a line, and what the next line begins in."""

    spans: tuple[Span, ...]
    inside: int


@lru_cache(8)
def known_keys(format_name: str) -> frozenset[str]:
    """Give every key that the format itself names."""
    shapes = formats.table_of(format_name).shapes.values()
    return frozenset(name for shape in shapes for name in shape.keys)


@lru_cache(4096)
def look(text: str, inside: int, format_name: str) -> Line:
    """Tell what is what in a line.

    Args:
        text: the line, without its end.
        inside: 0, or one more than the indentation that a text of several lines stands behind.
        format_name: of the file.

    """
    indent = indent_of(text)
    spaces = (Span(0, indent, INDENT),) if indent else ()
    if inside and (not text.strip() or indent >= inside):
        return Line(spaces, inside)
    lead = _LEAD.match(text)
    at = lead.end() if lead else 0
    spans = [*spaces]
    spans += [Span(one.start(), one.start() + 1, SIGN) for one in re.finditer("-", text[:at])]
    key = _KEY.match(text, at)
    name = ""
    column = at
    if key is not None:
        name = key.group(1)
        kind = KEY if name in known_keys(format_name) else NAME
        spans.append(Span(key.start(1), key.end(1), kind))
        at = key.end()
    while at < len(text) and text[at] == " ":
        at += 1
    header = _HEADER.match(text, at)
    if header is not None:
        if key is None and lead is not None and at:
            column = max(0, text.rfind("-", 0, at))
        comment = _COMMENT.search(text, at)
        spans.append(Span(at, comment.start() if comment else len(text), SIGN))
        spans += [Span(comment.start(), len(text), COMMENT)] if comment else []
        return Line(tuple(spans), column + 1)
    spans += _value(text, at, name, format_name)
    return Line(tuple(spans), 0)


def _value(text: str, at: int, key: str, format_name: str) -> Iterator[Span]:
    if text[at : at + 1] in ("{", "["):
        yield from _flow(text, at, key, format_name)
        return
    end = at
    if text[at : at + 1] in ("'", '"'):
        found = _QUOTED.match(text, at)
        end = found.end() if found else at
        yield Span(at, end, QUOTE)
    comment = _COMMENT.search(text, end)
    if comment is not None:
        yield Span(comment.start(), len(text), COMMENT)
    if end == at:
        yield from _words(text, at, comment.start() if comment else len(text), key)


def _words(text: str, start: int, end: int, key: str) -> Iterator[Span]:
    """What stands behind a key in so many words."""
    if key == "d" and (word := text[start:end].strip()) in _DS:
        yield Span(start, start + len(word), word)
    elif key in NAMES:
        for found in _WORD.finditer(text, start, end):
            if key != "when" or found.group() not in _NO_NAMES:
                yield Span(found.start(), found.end(), NAME)


def _flow(text: str, at: int, key: str, format_name: str) -> Iterator[Span]:
    """What stands in braces or brackets."""
    for found in _FLOW.finditer(text, at):
        kind = found.lastgroup
        if kind == "key":
            key = found.group("key")
            known = key in known_keys(format_name)
            yield Span(found.start(kind), found.end(kind), KEY if known else NAME)
        elif kind == "word":
            yield from _words(text, found.start(), found.end(), key)
        elif kind is not None:
            yield Span(found.start(), found.end(), kind)


def indent_of(text: str) -> int:
    """Count the spaces that a line begins with."""
    return len(text) - len(text.lstrip(" "))


def inside_at(line: int, text_of: Callable[[int], str], *, far: int = _FAR) -> int:
    """Tell what a line begins in, by looking at the lines above it.

    ``text_of`` gives any line by number; above the first one, some key at the left.
    """
    least = 10**9
    own = text_of(line)
    if own.strip():
        least = indent_of(own)
    for above in range(line - 1, line - 1 - far, -1):
        text = text_of(above)
        indent = indent_of(text)
        if not text.strip() or indent >= least:
            continue
        inside = look(text, 0, formats.SCENARIO).inside
        if inside:
            return inside if inside <= least else 0
        if not indent:
            return 0
        least = indent
    return 0


def hang_of(text: str, inside: bool) -> int:
    """Give the column at which a line goes on that is too long for the window."""
    if inside:
        return indent_of(text)
    lead = _LEAD.match(text)
    return lead.end() if lead else 0
