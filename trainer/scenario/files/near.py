"""What someone probably meant: the known word that is nearest to an unknown one."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

CLOSE: Final = 0.6
"""Likeness, from 0 to 1, from which a word is offered."""

SURE: Final = 0.75
"""Likeness from which a key surely is the other key, so that its value is read as such."""

SWAPPED: Final = 0.9
"""Likeness of two words of which one has two neighbouring letters swapped."""

_LONGEST: Final = 60
_COMPARISONS: Final = 100_000


class Finder:
    """Finds near words for one file; gives up after a while, so that no file takes forever."""

    def __init__(self) -> None:
        self._left = _COMPARISONS
        self._found: dict[tuple[str, int], tuple[str, float] | None] = {}

    def near(self, word: str, known: Iterable[str]) -> str | None:
        """Give the nearest known word, or None if none is near."""
        found = self.rated(word, known)
        return found[0] if found else None

    def rated(self, word: str, known: Iterable[str]) -> tuple[str, float] | None:
        """Give the nearest known word and how like it is."""
        place = word, id(known)
        if place not in self._found:
            self._found[place] = self.search(word, known)
        return self._found[place]

    def search(self, word: str, known: Iterable[str]) -> tuple[str, float] | None:
        """Do the same without remembering: for a collection that will not live on."""
        if not word or len(word) > _LONGEST:
            return None
        folded = _folded(word)
        best: tuple[str, float] | None = None
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(folded)
        for candidate in known:
            self._left -= 1
            if self._left < 0:
                break
            if len(candidate) > _LONGEST:
                continue
            if _folded(candidate) == folded:
                return candidate, 1.0
            floor = best[1] if best else CLOSE
            matcher.set_seq1(_folded(candidate))
            if matcher.real_quick_ratio() < floor or matcher.quick_ratio() < floor:
                continue
            likeness = max(matcher.ratio(), _swapped(folded, _folded(candidate)))
            if (best is None and likeness >= CLOSE) or (best is not None and likeness > best[1]):
                best = candidate, likeness
        return best


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-")


def _swapped(one: str, other: str) -> float:
    """Give how like two words are if they differ in two neighbours only, else 0."""
    if len(one) != len(other):
        return 0.0
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return 0.0
    first, last = apart
    return SWAPPED if one[first] == other[last] and one[last] == other[first] else 0.0
