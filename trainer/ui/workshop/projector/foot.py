"""The foot of the projector: how to join by phone, the timer, and the strip for captions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from trainer.language import _
from trainer.ui.workshop.projector.blocks import surface
from trainer.ui.workshop.projector.paper import LEAST, SIDE
from trainer.ui.workshop.projector.text import words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from trainer.ui.workshop.projector.paper import Ink
    from trainer.workshop.telling.room_view import Join

FULL: Final = 126.0
SLIM: Final = 66.0
_TIMED: Final = 56.0
"""Height of the timer alone."""
_SLIM_TYPE: Final = 34
_FREE: Final = 96.0
"""Height of the strip that is kept free: two lines of captions."""

_BLACK, _WHITE = "#111111", "#FFFFFF"


def clock(milliseconds: int) -> str:
    """Say how much time is left, as a clock does; a second that has begun counts."""
    seconds = max(0, -(-milliseconds // 1000))
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02d}:{seconds:02d}"
    return f"{minutes}:{seconds:02d}"


def address(url: str) -> str:
    """Give an address as somebody types it."""
    return url.partition("://")[2].split("?")[0].split("#")[0].rstrip("/") or url


@lru_cache(maxsize=4)
def modules(url: str) -> tuple[tuple[bool, ...], ...]:
    """Give the modules of the QR code of an address, without its quiet zone."""
    import segno

    made = segno.make(url, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(one) for one in row) for row in made.matrix)


def paint_code(painter: QPainter, box: QRectF, url: str) -> None:
    """Paint a QR code, black on white in every palette, with the free margin that it needs."""
    rows = modules(url)
    side = min(box.width(), box.height())
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_WHITE))
    painter.drawRoundedRect(QRectF(box.left(), box.top(), side, side), 8, 8)
    one = side / (len(rows) + 6)
    # Edges that are smoothed would grey the small modules.
    painter.setRenderHint(painter.RenderHint.Antialiasing, False)
    painter.setBrush(QColor(_BLACK))
    left, top = box.left() + 3 * one, box.top() + 3 * one
    painter.drawRects(
        [QRectF(left + x * one, top + y * one, wide * one, one) for x, y, wide in _dark(rows)]
    )
    painter.restore()


@lru_cache(maxsize=4)
def _dark(rows: tuple[tuple[bool, ...], ...]) -> tuple[tuple[int, int, int], ...]:
    """Give where dark modules begin in a row, and how many of them stand side by side."""
    found = []
    for y, row in enumerate(rows):
        x = 0
        for dark, together in groupby(row):
            wide = len(list(together))
            if dark:
                found.append((x, y, wide))
            x += wide
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Code:
    """The QR code alone, large."""

    url: str
    wide: float

    @property
    def spoken(self) -> str:
        """Say that it is there."""
        return _("QR code to join by phone")

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give its height, which is its width."""
        del size, ink
        return min(self.wide, width)

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint the code; it has a size of its own and is black on white in every ink."""
        del size, ink
        paint_code(painter, box, self.url)


@dataclass(frozen=True, slots=True)
class Strip:
    """How to join, and the timer: with a QR code, or slim without one.

    Where the vote is ``closed`` it says so, as high as before: nothing on the page moves, and
    nothing asks for an answer.
    """

    join: Join | None
    left: int | None = None
    slim: bool = False
    hands: bool = True
    closed: bool = False

    @property
    def spoken(self) -> str:
        """Give all that it says."""
        told = []
        if self.join is not None and self.closed:
            told.append(_("The vote is closed"))
        elif self.join is not None:
            told += [address(self.join.url), self.join.code]
            if self.hands:
                told.append(_("or show your hand"))
        if self.left is not None:
            told.append(clock(self.left))
        return _(", ").join(told)

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give how high it is, whatever the page is set in."""
        del width, size, ink
        if self.join is None:
            return _TIMED
        return SLIM if self.slim else FULL

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint the card with all that it says."""
        del size
        tall = self.height(box.width(), LEAST, ink) == FULL
        surface(painter, box, ink.colours.card, ink.colours.line)
        inner = box.adjusted(14 if tall else 24, 10, -26, -10)
        right = self._timer(painter, inner, ink, tall=tall)
        if self.join is None:
            return
        left = inner.left() + (12 if tall and self.closed else 0)
        if tall and not self.closed:
            paint_code(painter, ink.flip(QRectF(left, inner.top(), 106, 106), inner), self.join.url)
            left += 126
        for text, bold, tone in self._words(self.join, tall=tall):
            made = words(text, bold=bold, tone=tone)
            grown = 38 if tall and tone == "ink" else _SLIM_TYPE if tone == "ink" else 30
            wide = made.natural(grown, ink) + 2
            if left + wide > right:
                break
            line = ink.line(grown)
            at = QRectF(left, inner.center().y() - line / 2, wide, line)
            made.paint(painter, ink.flip(at, inner), grown, ink)
            left += wide + 26

    def _words(self, join: Join, *, tall: bool) -> list[tuple[str, bool, str]]:
        """Give what it says, each with whether it is bold, and its tone."""
        if self.closed:
            return [(_("The vote is closed"), True, "ink")]
        told = [] if tall else [(_("Join by phone:"), False, "soft")]
        told += [(address(join.url), False, "ink"), (join.code, True, "ink")]
        if self.hands:
            told.append((_("or show your hand"), False, "soft"))
        return told

    def _timer(self, painter: QPainter, inner: QRectF, ink: Ink, *, tall: bool) -> float:
        """Paint the timer at the far end; give where it begins."""
        if self.left is None:
            return inner.right()
        grown = 44 if tall else 34
        made = words(clock(self.left), bold=True)
        wide, line = made.natural(grown, ink) + 4, ink.line(grown)
        at = QRectF(inner.right() - wide, inner.center().y() - line / 2, wide, line)
        made.paint(painter, ink.flip(at, inner), grown, ink)
        return at.left() - 24


@dataclass(frozen=True, slots=True)
class Captions:
    """A strip across the foot: the interpreter's or captioner's line, or room that is kept."""

    text: str = ""

    @property
    def spoken(self) -> str:
        """Give the line."""
        return self.text

    def _size(self, width: float, ink: Ink) -> int:
        for size in (36, 32, 30):
            if words(self.text).height(width - 2 * SIDE, size, ink) <= 2 * ink.line(size) + 1:
                return size
        return LEAST

    def height(self, width: float, size: int, ink: Ink) -> float:
        """Give room for two lines, and for more where more was typed."""
        del size
        own = self._size(width, ink)
        return max(_FREE, words(self.text).height(width - 2 * SIDE, own, ink) + 20)

    def paint(self, painter: QPainter, box: QRectF, size: int, ink: Ink) -> None:
        """Paint the strip, dark in both palettes, as captions are."""
        del size
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#000000" if ink.colours.dark else ink.colours.ink))
        painter.drawRect(box)
        own = self._size(box.width(), ink)
        inner = box.adjusted(SIDE, 8, -SIDE, -8)
        told = words(self.text, tone="paper" if not ink.colours.dark else "ink")
        told.paint(painter, inner, own, ink)
