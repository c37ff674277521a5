"""Which entries of two lists are the same thing: by what they are called, or by what they say."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.authoring.source.nodes import Data

_MANY: Final = 60
"""Entries of both lists together up to which those that are alike are looked for."""

_ALIKE: Final = 0.5
_WORD: Final = re.compile(r"\w+")

Pair = tuple[int | None, int | None]
"""Places in the old and in the new list; None where it is not in the other."""


def pairs(old: Sequence[Data], new: Sequence[Data]) -> list[Pair]:
    """Give each entry of two lists with its like, as the new one has them; those gone last."""
    written = [[_written(one) for one in side] for side in (old, new)]
    found: dict[int, int] = {}
    _take(found, written[0], written[1])
    _take(found, [_id(one) for one in old], [_id(one) for one in new])
    _take_alike(found, written[0], written[1])
    partners = {there: here for here, there in found.items()}
    gone: list[Pair] = [(at, None) for at in range(len(old)) if at not in found]
    return [*((partners.get(at), at) for at in range(len(new))), *gone]


def in_order(found: Sequence[Pair]) -> bool:
    """Tell whether what is in both lists stands in the same order."""
    places = [here for here, there in found if here is not None and there is not None]
    return places == sorted(places)


def _take(found: dict[int, int], old: Sequence[str], new: Sequence[str]) -> None:
    """Pair those that nothing else is called like, in either list."""
    taken = set(found.values())
    left = [(at, one) for at, one in enumerate(old) if at not in found and one]
    right = [(at, one) for at, one in enumerate(new) if at not in taken and one]
    counts = Counter(one for _at, one in left), Counter(one for _at, one in right)
    there = {one: at for at, one in right}
    for at, one in left:
        if counts[0][one] == 1 == counts[1][one]:
            found[at] = there[one]


def _take_alike(found: dict[int, int], old: Sequence[str], new: Sequence[str]) -> None:
    taken = set(found.values())
    left = [at for at in range(len(old)) if at not in found]
    right = [at for at in range(len(new)) if at not in taken]
    if not left or not right or len(left) + len(right) > _MANY:
        found.update(zip(left, right, strict=False) if len(left) == len(right) else ())
        return
    words = {to: Counter(_WORD.findall(new[to])) for to in right}
    for at in left:
        own = Counter(_WORD.findall(old[at]))
        rated = [(_alike(own, words[to]), -abs(at - to), to) for to in right]
        best = max(rated, default=(0.0, 0, -1))
        if best[0] >= _ALIKE:
            found[at] = best[2]
            right.remove(best[2])


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """Say how much of their words two entries have in common."""
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def _written(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _id(data: Data) -> str:
    given = data.get("id") if isinstance(data, dict) else None
    return given if isinstance(given, str) else ""
