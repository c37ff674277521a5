"""The text with its line numbers, its colours, and its marks: only what shows is worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QTextCursor, QTextFormat, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit

from trainer.authoring import formats
from trainer.authoring.typing import lexing
from trainer.authoring.typing.continuing import STEP
from trainer.language import _
from trainer.scenario.problems import Severity
from trainer.ui import fonts, theme
from trainer.ui.authoring.text import wrapping
from trainer.ui.authoring.text.colouring import Colouring
from trainer.ui.authoring.text.gutter import Gutter
from trainer.ui.authoring.text.marks import Marks
from trainer.ui.theme import Role
from trainer.ui.widgets import pasted
from trainer.ui.widgets.endless import with_ends
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QPaintEvent, QResizeEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.typing.lexing import Span
    from trainer.ui.authoring.text.keys import Keys

_ACTS = frozenset({
    QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.InputMethod,
})  # fmt: skip
_WORST = (Severity.ERROR, Severity.WARNING, Severity.METHOD)


class TextEditor(QPlainTextEdit):
    """Shows the text of a file.

    Attributes:
        marks: what is wrong, by line.
        format_name: of the file.
        keys: what takes keys before they write something.
        more_marks: gives further marks of a line, such as words that may be misspelt.
        is_coming: whether what shall be seen is not there yet.

    Signals:
        focus_left(): the keyboard is elsewhere now.
        impatient(): somebody does something by key, or wants the menu.

    """

    focus_left = Signal()
    impatient = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks()
        self.format_name = formats.SCENARIO
        self.keys: Keys | None = None
        self.is_coming = False
        self.lines = 0
        """How many there will be."""
        self.more_marks: Callable[[QTextBlock, str], list[Span]] | None = None
        self._to_suit: str | None = None
        self._colouring = Colouring()
        self._gutter = Gutter(self)
        self.setAccessibleName(_("Text of the file"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(6)
        theme.set_role(self, Role.BODY)
        self.document().contentsChange.connect(self._come)
        self.document().contentsChanged.connect(self._suit)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._mark_line)
        self.restyled()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of what is written."""
        from trainer.ui.widgets import field_menu

        self.impatient.emit()
        field_menu.open_menu(self, event)

    def begin(self, lines: int) -> None:
        """Be ready for a text of so many lines, which is to come; it is written in only then."""
        self.lines, self.is_coming = lines, True
        self.setReadOnly(True)
        self._make_room()

    # Places

    def go_to(self, place: int, *, until: int | None = None) -> None:
        """Put the cursor somewhere, and have it in view; select ``until`` somewhere else."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        if until is not None:
            cursor.setPosition(until, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if not self._is_in_view(cursor):
            self.centerCursor()

    def _is_in_view(self, cursor: QTextCursor) -> bool:
        line = self.fontMetrics().lineSpacing()
        room = self.viewport().rect().adjusted(0, line, 0, -2 * line)
        return room.contains(self.cursorRect(cursor).center())

    def lines_in_view(self) -> Iterator[tuple[int, float, float]]:
        """Give number, top, and height of the first row, of each line that shows."""
        row = self.fontMetrics().lineSpacing()
        for block, top in self._blocks():
            yield block.blockNumber(), top, row

    def _blocks(self) -> Iterator[tuple[QTextBlock, float]]:
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= self.viewport().height():
            yield block, top
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def worst_at(self, line: int) -> Severity | None:
        """Tell how bad the worst is that is wrong in a line."""
        found = {one.severity for one in self.marks.at(line)}
        return next((one for one in _WORST if one in found), None)

    # Looks

    def _come(self, start: int, _removed: int, added: int) -> None:
        """See which letters come; what was there is not read again: it may be a book."""
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(start + added, last), QTextCursor.MoveMode.KeepAnchor)
        come = cursor.selectedText()
        if added >= last or fonts.is_beyond(come):
            self._to_suit = come

    def _suit(self) -> None:
        """Set all of it in a face that has the letters that have come; only a new text goes back.

        Not while they come: Qt has not laid them out yet.
        """
        if self._to_suit is not None:
            theme.suit(self, self._to_suit)
            self._to_suit = None

    def restyled(self) -> None:
        """Follow the size of the type, and the colours."""
        self._make_room()
        self._mark_line()
        self.viewport().update()

    def _make_room(self) -> None:
        wide = self._gutter.wide()
        if wide != self.viewportMargins().left():
            self.setViewportMargins(wide, 0, 0, 0)  # All lines are laid out anew by that.
        self._place_gutter()

    def _place_gutter(self) -> None:
        inside = self.contentsRect()
        wide = self._gutter.wide()
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), wide, inside.height()))

    def _scrolled(self, _part: QRect, _by: int) -> None:
        self._gutter.update()

    def _mark_line(self) -> None:
        here = QTextEdit.ExtraSelection()
        here.format.setBackground(QColor(theme.colours().well))
        here.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        here.cursor = self.textCursor()
        here.cursor.clearSelection()
        self.setExtraSelections([here])
        self._gutter.update()

    def dress(self) -> None:
        """Give the lines that show their colours and marks."""
        inside = lexing.inside_at(self.firstVisibleBlock().blockNumber(), self._text_of)
        for block, _top in self._blocks():
            text = block.text()
            line = lexing.look(text, inside, self.format_name)
            marks = self.marks.spans(block.blockNumber(), text)
            if self.more_marks is not None:
                marks = [*self.more_marks(block, text), *marks]
            self._colouring.dress(block, text, line.spans, marks)
            wrapping.hang(block, lexing.hang_of(text, bool(inside)))
            inside = line.inside

    def _text_of(self, line: int) -> str:
        return self.document().findBlockByNumber(line).text() if line >= 0 else "top:"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that show."""
        if self.is_coming:
            return
        self.dress()
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.colours().focus))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the numbers their place."""
        super().resizeEvent(event)
        self._place_gutter()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words of it, as YAML can hold them: with blanks for tabs."""
        words = with_ends(pasted.words_in(source)).replace("\t", STEP)
        if words:
            self.textCursor().insertText(words)
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words; a file that is dropped is none."""
        return source.hasText() and not source.hasUrls()

    def event(self, event: QEvent) -> bool:
        """Have keys that mean something here taken, before the window or Tab take them."""
        if event.type() in _ACTS:
            self.impatient.emit()
        if self.keys is not None and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self.keys.wants(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self.keys.wants(event):
                self.keys.press(event)
                event.accept()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that one is elsewhere now."""
        super().focusOutEvent(event)
        self.focus_left.emit()
