"""One past run: how it ended, every decision, notes, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.practice.transcript import point_words
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.practice.fit_words import FitLabel
from trainer.ui.practice.run_words import run_line
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card, Divider
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.progress.records import RunDetail
    from trainer.ui.progress.run_story import Line

_AT_ONCE = 60
"""Decisions shown before "Show more"."""


class DecisionRow(QWidget):
    """One decision of a past run."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.replay = line.replay
        column = theme.lay(QVBoxLayout(self), margins=(0, 6, 0, 6), spacing=4)
        column.addWidget(self._head(line))
        column.addWidget(Words(line.words, role=Role.STRONG))
        if line.own_words:
            said = Words(_("“%(words)s”") % {"words": line.own_words})
            said.setAccessibleName(_("Your own words: %(words)s") % {"words": line.own_words})
            column.addWidget(said)
            held = "\n".join(point_words(text, ticked) for text, ticked in line.points)
            if held:
                column.addWidget(SoftLabel(held))
        if line.followed:
            column.addWidget(Words(line.followed, role=Role.NOTE))
        self.button: LinkButton | None = None
        self.look: LinkButton | None = None
        links, number = FlowLayout(spacing=16), {"number": line.number}
        if line.replay is not None:
            self.button = LinkButton(_("Replay from here"), self)
            self.button.setAccessibleName(_("Replay from decision %(number)d") % number)
            links.addWidget(self.button)
        if line.look is not None:
            self.look = LinkButton(_("Look at this moment"), self)
            self.look.setAccessibleName(_("Look at decision %(number)d again") % number)
            self.look.setProperty("upNumber", line.look)
            links.addWidget(self.look)
        column.addLayout(links)

    def _head(self, line: Line) -> QWidget:
        head = QWidget(self)
        flow = FlowLayout(head, spacing=10)
        where = _("Decision %(number)s")
        if line.taken_back:
            where = _("Decision %(number)s · taken back")
        words = SoftLabel(where % {"number": line.number}, role=Role.NOTE_STRONG)
        words.setWordWrap(False)
        flow.addWidget(words)
        if line.d is not None:
            flow.addWidget(DChip(line.d, head))
        fit = FitLabel(head)
        flow.addWidget(fit)
        fit.say(line.fit)
        return head


class RunDetailPane(QWidget):
    """The right side of the past runs; empty until a run is shown.

    Signals:
        wanted(str): one of continue, debrief, compare, delete.
        replay_wanted(int): position of a decision.
        look_wanted(object): number of a decision in the history.
    """

    wanted = Signal(str)
    replay_wanted = Signal(int)
    look_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=16)
        self._head = Card(self, spacing=10)
        self._title = Heading()
        self._line = SoftLabel()
        self._gone = Words(
            _("Its scenario is not in the library any more. What you did is still here."),
            role=Role.NOTE,
        )
        for widget in (self._title, self._line, self._gone):
            self._head.body.addWidget(widget)
        self._head.body.addWidget(self._make_buttons())
        column.addWidget(self._head)
        self._notes = Card(self, spacing=8)
        self._notes_heading = Heading(_("What you wrote"), role=Role.SUBHEADING)
        self._notes.body.addWidget(self._notes_heading)
        self._decisions = Card(self, spacing=4)
        self._decisions.body.addWidget(Heading(_("Your decisions"), role=Role.SUBHEADING))
        self._none = SoftLabel(_("No decision was made in this run."))
        self._decisions.body.addWidget(self._none)
        self._rows_column = theme.lay(QVBoxLayout(), spacing=0)
        self._decisions.body.addLayout(self._rows_column)
        self._more = QuietButton(_("Show more"))
        self._more.clicked.connect(self._show_more)
        self._decisions.body.addWidget(self._more)
        column.addWidget(self._decisions)
        column.addWidget(self._notes)
        column.addStretch(1)
        self._parts: list[QWidget] = []
        self._lines: tuple[Line, ...] = ()
        self._shown = 0

    def _make_buttons(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, spacing=8)
        self._continue = PrimaryButton(_("Continue"), row, icon="play")
        self._debrief = QuietButton(_("Debrief"), row, icon="route")
        self._compare = QuietButton(_("Compare"), row, icon="columns-2")
        self._delete = QuietButton(_("Delete …"), row, icon="trash-2")
        for button, what in (
            (self._continue, "continue"),
            (self._debrief, "debrief"),
            (self._compare, "compare"),
            (self._delete, "delete"),
        ):
            button.setProperty("upWanted", what)
            button.clicked.connect(self._pressed)
            flow.addWidget(button)
        return row

    def show_run(self, detail: RunDetail, lines: tuple[Line, ...], *, playable: bool) -> None:
        """Show a run; ``playable`` if its scenario can still be played."""
        run = detail.summary
        self._title.setText(run.title or run.scenario)
        self._line.setText(run_line(run))
        self._gone.setVisible(not playable)
        self._continue.setVisible(playable and run.ended is None)
        self._debrief.setVisible(playable)
        self._compare.setVisible(playable)
        for column in (self._rows_column, self._notes.body):
            take_out(column, *self._parts)
        self._parts, self._lines, self._shown = [], lines, 0
        self._none.setVisible(not lines)
        self._show_more()
        self._show_notes(detail)
        self.show()

    def _show_more(self) -> None:
        for line in self._lines[self._shown : self._shown + _AT_ONCE]:
            if self._shown:
                self._add(self._rows_column, Divider(self))
            row = DecisionRow(line, self)
            if row.button is not None:
                row.button.clicked.connect(self._replay_pressed)
            if row.look is not None:
                row.look.clicked.connect(self._look_pressed)
            self._add(self._rows_column, row)
            self._shown += 1
        self._more.setVisible(self._shown < len(self._lines))
        chain(self._head, *self._parts, self._more)

    def _show_notes(self, detail: RunDetail) -> None:
        written = [(question, text) for question, text in detail.notes.items() if text]
        self._notes.setVisible(bool(written))
        for question, text in written:
            self._add(self._notes.body, Words(plain(question), role=Role.NOTE_STRONG))
            self._add(self._notes.body, Words(text))

    def _add(self, column: QVBoxLayout, part: QWidget) -> None:
        column.addWidget(part)
        self._parts.append(part)

    def _pressed(self) -> None:
        self.wanted.emit(self.sender().property("upWanted"))

    def _replay_pressed(self) -> None:
        button = self.sender()
        for part in self._parts:
            if isinstance(part, DecisionRow) and part.button is button and part.replay is not None:
                self.replay_wanted.emit(part.replay)
                return

    def _look_pressed(self) -> None:
        self.look_wanted.emit(self.sender().property("upNumber"))
