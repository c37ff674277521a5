"""Hands as they are typed, “2 14”: the number of an answer, and how many hands it has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trainer.language import _
from trainer.workshop.votes.ballot import MOST_HANDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PAIR: Final = re.compile(r"(\d{1,2})[\s:=]+(\d{1,4})")
_PAIRS: Final = re.compile(rf"{_PAIR.pattern}(?:[\s,;]+{_PAIR.pattern})*[\s,;]*")


def closed_words() -> str:
    """Say why no hands can be typed in, and what to do."""
    return _("The vote is closed: V opens it")


@dataclass(frozen=True, slots=True)
class Entered:
    """What Enter does: counts hands, says what is wrong, or goes on where nothing was typed.

    ``at`` is the question that is asked now, None behind the last one.
    """

    at: int | None
    counted: tuple[tuple[str, int], ...] = ()
    wrong: str = ""


def entered(text: str, asked: Sequence[Mapping[int, str]], at: int) -> Entered:
    """Take what was typed at one of the questions that are asked together.

    Args:
        text: what was typed.
        asked: of each question, the answers by the number that the room sees.
        at: the question that it is for.

    """
    if not text.strip():
        return Entered(at + 1 if at + 1 < len(asked) else None)
    found, wrong = read(text, asked[at])
    return Entered(at, tuple(found), wrong)


def pairs(text: str) -> list[tuple[int, int]] | None:
    """Read "2 14", "2 14, 3 5" or "2 14 3 5" as answers with their hands; None if it is not so."""
    typed = text.strip()
    if not _PAIRS.fullmatch(typed):
        return None
    return [(int(one[1]), int(one[2])) for one in _PAIR.finditer(typed)]


def how() -> str:
    """Say how hands are typed."""
    return _("Each answer needs two numbers, its own and how many hands: 2 14.")


def read(text: str, ids: Mapping[int, str]) -> tuple[list[tuple[str, int]], str]:
    """Read hands of several answers; nothing and a sentence where they cannot be read.

    Args:
        text: what was typed.
        ids: the answers by the number that the room sees.

    """
    typed = pairs(text)
    if typed is None:
        return [], how()
    unknown = next((number for number, _count in typed if number not in ids), None)
    if unknown is not None:
        said = _("There is no answer %(number)d here; nothing was counted.")
        return [], said % {"number": unknown}
    if any(count > MOST_HANDS for _number, count in typed):
        said = _("More than %(most)d hands cannot be counted; nothing was.")
        return [], said % {"most": MOST_HANDS}
    return [(ids[number], count) for number, count in typed], ""
