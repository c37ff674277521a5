"""How many words there are to read.

A word is a run of letters, marks and digits (Unicode's L*, M*, Nd) with single ``'``,
``’``, ``-`` or ``.`` between them. Scripts written without spaces (Chinese, Japanese,
Thai, Lao, Khmer) count two letters as one word, rounded up over each text; the script
of each letter decides, not the language of the file, so that one Chinese line in an
English scenario, and a Latin name in a Thai one, count as they read. Where a Markdown
link leads is not read, so it does not count; the text of the link does.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.scenario.model import Choice, Line, Scenario, Scene

_LINK_TARGET = re.compile(r"(?<=\])\([^()\n]*\)")
_LETTER, _DENSE, _JOINER, _OTHER = "a", "字", "-", " "
_JOINERS = "'’-."
_DENSE_RANGES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1780, 0x17FF), (0x19E0, 0x19FF),  # Khmer
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),  # Han
    (0x3031, 0x3035), (0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F),
    (0x1AFF0, 0x1B16F),  # Kana
    (0x3100, 0x312F), (0x31A0, 0x31BF),  # Bopomofo
)  # fmt: skip


class _Kinds(dict[int, str]):
    """Kind of each character, for ``str.translate``; worked out when first met."""

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        dense = any(first <= code <= last for first, last in _DENSE_RANGES)
        if chr(code) in _JOINERS:
            kind = _JOINER
        elif category[0] in "LM" or category == "Nd":
            kind = _LETTER
            if dense and category != "Nd":
                kind = _DENSE if category[0] == "L" else ""
        else:
            kind = _OTHER
        self[code] = kind
        return kind


_KINDS = _Kinds()
_TYPOGRAPHY = tuple(zip("’“”—–…", ("'", " ", " ", " ", " ", " "), strict=True))
"""Frequent in English prose; once they are gone the quick way through ASCII is open."""


def count(texts: Sequence[str]) -> int:
    """Count the words of some texts; no word goes from one into the next."""
    whole = "\n".join(texts)
    if "](" in whole:
        whole = _LINK_TARGET.sub("", whole)
    if not whole.isascii():
        for sign, plain in _TYPOGRAPHY:
            whole = whole.replace(sign, plain)
    kinds = " " + whole.translate(_KINDS)
    dense = 0
    if _DENSE in kinds:
        dense = sum((_letters(text) + 1) // 2 for text in texts)
        kinds = kinds.replace(_DENSE, _OTHER)
    # Twice, since two joined single letters overlap: e.g.a
    kinds = kinds.replace("a-a", "aa").replace("a-a", "aa").replace(_JOINER, _OTHER)
    return kinds.count(" a") + dense


def _letters(text: str) -> int:
    return _LINK_TARGET.sub("", text).translate(_KINDS).count(_DENSE)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a scenario: all of them, and those of text and lines by scene."""

    total: int
    seen: dict[str, int]


def of(scenario: Scenario) -> Words:
    """Count text, lines, check, say, act, own_words, feedback, consequence and view."""
    seen = {name: count(_seen(scene)) for name, scene in scenario.scenes.items()}
    rest = sum(count(_rest(scene)) for scene in scenario.scenes.values())
    return Words(sum(seen.values()) + rest, seen)


def texts(scenario: Scenario) -> Iterator[str]:
    """Go through all texts that :func:`of` counts."""
    for scene in scenario.scenes.values():
        yield from _seen(scene)
        yield from _rest(scene)


def shown(text: str | None, lines: tuple[Line, ...]) -> list[str]:
    """Give the text and the lines of a scene or a consequence."""
    said = [line.text for line in lines]
    return [text, *said] if text else said


def _seen(scene: Scene) -> list[str]:
    return shown(scene.text, scene.lines)


def _rest(scene: Scene) -> list[str]:
    texts = [scene.check] if scene.check else []
    if scene.ending and scene.ending.view:
        texts.append(scene.ending.view)
    for choice in scene.choices:
        texts.extend(_of_choice(choice))
    return texts


def _of_choice(choice: Choice) -> Iterator[str]:
    yield choice.words
    if choice.feedback:
        yield choice.feedback.headline
        if choice.feedback.why:
            yield choice.feedback.why
        yield from choice.feedback.about.values()
    if choice.consequence:
        yield from shown(choice.consequence.text, choice.consequence.lines)
