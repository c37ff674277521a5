"""What goes between the window and the process beside it that answers questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.authoring.trying.answering import Answer, Question


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
