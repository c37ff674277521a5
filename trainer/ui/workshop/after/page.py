"""After a workshop: what stays of it and until when, and what people can take home."""

from __future__ import annotations

import weakref
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer import saving, spreadsheets
from trainer.errors import KeepingError
from trainer.language import _
from trainer.ui import dates, theme
from trainer.ui.page import KeyHelp, Page
from trainer.ui.paper import saving_as
from trainer.ui.paper.printing import save_pdf
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.two_columns import TwoColumns
from trainer.ui.widgets.words import Heading, Words
from trainer.ui.workshop import until_closed
from trainer.ui.workshop.after import printed
from trainer.ui.workshop.after.keep_card import KeepCard
from trainer.ui.workshop.after.later_card import LaterCard
from trainer.ui.workshop.after.report_view import ReportView
from trainer.ui.workshop.after.there_card import ThereCard
from trainer.workshop.after import files, settling, written
from trainer.workshop.keeping import deleting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from trainer.ui.context import Context
    from trainer.workshop.after.model import Parked
    from trainer.workshop.after.settling import Settled
    from trainer.workshop.workshop import Workshop


def say_day(wall: float) -> str:
    """Give the day of a moment as people here read it."""
    return dates.full(written.iso_day(wall))


class WorkshopAfterPage(Page):
    """Opened with ``workshop``, one that has just ended, or with the ``folder`` of an earlier one.

    ``ask`` chooses files.
    """

    name: ClassVar[str] = "workshop-after"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ask: saving_as.Ask = saving_as.ask_where
        self.settled: Settled | None = None
        self._report: ReportView | None = None
        self._workshop: weakref.ref[Workshop] | None = None
        self._folder: Path | None = None
        self._left = QWidget()
        self._left_column = theme.lay(QVBoxLayout(self._left), spacing=theme.GAP)
        self._left_column.addWidget(self._head())
        self.later = LaterCard()
        self.later.changed.connect(self._parked)
        self._left_column.addWidget(self.later)
        self._left_column.addStretch(1)
        self.columns = TwoColumns(self._left, self._side(), shares=(760, 440), edge=0, parent=self)
        theme.lay(QVBoxLayout(self)).addWidget(self.columns)

    def _head(self) -> Card:
        card = Card(fill="wash", spacing=10)
        self._title = Heading("", card)
        card.body.addWidget(self._title)
        card.body.addWidget(
            Words(
                _("Thank you for holding this room. Here is what stays of it, without anybody’s "
                  "own answers. If something stays with you, you need not be alone with it."),
                card,
            )
        )  # fmt: skip
        buttons = FlowLayout()
        self.save_pdf = PrimaryButton(_("Save the report …"), card, icon="printer")
        self.save_pdf.clicked.connect(self.save_report)
        self.save_csv = QuietButton(_("As a table …"), card, icon="table-2")
        self.save_csv.clicked.connect(self.save_table)
        self.save_text = QuietButton(_("As text …"), card, icon="download")
        self.save_text.clicked.connect(self.save_markdown)
        self.help = QuietButton(_("Get help"), card, icon="life-buoy")
        self.help.clicked.connect(self._to_help)
        for button in (self.save_pdf, self.save_csv, self.save_text, self.help):
            buttons.addWidget(button)
        card.body.addLayout(buttons)
        return card

    def _side(self) -> QWidget:
        side = QWidget()
        column = theme.lay(QVBoxLayout(side), spacing=theme.GAP)
        home = Card(spacing=10)
        home.body.addWidget(Heading(_("To take home"), home))
        home.body.addWidget(
            Words(_("A page for everybody: five ways to step in, what one can do, and where "
                    "to turn."), home)
        )  # fmt: skip
        self.hand_out = QuietButton(_("Save the hand-out …"), home, icon="printer")
        self.hand_out.clicked.connect(self.save_hand_out)
        home.body.addWidget(self.hand_out, 0, Qt.AlignmentFlag.AlignLeft)
        self.keep = KeepCard(self.context, say_day)
        self.keep.chosen.connect(self._keep_days)
        self.keep.unwanted.connect(self.delete)
        self.there = ThereCard()
        self.there.counted.connect(self._counted)
        self.there.list_wanted.connect(self.save_names)
        for card in (home, self.keep, self.there):
            column.addWidget(card)
        column.addStretch(1)
        return side

    # Page

    def title(self) -> str:
        """Name of the page."""
        return _("After the workshop")

    def way_back(self) -> QWidget:
        """To the page from which workshops start: one that has ended is not gone back to."""
        back = QuietButton(_("Workshop"), icon="arrow-left")
        back.setAccessibleName(_("To the page of workshops"))
        back.clicked.connect(self._to_home)
        return back

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [(_("Ctrl P"), _("Save the report")), (_("Backspace"), _("To the workshops"))]

    def open(self, **what: Any) -> None:
        """Let a workshop settle, or show one that has."""
        self._let_go()
        workshop, folder = what.get("workshop"), what.get("folder")
        if workshop is not None:
            self._settle(workshop)
        elif folder is not None:
            self._read(Path(folder))
        self.columns.to_top()

    def _settle(self, workshop: Workshop) -> None:
        before = (
            self._folder if self._workshop is not None and self._workshop() is workshop else None
        )
        if before is not None:
            self._read(before)
            return
        try:
            ended = workshop.state.ended is not None
            settled = settling.settle(workshop) if ended else _unkept(workshop)
        except KeepingError as error:
            settled = _unkept(workshop)
            self.context.tell(error)
        # The phones' answers are in it: the page does not hold on to it.
        self._workshop, self._folder = weakref.ref(workshop), settled.folder
        self._show(settled)

    def _read(self, folder: Path) -> None:
        try:
            self._show(settling.read(folder))
        except KeepingError as error:
            self.context.tell(error)

    def shown(self) -> None:
        """Stand on what most come for."""
        self.save_pdf.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl P saves, Backspace leads to the workshops."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_P and control:
            self.save_report()
        elif event.key() == Qt.Key.Key_Backspace and not event.isAutoRepeat():
            self._to_home()
        else:
            super().keyPressEvent(event)

    # Showing

    def _let_go(self) -> None:
        self.there.names.set_text("")
        self.settled = None

    def _show(self, settled: Settled) -> None:
        self.settled = settled
        until_closed.note(self.context, settled, self.window())
        self._title.setText(settled.report.title)
        self.keep.show_settled(settled)
        self.there.show_report(settled.report)
        self._show_report()

    def _show_report(self) -> None:
        assert self.settled is not None
        take_out(self._left_column, self._report)
        self._report = ReportView(self.settled.report, say_day, self._left)
        self._left_column.insertWidget(1, self._report)
        self._report.show()
        self.later.show_parked(self.settled.report.parked)

    # Changing

    def _change(self, **changes: Any) -> None:
        if self.settled is None:
            return
        try:
            self.settled = settling.change(self.settled, **changes)
        except KeepingError as error:
            self.context.tell(error)
        until_closed.note(self.context, self.settled, self.window())
        self.keep.show_settled(self.settled)

    def _keep_days(self, count: int) -> None:
        self._change(keep_days=count)
        self.context.announce(self.keep.when.text())

    def _parked(self, parked: tuple[Parked, ...]) -> None:
        if self.settled is not None:
            self._change(report=replace(self.settled.report, parked=parked))

    def _counted(self, people: int | None) -> None:
        if self.settled is not None and people != self.settled.report.people:
            self._change(report=replace(self.settled.report, people=people))
            self._show_report()

    def delete(self) -> None:
        """Delete it now."""
        if self.settled is None or self.settled.folder is None:
            return
        try:
            deleting.delete(self.settled.folder)
        except KeepingError as error:
            self.context.tell(error)
            return
        self.settled = None
        self.context.open_page("workshop-home")
        self.context.notice(_("The workshop was deleted from this computer."))

    # Saving

    def save_report(self) -> None:
        """Ask where, then write the report as PDF."""
        if self.settled is None:
            return
        report = self.settled.report
        self._save_pdf(report.title, partial(printed.report_pdf, report, say_day))

    def save_hand_out(self) -> None:
        """Ask where, then write what people take home."""
        if self.settled is None:
            return
        # Only whoever prints needs what draws it.
        from trainer.ui.workshop.printed import parts

        out = self.settled.hand_out
        title = _("To take home: %(title)s") % {"title": out.title}
        self._save_pdf(title, partial(parts.hand_out_pdf, out))

    def _save_pdf(self, title: str, make: Callable[[], bytes]) -> None:
        chosen = self.ask(self, _("Save as"), f"{_file_name(title)}.pdf", _("PDF (*.pdf)"))
        if chosen:
            save_pdf(self.context, chosen, make, self._safe())

    def save_table(self) -> None:
        """Ask where, then write the report as CSV."""
        if self.settled is not None:
            report = self.settled.report
            data = files.as_csv(report).encode(spreadsheets.ENCODING)
            self._save(report.title, "csv", _("Table (*.csv)"), data)

    def save_markdown(self) -> None:
        """Ask where, then write the report as Markdown."""
        if self.settled is not None:
            report = self.settled.report
            data = files.markdown(report, say_day).encode()
            self._save(report.title, "md", _("Text in Markdown (*.md)"), data)

    def save_names(self) -> None:
        """Ask where, then write the names as a file of their own."""
        listed = self.there.listed()
        if self.settled is not None and listed:
            report = self.settled.report
            text = files.attendance(report.title, written.iso_day(report.held), listed)
            name = _("Who was there: %(title)s") % {"title": report.title}
            self._save(name, "csv", _("Table (*.csv)"), text.encode(spreadsheets.ENCODING))

    def _save(self, title: str, ending: str, filters: str, data: bytes) -> None:
        chosen = self.ask(self, _("Save as"), f"{_file_name(title)}.{ending}", filters)
        if chosen:
            act = partial(saving.save, data=data, safe=self._safe())
            saving_as.write(self.context, chosen, ending, act)

    def _safe(self) -> str:
        return _("The report is still on this page.")

    def _to_home(self) -> None:
        self.context.open_page("workshop-home")

    def _to_help(self) -> None:
        self.context.open_page("help")


def _unkept(workshop: Workshop) -> Settled:
    """Give what stays of a workshop that could not be written; its journal holds it still."""
    began, now = workshop.began_at or 0.0, workshop.wall()
    return settling.of(workshop.making, workshop.state, None, began, now, workshop.keep_days)


def _file_name(title: str) -> str:
    """Give a title as the name of a file on any system."""
    kept = "".join(one if one.isalnum() or one in " -" else " " for one in title)
    return " ".join(kept.split())[:80] or "workshop"
