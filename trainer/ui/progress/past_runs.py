"""Past runs: every run that is kept, its decisions, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from trainer.errors import KeepingError, ScenarioError, UpstanderError
from trainer.language import _
from trainer.ui import theme
from trainer.ui.along.button import ExportButton
from trainer.ui.organisation.line import OrganisationLine
from trainer.ui.page import KeyHelp, Page
from trainer.ui.practice import runs
from trainer.ui.practice.run_words import run_line
from trainer.ui.progress.run_detail import RunDetailPane
from trainer.ui.progress.run_model import RunDelegate, RunModel
from trainer.ui.progress.run_story import lines
from trainer.ui.widgets.buttons import PrimaryButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.scroll_bar import SlimScrollBar
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.two_columns import TwoColumns
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.practice.session import Session
    from trainer.progress.summaries import RunSummary
    from trainer.scenario.model import Scenario
    from trainer.ui.context import Context


class RunList(QTableView):
    """The list; it reads only what is in view.

    A table of one column: Qt's list asks for each of its rows when it is laid out, which
    takes long for tens of thousands.
    """

    def __init__(self, model: RunModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(RunDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAccessibleName(_("Past runs"))
        self.setAccessibleDescription(_("Newest first. The chosen run is shown beside the list."))
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.fix(self, height=220, at_least=True)
        self.restyled()

    def restyled(self) -> None:
        """Rows of the new height."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(RunDelegate.tall())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End lead to the first and the last run."""
        rows = self.model().rowCount()
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: rows - 1}
        row = ends.get(Qt.Key(event.key()))
        if row is not None and rows:
            self.setCurrentIndex(self.model().index(row, 0))
        else:
            super().keyPressEvent(event)


