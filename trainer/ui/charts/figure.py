"""What a chart is: a figure that draws itself in any ink, and says the same in a table.

A figure knows nothing of where it is drawn: on the screen a :class:`~trainer.ui.charts.view.View`
shows it in the palette in use, on paper it is drawn black on white.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from trainer.ui import fonts, theme
from trainer.ui.palettes import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from trainer.ui.palettes import Colours
    from trainer.ui.theme import Role

WRAP = Qt.TextFlag.TextWordWrap


@lru_cache(maxsize=64)
def _font(
    families: tuple[str, ...], pixels: int, weight: QFont.Weight, *, ligatures: bool
) -> QFont:
    made = QFont()
    if families:
        made.setFamilies(list(families))
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made if ligatures else fonts.searchable(made)


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours, scale and type to draw in, and whether reading goes right to left.

    ``printed`` is for paper that somebody may search in.
    """

    colours: Colours
    scale: float = 1.0
    families: tuple[str, ...] = ()
    mirrored: bool = False
    printed: bool = False

    def px(self, size: float) -> float:
        """Scale a size given in pixels at 100 %."""
        return size * self.scale

    def font(self, role: Role) -> QFont:
        """Type of a role."""
        pixels = max(1, round(self.px(role.size)))
        return _font(self.families, pixels, role.weight, ligatures=not self.printed)

    def line(self, role: Role) -> float:
        """Height of a line in a role."""
        return QFontMetricsF(self.font(role)).height()

    def wide(self, text: str, role: Role) -> float:
        """Width of a text on one line."""
        return QFontMetricsF(self.font(role)).horizontalAdvance(text)

    def tall(self, text: str, role: Role, width: float) -> float:
        """Height of a text that wraps at a width."""
        room = QRectF(0, 0, max(1.0, width), 1e6)
        return QFontMetricsF(self.font(role)).boundingRect(room, int(WRAP), text).height()

    def write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        role: Role,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Write a text into a box, from its top; left is where reading begins."""
        painter.setFont(self.font(role))
        painter.setPen(QColor(colour))
        sides = {
            Qt.AlignmentFlag.AlignLeft: Qt.AlignmentFlag.AlignRight,
            Qt.AlignmentFlag.AlignRight: Qt.AlignmentFlag.AlignLeft,
        }
        side = sides.get(align, align) if self.mirrored else align
        # Absolute: the painter's own direction may differ from the window's.
        flags = side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(box, int(WRAP | flags), text)

    def side(self, box: QRectF, inner: QRectF) -> QRectF:
        """Mirror a box inside another, where reading goes right to left."""
        if not self.mirrored:
            return inner
        return QRectF(
            box.left() + box.right() - inner.right(), inner.top(), inner.width(), inner.height()
        )


def on_screen(*, mirrored: bool) -> Ink:
    """Ink of the window as it looks now."""
    look = theme.look()
    return Ink(look.colours, look.scale, look.families, mirrored)


def on_paper(*, mirrored: bool = False) -> Ink:
    """Ink for print: the light palette on white, in the families that print well."""
    return Ink(LIGHT, 1.0, tuple(fonts.on_paper(theme.look().families)), mirrored, printed=True)


@dataclass(frozen=True, slots=True)
class Table:
    """The same in words: names of the columns, and rows of as many cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Figure:
    """Something to draw.

    Args:
        name: what it is, in a few words; what a screen reader calls it.
        table: everything that it shows.
        told: the same as sentences, a line each.

    """

    def __init__(self, name: str, table: Table, told: Sequence[str]) -> None:
        self.name = name
        self.table = table
        self.told = tuple(told)

    def least(self, ink: Ink) -> float:
        """Least width that it can be drawn in."""
        return ink.px(120)

    def height(self, width: float, ink: Ink) -> float:
        """Height that it takes at a width."""
        raise NotImplementedError

    def draw(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Draw it into a box of that height."""
        raise NotImplementedError
