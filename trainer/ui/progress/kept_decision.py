"""A decision as the history alone knows it: what the scenario said of it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trainer.ui.practice.fit_words import FitLabel
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from trainer.progress.looking_back.look_again import Made
    from trainer.ui.progress.decision_rows import Told


class KeptDecisionCard(Card):
    """What was done, which D it was, how it fitted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, spacing=12)
        self._chip: DChip | None = None
        self._fit = FitLabel(self._row)
        self._flow.addWidget(self._fit)
        self._did = Words(role=Role.STRONG)
        self.body.addWidget(self._row)
        self.body.addWidget(self._did)

    def tell(self, made: Made, words: Told) -> None:
        """Show another decision."""
        take_out(self._flow, self._chip)
        self._chip = DChip(made.d, self._row) if made.d is not None else None
        if self._chip is not None:
            self._flow.insert_widget(0, self._chip)
            self._chip.show()
        self._fit.say(made.fit)
        self._did.setText(words.did)
