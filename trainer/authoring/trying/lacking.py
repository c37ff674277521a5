"""What a condition lacks: which of its parts do not hold, and how near it ever comes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING, Final

from trainer.authoring.trying.conditions import AllOf, Compared, Part, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from trainer.scenario.model import Condition, Value

_MOST: Final = 4
"""Ways of mending a condition that are told."""


@dataclass(frozen=True, slots=True)
class Lack:
    """A part of a condition that does not hold: what is, and what it ought to be.

    ``other`` is the name of what it is compared with, where that has one.
    """

    name: str
    now: Value
    sign: str
    wanted: Value
    other: str = ""


@dataclass(frozen=True, slots=True)
class Never:
    """Why a condition holds in no state that is ever reached.

    ``best`` is the nearest that ``lack.name`` ever comes to it, if that part alone never holds;
    else each part holds somewhere, never all at once, and ``lacks`` are those of the nearest state.
    """

    lacks: tuple[Lack, ...]
    alone: bool


def lacks(
    condition: Condition | None, state: Mapping[str, Value]
) -> tuple[tuple[Lack, ...], ...]:  # fmt: skip
    """Say what would let a condition hold, the least first; nothing if it holds.

    Each entry is one way of mending it, and all parts of that are needed. A condition that can
    never hold has one entry without parts.
    """
    found = _ways(parts(condition), state)
    if any(not one for one in found):
        return ()
    ordered = sorted(found, key=lambda way: (len(way), sum(one.distance(state) for one in way)))
    if not ordered:
        return ((),)
    return tuple(tuple(_lack(one, state) for one in way) for way in ordered[:_MOST])


def never(condition: Condition | None, states: Iterable[Mapping[str, Value]]) -> Never | None:
    """Say why a condition holds in none of some states; None if it does in one, or there is none.

    Of all states the nearest is looked at: there the fewest parts do not hold, by the least.
    """
    part, known = parts(condition), list(states)
    best: tuple[tuple[int, int], tuple[Compared, ...], Mapping[str, Value]] | None = None
    for state in known:
        for way in _ways(part, state):
            if not way:
                return None
            far = len(way), sum(one.distance(state) for one in way)
            if best is None or far < best[0]:
                best = far, way, state
    if best is None:
        return Never((), alone=True) if known else None
    _far, way, state = best
    alone = [one for one in way if not any(one.holds(other) for other in known)]
    if alone:
        return Never(tuple(_nearest(one, known) for one in alone), alone=True)
    return Never(tuple(_lack(one, state) for one in way), alone=False)


def _nearest(one: Compared, states: Sequence[Mapping[str, Value]]) -> Lack:
    return _lack(one, min(states, key=one.distance))


def _lack(one: Compared, state: Mapping[str, Value]) -> Lack:
    return Lack(one.name, state[one.name], one.sign, one.against(state), one.other)


def _ways(part: Part, state: Mapping[str, Value]) -> list[tuple[Compared, ...]]:
    """Give ways of letting a part hold: the comparisons that each of them has to change."""
    if isinstance(part, Compared):
        return [()] if part.holds(state) else [(part,)]
    inside = [_ways(one, state) for one in part.parts]
    if isinstance(part, AllOf):
        # Not all of what could be combined: a handful is more than anybody reads.
        joined = islice(product(*(found[:_MOST] for found in inside)), _MOST**3)
        return [tuple(dict.fromkeys(one for way in ways for one in way)) for ways in joined]
    return sorted((way for found in inside for way in found), key=len)
