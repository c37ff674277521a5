"""Two runs of one scenario side by side: where they part, and what each did for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.practice.debrief import debrief
from trainer.practice.transcript import view_heading
from trainer.practice.view import decision_view
from trainer.scenario import kind_words
from trainer.ui import theme
from trainer.ui.page import KeyHelp, Page
from trainer.ui.practice import runs
from trainer.ui.practice.fit_words import FitLabel
from trainer.ui.practice.narrow import fit_bar
from trainer.ui.practice.path.points import decision_words
from trainer.ui.practice.two_runs.comparing import Pair, aligned
from trainer.ui.theme import Role
from trainer.ui.widgets.bars.top_bar import TopBar
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.person_row import PersonRow
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.practice.moves import Decision
    from trainer.practice.session import Session
    from trainer.ui.context import Context

_STACKED = 96
"""Width, in digits, below which the two stand above each other."""


class _Beside(Fits, QWidget):
    """Two widgets of equal width, or one above the other."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = theme.lay(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), spacing=16)
        self._box.addWidget(first, 1)
        self._box.addWidget(second, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fit(self) -> None:
        """Stand anew at another width."""
        digit = QFontMetrics(theme.font()).horizontalAdvance("0")
        above = self.width() < _STACKED * digit
        theme.turn(self._box, beside=not above)


class ComparePage(Fits, Page):
    """Opened with ``session`` or ``run``, and ``other``, the id of the second run."""

    name: ClassVar[str] = "compare"
    immersive: ClassVar[bool] = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sessions: tuple[Session, Session] | None = None
        column = theme.lay(QVBoxLayout(self))
        self._bar = TopBar(context)
        self._back_button = QuietButton(_("Debrief"), icon="arrow-left")
        self._back_button.clicked.connect(self._back)
        self._bar.add_left(self._back_button, before_title=True)
        column.addWidget(self._bar)
        self.scroller = Scroller(self)
        column.addWidget(self.scroller, 1)
        self._column = theme.lay(
            QVBoxLayout(self.scroller.content), margins=(24, 22, 24, 24), spacing=16
        )
        self._parts: list[QWidget] = []

    def title(self) -> str:
        """Say which scenario is compared."""
        if self._sessions is None:
            return _("Two runs side by side")
        title = {"title": self._sessions[0].scenario.title}
        return _("Two runs · %(title)s") % title

    def open(self, **what: Any) -> None:
        """Lay two runs side by side."""
        self._sessions = None
        try:
            first = what.get("session")
            if first is None:
                first = runs.resume(self.context, what["run"]).session
            second = runs.resume(self.context, what["other"]).session
        except UpstanderError as error:
            self.context.tell(error)
            return
        self._sessions = (first, second)
        self._show(first, second)

    def shown(self) -> None:
        """Without two runs there is nothing to see."""
        if self._sessions is None:
            self.context.open_page("home")
        else:
            self._back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Leave the room to the page."""
        fit_bar(self._bar)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [(_("Backspace"), _("Back to the debrief"))]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back."""
        if event.key() == Qt.Key.Key_Backspace:
            self._back()
        else:
            super().keyPressEvent(event)

    def _back(self) -> None:
        if self._sessions is None:
            self.context.open_page("home")
        else:
            self.context.open_page("debrief", session=self._sessions[0])

    def _show(self, first: Session, second: Session) -> None:
        self._bar.set_title(self.title())
        take_out(self._column, *self._parts)
        pairs = aligned(first, second)
        self._parts = [_Beside(_ending(first, _("First run")), _ending(second, _("Second run")))]
        for pair in pairs:
            self._parts.append(Heading(_row_words(pair), role=Role.SUBHEADING))
            self._parts.append(
                _Beside(
                    _decision(first, pair.first, _("First run")),
                    _decision(second, pair.second, _("Second run")),
                )
            )
        for part in self._parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        if self.scroller is not None:
            self.scroller.verticalScrollBar().setValue(0)


def _row_words(pair: Pair) -> str:
    if pair.parts and pair.first is not None and pair.second is not None:
        return _("Here the two part")
    if pair.is_same:
        return _("The same in both")
    if pair.first is None or pair.second is None:
        return _("Only one came by here")
    return _("Each its own way")


def _ending(session: Session, which: str) -> Card:
    """How a run ended, for whom it was about."""
    card = Card(spacing=8)
    found = debrief(session)
    card.body.addWidget(SoftLabel(which, role=Role.NOTE_STRONG))
    ended = kind_words.ended(found.outcome) if found.outcome is not None else _("Not at an end yet")
    card.body.addWidget(Heading(ended, role=Role.SUBHEADING))
    if found.view:
        who = view_heading(found.view_of).rstrip(":")
        card.body.addWidget(Words(who, role=Role.STRONG, tone="soft"))
        view = StoryText(role=Role.BODY)
        view.set_markdown(found.view)
        view.setAccessibleName(who)
        card.body.addWidget(view)
    card.body.addStretch(1)
    return card


def _decision(session: Session, decision: Decision | None, which: str) -> Card:
    """One decision, and first of all what it did for the targeted person."""
    card = Card(spacing=8, accent="")
    card.body.addWidget(SoftLabel(which, role=Role.NOTE_STRONG))
    if decision is None:
        card.body.addWidget(SoftLabel(_("This run did not come here.")))
        card.body.addStretch(1)
        return card
    view = decision_view(session, decision)
    if view.d is not None:
        card.set_accent(view.d.value)
        row = QWidget()
        flow = FlowLayout(row, spacing=10)
        flow.addWidget(DChip(view.d))
        fit = FitLabel()
        flow.addWidget(fit)
        fit.say(view.fit)
        card.body.addWidget(row)
    card.body.addWidget(Words(decision_words(session, decision), role=Role.STRONG))
    if view.headline and view.made is not None:
        headline = StoryText(role=Role.BODY)
        headline.set_markdown(view.headline)
        headline.setAccessibleName(_("What it did"))
        card.body.addWidget(headline)
    for about in view.about:
        person = PersonRow()
        person.tell(about.name, about.text)
        card.body.addWidget(person)
    card.body.addStretch(1)
    return card
