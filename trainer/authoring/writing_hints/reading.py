"""How easy a scene is to read, how long it is, and which sentences to look at first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer.language import _, ngettext
from trainer.scenario.exploring.checks import LONG
from trainer.scenario.texts import words
from trainer.scenario.texts.ease import lix_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.outline import Outline, Way
    from trainer.authoring.source.nodes import Node

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

    ``own`` are its words; ``before`` those that are read since the last decision until one comes
    to it, on the way with the most. ``lix`` is None where it says nothing; ``longest`` are long
    sentences, the longest first; ``decides`` tells that one decides in it.
    """

    own: int
    lix: float | None
    longest: tuple[Sentence, ...]
    before: int = 0
    decides: bool = False

    @property
    def total(self) -> int:
        """Words since the last decision, those of the scene included."""
        return self.own + self.before


def of_scene(scene: Any, language: str, before: int = 0) -> Reads:
    """Work out how a scene reads, of its data as written; ``before`` is as in :class:`Reads`."""
    texts = list(_texts(scene))
    long = [
        Sentence(found.strip(), words.count([found]))
        for text in texts
        for found in _SENTENCE.findall(text.replace("\n", " "))
    ]
    longest = sorted((one for one in long if one.words > LONG_SENTENCE), key=lambda one: -one.words)
    lix = lix_of(texts, language) if texts else None
    decides = isinstance(scene, dict) and "choices" in scene
    return Reads(words.count(texts), lix, tuple(longest[:_MOST]), before, decides)


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


class Counter:
    """Counts what is read between the last decision and a scene, as the rule ``long-scene`` does.

    What has not changed since is not counted again.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._own: dict[str, tuple[Node | None, int]] = {}

    def before(self, outline: Outline, scene: str) -> int:
        """Count the words on the way with the most; a circle that only goes on is left out."""
        arrivals = outline.arrivals()
        known: dict[str, int] = {}
        begun: set[str] = set()
        waiting = [scene]
        while waiting:
            here = waiting[-1]
            ways = arrivals.get(here, [])
            passed = [name for name, way in ways if _goes_on(way) and name not in begun]
            begun.add(here)
            if passed and here not in known:
                waiting += passed
                continue
            waiting.pop()
            known[here] = max((self._of(name, way, known) for name, way in ways), default=0)
        return known[scene]

    def _of(self, name: str, way: Way, known: dict[str, int]) -> int:
        if _goes_on(way):
            return known[name] + self._words(name) if name in known else 0
        if way.choice is None:
            return 0
        path = ("scenes", name, "choices", way.choice, "consequence")
        return words.count([*_texts(self.document.data(path))])

    def _words(self, scene: str) -> int:
        part = self.document.scenes().get(scene)
        root = None if part is None else part.root
        kept = self._own.get(scene)
        if kept is None or root is None or kept[0] is not root:
            count = words.count([*_texts(self.document.data(("scenes", scene)))])
            kept = self._own[scene] = root, count
        return kept[1]


def _goes_on(way: Way) -> bool:
    return way.choice is None and not way.timer


def ease_words(reads: Reads) -> str:
    """Say how easy it is to read; empty where that is not known."""
    if reads.lix is None:
        return ""
    if reads.lix < _EASY:
        return _("It is easy to read.")
    if reads.lix < _USUAL:
        return _("It reads like most stories.")
    return _("It is harder to read than most stories: shorter sentences and words help.")


def length_words(reads: Reads) -> str:
    """Say how long it is, beside what is long to read at once."""
    said = (
        ngettext("%(n)d word before one decides", "%(n)d words before one decides", reads.total)
        if reads.decides
        else ngettext(
            "%(n)d word since the last decision", "%(n)d words since the last decision", reads.total
        )
    )
    told = said % {"n": reads.total}
    if reads.before:
        told = _("%(words)s, %(n)d of them here") % {"words": told, "n": reads.own}
    if reads.total > LONG:
        return _("%(words)s; more than %(limit)d are long to read at once.") % {
            "words": told,
            "limit": LONG,
        }
    return _("%(words)s; up to %(limit)d are fine.") % {"words": told, "limit": LONG}
