"""What stands above the library: carrying on, or for a newcomer how this works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.practice.snapshot import Phase
from trainer.ui import dates, icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card, paint_surface
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.pictures.late_picture import LatePicture
from trainer.ui.widgets.progress import PlainBar
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from trainer.progress.records import RunSummary
    from trainer.scenario.libraries.library import Card as ScenarioCard
    from trainer.ui.context import Context

_PICTURE_WIDTH = 300
_SIDE_BY_SIDE = 560
"""Width (at 100 %) from which the picture stands beside the words instead of above them."""
_THREE_STEPS = 760
"""Width (at 100 %) from which the steps stand side by side."""
_TWO_CARDS = 900
"""Width (at 100 %) from which other runs stand beside the latest instead of below it."""


class BackdropStrip(LatePicture):
    """A scenario's picture at the side of a card."""

    def __init__(self, card: ScenarioCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._above = False

    def set_above(self, above: bool) -> None:
        """Lie above the words instead of beside them."""
        self._above = above
        self.draw_anew()

    def draw(self) -> QPixmap:
        """Draw the scenario's backdrop."""
        from trainer.ui.widgets.pictures.picture import render_backdrop

        return render_backdrop(
            self._card.backdrop, self._card.path.parent, self.size(), self.devicePixelRatioF()
        )

    def frame(self) -> tuple[QRectF, float]:
        """Only the corners that are also the card's are round."""
        corner = theme.px(theme.CARD_CORNER) - 1
        box = QRectF(self.rect())
        wider = box.adjusted(0, 0, 0, corner) if self._above else box.adjusted(0, 0, corner, 0)
        if self.isRightToLeft() and not self._above:
            wider = box.adjusted(-corner, 0, 0, 0)
        return wider, corner


class RunCard(Fits, QFrame):
    """The run that was stopped last: where it stands, "Continue" and "Start again"."""

    def __init__(
        self, context: Context, run: RunSummary, card: ScenarioCard | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._run = run
        self.first: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        theme.lay(self._row, margins=(1, 1, 1, 1))
        self._strip = BackdropStrip(card, self) if card is not None else None
        if self._strip is not None:
            self._row.addWidget(self._strip)
        self._row.addLayout(self._words(run, card), 1)
        self.fit()

    def _words(self, run: RunSummary, card: ScenarioCard | None) -> QVBoxLayout:
        column = theme.lay(QVBoxLayout(), margins=(20, 18, 20, 16), spacing=6)
        column.addWidget(SoftLabel(_("Carry on where you stopped"), self))
        title = (card.title if card else run.title) or run.scenario
        column.addWidget(Heading(title, self, role=Role.TITLE))
        column.addWidget(SoftLabel(where_it_stands(self._context, run), self))
        if card is None:
            gone = _("This scenario is no longer in the library. What you did is under Past runs.")
            column.addWidget(Words(gone, self, role=Role.NOTE))
        column.addStretch()
        buttons = FlowLayout(spacing=8)
        if card is not None:
            go_on = PrimaryButton(_("Continue"), self, icon="play")
            go_on.clicked.connect(self._continue)
            self.first = go_on
            again = QuietButton(_("Start again"), self)
            again.clicked.connect(self._start_again)
            buttons.addWidget(go_on)
            buttons.addWidget(again)
        else:
            look = QuietButton(_("Past runs"), self, icon="history")
            look.clicked.connect(self._look)
            self.first = look
            buttons.addWidget(look)
        column.addLayout(buttons)
        return column

    def _continue(self) -> None:
        self._context.open_page("practice", run=self._run.run)

    def _start_again(self) -> None:
        self._context.open_page("practice", scenario=self._run.scenario, again=True)

    def _look(self) -> None:
        self._context.open_page("past-runs")

    def fit(self) -> None:
        """Have the picture above the words where there is no room beside them."""
        if self._strip is None:
            return
        above = 0 < self.width() < theme.px(_SIDE_BY_SIDE)
        theme.turn(self._row, beside=not above)
        self._strip.set_above(above)
        self._strip.setMinimumSize(0, 0)
        self._strip.setMaximumSize(theme.ANY_SIZE, theme.ANY_SIZE)
        if above:
            self._strip.setFixedHeight(theme.px(120))
        else:
            self._strip.setFixedWidth(theme.px(_PICTURE_WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        palette = theme.colours()
        paint_surface(QPainter(self), QRectF(self.rect()), fill=palette.card, border=palette.line)


def where_it_stands(context: Context, run: RunSummary) -> str:
    """Say how far a run has come, and when it was touched last."""
    from trainer.errors import UpstanderError

    made = ngettext("%(n)d decision made", "%(n)d decisions made", run.decisions)
    facts = {"decisions": made % {"n": run.decisions}, "day": dates.day(run.touched)}
    try:
        place = context.store.place(run.run)
    except (LookupError, UpstanderError):
        return _("%(decisions)s · last opened %(day)s") % facts
    facts["scene"] = str(len(place.steps) + (place.phase is not Phase.FEEDBACK))
    return _("Scene %(scene)s · %(decisions)s · last opened %(day)s") % facts


class OtherRuns(Card):
    """Further runs that were begun and not ended."""

    def __init__(
        self,
        context: Context,
        runs: Sequence[RunSummary],
        card_of: Callable[[RunSummary], ScenarioCard | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.body.addWidget(Heading(_("Also begun")))
        for run in runs:
            card = card_of(run)
            row = theme.lay(QHBoxLayout(), spacing=12)
            title = (card.title if card else run.title) or run.scenario
            link = LinkButton(title, self, align_left=True)
            link.setProperty("upRun", run.run)
            link.clicked.connect(self._open)
            link.setEnabled(card is not None)
            row.addWidget(link, 0)
            row.addStretch()
            row.addWidget(SoftLabel(dates.day(run.touched), self, wrap=False))
            self.body.addLayout(row)
        self.body.addStretch()

    def _open(self) -> None:
        self._context.open_page("practice", run=self.sender().property("upRun"))


class CarryOn(Fits, QWidget):
    """The latest unfinished run; beside it what is due, and the others, if there are any."""

    def __init__(
        self,
        context: Context,
        runs: Sequence[RunSummary],
        card_of: Callable[[RunSummary], ScenarioCard | None],
        parent: QWidget | None = None,
        *,
        due: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        theme.lay(self._line, spacing=20)
        latest = RunCard(context, runs[0], card_of(runs[0]), self)
        self.first = latest.first
        self._line.addWidget(latest, 11)
        beside = [due] if due is not None else []
        if len(runs) > 1:
            beside.append(OtherRuns(context, runs[1:], card_of, self))
        if beside:
            column = theme.lay(QVBoxLayout(), spacing=theme.GAP)
            for card in beside:
                column.addWidget(card)
            self._line.addLayout(column, 8)

    def fit(self) -> None:
        """Stand side by side where there is room."""
        wide = self.width() >= theme.px(_TWO_CARDS)
        theme.turn(self._line, beside=wide)


class ReadingCard(Card):
    """Says how far the reading of the library is; "Stop" leaves it at what is read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=12)
        self.body.addWidget(Heading(_("Reading the scenarios")))
        self._far = SoftLabel("", self, role=Role.BODY)
        self.body.addWidget(self._far)
        self._bar = PlainBar(_("Reading the scenarios"), self)
        self.body.addWidget(self._bar)
        buttons = FlowLayout()
        stop = QuietButton(_("Stop"), self, icon="x")
        stop.clicked.connect(context.stop_reading_wanted)
        buttons.addWidget(stop)
        self.body.addLayout(buttons)

    def show_far(self, far: tuple[int, int]) -> None:
        """Show how many files are done, of how many."""
        done, total = far
        self._far.setText(_("%(done)d of %(total)d files") % {"done": done, "total": total})
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)


class _Step(QWidget):
    """One step of how this works: an icon on a wash, and its words."""

    def __init__(self, icon: str, heading: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        row = theme.lay(QHBoxLayout(self))
        row.addWidget(theme.fix(QWidget(self), width=56))  # A margin would stay at the left.
        column = theme.lay(QVBoxLayout(), spacing=2)
        row.addLayout(column, 1)
        column.addWidget(Heading(heading, self, role=Role.SUBHEADING))
        column.addWidget(SoftLabel(words, self))
        column.addStretch()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        palette = theme.colours()
        painter = QPainter(self)
        size = theme.px(40)
        left = self.width() - size if self.isRightToLeft() else 0
        box = QRectF(left, theme.px(2), size, size)
        paint_surface(painter, box, fill=palette.wash, border=palette.wash, corner=12)
        inset = theme.px(9)
        icons.paint(painter, self._icon, box.adjusted(inset, inset, -inset, -inset), palette.teal)


class Steps(Fits, Card):
    """What happens here, in a few short steps: (icon, heading, words)."""

    def __init__(
        self, steps: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, spacing=16)
        self.body.addWidget(Heading(_("How this works")))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        theme.lay(self._line, spacing=24)
        for icon, heading, words in steps:
            self._line.addWidget(_Step(icon, heading, words, self), 1)
        self.body.addLayout(self._line)

    def fit(self) -> None:
        """Stand side by side where there is room."""
        wide = self.width() >= theme.px(_THREE_STEPS)
        theme.turn(self._line, beside=wide)


class HowItWorks(Steps):
    """For a newcomer: what happens here, in three short steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        steps = (
            (
                "book-open",
                _("Be there"),
                _("Read what happens. You can skip hard parts, soften the words, or stop."),
            ),
            (
                "footprints",
                _("Choose"),
                _("Do what you would do, or what you never dared. Nobody is graded."),
            ),
            (
                "heart",
                _("See what it did"),
                _("For the person it happens to first. Then go back and try another way."),
            ),
        )
        super().__init__(steps, parent)
