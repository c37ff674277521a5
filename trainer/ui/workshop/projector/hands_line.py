"""Typing in hands where the room sees the only screen: one line, which anybody may see.

Hands are public, so nothing is given away; and the console with everything private stays shut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer.language import _
from trainer.ui.announcing import announce
from trainer.ui.workshop import counting
from trainer.ui.workshop.projector.foot import FULL
from trainer.ui.workshop.projector.paper import EDGE, SIDE
from trainer.workshop.telling.room_view import What
from trainer.workshop.votes.ballot import Asks

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from trainer.ui.workshop.projector.paper import Ink
    from trainer.workshop.telling.room_view import RoomView
    from trainer.workshop.votes.ballot import Question

SIZE: Final = 30
"""Size of its letters, in units of the page."""


def open_questions(seen: RoomView) -> tuple[Question, ...]:
    """Give the questions that can be answered now."""
    return tuple(one.question for one in seen.votes if one.is_open and seen.what is What.ASK)


class HandsLine(QLineEdit):
    """Over the foot of the page, while hands are typed in.

    Enter counts; Enter with nothing typed goes to the next question, and closes after the last.

    Signals:
        counted(object): id of a question, of an answer, and how many hands.
    """

    counted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setFrame(False)
        self._questions: tuple[Question, ...] = ()
        self._at = 0
        self._edge = QColor()
        self.returnPressed.connect(self._enter)
        self.hide()

    def begin(self, seen: RoomView, ink: Ink, text: str = "") -> bool:
        """Open for what is asked now; False where no vote is open."""
        self._questions, self._at = open_questions(seen), 0
        if not self._questions:
            return False
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, ink.colours.card),
            (QPalette.ColorRole.Text, ink.colours.ink),
            (QPalette.ColorRole.PlaceholderText, ink.colours.soft),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)
        self._edge = QColor(ink.colours.teal)
        self._ask()
        self.setText(text)
        self.show()
        self.raise_()
        # For a shortcut all of it would be selected, and the next digit would replace the first.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def place(self, one: float, room: QRect, ink: Ink) -> None:
        """Cover the foot of the page, as large as everything else on it; ``one`` is a unit."""
        font = ink.font(SIZE)
        font.setPixelSize(max(1, round(SIZE * one)))
        self.setFont(font)
        side, high = round(SIDE * one), round(FULL * one)
        low = round(EDGE * one)
        self.setGeometry(side, room.height() - high - low, room.width() - 2 * side, high)
        self.setTextMargins(side // 2, 0, side // 2, 0)

    def follow(self, seen: RoomView) -> None:
        """Close once nothing can be counted any more."""
        if self.isVisible() and not open_questions(seen):
            self.close_line()

    def close_line(self) -> None:
        """Give the keyboard back to the page."""
        self.hide()
        self._page.setFocus()

    def _ask(self) -> None:
        question = self._questions[self._at]
        scale = question.asks is Asks.SCALE
        of_answer = _("Hands: 2 14 means answer 2, 14 people")
        hint = _("Hands: 3 14 means three fingers, 14 people") if scale else of_answer
        if len(self._questions) > 1:
            known = {"at": self._at + 1, "of": len(self._questions), "hint": hint}
            hint = _("%(at)d of %(of)d. %(hint)s") % known
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def _enter(self) -> None:
        question = self._questions[self._at]
        if not self.text().strip():
            self._at += 1
            if self._at < len(self._questions):
                self._ask()
            else:
                self.close_line()
            return
        ids = {number: one.id for number, one in enumerate(question.options, start=1)}
        if question.asks is Asks.SCALE:
            ids = {int(one.id): one.id for one in question.options}
        found, wrong = counting.read(self.text(), ids)
        self.clear()
        if wrong:
            self.setPlaceholderText(wrong)
            announce(self, wrong)
            return
        self._ask()
        for answer, count in found:
            self.counted.emit((question.id, answer, count))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is typed, then a frame around it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._edge, 3))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, Page Down and Page Up."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.close_line()
            # The clicker does what it always does; Esc only closes the line.
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return
        super().keyPressEvent(event)
        # Enter counts hands, and is not the room's forward key here.
        event.accept()
