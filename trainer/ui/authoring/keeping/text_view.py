"""A text of a file to read and copy, not to change; and a frame around what scrolls."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCursor, QTextFormat
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPlainTextEdit, QTextEdit, QVBoxLayout

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.endless import with_ends
from trainer.ui.widgets.fields import paint_field
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_MOST: Final = 60_000
"""Characters that are shown; more takes long to lay out, and nobody reads it here."""

_CONTEXT: Final = 2
"""Lines shown above the first one that differs."""


class Framed(QFrame):
    """Paints the frame of a field around something that scrolls."""

    def __init__(self, inner: QAbstractScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = inner
        inner.setFrameShape(QFrame.Shape.NoFrame)
        inner.setVerticalScrollBar(SlimScrollBar(inner))
        inner.viewport().setAutoFillBackground(False)
        theme.lay(QVBoxLayout(self), margins=(10, 6, 6, 6)).addWidget(inner)
        inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the frame anew when the focus comes or goes."""
        if event.type() in (event.Type.FocusIn, event.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        paint_field(QPainter(self), QRectF(self.rect()), focused=self.inner.hasFocus())


class TextView(Framed):
    """Shows a text in as many lines as it has, up to some; Tab leaves it."""

    def __init__(
        self, name: str, text: str, parent: QWidget | None = None, *, lines: int = 8
    ) -> None:
        self.edit = QPlainTextEdit()
        super().__init__(self.edit, parent)
        self._lines = lines
        self._marked: list[int] = []
        self.edit.setReadOnly(True)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(name)
        theme.set_role(self.edit, Role.NOTE)
        self.show_text(text)

    def show_text(self, text: str, than: str | None = None) -> None:
        """Show another text; lines that another one does not have are marked, the first in view."""
        text = text[:_MOST].rstrip()
        self.edit.setPlainText(with_ends(text))
        theme.suit(self.edit, text)
        self._marked = [] if than is None else _differing(than[:_MOST], text)
        self.restyled()
        if self._marked:
            block = self.edit.document().findBlockByNumber(max(0, self._marked[0] - _CONTEXT))
            self.edit.setTextCursor(QTextCursor(block))
            self.edit.verticalScrollBar().setValue(block.firstLineNumber())

    def restyled(self) -> None:
        """Be as high as its lines, and mark those that differ."""
        count = min(max(self.edit.document().blockCount(), 1), self._lines)
        line = self.edit.fontMetrics().lineSpacing()
        self.edit.setFixedHeight(line * count + theme.px(10))
        self.edit.setExtraSelections([self._mark(number) for number in self._marked])

    def _mark(self, number: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.edit.document().findBlockByNumber(number))
        mark.cursor.select(QTextCursor.SelectionType.LineUnderCursor)
        mark.format.setBackground(QColor(theme.colours().wash))
        mark.format.setFontWeight(QFont.Weight.Bold)
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return mark


def _differing(old: str, new: str) -> list[int]:
    """Give the numbers of lines of a text that another one does not have there."""
    lines = new.splitlines()
    found = SequenceMatcher(None, old.rstrip().splitlines(), lines).get_opcodes()
    ranges = (range(first, last) for kind, _a, _b, first, last in found if kind != "equal")
    return [number for one in ranges for number in one]
