"""A splice: some characters of a text, and what stands there instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Splice(NamedTuple):
    """Characters ``start`` to ``end`` of a text become ``new``."""

    start: int
    end: int
    new: str

    @property
    def grows(self) -> int:
        """By how many characters the text becomes longer."""
        return len(self.new) - (self.end - self.start)


def spliced(text: str, splice: Splice) -> str:
    """Give a text with a splice made."""
    return f"{text[: splice.start]}{splice.new}{text[splice.end :]}"


def in_turn(splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Order splices that all count in one text from its end to its start.

    So ordered, and not overlapping, they can also be made one after another.
    """
    return tuple(sorted(splices, key=lambda one: (one.start, one.end), reverse=True))


def all_spliced(text: str, ordered: Sequence[Splice]) -> str:
    """Give a text with all of some splices made, which go from its end to its start."""
    pieces: list[str] = []
    end = len(text)
    for one in ordered:
        pieces += (text[one.end : end], one.new)
        end = one.start
    pieces.append(text[:end])
    return "".join(reversed(pieces))


def all_undoing(text: str, ordered: Sequence[Splice]) -> tuple[Splice, ...]:
    """Give the splices that take others back, and count in the text after them.

    ``text`` is how it was before; both go from the text's end to its start.
    """
    back: list[Splice] = []
    grown = 0
    for one in reversed(ordered):
        start = one.start + grown
        back.append(Splice(start, start + len(one.new), text[one.start : one.end]))
        grown += one.grows
    return tuple(reversed(back))


def joined(
    one: tuple[Splice, Splice], other: tuple[Splice, Splice]
) -> tuple[Splice, Splice] | None:
    """Make one splice of two that are made one after the other; None if they do not touch.

    Each comes with the one that takes it back. The other one counts in what the one has left.
    """
    (first, first_back), (then, then_back) = one, other
    start, end = first.start, first.start + len(first.new)
    if then.end < start or then.start > end:
        return None
    before, after = max(0, start - then.start), max(0, then.end - end)
    gone = then_back.new[:before] + first_back.new + then_back.new[len(then_back.new) - after :]
    kept = first.new[: max(0, then.start - start)], first.new[max(0, then.end - start) :]
    low, new = min(start, then.start), kept[0] + then.new + kept[1]
    return Splice(low, low + len(gone), new), Splice(low, low + len(new), gone)


def between(old: str, new: str, at: int = 0) -> Splice | None:
    """Give the smallest splice that makes ``new`` of ``old``; None if they are the same.

    ``at`` is where ``old`` starts in the text that the splice counts in.
    """
    if old == new:
        return None
    start = common(old, new)
    same = common(old[start:][::-1], new[start:][::-1])
    return Splice(at + start, at + len(old) - same, new[start : len(new) - same])


def common(one: str, other: str) -> int:
    """Count the characters with which both begin, in steps that halve."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one.startswith(other[low:middle], low):
            low = middle
        else:
            high = middle - 1
    return low
