"""How plain data is written: the way that is read most easily, and always comes back the same.

Short texts are plain; several lines are a block; what has no other way is in double quotes. Names
and values stand in ``[a, b]`` and ``{a: b}``, sentences in lines of their own, because a comma
would cut them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from trainer.scenario.files.context import NULLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.source.nodes import Data

STEP: Final = "  "
"""Indentation of what is inside something."""

_LONGEST_FLOW: Final = 76
"""Characters of a list or mapping that stands in one line."""

_PLAIN: Final = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`\s])(?:[^:#\n]|:(?=\S)|(?<=\S)#)+")
"""A text that may stand without quotes, as long as nothing but a line end follows."""

_DASHED: Final = re.compile(r"[-?:](?=[^\s,\[\]{}])(?:[^:#\n]|:(?=\S)|(?<=\S)#)*")
_CUTS_FLOW: Final = re.compile(r"\A[-?:]|[,\[\]{}]|:\Z")
_MARKER: Final = re.compile(r"---|\.\.\.")
_ESCAPED: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

SENTENCES: Final = frozenset({"goals", "sources", "questions", "discuss", "points", "lines"})
"""Keys whose lists are of sentences, each in a line of its own."""

_WORDS: Final = re.compile(r"[\w .'’+-]{1,40}")


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether a text comes back the same when it stands without quotes."""
    fine = _PLAIN.fullmatch(text) or _DASHED.fullmatch(text)
    if not fine or text != text.strip() or not text.isprintable() or text in NULLS:
        return False
    return not _MARKER.match(text) and not (flow and _CUTS_FLOW.search(text))


def is_block(text: str) -> bool:
    """Whether a text comes back the same when it is written line by line."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    fine = all(line.isprintable() or not line for line in lines)
    return bool(body.strip()) and fine and not body.startswith((" ", "\n")) and body[-1] != "\n"


def quoted(text: str, quote: str = '"') -> str:
    """Give a text in quotes; in single ones only what has one printable line."""
    if quote == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(letter: str) -> str:
    if letter in _ESCAPED:
        return _ESCAPED[letter]
    if letter.isprintable():
        return letter
    code = ord(letter)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def scalar(text: str, indent: str, *, flow: bool = False, style: str = "") -> list[str]:
    """Give the lines of a text; the first stands behind what is there already.

    Args:
        text: what it says.
        indent: of the lines that follow.
        flow: whether it stands in braces or brackets, where there are no blocks.
        style: how it was written before, which stays if it can.

    """
    single = "\n" not in text and text.isprintable()
    if style == "'" and single:
        return [quoted(text, "'")]
    if style == '"' and single:
        return [quoted(text)]
    if is_plain(text, flow=flow):
        return [text]
    if not flow and (not single or style in ("|", ">")) and is_block(text):
        body = text.removesuffix("\n").split("\n")
        return ["|", *(f"{indent}{line}" if line else "" for line in body)]
    return [quoted(text)]


def _is_simple(data: Data) -> bool:
    return isinstance(data, str) and bool(_WORDS.fullmatch(data)) and is_plain(data, flow=True)


def in_flow(data: Data) -> str:
    """Give data in one line, whatever it is."""
    if isinstance(data, list):
        return "[" + ", ".join(map(in_flow, data)) + "]"
    if isinstance(data, dict):
        inner = (f"{in_flow(key)}: {in_flow(value)}" for key, value in data.items())
        return "{" + ", ".join(inner) + "}"
    return data if is_plain(data, flow=True) else quoted(data)


def _is_short(data: Data, key: str) -> bool:
    """Whether data may stand in one line because there is nothing to read in it."""
    if not data:
        return True
    if key in SENTENCES:
        return False
    inner = list(data.values()) if isinstance(data, dict) else data
    return all(map(_is_simple, inner)) and len(in_flow(data)) <= _LONGEST_FLOW


def block(data: Data, indent: str = "", key: str = "") -> list[str]:
    """Give the lines of data; the first stands behind a colon or a dash, and a space.

    The first line is empty if what follows needs lines of its own.

    Args:
        data: what is written.
        indent: of what it stands behind.
        key: behind which it stands.

    """
    inner = indent + STEP
    if isinstance(data, str):
        return scalar(data, inner)
    if _is_short(data, key):
        return [in_flow(data)]
    if isinstance(data, dict):
        return ["", *entries(data, inner)]
    return ["", *(line for item in data for line in item_lines(item, inner))]


def entries(data: dict[str, Data], indent: str) -> Iterator[str]:
    """Give the lines of a mapping's entries."""
    for key, value in data.items():
        yield from entry_lines(key, value, indent)


def entry_lines(key: str, value: Data, indent: str) -> Iterator[str]:
    """Give the lines of one key and what stands behind it."""
    name = key if is_plain(key, flow=True) else quoted(key)
    first, *rest = block(value, indent, key)
    yield f"{indent}{name}: {first}".rstrip(" ") if not first else f"{indent}{name}: {first}"
    yield from rest


def item_lines(item: Data, indent: str) -> Iterator[str]:
    """Give the lines of one entry of a list; a mapping begins behind its dash."""
    if isinstance(item, dict) and item and not _is_way(item):
        first, *rest = entries(item, indent + STEP)
        yield f"{indent}- {first.removeprefix(indent + STEP)}"
        yield from rest
    elif isinstance(item, str):
        first, *rest = scalar(item, indent + STEP)
        yield f"{indent}- {first}"
        yield from rest
    else:
        yield f"{indent}- {in_flow(item)}"


def _is_way(item: dict[str, Data]) -> bool:
    """Whether an entry is one of the ways that a choice goes, which stand in a line each."""
    return item.keys() <= {"when", "to"} and all(isinstance(one, str) for one in item.values())
