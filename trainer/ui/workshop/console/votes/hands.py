"""Hands that are counted in the room, typed in as fast as they are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Words
from trainer.ui.workshop import counting
from trainer.ui.workshop.numbers import NumbersField
from trainer.workshop.votes.ballot import MOST_HANDS, Asks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from trainer.workshop.telling.console_vote import Answer, Poll


# Nothing is an answer as well, which a validator of numbers never takes.
_NUMBER = "[0-9]{0,4}"

_HINT: Final = N_("2 14 is: 14 for answer 2")
_FINGERS: Final = N_("3 14 is: 14 with 3 fingers")
"""What may be typed in the line, by an example; it shows while nothing is."""


class CountField(NumbersField):
    """How many hands one answer has. What stands in it counts, however one goes on from it.

    Signals:
        counted(object): its answer's id and the number, once one goes on from it.
    """

    counted = Signal(object)

    def __init__(
        self, follower: Callable[[CountField], CountField | None], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._follower = follower
        self.setValidator(QRegularExpressionValidator(QRegularExpression(_NUMBER), self))
        theme.set_role(self, Role.NOTE)
        theme.fix(self, width=54)
        self._answer: Answer | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.editingFinished.connect(self._finished)

    def show_answer(self, answer: Answer) -> None:
        """Show what was typed of an answer, unless something is being typed."""
        before, self._answer = self._answer, answer
        if before is None or before.text != answer.text:
            self.setAccessibleName(_("Hands for: %(answer)s") % {"answer": answer.text})
        is_other = before is None or before.id != answer.id
        if is_other or not self.hasFocus() or self.text() == _shown(before):
            self.setText(_shown(answer))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count at a blank too: the room does not go on by it while one types."""
        if event.key() == Qt.Key.Key_Space:
            self._finished()
        else:
            super().keyPressEvent(event)

    def restyled(self) -> None:
        """Leave as much room for words beside it as can be."""
        self.setTextMargins(theme.px(4), theme.px(5), theme.px(4), theme.px(5))

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on from answer to answer; behind the last one, to what stands below."""
        follower = self._follower(self) if next else None
        if follower is None:
            return super().focusNextPrevChild(next)
        follower.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _finished(self) -> None:
        answer, counted = self._answer, min(int(self.text() or 0), MOST_HANDS)
        if answer is not None and counted != answer.hands:
            self.counted.emit((answer.id, counted))


def _shown(answer: Answer | None) -> str:
    return str(answer.hands) if answer is not None and answer.hands else ""


class HandsEntry(QWidget):
    """One line for "2 14". A field for each answer stands :meth:`beside` it; a scale's in ``each``.

    Enter and Tab go from field to field.

    Signals:
        counted(object): an answer's id and its number of hands.
        said(str): what the line could not be read as.
        went_on(object): another question shall show, by its place; None behind the last one.
    """

    counted = Signal(object)
    said = Signal(str)
    went_on = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = theme.lay(QHBoxLayout(self), spacing=8)
        label = Words(_("Hands"), self, role=Role.NOTE_STRONG, wrap=False)
        self.line = NumbersField(
            _("Hands: number of the answer, then how many"), self, hint=_(_HINT)
        )
        theme.set_role(self.line, Role.NOTE)
        self.line.returnPressed.connect(self._enter)
        self.line.editingFinished.connect(self._left)
        line.addWidget(label)
        line.addWidget(self.line, 1)
        self.each = QWidget()
        self._flow = FlowLayout(self.each, spacing=12, line_spacing=6)
        self._every: list[tuple[QWidget, Words, CountField]] = []
        self._beside: list[CountField] = []
        self._is_wanted = False
        self._poll: Poll | None = None
        self._asked: tuple[dict[int, str], ...] = ()
        self._at = 0

    def show_wanted(self, wanted: bool) -> None:
        """Show it while hands can be counted."""
        self._is_wanted = wanted
        self.setVisible(wanted)
        self.each.setVisible(wanted and self._is_scale)
        self._show_beside()

    @property
    def _is_scale(self) -> bool:
        return self._poll is not None and self._poll.asks is Asks.SCALE

    def _show_beside(self) -> None:
        many = 0 if self._poll is None or self._is_scale else len(self._poll.answers)
        for number, field in enumerate(self._beside):
            field.setVisible(self._is_wanted and number < many)

    def beside(self) -> CountField:
        """Make the field of the next answer, to stand beside it."""
        made = CountField(self._follower)
        self._connect(made)
        self._beside.append(made)
        return made

    def _connect(self, field: CountField) -> None:
        field.counted.connect(self.counted)
        field.returnPressed.connect(self._next)

    def _follower(self, field: CountField) -> CountField | None:
        every = self.fields()
        at = every.index(field) + 1 if field in every else len(every)
        return every[at] if at < len(every) else None

    def _next(self) -> None:
        """Go on from a field with Enter; behind the last one, to the line."""
        at = next((one for one in self.fields() if one.hasFocus()), None)
        follower = None if at is None else self._follower(at)
        (follower or self.line).setFocus(Qt.FocusReason.TabFocusReason)

    def show_poll(self, polls: Sequence[Poll], at: int) -> None:
        """Ask for the hands of one of the questions that are asked together."""
        poll = polls[at]
        asked = tuple({one.number: one.id for one in each.answers} for each in polls)
        if (self._poll, self._asked, self._at) == (poll, asked, at):
            return
        self._asked, self._at = asked, at
        is_scale = poll.asks is Asks.SCALE
        if self._poll is None or self._poll.id != poll.id:
            self.line.setPlaceholderText(_(_FINGERS) if is_scale else _(_HINT))
            self.line.clear()
        self._poll = poll
        self._show_beside()
        self.each.setVisible(self._is_wanted and is_scale)
        if not is_scale:
            for field, answer in zip(self._beside, poll.answers, strict=False):
                field.show_answer(answer)
            return
        while len(self._every) < len(poll.answers):
            self._add_field()
        for number, (box, label, field) in enumerate(self._every):
            box.setVisible(number < len(poll.answers))
            if number < len(poll.answers):
                answer = poll.answers[number]
                label.setText(str(answer.number))
                field.show_answer(answer)

    def _add_field(self) -> None:
        box = QWidget(self.each)
        row = theme.lay(QHBoxLayout(box), spacing=4)
        label = Words("", box, role=Role.NOTE_STRONG, wrap=False)
        field = CountField(self._follower, box)
        self._connect(field)
        row.addWidget(label)
        row.addWidget(field)
        self._flow.addWidget(box)
        self._every.append((box, label, field))

    def fields(self) -> list[CountField]:
        """Fields of the answers, the first one first."""
        if not self._is_scale:
            return [field for field in self._beside if not field.isHidden()]
        return [field for box, _label, field in self._every if not box.isHidden()]

    def begin(self, text: str = "") -> None:
        """Put the keyboard in the line, with what was typed already."""
        self.line.setText(text)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.setCursorPosition(len(text))

    def _enter(self) -> None:
        if self._poll is None:
            return
        done = counting.entered(self.line.text(), self._asked, self._at)
        if done.at != self._at:
            self.went_on.emit(done.at)
        elif done.wrong:
            self.said.emit(done.wrong)
        else:
            self.line.clear()
            for counted in done.counted:
                self.counted.emit(counted)

    def _left(self) -> None:
        """Count what stands in the line once one goes on from it, where that can be read."""
        if self._poll is None:
            return
        done = counting.entered(self.line.text(), self._asked, self._at)
        if done.counted:
            self.line.clear()
        for counted in done.counted:
            self.counted.emit(counted)
