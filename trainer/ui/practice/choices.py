"""The offered choices as numbered cards; pressing one chooses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.method import ds
from trainer.practice.wording import choice_words
from trainer.scenario.model import Kind
from trainer.ui import icons, theme
from trainer.ui.widgets.numbered_card import NumberedCard
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from trainer.method.ds import D
    from trainer.scenario.model import Choice


@dataclass(frozen=True, slots=True)
class Dealt:
    """What a card shows."""

    choice: Choice
    number: int
    d_shown: D | None
    tried: bool


class ChoiceCard(NumberedCard):
    """One choice: its number as a key, its words, below them its D when that is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dealt: Dealt | None = None

    def deal(self, dealt: Dealt) -> None:
        """Show another choice."""
        self.dealt = dealt
        self.show_words(dealt.number, choice_words(dealt.choice.kind, dealt.choice.words))

    def below(self) -> str:
        """Second line: the D where it is known, and whether it was tried."""
        dealt = self.dealt
        if dealt is None:
            return ""
        if dealt.d_shown is None:
            return _("You tried this.") if dealt.tried else ""
        if not dealt.tried:
            return ds.name(dealt.d_shown)
        return _("%(d)s · you tried this") % {"d": ds.name(dealt.d_shown)}

    def below_look(self) -> tuple[str, str]:
        """The D's own icon and colour."""
        d = self.dealt.d_shown if self.dealt is not None else None
        return super().below_look() if d is None else (icons.OF_D[d], theme.colours().of(d))

    def is_open_ended(self) -> bool:
        """Own words are still to be written."""
        return self.dealt is not None and self.dealt.choice.kind is Kind.OWN_WORDS


class Choices(QWidget):
    """A heading and the cards. Digits and arrows work while it is in view.

    Signals:
        chosen(object): the :class:`~trainer.scenario.model.Choice` of the pressed card.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=11)
        self._heading = Heading(_("What do you do?"))
        column.addWidget(self._heading)
        self._column = column
        self._cards: list[ChoiceCard] = []
        self._count = 0

    def deal(self, dealt: Sequence[Dealt]) -> None:
        """Show these choices, on the cards that are there already where that is enough."""
        while len(self._cards) < len(dealt):
            card = ChoiceCard(self)
            card.clicked.connect(self._pressed)
            self._column.addWidget(card)
            self._cards.append(card)
        for card, one in zip(self._cards, dealt, strict=False):
            card.deal(one)
        self._count = len(dealt)
        for index, card in enumerate(self._cards):
            card.setVisible(index < self._count)

    def cards(self) -> list[ChoiceCard]:
        """Cards in view, the first one first."""
        return self._cards[: self._count]

    def press(self, number: int) -> bool:
        """Press the card with this number; tell whether there is one."""
        if not 1 <= number <= self._count:
            return False
        self._cards[number - 1].click()
        return True

    def walk(self, by: int) -> None:
        """Move the focus to the next card, or to the first one."""
        cards = self.cards()
        if not cards:
            return
        at = next((index for index, card in enumerate(cards) if card.hasFocus()), None)
        to = (0 if by > 0 else len(cards) - 1) if at is None else at + by
        cards[min(len(cards) - 1, max(0, to))].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between cards with the arrows."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walk(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _pressed(self) -> None:
        card = self.sender()
        if isinstance(card, ChoiceCard) and card.dealt is not None:
            self.chosen.emit(card.dealt.choice)
