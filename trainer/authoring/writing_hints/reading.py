"""How easy a scene is to read, how long it is, and which sentences to look at first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer.language import _, ngettext
from trainer.scenario import words
from trainer.scenario.ease import lix_of
from trainer.scenario.exploring_checks import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG_SENTENCE: Final = 20
"""Words from which on a sentence is shown to be looked at; ours."""

_MOST: Final = 3
_EASY, _USUAL = 30, 50
_SENTENCE: Final = re.compile(r"[^.!?…]+(?:[.!?…]+[”’\"')]*|\Z)")
_SPOKEN: Final = frozenset({"soft"})


class Sentence(NamedTuple):
    """A sentence, and how many words it has."""

    text: str
    words: int


class Reads(NamedTuple):
    """How a scene reads.

    ``total`` are the words that are read before one decides; ``lix`` is None where it says
    nothing; ``longest`` are long sentences, the longest first.
    """

    total: int
    lix: float | None
    longest: tuple[Sentence, ...]


def of_scene(scene: Any, language: str) -> Reads:
    """Work out how a scene reads, of its data as written."""
    texts = list(_texts(scene))
    long = [
        Sentence(found.strip(), words.count([found]))
        for text in texts
        for found in _SENTENCE.findall(text.replace("\n", " "))
    ]
    longest = sorted((one for one in long if one.words > LONG_SENTENCE), key=lambda one: -one.words)
    lix = lix_of(texts, language) if texts else None
    return Reads(words.count(texts), lix, tuple(longest[:_MOST]))


def _texts(scene: Any) -> Iterator[str]:
    """Go through text and lines."""
    if not isinstance(scene, dict):
        return
    text = scene.get("text")
    if isinstance(text, str) and text.strip():
        yield text
    lines = scene.get("lines")
    for line in lines if isinstance(lines, list) else ():
        if isinstance(line, str) and line.strip():
            yield line
        for key, said in line.items() if isinstance(line, dict) else ():
            if key not in _SPOKEN and isinstance(said, str) and said.strip():
                yield said


def ease_words(reads: Reads) -> str:
    """Say how easy it is to read; empty where that is not known."""
    if reads.lix is None:
        return ""
    if reads.lix < _EASY:
        return _("It reads as easily as a book for children.")
    if reads.lix < _USUAL:
        return _("It reads like a story in a magazine.")
    return _("It reads like a newspaper or harder: shorter sentences and words help.")


def length_words(reads: Reads) -> str:
    """Say how long it is, beside what is long to read at once."""
    said = ngettext("%(n)d word before one decides", "%(n)d words before one decides", reads.total)
    told = said % {"n": reads.total}
    if reads.total > LONG:
        return _("%(words)s; more than %(limit)d are long to read at once.") % {
            "words": told,
            "limit": LONG,
        }
    return _("%(words)s; up to %(limit)d are fine.") % {"words": told, "limit": LONG}
