"""Dividing people into pairs or threes, with what remains, as a facilitator would.

Nobody is left alone where there are others. Among pairs, whoever remains makes a three; among
threes one who remains makes a four, and two who remain are a pair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


def sizes(people: int, size: int) -> tuple[int, ...]:
    """Give how many are in each group: full ones first, then what remains; ``size`` is 2 or more.

    With one who remains the last group has one more; with several, they are a group.
    """
    whole, rest = divmod(people, size)
    if rest == 1 and whole:
        return (*(size for _one in range(whole - 1)), size + 1)
    return (*(size for _one in range(whole)), *((rest,) if rest else ()))


def divided(people: Sequence[T], size: int) -> tuple[tuple[T, ...], ...]:
    """Give the groups of people, in their order."""
    found = []
    at = 0
    for many in sizes(len(people), size):
        found.append(tuple(people[at : at + many]))
        at += many
    return tuple(found)
