"""What stands beside the list: the purpose of the page, a file's notes, or a card of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills.hand import Part
from trainer.drills.model import Drill, Reflection
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui import reviewed, theme
from trainer.ui.drills.answers import Answers
from trainer.ui.drills.before import FileNotes, Welcome
from trainer.ui.drills.drill_card import DrillCard
from trainer.ui.drills.thought_card import ThoughtCard
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from trainer.drills.attempt import Attempt
    from trainer.drills.collection import Collection
    from trainer.drills.hand import Hand
    from trainer.drills.model import Deck
    from trainer.progress.boosters.drilled import Earlier
    from trainer.scenario.files.gathering import Placed


class Pane(QWidget):
    """One thing at a time; its widgets are kept and filled anew.

    Signals:
        another_wanted(): another file.
        done(): what one would say is written.
        picked(str): a reply was taken; its id.
        side_wanted(object): meet the line from another side.
        rated(object): how it went.
        ticked(bool): the card in view shall be printed, or not.
        order_changed(): what Tab comes to has changed.
    """

    another_wanted = Signal()
    done = Signal()
    picked = Signal(str)
    side_wanted = Signal(object)
    rated = Signal(object)
    ticked = Signal(bool)
    order_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place: Path | None = None
        self._back = QuietButton(_("Choose another"), self, icon="arrow-left")
        self._back.clicked.connect(self.another_wanted)
        self._welcome, self._notes = Welcome(self), FileNotes(self)
        self.drill, self.thought, self.answers = DrillCard(self), ThoughtCard(self), Answers(self)
        self._origin = SoftLabel("", self, role=Role.SMALL)
        cards: tuple[QWidget, ...] = (self._welcome, self.drill, self.thought)
        self._parts = (*cards, self._notes, self.answers, self._origin)
        column = theme.lay(QVBoxLayout(self), spacing=18)
        above = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0), spacing=12)
        below = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0))
        above.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        for card in cards:
            above.addWidget(card)
        below.addWidget(self._origin)
        column.addLayout(above)
        column.addWidget(self._notes)
        column.addWidget(self.answers)
        column.addLayout(below)
        self.drill.done.connect(self.done)
        self.drill.answering.picked.connect(self.picked)
        self.drill.answering.order_changed.connect(self.order_changed)
        for asks in (self.drill.answering, self.answers):
            asks.side_wanted.connect(self.side_wanted)
        self.answers.rated.connect(self.rated)
        self.drill.head.ticked.connect(self.ticked)
        self.thought.head.ticked.connect(self.ticked)

    def welcome(self, collection: Collection, *, keeps: bool) -> None:
        """Say what the page is for."""
        self._welcome.tell(collection, keeps=keeps)
        self._show(self._welcome)

    def introduce(self, placed: Placed[Deck], part: Part) -> None:
        """Say what a file holds, before its first card."""
        self._notes.tell(placed, part)
        self._show(self._notes)

    def show_card(
        self,
        hand: Hand,
        attempt: Attempt,
        earlier: Sequence[Earlier],
        *,
        soften: bool,
        ticked: bool,
        keeps: bool,
    ) -> None:
        """Show the card in view, with what was answered so far, and what was said before."""
        place, card, deck = (hand.number, hand.count), hand.card, hand.deck
        if isinstance(card, Drill):
            self.drill.show_drill(card, place, soften=soften, ticked=ticked)
            self.drill.answering.ask(card, attempt, hand.side, keeps=keeps)
            self.drill.answering.setVisible(not hand.is_turned)
            if hand.is_turned:
                self.answers.tell(card, hand.side, attempt, earlier)
                self._show(self.drill, self.answers, self._origin)
            else:
                self._show(self.drill, self._origin)
        elif isinstance(card, Reflection):
            self.thought.show_reflection(card, place, turned=hand.is_turned, ticked=ticked)
            self._show(self.thought, self._origin)
        if deck is not None:
            status = reviewed.told(deck, self.place)
            known = {"title": plain(deck.title), "status": status}
            self._origin.setText(_("From %(title)s. %(status)s.") % known)

    def reading(self, hand: Hand) -> QWidget:
        """Give the part that is to be read now."""
        if hand.card is None:
            return self._notes
        if hand.part is Part.DRILLS:
            return self.answers.compare if hand.is_turned else self.drill.spoken
        return self.thought.thought if hand.is_turned else self.thought.question

    def press(self, number: int) -> None:
        """Take the reply with this number, where replies are offered."""
        if self.drill.answering.picks.isVisible():
            self.drill.answering.picks.press(number)

    def offer_back(self, offered: bool) -> None:
        """Offer the way back to the files above the card, or do not."""
        self._back.setVisible(offered)

    def _show(self, *shown: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part in shown)
