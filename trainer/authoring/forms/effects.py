"""What a choice changes of what the story remembers, as one list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.source.nodes import Data


class How(StrEnum):
    """What happens to a value."""

    BECOMES = "becomes"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Effect:
    """One change. ``value`` is written as it stands in the file, without a sign."""

    name: str
    how: How
    value: str


def read(choice: Data) -> tuple[Effect, ...]:
    """Give what a choice changes: what it sets first, as it is done in that order."""
    if not isinstance(choice, dict):
        return ()
    found = [Effect(name, How.BECOMES, value) for name, value in _texts(choice.get("set"))]
    for name, value in _texts(choice.get("change")):
        number = value.strip()
        down = number.startswith("-")
        found.append(Effect(name, How.DOWN if down else How.UP, number.lstrip("+-")))
    return tuple(found)


def _texts(data: Data) -> list[tuple[str, str]]:
    if not isinstance(data, dict):
        return []
    return [(name, value) for name, value in data.items() if isinstance(value, str)]


def written(effects: Iterable[Effect]) -> tuple[dict[str, str] | None, dict[str, str] | None]:
    """Give what stands behind ``set`` and behind ``change``; None for nothing.

    Of two that do the same to one thing, the last counts.
    """
    sets: dict[str, str] = {}
    changes: dict[str, str] = {}
    for one in effects:
        if one.how is How.BECOMES:
            sets[one.name] = one.value
        else:
            changes[one.name] = f"-{one.value}" if one.how is How.DOWN else one.value
    return sets or None, changes or None
