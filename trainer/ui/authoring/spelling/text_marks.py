"""Marks words that may be misspelt in the text of a file, in the lines that show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from trainer.authoring.spelling.in_text import ProseWords, Word
from trainer.authoring.typing.lexing import Span
from trainer.language import _
from trainer.ui.authoring.spelling.menu import SpellingMenu
from trainer.ui.authoring.text.colouring import MISSPELT

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from trainer.authoring.document import Document
    from trainer.ui.authoring.spelling.asking import Asking
    from trainer.ui.authoring.text.editor import TextEditor
    from trainer.ui.authoring.text.twin import Twin

_MOST: Final = 5000
"""Lines of which is remembered what stands in them."""


class TextSpelling(QObject):
    """The marks of the text. What nothing shows of costs nothing."""

    def __init__(self, editor: TextEditor, twin: Twin, asking: Asking) -> None:
        super().__init__(editor)
        self.asking = asking
        self._editor = editor
        self._twin = twin
        self._menu = SpellingMenu(editor, asking)
        self._words = ProseWords()
        self._seen: dict[str, list[Span]] = {}
        self._lines: dict[int, list[Span]] = {}
        self._version = -1
        self._meant: tuple[Word, int] | None = None
        editor.more_marks = self.marks
        asking.told.connect(self._told)
        asking.bench.opened.connect(self._forget)

    def _told(self) -> None:
        self._editor.viewport().update()

    def _forget(self) -> None:
        self._words = ProseWords()
        self._seen, self._lines, self._version = {}, {}, -1

    def marks(self, block: QTextBlock, text: str) -> list[Span]:
        """Give where in a line words stand that are perhaps misspelt."""
        if self._editor.isReadOnly():
            return []
        words = self._in_line(block, text)
        told = [one.kind for one in words]
        self.asking.ask(told)
        if self.asking.is_elsewhere(told):
            return []
        wrong = self.asking.is_wrong
        return [Span(one.start, one.end, MISSPELT) for one in words if wrong(one.kind)]

    def _in_line(self, block: QTextBlock, text: str) -> list[Span]:
        """Give the words of a line; of one that cannot be read just now, as it last could."""
        document = self._readable()
        if document is None:
            return self._seen.get(text, [])
        if document.version != self._version:
            self._version, self._lines = document.version, {}
        words = self._lines.get(block.position())
        if words is not None:
            return words
        start = self._twin.offsets.to_text(block.position())
        found = self._words.between(document, start, start + len(text))
        words = [Span(one.start - start, one.end - start, one.word) for one in found]
        if len(self._seen) >= _MOST:
            self._seen.clear()
        self._seen[text] = self._lines[block.position()] = words
        return words

    def _readable(self) -> Document | None:
        """Give the document, if where its words are is known."""
        document = self.asking.bench.document
        if document is None or not self._twin.fresh or document.stale or document.broken:
            return None
        return document

    # One word

    def here(self) -> Word | None:
        """Give the word that the cursor is in, if it is perhaps misspelt."""
        document, cursor = self._readable(), self._editor.textCursor()
        if document is None or self._editor.isReadOnly():
            return None
        block = cursor.block()
        start = self._twin.offsets.to_text(block.position())
        at = self._twin.offsets.to_text(cursor.position())
        found = self._words.between(document, start, start + len(block.text()))
        if self.asking.is_elsewhere([one.word for one in found]):
            return None
        here = (one for one in found if one.start <= at <= one.end)
        return next((one for one in here if self.asking.is_wrong(one.word)), None)

    def offer(self) -> bool:
        """Have shown what may be meant by the word that the cursor is in; tell if it is wrong."""
        word, document = self.here(), self.asking.bench.document
        if word is None or document is None:
            return False
        to_qt = self._twin.offsets.to_qt
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(to_qt(word.start))
        cursor.setPosition(to_qt(word.end), QTextCursor.MoveMode.KeepAnchor)
        self._meant = (word, document.version)
        self._menu.offer(cursor, self._mend)
        return True

    def _mend(self, meant: str) -> None:
        """Let another word stand there, with the quotes that it needs."""
        bench, before = self.asking.bench, self._meant
        document = bench.document
        if document is None or before is None or before[1] != document.version:
            return
        word = before[0]
        text = document.data(word.path)
        if not isinstance(text, str) or not text.startswith(word.word, word.at):
            return
        new = text[: word.at] + meant + text[word.at + len(word.word) :]
        with bench.step(_("Write “%(word)s”") % {"word": meant}, word.path) as step:
            step.put(document, word.path, new)
