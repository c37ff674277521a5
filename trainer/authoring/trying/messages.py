"""What goes between the window and the process beside it that answers questions."""

from __future__ import annotations

import copyreg
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.authoring.trying.answering import Answer, Question


def _mapping(view: MappingProxyType[Any, Any]) -> tuple[Callable[..., Any], tuple[Any, ...]]:
    return _view, (dict(view),)


def _view(of: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(of)


# What was read holds mappings that nobody can change; they are sent as what they show.
copyreg.pickle(MappingProxyType, _mapping)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question. ``text`` is None if it is about the same text as the one before."""

    number: int
    path: str
    text: str | None
    question: Question


@dataclass(frozen=True, slots=True)
class Far:
    """How far the answer is, and of how much; 0 if nobody knows."""

    number: int
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer; ``failed`` is what went wrong instead, for the log."""

    number: int
    answer: Answer
    failed: str = ""
