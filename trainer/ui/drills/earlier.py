"""What one said to the same line before: to be looked at, and deleted one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills.wording import quoted
from trainer.language import _
from trainer.ui import dates, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, LineLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.progress.boosters.drilled import Earlier


class EarlierRow(QWidget):
    """One day, what was said, and a button to delete it."""

    def __init__(self, earlier: Earlier, parent: QWidget) -> None:
        super().__init__(parent)
        self.earlier = earlier
        day = dates.full(earlier.day)
        column = theme.lay(QVBoxLayout(self), margins=(0, 2, 0, 2), spacing=2)
        head = FlowLayout(spacing=12)
        when = LineLabel(day, self, role=Role.NOTE_STRONG)
        when.set_tone("soft")
        head.addWidget(when)
        head.add_stretch()
        self.delete = QuietButton(_("Delete"), self, icon="trash-2")
        self.delete.setAccessibleName(_("Delete what you said on %(day)s") % {"day": day})
        head.addWidget(self.delete)
        column.addLayout(head)
        words = StoryText(self)
        words.set_literal(quoted(earlier.words))
        words.setAccessibleName(_("What you said on %(day)s") % {"day": day})
        column.addWidget(words)


class EarlierWords(Card):
    """Words that were kept for the line in view; without any it is not there.

    Signals:
        delete_wanted(object): an :class:`Earlier`.
    """

    delete_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(20, 16, 20, 16), spacing=6)
        self.body.addWidget(Heading(_("What you said before"), role=Role.SUBHEADING))
        self._rows: list[EarlierRow] = []
        self.hide()

    def tell(self, earlier: Iterable[Earlier]) -> None:
        """Show these, the latest first."""
        take_out(self.body, *self._rows)
        self._rows = [EarlierRow(one, self) for one in earlier]
        for row in self._rows:
            row.delete.clicked.connect(self._pressed)
            self.body.addWidget(row)
            row.show()
        self.setVisible(bool(self._rows))

    def _pressed(self) -> None:
        pressed = self.sender()
        for row in self._rows:
            if row.delete is pressed:
                self.delete_wanted.emit(row.earlier)
