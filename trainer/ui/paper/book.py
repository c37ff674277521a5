"""Pages that are filled from the top, each part on a page of its own, with a foot that says what.

What stands in one block is kept together where a page has room for it.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer.language import _
from trainer.ui import fonts
from trainer.ui.paper.printed_pieces import SOFT, Gap, Piece, Press, Text, fitting, height, paint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QPdfWriter

MARGIN: Final = 15
"""Millimetres that pages leave free at each side."""

_FOOT: Final = 9.0
_TITLE, _BODY = 20.0, 11.0
_INSET: Final = 6.0
"""Millimetres between where a card is cut and what stands on it."""


@dataclass(frozen=True, slots=True)
class Ruled(Piece):
    """A line across, such as one to write on; ``points`` below where it stands."""

    press: Press
    points: float

    def height(self, width: float) -> float:
        """Room to write, and the line."""
        return self.press.pt(self.points)

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint the line."""
        y = place.y() + self.height(width) - self.press.pt(1)
        painter.setPen(QPen(QColor(SOFT), self.press.pt(0.6)))
        painter.drawLine(QPointF(place.x(), y), QPointF(place.x() + width, y))


class Book:
    """Writes page after page. ``title`` stands at the foot of each; ``scale`` makes all larger.

    One that does not ``paint`` only knows on which page everything would stand.
    """

    def __init__(
        self, writer: QPdfWriter, families: tuple[str, ...], title: str, scale: float = 1.0,
        *, paints: bool = True,
    ) -> None:  # fmt: skip
        self.press = Press(writer, families, scale)
        self.painter = QPainter(writer) if paints else QPainter()
        self._writer = writer
        self._paints = paints
        self._title = title
        self._part = self._next = ""
        self._page = 0
        self._top = 0.0

    @classmethod
    @contextmanager
    def written(
        cls, writer: QPdfWriter, language: str, title: str, scale: float = 1.0,
        *, paints: bool = True,
    ) -> Iterator[Book]:  # fmt: skip
        """Write one in the type of a language, and end its last page."""
        families = fonts.on_paper(fonts.families(language))
        book = cls(writer, families, title, scale, paints=paints)
        try:
            yield book
        finally:
            book.close()

    @property
    def page(self) -> QRectF:
        """What is between the margins, without the foot."""
        foot = self.press.mm(_FOOT) * self.press.scale
        return QRectF(0, 0, self._writer.width(), self._writer.height() - foot)

    def close(self) -> None:
        """End the last page."""
        self._foot()
        if self._paints:
            self.painter.end()

    def begin(self, part: str, *, heading: bool = True) -> None:
        """Begin a part on a new page, with its name as the heading."""
        self._next = part
        self.new_page()
        if heading:
            self.put(self.text(part, _TITLE, bold=True), self.gap(8))

    def new_page(self) -> QRectF:
        """Begin a page; give the room that it has."""
        if self._page and self._paints:
            # Last, so that whoever has the page read aloud hears it last.
            self._foot()
            self._writer.newPage()
        self._part = self._next
        self._page += 1
        self._top = 0.0
        return self.page

    def _foot(self) -> None:
        if not self._page or not self._paints:
            return
        known = {"title": self._title, "part": self._part, "page": self._page}
        said = _("%(title)s · %(part)s · page %(page)d") % known
        foot = [self.text(said, 8, tone=SOFT, literal=True)]
        tall = height(foot, self._writer.width())
        box = QRectF(0, self._writer.height() - tall, self._writer.width(), tall)
        paint(self.painter, foot, box)

    @property
    def at(self) -> int:
        """The number of this page."""
        return self._page

    # Pieces

    def text(
        self, text: str, points: float = _BODY, *, bold: bool = False, tone: str = "#000000",
        literal: bool = False,
    ) -> Text:  # fmt: skip
        """Make a text; what a person typed into a field of one line is ``literal``."""
        return Text(self.press, text, points, bold=bold, tone=tone, literal=literal)

    def gap(self, points: float) -> Gap:
        """Make air."""
        return Gap(self.press, points)

    def put(self, *pieces: Piece) -> None:
        """Put a block below what is there, on the next page if it does not fit on this one.

        One that is higher than a page goes on piece by piece.
        """
        page = self.page
        tall = height(pieces, page.width())
        if self._top and self._top + tall > page.height():
            self.new_page()
        for piece in pieces:
            high = piece.height(page.width())
            if self._top and self._top + high > page.height():
                if isinstance(piece, Gap):
                    continue
                self.new_page()
            if self._paints:
                piece.paint(self.painter, QPointF(0, self._top), page.width())
            self._top += high

    def has_room(self, piece: Piece) -> bool:
        """Whether a piece stands on this page still."""
        return self._top + piece.height(self.page.width()) <= self.page.height()

    @property
    def left(self) -> float:
        """Give the share of this page that is free still."""
        return 1 - self._top / self.page.height()

    # Cards

    def cards(
        self, faces: Sequence[Callable[[Press], Sequence[Piece]]], across: int, down: int
    ) -> None:
        """Fill pages with cards of one size, to be cut along the lines."""
        for start in range(0, len(faces), across * down):
            if start:
                self.new_page()
            page = self.page
            wide, tall = page.width() / across, page.height() / down
            inset = self.press.mm(_INSET)
            for at, face in enumerate(faces[start : start + across * down]):
                row, column = divmod(at, across)
                card = QRectF(column * wide, row * tall, wide, tall)
                room = card.adjusted(inset, inset, -inset, -inset)
                self.painter.save()
                self.painter.setClipRect(card)
                paint(self.painter, fitting(face, self.press, room), room)
                self.painter.restore()
            used = -(-len(faces[start : start + across * down]) // across)
            self._mark_cuts(across, used, tall)

    def _mark_cuts(self, across: int, rows: int, tall: float) -> None:
        page = self.page.adjusted(0, 0, 0, rows * tall - self.page.height())
        self.painter.setPen(QPen(QColor(SOFT), self.press.pt(0.5), Qt.PenStyle.DashLine))
        for at in range(across + 1):
            x = page.width() * at / across
            self.painter.drawLine(QPointF(x, 0), QPointF(x, page.height()))
        for at in range(rows + 1):
            y = tall * at
            self.painter.drawLine(QPointF(0, y), QPointF(page.width(), y))
