"""Who was there: a number, and if somebody needs it a list of names in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trainer.language import _, ngettext
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import TextBox, TextField
from trainer.ui.widgets.words import Heading, SoftLabel, Words
from trainer.workshop.after import files

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.workshop.after.model import Report

MOST = 10_000


class ThereCard(Card):
    """Asks how many were there. Names are kept nowhere but in the file that they are saved to.

    Signals:
        counted(object): so many people were in the room; None takes the number back.
        list_wanted(): the names shall be saved.
    """

    counted = Signal(object)
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self.body.addWidget(Heading(_("Who was there"), self))
        self.body.addWidget(Words(_("How many people were in the room?"), self))
        self.number = TextField(_("How many people were in the room?"), self)
        self.number.editingFinished.connect(self._count)
        self.body.addWidget(self.number)
        self.body.addWidget(
            SoftLabel(
                _("If somebody needs a list of names, write it here, one a line. It is saved "
                  "where you say, in the order of letters, with nothing of the answers. Upstander "
                  "keeps no names."),
                self,
            )
        )  # fmt: skip
        self.names = TextBox(_("Names of those who were there, one a line"), self, lines=3)
        self.names.edited.connect(self._said)
        self.body.addWidget(self.names)
        self.save = QuietButton(_("Save the names …"), self, icon="download")
        self.save.clicked.connect(self.list_wanted)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self._said()

    def show_report(self, report: Report) -> None:
        """Show what was counted."""
        self.number.setText("" if report.people is None else str(report.people))

    def listed(self) -> tuple[str, ...]:
        """Give the names that were written."""
        return files.names(self.names.text())

    def _said(self) -> None:
        count = len(self.listed())
        self.save.setEnabled(count > 0)
        said = ngettext("%(n)d name", "%(n)d names", count) % {"n": count}
        self.save.setAccessibleDescription(said if count else _("Write a name first."))

    def _count(self) -> None:
        text = self.number.text().strip()
        if not text:
            self.counted.emit(None)
        elif text.isdecimal() and int(text) <= MOST:
            self.counted.emit(int(text))
