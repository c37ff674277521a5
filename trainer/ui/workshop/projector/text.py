"""Words on the projector: broken into lines, measured and painted, in units of the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextOption

from trainer.scenario.texts.markup import Break, Emphasis, Link, Strong, Text
from trainer.ui import theme
from trainer.ui.workshop.projector.paper import LEAST, Ink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from trainer.scenario.texts.markup import Part


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that are set alike; ``tone`` is a colour of their own."""

    text: str
    bold: bool = False
    italic: bool = False
    tone: str = ""


def runs(parts: Sequence[Part], *, bold: bool = False, italic: bool = False) -> Iterator[Run]:
    """Give the runs of a paragraph; a link shows its words, as nobody can press it there."""
    for part in parts:
        if isinstance(part, Text):
            yield Run(part.text, bold, italic)
        elif isinstance(part, Break):
            yield Run("\u2028", bold, italic)
        elif isinstance(part, Strong):
            yield from runs(part.parts, bold=True, italic=italic)
        elif isinstance(part, Emphasis):
            yield from runs(part.parts, bold=bold, italic=True)
        elif isinstance(part, Link):
            yield from runs(part.parts, bold=bold, italic=italic)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. ``grow`` is added to the size that the page is set in, times ``scale``.

    ``tone`` names a colour of the palette; ``second`` words are of the second language, and a
    little smaller; ``middle`` ones stand in the middle of their box.
    """

    runs: tuple[Run, ...]
    grow: int = 0
    bold: bool = False
    tone: str = "ink"
    second: bool = False
    middle: bool = False
    scale: float = 1.0

    @property
    def spoken(self) -> str:
        """The letters alone."""
        return "".join(one.text for one in self.runs).replace("\u2028", "\n")

    def size(self, size: int) -> int:
        """Give the size of its type on a page that is set in ``size``."""
        return max(LEAST, round(size * self.scale) + self.grow - (4 if self.second else 0))

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give how high it is in so much width."""
        return _count(self, width, size, ink.first, ink.second) * self.step(size, ink)

    def step(self, size: int, ink: Ink) -> float:
        """Give the way from one line to the next."""
        return ink.line(self.size(size))

    def natural(self, size: int, ink: Ink) -> float:
        """Give how wide it is on one line."""
        made = lines(self, 100_000, size, ink)
        # A point more than asked for: a width that is cut to what is needed breaks the line.
        return max((made.lineAt(i).naturalTextWidth() for i in range(made.lineCount())), default=0)

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint it from the top of a box on; what is lower than the box is left out."""
        made = lines(self, box.width(), size, ink)
        painter.setPen(QColor(getattr(ink.colours, self.tone)))
        step = self.step(size, ink)
        # Two thirds of what is between lines stands above: letters look centred then.
        lift = (step - made.lineAt(0).height()) / 2 if made.lineCount() else 0
        for number in range(made.lineCount()):
            if (number + 1) * step > box.height() + 1:
                break
            made.lineAt(number).draw(
                painter, box.topLeft() + QPointF(0, number * step + lift - made.lineAt(number).y())
            )


@lru_cache(maxsize=4096)
def _count(
    told: Words, width: float, size: int, first: tuple[str, ...], second: tuple[str, ...]
) -> int:
    """Count the lines; a page is tried in many ways, and often at the same width."""
    return _broken(told, width, size, Ink(first=first, second=second)).lineCount()


def words(
    text: str, *, grow: int = 0, bold: bool = False, tone: str = "ink", second: bool = False,
    middle: bool = False, scale: float = 1.0,
) -> Words:  # fmt: skip
    """Give plain words as a paragraph."""
    return Words((Run(text),), grow, bold, tone, second, middle, scale)


@lru_cache(maxsize=512)
def lines(told: Words, width: float, size: int, ink: Ink) -> QTextLayout:
    """Break words into lines; of a page that is painted again most is as it was."""
    return _broken(told, width, size, ink)


def _broken(told: Words, width: float, size: int, ink: Ink) -> QTextLayout:
    text = "".join(one.text for one in told.runs)
    font = ink.font(told.size(size), bold=told.bold, second=told.second)
    made = QTextLayout(text, theme.suited(font, text))
    made.setFormats(list(_formats(told, ink)))
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if told.middle else _leading(ink))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setTextOption(option)
    made.beginLayout()
    top = 0.0
    while (line := made.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    made.endLayout()
    return made


def _leading(ink: Ink) -> Qt.AlignmentFlag:
    # Where the page reads from the right, so do its lines, in whatever letters.
    if ink.mirrored:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def _formats(told: Words, ink: Ink) -> Iterator[QTextLayout.FormatRange]:
    at = 0
    for one in told.runs:
        # Places are counted as Qt counts letters: those beyond the first plane are two.
        length = len(one.text.encode("utf-16-le")) // 2
        if one.bold or one.italic or one.tone:
            span = QTextLayout.FormatRange()
            span.start, span.length = at, length
            how = QTextCharFormat()
            how.setFontWeight(700 if one.bold or told.bold else 400)
            how.setFontItalic(one.italic)
            if one.tone:
                how.setForeground(QColor(getattr(ink.colours, one.tone)))
            span.format = how
            yield span
        at += length


def fits(told: Words, box: QRectF, size: int, ink: Ink) -> bool:
    """Tell whether a paragraph is whole in a box."""
    return told.height(box.width(), size, ink) <= box.height() + 1
