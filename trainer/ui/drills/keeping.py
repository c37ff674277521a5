"""What is answered to drills: begun on the page, then kept, looked at again, deleted."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.drills.attempt import Attempt
from trainer.drills.model import Drill
from trainer.drills.wording import quoted
from trainer.errors import KeepingError
from trainer.language import _
from trainer.ui import dates
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.drills.attempt import Side
    from trainer.drills.hand import Hand
    from trainer.progress.boosters.boosters import Rating
    from trainer.progress.boosters.drilled import Earlier
    from trainer.ui.context import Context


class Keeping(QObject):
    """Holds what was begun for each line, from each side, until it is kept.

    Signals:
        deleted(): something that was said before is gone.
    """

    deleted = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._attempts: dict[tuple[str, str, Side], Attempt] = {}
        self._deleting = ""

    def attempt(self, hand: Hand) -> Attempt:
        """What is answered to the card in view, from the side from which it is met."""
        if hand.deck is None or not isinstance(hand.card, Drill):
            return Attempt()
        return self._attempts.setdefault((hand.deck.id, hand.card.key, hand.side), Attempt())

    def keep(self, hand: Hand, rating: Rating | None) -> bool:
        """Keep the answer to the card in view; tell whether it is kept."""
        from trainer.progress.boosters import drilled

        if hand.deck is None or not isinstance(hand.card, Drill):
            return False
        deck, store, attempt = hand.deck.id, self._context.store, self.attempt(hand)
        try:
            drilled.keep(store, deck, hand.card, hand.side, attempt, rating)
        except KeepingError as error:
            self._context.tell(error)
            return False
        del self._attempts[deck, hand.card.key, hand.side]
        self._context.runs_changed.emit()
        return True

    def earlier(self, hand: Hand) -> list[Earlier]:
        """Give what one said to the card in view before, once it is turned."""
        from trainer.progress.boosters import drilled

        if hand.deck is None or not isinstance(hand.card, Drill) or not hand.is_turned:
            return []
        try:
            return drilled.earlier(self._context.store, hand.deck.id, hand.card.key, hand.side)
        except KeepingError as error:
            self._context.tell(error)
            return []

    def ask_to_delete(self, earlier: Earlier, window: QWidget) -> None:
        """Ask before what one said is deleted."""
        self._deleting = earlier.answer
        sheet = AskSheet(
            self._context,
            _("Delete what you said on %(day)s?") % {"day": dates.full(earlier.day)},
            (
                quoted(earlier.words),
                _("It goes from the backups as well. This cannot be undone."),
                _("That you practised that day stays."),
            ),
            _("Delete"),
            window,
        )
        sheet.agreed.connect(self._delete)
        sheet.open()

    def _delete(self) -> None:
        from trainer.progress.boosters import drilled

        try:
            with suppress(LookupError):
                drilled.forget(self._context.store, self._deleting)
        except KeepingError as error:
            self._context.tell(error)
        self.deleted.emit()
