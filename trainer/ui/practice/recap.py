"""What was decided so far, in a few quiet lines, while there is nothing to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.practice.view import decision_view
from trainer.practice.wording import who_you_are
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.practice.moves import Decision
    from trainer.practice.session import Session


class Recap(Card):
    """The decisions so far; before the first one, who you are here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self._heading = Heading(role=Role.SUBHEADING)
        self._words = Words()
        self._calm = SoftLabel(_("Take your time. There is nothing to decide yet."))
        for widget in (self._heading, self._words, self._calm):
            self.body.addWidget(widget)
        self._rows: list[QWidget] = []
        self._shown: tuple[Decision, ...] = ()

    def tell(self, session: Session) -> None:
        """Show where the run stands."""
        decisions = session.decisions
        said = _who(session)
        self._heading.setText(_("What you did so far") if decisions else _("Your part"))
        # Without a note the sentence itself begins with what the heading would say.
        self._heading.setVisible(bool(decisions or session.scenario.you.note))
        self._words.setText(said)
        self._words.setVisible(bool(said) and not decisions)
        self._calm.setVisible(not decisions)
        if decisions == self._shown:
            return
        take_out(self.body, *self._rows)
        self._rows = [self._row(session, decision) for decision in decisions]
        self._shown = decisions
        for row in self._rows:
            self.body.addWidget(row)

    def _row(self, session: Session, decision: Decision) -> QWidget:
        row = QWidget(self)
        column = theme.lay(QVBoxLayout(row), margins=(0, 4, 0, 0), spacing=4)
        view = decision_view(session, decision)
        if view.d is not None:
            column.addWidget(DChip(view.d, row))
        words = plain(view.made.text) if view.made is not None else plain(view.headline)
        column.addWidget(Words(words, role=Role.NOTE))
        return row


def _who(session: Session) -> str:
    """Say who the learner is; empty where the story does not."""
    you = session.scenario.you
    if you.note:
        return plain(you.note)
    return who_you_are(you) if you.role or you.name else ""
