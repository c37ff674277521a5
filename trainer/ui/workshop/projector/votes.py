"""Answers on the projector, and after the reveal how the room stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from trainer.language import _
from trainer.method import ds
from trainer.ui import icons
from trainer.ui.workshop.projector.blocks import DMark, surface
from trainer.ui.workshop.projector.paper import LEAST
from trainer.ui.workshop.projector.text import Run, Words, words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from trainer.method.ds import D
    from trainer.ui.workshop.projector.paper import Ink

BELOW: Final = 700.0
"""Width from which on bars stand beside their words, not below them."""

_NUMBER: Final = 54.0
"""Room for the number before an answer."""


def _pair(text: str, second: str) -> tuple[Words, ...]:
    first = words(text)
    return (first, words(second, second=True, tone="soft")) if second else (first,)


def _high(told: tuple[Words, ...], width: float, size: int, ink: Ink) -> float:
    return sum(one.height(width, size, ink) for one in told)


def _paint(painter: QPainter, told: tuple[Words, ...], box: QRectF, size: int, ink: Ink) -> None:
    top = box.top()
    for one in told:
        high = one.height(box.width(), size, ink)
        one.paint(painter, QRectF(box.left(), top, box.width(), high), size, ink)
        top += high


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that can be given; without a number where a hand has fingers for it."""

    text: str
    number: int = 0
    second: str = ""

    @property
    def spoken(self) -> str:
        """Give number and words."""
        said = f"{self.text}\n{self.second}" if self.second else self.text
        return f"{self.number}. {said}" if self.number else said

    def _pad(self, size: int, ink: Ink) -> float:
        return 3 if ink.tight else {34: 14, 32: 11, 30: 8}.get(size, 14 if size > 34 else 5)

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give how high it is."""
        inside = width - 48 - (_NUMBER if self.number else 0)
        return _high(_pair(self.text, self.second), inside, size, ink) + 2 * self._pad(size, ink)

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint the card with number and words."""
        surface(painter, box, ink.colours.card, ink.colours.line)
        pad, indent = self._pad(size, ink), _NUMBER if self.number else 0.0
        inner = box.adjusted(24, pad, -24, -pad)
        if self.number:
            at = QRectF(inner.left(), inner.top(), indent, inner.height())
            words(str(self.number), bold=True).paint(painter, ink.flip(at, inner), size, ink)
        rest = QRectF(inner.left() + indent, inner.top(), inner.width() - indent, inner.height())
        _paint(painter, _pair(self.text, self.second), ink.flip(rest, inner), size, ink)


