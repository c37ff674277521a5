"""Decisions worth another look; what each was is read in once the card shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from trainer import language
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui.progress.decision_rows import DecisionRows, told
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.progress.looking_back.look_again import Made
    from trainer.scenario.model import Scenario
    from trainer.ui.context import Context
    from trainer.ui.progress.decision_rows import Told

AT_ONCE = 5
"""Decisions that show before "Show more"."""

_SOON = 120
"""Milliseconds until the first scenario is read: the page is painted before."""


class LookCard(Card):
    """Lists decisions.

    Signals:
        replay_wanted(object): number of the decision to look at again.
        more_wanted(): more of them.
        said(object, object): a decision, and what it was (``Told``).
    """

    replay_wanted = Signal(object)
    more_wanted = Signal()
    said = Signal(object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._context = context
        self.body.addWidget(Heading(_("Decisions to look at again")))
        self._says = SoftLabel()
        self.body.addWidget(self._says)
        self.rows = DecisionRows(self)
        self.rows.replay_wanted.connect(self.replay_wanted)
        self.body.addWidget(self.rows)
        self._more = QuietButton(_("Show more"), self)
        self._more.clicked.connect(self.more_wanted)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        # The page stands before the scenarios are read: one after the other, a turn each.
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._tell_next)

    def tell(self, made: Sequence[Made], *, more: bool) -> None:
        """Show these decisions; ``more`` if there are others."""
        self._says.setText(
            _("A poor fit is where the learning is. You can go back to that very moment.")
            if made
            else _(
                "When a choice fits poorly, you find it here, and can go back to that very moment."
            )
        )
        self.rows.setVisible(bool(made))
        self.rows.show_made(made)
        self._more.setVisible(more)
        self._soon.start(_SOON)

    def words_of(self, made: Made) -> Told:
        """Say what a decision was, now if it was not said before."""
        if made in self.rows.untold():
            self.rows.say(made.number, told(made, self._scenario(made)))
        return self.rows.words_of(made.number)

    def _tell_next(self) -> None:
        """Say what the decisions of one scenario were, and come back for the next."""
        waiting = self.rows.untold()
        if not waiting:
            return
        first = waiting[0]
        scenario = self._scenario(first)
        for one in waiting:
            if (one.scenario, one.content_hash) == (first.scenario, first.content_hash):
                words = told(one, scenario)
                self.rows.say(one.number, words)
                self.said.emit(one, words)
        self._soon.start(0)

    def _scenario(self, made: Made) -> Scenario | None:
        from trainer.progress.looking_back import versions

        context = self._context
        look = (context.store, context.library, made.scenario, made.content_hash)
        try:
            return versions.find(*look, language.code()).scenario
        except UpstanderError:
            return None
