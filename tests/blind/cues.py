"""What somebody could go by who does not read the scene: place, length, signs, manners."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from trainer.scenario.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.blind.decisions import Decision
    from trainer.scenario.model import Choice


class Hits(NamedTuple):
    """How often a cue was right, beside what chance gives: the mean, and one deviation."""

    right: float
    chance: float
    spread: float
    places: int

    @property
    def deviations(self) -> float:
        """How far above chance it is, in deviations."""
        return (self.right - self.chance) / self.spread if self.spread else 0.0


def _matching(pattern: str, *, without: bool = False) -> Callable[[Sequence[Choice]], list[Choice]]:
    find = re.compile(pattern, re.IGNORECASE).search
    return lambda offered: [one for one in offered if bool(find(one.words)) is not without]


def _extreme(of: Callable[[Choice], float]) -> Callable[[Sequence[Choice]], list[Choice]]:
    return lambda offered: [max(offered, key=of)]


def _sentences(choice: Choice) -> int:
    return len(re.findall(r"[.?!…]", choice.words))


CUES: dict[str, Callable[[Sequence[Choice]], Sequence[Choice]]] = {
    "the first": lambda offered: offered[:1],
    "the last": lambda offered: offered[-1:],
    "in the middle": lambda offered: offered[1:-1],
    "the longest": _extreme(lambda one: len(one.words)),
    "the shortest": _extreme(lambda one: -len(one.words)),
    "most sentences": _extreme(_sentences),
    "most commas": _extreme(lambda one: one.words.count(",")),
    "a question": _matching(r"\?"),
    "no question": _matching(r"\?", without=True),
    "something said": lambda offered: [one for one in offered if one.kind is Kind.SAY],
    "something done": lambda offered: [one for one in offered if one.kind is Kind.ACT],
    "words in quotes": _matching("“"),
    "politeness": _matching(r"\b(please|sorry|excuse|thank|would you|could you|may i)\b"),
    "asking or wanting": _matching(r"\?|\b(if|ask|want|please)\b"),
    "somebody's name": _matching(r"(?<!^)(?<![.?!“] )\b[A-Z][a-z]+"),
    "a number": _matching(r"\d|\b(one|two|three|four|five|ten)\b"),
    "I or me": _matching(r"\b(I|I’m|I’ll|me|my)\b"),
    "you": _matching(r"\b(you|your)\b"),
    "sitting, standing, beside": _matching(r"\b(sit|stand|beside|next to)\b"),
    "nothing negative": _matching(r"\b(no|not|don’t|never|stop|can’t|won’t)\b", without=True),
}
"""Cues by name. Politeness and the like are words of the scenarios' language, English."""


def hits(asked: Sequence[Decision], cue: str) -> Hits:
    """Follow a cue through all decisions in which it points at some of the choices."""
    right = chance = variance = 0.0
    places = 0
    for decision in asked:
        pointed = CUES[cue](decision.choices)
        if not pointed or len(pointed) == len(decision.choices):
            continue
        best = [decision.choices[place] for place in decision.best()]
        share = len(best) / len(decision.choices)
        places += 1
        right += sum(one in best for one in pointed) / len(pointed)
        chance += share
        variance += share * (1 - share)
    return Hits(right, chance, math.sqrt(variance), places)
