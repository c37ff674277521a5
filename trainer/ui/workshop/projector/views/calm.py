"""Calm pages: a card without words to read, and a pause to breathe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from trainer.ui.workshop.projector.sheet import Body, Placed, Try
from trainer.ui.workshop.projector.text import words
from trainer.ui.workshop.projector.views.view import View
from trainer.workshop.telling.room_view import What

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from trainer.ui.workshop.projector.paper import Ink
    from trainer.workshop.telling.room_view import Join


@dataclass(frozen=True, slots=True)
class Hills:
    """Hills in the colours of the palette: something to rest the eyes on."""

    @property
    def spoken(self) -> str:
        """Give nothing: there is nothing to know."""
        return ""

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give nothing: it fills what it is given."""
        del width, size, ink
        return 0

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint three hills, the nearest one darkest."""
        del size
        colours = ink.colours
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, start, bend in (
            (colours.wash, 0.58, -0.2), (colours.well, 0.7, 0.16), (colours.line, 0.84, -0.12),
        ):  # fmt: skip
            wide, high = box.width(), box.height()
            top = box.top() + high * start
            hill = QPainterPath(QPointF(box.left(), top))
            hill.cubicTo(
                box.left() + wide * 0.3, top + high * bend,
                box.left() + wide * 0.6, top - high * bend, box.right(), top,
            )  # fmt: skip
            hill.lineTo(box.bottomRight())
            hill.lineTo(box.bottomLeft())
            painter.setBrush(QColor(colour))
            painter.drawPath(hill)


@dataclass(frozen=True, slots=True)
class Breath:
    """A circle that widens and narrows, as slowly as one breathes; still where it must be."""

    full: float

    @property
    def spoken(self) -> str:
        """Give nothing: the words beside it say it."""
        return ""

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give its room."""
        del width, size, ink
        return 320

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint the circle in the ring that it fills."""
        del size
        widest = min(box.width(), box.height()) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink.colours.wash))
        painter.drawEllipse(box.center(), widest, widest)
        inner = widest * (0.5 + 0.4 * self.full)
        colour = QColor(ink.colours.teal)
        colour.setAlphaF(0.35)
        painter.setBrush(colour)
        painter.drawEllipse(box.center(), inner, inner)


class _Calm(View):
    columns = (1,)
    sizes: ClassVar[Sequence[int]] = (44, 36, 28)

    @property
    def join(self) -> Join | None:
        """None: nothing asks for anything here."""
        return None

    def timer(self) -> int | None:
        """None: no time runs here."""
        return None

    def tries(self) -> Iterator[Try]:
        """Large, or less so."""
        return (Try(size) for size in self.sizes)


class BlankView(_Calm):
    """A calm card, not a black screen."""

    what = What.BLANK

    def place(self, room: QRectF, one: Try, ink: Ink) -> Body:
        """Put a few words above the hills."""
        page = QRectF(0, 0, room.width() + 2 * room.left(), room.bottom() + room.top())
        told = words(self.title(), bold=True, middle=True, tone="soft", grow=8)
        high = told.height(room.width(), one.size, ink)
        at = QRectF(room.left(), room.top() + room.height() * 0.32, room.width(), high)
        return Body((Placed(Hills(), page, one.size), Placed(told, at, one.size)), at.bottom())


class BreatheView(_Calm):
    """A pause to breathe."""

    what = What.BREATHE

    def place(self, room: QRectF, one: Try, ink: Ink) -> Body:
        """Put the circle in the middle and the words beneath."""
        breath = Breath(self.telling.breath)
        wide = 320 if one.size > 28 else 200
        text = words(self.seen.text, middle=True)
        high = text.height(room.width() * 0.8, one.size, ink)
        top = room.top() + max(0.0, (room.height() - wide - 40 - high) / 2)
        circle = QRectF(room.center().x() - wide / 2, top, wide, wide)
        at = QRectF(room.left() + room.width() * 0.1, top + wide + 40, room.width() * 0.8, high)
        placed = (Placed(breath, circle, one.size), Placed(text, at, one.size))
        return Body(placed, at.bottom())


VIEWS: Final[tuple[type[View], ...]] = (BlankView, BreatheView)
