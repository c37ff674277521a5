"""Questions to think about, with room to write; what is written is kept as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import TextBox
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.practice.debrief import Question

_PAUSE = 700
"""Milliseconds after the last letter until a note is kept."""


class Reflection(Card):
    """The questions of a debrief.

    Signals:
        written(str, str): a question, and what stands under it now.
    """

    written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self.body.addWidget(Heading(_("To think about")))
        self._kept = SoftLabel()
        self._parts: list[QWidget] = []
        self._boxes: dict[str, TextBox] = {}
        self._known: dict[str, str] = {}
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.keep)
        self.body.addWidget(self._kept)

    def ask(self, questions: Sequence[Question], *, keeps: bool) -> None:
        """Ask these questions, with what was written before."""
        kept = _("Write here. It is kept only on this computer.")
        hint = kept if keeps else _("Write here. It is gone when the window closes.")
        self._timer.stop()
        take_out(self.body, *self._parts)
        self._parts, self._boxes, self._known = [], {}, {}
        for one in questions:
            question = StoryText(role=Role.BODY)
            question.set_markdown(one.question)
            question.setAccessibleName(_("Question"))
            box = TextBox(plain(one.question), hint=hint, lines=3)
            box.set_text(one.note)
            box.edited.connect(self._edited)
            self._boxes[one.question], self._known[one.question] = box, one.note
            for part in (question, box):
                self.body.insertWidget(self.body.count() - 1, part)
                self._parts.append(part)
        self._kept.setText("")
        self._kept.hide()
        self.setVisible(bool(questions))

    def keep(self) -> None:
        """Keep what was written since, now."""
        self._timer.stop()
        for question, box in self._boxes.items():
            text = box.text().strip()
            if text != self._known[question]:
                self.written.emit(question, text)

    def was_kept(self, question: str, text: str) -> None:
        """Take note that a text is kept, and say so quietly."""
        self._known[question] = text
        self._say(_("Kept."))

    def was_not_kept(self, why: str) -> None:
        """Say why what was written could not be kept; it stays in the box."""
        self._say(why)

    def _say(self, text: str) -> None:
        self._kept.setText(text)
        self._kept.show()

    def _edited(self) -> None:
        self._kept.hide()
        self._timer.start()
