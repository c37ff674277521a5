"""The paper that the projector paints on: its measure, type and colours.

All sizes are units of a page that is :data:`WIDTH` wide, whatever the screen: what fits there in
a test fits on every screen of that shape, and nothing is set smaller than :data:`LEAST`, which
reads from twelve metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from trainer.ui import fonts, palettes, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from trainer.ui.palettes import Colours

WIDTH: Final = 1280.0
LEAST: Final = 28
"""Smallest type."""
SIDE: Final = 56.0
"""Margin on the left and on the right."""
EDGE: Final = 36.0
"""Margin above and below."""
CORNER: Final = 14.0
LEADING: Final = 1.26
"""From one line to the next, in sizes of the type."""
TIGHT: Final = 1.13
"""The same where there is so much that it would not fit."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What a page is set with: colours, direction, and the families of both its languages."""

    colours: Colours = palettes.LIGHT
    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    mirrored: bool = False
    leading: float = LEADING

    @property
    def tight(self) -> bool:
        """Whether there is so much that everything stands closer."""
        return self.leading < LEADING

    def line(self, size: int) -> float:
        """Give the way from one line to the next, of type that is never too small."""
        return max(LEAST, size) * self.leading

    def font(
        self, size: int, *, bold: bool = False, italic: bool = False, second: bool = False
    ) -> QFont:
        """Give a font of a size in units; ``second`` for the second language."""
        return _font(self.second if second else self.first, max(LEAST, size), bold, italic)

    def flip(self, box: QRectF, within: QRectF) -> QRectF:
        """Give a box as it stands where one reads from the right."""
        if not self.mirrored:
            return box
        return QRectF(
            within.left() + within.right() - box.right(), box.top(), box.width(), box.height()
        )

    def look(self, unit: float, *, reduced_motion: bool) -> theme.Look:
        """Give the look for widgets of the house that are shown on it."""
        return theme.Look(self.colours, unit, reduced_motion, self.first)


def ink(language: str, second: str = "", *, dark: bool = False, mirrored: bool = False) -> Ink:
    """Give the ink for texts in a language, with a second one beneath."""
    return Ink(
        palettes.DARK if dark else palettes.LIGHT,
        fonts.families(language),
        fonts.families(second or language),
        mirrored,
    )


@lru_cache(maxsize=128)
def _font(families: tuple[str, ...], size: int, bold: bool, italic: bool) -> QFont:
    made = QFont()
    if families:
        made.setFamilies(list(families))
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    # Painted enlarged: only without hinting lines break at every size as they do here.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def unit(size: QSize) -> float:
    """Give the pixels of a unit on a screen, or in a window, of a size."""
    # Where it is wider than 16 to 9 the height decides, else nothing would fit beneath.
    return max(0.05, min(size.width() / WIDTH, size.height() / (WIDTH * 9 / 16)))


def page(size: QSize) -> QRectF:
    """Give the page that fills a screen of a size, in units."""
    one = unit(size)
    return QRectF(0, 0, size.width() / one, size.height() / one)
