"""Words and lines that have no end for very long, as no person types them: they get ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = 20_000
_ENDLESS = re.compile(rf"\S{{{_END + 1},}}")
_END_OF_LINE = 100_000


def with_ends(text: str) -> str:
    """Give what has no end for very long some ends: nobody types that.

    Qt needs a minute to lay out a word of a million letters, or such a line of words, and as
    long again at each key.
    """
    if len(text) <= _END:
        return text
    lines = _ENDLESS.sub(_in_pieces, text).split("\n")
    return "\n".join(piece for line in lines for piece in _shorter(line))


def _in_pieces(found: re.Match[str]) -> str:
    word = found.group()
    return "\n".join(word[at : at + _END] for at in range(0, len(word), _END))


def _shorter(line: str) -> Iterator[str]:
    """Cut a line behind a blank; as no word in it is without an end, there is one."""
    at = 0
    while len(line) - at > _END_OF_LINE:
        blank = line.rfind(" ", at, at + _END_OF_LINE) + 1
        end = blank if blank > at else at + _END_OF_LINE
        yield line[at:end]
        at = end
    yield line[at:]
