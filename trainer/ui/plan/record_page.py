"""A record of what happened: first the questions before, then the form, and its printed sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt

from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress.papers.paper_content import Content, Kind, content
from trainer.ui import dates
from trainer.ui.dialogs import AskSheet
from trainer.ui.plan import questions
from trainer.ui.plan.before import Before
from trainer.ui.plan.paper_page import PaperPage
from trainer.ui.plan.questions import ASKED, COULD_NOT, FOR_WHOM, OTHER
from trainer.ui.plan.side_cards import TurnCard
from trainer.ui.widgets.bars.back_button import BackButton
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from trainer.progress.papers.papers import Paper, Shelf
    from trainer.ui.context import Context
    from trainer.ui.page import KeyHelp


class RecordPage(PaperPage):
    """Opened with ``record``, the id of one that is there; empty for a new one."""

    name: ClassVar[str] = "what-happened"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted = ""
        self._back = BackButton(context)
        self.before = Before()
        self.before.asked.connect(self._asked)
        self.before.begun.connect(self._begin)
        self.before.given_up.connect(self.context.go_back)
        self.before.afterwards_wanted.connect(self._afterwards)
        self.left_column.addWidget(self.before)
        self.left_column.addWidget(self._head())
        self.left_column.addWidget(self.form)
        self.left_column.addStretch(1)
        said = _(
            "You may report it or not; nobody has to. Get help lists places that take reports"
            " and says which of them work with the police."
        )
        self.side_column.addWidget(self._foot())
        self.side_column.addWidget(TurnCard(context, said))
        self.side_column.addStretch(1)
        self.build()

    def _head(self) -> Card:
        self._top = Card(fill="wash", spacing=6)
        self._whose = Heading("", self._top)
        self._theirs = Words("", self._top)
        for widget in (self._whose, self._theirs):
            self._top.body.addWidget(widget)
        return self._top

    def _foot(self) -> Card:
        self._about = Card(spacing=10)
        self._about.body.addWidget(Heading(_("This record"), self._about))
        self._when = SoftLabel("", self._about)
        self._about.body.addWidget(self._when)
        buttons = FlowLayout()
        self._print = QuietButton(_("Print …"), self._about, icon="printer")
        self._print.clicked.connect(self.print)
        buttons.addWidget(self._print)
        self._about.body.addLayout(buttons)
        self._delete_link = LinkButton(_("Delete this record …"), self._about, icon="trash-2")
        self._delete_link.clicked.connect(self._ask_to_delete)
        self._about.body.addWidget(self._delete_link, 0, Qt.AlignmentFlag.AlignLeft)
        return self._about

    # Page

    def title(self) -> str:
        """Name of the page, and nothing of what is on it."""
        return _("What happened")

    def way_back(self) -> QWidget:
        """Back to the plan."""
        return self._back

    def bar_widgets(self) -> list[QWidget]:
        """Whether it is kept stands in the bar."""
        return [self.kept]

    def open(self, **what: Any) -> None:
        """Show a record, or ask what is asked before a new one."""
        self._back.show_way()
        self._wanted = str(what.get("record") or "")
        self.keep()
        self.empty()
        self.refresh()
        self._fresh = True

    def focus_open(self) -> None:
        """Stand in the questions, or in the form."""
        (self.before if self.paper is None else self.form).focus_first()

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("1 to 3"), _("Answer, before you write")),
            (_("Backspace"), _("The question before, or back to the plan")),
            (_("Tab"), _("Go to the next question")),
            (_("Ctrl P"), _("Print the record")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with digits, step back with Backspace."""
        asks = self.locked.isHidden() and self.paper is None
        key = event.key()
        if asks and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.before.answer(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Backspace and not event.isAutoRepeat():
            if not (asks and self.before.step_back()):
                self.context.go_back()
        else:
            super().keyPressEvent(event)

    def show_papers(self, shelf: Shelf) -> None:
        """Show the record that was asked for; the questions before, where there is none."""
        if self.paper is None and self._wanted:
            found = shelf.paper(self._wanted)
            if found is not None:
                self._show_record(found)
        if self.paper is None and not self.before.step:
            self.before.start()
        self._arrange()

    def empty(self) -> None:
        """Take away the record, and what was answered before it."""
        super().empty()
        self.before.forget()

    def _arrange(self) -> None:
        """Show the questions, or the form."""
        writes = self.paper is not None
        self.before.setVisible(not writes)
        for widget in (self._top, self.form, self._about):
            widget.setVisible(writes)
        self.order_anew()

    def _show_record(self, paper: Paper) -> None:
        texts = dict(paper.content.texts)
        self.form.ask(questions.record(texts))
        self.show_paper(paper)
        other = texts.get(FOR_WHOM) == OTHER
        self._whose.setText(
            _("What happened to someone else") if other else _("What happened to you")
        )
        if texts.get(ASKED) == COULD_NOT:
            said = _(
                "You could not ask the person yet. Ask when you can, and show it to nobody before."
                " If they say no, delete it."
            )
        elif other:
            said = _("It is theirs. They decide who sees it, and what is done with it.")
        else:
            said = _("It is yours. Write what you want; everything may stay empty.")
        self._theirs.setText(said)
        self._when.setText(
            _("Begun on %(day)s. Nothing is sent anywhere.") % {"day": dates.day(paper.made)}
        )

    # Acting

    def _asked(self) -> None:
        self.order_anew()
        self.to_top_soon()

    def _begin(self, notes: object) -> None:
        assert isinstance(notes, dict)
        paper = self.context.drawer.papers.new(Kind.INCIDENT)
        self.before.forget()
        self._wanted = paper.id
        self._show_record(replace(paper, content=content(notes, {})))
        if self.paper is not None and self.paper.content.text("may_see"):
            # Somebody said who may see it: that is not lost by leaving now.
            self._keep_anew()
        self._arrange()
        self.form.focus_first()
        self.to_top_soon()

    def _keep_anew(self) -> None:
        paper = self.paper
        if paper is not None:
            self.paper = replace(paper, content=Content())
            self.keep()

    def _afterwards(self) -> None:
        self.context.open_page("method", page="five-ds", section="delay")

    def print(self) -> None:
        """Save the record as a sheet in the order of reporting forms."""
        paper = self.paper
        if paper is None or not self.locked.isHidden():
            return
        from trainer.ui.plan.print_sheet import PrintRecordSheet

        self.keep()
        sheet = PrintRecordSheet(self.context, self.written(), paper.made, self.window())
        sheet.open()

    def _ask_to_delete(self) -> None:
        sheet = AskSheet(
            self.context,
            _("Delete this record?"),
            (
                _("Everything that is written on it goes. Your plan and other records stay."),
                _("Backups that hold it go, too, and a new one is made."),
                _("This cannot be undone. What you exported or saved elsewhere stays there."),
            ),
            _("Delete it"),
            self.window(),
        )
        sheet.agreed.connect(self._delete)
        sheet.open()

    def _delete(self) -> None:
        paper = self.paper
        if paper is None:
            return
        self.empty()
        said = ""
        try:
            said = self.context.drawer.papers.delete([paper.id])
        except KeepingError as error:
            self.context.tell(error)
        self._wanted = ""
        self.context.open_page("safety-plan")
        if said:
            self.context.notice(said)
