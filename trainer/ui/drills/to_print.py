"""Which cards were ticked on the page to be printed, and the sheet that prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.drills.hand import cards

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.drills.hand import Hand
    from trainer.ui.context import Context
    from trainer.ui.drills.print_sheet import Ticked


class ToPrint(QObject):
    """Holds what is ticked until it is on paper.

    Signals:
        printed(): what was ticked is on paper, and is not ticked any more.
    """

    printed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._ticked: set[Ticked] = set()

    def tick(self, hand: Hand, wanted: bool) -> None:
        """Tick the card in view, or not."""
        if hand.deck is not None and hand.card is not None:
            ticked = (hand.deck.id, hand.part, hand.card.key)
            (self._ticked.add if wanted else self._ticked.discard)(ticked)

    def is_ticked(self, hand: Hand) -> bool:
        """Tell whether the card in view is ticked."""
        if hand.deck is None or hand.card is None:
            return False
        return (hand.deck.id, hand.part, hand.card.key) in self._ticked

    def open(self, hand: Hand, window: QWidget) -> None:
        """Choose what to print, and how; if nothing was ticked, the card in view.

        Before the first card that is all of the file.
        """
        decks = self._context.drills.decks()
        if not decks:
            return
        from trainer.ui.drills.print_sheet import PrintSheet

        ticked = set(self._ticked)
        if not ticked and hand.deck is not None:
            keys = cards(hand.deck, hand.part) if hand.card is None else [hand.card.key]
            ticked = {(hand.deck.id, hand.part, key) for key in keys}
        sheet = PrintSheet(self._context, decks, ticked, window)
        sheet.printed.connect(self._printed)
        sheet.open()

    def _printed(self, ticked: tuple[Ticked, ...]) -> None:
        self._ticked.difference_update(ticked)
        self.printed.emit()
