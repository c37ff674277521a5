"""How easy a scenario is to read, as LIX.

LIX is the mean number of words in a sentence plus the share of words of more than six
letters in per cent (C. H. Björnsson, Läsbarhet, 1968). It needs no list of syllables, so it
serves any language written with spaces; below 30 reads like a children's book, 40 like
fiction, 50 like a newspaper.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from trainer.scenario.texts import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.scenario.model import Scenario

LONG: Final = 6
"""Letters above which a word is long."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END: Final = re.compile(r"[.!?…]+(?=[\s”’\"')]|$)")
_LANGUAGES_WITHOUT_SPACES: Final = frozenset({"zh", "ja", "th", "lo", "km", "my"})


def lix(scenario: Scenario) -> float | None:
    """Work out the LIX of all that a player can read; None where it says nothing."""
    return lix_of(words.texts(scenario), scenario.language)


def lix_of(texts: Iterable[str], language: str) -> float | None:
    """Work out the LIX of some texts in a language; None where it says nothing."""
    if language.split("-")[0] in _LANGUAGES_WITHOUT_SPACES:
        return None
    found = sentences = long = 0
    for text in texts:
        told = _WORD.findall(text)
        found += len(told)
        long += sum(len(word) > LONG for word in told)
        # What does not end with a stop is a sentence all the same: a line, a headline.
        sentences += len(_SENTENCE_END.findall(text)) or 1
    return found / sentences + 100 * long / found if found else None
