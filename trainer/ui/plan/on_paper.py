"""Plan and record as pages to print: black on white, with lines to write on where nothing is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from trainer.language import _
from trainer.ui import dates
from trainer.ui.paper import printing
from trainer.ui.plan import questions
from trainer.ui.plan.questions import ASKED, COULD_NOT, FOR_WHOM, OTHER, Ask, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from trainer.progress.papers.paper_content import Content, Row
    from trainer.ui.plan.questions import Group

_SIZES: Final = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of type in points: the largest with which everything stands on as few pages as wanted."""
_BLANK_ROWS: Final = 2
_WITH_NEXT: Final = 1
"""Marks a block that must not stand last on a page."""
_GREY, _LINE = "#555555", "#8A8A8A"


class Writer:
    """Writes a document piece by piece. Nothing that a person wrote is read as anything but text.

    ``points`` is the size of its running text.
    """

    def __init__(self, points: float) -> None:
        self.document = QTextDocument()
        self._points = points
        self.document.setDefaultFont(printing.body_font(points))
        self.document.setDocumentMargin(0)
        # An address may be longer than a line.
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(wrap)
        self._cursor = QTextCursor(self.document)
        self._begun = False

    def title(self, text: str) -> None:
        """Write the title of the sheet."""
        self._block(text, 0, size=1.8, bold=True)

    def heading(self, text: str) -> None:
        """Write a heading."""
        self._block(text, 11, size=1.25, bold=True)
        self._cursor.block().setUserState(_WITH_NEXT)

    def label(self, text: str) -> None:
        """Write a question."""
        self._block(text, 5, size=0.88, tone=_GREY)
        self._cursor.block().setUserState(_WITH_NEXT)

    def words(self, text: str, *, above: float = 1, bold: bool = False, size: float = 1) -> None:
        """Write a text as it is, line by line."""
        for number, line in enumerate(text.strip().splitlines()):
            self._block(line, above if not number else 0, bold=bold, size=size)

    def small(self, text: str) -> None:
        """Write something beside the matter."""
        self._block(text, 3, size=0.88, tone=_GREY)

    def blank(self, lines: int) -> None:
        """Leave lines to write on."""
        for _number in range(lines):
            form = QTextBlockFormat()
            form.setTopMargin(9)
            whole = QTextLength(QTextLength.Type.PercentageLength, 100)
            form.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, whole)
            form.setProperty(QTextFormat.Property.BackgroundBrush, QBrush(QColor(_LINE)))
            self._put("", form, QTextCharFormat())

    def table(self, rows: Rows, filled: Sequence[Row]) -> None:
        """Write a list as a table, with empty rows where there is nothing."""
        form = QTextTableFormat()
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(QBrush(QColor(_LINE)))
        form.setCellPadding(4 if filled else 6)
        form.setTopMargin(4)
        share = QTextLength(QTextLength.Type.PercentageLength, 100 / len(rows.columns))
        form.setColumnWidthConstraints([share] * len(rows.columns))
        lines: list[Row] = list(filled) or [{}] * _BLANK_ROWS
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        made = self._cursor.insertTable(len(lines) + 1, len(rows.columns), form)
        for at, ask in enumerate(rows.columns):
            head = self._letters(0.88, tone=_GREY)
            made.cellAt(0, at).firstCursorPosition().insertText(_(ask.words), head)
            for down, row in enumerate(lines, 1):
                cell = made.cellAt(down, at).firstCursorPosition()
                cell.insertText(row.get(ask.key, "") or " ", self._letters(1))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._begun = True

    def _letters(self, size: float, *, bold: bool = False, tone: str = "") -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setFontPointSize(self._points * size)
        if bold:
            letters.setFontWeight(QFont.Weight.Bold)
        letters.setForeground(QBrush(QColor(tone or "#000000")))
        return letters

    def _block(
        self, text: str, above: float, *, size: float = 1, bold: bool = False, tone: str = ""
    ) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        self._put(text, form, self._letters(size, bold=bold, tone=tone))

    def _put(self, text: str, form: QTextBlockFormat, letters: QTextCharFormat) -> None:
        if self._begun:
            self._cursor.insertBlock(form, letters)
        else:
            self._cursor.setBlockFormat(form)
        self._begun = True
        self._cursor.insertText(text, letters)


