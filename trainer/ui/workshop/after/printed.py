"""A report, and a card for whoever cares, as they are printed: black on white."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)

from trainer.language import _
from trainer.ui.paper import printing
from trainer.ui.paper.book import MARGIN, Book
from trainer.ui.paper.printed_pieces import SOFT, Piece, Text
from trainer.ui.paper.printed_text import document
from trainer.workshop.after import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QImage, QPainter, QPdfWriter

    from trainer.ui.paper.printed_pieces import Press
    from trainer.workshop.after.model import Report
    from trainer.workshop.after.written import Block, SayDay

_TITLE, _HEADING, _SMALL = 20.0, 14.0, 12.0
"""Sizes in points."""


class Printed:
    """A document that grows downwards; all words are plain."""

    def __init__(self, title: str) -> None:
        self.made: QTextDocument = document("")
        self._cursor = QTextCursor(self.made)
        self._cursor.setCharFormat(_bold(_TITLE))
        self._cursor.insertText(title)

    def heading(self, text: str, *, small: bool = False) -> None:
        """Put a heading that stays with what follows."""
        form = QTextBlockFormat()
        form.setTopMargin(12 if small else 22)
        form.setHeadingLevel(3 if small else 2)
        form.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_Auto)
        self._cursor.insertBlock(form, _bold(_SMALL if small else _HEADING))
        self._cursor.insertText(text)

    def words(self, text: str, *, bold: bool = False) -> None:
        """Put a paragraph."""
        form = QTextBlockFormat()
        form.setTopMargin(6)
        letters = _bold(0) if bold else QTextCharFormat()
        self._cursor.insertBlock(form, letters)
        self._cursor.insertText(text)

    def picture(self, image: QImage, side: int) -> None:
        """Put a picture, ``side`` points wide."""
        form = QTextBlockFormat()
        form.setTopMargin(12)
        self._cursor.insertBlock(form)
        name = f"picture-{self._cursor.position()}"
        self.made.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        placed = QTextImageFormat()
        placed.setName(name)
        placed.setWidth(side)
        placed.setHeight(side)
        self._cursor.insertImage(placed)


def _bold(size: float) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontWeight(QFont.Weight.Bold)
    if size:
        letters.setFontPointSize(size)
    return letters


class Row(Piece):
    """Cells side by side; the first one takes more than its share."""

    def __init__(self, press: Press, cells: Sequence[str], *, bold: bool = False) -> None:
        self._cells = [Text(press, one, 10.5, bold=bold, literal=True) for one in cells]
        self._air, self._line = press.pt(3), press.pt(0.5)

    def _widths(self, width: float) -> list[float]:
        others = len(self._cells) - 1
        first = width * (0.55 if others else 1)
        return [first, *[(width - first) / others] * others] if others else [first]

    def height(self, width: float) -> float:
        """The highest cell, and air."""
        wide = zip(self._cells, self._widths(width), strict=True)
        return max(cell.height(one - 2 * self._air) for cell, one in wide) + 2 * self._air

    def paint(self, painter: QPainter, place: QPointF, width: float) -> None:
        """Paint the cells, and a line below."""
        at = place.x()
        for cell, one in zip(self._cells, self._widths(width), strict=True):
            left = at + (self._air if at > place.x() else 0)
            cell.paint(painter, QPointF(left, place.y() + self._air), one - 2 * self._air)
            at += one
        below = place.y() + self.height(width)
        painter.setPen(QPen(QColor(SOFT), self._line))
        painter.drawLine(QPointF(place.x(), below), QPointF(place.x() + width, below))


def report_pdf(report: Report, say_day: SayDay) -> bytes:
    """Make a PDF file of a report: a question stays with its table, and a row is never torn."""

    def put(writer: QPdfWriter) -> None:
        with Book.written(writer, report.language, report.title) as book:
            book.begin(_("After the workshop"), heading=False)
            book.put(book.text(report.title, 20, bold=True, literal=True))
            for part in written.parts(report, say_day):
                for number, block in enumerate(part.blocks):
                    book.put(*_block(book, block, "" if number else part.title))

    return printing.pdf(report.title, put, margin=MARGIN)


def _block(book: Book, block: Block, above: str) -> Iterator[Piece]:
    if above:
        yield from (book.gap(14), book.text(above, _HEADING, bold=True, literal=True))
    if block.title:
        yield from (book.gap(8), book.text(block.title, _SMALL, bold=True, literal=True))
    for said in block.said:
        yield from (book.gap(3), book.text(said, literal=True))
    if block.table is not None:
        yield book.gap(4)
        yield Row(book.press, block.table.columns, bold=True)
        for row in block.table.rows:
            yield Row(book.press, row)
    for said in block.below:
        yield from (book.gap(4), book.text(said, literal=True))
