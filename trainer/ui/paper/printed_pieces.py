"""Pieces of a printed page: each knows how high it is at a width, and paints itself.

Sizes are in points and millimetres; a :class:`Press` turns them into the dots of the device,
and can set everything smaller, so that a page or a card holds it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from trainer.method import ds
from trainer.scenario.texts import markup
from trainer.ui import fonts, icons
from trainer.ui.palettes import LIGHT
from trainer.ui.widgets.story_writer import StoryWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPagedPaintDevice, QPainter

    from trainer.method.ds import D

POINTS, MILLIMETRES = 72.0, 25.4
"""To an inch."""

_SMALLER = 0.95

INK, SOFT = "#000000", "#4A4A4A"
"""Paper takes no palette: black, and a grey that a copier still sees."""


@dataclass(frozen=True, slots=True)
class Press:
    """What is printed on, in which families of type, and how much smaller than meant."""

    device: QPagedPaintDevice
    families: tuple[str, ...] = ()
    scale: float = 1.0

    def pt(self, points: float) -> float:
        """Dots of a length in points, as scaled."""
        return points * self.scale * self.device.logicalDpiY() / POINTS

    def mm(self, millimetres: float) -> float:
        """Dots of a length on paper, never scaled."""
        return millimetres * self.device.logicalDpiY() / MILLIMETRES

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """Type of a size."""
        font = QFont()
        if self.families:
            font.setFamilies(list(self.families))
        font.setPointSizeF(points * self.scale)
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return fonts.searchable(font)


class Piece:
    """Something on a page."""

    def height(self, width: float) -> float:
        """Dots that it is high at a width."""
        raise NotImplementedError

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint it with its upper left corner at a place."""
        raise NotImplementedError


class Gap(Piece):
    """Air."""

    def __init__(self, press: Press, points: float) -> None:
        self._tall = press.pt(points)

    def height(self, width: float) -> float:
        """Its own."""
        return self._tall

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint nothing."""


class Text(Piece):
    """A text, as Markdown or letter by letter; ``around`` stands before and behind it.

    ``lead`` stands before all that, bold.
    """

    def __init__(
        self,
        press: Press,
        text: str,
        points: float,
        *,
        bold: bool = False,
        tone: str = INK,
        around: tuple[str, str] = ("", ""),
        literal: bool = False,
        middle: bool = False,
        lead: str = "",
    ) -> None:
        self._document = made = QTextDocument()
        made.setDefaultFont(press.font(points, bold=bold))
        made.setDocumentMargin(0)
        if middle:
            made.setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter))
        letters = QTextCharFormat()
        letters.setForeground(QColor(tone))
        cursor = QTextCursor(made)
        if lead:
            strong = QTextCharFormat(letters)
            strong.setFontWeight(QFont.Weight.Bold)
            StoryWriter(cursor, strong).plain(lead)
        writer = StoryWriter(cursor, letters)
        writer.plain(around[0])
        if literal:
            writer.plain(text)
        else:
            writer.blocks(markup.blocks(text))
        writer.plain(around[1])
        # Last: what is there by then is laid out once, and not with each piece.
        made.documentLayout().setPaintDevice(press.device)

    def height(self, width: float) -> float:
        """Height of the wrapped text."""
        self._document.setTextWidth(width)
        return self._document.size().height()

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Set the text anew at this width."""
        self._document.setTextWidth(width)
        painter.save()
        painter.translate(place)
        self._document.drawContents(painter)
        painter.restore()


class Chip(Piece):
    """A D: its icon, its name, its colour."""

    def __init__(self, press: Press, d: D, points: float) -> None:
        self._d = d
        self._font = press.font(points, bold=True)
        self._metrics = QFontMetricsF(self._font, press.device)
        self._gap = press.pt(points * 0.4)

    def height(self, width: float) -> float:
        """One line."""
        return self._metrics.height()

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint icon and name."""
        tall, colour = self._metrics.height(), LIGHT.of(self._d)
        side = self._metrics.ascent()
        box = QRectF(place.x(), place.y() + (tall - side) / 2, side, side)
        icons.paint(painter, icons.OF_D[self._d], box, colour)
        painter.setFont(self._font)
        painter.setPen(QColor(colour))
        line = QPointF(place.x() + side + self._gap, place.y() + self._metrics.ascent())
        painter.drawText(line, ds.name(self._d))


class Framed(Piece):
    """A piece in a rounded frame, as what is said."""

    def __init__(self, press: Press, inside: Piece, padding: float = 9) -> None:
        self._inside = inside
        self._pad = press.pt(padding)
        self._line = press.pt(0.9)

    def height(self, width: float) -> float:
        """That of what is inside, with air around it."""
        return self._inside.height(width - 2 * self._pad) + 2 * self._pad

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint the frame, then what is inside."""
        half = self._line / 2
        box = QRectF(place, QSizeF(width, self.height(width)))
        painter.setPen(QPen(QColor(LIGHT.direct), self._line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            box.marginsRemoved(QMarginsF(half, half, half, half)), self._pad, self._pad
        )
        inner = place + QPointF(self._pad, self._pad)
        self._inside.paint(painter, inner, width - 2 * self._pad)


class Beside(Piece):
    """A piece with another one at its side, which takes ``share`` of the width."""

    def __init__(self, side: Piece, inside: Piece, share: float) -> None:
        self._side, self._inside, self._share = side, inside, share

    def height(self, width: float) -> float:
        """That of the higher one."""
        at = width * self._share
        return max(self._side.height(at), self._inside.height(width - at))

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint both, their tops level."""
        at = width * self._share
        self._side.paint(painter, place, at)
        self._inside.paint(painter, place + QPointF(at, 0), width - at)


class Ticked(Piece):
    """A piece with an empty box to tick before it."""

    def __init__(self, press: Press, inside: Piece, points: float) -> None:
        self._inside = inside
        self._side = press.pt(points * 0.85)
        self._down = press.pt(points * 0.22)
        self._line = press.pt(0.8)

    def height(self, width: float) -> float:
        """That of what is inside."""
        return self._inside.height(width - 1.8 * self._side)

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint the box, then what is beside it."""
        painter.setPen(QPen(QColor(SOFT), self._line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        at = place + QPointF(self._line, self._down)
        painter.drawRect(QRectF(at, QSizeF(self._side, self._side)))
        at = place + QPointF(1.8 * self._side, 0)
        self._inside.paint(painter, at, width - 1.8 * self._side)


def height(pieces: Sequence[Piece], width: float) -> float:
    """Dots that pieces are high, one below the other."""
    return sum(piece.height(width) for piece in pieces)


def paint(painter: QPainter, pieces: Sequence[Piece], box: QRectF, *, middle: bool = False) -> None:
    """Paint pieces one below the other into a box, at its top, or in its middle."""
    width, top = box.width(), box.top()
    if middle:
        top += max(0.0, box.height() - height(pieces, width)) / 2
    for piece in pieces:
        piece.paint(painter, QPointF(box.left(), top), width)
        top += piece.height(width)


def fitting(
    make: Callable[[Press], Sequence[Piece]], press: Press, room: QRectF, least: float = 0.3
) -> Sequence[Piece]:
    """Make pieces as large as is meant, or as much smaller as the room wants."""
    while True:
        made = make(press)
        smaller = replace(press, scale=press.scale * _SMALLER)
        if height(made, room.width()) <= room.height() or smaller.scale < least:
            return made
        press = smaller
