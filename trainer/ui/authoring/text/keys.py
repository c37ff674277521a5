"""Keys of the text: Enter goes on as it ought to, lines move in and out, problems are gone to.

Tab always leaves the text, so that nobody is held there: lines are moved in and out by Ctrl ]
and Ctrl [, or by Alt and an arrow key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from trainer.authoring.typing import lexing
from trainer.authoring.typing.continuing import STEP, lead_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from trainer.ui.authoring.text.completion import Completion
    from trainer.ui.authoring.text.panel import TextPanel

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_PAD: Final = Qt.KeyboardModifier.KeypadModifier


class Keys:
    """What keys do in the text beside writing."""

    def __init__(self, panel: TextPanel, completion: Completion) -> None:
        self._panel = panel
        self._completion = completion
        self._acts: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], None]] = {
            (_NONE, Qt.Key.Key_Return): self.new_line,
            (_NONE, Qt.Key.Key_Enter): self.new_line,
            (_CONTROL, Qt.Key.Key_BracketRight): self.move_in,
            (_CONTROL, Qt.Key.Key_BracketLeft): self.move_out,
            (_ALT, Qt.Key.Key_Right): self.move_in,
            (_ALT, Qt.Key.Key_Left): self.move_out,
            (_NONE, Qt.Key.Key_F8): self._next_problem,
            (_SHIFT, Qt.Key.Key_F8): self._problem_before,
        }

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        return self._acts.get((event.modifiers() & ~_PAD, Qt.Key(event.key())))

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key does something here that is not writing."""
        return self._completion.wants(event) or self._act(event) is not None

    def press(self, event: QKeyEvent) -> None:
        """Do what a key does."""
        act = self._act(event)
        if self._completion.wants(event):
            self._completion.press(event)
        elif act is not None:
            act()

    def new_line(self) -> None:
        """Go on in a new line, as far in as it ought to be; an empty entry of a list ends it."""
        editor, twin = self._panel.editor, self._panel.twin
        cursor = editor.textCursor()
        at = twin.offsets.to_text(cursor.selectionStart())
        lead = lead_after(twin.offsets.text, at, editor.format_name)
        if lead is not None:
            cursor.insertText(f"\n{lead}")
        else:
            cursor.movePosition(
                QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText(" " * max(0, lexing.indent_of(cursor.block().text()) - len(STEP)))
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()

    def move_in(self) -> None:
        """Move the lines of the selection in by a step."""
        self._lines(lambda cursor: cursor.insertText(STEP))

    def move_out(self) -> None:
        """Move the lines of the selection out by a step."""

        def out(cursor: QTextCursor) -> None:
            free = min(len(STEP), lexing.indent_of(cursor.block().text()))
            for _space in range(free):
                cursor.deleteChar()

        self._lines(out)

    def _lines(self, act: Callable[[QTextCursor], None]) -> None:
        """Do something at the start of each line of the selection, as one step."""
        editor = self._panel.editor
        selected = editor.textCursor()
        document = editor.document()
        first = document.findBlock(selected.selectionStart()).blockNumber()
        last = document.findBlock(max(selected.selectionStart(), selected.selectionEnd() - 1))
        cursor = editor.textCursor()
        cursor.beginEditBlock()
        for number in range(first, last.blockNumber() + 1):
            block = document.findBlockByNumber(number)
            if block.text().strip():
                cursor.setPosition(block.position())
                act(cursor)
        cursor.endEditBlock()

    def _next_problem(self) -> None:
        self._panel.go_to_problem(1)

    def _problem_before(self) -> None:
        self._panel.go_to_problem(-1)
