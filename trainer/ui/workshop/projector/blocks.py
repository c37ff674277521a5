"""What stands on a page of the projector: plain things that know how high they are.

Each paints itself into a box, in units of the page, with type of at least the smallest size;
``spoken`` is what a screen reader says of it, and ``texts`` are all its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from trainer.method import ds
from trainer.scenario.texts.markup import Items, blocks
from trainer.ui import icons
from trainer.ui.workshop.projector.paper import CORNER, LEAST
from trainer.ui.workshop.projector.text import Words, runs, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from trainer.method.ds import D
    from trainer.ui.workshop.projector.paper import Ink


class Block(Protocol):
    """Something that stands on a page."""

    @property
    def spoken(self) -> str:
        """Give what a screen reader says."""

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give how high it is in so much width."""

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Fill a box of the page, in type of this size."""


def surface(
    painter: QPainter, box: QRectF, fill: str, line: str = "", corner: float = CORNER
) -> None:
    """Paint a card."""
    painter.setPen(QPen(QColor(line), 1.5) if line else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), corner, corner)


@dataclass(frozen=True, slots=True)
class Point:
    """An entry of a list, with its mark before it."""

    told: Words
    mark: str = "•"

    @property
    def spoken(self) -> str:
        """Give what a screen reader says."""
        return f"{self.mark} {self.told.spoken}"

    def _indent(self, size: int) -> float:
        return size * (1.1 if self.mark == "•" else 1.6)

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give how high it is."""
        return self.told.height(width - self._indent(size), size, ink)

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint mark and words."""
        indent = self._indent(size)
        at = ink.flip(QRectF(box.left(), box.top(), indent, box.height()), box)
        if self.mark == "•":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink.colours.teal))
            middle = at.left() + size * 0.3 if not ink.mirrored else at.right() - size * 0.3
            painter.drawEllipse(QPointF(middle, box.top() + size * 0.66), size * 0.14, size * 0.14)
        else:
            words(self.mark, bold=True, tone="teal").paint(painter, at, size, ink)
        rest = QRectF(box.left() + indent, box.top(), box.width() - indent, box.height())
        self.told.paint(painter, ink.flip(rest, box), size, ink)


def told(text: str, *, second: bool = False, tone: str = "ink", grow: int = 0) -> Iterator[Block]:
    """Give the paragraphs and points of a Markdown text."""
    for block in blocks(text):
        if isinstance(block, Items):
            for item in block.items:
                mark = "•" if item.number is None else f"{item.number}."
                yield Point(Words(tuple(runs(item.parts)), grow, tone=tone, second=second), mark)
        else:
            yield Words(tuple(runs(block.parts)), grow, tone=tone, second=second)


@dataclass(frozen=True, slots=True)
class DMark:
    """A D with its colour, its name and its own icon together."""

    d: D
    grow: int = 0

    @property
    def spoken(self) -> str:
        """Give its name."""
        return ds.name(self.d)

    def _words(self) -> Words:
        return words(ds.name(self.d), bold=True, tone=self.d.value, grow=self.grow)

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give one line."""
        del width
        return ink.line(size + self.grow)

    def natural(self, size: int, ink: Ink) -> float:
        """Give how wide it is."""
        return self._words().natural(size, ink) + 1 + max(LEAST, size + self.grow) * 1.3

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint icon and name."""
        own = max(LEAST, size + self.grow)
        icon = QRectF(box.left(), box.top() + own * (ink.leading - 1) / 2, own, own)
        icons.paint(painter, icons.OF_D[self.d], ink.flip(icon, box), ink.colours.of(self.d))
        rest = QRectF(box.left() + own * 1.3, box.top(), box.width() - own * 1.3, box.height())
        self._words().paint(painter, ink.flip(rest, box), size, ink)


@dataclass(frozen=True, slots=True)
class BigD:
    """A D's icon, large in a circle, beside a slide about it."""

    d: D
    wide: float = 260.0

    @property
    def spoken(self) -> str:
        """Give nothing: its name stands on the slide."""
        return ""

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give its height, which is its width."""
        del size, ink
        return min(self.wide, width)

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint the circle, washed in the D's colour, with the icon in it."""
        del size
        side = min(box.width(), box.height())
        circle = QRectF(box.center().x() - side / 2, box.top(), side, side)
        wash = QColor(ink.colours.of(self.d))
        wash.setAlphaF(0.12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash)
        painter.drawEllipse(circle)
        inset = side * 0.27
        icon = circle.adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, icons.OF_D[self.d], icon, ink.colours.of(self.d))


@dataclass(frozen=True, slots=True)
class Stack:
    """Things beneath each other on a card, or on none where ``fill`` is empty."""

    inside: tuple[Block, ...]
    fill: str = "card"
    gap: float = 6
    pad: float = 20
    edge: str = "line"

    @property
    def spoken(self) -> str:
        """Give all that is in it."""
        return "\n".join(one.spoken for one in self.inside if one.spoken)

    def _pad(self, size: int, ink: Ink) -> float:
        # Tighter where the type is small because there is much.
        part = 0.3 if ink.tight else 0.6 if size <= 30 else 1
        return self.pad * part if self.fill else 0

    def _side(self, pad: float) -> float:
        return pad + 4 if self.fill else 0.0

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give how high it is."""
        pad = self._pad(size, ink)
        inner = width - 2 * self._side(pad)
        high = sum(one.height(inner, size, ink) for one in self.inside)
        return high + self.gap * (len(self.inside) - 1) + 2 * pad * 0.8

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint the card and what is in it."""
        pad = self._pad(size, ink)
        if self.fill:
            edge = getattr(ink.colours, self.edge) if self.edge else ""
            surface(painter, box, getattr(ink.colours, self.fill), edge)
        top = box.top() + pad * 0.8
        side = self._side(pad)
        width = box.width() - 2 * side
        for one in self.inside:
            high = one.height(width, size, ink)
            one.paint(painter, QRectF(box.left() + side, top, width, high), size, ink)
            top += high + self.gap


@dataclass(frozen=True, slots=True)
class Beside:
    """Two things side by side: the first as wide as ``part`` of the width."""

    left: Block
    right: Block
    part: float = 0.2
    gap: float = 24

    @property
    def spoken(self) -> str:
        """Give both."""
        return f"{self.left.spoken}: {self.right.spoken}"

    def _widths(self, width: float) -> tuple[float, float]:
        left = width * self.part
        return left, width - left - self.gap

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give the higher of both."""
        left, right = self._widths(width)
        return max(self.left.height(left, size, ink), self.right.height(right, size, ink))

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint both from the same top on."""
        left, right = self._widths(box.width())
        one = QRectF(box.left(), box.top(), left, box.height())
        other = QRectF(box.left() + left + self.gap, box.top(), right, box.height())
        self.left.paint(painter, ink.flip(one, box), size, ink)
        self.right.paint(painter, ink.flip(other, box), size, ink)
