"""Which scenario to start from, of those that come along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trainer.language import _
from trainer.ui import scenario_words
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.surface_button import SurfaceButton
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.scenario.library import Card
    from trainer.ui.context import Context


class _Choice(SurfaceButton):
    """One scenario."""

    picked = Signal(object)

    def __init__(self, card: Card, parent: QWidget) -> None:
        said = scenario_words.facts(card)
        super().__init__(card.title, f"{said}\n{card.summary}", parent, margins=(16, 10, 16, 12))
        self.card = card
        self.add(Heading(card.title, self))
        self.add(SoftLabel(said, self))
        self.clicked.connect(self._picked)

    def _picked(self) -> None:
        self.picked.emit(self.card)


class CopySheet(Sheet):
    """A list to choose from.

    Signals:
        picked(object): the ``Card`` of a scenario.
    """

    picked = Signal(object)

    def __init__(
        self, context: Context, cards: Sequence[Card], parent: QWidget | None = None
    ) -> None:
        heading = _("Start from one that comes along")
        super().__init__(context, heading, parent, width=620)
        said = _("You get a copy of your own. The one that comes along stays as it is.")
        self.body.addWidget(SoftLabel(said, self))
        self.choices = [_Choice(card, self) for card in cards]
        for choice in self.choices:
            choice.picked.connect(self._pick)
            self.body.addWidget(choice)
        cancel = QuietButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.buttons.addWidget(cancel)
        chain(self)
        first = self.choices[0] if self.choices else cancel
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, card: Card) -> None:
        self.accept()
        self.picked.emit(card)