class PastRunsPage(Page):
    """A list, and beside it the run that is chosen."""

    name: ClassVar[str] = "past-runs"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._stale = True
        self._chosen = ""
        self._model = RunModel(context.store)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._make_empty())
        self._layers.addWidget(self._make_full())
        self._export = ExportButton(context)
        # The list stands before the first run is read in full: that needs its scenario.
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show_chosen)
        context.runs_changed.connect(self._runs_changed)
        context.library_changed.connect(self._runs_changed)

    def _make_empty(self) -> QWidget:
        empty = Scroller()
        column = theme.lay(QVBoxLayout(empty.content), margins=(24, 22, 24, 24))
        card = Card(spacing=12, margins=(24, 24, 24, 24))
        card.body.addWidget(Heading(_("Nothing here yet")))
        card.body.addWidget(
            Words(
                _(
                    "Here you will find each run with its decisions, what followed, and what"
                    " you wrote. You can play any decision again from here."
                )
            )
        )
        self._first_step = PrimaryButton(_("Choose a scenario"), icon="footprints")
        self._first_step.clicked.connect(self._to_library)
        card.body.addWidget(self._first_step, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(card)
        column.addStretch(1)
        return empty

    def _make_full(self) -> QWidget:
        self.list = RunList(self._model)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.activated.connect(self._activated)
        left = Card(margins=(10, 14, 10, 10), spacing=8)
        left.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._kept = SoftLabel()
        left.body.addWidget(self._kept)
        left.body.addWidget(OrganisationLine(self.context))
        left.body.addWidget(self.list, 1)
        self.detail = RunDetailPane()
        self.detail.wanted.connect(self._wanted)
        self.detail.replay_wanted.connect(self._replay)
        self.detail.look_wanted.connect(self._look_again)
        self.detail.hide()
        self._columns = TwoColumns(left, self.detail, shares=(400, 720), edge=0)
        return self._columns

    # Page

    def title(self) -> str:
        """Name of the page."""
        return _("Past runs")

    def bar_widgets(self) -> list[QWidget]:
        """Export stands in the bar."""
        return [self._export]

    def open(self, **what: Any) -> None:
        """Read the list anew if anything has changed since."""
        if self._stale:
            self._read()

    def shown(self) -> None:
        """Put the keyboard on the list, or on the first step."""
        if self._model.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._first_step.setFocus(Qt.FocusReason.OtherFocusReason)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("Up, Down"), _("Choose another run")),
            (_("Enter"), _("Go on with the chosen run, or open its debrief")),
            (_("Delete"), _("Delete the chosen run, after asking")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete the chosen run, or scroll."""
        if event.key() == Qt.Key.Key_Delete and self._chosen:
            self._wanted("delete")
        elif not self._columns.scroll_by_key(event):
            super().keyPressEvent(event)

    # Reading

    def _runs_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        try:
            self._model.read(self.context.store)
        except KeepingError as error:
            self.context.tell(error)
        self._stale = False
        any_runs = bool(self._model.rowCount())
        self._layers.setCurrentIndex(1 if any_runs else 0)
        self._kept.setText(
            _("Stored only on this computer")
            if self.context.keeps
            else _("Not kept: this list goes when you close Upstander")
        )
        if any_runs:
            row = self._model.row_of(self._chosen) if self._chosen else 0
            self.list.setCurrentIndex(self._model.index(row, 0))
        else:
            self._chosen = ""
            self.detail.hide()

    def _current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        run = self._model.run(now.row()) if now.isValid() else None
        self._chosen = run.run if run is not None else ""
        self._soon.start(0)

    def _show_chosen(self) -> None:
        if not self._chosen:
            return
        try:
            detail = self.context.store.run(self._chosen)
        except LookupError:
            self._read()
            return
        except KeepingError as error:
            self.context.tell(error)
            return
        scenario = self._scenario(detail.summary)
        self.detail.show_run(detail, lines(detail, scenario), playable=scenario is not None)

    def _scenario(self, run: RunSummary) -> Scenario | None:
        try:
            return runs.version_of(
                self.context, run.scenario, run.content_hash, replays=run.is_replay
            )
        except (ScenarioError, KeepingError):
            return None

    # Acting

    def _activated(self, index: QModelIndex) -> None:
        run = self._model.run(index.row())
        if run is not None:
            self._wanted("debrief" if run.ended is not None else "continue")

    def _wanted(self, what: str) -> None:
        if what == "continue":
            self.context.open_page("practice", run=self._chosen)
        elif what == "debrief":
            self.context.open_page("debrief", run=self._chosen)
        elif what == "compare":
            self._compare()
        else:
            self._ask_to_delete()

    def _session(self) -> Session | None:
        try:
            return runs.resume(self.context, self._chosen).session
        except UpstanderError as error:
            self.context.tell(error)
            return None

    def _replay(self, index: int) -> None:
        session = self._session()
        if session is None:
            return
        if index >= len(session.decisions):
            self.context.notice(_("The scenario has changed: this decision is not in it any more."))
            return
        again = session.replay_from(index, self.context.recorder)
        self.context.open_page("practice", session=again)

    def _look_again(self, number: int) -> None:
        self.context.open_page("look-again", number=number)

    def _compare(self) -> None:
        session = self._session()
        if session is None:
            return
        from trainer.ui.practice.two_runs.pick_run import PickRun

        sheet = PickRun(self.context, session, self.window())
        sheet.picked.connect(self._compare_with)
        sheet.open()

    def _compare_with(self, other: str) -> None:
        self.context.open_page("compare", run=self._chosen, other=other)

    def _ask_to_delete(self) -> None:
        from trainer.progress.deletion.goes import in_words
        from trainer.ui.dialogs import AskSheet

        try:
            goes = self.context.store.what_goes(self._chosen)
            run = self.context.store.run(self._chosen).summary
        except (LookupError, KeepingError):
            self._read()
            return
        known = {"title": run.title or run.scenario, "line": run_line(run)}
        sheet = AskSheet(
            self.context,
            _("Delete this run?"),
            [_("%(title)s, %(line)s") % known, _("This goes:"), *in_words(goes)],
            _("Delete it for good"),
            self.window(),
        )
        sheet.agreed.connect(self._delete)
        sheet.open()

    def _delete(self) -> None:
        try:
            from trainer.progress.deletion import erasing

            self.context.store.delete_run(self._chosen)
            said = erasing.look_again(self.context.store.database, self._chosen)
        except LookupError:
            self._read()
            return
        except KeepingError as error:
            self.context.tell(error)
        else:
            self.context.notice(said)
        self._chosen = ""
        self.context.runs_changed.emit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_library(self) -> None:
        self.context.open_page("home")
