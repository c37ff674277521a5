"""The safety plan, and beside it the records of what happened. Kept only here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt

from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress.papers.paper_content import Kind
from trainer.ui.dialogs import AskSheet
from trainer.ui.plan import questions
from trainer.ui.plan.locked_pane import delete_all, what_goes
from trainer.ui.plan.paper_page import PaperPage
from trainer.ui.plan.side_cards import LockCard, RecordsCard, TurnCard
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.progress.papers.paper_rows import Broken
    from trainer.progress.papers.papers import Shelf
    from trainer.ui.context import Context
    from trainer.ui.page import KeyHelp


class SafetyPlanPage(PaperPage):
    """Everything may stay empty, and nothing says how much is done."""

    name: ClassVar[str] = "safety-plan"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._broken: tuple[Broken, ...] = ()
        self._print = QuietButton(_("Print …"), icon="printer")
        self._print.clicked.connect(self.print)
        self.left_column.addWidget(self._intro())
        self.form.ask(questions.PLAN)
        self.left_column.addWidget(self.form)
        self.records = RecordsCard()
        self.records.wanted.connect(self._open_record)
        self.records.broken_deleted.connect(self._ask_about_broken)
        self.lock_card = LockCard(context)
        self.lock_card.lock_wanted.connect(self.lock_now)
        said = _(
            "Someone to talk to, someone who walks along, legal help, places that take reports."
        )
        for card in (self.records, self.lock_card, TurnCard(context, said), self._deleting()):
            self.side_column.addWidget(card)
        self.side_column.addStretch(1)
        self.build()
        self.columns.arranged.connect(self._jump.setVisible)
        self._jump.setVisible(self.columns.is_one)

    def _intro(self) -> Card:
        card = Card(fill="wash", spacing=8)
        card.body.addWidget(Heading(_("A plan for a hard day"), card))
        kept = _(
            "Think about it on a calm day, so that it is there on a hard one. Everything may stay"
            " empty, and you can change it at any time. It stays on this computer."
        )
        passing = _(
            "Think about it on a calm day, so that it is there on a hard one. Everything may stay"
            " empty. Nothing of it is kept here: print what you want to have."
        )
        keeps = self.context.keeps
        card.body.addWidget(Words(kept if keeps else passing, card))
        jump = _("Records of what happened, and the lock, are below")
        self._jump = LinkButton(jump if keeps else _("Records of what happened are below"), card)
        self._jump.clicked.connect(self._go_to_records)
        card.body.addWidget(self._jump, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _deleting(self) -> Card:
        card = Card(fill="well", spacing=4, margins=(20, 12, 20, 12))
        self._delete_plan = LinkButton(_("Delete the safety plan …"), card)
        self._delete_plan.clicked.connect(self._ask_about_plan)
        self._delete_all = LinkButton(_("Delete the plan and all records …"), card)
        self._delete_all.clicked.connect(self._ask_about_all)
        for link in (self._delete_plan, self._delete_all):
            card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    # Page

    def title(self) -> str:
        """Name of the page."""
        return _("Safety plan")

    def bar_widgets(self) -> list[QWidget]:
        """Printing stands in the bar."""
        return [self._print, self.kept]

    def open(self, **what: Any) -> None:
        """Show the plan as it is kept."""
        self._fresh = self.paper is None
        self.refresh()

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [(_("Tab"), _("Go to the next question")), (_("Ctrl P"), _("Print the plan"))]

    def lock_shown(self, locked: bool) -> None:
        """Nothing can be printed while it cannot be read."""
        self._print.setEnabled(not locked)

    def show_papers(self, shelf: Shelf) -> None:
        """Show the plan, and list the records."""
        plans = shelf.of(Kind.PLAN)
        plan = plans[0] if plans else self.context.drawer.papers.new(Kind.PLAN)
        if self.paper is None or plan.id != self.paper.id or plan != self.paper:
            self.show_paper(plan)
        self._broken = shelf.broken
        incidents = sorted(shelf.of(Kind.INCIDENT), key=lambda one: one.made, reverse=True)
        self.records.show_records(incidents, shelf.broken)
        self._delete_plan.setEnabled(True)
        self._tell_lock()

    def _tell_lock(self) -> None:
        try:
            self.lock_card.show_lock(self.context.drawer.papers.has_lock)
        except KeepingError as error:
            self.context.tell(error)

    def empty(self) -> None:
        """Take away the plan, and the names of the records."""
        super().empty()
        self.records.show_records((), ())

    def lock_now(self) -> None:
        """Keep what is written, then lock."""
        self.keep()
        self.context.drawer.lock()

    def print(self) -> None:
        """Choose how to print the plan."""
        if self.paper is None or not self.locked.isHidden():
            return
        from trainer.ui.plan.print_sheet import PrintPlanSheet

        self.keep()
        PrintPlanSheet(self.context, self.written(), self.window()).open()

    def _go_to_records(self) -> None:
        self.records.new.setFocus(Qt.FocusReason.OtherFocusReason)
        self.columns.show_widget(self.records)

    def _open_record(self, record: object) -> None:
        self.context.open_page("what-happened", record=record)

    # Deleting

    def _ask(self, heading: str, sentences: tuple[str, ...], act: str) -> AskSheet:
        sheet = AskSheet(self.context, heading, sentences, act, self.window())
        sheet.open()
        return sheet

    def _ask_about_plan(self) -> None:
        sentences = (
            _("Your answers to all questions of the plan go. Your records stay."),
            _("Backups that hold the plan go, too, and a new one is made."),
            _("This cannot be undone. What you exported or saved elsewhere stays there."),
        )
        sheet = self._ask(_("Delete the safety plan?"), sentences, _("Delete it"))
        sheet.agreed.connect(self._delete_the_plan)

    def _ask_about_all(self) -> None:
        sheet = self._ask(
            _("Delete the plan and all records?"), what_goes(self.context), _("Delete them")
        )
        sheet.agreed.connect(self._delete_everything)

    def _ask_about_broken(self) -> None:
        sentences = (
            _("They were changed outside Upstander, or damaged. A backup may still hold them:"
              " restore it from the settings first, if you need them."),
            _("Backups that hold them go, too, and a new one is made."),
            _("This cannot be undone. What you exported or saved elsewhere stays there."),
        )  # fmt: skip
        sheet = self._ask(_("Delete what cannot be read?"), sentences, _("Delete it"))
        sheet.agreed.connect(self._delete_broken)

    def _delete_the_plan(self) -> None:
        paper = self.paper
        if paper is not None:
            # Else what was just typed would be kept once more.
            self.empty()
            self._delete([paper.id])

    def _delete_broken(self) -> None:
        self._delete([one.id for one in self._broken])

    def _delete(self, papers: list[str]) -> None:
        try:
            said = self.context.drawer.papers.delete(papers)
        except KeepingError as error:
            self.context.tell(error)
        else:
            self.context.notice(said)
        self.refresh()

    def _delete_everything(self) -> None:
        self.empty()
        delete_all(self.context)
