"""Trying a whole story: at random, many times, or everything once; and what was never met."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer import saving
from trainer.authoring.called import Names
from trainer.authoring.trying import told
from trainer.authoring.trying.answering import AtRandom, Everything
from trainer.authoring.trying.chance import LARGEST_SEED, MOST_RUNS, USUAL_RUNS
from trainer.authoring.trying.report import Missing, Report, Row
from trainer.authoring.trying.sentences import path_of
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.playing.aside_page import AsidePage
from trainer.ui.authoring.playing.asker import Failure
from trainer.ui.authoring.playing.counts import Counts, Order
from trainer.ui.authoring.playing.rows import Rows
from trainer.ui.authoring.playing.waiting import WaitingLine
from trainer.ui.paper import saving_as
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import Dropdown
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.number_field import NumberField
from trainer.ui.widgets.two_columns import TwoColumns
from trainer.ui.widgets.words import Heading, LineLabel, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.authoring.document import Document
    from trainer.authoring.trying.answering import Answer
    from trainer.ui.authoring.playing.playing import Playing
    from trainer.ui.context import Context
    from trainer.ui.page import KeyHelp

_KEY = "trying"
_MOST = 200
"""Things never met that are listed: each has to be measured for its lines."""


class TryPage(AsidePage):
    """Opened with ``playing``."""

    name: ClassVar[str] = "author-try"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._playing: Playing | None = None
        self._document: Document | None = None
        self._version = -1
        self._all = False
        self.report: Report | None = None
        self.waiting: WaitingLine | None = None
        self.ask: saving_as.Ask = saving_as.ask_where
        self.bar.set_title(self.title())
        column = theme.lay(QVBoxLayout(self))
        column.addWidget(self.bar)
        self._columns = TwoColumns(self._make_left(), self._make_right(), shares=(520, 688), edge=0)
        column.addWidget(self._columns, 1)
        self._columns.arranged.connect(self.counts.show_whole)
        self.counts.show_whole(self._columns.is_one)

    def _make_left(self) -> QWidget:
        left = QWidget()
        column = theme.lay(QVBoxLayout(left), spacing=14)
        column.addWidget(self._make_card())
        self._place = theme.lay(QVBoxLayout())
        column.addLayout(self._place)
        self.heading = Heading("", left)
        self.sentences = Words("", left)
        self.missing_heading = Heading("", left, role=Role.SUBHEADING)
        self._hint = _("Neither here nor when you played yourself. Enter goes there.")
        self.missing_hint = SoftLabel(self._hint, left)
        self.missing = Rows(_("Never came up"), left)
        self.missing.picked.connect(self._go_to)
        self._result = (
            self.heading,
            self.sentences,
            self.missing_heading,
            self.missing_hint,
            self.missing,
        )
        for widget in self._result:
            column.addWidget(widget, 1 if widget is self.missing else 0)
        column.addStretch(0)
        left.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        return left

    def _make_card(self) -> Card:
        card = Card(spacing=12)
        told_ = _("Have the story played many times by chance, or try everything in it once.")
        card.body.addWidget(Words(told_, card))
        fields = FlowLayout(spacing=18, line_spacing=10)
        self.runs = NumberField(_("How many times"), card, least=1, most=MOST_RUNS)
        self.runs.set_number(USUAL_RUNS)
        self.seed = NumberField(_("Number of the draw"), card, least=0, most=LARGEST_SEED)
        self.seed.set_number(1)
        self.seed.setAccessibleDescription(_("The same number draws the same again."))
        for field in (self.runs, self.seed):
            fields.addWidget(self._named(field, card))
        card.body.addLayout(fields)
        hint = SoftLabel(_("The same number draws the same again."), card)
        card.body.addWidget(hint)
        acts = FlowLayout(spacing=10, line_spacing=8)
        self.random = PrimaryButton(_("Play at random"), card, icon="play")
        self.random.clicked.connect(self.play_at_random)
        self.everything = QuietButton(_("Try everything"), card, icon="route")
        self.everything.clicked.connect(self.try_everything)
        acts.addWidget(self.random)
        acts.addWidget(self.everything)
        card.body.addLayout(acts)
        return card

    def _named(self, field: NumberField, parent: QWidget) -> QWidget:
        both = QWidget(parent)
        column = theme.lay(QVBoxLayout(both), spacing=4)
        column.addWidget(LineLabel(field.accessibleName(), both, role=Role.NOTE))
        column.addWidget(field)
        return both

    def _make_right(self) -> QWidget:
        self._right = QWidget()
        column = theme.lay(QVBoxLayout(self._right), spacing=10)
        head = FlowLayout(spacing=12, line_spacing=8)
        self.order = Dropdown(_("Order"), self._right)
        self.order.add(_("In the order of the story"), Order.FILE)
        self.order.add(_("What seldom comes up first"), Order.SELDOM)
        self.order.add(_("What often comes up first"), Order.OFTEN)
        self.order.chosen.connect(self._sort)
        self.export = QuietButton(_("Save as text"), self._right, icon="download")
        self.export.clicked.connect(self.save_text)
        head.addWidget(Heading(_("How often"), self._right, role=Role.SUBHEADING))
        head.add_stretch()
        head.addWidget(self.order)
        head.addWidget(self.export)
        column.addLayout(head)
        self.counts = Counts(self._right)
        self.counts.picked.connect(self._go_to)
        column.addWidget(self.counts, 1)
        return self._right

    # Page

    def title(self) -> str:
        """Say what is done here."""
        return _("Try it all out")

    def open(self, **what: Any) -> None:
        """Try what is being written."""
        playing: Playing | None = what.get("playing")
        if playing is None:
            return
        document = playing.bench.document
        if playing is not self._playing:
            self._use(playing)
        if document is not self._document or (
            document is not None and document.version != self._version
        ):
            self._document = document
            self._show(None)

    def _use(self, playing: Playing) -> None:
        if self.waiting is not None:
            self.waiting.deleteLater()
        self._playing = playing
        self.waiting = WaitingLine(playing.asker, _KEY, self, words=_("Trying it out …"))
        self._place.addWidget(self.waiting)
        self.waiting.stopped.connect(self._stopped)

    def shown(self) -> None:
        """Stand on what can be done."""
        if self._playing is None:
            self.context.open_page("home")
            return
        self.order_tabs()
        if self.report is None:
            self.random.setFocus(Qt.FocusReason.OtherFocusReason)
            # It is done in a moment, and says more than words about it could.
            self._again()

    def left(self) -> None:
        """Find out nothing more."""
        if self._playing is not None and self.waiting is not None:
            self.waiting.end()
            self._playing.asker.drop(_KEY)

    def order_tabs(self) -> None:
        """Bar, what can be done, what was never met, how often the rest."""
        chain(self.bar, self._columns)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("Up, Down"), _("Move in the list or the table")),
            (_("Enter"), _("Go to where it is written")),
            (_("Esc"), _("Back to writing")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys for it."""
        if not self._columns.scroll_by_key(event):
            super().keyPressEvent(event)

    # Trying

    def _again(self) -> None:
        """Try the text as it is now in the way that was chosen last."""
        (self.try_everything if self._all else self.play_at_random)()

    def play_at_random(self) -> None:
        """Have it played at random."""
        if self._playing is None or self._document is None:
            return
        self._all = False
        by_hand = self._playing.met(self._document)
        runs, seed = self.runs.number() or 1, self.seed.number() or 0
        self._ask(AtRandom(runs, seed, by_hand))

    def try_everything(self) -> None:
        """Try every state once."""
        if self._playing is not None and self._document is not None:
            self._all = True
            self._ask(Everything(self._playing.met(self._document)))

    def _ask(self, question: AtRandom | Everything) -> None:
        if self._playing is None or self._document is None or self.waiting is None:
            return
        self._version = self._document.version
        self.waiting.begin()
        self._playing.asker.ask(_KEY, self._document, question, self._answered)

    def _answered(self, answer: Answer | Failure) -> None:
        if self.waiting is not None:
            self.waiting.end()
        if isinstance(answer, Report):
            self._show(answer)
            self.context.announce(" ".join([self.heading.text(), self.sentences.text()]))
        elif isinstance(answer, Failure):
            self.context.notice(_("It stopped by itself. You can try once more."))
        else:
            self.context.notice(_("This cannot be played yet: the text cannot be understood."))

    def _stopped(self) -> None:
        self.random.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.announce(_("Stopped"))

    # Showing

    def _show(self, report: Report | None) -> None:
        self.report = report
        for widget in (*self._result, self._right):
            widget.setVisible(report is not None)
        if report is None:
            return
        names = Names(self._document)
        self.heading.setText(told.heading(report))
        self.sentences.setText("\n".join(told.sentences(report)))
        self.missing_heading.setText(told.missing_heading(report))
        self.missing.show_rows((told.missing(one, names), one) for one in report.missing[:_MOST])
        more = told.more_missing(report, _MOST)
        self.missing_hint.setText(" ".join(one for one in (self._hint, more) if one))
        self.missing_hint.setVisible(bool(report.missing))
        self.missing.setVisible(bool(report.missing))
        order = self.order.value()
        by = order if isinstance(order, Order) else Order.FILE
        self.counts.show_rows(report.rows, by, names)
        self.order_tabs()

    def _sort(self, order: object) -> None:
        if isinstance(order, Order):
            self.counts.sort_by(order)

    def _go_to(self, one: Missing | Row) -> None:
        playing, document = self._playing, self._document
        if playing is None or document is None:
            return
        path = path_of(document, one.scene, one.choice)
        if isinstance(one, Missing) and one.arm is not None:
            path = (*path, "next")
        self.go_back()
        playing.write_at(document, path)

    def save_text(self) -> None:
        """Ask where, then write all of it down."""
        if self.report is None or self._document is None:
            return
        name = f"{self._document.path.stem}.txt"
        chosen = self.ask(self.window(), _("Save as text"), name, _("Text (*.txt)"))
        if chosen:
            names = Names(self._document)
            text = told.text(self.report, self._document.path.name, names).encode()
            saving_as.write(self.context, chosen, "txt", partial(saving.save, data=text))
