"""What is behind a drill: replies, what a good one holds, and how to repair it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills import wording
from trainer.language import _
from trainer.scenario.markup import plain
from trainer.ui import theme
from trainer.ui.practice.person_row import PersonRow
from trainer.ui.practice.region import Region
from trainer.ui.practice.two_columns import EDGE
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.drills.model import Drill, Repair, Reply

_LABEL_WIDTH = 108


class ReplyCard(Card):
    """One reply: its D, its words, what it does."""

    def __init__(self, reply: Reply, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(18, 14, 18, 16), spacing=6)
        self.body.addWidget(DChip(reply.d, self), 0, Qt.AlignmentFlag.AlignLeft)
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

    def tell(self, drill: Drill) -> None:
        """Show the replies to another drill."""
        _clear(self._cards)
        self._cards = [ReplyCard(reply, self) for reply in drill.replies]
        for card in self._cards:
            self._column.addWidget(card)
        self.setAccessibleDescription(wording.heard_replies(drill))


class PointsCard(Card):
    """What a good reply holds here, to tick off against one's own words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(20, 16, 20, 16), spacing=4)
        self.body.addWidget(Heading(_("Points that a good reply holds"), role=Role.SUBHEADING))
        self._words = PersonRow(self, name_width=_LABEL_WIDTH)
        self.body.addWidget(self._words)
        self._column = theme.lay(QVBoxLayout(), spacing=2)
        self.body.addLayout(self._column)
        self.body.addWidget(
            SoftLabel(_("To compare with your own words. Ticks are for you alone."))
        )
        self._boxes: list[CheckBox] = []

    def tell(self, points: Iterable[str], words: str) -> None:
        """Show the points of another drill, none of them ticked, and one's own words."""
        self._words.tell(_("Your words"), wording.quoted(words), literal=True)
        self._words.setVisible(bool(words))
        _clear(self._boxes)
        self._boxes = [CheckBox(plain(point), self) for point in points]
        for box in self._boxes:
            self._column.addWidget(box)


class RepairCard(Card):
    """For whoever said it: what I said, what it did, from now on, better not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(20, 16, 20, 16), spacing=8)
        self.body.addWidget(Heading(_("If it was you who said it"), role=Role.SUBHEADING))
        self._rows: list[PersonRow] = []

    def tell(self, repair: Repair) -> None:
        """Show how another line can be repaired."""
        told = wording.repair_rows(repair)
        while len(self._rows) < len(told):
            row = PersonRow(self, name_width=_LABEL_WIDTH)
            self._rows.append(row)
            self.body.addWidget(row)
        for row, (name, text) in zip(self._rows, told, strict=False):
            row.tell(name, text)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(told))


class Answers(QWidget):
    """Everything behind a drill."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=14)
        self.replies, self._points, self._repair = Replies(self), PointsCard(self), RepairCard(self)
        column.addWidget(self.replies)
        below = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0), spacing=14)
        below.addWidget(self._points)
        below.addWidget(self._repair)
        column.addLayout(below)

    def tell(self, drill: Drill, words: str) -> None:
        """Show what is behind another drill; ``words`` are one's own, or none."""
        self.replies.tell(drill)
        self._points.tell(drill.points, words)
        self._repair.tell(drill.repair)
        chain(self.replies, self._points, self._repair)


def _clear(widgets: Iterable[QWidget]) -> None:
    for widget in widgets:
        widget.hide()
        widget.deleteLater()
