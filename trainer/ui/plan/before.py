"""What is asked before anything is written down: first of all, whether the person wants it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.plan.questions import ASKED, COULD_NOT, FOR_WHOM, ME, OTHER, YES
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.taking_out import put_instead
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

BEGIN, AWAY, AFTERWARDS = "begin", "away", "afterwards"
"""Answers that lead out of the questions: write, go back, read how to be there afterwards."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, the step that it leads to, and what is noted of it: (key, value)."""

    words: str
    to: str
    notes: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One question, what is said with it, and its answers. ``sees`` asks who may see it."""

    heading: str
    said: tuple[str, ...]
    answers: tuple[Answer, ...]
    sees: str = ""


_NOT_NOW: Final = Answer(N_("Not now"), AWAY)

STEPS: Final = {
    "whom": Step(
        N_("Who did it happen to?"),
        (N_("Nothing is written before you say so."),),
        (
            Answer(N_("To me"), "me", (FOR_WHOM, ME)),
            Answer(N_("To someone else"), "asked", (FOR_WHOM, OTHER)),
        ),
    ),
    "me": Step(
        N_("Do you want to write it down?"),
        (
            N_("Writing it down helps you remember, and can help others believe it later. It can"
               " also bring it back: you can stop at any line, or leave it."),
            N_("You decide who sees it and what is done with it, also whether nothing is."),
        ),
        (Answer(N_("Write it down"), BEGIN), _NOT_NOW),
        N_("Who may see it?"),
    ),
    "asked": Step(
        N_("Did you ask whether they want it written down?"),
        (N_("It happened to them. What is written of it is theirs."),),
        (
            Answer(N_("Yes, and they want it"), "yes", (ASKED, YES)),
            Answer(N_("They said no"), "no"),
            Answer(N_("I could not ask"), "could_not", (ASKED, COULD_NOT)),
        ),
    ),
    "yes": Step(
        N_("They decide what is done with it"),
        (
            N_("Write what they tell you and what you saw. Read it to them if they want, and give"
               " it to them."),
            N_("Ask them who may see it. It is theirs to say, now and later."),
        ),
        (Answer(N_("Write it down"), BEGIN), _NOT_NOW),
        N_("Who may see it?"),
    ),
    "could_not": Step(
        N_("Keep it for them"),
        (
            N_("Write only what you saw and heard yourself. Show it to nobody until they have"
               " said what they want."),
            N_("If you meet them again, ask. If they say no, delete it."),
        ),
        (Answer(N_("Write it down for them"), BEGIN), _NOT_NOW),
    ),
    "no": Step(
        N_("Then nothing is written down"),
        (
            N_("Good that you asked. It is theirs to decide, and nothing was kept here."),
            N_("You can still be there for them: ask how they are, and what they would like."),
        ),
        (
            Answer(N_("Back to the safety plan"), AWAY),
            Answer(N_("How to be there afterwards"), AFTERWARDS),
        ),
    ),
}  # fmt: skip
"""The questions by name; the first one is ``whom``."""


class Before(Card):
    """Asks step by step; digits answer.

    Signals:
        asked(): another question shows.
        begun(object): what was noted, by key: writing can begin.
        given_up(): nothing is written.
        afterwards_wanted(): the page about being there afterwards.
    """

    asked = Signal()
    begun = Signal(object)
    given_up = Signal()
    afterwards_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(24, 22, 24, 24), spacing=12)
        self._inside = QWidget(self)
        self.body.addWidget(self._inside)
        self._way: list[str] = []
        self._notes: dict[str, str] = {}
        self.buttons: list[PrimaryButton | QuietButton] = []
        self.field: TextField | None = None

    @property
    def step(self) -> str:
        """Name of the question that is asked."""
        return self._way[-1] if self._way else ""

    def start(self) -> None:
        """Ask from the beginning."""
        self._way, self._notes = ["whom"], {}
        self._show()

    def step_back(self) -> bool:
        """Ask the question before; False at the first one."""
        if len(self._way) < 2:
            return False
        self._way.pop()
        self._show()
        return True

    def answer(self, index: int) -> bool:
        """Give an answer by its place; False if there is none."""
        answers = STEPS[self.step].answers if self.step else ()
        if not 0 <= index < len(answers):
            return False
        answer = answers[index]
        if answer.notes is not None:
            self._notes[answer.notes[0]] = answer.notes[1]
        if answer.to == BEGIN:
            if self.field is not None and self.field.text().strip():
                self._notes["may_see"] = self.field.text()
            self.begun.emit(dict(self._notes))
        elif answer.to == AWAY:
            self.given_up.emit()
        elif answer.to == AFTERWARDS:
            self.afterwards_wanted.emit()
        else:
            self._way.append(answer.to)
            self._show()
        return True

    def forget(self) -> None:
        """Forget what was answered and typed."""
        self._way, self._notes = [], {}
        if self.field is not None:
            self.field.clear()

    def _show(self) -> None:
        step = STEPS[self.step]
        inside = QWidget(self)
        column = theme.lay(QVBoxLayout(inside), spacing=12)
        heading = Heading(_(step.heading), inside)
        column.addWidget(heading)
        for sentence in step.said:
            column.addWidget(Words(_(sentence), inside))
        self.field = self._see(step.sees, inside, column) if step.sees else None
        column.addLayout(self._answers(step.answers, _(step.heading), inside))
        # The focus goes over before the old part hides: else it would pass by the bar.
        self._inside = put_instead(self.body, self._inside, inside)
        chain(inside)
        self.focus_first()
        self.asked.emit()

    def _see(self, words: str, parent: QWidget, column: QVBoxLayout) -> TextField:
        field = TextField(_(words), parent, hint=_("Nobody else, a friend, a lawyer"))
        field.returnPressed.connect(self._go_on)
        add_labelled(column, field)
        column.addWidget(SoftLabel(_("You can change this later."), parent))
        return field

    def _answers(self, answers: Sequence[Answer], asked: str, parent: QWidget) -> FlowLayout:
        flow = FlowLayout(spacing=10, line_spacing=10)
        self.buttons = []
        for number, answer in enumerate(answers, 1):
            kind = PrimaryButton if answer.to == BEGIN else QuietButton
            button = kind(_(answer.words), parent, keys=str(number))
            button.clicked.connect(self._pressed)
            flow.addWidget(button)
            self.buttons.append(button)
        # Said once when the question appears: where the keyboard lands.
        said = [_(sentence) for sentence in STEPS[self.step].said]
        first = self.field if self.field is not None else self.buttons[0]
        first.setAccessibleDescription(" ".join([asked, *said]))
        return flow

    def focus_first(self) -> None:
        """Put the keyboard on the first answer."""
        first = self.field if self.field is not None else self.buttons[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Take the first answer by Enter, from where one writes."""
        self.answer(0)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, PrimaryButton | QuietButton):
            self.answer(self.buttons.index(button))
