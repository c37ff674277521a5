"""Workshops that are kept here: interrupted ones first, then those that ended."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui import theme
from trainer.ui.dialogs import AskSheet
from trainer.ui.page import Page
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.renewing import TileSection
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.workshop import keeping
from trainer.ui.workshop.home.kept_card import KeptCard
from trainer.workshop.keeping import deleting, going_on
from trainer.workshop.keeping.listing import Condition, Kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.ui.context import Context

_LEAST = 400
_UNFINISHED = (Condition.OPEN, Condition.INTERRUPTED)


def ask_journal(parent: QWidget) -> str:
    """Ask which file is the journal, in the system's own dialog; empty if none."""
    title, kinds = _("The journal of a workshop"), _("Journals (*.jsonl);;All files (*)")
    return QFileDialog.getOpenFileName(parent, title, "", kinds)[0]


class KeptPart(QWidget):
    """Looks what is kept each time it is shown, and lets go of what is past its date.

    ``unfinished`` holds those that are not finished, and stands elsewhere on the page: whoever
    had a crash looks for that first. ``ask`` chooses a journal: (parent).
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.ask: Callable[[QWidget], str] = ask_journal
        self.cards: list[KeptCard] = []
        self.unfinished = QWidget()
        self._sections: list[QWidget] = []
        self._going: Kept | None = None
        self._above = theme.lay(QVBoxLayout(self.unfinished))
        self._column = theme.lay(QVBoxLayout(self), spacing=22)
        foot = QWidget(self)
        flow = FlowLayout(foot)
        self.take = QuietButton(_("Use a journal from another laptop …"), foot, icon="hard-drive")
        self.take.clicked.connect(self._take_up)
        flow.addWidget(self.take)
        self._column.addWidget(foot)

    def look(self) -> None:
        """Show what is kept now."""
        try:
            kept = keeping.look(self._context).kept
        except UpstanderError as error:
            self._context.tell(error)
            kept = ()
        self._show(kept)

    def _show(self, every: tuple[Kept, ...]) -> None:
        for column in (self._above, self._column):
            take_out(column, *self._sections)
        self.cards, self._sections = [], []
        open_ = [one for one in every if one.condition in _UNFINISHED]
        ended = [one for one in every if one.condition not in _UNFINISHED]
        self.unfinished.setVisible(bool(open_))
        if open_:
            self._above.addWidget(self._section(_("Not finished yet"), open_, self.unfinished))
        if ended:
            self._column.insertWidget(0, self._section(_("Held before"), ended, self))
        for section in self._sections:
            # At once: while the page is in view, the layout would show it only later.
            section.show()

    def _section(self, heading: str, every: list[Kept], parent: QWidget) -> QWidget:
        is_here = self._is_here()
        cards = [KeptCard(kept, is_here=is_here) for kept in every]
        for card in cards:
            card.go_on_wanted.connect(self._go_on)
            card.back_wanted.connect(self._back)
            card.report_wanted.connect(self._report)
            card.delete_wanted.connect(self._ask_delete)
        self.cards += cards
        section = TileSection(heading, cards, parent, least=_LEAST)
        self._sections.append(section)
        return section

    def _is_here(self) -> bool:
        """Whether this window leads the workshop that is open."""
        consoles = (one for one in self.window().findChildren(Page) if one.name == "workshop")
        return any(getattr(one, "bridge", None) is not None for one in consoles)

    # What can be done

    def _back(self) -> None:
        self._context.open_page("workshop")

    def _go_on(self, kept: Kept) -> None:
        self._open(partial(going_on.go_on, kept.folder))

    def _take_up(self) -> None:
        chosen = self.ask(self.window())
        if chosen:
            self._open(partial(going_on.take_up, Path(chosen)))

    def _open(self, make: Callable[[], going_on.GoneOn]) -> None:
        if not keeping.go_on(self._context, make):
            self.look()

    def _report(self, kept: Kept) -> None:
        self._context.open_page("workshop-after", folder=kept.folder)

    def _ask_delete(self, kept: Kept) -> None:
        name = kept.name
        ended = kept.condition is Condition.ENDED
        goes = (
            _("Its report goes: times, votes, what was left for later.")
            if ended
            else _("Its journal goes: where it stood, votes, questions. It cannot go on then.")
        )
        stays = _("The plan stays. This cannot be undone. What you saved elsewhere stays there.")
        heading = _("Delete what is kept of “%(title)s”?") % {"title": name}
        sheet = AskSheet(self._context, heading, (goes, stays), _("Delete it"), self.window())
        self._going = kept
        sheet.agreed.connect(self._delete)
        sheet.open()

    def _delete(self) -> None:
        if self._going is None:
            return
        try:
            deleting.delete(self._going.folder)
        except UpstanderError as error:
            self._context.tell(error)
        else:
            self._context.notice(_("It is deleted."))
        self.look()
