"""What is behind a drill: a comparison, replies, how it went, and the way to the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills import wording
from trainer.drills.attempt import Side
from trainer.language import _
from trainer.ui import theme
from trainer.ui.drills.comparing import Compare
from trainer.ui.drills.earlier import EarlierWords
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.how_it_went import HowItWent
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.drills.attempt import Attempt
    from trainer.drills.model import Drill, Reply
    from trainer.progress.boosters.drilled import Earlier


class ReplyCard(Card):
    """One reply: its D, its words, what it does; and whether it is the one that was picked."""

    def __init__(self, reply: Reply, *, picked: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, fill="wash" if picked else "card", margins=(18, 14, 18, 16), spacing=6
        )
        head = FlowLayout(spacing=10)
        head.addWidget(DChip(reply.d, self))
        if picked:
            head.addWidget(SoftLabel(_("You picked this."), self, wrap=False))
        self.body.addLayout(head)
        said = wording.reply(reply)
        words = StoryText(self, role=Role.STRONG)
        words.set_markdown(said.text, said.marks())
        words.setAccessibleName(_("The reply"))
        does = StoryText(self, role=Role.NOTE)
        does.set_markdown(reply.does)
        does.setAccessibleName(_("What it does"))
        self.body.addWidget(words)
        self.body.addWidget(does)


class Replies(Region):
    """The replies. It takes the focus, so that they can be read before going on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Replies"))
        self._column = theme.lay(QVBoxLayout(self), margins=(EDGE, 0, 0, 0), spacing=12)
        self._column.addWidget(Heading(_("What can be said or done")))
        self._cards: list[ReplyCard] = []

    def tell(self, drill: Drill, picked: str) -> None:
        """Show the replies to another drill; ``picked`` is the id of one, or empty."""
        take_out(self._column, *self._cards)
        self._cards = [
            ReplyCard(reply, picked=reply.id == picked, parent=self) for reply in drill.replies
        ]
        for card in self._cards:
            self._column.addWidget(card)
        self.setAccessibleDescription(wording.heard_replies(drill))


class OtherSide(Card):
    """The way to meet the same line as the one who said it.

    Signals:
        wanted(): it is wanted.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(20, 16, 20, 16), spacing=8)
        self.body.addWidget(Heading(_("If it was you who said it"), role=Role.SUBHEADING))
        said = _(
            "The person it was said to deserves to have it made right. That can be practised, too."
        )
        self.body.addWidget(Words(said))
        self.button = QuietButton(_("Make it right"), self, icon="repeat")
        self.button.clicked.connect(self.wanted)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


class Answers(QWidget):
    """Everything behind a drill.

    Signals:
        rated(object): how it went, a :class:`Rating`.
        side_wanted(object): meet the line from another :class:`Side`.
    """

    rated = Signal(object)
    side_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=14)
        self.compare, self.replies = Compare(self), Replies(self)
        self.how = HowItWent(
            _("Did something that fits come to mind?"),
            _("In your own view. There is no score."),
            self,
        )
        self.earlier, self.other = EarlierWords(self), OtherSide(self)
        self.how.rated.connect(self.rated)
        self.other.wanted.connect(self._make_right)
        column.addWidget(self.compare)
        column.addWidget(self.replies)
        below = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0), spacing=14)
        below.addWidget(self.how)
        below.addWidget(self.earlier)
        below.addWidget(self.other)
        column.addLayout(below)

    def tell(self, drill: Drill, side: Side, attempt: Attempt, earlier: Sequence[Earlier]) -> None:
        """Show what is behind another drill, beside what was answered now and before."""
        repair = drill.repair if side is Side.REPAIR else None
        if repair is not None:
            self.compare.tell_repair(repair, attempt)
        else:
            self.compare.tell(drill, attempt)
            self.replies.tell(drill, attempt.picked)
        self.earlier.tell(earlier)
        self.replies.setVisible(repair is None)
        self.other.setVisible(repair is None and drill.has_other_side)
        chain(self.compare, self.replies, self.how, self.earlier, self.other)

    def _make_right(self) -> None:
        self.side_wanted.emit(Side.REPAIR)
