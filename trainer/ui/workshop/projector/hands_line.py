"""Typing in hands where the room sees the only screen: one line, which anybody may see.

Hands are public, so nothing is given away; and the console with everything private stays shut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from trainer.language import _, ngettext
from trainer.ui.announcing import announce
from trainer.ui.workshop import counting
from trainer.ui.workshop.projector.paper import SIDE
from trainer.workshop.telling.room_view import What
from trainer.workshop.votes.ballot import Asks

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from trainer.ui.workshop.projector.paper import Ink
    from trainer.workshop.telling.room_view import RoomView
    from trainer.workshop.votes.ballot import Question

SIZE: Final = 30
"""Size of its letters, in units of the page."""
HIGH: Final = 66.0
LOW: Final = 14.0
"""Room beneath it."""
KEPT: Final = HIGH + LOW
"""What the page keeps free for it at its lower edge."""
_READ: Final = 4_000
"""Milliseconds for which it says that the vote is closed."""


def open_questions(seen: RoomView) -> tuple[Question, ...]:
    """Give the questions that can be answered now."""
    return tuple(one.question for one in seen.votes if one.is_open and seen.what is What.ASK)


def _numbered(question: Question) -> dict[int, str]:
    """Give the answers by the number that the room sees; of a scale, by fingers."""
    if question.asks is Asks.SCALE:
        return {int(one.id): one.id for one in question.options}
    return {number: one.id for number, one in enumerate(question.options, start=1)}


class HandsLine(QLineEdit):
    """Below the page, while hands are typed in.

    Enter counts; Enter with nothing typed goes to the next question, and closes after the last.

    Signals:
        counted(object): id of a question, of an answer, and how many hands.
        kept(float): how many units the page is to keep free for it.
    """

    counted = Signal(object)
    kept = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setFrame(False)
        self._questions: tuple[Question, ...] = ()
        self._at = 0
        self._edge = QColor()
        self._beside = QLabel(self)
        self._beside.setTextFormat(Qt.TextFormat.PlainText)
        self._beside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._beside.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._closing = QTimer(self, singleShot=True, interval=_READ)
        self._closing.timeout.connect(self.close_line)
        self.returnPressed.connect(self._enter)
        self.textEdited.connect(self._typed)
        self.hide()

    def begin(self, seen: RoomView, ink: Ink, text: str = "") -> bool:
        """Open for what is asked now; False where no vote is open."""
        self._questions, self._at = open_questions(seen), 0
        if not self._questions:
            return False
        self._closing.stop()
        self._dress(ink)
        self._ask()
        self.setText(text)
        self._typed()
        self._open()
        # For a shortcut all of it would be selected, and the next digit would replace the first.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def say_closed(self, ink: Ink) -> None:
        """Say for a moment that nothing is open; nothing can be typed meanwhile."""
        self._questions = ()
        self._dress(ink)
        self.clear()
        said = counting.closed_words()
        self._tell(said, "")
        self._open()
        announce(self, said)
        self._closing.start()

    def _open(self) -> None:
        self.show()
        self.raise_()
        self.kept.emit(KEPT)

    def _dress(self, ink: Ink) -> None:
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, ink.colours.card),
            (QPalette.ColorRole.Text, ink.colours.ink),
            (QPalette.ColorRole.PlaceholderText, ink.colours.soft),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)
        self._edge = QColor(ink.colours.teal)
        palette = self._beside.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(ink.colours.ink))
        self._beside.setPalette(palette)

    def place(self, one: float, room: QRect, ink: Ink) -> None:
        """Stand at the lower edge, as large as everything else there; ``one`` is a unit."""
        font = ink.font(SIZE)
        font.setPixelSize(max(1, round(SIZE * one)))
        self.setFont(font)
        side, high, low = round(SIDE * one), round(HIGH * one), round(LOW * one)
        self.setGeometry(side, room.height() - high - low, room.width() - 2 * side, high)
        self.setTextMargins(side // 2, 0, side // 2, 0)
        self._beside.setFont(font)
        self._beside.setGeometry(self.rect().adjusted(side // 2, 0, -side // 2, 0))

    def follow(self, seen: RoomView) -> None:
        """Close once nothing can be counted any more."""
        is_open = bool(open_questions(seen))
        if self.isVisible() and is_open is self._closing.isActive():
            self.close_line()

    def close_line(self) -> None:
        """Give the keyboard back to the page."""
        self._closing.stop()
        self.hide()
        self.kept.emit(0)
        self._page.setFocus()

    def _ask(self) -> None:
        question = self._questions[self._at]
        hint = _("Hands: 2 14 means answer 2, 14 people")
        if question.asks is Asks.SCALE:
            hint = _("3 14 means three fingers, 14 people")
        many = len(self._questions) > 1
        if many:
            known = {"at": self._at + 1, "of": len(self._questions), "hint": hint}
            hint = _("Question %(at)d of %(of)d: %(hint)s") % known
        is_last = self._at == len(self._questions) - 1
        self._tell(hint, _("Enter alone: done") if is_last else _("Enter alone: next question"))
        self.setAccessibleName(hint)

    def _tell(self, hint: str, beside: str) -> None:
        self.setPlaceholderText(hint)
        self._beside.setText(beside)

    def _typed(self) -> None:
        """While something is typed nothing stands beside it."""
        if self.text():
            self._beside.clear()

    def _enter(self) -> None:
        if not self._questions:
            return
        question = self._questions[self._at]
        asked = [_numbered(one) for one in self._questions]
        done = counting.entered(self.text(), asked, self._at)
        if done.at is None:
            self.close_line()
            return
        if done.wrong:
            # What was typed stays: it is mended faster than typed again.
            self._beside.setText(done.wrong)
            announce(self, done.wrong)
            return
        self.clear()
        went_on, self._at = done.at != self._at, done.at
        self._ask()
        if went_on:
            return
        numbers = {answer: number for number, answer in asked[self._at].items()}
        said = _(", ").join(
            _counted(question.asks, numbers[answer], count) for answer, count in done.counted
        )
        self._beside.setText(said)
        announce(self, said)
        for answer, count in done.counted:
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


def _counted(asks: Asks, number: int, count: int) -> str:
    """Say what was counted, as the room says it."""
    known = {"number": number, "count": count}
    if asks is not Asks.SCALE:
        return _("answer %(number)d: %(count)d") % known
    if not number:
        return _("a fist: %(count)d") % known
    said = ngettext("%(number)d finger: %(count)d", "%(number)d fingers: %(count)d", number)
    return said % known