@dataclass(frozen=True, slots=True)
class Bar:
    """An answer after the reveal: its D, and for each pass how many gave it.

    ``counts`` has a number for each pass, None for one that is not told; ``most`` is the
    longest bar's. ``grown`` is how much of their length the bars have, while they grow.
    """

    text: str
    number: int
    counts: tuple[int | None, ...] = ()
    most: int = 0
    d: D | None = None
    second: str = ""
    with_d: bool = False
    grown: float = 1.0

    @property
    def spoken(self) -> str:
        """Give number, words, D and counts."""
        parts = [f"{self.number}. {self.text}" if self.number else self.text]
        if self.d is not None:
            parts.append(DMark(self.d).spoken)
        parts.extend(str(one) for one in self.counts if one is not None)
        return _(", ").join(parts)

    def columns(self, width: float, size: int) -> tuple[float, float, float, bool]:
        """Give the width of the words, of the D, of one bar, and whether bars stand below."""
        number = _NUMBER if self.number else 0.0
        # As wide as the longest name with its icon, and room before the bars.
        mark = max(LEAST, size) * 7.1 if self.with_d else 0.0
        below = width < BELOW
        if below:
            bars = (width - number - mark) / max(1, len(self.counts))
            return width - number, mark, bars, True
        if not self.counts:
            return width - number - mark, mark, 0.0, False
        share = {1: 0.46, 2: 0.44}.get(len(self.counts), 0.36)
        text = width * share
        bars = (width - number - text - mark - 16) / len(self.counts)
        return text, mark, bars, False

    def digits(self, size: int) -> float:
        """Give how wide the longest count is, with the room before it."""
        return max(2, len(str(self.most))) * max(LEAST, size) * 0.66 + 16

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give how high it is."""
        if self._is_filled(ink):
            return self._filled(ink).height(self._beside(width, size), size, ink) + 4
        text, _mark, _bar, below = self.columns(width, size)
        high = _high(_pair(self.text, self.second), text, size, ink)
        line = ink.line(size)
        return (high + line if below and (self.counts or self.with_d) else max(high, line)) + (
            2 if ink.tight else 4 if size < 30 else 10
        )

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint words, D and bars."""
        if self._is_filled(ink):
            self._paint_filled(painter, box, size, ink)
            return
        text, mark, bar, below = self.columns(box.width(), size)
        number = _NUMBER if self.number else 0.0
        line = ink.line(size)
        if self.number:
            at = QRectF(box.left(), box.top(), number, line)
            words(str(self.number), bold=True).paint(painter, ink.flip(at, box), size, ink)
        told = _pair(self.text, self.second)
        at = QRectF(box.left() + number, box.top(), text, box.height())
        _paint(painter, told, ink.flip(at, box), size, ink)
        left = box.left() + number + (0 if below else text + 16)
        top = box.top() + (_high(told, text, size, ink) if below else 0)
        if self.d is not None and self.with_d:
            at = QRectF(left, top, mark, line)
            DMark(self.d).paint(painter, ink.flip(at, box), size, ink)
        left += mark
        for one in self.counts:
            self._bar(painter, QRectF(left, top, bar, line), box, one, size, ink)
            left += bar

    # Where there is very much, the bar lies behind the words.

    def _is_filled(self, ink: Ink) -> bool:
        return ink.tight and len(self.counts) == 1

    def _filled(self, ink: Ink) -> Words:
        del ink
        runs = [Run(self.text)]
        if self.second:
            runs.append(Run(f"\u2028{self.second}"))
        if self.d is not None:
            runs.append(Run(f"  {ds.name(self.d)}", bold=True, tone=self.d.value))
        return Words(tuple(runs))

    def _beside(self, width: float, size: int) -> float:
        """Give how wide the words are between number and count."""
        icon = max(LEAST, size) * 1.3 if self.d is not None else 0.0
        return width - _NUMBER - icon - self.digits(size)

    def _paint_filled(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        colours, count = ink.colours, self.counts[0]
        tone = colours.of(self.d) if self.d else colours.teal
        surface(painter, box, colours.card, colours.line, corner=6)
        if count and self.most:
            fill = QColor(tone)
            fill.setAlphaF(0.16)
            long = box.width() * count / self.most * self.grown
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            bar = QRectF(box.left(), box.top(), max(8.0, long), box.height())
            painter.drawRoundedRect(ink.flip(bar, box), 6, 6)
        line = ink.line(size)
        at = QRectF(box.left() + 8, box.top() + 2, _NUMBER, line)
        words(str(self.number), bold=True).paint(painter, ink.flip(at, box), size, ink)
        left = box.left() + _NUMBER
        if self.d is not None:
            own = max(LEAST, size)
            icon = QRectF(left, box.top() + 2, own, own)
            icons.paint(painter, icons.OF_D[self.d], ink.flip(icon, box), tone)
            left += own * 1.3
        at = QRectF(left, box.top() + 2, self._beside(box.width(), size), box.height())
        self._filled(ink).paint(painter, ink.flip(at, box), size, ink)
        end = self.digits(size) - 8
        at = QRectF(box.right() - end, box.top() + 2, end, line)
        told = "–" if count is None else str(count)
        words(told, bold=True).paint(painter, ink.flip(at, box), size, ink)

    def _bar(
        self, painter: QPainter, room: QRectF, box: QRectF, count: int | None, size: int, ink: Ink
    ) -> None:
        colours = ink.colours
        if count is None:
            words("–", tone="soft").paint(painter, ink.flip(room, box), size, ink)
            return
        digits = self.digits(size)
        track = room.adjusted(0, room.height() * 0.16, -digits, -room.height() * 0.16)
        surface(painter, ink.flip(track, box), colours.line, corner=8)
        if count and self.most:
            long = max(track.height(), track.width() * count / self.most) * self.grown
            filled = QRectF(track.left(), track.top(), max(1.0, long), track.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.of(self.d) if self.d else colours.teal))
            painter.drawRoundedRect(ink.flip(filled, box), 8, 8)
        at = QRectF(track.right() + 12, room.top(), digits - 12, room.height())
        words(str(count), bold=True).paint(painter, ink.flip(at, box), size, ink)


