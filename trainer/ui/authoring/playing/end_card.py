"""What the debrief would begin with: how it was for the person it happened to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.practice.transcript import ending_view, view_heading
from trainer.scenario import kind_words
from trainer.scenario.texts.markup import plain
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.practice.session import Session


class EndCard(Card):
    """Shown at an end: the view of the ending, how it ended, what is asked in the debrief."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self._who = Heading()
        self._view = StoryText(role=Role.SCENE)
        self._missing = SoftLabel(_("Their own view of it is still to be written."))
        self._outcome = SoftLabel()
        self._asked = Heading(_("What it asks at the end"), role=Role.SUBHEADING)
        self._questions = Words(role=Role.NOTE)
        for widget in (
            self._who, self._view, self._missing, self._outcome, self._asked, self._questions
        ):  # fmt: skip
            self.body.addWidget(widget)

    def tell(self, session: Session) -> None:
        """Show the end that a session has come to; a scene that is not written says so."""
        ending = session.scene.ending
        name, view = ending_view(session)
        who = view_heading(name).rstrip(":")
        self._who.setText(who if ending is not None else _("This scene is not written yet."))
        self._view.setAccessibleName(who)
        self._view.set_markdown(view)
        self._view.setVisible(bool(view))
        self._missing.setVisible(ending is not None and not view)
        self._outcome.setText(kind_words.ended(ending.outcome.value) if ending is not None else "")
        self._outcome.setVisible(ending is not None)
        questions = session.scenario.questions if ending is not None else ()
        self._questions.setText("\n".join(map(plain, questions)))
        for widget in (self._asked, self._questions):
            widget.setVisible(bool(questions))
