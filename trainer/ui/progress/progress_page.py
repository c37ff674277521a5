"""Progress: what was practised over a span, decisions worth another look, what to try next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress.confidence import confidence
from trainer.progress.looking_back import look_again, next_steps, statistics
from trainer.progress.looking_back.statistics import Span
from trainer.ui import theme
from trainer.ui.along.button import ExportButton
from trainer.ui.organisation.line import OrganisationLine, current
from trainer.ui.page import KeyHelp, Page
from trainer.ui.paper import saving_as
from trainer.ui.people.delete_button import DeleteButton
from trainer.ui.progress import figures
from trainer.ui.progress.chart_card import ChartCard
from trainer.ui.progress.look_card import AT_ONCE, LookCard
from trainer.ui.progress.next_card import NextTiles
from trainer.ui.progress.span_row import SpanRow
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import FactChip
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.tiles import Tiles
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from trainer.progress.confidence.confidence import Entry
    from trainer.progress.looking_back.look_again import Made
    from trainer.progress.looking_back.next_steps import Next
    from trainer.progress.looking_back.statistics import Totals
    from trainer.progress.store import Store
    from trainer.ui.charts.figure import Figure
    from trainer.ui.context import Context, Wanted

_PAIR = 440
"""Width, unscaled, that a chart wants at least beside another."""


class Part(NamedTuple):
    """One chart of the page: its heading, its figure or what is said instead, and a note."""

    heading: str
    figure: Figure | None
    note: str = ""
    empty: str = ""
    legend: str = ""


class Read(NamedTuple):
    """What the page shows, as it was read last."""

    any_runs: bool
    totals: Totals
    days: Sequence[date]
    sure: Sequence[Entry]
    look: Sequence[Made]
    steps: Sequence[Next]


class ProgressPage(Page):
    """What was practised. ``ask`` chooses the file of the PDF."""

    name: ClassVar[str] = "progress"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ask: saving_as.Ask = saving_as.ask_where
        self._span = Span.QUARTER
        self._listed = AT_ONCE
        self._stale = False
        self._read: Read | None = None
        self.parts: tuple[Part, ...] = ()
        self._chip = FactChip("")
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._make_empty())
        self._layers.addWidget(self._make_full())
        context.runs_changed.connect(self._changed)
        context.organisation_changed.connect(self._changed)
        context.library_changed.connect(self._changed)

    def _make_empty(self) -> QWidget:
        empty = Scroller()
        column = theme.lay(QVBoxLayout(empty.content), margins=(24, 22, 24, 24))
        card = Card(spacing=12, margins=(24, 24, 24, 24))
        card.body.addWidget(Heading(_("This grows as you practise")))
        card.body.addWidget(
            Words(
                _(
                    "Here you will see what you did and how it fitted, how sure you feel, and "
                    "decisions that are worth another look. None of it is a mark, and nothing "
                    "is owed."
                )
            )
        )
        self._first_step = PrimaryButton(_("Choose a scenario"), icon="footprints")
        self._first_step.clicked.connect(self._to_library)
        card.body.addWidget(self._first_step, 0, Qt.AlignmentFlag.AlignLeft)
        carried = LinkButton(_("I have a file from another computer"))
        carried.clicked.connect(self._to_taking_in)
        card.body.addWidget(carried, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(card)
        column.addWidget(OrganisationLine(self.context))
        column.addStretch(1)
        return empty

    def _make_full(self) -> QWidget:
        full = self.scroller = Scroller()
        column = theme.lay(
            QVBoxLayout(full.content), margins=(24, 18, 24, 24), spacing=theme.GAP + 2
        )
        self.spans = SpanRow()
        self.spans.chosen.connect(self.show_span)
        self.spans.past_runs_wanted.connect(self._to_past_runs)
        self.spans.save_wanted.connect(self.save)
        column.addWidget(self.spans)
        self.line = OrganisationLine(self.context)
        column.addWidget(self.line)
        charts = QWidget()
        tiles = Tiles(charts, least=_PAIR)
        self.ds, self.sure, self.places, self.days = (ChartCard(charts) for _each in range(4))
        self.cards = (self.ds, self.sure, self.places, self.days)
        for card in self.cards:
            card.turned.connect(self.order_tabs)
            tiles.addWidget(card)
        say = QuietButton(_("Say how sure you are"), self.sure)
        say.clicked.connect(self._to_confidence)
        self.sure.offer(say)
        column.addWidget(charts)
        self.look = LookCard(self.context)
        self.look.replay_wanted.connect(self._look_again)
        self.look.more_wanted.connect(self._more)
        column.addWidget(self.look)
        self.next = NextTiles()
        self.next.opened.connect(self._open)
        self.look.said.connect(self.next.say)
        column.addWidget(self.next)
        column.addStretch(1)
        return full

    # Page

    def title(self) -> str:
        """Name of the page."""
        return _("Progress")

    def bar_widgets(self) -> list[QWidget]:
        """Say beside the title where it is kept, and offer to take it along or to delete it."""
        return [self._chip, ExportButton(self.context), DeleteButton(self.context)]

    def open(self, **what: Any) -> None:
        """Read anew: whatever was done meanwhile counts."""
        self._listed = AT_ONCE
        self._look_at_all()

    def shown(self) -> None:
        """Stand on the span, or on the first step; whoever comes back sees what came since."""
        if self._stale:
            self._look_at_all()
            if self.look.isAncestorOf(self.focusWidget()):
                return  # its rows are others now, and have handed the keyboard on
        if self._layers.currentIndex():
            self.spans.focus_chosen()
        else:
            self._first_step.setFocus(Qt.FocusReason.OtherFocusReason)

    def order_tabs(self) -> None:
        """From top to bottom."""
        chain(self.spans, self.line, *self.cards, self.look, self.next)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("1 to 4"), _("Choose how far back to look")),
            (_("T"), _("Show every chart as a table, or as a chart again")),
            (_("P"), _("Open past runs")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose the span, T turns the charts, P opens past runs."""
        spans, key = list(Span), event.key()
        if (
            not self._layers.currentIndex()
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(spans):
            self.show_span(spans[key - Qt.Key.Key_1])
        elif key == Qt.Key.Key_T:
            self._turn_all()
        elif key == Qt.Key.Key_P:
            self._to_past_runs()
        else:
            super().keyPressEvent(event)

    # Reading

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._look_at_all()

    def _where(self) -> str:
        """Say where it is stored; "only" while nothing of it goes anywhere else."""
        if current(self.context.store) is None:
            return _("Stored only on this computer")
        return _("Stored on this computer")

    def _look_at_all(self) -> None:
        self._stale = False
        self._chip.setText(
            self._where() if self.context.keeps else _("Not kept: it goes when you close Upstander")
        )
        self._chip.updateGeometry()
        try:
            self._read = self._read_all()
        except KeepingError as error:
            self._read = None
            self.context.tell(error)
        if self._read is None or not self._read.any_runs:
            self._layers.setCurrentIndex(0)
            return
        self._show(self._read)
        self._layers.setCurrentIndex(1)

    def _read_all(self) -> Read:
        store, cards = self.context.store, self.context.library.cards()
        first = self._first()
        sure = [entry for entry in _entries(store, first) if entry.answers]
        look = _each_once(look_again.listed(store, 4 * self._listed + 4))
        days = statistics.days(store, first)
        return Read(
            any_runs=bool(days or sure or store.runs(limit=1))
            or bool(statistics.days(store, None)),
            totals=statistics.totals(store, first, {one.id: one.setting for one in cards}),
            days=days,
            sure=sure,
            look=look,
            steps=next_steps.suggest(store, cards, look),
        )

    def _first(self) -> date | None:
        return statistics.since(self._span, statistics.today(self.context.store))

    # Showing

    def _show(self, read: Read) -> None:
        self.spans.choose(self._span)
        self.parts = (
            self._ds_part(read.totals),
            self._sure_part(read.sure),
            self._places_part(read.totals),
            self._days_part(read.days),
        )
        for card, part in zip(self.cards, self.parts, strict=True):
            card.tell(*part)
        self.look.tell(read.look[: self._listed], more=len(read.look) > self._listed)
        self.next.tell(read.steps)
        self.order_tabs()

    def _ds_part(self, totals: Totals) -> Part:
        note = figures.ds_note(totals)
        figure = figures.ds_figure(totals, self._span) if totals.decisions else None
        heading = figures.ds_heading(self._span)
        return Part(heading, figure, note, _nothing(self._span), figures.legend())

    def _sure_part(self, entries: Sequence[Entry]) -> Part:
        figure = figures.sure_figure(entries) if len(entries) > 1 else None
        return Part(figures.sure_heading(), figure, figures.sure_note(), figures.sure_empty())

    def _places_part(self, totals: Totals) -> Part:
        figure = figures.places_figure(totals, self._span) if totals.by_place else None
        return Part(figures.places_heading(self._span), figure, "", _nothing(self._span))

    def _days_part(self, days: Sequence[date]) -> Part:
        first, today = self._first(), statistics.today(self.context.store)
        figure = figures.days_figure(days, self._span, first, today) if days else None
        note = figures.days_practised(len(days))
        return Part(figures.days_heading(self._span), figure, note, _nothing(self._span))

    # Acting

    def show_span(self, span: Span) -> None:
        """Look so far back from now on."""
        self._span = span
        self._look_at_all()
        if self.spans.isAncestorOf(self.focusWidget()):
            self.spans.focus_chosen()
        self.context.announce(figures.ds_heading(span))

    def _turn_all(self) -> None:
        as_table = not all(card.as_table for card in self.cards)
        for card in self.cards:
            card.set_as_table(as_table)

    def _more(self) -> None:
        self._listed += 2 * AT_ONCE
        self._look_at_all()

    def _look_again(self, number: int) -> None:
        self.context.open_page("look-again", number=number)

    def _open(self, wanted: Wanted) -> None:
        self.context.open_page(wanted.page, **wanted.what)

    def _to_past_runs(self) -> None:
        self.context.open_page("past-runs")

    def _to_confidence(self) -> None:
        self.context.open_page("confidence")

    def _to_taking_in(self) -> None:
        self.context.open_page("settings", section="along")

    def _to_library(self) -> None:
        self.context.open_page("home")

    def save(self) -> None:
        """Ask where, then save what shows as PDF, with its tables."""
        if self._read is None:
            return
        from trainer.ui.progress import printed

        chosen = self.ask(self.window(), _("Save as PDF"), "progress.pdf", _("PDF (*.pdf)"))
        if chosen:
            made = [(one, self.look.words_of(one)) for one in self._read.look[: self._listed]]
            printed.save(self.context, chosen, self.parts, made)


def _entries(store: Store, first: date | None) -> list[Entry]:
    """Read how sure somebody felt; of a file that somebody has changed, nothing."""
    try:
        return confidence.entries(store, first)
    except ValueError:
        return []


def _nothing(span: Span) -> str:
    if span is Span.ALL:
        return _("What you decide in a scenario will stand here.")
    return _("Nothing in this time. You can look further back.")


def _each_once(made: Sequence[Made]) -> list[Made]:
    """Leave of the same choice in the same scene only the latest."""
    found: dict[tuple[str, str, str | None, str], Made] = {}
    for one in made:
        decided = one.decided
        found.setdefault((one.scenario, decided.scene, decided.choice, decided.words), one)
    return list(found.values())
