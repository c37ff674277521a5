"""Questions to write answers to, group by group. All of them may stay empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.progress.papers.paper_content import Content, content
from trainer.ui import theme
from trainer.ui.plan.questions import Ask, Rows
from trainer.ui.plan.rows_editor import RowsEditor
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import CheckBox, TextBox, TextField
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.focus_order import focusable
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.ui.plan.questions import Group

_SIDE_BY_SIDE = 440
_TICKED = "yes"

Answer = TextField | TextBox | CheckBox


class _Line(Fits, QWidget):
    """Two short questions side by side, or one below the other where room is short."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        theme.lay(self.line, spacing=12)

    def fit(self) -> None:
        """Stack where room is short."""
        wide = self.width() >= theme.px(_SIDE_BY_SIDE)
        theme.turn(self.line, beside=wide)


class GroupCard(Card):
    """One group of questions."""

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self.heading = _(group.heading)
        self.answers: dict[str, Answer] = {}
        self.lists: dict[str, RowsEditor] = {}
        self.setAccessibleName(self.heading)
        self.body.addWidget(Heading(self.heading, self))
        if group.note:
            self.body.addWidget(SoftLabel(_(group.note), self))
        line: _Line | None = None
        for part in group.parts:
            if isinstance(part, Rows):
                editor = self.lists[part.key] = RowsEditor(part, self)
                self.body.addWidget(editor)
                continue
            asked = self._asked(part)
            if line is not None:
                line.line.addLayout(asked, 1)
                line = None
            elif part.beside:
                line = _Line(self)
                line.line.addLayout(asked, 1)
                self.body.addWidget(line)
            else:
                self.body.addLayout(asked)

    def _asked(self, ask: Ask) -> QVBoxLayout:
        column = theme.lay(QVBoxLayout(), spacing=4)
        words, hint = _(ask.words), _(ask.hint) if ask.hint else ""
        answer: Answer
        if ask.tick:
            answer = CheckBox(words, self)
        else:
            label = Words(words, self, role=Role.NOTE_STRONG)
            column.addWidget(label)
            if ask.lines > 1:
                answer = TextBox(words, self, hint=hint, lines=ask.lines)
                answer.edit.setAccessibleDescription(self.heading)
                label.setBuddy(answer.edit)
            else:
                answer = TextField(words, self, hint=hint)
                answer.setAccessibleDescription(self.heading)
                label.setBuddy(answer)
        self.answers[ask.key] = answer
        column.addWidget(answer)
        return column


class Form(QWidget):
    """All groups, one below the other.

    Signals:
        edited(): something was written.
        row_removed(object): (list, place, what was written), to be brought back if wanted.
        arranged(): there are other fields now, to be put in the order of Tab.
    """

    edited = Signal()
    row_removed = Signal(object)
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = theme.lay(QVBoxLayout(self), spacing=theme.GAP)
        self.cards: list[GroupCard] = []
        self._groups: Sequence[Group] = ()
        self._shown = Content()
        self._filling = False

    def ask(self, groups: Sequence[Group]) -> None:
        """Ask these questions, instead of what was asked before."""
        if groups == self._groups:
            return
        self._groups = groups
        take_out(self._column, *self.cards)
        self.cards = [GroupCard(group, self) for group in groups]
        for card in self.cards:
            self._column.addWidget(card)
            card.show()
            for answer in card.answers.values():
                self._listen(answer)
            for editor in card.lists.values():
                editor.edited.connect(self._edited)
                editor.removed.connect(self._row_removed)
                editor.arranged.connect(self.arranged)

    def _listen(self, answer: Answer) -> None:
        if isinstance(answer, TextBox):
            answer.edited.connect(self._edited)
        elif isinstance(answer, CheckBox):
            answer.toggled.connect(self._edited)
        else:
            answer.textEdited.connect(self._edited)

    def answer(self, key: str) -> Answer:
        """Where the answer to a question is written."""
        return next(card.answers[key] for card in self.cards if key in card.answers)

    def rows(self, key: str) -> RowsEditor:
        """Where a list is written."""
        return next(card.lists[key] for card in self.cards if key in card.lists)

    def show_content(self, shown: Content) -> None:
        """Show what was written before."""
        self._shown = shown
        self._filling = True
        for card in self.cards:
            for key, answer in card.answers.items():
                _show(answer, shown.text(key))
            for key, editor in card.lists.items():
                editor.show_rows(shown.listed(key))
        self._filling = False

    def content(self) -> Content:
        """What is written; what is not asked here stays as it was."""
        texts, rows = dict(self._shown.texts), dict(self._shown.rows)
        for card in self.cards:
            texts |= {key: _written(answer) for key, answer in card.answers.items()}
            rows |= {key: editor.rows() for key, editor in card.lists.items()}
        return content(texts, rows)

    def empty(self) -> None:
        """Take away all that is written, for good: also what could be undone."""
        self.show_content(Content())

    def focus_first(self) -> None:
        """Put the keyboard where writing begins."""
        for first in focusable(self)[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edited(self) -> None:
        if not self._filling:
            self.edited.emit()

    def _row_removed(self, removed: object) -> None:
        editor = self.sender()
        if isinstance(editor, RowsEditor) and isinstance(removed, tuple):
            self.row_removed.emit((editor, *removed))


def _written(answer: Answer) -> str:
    if isinstance(answer, CheckBox):
        return _TICKED if answer.isChecked() else ""
    return answer.text()


def _show(answer: Answer, text: str) -> None:
    if isinstance(answer, CheckBox):
        answer.setChecked(text == _TICKED)
    elif isinstance(answer, TextBox):
        answer.set_text(text)
    else:
        answer.setText(text)
