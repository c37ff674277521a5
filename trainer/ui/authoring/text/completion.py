"""Offers what can be written at the cursor: as one types, or with Ctrl Space."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from trainer.authoring.typing.completing import Offer, Offers, offers
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui.authoring.text.popup import Popup

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent

    from trainer.ui.authoring.text.editor import TextEditor
    from trainer.ui.authoring.text.twin import Twin
    from trainer.ui.context import Context

_MOVES: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}
_TAKES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_BEHIND: Final = (" ", ",", "}", "]")
"""What may stand behind the cursor where something is offered by itself."""


class Completion(QObject):
    """The offers of one editor."""

    def __init__(self, editor: TextEditor, twin: Twin) -> None:
        super().__init__(editor)
        self._editor = editor
        self._twin = twin
        self._offers: Offers | None = None
        self._typing = False
        self.popup = Popup(editor)
        self.popup.taken.connect(self._take)
        twin.typed.connect(self._typed)
        editor.cursorPositionChanged.connect(self._moved)
        editor.verticalScrollBar().valueChanged.connect(self.close)
        editor.focus_left.connect(self.close)
        editor.updateRequest.connect(self._follow)

    @property
    def is_open(self) -> bool:
        """Whether something is offered."""
        return not self.popup.isHidden()

    # Opening

    def ask(self) -> None:
        """Offer what can be written here, because somebody asks for it."""
        if not self._open(asked=True):
            self._context().announce(_("Nothing is offered here."))

    def _typed(self, new: str) -> None:
        self._typing = True
        if self._editor.hasFocus() and (new or self.is_open) and self._is_at_end():
            self._open(asked=False)
        else:
            self.close()

    def _is_at_end(self) -> bool:
        cursor = self._editor.textCursor()
        rest = cursor.block().text()[cursor.positionInBlock() :]
        return not rest or rest.startswith(_BEHIND)

    def _open(self, *, asked: bool) -> bool:
        bench = self._twin.bench
        document = bench.document
        found = None
        if document is not None and not self._editor.textCursor().hasSelection():
            at = self._twin.offsets.to_text(self._editor.textCursor().position())
            found = offers(document, bench.outline(), document.text, at, self._beyond)
            if found is not None and not asked and found.start == found.end and not found.sure:
                found = None if not self._follows_dash() else found
            if found is not None and not asked and self._is_new_line(found):
                found = None
        if found is None:
            self.close()
            return False
        self._offers = found
        # Where nothing is typed yet, Enter goes on in a new line, as anywhere.
        begun = found.sure and found.start < found.end
        self.popup.offer(found.found, choose=begun or asked)
        if self.popup.parentWidget() is not self._editor.window():
            # The text may be low; the window has room.
            self.popup.setParent(self._editor.window())
        self._editor.dress()  # Lines that go on further in may take other room.
        self._place()
        self.popup.show()
        self.popup.raise_()
        self._say()
        return True

    def _beyond(self, to: str) -> list[Offer]:
        """Give what can be referred to that is in no file alone."""
        context = self._context()
        if to == "scenario":
            cards = context.library.cards()
            return [Offer(card.id, plain(card.title)) for card in cards]
        if to == "page":
            pages = context.method.pages()
            return [Offer(one.content.id, plain(one.content.title)) for one in pages]
        listed = context.help.entries() if to in ("resource", "contact") else ()
        return [Offer(one.entry.key, one.entry.name) for one in listed]

    def _follows_dash(self) -> bool:
        cursor = self._editor.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()].endswith("- ")

    def _is_new_line(self, found: Offers) -> bool:
        """Whether a key might be written here, and nothing of it is yet."""
        cursor = self._editor.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        return found.start == found.end and not before.strip()

    def _follow(self, _part: QRect, _by: int) -> None:
        """Stay at the line, which has moved if something is told above the text."""
        if self.is_open:
            self._place()

    def _place(self) -> None:
        window = self._editor.window()
        box = self._editor.cursorRect()
        box.moveTopLeft(self._editor.viewport().mapTo(window, box.topLeft()))
        self.popup.place(box, window.rect())

    def _say(self) -> None:
        said = self.popup.said()
        if said:
            self._context().announce(said)

    def close(self) -> None:
        """Offer nothing."""
        self._offers = None
        self.popup.hide()

    def _moved(self) -> None:
        if not self._typing:
            self.close()
        self._typing = False

    def _context(self) -> Context:
        return self._twin.bench.context

    # Keys

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for the offers, and for nothing else."""
        if event.key() == Qt.Key.Key_Space and _is_control(event):
            return True
        if not self.is_open:
            return False
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() == Qt.Key.Key_Escape or (plain and Qt.Key(event.key()) in _MOVES):
            return True
        return plain and Qt.Key(event.key()) in _TAKES and self.popup.chosen() is not None

    def press(self, event: QKeyEvent) -> None:
        """Do what a key does that is wanted."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.ask()
        elif key == Qt.Key.Key_Escape:
            self.close()
            self._context().escape_pressed()
        elif key in _MOVES:
            self.popup.move_by(_MOVES[key])
            self._place()
            self._say()
        else:
            self._take()

    def _take(self) -> None:
        offer, found = self.popup.chosen(), self._offers
        self.close()
        if offer is None or found is None:
            return
        offsets = self._twin.offsets
        cursor = self._editor.textCursor()
        cursor.setPosition(offsets.to_qt(found.start))
        cursor.setPosition(offsets.to_qt(found.end), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        cursor.insertText(offer.text)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_control(event: QKeyEvent) -> bool:
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier
