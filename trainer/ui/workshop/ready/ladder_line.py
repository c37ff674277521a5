"""One line for the console: how the room votes now, by which rung of the ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.widgets.words import Words
from trainer.ui.workshop.ready.mark import Mark
from trainer.workshop.network import ladder
from trainer.workshop.network.ladder import Rung

if TYPE_CHECKING:
    from trainer.workshop.network.ladder import Known

ICONS: Final = {
    Rung.PHONES: "smartphone",
    Rung.VENUE: "wifi",
    Rung.HOTSPOT: "router",
    Rung.CARDS: "id-card",
    Rung.HANDS: "hand",
}
"""An icon for each rung; its words stand beside it."""


class LadderLine(QWidget):
    """Says the present rung; ``show_known`` whenever something about the network changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = theme.lay(QHBoxLayout(self), spacing=10)
        self._mark = Mark(self)
        self._words = Words("", self, role=theme.Role.NOTE)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)

    def show_known(self, known: Known) -> None:
        """Show which rung holds by what is known."""
        step = ladder.present(known)
        self._mark.show_mark(ICONS[step.rung], "teal")
        self._words.setText(ladder.line(step))
