"""One's own answer, held above the replies once it has been scrolled away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.person_row import PersonRow
from trainer.ui.widgets.two_columns import EDGE

if TYPE_CHECKING:
    from trainer.ui.drills.comparing import Compare

_SHARE = 6
"""It takes no more than one in so many of the height: the replies are what is read."""


class HeldWords(QWidget):
    """A card that says it again, small, where there is room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), margins=(EDGE, 12, 0, 6))
        card = Card(self, margins=(20, 8, 20, 8))
        column.addWidget(card)
        self._row = PersonRow(card, name_width=108)
        card.body.addWidget(self._row)
        self.hide()

    def hold(self, compare: Compare, *, away: bool, room: tuple[int, int]) -> None:
        """Say what was answered, if that is ``away``, and fits into ``room`` (width, height)."""
        yours = compare.yours
        if yours is not None and away:
            self._row.tell(*yours, literal=True)
            self.setAccessibleName(yours[0])
        wide, tall = room
        fits = yours is not None and away and self.heightForWidth(wide) * _SHARE <= tall
        if fits is self.isHidden():
            self.setVisible(fits)
