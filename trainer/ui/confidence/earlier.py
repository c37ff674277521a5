"""What was answered before: to be looked at, and deleted one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.method import five_steps
from trainer.method.five_steps import Step
from trainer.ui import dates, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card, Divider
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, LineLabel, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.progress.confidence.confidence import Entry

_AT_FIRST = 6


class EntryRow(QWidget):
    """One day: its date, what was answered, and a button to delete it."""

    def __init__(self, entry: Entry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        day = dates.full(entry.day)
        column = theme.lay(QVBoxLayout(self), margins=(0, 4, 0, 4), spacing=4)
        head = FlowLayout(spacing=12)
        head.addWidget(LineLabel(day, self, role=Role.STRONG))
        head.add_stretch()
        self.delete = QuietButton(_("Delete"), self, icon="trash-2")
        self.delete.setAccessibleName(_("Delete the answers of %(day)s") % {"day": day})
        head.addWidget(self.delete)
        column.addLayout(head)
        answers = FlowLayout(spacing=18, line_spacing=2)
        for step in Step:
            if step in entry.answers:
                answers.addWidget(LineLabel(_told(step, entry.answers[step]), self, role=Role.NOTE))
        column.addLayout(answers)


def _told(step: Step, value: int) -> str:
    known = {"step": five_steps.name(step), "value": value}
    return _("%(step)s: %(value)d") % known


class EarlierCard(Card):
    """The answers of earlier days, the latest first.

    Signals:
        delete_wanted(object): an :class:`Entry`.
    """

    delete_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(24, 20, 24, 20), spacing=8)
        self.body.addWidget(Heading(_("What you answered")))
        self.body.addWidget(SoftLabel(_("From 1, not sure at all, to 5, very sure.")))
        self._column = theme.lay(QVBoxLayout(), spacing=6)
        self.body.addLayout(self._column)
        self._more = QuietButton("", self)
        self._more.clicked.connect(self._show_all)
        more = FlowLayout()
        more.addWidget(self._more)
        self.body.addLayout(more)
        self._parts: list[QWidget] = []
        self._entries: Sequence[Entry] = ()
        self._all = False

    def tell(self, entries: Sequence[Entry]) -> None:
        """Show these; they come in the order of answering."""
        self._entries = entries
        take_out(self._column, *self._parts)
        self._parts = []
        shown = list(reversed(entries))[: None if self._all else _AT_FIRST]
        for entry in shown:
            row = EntryRow(entry, self)
            row.delete.clicked.connect(self._delete)
            self._parts += [Divider(self), row]
        for part in self._parts:
            self._column.addWidget(part)
            part.show()
        hidden = len(entries) - len(shown)
        words = ngettext("Show %(n)d earlier day", "Show %(n)d earlier days", hidden)
        self._more.set_words(words % {"n": hidden})
        self._more.setVisible(hidden > 0)
        self.setVisible(bool(entries))

    def _show_all(self) -> None:
        self._all = True
        self.tell(self._entries)
        rows = [part for part in self._parts if isinstance(part, EntryRow)]
        rows[_AT_FIRST].delete.setFocus()

    def _delete(self) -> None:
        row = self.sender().parent()
        if isinstance(row, EntryRow):
            self.delete_wanted.emit(row.entry)
