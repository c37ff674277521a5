"""Hints: what may well be as it is, and what an author has said shall stay so.

A hint is about length or tidiness, never about the method, the people or whether a story works. It
keeps nobody from reviewing a file. Who leaves it so is asked again only once it is about something
else: another scene, or a number that is clearly another one.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring.checking.places import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.scenario.problems import Problem

CODES: Final = frozenset(
    {"long-scene", "long-section", "long-slide", "title-minutes", "cards-and-size"}
    | {"same-words", "unused-variable", "unused-source", "stale-translation", "too-many-states"}
    | {"forgotten-target", "unseen-target"}
)
"""Codes of hints. A translation that is stale shows the source text there, so it harms nobody."""

CAN_STAY: Final = CODES | {"template-reason"}
"""Codes of what an author may leave as it is: also whose words a reason is. Never what keeps a file
from being reviewed: it would be in the way later, with nothing to be seen."""

_NAMES: Final = ("scene", "section", "segment", "name", "language", "where")
_OF_SCENES: Final = frozenset({"long-scene", "same-words", "template-reason", "unseen-target"})
"""Codes whose key begins with the name of a scene."""

_NUMBERS: Final = ("words", "minutes", "cards")
_CLEARLY: Final = 10
"""Part of the number (one tenth) by which it may be another one, and be left so."""


def parted(document: Document, problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    """Give the problems that are told, and those that the author has left as they are."""
    told: list[Problem] = []
    left: list[Problem] = []
    known = document.arrangement.left
    for one in problems:
        (left if known and _is_left(document, known, one) else told).append(one)
    return told, left


def _is_left(document: Document, known: Mapping[str, int], problem: Problem) -> bool:
    if problem.code not in CAN_STAY:
        return False
    before = known.get(key_of(document, problem))
    return before is not None and abs(_number(problem) - before) * _CLEARLY <= before


def leave(step: Step, document: Document, problem: Problem) -> None:
    """Leave a hint as it is."""
    now = {**document.arrangement.left, key_of(document, problem): _number(problem)}
    step.arrange(document, replace(document.arrangement, left=MappingProxyType(now)))


def ask_again(step: Step, document: Document) -> None:
    """Tell again of all that was left as it is."""
    step.arrange(document, replace(document.arrangement, left=MappingProxyType({})))


def key_of(document: Document, problem: Problem) -> str:
    """Give what a hint is about, in one word of the file beside the text."""
    params = problem.params
    named = [str(params[one]) for one in _NAMES if one in params]
    path = [] if named else [str(step) for step in place_of(document, problem)[1]]
    return " ".join((problem.code, *(named or path)))


def renamed(key: str, old: str, new: str) -> str:
    """Give the key of a hint after a scene got another name."""
    code, _space, about = key.partition(" ")
    scene, slash, choice = about.partition("/")
    return f"{code} {new}{slash}{choice}" if code in _OF_SCENES and scene == old else key


def _number(problem: Problem) -> int:
    given = (problem.params[one] for one in _NUMBERS if one in problem.params)
    return int(next(given, 0))
