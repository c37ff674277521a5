"""Until when a workshop is kept: the day, another one, or deleting it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trainer.language import _, ngettext
from trainer.ui.dialogs import AskSheet
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import Dropdown
from trainer.ui.widgets.words import Heading, SoftLabel, Words
from trainer.workshop.keeping.dates import DAY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.workshop.after.settling import Settled
    from trainer.workshop.after.written import SayDay

DAYS = (0, 7, 30, 90, 365)
"""Days that can be chosen; what the plan says is among them as well."""


def days(count: int) -> str:
    """Say how many days something is kept."""
    if not count:
        return _("Delete it when Upstander closes")
    return ngettext("Keep it %(n)d day", "Keep it %(n)d days", count) % {"n": count}


class KeepCard(Card):
    """Says the day on which it goes.

    Signals:
        chosen(int): it shall be kept so many days.
        unwanted(): it shall be deleted now; that was asked about.
    """

    chosen = Signal(int)
    unwanted = Signal()

    def __init__(self, context: Context, say_day: SayDay, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._context = context
        self._say_day = say_day
        self._title = ""
        self.body.addWidget(Heading(_("Until when"), self))
        self.when = Words("", self)
        self.body.addWidget(self.when)
        self.days = Dropdown(_("How long the report is kept"), self)
        self.days.currentIndexChanged.connect(self._picked)
        self.body.addWidget(self.days)
        self._how = SoftLabel("", self)
        self.body.addWidget(self._how)
        self.delete = LinkButton(_("Delete it now …"), self, icon="trash-2")
        self.delete.clicked.connect(self.ask_to_delete)
        self.body.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)

    def show_settled(self, settled: Settled) -> None:
        """Show until when one is kept."""
        self._title = settled.report.title
        self.days.blockSignals(True)
        self.days.clear()
        for count in sorted({*DAYS, settled.keep_days}):
            self.days.add(days(count), count)
        self.days.choose(settled.keep_days)
        self.days.blockSignals(False)
        is_kept = settled.folder is not None
        said, how = _until(settled, self._say_day)
        self.when.setText(said)
        self._how.setText(how)
        self.days.setVisible(is_kept)
        self.delete.setVisible(is_kept)

    def _picked(self, _index: int) -> None:
        self.chosen.emit(int(str(self.days.value())))

    def ask_to_delete(self) -> None:
        """Ask, and say what goes."""
        sheet = AskSheet(
            self._context,
            _("Delete this workshop?"),
            (
                _("The report of “%(title)s” goes: times, votes, what was left for later.")
                % {"title": self._title},
                _("It cannot be brought back. Files that you saved elsewhere stay."),
            ),
            _("Delete"),
            self.window(),
        )
        sheet.agreed.connect(self.unwanted)
        sheet.open()


def _until(settled: Settled, say_day: SayDay) -> tuple[str, str]:
    """Say until when it is kept, and what deletes it."""
    if settled.folder is None:
        return (
            _("It is on this page alone, until you close Upstander or look at another workshop."),
            _("What you save elsewhere is yours, and stays."),
        )
    if not settled.keep_days:
        return (
            _("The report stays until you close Upstander, or delete it here. You can go to other"
              " pages and come back."),
            _("Should this computer stop before, it is deleted the next time Upstander is opened. "
              "What you save elsewhere is yours, and stays."),
        )  # fmt: skip
    day = say_day(settled.ended + settled.keep_days * DAY)
    return (
        _("The report is kept on this computer until %(day)s.") % {"day": day},
        _("It is deleted when Upstander is opened on that day or later. "
          "What you save elsewhere is yours, and stays."),
    )  # fmt: skip
