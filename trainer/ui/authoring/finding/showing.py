"""Opens the sheet that finds, and shows what was found: in the form, or in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from trainer.authoring.finding.asking import Asked
from trainer.ui.authoring.finding.where import HERE

if TYPE_CHECKING:
    from pathlib import Path as File

    from PySide6.QtWidgets import QWidget

    from trainer.authoring.finding.looking import Found
    from trainer.ui.authoring.finding.sheet import FindSheet, Left
    from trainer.ui.authoring.page import AuthorPage


class Finding(QObject):
    """Finds in what a page shows. What was looked for last in a file is there again."""

    def __init__(self, page: AuthorPage) -> None:
        super().__init__(page)
        self._page = page
        self._left: tuple[File, Left] | None = None
        self._sheet: FindSheet | None = None
        page.bench.find_wanted.connect(self.find)

    def open(self, where: str = HERE) -> None:
        """Open the sheet as it was left in this file; words that are marked in the text count."""
        document = self._page.bench.document
        if document is None:
            return
        marked = self._page.text.selected()
        left = self._left[1] if self._left and self._left[0] == document.path else None
        if left is not None and marked in ("", left.asked.sought):
            self._open(left)
        else:
            self.find(Asked(marked), where)

    def find(self, asked: Asked, where: str = HERE) -> None:
        """Open the sheet with what is to be found, and what may stand there instead."""
        from trainer.ui.authoring.finding.sheet import Left

        self._open(Left(asked, where))

    def _open(self, left: Left) -> None:
        from trainer.ui.authoring.finding.sheet import FindSheet

        page = self._page
        self._sheet = sheet = FindSheet(page.bench, page.window(), left=left)
        sheet.wanted.connect(self._show)
        sheet.finished.connect(self._keep)
        sheet.open()

    def _keep(self) -> None:
        document = self._page.bench.document
        if document is not None and self._sheet is not None:
            self._left = document.path, self._sheet.left()
        self._sheet = None

    def _show(self, found: Found) -> None:
        """Show a place in its field; in the text, if that is what shows, or no field has it."""
        page = self._page
        document = page.bench.document
        if document is None or found.document.path != document.path:
            page.open(path=found.document.path)
            if self._left is not None:
                self._left = found.document.path, self._left[1]
        if found.is_name:
            page.bench.write_at(found.path)
        elif page.text.isVisible() or not self._show_in_form(found):
            page.show_text()
            page.text.show_words(found.path, found.start, found.end)

    def _show_in_form(self, found: Found) -> bool:
        """Stand in the field and mark the words there; tell whether there is such a field."""
        page = self._page
        document = page.bench.document
        value = None if document is None else document.data(found.path)
        if not isinstance(value, str):
            return False
        page.bench.write_at(found.path)
        field = page.window().focusWidget()
        if field is None or not page.form.isAncestorOf(field):
            return False
        return _mark(field, found.words, value[: found.start].count(found.words))


def _mark(field: QWidget, words: str, before: int) -> bool:
    """Mark words in a field, behind as many like them as said; tell whether they are there."""
    is_line = isinstance(field, QLineEdit)
    if isinstance(field, QLineEdit):
        text = field.text()
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        text = field.toPlainText()
    else:
        return False
    words = " ".join(words.split()) if is_line else words
    at = text.find(words)
    for _each in range(before):
        at = text.find(words, at + len(words)) if at >= 0 else at
    if at < 0:
        return False
    units = len(text[:at].encode("utf-16-le")) // 2
    wide = len(words.encode("utf-16-le")) // 2
    if isinstance(field, QLineEdit):
        field.setSelection(units, wide)
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        cursor = field.textCursor()
        cursor.setPosition(units)
        cursor.setPosition(units + wide, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
    return True
