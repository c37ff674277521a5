"""The name of a scene in its box: on one line, or on two if it needs them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from trainer.authoring.layout.places import HIGH, TALL, WIDE
from trainer.ui import theme
from trainer.ui.theme import Role

PAD: Final = 15.0
"""Units between the edge of a box and its words."""

_SHORT: Final = 12
"""Signs that fit on one line, whichever they are."""


def unit_font(role: Role, of: str = "") -> QFont:
    """Give the font of a role in units, whatever the text size; ``of`` is what is set in it."""
    found = QFont(theme.font(role, of=of))
    found.setPixelSize(role.size)
    return found


def high(words: str) -> float:
    """Give how high the box of a scene is."""
    return HIGH if len(words) <= _SHORT or len(lines(words)) == 1 else TALL


def lines(words: str) -> tuple[str, ...]:
    """Give the lines of a name in its box; two at most, what does not fit ends in dots."""
    return _lines(words, theme.font(Role.STRONG).family())


@lru_cache(maxsize=8192)
def _lines(words: str, _family: str) -> tuple[str, ...]:
    metrics = QFontMetricsF(unit_font(Role.STRONG, words))
    room = WIDE - 2 * PAD
    if metrics.horizontalAdvance(words) <= room:
        return (words,)
    first, *others = words.split(" ")
    while others and metrics.horizontalAdvance(f"{first} {others[0]}") <= room:
        first = f"{first} {others.pop(0)}"
    rest = " ".join(others)
    both = (first, rest) if rest else (first,)
    return tuple(metrics.elidedText(one, Qt.TextElideMode.ElideRight, room) for one in both)
