"""A report, and what people take home, as they are printed: black on white."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from trainer.language import _
from trainer.ui.printed_text import document
from trainer.workshop.after import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from trainer.workshop.after.hand_out import HandOut, Turn
    from trainer.workshop.after.model import Report
    from trainer.workshop.after.written import SayDay, Table

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

    def item(self, text: str) -> None:
        """Put an item of a list, with a square that can be ticked."""
        self._cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        listed = QTextListFormat()
        listed.setStyle(QTextListFormat.Style.ListSquare)
        self._cursor.createList(listed)
        self._cursor.insertText(text)

    def line(self, text: str, note: str) -> None:
        """Put a name in bold, and what is said of it behind."""
        self.words(text, bold=True)
        self._cursor.setCharFormat(QTextCharFormat())
        self._cursor.insertText(f"  {note}")

    def table(self, table: Table, wide: int = 55) -> None:
        """Put a table; its first column takes ``wide`` per cent of the width."""
        form = QTextTableFormat()
        form.setBorder(0.5)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderCollapse(True)
        form.setCellPadding(4)
        form.setCellSpacing(0)
        form.setTopMargin(6)
        form.setBottomMargin(4)
        form.setHeaderRowCount(1)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        others = len(table.columns) - 1
        share = (100 - wide) / others if others else 0
        form.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.PercentageLength, one)
                for one in (wide, *[share] * others)
            ]
        )
        rows: Sequence[Sequence[str]] = (table.columns, *table.rows)
        made = self._cursor.insertTable(len(rows), len(table.columns), form)
        for down, row in enumerate(rows):
            for across, text in enumerate(row):
                cell = made.cellAt(down, across).firstCursorPosition()
                cell.insertText(text, _bold(0) if down == 0 else QTextCharFormat())
        self._cursor.movePosition(QTextCursor.MoveOperation.End)


def _bold(size: float) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontWeight(QFont.Weight.Bold)
    if size:
        letters.setFontPointSize(size)
    return letters


def report_document(report: Report, say_day: SayDay) -> QTextDocument:
    """Give a report to print."""
    printed = Printed(report.title)
    for part in written.parts(report, say_day):
        printed.heading(part.title)
        for block in part.blocks:
            if block.title:
                printed.heading(block.title, small=True)
            for said in block.said:
                printed.words(said)
            if block.table is not None:
                printed.table(block.table)
            for said in block.below:
                printed.words(said)
    return printed.made


def hand_out_document(out: HandOut) -> QTextDocument:
    """Give what people take home, to print; it asks nothing and is not collected."""
    printed = Printed(out.title)
    printed.words(_("To take home. Nobody collects it."))
    printed.heading(_("Five ways to step in"))
    printed.words(
        _("First look: are you safe, is somebody with you, what would help the person it is about? "
          "Not now is an answer, too; afterwards you can still ask how they are.")
    )  # fmt: skip
    for way in out.ways:
        printed.line(way.name, way.about)
    if out.resolves:
        printed.heading(_("What I will do"))
        for resolve in out.resolves:
            printed.item(resolve)
    if out.turn:
        printed.heading(_("Where to turn"))
        for one in out.turn:
            printed.line(one.name, one.summary)
            printed.words(_reach(one))
    if out.sources:
        printed.heading(_("Where this comes from"))
        for source in out.sources:
            printed.words(source)
    return printed.made


def _reach(one: Turn) -> str:
    return _(" · ").join(one.reach)
