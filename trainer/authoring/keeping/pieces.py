"""A text in named pieces, to be compared with another text of the same file.

A piece is a key on top with its lines, or a scene with its lines. Two texts of one file have
most pieces in common, so that what differs can be said, and changed, piece by piece.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from trainer.authoring.source import parts
from trainer.authoring.source.splices import Splice, all_spliced, between, in_turn

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

T = TypeVar("T", bound="Hashable")
Key = tuple[str, ...]

LEAD: Final[Key] = ()
"""What stands before the first key."""

WHOLE: Final[Key] = ("",)
"""A file that is one piece."""

SCENES: Final[Key] = (parts.SPLIT,)

_MANY: Final = 5000
"""Pieces or lines among which frequent ones are not looked for: it would take minutes."""


class Piece(NamedTuple):
    """Some lines of a text: ``(name,)`` a key on top, ``("scenes", name)`` a scene."""

    key: Key
    text: str


@lru_cache(maxsize=6)
def split(text: str) -> list[Piece] | None:
    """Give the pieces of a text, in order; None if it is not readable, or a name stands twice.

    What was read is remembered until :func:`forget`: one text is asked for more than once.
    """
    try:
        found = parts.read(text)
    except parts.UnreadableError:
        return None
    pieces = [Piece(_key(one), text[one.start : one.end]) for one in found]
    if len({one.key for one in pieces}) != len(pieces):
        return None
    return pieces


def forget() -> None:
    """Let go of texts that were read."""
    split.cache_clear()


def _key(part: parts.Part) -> Key:
    if part.root is None:
        return LEAD
    if part.name is None:
        return WHOLE
    return (parts.SPLIT, part.name) if part.scene else (part.name,)


def splices_to(old: str, new: str) -> list[Splice]:
    """Work out small splices that make one text of another, piece by piece where that can be."""
    if old == new:
        return []
    before, after = split(old), split(new)
    if before is None or after is None:
        before, after = _lines(old), _lines(new)
    found = list(_between_pieces(before, after))
    made = all_spliced(old, in_turn(found))
    if made == new:
        return found
    whole = between(old, new)
    return [] if whole is None else [whole]


def _lines(text: str) -> list[Piece]:
    return [Piece((line,), line) for line in text.splitlines(keepends=True)]


def _between_pieces(before: Sequence[Piece], after: Sequence[Piece]) -> Iterable[Splice]:
    starts = [0]
    for one in before:
        starts.append(starts[-1] + len(one.text))
    for first, last, other_first, other_last in hunks(before, after):
        old, new = before[first:last], after[other_first:other_last]
        if [one.key for one in old] == [one.key for one in new]:
            for place, (one, other) in enumerate(zip(old, new, strict=True), first):
                yield from _one(one.text, other.text, starts[place])
        else:
            made = "".join(one.text for one in new)
            yield from _one("".join(one.text for one in old), made, starts[first])


def hunks(before: Sequence[T], after: Sequence[T]) -> list[tuple[int, int, int, int]]:
    """Give where two sequences differ: from and to in the one, from and to in the other."""
    head, tail = ends(before, after)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    return [
        (first + head, last + head, other_first + head, other_last + head)
        for kind, first, last, other_first, other_last in SequenceMatcher(
            None, old, new, autojunk=len(old) > _MANY
        ).get_opcodes()
        if kind != "equal"
    ]


def ends(before: Sequence[T], after: Sequence[T]) -> tuple[int, int]:
    """Give how many things two sequences begin with, and then end with, that are the same."""
    short = min(len(before), len(after))
    head = next((at for at in range(short) if before[at] != after[at]), short)
    tail = 0
    while tail < short - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return head, tail


def _one(old: str, new: str, at: int) -> Iterable[Splice]:
    found = between(old, new, at)
    return () if found is None else (found,)
