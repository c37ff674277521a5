"""Answering a line: in one's own words, with a reply that is there, or by making it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills import wording
from trainer.drills.attempt import Attempt, Side
from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.fields import TextBox
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.numbered_card import NumberedCard
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.drills.model import Drill


class Picks(QWidget):
    """The replies by their words alone, to take one; what each does comes afterwards.

    Signals:
        picked(str): id of a reply.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = theme.lay(QVBoxLayout(self), spacing=10)
        self._cards: list[NumberedCard] = []
        self._ids: list[str] = []

    def deal(self, drill: Drill) -> None:
        """Show the replies to another drill, on the cards that are there already."""
        while len(self._cards) < len(drill.replies):
            card = NumberedCard(self)
            card.clicked.connect(self._pressed)
            self._column.addWidget(card)
            self._cards.append(card)
        self._ids = [reply.id for reply in drill.replies]
        for index, card in enumerate(self._cards):
            card.setVisible(index < len(self._ids))
        for number, (card, reply) in enumerate(zip(self._cards, drill.replies, strict=False), 1):
            card.show_words(number, wording.reply(reply).plain())

    def press(self, number: int) -> None:
        """Take the reply with this number, if there is one."""
        if 1 <= number <= len(self._ids):
            self.picked.emit(self._ids[number - 1])

    def begin(self) -> None:
        """Put the keyboard on the first reply, unless fast hands are past them by now."""
        if self._cards and self.isVisible():
            self._cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows."""
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = next((index for index, card in enumerate(self._cards) if card.hasFocus()), None)
        if by is None or at is None:
            super().keyPressEvent(event)
            return
        to = min(len(self._ids) - 1, max(0, at + by))
        self._cards[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self) -> None:
        card = self.sender()
        if isinstance(card, NumberedCard):
            self.press(card.number)


class Answering(QWidget):
    """What stands below the line while nothing behind it shows.

    Signals:
        picked(str): a reply was taken; its id.
        side_wanted(object): meet the line from another :class:`Side`.
        order_changed(): what Tab comes to has changed.
    """

    picked = Signal(str)
    side_wanted = Signal(object)
    order_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt, self._side = Attempt(), Side.REPLY
        column = theme.lay(QVBoxLayout(self), spacing=8)
        self._heading = Heading(role=Role.SUBHEADING)
        self.box = TextBox(_("What would you say?"), hint=_("Your words, if you like"), lines=2)
        self.box.edited.connect(self._written)
        self.picks = Picks(self)
        self.picks.picked.connect(self.picked)
        self._yours, self._kept = SoftLabel(), SoftLabel()
        for part in (self._heading, self.box, self.picks, self._yours, self._kept):
            column.addWidget(part)
        column.addWidget(self._switches())

    def _switches(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, spacing=10, margins=(0, 4, 0, 0))
        self.pick = QuietButton(_("Pick a reply instead"), row, icon="list")
        self.write = QuietButton(_("Write it yourself"), row, icon="feather")
        self.other = QuietButton("", row, icon="repeat")
        self.pick.clicked.connect(self._offer_picks)
        self.write.clicked.connect(self._offer_box)
        self.other.clicked.connect(self._other_side)
        for button in (self.pick, self.write, self.other):
            flow.addWidget(button)
        return row

    def ask(self, drill: Drill, attempt: Attempt, side: Side, *, keeps: bool) -> None:
        """Ask about another drill, or from another side; what was begun stands there."""
        same = attempt is self._attempt
        self._attempt, self._side = attempt, side
        repair = side is Side.REPAIR
        asked = _("It was you who said this. What do you say now?")
        asked = asked if repair else _("What would you say?")
        self._heading.setText(asked)
        self.box.edit.setAccessibleName(asked)
        if self.box.text() != attempt.words:
            self.box.set_text(attempt.words)
        self.picks.deal(drill)
        self._yours.setText(
            _("If it was said to you: staying silent or walking away is an answer, too.")
        )
        self._yours.setVisible(not repair)
        self._kept.setText(
            _("Nobody judges this. It is kept on this computer once you go on.")
            if keeps
            else _("Nobody judges this, and it is gone when you close the window.")
        )
        self.other.setVisible(repair or drill.has_other_side)
        self.other.set_words(
            _("Somebody else said it") if repair else _("What if I had said this?")
        )
        self._show(picking=not repair and same and self.is_picking)

    @property
    def is_picking(self) -> bool:
        """Whether replies are offered instead of a place to write."""
        return not self.picks.isHidden()

    def _show(self, *, picking: bool) -> None:
        self.box.setVisible(not picking)
        self.picks.setVisible(picking)
        self.pick.setVisible(not picking and self._side is Side.REPLY)
        self.write.setVisible(picking)
        self.order_changed.emit()

    def _offer_picks(self) -> None:
        self._show(picking=True)
        # Once they are laid out, so that what scrolls can follow.
        QTimer.singleShot(0, self.picks, self.picks.begin)

    def _offer_box(self) -> None:
        self._show(picking=False)
        QTimer.singleShot(0, self, self.begin_writing)

    def begin_writing(self) -> None:
        """Put the keyboard where one writes, behind what stands there."""
        if self.box.isVisible():
            self.box.setFocus()
            self.box.edit.moveCursor(QTextCursor.MoveOperation.End)

    def _other_side(self) -> None:
        self.side_wanted.emit(Side.REPLY if self._side is Side.REPAIR else Side.REPAIR)

    def _written(self) -> None:
        if self.box.text() != self._attempt.words:
            self._attempt.write(self.box.text())
