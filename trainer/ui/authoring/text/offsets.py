r"""Places in a text as Python counts them, and as Qt does.

Qt has one character for a line break of ``\\r\\n``, and two for an emoji. Both ways go from a
place that was asked for before: typing asks for places near each other.
"""

from __future__ import annotations

import re
from typing import Final

_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
_BREAK: Final = "\r\n"


class Offsets:
    """Translates places of one text."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self._known = (0, 0)
        self._breaks = _BREAK in text
        self._beyond = not text.isascii() and _BEYOND.search(text) is not None

    def renew(self, text: str, start: int, new: str) -> None:
        """Go on with a text that has changed from ``start`` on; ``new`` is what was put in."""
        self._known = self._back_to(start)
        self.text = text
        around = text[max(0, start - 1) : start + len(new) + 1]
        self._breaks = self._breaks or _BREAK in around
        self._beyond = self._beyond or _BEYOND.search(new) is not None

    @property
    def is_same(self) -> bool:
        """Whether both count alike in this text."""
        return not self._breaks and not self._beyond

    def to_qt(self, at: int) -> int:
        """Give Qt's place of a character; the middle of a line break is before it."""
        if self.is_same:
            return at
        if self._splits(at):
            at -= 1
        text_at, qt_at = self._known
        first, last = min(text_at, at), max(text_at, at)
        units = self._units(first, last)
        self._known = at, qt_at + units if at >= text_at else qt_at - units
        return self._known[1]

    def to_text(self, at: int) -> int:
        """Give the character at Qt's place; the middle of an emoji is before it."""
        if self.is_same:
            return at
        text_at, qt_at = self._known
        while qt_at != at:
            there = self._nearer(text_at, at - qt_at)
            units = self._units(min(text_at, there), max(text_at, there))
            if there == text_at or units > abs(at - qt_at):
                break  # Past the end, or inside of an emoji.
            qt_at += units if there > text_at else -units
            text_at = there
        if qt_at > at:  # Inside of an emoji, from behind.
            text_at, qt_at = text_at - 1, qt_at - 2
        self._known = text_at, qt_at
        return text_at

    def _nearer(self, text_at: int, units: int) -> int:
        """Go some way towards what is so many of Qt's units away, and not beyond it."""
        if self._beyond and abs(units) > 1:
            units = int(units / 2)
        there = min(max(text_at + units, 0), len(self.text))
        if self._splits(there):
            there += 1 if there > text_at else -1
        return there

    def _back_to(self, start: int) -> tuple[int, int]:
        """Give a place that is known and stays one when the text changes from ``start`` on."""
        if self.is_same:
            # Nobody kept what was known while both counted alike.
            at = max(0, start - 1)
            return at, at
        if self._known[0] < start:
            return self._known
        at = max(0, start - 1)
        return (at - self._splits(at), self.to_qt(at))

    def _splits(self, at: int) -> bool:
        return self._breaks and at > 0 and self.text.startswith(_BREAK, at - 1)

    def _units(self, start: int, end: int) -> int:
        units = end - start
        if self._breaks:
            units -= self.text.count(_BREAK, start, end)
        if self._beyond:
            units += len(_BEYOND.findall(self.text, start, end))
        return units
