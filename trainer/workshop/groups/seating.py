"""Who is in which group: as it was formed, and as people come and sit out afterwards.

Groups stay as they are while somebody comes or goes, but for the one that it concerns: nobody who
is in the middle of a turn is sent elsewhere without need. All of it is worked out from the acts
alone, so that it is the same after a restart.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from trainer.workshop.groups.dividing import divided

if TYPE_CHECKING:
    from collections.abc import Iterable

Seating = tuple[tuple[str, ...], ...]
"""Voters, by group; the first group is number 1. A group that has dissolved is empty."""


def formed(voters: Iterable[str], size: int, seed: int) -> Seating:
    """Mix people and divide them; the same seed mixes them in the same way."""
    mixed = sorted(voters, key=lambda one: blake2b(f"{seed}/{one}".encode()).digest())
    return divided(mixed, size)


def with_one(seating: Seating, voter: str, size: int) -> Seating:
    """Add somebody: to the smallest group; one that becomes too large divides."""
    if any(voter in group for group in seating):
        return seating
    here = [number for number, group in enumerate(seating) if group]
    if not here:
        return (*seating, (voter,))
    smallest = min(here, key=lambda number: len(seating[number]))
    group = (*seating[smallest], voter)
    if len(group) <= size + 1:
        return _put(seating, smallest, group)
    first, *others = divided(group, size)
    return (*_put(seating, smallest, first), *others)


def without(seating: Seating, voter: str, size: int) -> Seating:
    """Take somebody out; whoever is left alone comes to another group."""
    number = number_of(seating, voter)
    if number is None:
        return seating
    left = tuple(one for one in seating[number - 1] if one != voter)
    if len(left) != 1 or sum(map(bool, seating)) == 1:
        return _put(seating, number - 1, left)
    return with_one(_put(seating, number - 1, ()), left[0], size)


def number_of(seating: Seating, voter: str) -> int | None:
    """Give the number of somebody's group, from 1; None if they are in none."""
    found = (number for number, group in enumerate(seating, start=1) if voter in group)
    return next(found, None)


def _put(seating: Seating, at: int, group: tuple[str, ...]) -> Seating:
    return (*seating[:at], group, *seating[at + 1 :])
