"""The buttons below a card: back, on, and past it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.drills.attempt import Side
from trainer.drills.hand import Part
from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton

if TYPE_CHECKING:
    from trainer.drills.hand import Hand


def on_words(hand: Hand, *, answered: bool = False) -> str:
    """Say what going on does now; ``answered`` tells that there is something to keep."""
    if hand.card is None:
        return _("Begin")
    if hand.part is Part.REFLECTIONS:
        if hand.has_more:
            return _("Show a thought")
        return _("Choose another") if hand.is_last else _("Next card")
    if hand.has_more:
        return _("Show replies") if hand.side is Side.REPLY else _("Show one way")
    if answered:
        return _("Keep it, choose another") if hand.is_last else _("Keep it, next line")
    return _("Choose another") if hand.is_last else _("Next line")


class Foot(QWidget):
    """The way through the cards.

    Signals:
        on_wanted(): what the wide button says.
        previous_wanted(), next_wanted(): another card, whatever is behind this one.
        another_wanted(): another file.
    """

    on_wanted = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = theme.lay(QHBoxLayout(self), spacing=10)
        self._another = QuietButton(_("Choose another"), self, icon="library")
        self._previous = QuietButton(_("Previous"), self, icon="arrow-left")
        self._on = PrimaryButton(_("Begin"), self, keys=_("Enter"))
        self._next = QuietButton(_("Next"), self, icon="arrow-right")
        self._another.clicked.connect(self.another_wanted)
        self._previous.clicked.connect(self.previous_wanted)
        self._on.clicked.connect(self.on_wanted)
        self._next.clicked.connect(self.next_wanted)
        for button in (self._another, self._previous, self._on, self._next):
            row.addWidget(button, int(button is self._on))

    def tell(self, hand: Hand, *, answered: bool = False) -> None:
        """Offer what can be done with the card in view."""
        before = hand.card is None
        self._another.setVisible(before)
        self._previous.setVisible(not before and hand.number > 1)
        self._next.setVisible(not before and hand.has_more and not hand.is_last)
        self._on.set_words(on_words(hand, answered=answered))
        self.setVisible(hand.deck is not None)
