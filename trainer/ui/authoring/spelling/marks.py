"""Marks words that may be misspelt in a field of several lines; Alt Enter on one says what else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from trainer.authoring.spelling.speller import words_in
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.spelling.menu import SpellingMenu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.ui.authoring.spelling.asking import Asking


_LONGEST: Final = 20_000
"""Letters above which nothing is marked: it would be looked through at each key."""


class SpellingMarks(QObject):
    """The marks of one field. It is told what is wrong by the thread, a moment later.

    They lie over the text and are no part of it: to a form, a text that is dressed otherwise
    would be one that was changed.
    """

    def __init__(self, edit: QPlainTextEdit, asking: Asking) -> None:
        super().__init__(edit)
        self.edit = edit
        self.asking = asking
        self._menu = SpellingMenu(edit, asking)
        self._at = QTextCursor()
        self._described = edit.accessibleDescription()
        asking.told.connect(self.mark)
        edit.textChanged.connect(self.mark)
        edit.cursorPositionChanged.connect(self._tell)
        self.mark()

    def mark(self) -> None:
        """Mark what is known to be wrong, and ask about the rest."""
        if not self.edit.isVisible():
            return
        text = self.edit.toPlainText()
        wrong = list(self._wrong(text)) if len(text) <= _LONGEST else []
        if wrong or self.edit.extraSelections():
            self.edit.setExtraSelections([self._selection(text, *one) for one in wrong])

    def _wrong(self, text: str) -> Iterator[tuple[int, str]]:
        """Go through the words that are known to be wrong, line by line; ask about the rest."""
        start = 0
        for line in text.split("\n"):
            words = list(words_in(line))
            told = [word for _at, word in words]
            self.asking.ask(told)
            if not self.asking.is_elsewhere(told):
                yield from ((start + at, one) for at, one in words if self.asking.is_wrong(one))
            start += len(line) + 1

    def _selection(self, text: str, at: int, word: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        dress = QTextCharFormat()
        dress.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        dress.setUnderlineColor(QColor(theme.colours().ink))
        cursor = QTextCursor(self.edit.document())
        start = _units(text[:at])
        cursor.setPosition(start)
        cursor.setPosition(start + _units(word), QTextCursor.MoveMode.KeepAnchor)
        made.format, made.cursor = dress, cursor
        return made

    def _tell(self) -> None:
        """Say of the word that one has come to that it may be misspelt."""
        misspelt = _("Perhaps misspelt. Alt Enter shows what may be meant.")
        now = self.edit.accessibleDescription()
        if now != misspelt:
            self._described = now  # The field may be of another scene by now.
        said = self._described if self._here() is None else misspelt
        if said != now:
            self.edit.setAccessibleDescription(said)
            self.edit.setToolTip(said if said != self._described else "")

    def _here(self) -> tuple[int, int, str] | None:
        """Give where the word starts and ends that the cursor is in, if it is perhaps misspelt."""
        cursor = self.edit.textCursor()
        text, place = cursor.block().text(), cursor.positionInBlock()
        first = cursor.block().position()
        words = list(words_in(text))
        if self.asking.is_elsewhere([word for _at, word in words]):
            return None
        for at, word in words:
            start, end = _units(text[:at]), _units(text[:at]) + _units(word)
            if start <= place <= end and self.asking.is_wrong(word):
                return first + start, first + end, word
        return None

    def offer(self) -> bool:
        """Have what may be meant shown for the word that the cursor is in; tell if it is wrong."""
        found = self._here()
        if found is None:
            return False
        start, end, _word = found
        self._at = QTextCursor(self.edit.document())
        self._at.setPosition(start)
        self._at.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._menu.offer(self._at, self._at.insertText)
        return True


def _units(text: str) -> int:
    """Count letters as Qt does, to which some are two."""
    return len(text.encode("utf-16-le")) // 2
