"""The text with its line numbers, its colours, and its marks: only what shows is worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QTextCursor, QTextFormat, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit

from trainer.authoring import formats
from trainer.language import _
from trainer.scenario.problems import Severity
from trainer.ui import theme
from trainer.ui.authoring.text import lexing, wrapping
from trainer.ui.authoring.text.colouring import Colouring
from trainer.ui.authoring.text.gutter import Gutter
from trainer.ui.authoring.text.marks import Marks
from trainer.ui.theme import Role
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.text.lexing import Span

_WORST = (Severity.ERROR, Severity.WARNING, Severity.METHOD)


class TextEditor(QPlainTextEdit):
    """Shows the text of a file.

    Attributes:
        marks: what is wrong, by line.
        format_name: of the file.
        more_marks: gives further marks of a line, such as words that may be misspelt.

    Signals:
        key_pressed(object): a key, before it is used; who uses it accepts it.

    """

    key_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks()
        self.format_name = formats.SCENARIO
        self.more_marks: Callable[[QTextBlock, str], list[Span]] | None = None
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
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._mark_line)
        self.restyled()

    # Places

    def go_to(self, place: int, *, top: bool = False) -> None:
        """Put the cursor somewhere, and have it in view with some lines around it."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        if top or not self._is_in_view(cursor):
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

    def restyled(self) -> None:
        """Follow the size of the type, and the colours."""
        self._make_room()
        self._mark_line()
        self.viewport().update()

    def _make_room(self) -> None:
        self.setViewportMargins(self._gutter.wide(), 0, 0, 0)
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
        document = self.document()
        first = self.firstVisibleBlock()
        inside = lexing.inside_at(
            first.blockNumber(), lambda line: document.findBlockByNumber(line).text()
        )
        for block, _top in self._blocks():
            text = block.text()
            line = lexing.look(text, inside, self.format_name)
            marks = self.marks.spans(block.blockNumber(), text)
            if self.more_marks is not None:
                marks = [*self.more_marks(block, text), *marks]
            self._colouring.dress(block, text, line.spans, marks)
            wrapping.hang(block, lexing.hang_of(text, bool(inside)))
            inside = line.inside

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that show."""
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the key around first."""
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            event.accept()
            super().keyPressEvent(event)
