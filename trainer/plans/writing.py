"""Writes a plan as the text of its file: what reading that text gives is the same plan again.

The order of the keys is that of the table, so that two versions of a plan can be compared line
by line. Comments of a file that was read are not kept: they are nobody's but the file's.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from trainer.plans.keys import TABLE
from trainer.plans.model import Answer, Card, Care, Plan, Rung, Segment, Slide
from trainer.scenario.files.context import NULLS
from trainer.scenario.files.source import BAD
from trainer.scenario.files.tables import FormatName, ListOf, Named, Shaped, Text
from trainer.scenario.model import Review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.scenario.files.tables import Type

_KINDS: Final = {
    "file": Plan,
    "reviewed": Review,
    "care": Care,
    "segment": Segment,
    "slide": Slide,
    "rung": Rung,
    "card": Card,
    "answer": Answer,
}
"""What each shape of the table stands for."""

_STEP: Final = "  "
_PLAIN: Final = re.compile(r"[^\W_](?:[^\n\t\r:#]|:(?=[^\s:])|(?<=[^\s])#)*")
"""Texts that mean themselves without quotation marks."""

_ESCAPED: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def written(plan: Plan) -> str:
    """Give the text of a plan's file.

    A character that no file may hold, such as one that came along with a pasted text, becomes
    a blank; everything else is kept to the letter.
    """
    return "\n".join(_shape(plan, "file", "")) + "\n"


def _shape(made: Any, shape: str, indent: str) -> Iterator[str]:
    """Give the lines of a mapping, the first one without its indentation."""
    usual = _defaults(_KINDS[shape])
    lead = ""
    for name, key in TABLE.shapes[shape].keys.items():
        value = key.type.name if isinstance(key.type, FormatName) else getattr(made, name)
        if value == usual.get(name, MISSING):
            continue
        first, *rest = _value(value, key.type, indent)
        yield f"{lead}{name}:{first}"
        yield from rest
        lead = indent


@cache
def _defaults(kind: type) -> dict[str, Any]:
    """Give what a thing has where its file says nothing."""
    return {one.name: one.default for one in fields(kind) if one.default is not MISSING}


def _value(value: Any, kind: Type, indent: str) -> Iterator[str]:
    """Give what stands behind a key's colon, and the lines that follow it."""
    inner = indent + _STEP
    if isinstance(kind, Named):
        yield "" if value else " {}"
        for name, item in value.items():
            first, *rest = _value(item, kind.item, inner)
            yield f"{inner}{name}:{first}"
            yield from rest
    elif isinstance(kind, Shaped):
        first, *rest = _shape(value, kind.shape, inner)
        yield from ("", f"{inner}{first}", *rest)
    elif isinstance(kind, ListOf):
        yield "" if value else " []"
        for item in value:
            yield from _entry(item, kind.item, inner)
    else:
        yield from _scalar(value, kind, inner)


def _entry(item: Any, kind: Type, indent: str) -> Iterator[str]:
    """Give the lines of one entry of a list."""
    inner = indent + _STEP
    if isinstance(kind, Shaped):
        first, *rest = _shape(item, kind.shape, inner)
        yield from (f"{indent}- {first}", *rest)
    else:
        first, *rest = _scalar(item, kind, inner)
        yield from (f"{indent}-{first}", *rest)


def _scalar(value: str | int | bool, kind: Type, indent: str) -> Iterator[str]:
    if isinstance(value, bool):
        yield f" {str(value).lower()}"
    elif isinstance(value, int):
        yield f" {value}"
    else:
        yield from _text(BAD.sub(" ", value), kind, indent)


def _text(text: str, kind: Type, indent: str) -> Iterator[str]:
    """Write a text the way that is read most easily: plain, as a block, or quoted."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text.isprintable()
    if plain and text not in NULLS:
        yield f" {text}"
    elif _is_block(text) and isinstance(kind, Text) and kind.prose:
        yield " |"
        yield from (f"{indent}{line}" if line else "" for line in text.split("\n"))
    else:
        yield f' "{"".join(_ESCAPED.get(letter, letter) for letter in text)}"'


def _is_block(text: str) -> bool:
    """Whether a text of several lines comes back the same when it is written as it is."""
    lines = text.split("\n")
    return len(lines) > 1 and text == text.strip() and all(line.isprintable() for line in lines)
