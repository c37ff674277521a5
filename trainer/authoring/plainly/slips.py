"""Whether a name that is not there is a slip of one that is, or was taken out by the author."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring.source.parts import SPLIT

if TYPE_CHECKING:
    from trainer.authoring.document import Document
    from trainer.scenario.problems import Problem

_NAMES: Final = MappingProxyType(
    {
        "unknown-scene": (SPLIT, "to"),
        "unknown-cast": ("cast", "name"),
        "unknown-variable": ("state", "name"),
    }
)
"""By code: the key that holds such names, and the parameter that gives the one in question."""

_SLIP: Final = 0.8
"""Likeness, from 0 to 1, from which a name is another one misspelt."""

_DIGITS: Final = re.compile(r"\d+")


def was_taken_out(document: Document, problem: Problem) -> bool:
    """Whether a name that is not there is of somebody, or of a scene, taken out before."""
    top, param = _NAMES.get(problem.code, ("", ""))
    return bool(top) and (top, str(problem.params.get(param))) in document.gone


def may_be_meant(document: Document, problem: Problem) -> bool:
    """Whether the near name that a problem offers was meant; of other hints, that is so.

    What the author has just taken out is not mended by whatever sounds like it. Names in which
    only a number differs are of two things.
    """
    hint = problem.hint
    if hint is None or hint.case != "near" or problem.code not in _NAMES:
        return True
    word = str(problem.params.get(_NAMES[problem.code][1])).casefold()
    near = str(hint.params.get("near")).casefold()
    if was_taken_out(document, problem) or _DIGITS.findall(word) != _DIGITS.findall(near):
        return False
    return _is_one_letter_apart(word, near) or _likeness(word, near) >= _SLIP


def _likeness(word: str, near: str) -> float:
    return SequenceMatcher(None, word, near, autojunk=False).ratio()


def _is_one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter is another, is missing, is too many, or two neighbours are swapped."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or len(short) < 2:
        return False
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[:at] + short[at : at + 2][::-1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long
