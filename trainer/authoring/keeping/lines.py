"""Puts the lines of two texts together that were one: where only one has changed, it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring.keeping.pieces import hunks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class _Hunk(NamedTuple):
    """Lines ``first`` to ``last`` of the old text became ``lines``; ``mine`` says where."""

    first: int
    last: int
    lines: list[str]
    mine: bool


def merged_lines(base: str, ours: str, theirs: str) -> str | None:
    """Give both changes in one text; None if they touch each other and are not the same."""
    made = merged_entries(*(one.splitlines(keepends=True) for one in (base, ours, theirs)))
    return None if made is None else "".join(made)


def merged_entries(
    old: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> list[str] | None:
    """Do the same to the entries of lists."""
    changes = [*_changes(old, ours, mine=True), *_changes(old, theirs, mine=False)]
    changes.sort(key=lambda one: (one.first, one.last))
    made: list[str] = []
    at = 0
    for group in _grouped(changes):
        lines = _agreed(old, group)
        if lines is None:
            return None
        first = group[0].first
        made += old[at:first]
        made += lines
        at = max(one.last for one in group)
    return [*made, *old[at:]]


def _changes(old: Sequence[str], new: Sequence[str], *, mine: bool) -> Iterator[_Hunk]:
    for first, last, other_first, other_last in hunks(old, new):
        yield _Hunk(first, last, list(new[other_first:other_last]), mine)


def _grouped(changes: Sequence[_Hunk]) -> Iterator[list[_Hunk]]:
    """Go through changes; those of two sides that touch each other come together."""
    group: list[_Hunk] = []
    end = -1
    for one in changes:
        if group and one.first > end:
            yield group
            group = []
        group.append(one)
        end = max(end, one.last) if len(group) > 1 else one.last
    if group:
        yield group


def _agreed(old: Sequence[str], group: Sequence[_Hunk]) -> list[str] | None:
    """Give what becomes of the lines that a group reaches over; None if sides do not agree."""
    first, last = group[0].first, max(one.last for one in group)
    made = []
    for mine in (True, False):
        side = [one for one in group if one.mine is mine]
        if not side:
            continue
        lines: list[str] = []
        at = first
        for one in side:
            lines += old[at : one.first]
            lines += one.lines
            at = one.last
        made.append(lines + list(old[at:last]))
    return made[0] if all(lines == made[0] for lines in made) else None