def put_plan(content: Content, writer: QPdfWriter) -> None:
    """Draw a plan, on one page unless it is long."""
    _put(writer, partial(write_plan, content), pages=1)


def put_record(content: Content, made: datetime, writer: QPdfWriter) -> None:
    """Draw a record, on two pages unless it is long."""
    _put(writer, partial(write_record, content, made), pages=2)


def write_plan(content: Content, to: Writer) -> None:
    """Write a safety plan as its form asks."""
    to.title(_("My safety plan"))
    _write_groups(to, questions.PLAN, content)


def write_record(content: Content, made: datetime, to: Writer) -> None:
    """Write a record in the order in which reporting forms ask."""
    to.title(_("What happened"))
    day = dates.full(made.astimezone().date().isoformat())
    to.small(_("Written from memory on %(day)s.") % {"day": day})
    if content.text(ASKED) == COULD_NOT:
        to.small(_("The person it happened to could not be asked."))
    elif content.text(FOR_WHOM) == OTHER:
        to.small(_("Written for the person it happened to, who wanted it."))
    _write_groups(to, questions.record(dict(content.texts)), content)


def _write_groups(to: Writer, groups: Sequence[Group], content: Content) -> None:
    for group in groups:
        to.heading(_(group.heading))
        for part in group.parts:
            if isinstance(part, Rows):
                if part.heading:
                    to.label(_(part.heading))
                to.table(part, content.listed(part.key))
            else:
                _write_answer(to, part, content.text(part.key))


def _write_answer(to: Writer, ask: Ask, text: str) -> None:
    if ask.tick:
        if text:
            to.small(_(ask.words))
        return
    to.label(_(ask.words))
    if text:
        to.words(text)
    else:
        to.blank(ask.lines)


def _put(writer: QPdfWriter, write: Callable[[Writer], None], *, pages: int) -> None:
    document = paged(writer, write, pages=pages)
    painter = QPainter(writer)
    try:
        for page in range(document.pageCount()):
            if page:
                writer.newPage()
            top = page * writer.height()
            painter.save()
            painter.translate(0, -top)
            draw(document, painter, QRectF(0, top, writer.width(), writer.height()))
            painter.restore()
    finally:
        painter.end()


def paged(writer: QPdfWriter, write: Callable[[Writer], None], *, pages: int) -> QTextDocument:
    """Lay a document out in the largest type with which it needs no more than so many pages."""
    for points in _SIZES:
        to = Writer(points)
        write(to)
        lay_out(to.document, writer, QSizeF(writer.width(), writer.height()))
        if to.document.pageCount() <= pages:
            break
    _keep_together(to.document, writer.height())
    return to.document


def _keep_together(document: QTextDocument, tall: int) -> None:
    """Begin a new page before a question whose answer would stand on the next one alone."""
    place = document.documentLayout().blockBoundingRect
    block, first = document.begin(), document.begin()
    while block.isValid() and block.next().isValid():
        if block.previous().userState() != _WITH_NEXT:
            first = block
        page, after = (int(place(one).top() // tall) for one in (block, block.next()))
        if block.userState() == _WITH_NEXT and page != after:
            form = first.blockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(first).setBlockFormat(form)
        block = block.next()


def lay_out(document: QTextDocument, writer: QPdfWriter, size: QSizeF) -> None:
    """Lay a document out for pages of a size, in the device's own measure."""
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(size)


def draw(document: QTextDocument, painter: QPainter, part: QRectF) -> None:
    """Draw a part of a document; what it writes has colours of its own, not the window's."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = part
    painter.setClipRect(part)
    document.documentLayout().draw(painter, context)
