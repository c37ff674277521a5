"""Counting hands where the room sees the only screen: a field for each answer, below the page.

Hands are public, so nothing is given away; and the console with everything private stays shut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.announcing import announce
from trainer.ui.workshop import counting
from trainer.ui.workshop.projector.hands_field import HandsField
from trainer.ui.workshop.projector.paper import SIDE
from trainer.workshop.telling.room_view import What
from trainer.workshop.votes.ballot import MOST_HANDS, Asks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from trainer.ui.workshop.projector.paper import Ink
    from trainer.workshop.telling.room_view import RoomView
    from trainer.workshop.votes.ballot import Question

SIZE: Final = 28
"""Size of its letters, in units of the page."""
FIELD: Final = 54.0
LINE: Final = 42.0
PAD: Final = 10.0
LOW: Final = 12.0
"""Room beneath it."""
_WIDEST: Final = 108.0
_READ: Final = 4_000
"""Milliseconds for which it says that the vote is closed, or how to end."""


def open_questions(seen: RoomView) -> tuple[Question, ...]:
    """Give the questions that can be answered now."""
    return tuple(one.question for one in seen.votes if one.is_open and seen.what is What.ASK)


def numbered(question: Question) -> dict[int, str]:
    """Give the answers by the number that the room sees; of a scale, by fingers."""
    if question.asks is Asks.SCALE:
        return {int(one.id): one.id for one in question.options}
    return {number: one.id for number, one in enumerate(question.options, start=1)}


class HandsStrip(QWidget):
    """Below the page while hands can be counted, and where something is to be said before.

    Enter goes on from answer to answer, from question to question, and back to the page; what
    stands in a field counts, however it is left.

    Signals:
        counted(object): id of a question, of an answer, and how many hands.
        kept(float): how many units the page is to keep free for it.
    """

    counted = Signal(object)
    kept = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._ink: Ink | None = None
        self._one = 1.0
        self._questions: tuple[Question, ...] = ()
        self._at = 0
        self._told: Mapping[str, Mapping[str, int]] = {}
        self._waiting = self._said = ""
        self._stays = False
        self.fields: list[HandsField] = []
        self._closing = QTimer(self, singleShot=True, interval=_READ)
        self._closing.timeout.connect(self._read)
        self.hide()

    # What shows

    @property
    def words(self) -> str:
        """What stands above the fields."""
        return self._said

    @property
    def question(self) -> Question | None:
        """The question whose hands are counted."""
        return self._questions[self._at] if self._questions else None

    def follow(
        self, seen: RoomView, ink: Ink, told: Mapping[str, Mapping[str, int]], waiting: str
    ) -> None:
        """Show what can be counted now. ``told`` are the hands of each question so far.

        ``waiting`` is what to say while nobody types; without it the strip goes with the keyboard.
        """
        asked = open_questions(seen)
        is_other = [one.id for one in asked] != [one.id for one in self._questions]
        if is_other:
            self._at = 0
        opened = bool(asked) and not self._questions
        stays = self._closing.isActive() and not opened and waiting == self._waiting
        self._questions, self._told, self._waiting = asked, told, waiting
        self._ink = ink
        if stays:
            return
        self._closing.stop()
        if is_other and self.has_keyboard:
            self._page.setFocus()
        self._show_fields()
        if waiting or self.has_keyboard:
            if is_other or not self.has_keyboard:
                self._say(waiting)
            self._open()
        else:
            self.shut()

    def say_closed(self, ink: Ink) -> None:
        """Say for a moment that nothing is open."""
        self.say_now(ink, counting.closed_words())

    def say_now(self, ink: Ink, said: str) -> None:
        """Say something for a moment; nothing can be typed meanwhile."""
        self._ink = ink
        self._questions = ()
        self._show_fields()
        self._say(said)
        self._open()
        announce(self, said)
        self._closing.start()

    def _read(self) -> None:
        self._closing.stop()
        self._say(self._waiting)
        if not self._waiting:
            self.shut()

    @property
    def has_keyboard(self) -> bool:
        """Whether hands are being typed."""
        return any(field.hasFocus() for field in self.fields)

    def _open(self) -> None:
        self._place()
        self.show()
        self.raise_()
        self.kept.emit(self.high + LOW)

    def shut(self) -> None:
        """Be gone, and leave its room to the page."""
        if not self.isHidden():
            self.hide()
            self.kept.emit(0)

    def _say(self, words: str) -> None:
        if words != self._said:
            self._said = words
            self.setAccessibleName(words)
            self.update()

    @property
    def high(self) -> float:
        """How high it is, in units."""
        return self._lines() * LINE + 2 * PAD + (FIELD if self._questions else 0)

    def _lines(self) -> int:
        if self._ink is None or not self.width():
            return 1
        room = QRect(0, 0, max(1, round(self.width() - 2 * PAD * 2 * self._one)), 100_000)
        metrics = QFontMetrics(self._font())
        tall = metrics.boundingRect(room, int(_WRAP), self._said or "x").height()
        return max(1, round(tall / metrics.lineSpacing()))

    def _font(self) -> QFont:
        assert self._ink is not None
        font = QFont(self._ink.font(SIZE))
        font.setPixelSize(max(1, round(SIZE * self._one)))
        return theme.suited(font, self._said)

    def place(self, one: float, ink: Ink) -> None:
        """Stand at the lower edge, as large as everything else there; ``one`` is a unit."""
        self._one, self._ink = one, ink
        self._place()

    def _place(self) -> None:
        if self._ink is None:
            return
        one, room = self._one, self._page.rect()
        wide = room.width() - round(2 * SIDE * one)
        self.resize(wide, self.height())
        high = round(self.high * one)
        self.setGeometry(round(SIDE * one), room.height() - high - round(LOW * one), wide, high)
        shown = [field for field in self.fields if not field.isHidden()]
        if not shown:
            return
        inner = wide - 4 * PAD * one
        each = min(_WIDEST * one * 1.3, inner / len(shown))
        top = self.height() - round((PAD + FIELD - 4) * one)
        for number, field in enumerate(shown):
            left = round(2 * PAD * one + number * each)
            label = round(34 * one)
            box = QRect(left + label, top, round(each - label - 10 * one), round((FIELD - 6) * one))
            if self._ink.mirrored:
                box.moveRight(wide - box.left())
            field.setGeometry(box)
            field.dress(self._ink, max(1, round(SIZE * one)))

    def _show_fields(self) -> None:
        question = self.question
        answers = numbered(question) if question is not None else {}
        while len(self.fields) < len(answers):
            field = HandsField(self)
            field.went_on.connect(self._on)
            field.went_back.connect(self._back)
            field.jumped.connect(self._jump)
            field.left.connect(self._left)
            field.gave_back.connect(self.give_back)
            self.fields.append(field)
        every = list(answers.items())
        for number, field in enumerate(self.fields):
            field.setVisible(number < len(every))
            if question is not None and number < len(every):
                shown, answer = every[number]
                told = self._told.get(question.id, {}).get(answer, 0)
                words = next(one.text for one in question.options if one.id == answer)
                field.show_answer(shown, (question.id, answer), words, told)
        self._place()
        self.update()

    # Typing

    def begin(self, number: int = 0) -> bool:
        """Take the keyboard, for an answer by its number; False where no vote is open."""
        question = self.question
        if question is None:
            return False
        self._closing.stop()
        self._open()
        if number:
            self._jump(number)
        else:
            self.fields[0].aim(aimed=False)
        if not self.has_keyboard:
            self.fields[0].aim(aimed=False)
        if self._said == self._waiting:
            self._say(self._how())
        return True

    def _how(self) -> str:
        question = self.question
        if question is None:
            return ""
        hint = _("How many hands for each answer? Enter goes on to the next.")
        if question.asks is Asks.SCALE:
            hint = _("How many hands show so many fingers? Enter goes on to the next.")
        if len(self._questions) == 1:
            return hint
        known = {"at": self._at + 1, "of": len(self._questions), "hint": hint}
        return _("Question %(at)d of %(of)d: %(hint)s") % known

    def _on(self) -> None:
        """Go on behind the answer that has the keyboard."""
        shown = [field for field in self.fields if not field.isHidden()]
        at = next((n for n, field in enumerate(shown) if field.hasFocus()), len(shown) - 1)
        if at + 1 < len(shown):
            self._say(self._how())
            shown[at + 1].aim(aimed=False)
        elif self._at + 1 < len(self._questions):
            self._left(shown[at])
            self._at += 1
            self._show_fields()
            self._say(self._how())
            announce(self, self._said)
            self.fields[0].aim(aimed=False)
        else:
            self.give_back()

    def _back(self) -> None:
        """Go back to the answer before, and from the first one to the page."""
        shown = [field for field in self.fields if not field.isHidden()]
        at = next((n for n, field in enumerate(shown) if field.hasFocus()), 0)
        if at:
            shown[at - 1].aim(aimed=False)
        else:
            self.give_back()

    def _jump(self, number: int) -> None:
        """Go to an answer by its number."""
        shown = (one for one in self.fields if not one.isHidden())
        found = next((one for one in shown if one.number == number), None)
        if found is not None:
            self._say(self._how())
            found.aim(aimed=True)
            return
        said = _("There is no answer %(number)d here; nothing was counted.")
        self._say(said % {"number": number})
        announce(self, self._said)

    def give_back(self) -> None:
        """Give the keyboard back to the page, which says how it stands."""
        self._page.setFocus()
        if self._waiting:
            self._say(self._waiting)
            announce(self, self._said)
        else:
            self.shut()

    def _left(self, field: HandsField) -> None:
        """Count what stands in a field that is left."""
        if self.question is None or field.isHidden():
            return
        counted = min(int(field.text() or 0), MOST_HANDS)
        if counted == field.counted:
            return
        field.counted = counted
        self.counted.emit((field.question, field.answer, counted))

    def settle(self) -> None:
        """Count what is being typed, as if the field had been left."""
        for field in self.fields:
            if field.hasFocus():
                self._left(field)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the words, and the number of each answer."""
        del event
        if self._ink is None:
            return
        colours, one = self._ink.colours, self._one
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.teal), max(1.5, 3 * one)))
        painter.setBrush(QColor(colours.card))
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(box, 12 * one, 12 * one)
        painter.setFont(self._font())
        painter.setPen(QColor(colours.ink))
        pad = round(2 * PAD * one)
        high = round(self._lines() * LINE * one)
        room = QRect(pad, round(PAD * one * 0.6), self.width() - 2 * pad, high)
        side = Qt.AlignmentFlag.AlignRight if self._ink.mirrored else Qt.AlignmentFlag.AlignLeft
        flags = Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(room, int(flags | Qt.TextFlag.TextWordWrap), self._said)
        font = self._font()
        font.setBold(True)
        painter.setFont(font)
        for field in self.fields:
            if not field.isHidden():
                at = field.geometry()
                wide = round(34 * one)
                left = at.right() + 1 if self._ink.mirrored else at.left() - wide
                label = QRect(left, at.top(), wide, at.height())
                painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), str(field.number))


_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
