"""Marks words that may be misspelt in a field of several lines; Alt Enter on one says what else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from trainer.authoring.spelling.speller import words_in
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from trainer.ui.authoring.spelling.asking import Asking


class SpellingMarks(QSyntaxHighlighter):
    """The marks of one field. It is told what is wrong by the thread, a moment later."""

    def __init__(self, edit: QPlainTextEdit, asking: Asking) -> None:
        super().__init__(edit.document())
        self.edit = edit
        self.asking = asking
        self._menu: QMenu | None = None
        self._at = QTextCursor()
        asking.told.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Mark what is known to be wrong, and ask about the rest."""
        words = list(words_in(text))
        self.asking.ask(word for _at, word in words)
        wrong = QTextCharFormat()
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        wrong.setUnderlineColor(QColor(theme.colours().ink))
        wrong.setToolTip(_("Perhaps misspelt. Alt Enter shows what may be meant."))
        for at, word in words:
            if self.asking.is_wrong(word):
                self.setFormat(_units(text[:at]), _units(word), wrong)

    def offer(self) -> bool:
        """Have what may be meant shown for the word that the cursor is in; tell if it is wrong."""
        cursor = self.edit.textCursor()
        text, place = cursor.block().text(), cursor.positionInBlock()
        for at, word in words_in(text):
            start, end = _units(text[:at]), _units(text[:at]) + _units(word)
            if start <= place <= end and self.asking.is_wrong(word):
                first = cursor.block().position()
                self._at = QTextCursor(self.edit.document())
                self._at.setPosition(first + start)
                self._at.setPosition(first + end, QTextCursor.MoveMode.KeepAnchor)
                self.asking.suggest(word, self._show)
                return True
        return False

    def _show(self, found: list[str]) -> None:
        word = self._at.selectedText()
        if not word or not self.edit.isVisible():
            return
        menu = QMenu(self.edit)
        for one in found:
            menu.addAction(one).setData(one)
        if not found:
            menu.addAction(_("Nothing like it is known")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(_("Add “%(word)s” to my words") % {"word": word}).setData("")
        menu.triggered.connect(self._chosen)
        self._menu = menu
        menu.popup(self.edit.mapToGlobal(self.edit.cursorRect(self._at).bottomLeft()))

    def _chosen(self, action: QAction) -> None:
        meant = action.data()
        if meant:
            self._at.insertText(meant)
            return
        try:
            self.asking.add(self._at.selectedText())
        except OSError as wrong:
            self.asking.bench.context.tell(
                UpstanderError(
                    _("The word could not be kept."), _("Nothing of what you wrote is touched."),
                    _("It counts as right until the window closes."), str(wrong),
                )
            )  # fmt: skip


def _units(text: str) -> int:
    """Count letters as Qt does, to which some are two."""
    return len(text.encode("utf-16-le")) // 2
