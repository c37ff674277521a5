"""What one act of a workshop is, and what it may be told: nothing else comes in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from trainer.language import _
from trainer.practice.standing import clean
from trainer.workshop.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from trainer.workshop.making import Making
    from trainer.workshop.state import State

    Does = Callable[[Making, State, Mapping[str, Any], int], State]

MOST_TEXT: Final = 500
"""Characters of a text, unless its field says otherwise."""


class Who(StrEnum):
    """Who may do an act; a phone's come from the network, and name its voter."""

    FACILITATOR = "facilitator"
    PHONE = "phone"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Field:
    """Something that an act is told: a number, a text, yes or no, or several texts.

    ``most`` is the greatest number, or the most characters (of each, and of how many).
    """

    kind: type
    most: int = MOST_TEXT
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the table."""

    does: Does
    fields: Mapping[str, Field]
    who: Who = Who.FACILITATOR


def checked(act: Act, what: Mapping[str, Any]) -> dict[str, Any]:
    """Give what an act was told, of the right kinds and within its limits.

    Raises:
        Refused: it is not; ``bad-field``.

    """
    unknown = what.keys() - act.fields.keys()
    if unknown:
        raise _bad(min(map(str, unknown)))
    got: dict[str, Any] = {}
    for name, field in act.fields.items():
        if name in what:
            got[name] = _one(name, field, what[name])
        elif field.needed:
            raise _bad(name)
    return got


def _one(name: str, field: Field, value: Any) -> Any:
    right = type(value) is field.kind
    if right and field.kind is int and 0 <= value <= field.most:
        return value
    if right and field.kind is str and len(value) <= field.most:
        return clean(value)
    if right and field.kind is bool:
        return value
    if right and field.kind is list and len(value) <= field.most:
        text = Field(str, 100)
        return [_one(name, text, one) for one in value]
    raise _bad(name)


def _bad(name: str) -> Refused:
    return Refused("bad-field", _("“%(name)s” is not what this needs.") % {"name": name})