@dataclass(frozen=True, slots=True)
class PassNames:
    """Above the bars: which vote is which."""

    names: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """Give the names."""
        return _(", ").join(self.names)

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give one line."""
        del width
        return ink.line(size)

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint each name above its bars."""
        made = Bar("", 1, tuple(0 for _one in self.names))
        text, _mark, bar, below = made.columns(box.width(), size)
        left = box.left() + _NUMBER + (0 if below else text + 16)
        for one in self.names:
            at = ink.flip(QRectF(left, box.top(), bar, box.height()), box)
            words(one, bold=True).paint(painter, at, size, ink)
            left += bar


@dataclass(frozen=True, slots=True)
class Fingers:
    """A statement, and how sure the room is of it: for each pass a column for each finger."""

    text: str
    ids: tuple[str, ...]
    passes: tuple[tuple[int, ...] | None, ...]
    second: str = ""
    grown: float = 1.0

    @property
    def spoken(self) -> str:
        """Give the statement, and how many showed how many fingers."""
        said = [self.text]
        for counts in self.passes:
            if counts is None:
                said.append(_("not shown"))
            else:
                pairs = zip(self.ids, counts, strict=True)
                said.append(_(", ").join(f"{one}: {count}" for one, count in pairs))
        return "\n".join(said)

    def text_width(self, width: float) -> float:
        """Give how wide the statement is."""
        return width * (0.54 if len(self.passes) == 1 else 0.38)

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give how high it is."""
        text = _high(_pair(self.text, self.second), self.text_width(width), size, ink)
        return max(text, ink.line(size) + max(LEAST, size) * (0.7 if ink.tight else 1.1)) + 10

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint the statement and the columns."""
        text = self.text_width(box.width())
        at = QRectF(box.left(), box.top(), text, box.height())
        _paint(painter, _pair(self.text, self.second), ink.flip(at, box), size, ink)
        for counts, room in zip(self.passes, self.rooms(box, text), strict=True):
            if counts is None:
                words("–", tone="soft", middle=True).paint(painter, ink.flip(room, box), size, ink)
            else:
                self._columns(painter, ink.flip(room, box), counts, size, ink)

    def rooms(self, box: QRectF, text: float) -> list[QRectF]:
        """Give where the columns of each pass stand."""
        wide = (box.width() - text) / len(self.passes)
        return [
            QRectF(box.left() + text + 28 + n * wide, box.top(), wide - 28, box.height() - 10)
            for n in range(len(self.passes))
        ]

    def _columns(
        self, painter: QPainter, room: QRectF, counts: tuple[int, ...], size: int, ink: Ink
    ) -> None:
        wide = room.width() / len(counts)
        line = ink.line(size)
        most = max(counts) or 1
        for number, count in enumerate(counts):
            cell = ink.flip(
                QRectF(room.left() + number * wide, room.top(), wide, room.height()), room
            )
            high = max(4.0, (cell.height() - line) * count / most * self.grown)
            base = cell.bottom() - line
            column = QRectF(cell.left() + 6, base - high, wide - 12, high)
            surface(
                painter,
                column,
                ink.colours.teal if count else ink.colours.line,
                corner=min(6, high / 2),
            )
            at = QRectF(cell.left(), base, wide, line)
            words(str(count), bold=True, middle=True).paint(painter, at, size, ink)


@dataclass(frozen=True, slots=True)
class FingerHead:
    """Above the columns: which is which, and of which vote."""

    ids: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """Give the names of the passes."""
        return _(", ").join(one for one in self.names if one)

    def _rows(self) -> int:
        return 2 if any(self.names) else 1

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give a line for the fingers, and one for the names."""
        del width
        return self._rows() * ink.line(size)

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint both lines."""
        made = Fingers("", self.ids, tuple(() for _one in self.names))
        line = ink.line(size)
        for name, room in zip(
            self.names, made.rooms(box, made.text_width(box.width())), strict=True
        ):
            at = ink.flip(room, box)
            top = at.top()
            if self._rows() == 2:
                words(name, bold=True, middle=True).paint(
                    painter, QRectF(at.left(), top, at.width(), line), size, ink
                )
                top += line
            wide = at.width() / len(self.ids)
            for number, one in enumerate(self.ids):
                cell = QRectF(at.left() + number * wide, top, wide, line)
                words(one, tone="soft", middle=True).paint(painter, ink.flip(cell, at), size, ink)
