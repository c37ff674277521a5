"""How many hands one answer has, typed in on the projector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QRegularExpression, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QRegularExpressionValidator,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from trainer.ui.workshop.projector.paper import Ink

_DIGITS: Final = frozenset("0123456789")
_BETWEEN: Final = frozenset(" ,;:=")
_CLICKER: Final = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_OWN: Final = (
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class HandsField(QLineEdit):
    """Takes a number. Enter goes on; a blank after the number of an answer goes to that one.

    Every other key is the workshop's, as on the page.

    Signals:
        went_on(): the next answer shall have the keyboard.
        went_back(): the one before shall have it.
        jumped(int): the answer of that number shall have it.
        left(object): it was left; itself.
        gave_back(): the page shall have it.
    """

    went_on = Signal()
    went_back = Signal()
    jumped = Signal(int)
    left = Signal(object)
    gave_back = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        # Not by Tab: a window that comes to the front would give it the keyboard by itself.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,4}"), self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.number, self.question, self.answer, self.counted = 0, "", "", 0
        self._aimed = self._typed = False
        self._ink: Ink | None = None
        self.textEdited.connect(self._note)

    def show_answer(self, number: int, answer: tuple[str, str], words: str, counted: int) -> None:
        """Show what was counted for an answer (of a question), unless something is being typed."""
        is_other = (number, *answer) != (self.number, self.question, self.answer)
        self.number, (self.question, self.answer) = number, answer
        self.setAccessibleName(_("Hands for: %(answer)s") % {"answer": words})
        if is_other or not self._typed:
            self._set(counted)
        self.counted = counted

    def _set(self, counted: int) -> None:
        shown = str(counted) if counted else ""
        if shown != self.text():
            self.setText(shown)
        self._typed = False

    def aim(self, *, aimed: bool) -> None:
        """Take the keyboard; ``aimed``: by its number, so that the next number is a count."""
        self._aimed = aimed
        self._typed = False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def _note(self) -> None:
        self._typed = True

    def dress(self, ink: Ink, pixels: int) -> None:
        """Look as the page does."""
        self._ink = ink
        font = QFont(ink.font(28))
        font.setPixelSize(pixels)
        self.setFont(font)
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, ink.colours.paper),
            (QPalette.ColorRole.Text, ink.colours.ink),
            (QPalette.ColorRole.Highlight, ink.colours.teal),
            (QPalette.ColorRole.HighlightedText, ink.colours.on_teal),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)

    def event(self, event: QEvent) -> bool:
        """Leave every key that is not a number's to the workshop."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            written = event.text()
            if written.isprintable() and written and not set(written) <= _DIGITS | _BETWEEN:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take numbers, and go on; all else is the page's."""
        key, written = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()
        elif key == Qt.Key.Key_Escape:
            self.gave_back.emit()
        elif written and set(written) <= _BETWEEN:
            self._between()
        elif key in _OWN or (written and set(written) <= _DIGITS):
            super().keyPressEvent(event)
        else:
            # The clicker and the letters do what they always do, with this one counted.
            self.left.emit(self)
            if key in _CLICKER:
                self.gave_back.emit()
            event.ignore()
            return
        event.accept()

    def _between(self) -> None:
        """Take a blank: behind a count it goes on, behind the number of an answer it goes there."""
        if not self._typed or not self.text():
            return
        if self._aimed:
            self.went_on.emit()
            return
        number = int(self.text())
        self._set(self.counted)
        self.selectAll()
        self.jumped.emit(number)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Count what stands in it."""
        super().focusOutEvent(event)
        self.left.emit(self)
        self._typed = False
        self.deselect()
        self.update()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on with Tab as with Enter, and back."""
        (self.went_on if forward else self.went_back).emit()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is typed, then a frame around it."""
        super().paintEvent(event)
        if self._ink is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._ink.colours
        wide = 4 if self.hasFocus() else 2
        painter.setPen(QPen(QColor(colours.focus if wide == 4 else colours.outline), wide))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), 8, 8
        )
