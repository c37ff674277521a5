"""The five questions, each with a scale; any of them can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer.language import _
from trainer.method import five_steps
from trainer.method.five_steps import LEAST, MOST, Step
from trainer.progress.confidence import confidence_words
from trainer.ui import theme
from trainer.ui.confidence.pair import Pair
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card, Divider
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.scale import Place, Scale
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Mapping


_SIDE_BY_SIDE = 660
"""Width (at 100 %) from which a scale stands beside its question instead of below it."""


def _places() -> list[Place]:
    return [
        Place(value, five_steps.value_words(value), five_steps.told(value))
        for value in range(LEAST, MOST + 1)
    ]


class Question(Fits, QWidget):
    """One step: what one would do, and how sure one is of it."""

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        statement = five_steps.statement(step)
        self._box = theme.lay(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), spacing=16)
        self._words = Words(statement, self, role=Role.STRONG)
        self.scale = Scale(statement, _places(), self)
        self._box.addWidget(self._words, 8, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self.scale, 15)

    def fit(self) -> None:
        """Stand anew at another width."""
        beside = self.width() >= theme.px(_SIDE_BY_SIDE)
        theme.turn(self._box, beside=beside)
        self._box.setSpacing(theme.px(16 if beside else 6))
        middle = Qt.AlignmentFlag.AlignVCenter
        self._box.setAlignment(self._words, middle if beside else Qt.AlignmentFlag(0))


class Questions(Card):
    """All five, and what is done with the answers.

    Signals:
        kept(object): the answers, by :class:`Step`; what was left out is not in it.
        skipped(): no answer is wanted.
        changed(): an answer was given or taken back.
    """

    kept = Signal(object)
    skipped = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(24, 20, 24, 22), spacing=12)
        self.intro = _(
            "Imagine that someone near you is being harassed. How sure are you of each of "
            "these today? Leave out whatever you like."
        )
        self.body.addWidget(Heading(_("How sure do you feel?"), role=Role.TITLE))
        self.body.addWidget(Words(self.intro))
        self.questions = [Question(step, self) for step in Step]
        for question in self.questions:
            self.body.addWidget(Divider(self))
            self.body.addWidget(question)
            question.scale.chosen.connect(self._changed)
            question.scale.answered.connect(self._on)
        self.body.addWidget(Divider(self))
        self.body.addWidget(SoftLabel(confidence_words.not_validated()))
        self.keep = PrimaryButton(_("Keep my answers"), self)
        self.keep.clicked.connect(self._keep)
        self.skip = QuietButton(_("Skip"), self)
        self.skip.clicked.connect(self.skipped)
        self.body.addWidget(Pair(self.keep, self.skip, self))
        self._changed()

    def ask(self, answers: Mapping[Step, int], *, may_skip: bool) -> None:
        """Ask anew, with these answers given already."""
        for question in self.questions:
            question.scale.choose(answers.get(question.step, 0))
        self.skip.setVisible(may_skip)
        self._changed()

    def answers(self) -> dict[Step, int]:
        """What is answered now."""
        given = {question.step: question.scale.value for question in self.questions}
        return {step: value for step, value in given.items() if value}

    def begin(self) -> None:
        """Put the keyboard on the first question."""
        self.questions[0].scale.setFocus()

    def _on(self) -> None:
        scales = [question.scale for question in self.questions]
        now = self.sender()
        at = next(index for index, scale in enumerate(scales) if scale is now)
        if at + 1 < len(scales):
            scales[at + 1].setFocus()
        else:
            first = self.keep if self.keep.isEnabled() else self.skip
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _changed(self) -> None:
        self.keep.setEnabled(bool(self.answers()))
        self.changed.emit()

    def _keep(self) -> None:
        self.kept.emit(self.answers())


class WishCard(Card):
    """Asked once, after answering: whether to be asked again.

    Signals:
        wished(bool): yes, or no.
    """

    wished = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(24, 22, 24, 24), spacing=12)
        self.words = _("Shall this be offered again every four weeks?")
        self.body.addWidget(Heading(self.words, role=Role.TITLE))
        self.body.addWidget(
            Words(
                _(
                    "Before a scenario, and you can skip it each time. "
                    "You can change your mind on this page at any time."
                )
            )
        )
        self._yes = QuietButton(_("Yes, offer it again"), self)
        self._no = QuietButton(_("No, thanks"), self)
        self._yes.clicked.connect(self._say_yes)
        self._no.clicked.connect(self._say_no)
        self.body.addWidget(Pair(self._yes, self._no, self))

    def begin(self) -> None:
        """Put the keyboard on the first answer."""
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_yes(self) -> None:
        self.wished.emit(True)

    def _say_no(self) -> None:
        self.wished.emit(False)
