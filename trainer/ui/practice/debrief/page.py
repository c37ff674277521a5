"""The debrief: the path, the targeted person's view, the D's, questions, what to try next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.errors import KeepingError, UpstanderError
from trainer.language import _
from trainer.practice.debrief import debrief
from trainer.practice.snapshot import Phase
from trainer.progress.confidence.confidence import Occasion
from trainer.ui import theme
from trainer.ui.confidence.offer import Offer
from trainer.ui.organisation.choices import ChoicesCard
from trainer.ui.page import KeyHelp, Page
from trainer.ui.practice import runs
from trainer.ui.practice.debrief.cards import DsCard, HelpCard, NextCard, ViewCard
from trainer.ui.practice.debrief.reflection import Reflection
from trainer.ui.practice.debrief.save_menu import SaveMenu
from trainer.ui.practice.narrow import fit_bar
from trainer.ui.practice.path.card import PathCard
from trainer.ui.widgets.bars.top_bar import TopBar
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.two_columns import EDGE, TwoColumns

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.practice.debrief import Debrief
    from trainer.practice.session import Session
    from trainer.ui.context import Context


class DebriefPage(Fits, Page):
    """Opened with ``session``, or with ``run``, the id of a run of the history."""

    name: ClassVar[str] = "debrief"
    immersive: ClassVar[bool] = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._session: Session | None = None
        self._found: Debrief | None = None
        column = theme.lay(QVBoxLayout(self))
        column.addWidget(self._make_bar())
        self._columns = TwoColumns(self._make_left(), self._make_right(), shares=(744, 468))
        column.addWidget(self._columns, 1)

    def _make_bar(self) -> TopBar:
        self._bar = TopBar(self.context)
        library = QuietButton(_("Library"), icon="arrow-left")
        library.clicked.connect(self._to_library)
        self._bar.add_left(library, before_title=True)
        self._compare = QuietButton(_("Compare"), icon="columns-2")
        self._compare.clicked.connect(self._compare_wanted)
        self._save = SaveMenu(self.context)
        self._again = PrimaryButton(_("Try another way"), icon="repeat")
        self._again.clicked.connect(self._try_another_way)
        self._go_on = PrimaryButton(_("Go on with it"), icon="play")
        self._go_on.clicked.connect(self._continue)
        for button in (self._compare, self._save, self._again, self._go_on):
            self._bar.add_right(button)
        return self._bar

    def _make_left(self) -> QWidget:
        left = QWidget()
        self.path = PathCard()
        self.path.replay_asked.connect(self.replay)
        theme.lay(QVBoxLayout(left), margins=(EDGE, 0, 0, 0)).addWidget(self.path)
        left.setSizePolicy(self.path.sizePolicy())
        return left

    def _make_right(self) -> QWidget:
        right = QWidget()
        column = theme.lay(QVBoxLayout(right), margins=(EDGE, 0, 0, 12), spacing=16)
        self._view, self._ds, self._next, self._help = ViewCard(), DsCard(), NextCard(), HelpCard()
        self.reflection = Reflection()
        self.reflection.written.connect(self._note)
        self._next.replay_asked.connect(self.replay)
        self._help.help_asked.connect(self._help_wanted)
        self._offer = Offer(self.context, Occasion.THIRD, parent=right)
        self._choices = ChoicesCard(self.context)
        for card in (
            self._view,
            self._ds,
            self.reflection,
            self._offer,
            self._next,
            self._help,
            self._choices,
        ):
            column.addWidget(card)
        column.addStretch(1)
        return right

    # Page

    def title(self) -> str:
        """Say whose debrief this is."""
        title = self._session.scenario.title if self._session is not None else ""
        return _("Debrief · %(title)s") % {"title": title}

    def open(self, **what: Any) -> None:
        """Look back on a session, or on a run of the history."""
        self._session = self._found = None
        try:
            self._session = self._find(what)
        except UpstanderError as error:
            self.context.tell(error)
            return
        self._show(self._session)

    def _find(self, what: dict[str, Any]) -> Session:
        session: Session | None = what.get("session")
        if session is not None:
            return session
        return runs.resume(self.context, what["run"]).session

    def _show(self, session: Session) -> None:
        found = self._found = debrief(session)
        ended = session.phase is Phase.ENDED
        self._bar.set_title(self.title())
        self._go_on.setVisible(not ended)
        self._again.setVisible(ended and bool(session.decisions))
        self._save.set_session(session)
        self.path.show_session(session)
        for card in (self._view, self._ds, self._next, self._help):
            card.tell(found)
        self._choices.tell(session)
        self.reflection.ask(found.questions, keeps=self.context.keeps)
        self._columns.to_top()
        if found.view:
            self.context.announce(f"{found.view_of}\n{found.view}")

    def shown(self) -> None:
        """Put the keyboard on the path."""
        if self._session is None:
            self.context.open_page("home")
        else:
            self._offer.look()
            chain(self.path, self.reflection, self._offer, self._next, self._help, self._choices)
            self.path.map.setFocus(Qt.FocusReason.OtherFocusReason)
            self._columns.to_top()

    def left(self) -> None:
        """Keep what was written; where that fails now, it waits."""
        self.context.recorder.go_on_anyway()
        self.reflection.keep()
        self.context.recorder.try_again()
        self.context.runs_changed.emit()

    def fit(self) -> None:
        """Leave the room to the page."""
        fit_bar(self._bar)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("Arrow keys"), _("Walk along your decisions on the map, or through the list")),
            (_("Enter"), _("Play on from the marked decision")),
            (_("+ and -"), _("Show the map larger or smaller")),
            (_("0"), _("Show the whole map")),
            (_("Backspace"), _("Back to the scene")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the scene, or scroll."""
        if event.key() == Qt.Key.Key_Backspace:
            self._continue()
        elif not self._columns.scroll_by_key(event):
            super().keyPressEvent(event)

    # Acting

    def replay(self, index: int) -> None:
        """Play on from a decision, as a run of its own."""
        if self._session is None:
            return
        self.reflection.keep()
        session = self._session.replay_from(index, self.context.recorder)
        self.context.open_page("practice", session=session)

    def _try_another_way(self) -> None:
        """Play on from the first suggestion, or from the first decision."""
        if self._found is not None:
            suggested = self._found.try_next
            self.replay(suggested[0].step if suggested else 0)

    def _continue(self) -> None:
        if self._session is not None:
            self.context.open_page("practice", session=self._session)

    def _note(self, question: str, text: str) -> None:
        if self._session is None:
            return
        try:
            self._session.note(question, text)
        except KeepingError as error:
            self.reflection.was_not_kept(str(error))
        else:
            self.reflection.was_kept(question, text)

    def _help_wanted(self, key: object) -> None:
        self.context.open_page("help", entry=key)

    def _compare_wanted(self) -> None:
        if self._session is None:
            return
        from trainer.ui.practice.two_runs.pick_run import PickRun

        sheet = PickRun(self.context, self._session, self.window())
        sheet.picked.connect(self._compare_with)
        sheet.open()

    def _compare_with(self, run: str) -> None:
        self.context.open_page("compare", session=self._session, other=run)

    def _to_library(self) -> None:
        self.context.open_page("home")
