"""Before the first scene: what this is, who you are in it, what is hard in it, and the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.practice.wording import notes_in_a_row, who_you_are
from trainer.progress.confidence.confidence import Occasion
from trainer.scenario import kind_words
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.confidence.offer import Offer
from trainer.ui.organisation.line import OrganisationLine
from trainer.ui.practice.review_note import ReviewNote
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import FactChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.pictures.picture import ScenePicture
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from trainer.scenario.model import Scenario
    from trainer.ui.context import Context

_WIDEST = 760

_PICTURE = 0.34
"""Part of the height that a picture may have, however much there is to read below it."""


def has_hard_parts(scenario: Scenario) -> bool:
    """Tell whether any scene can be read without its hard part."""
    return any(scene.skip for scene in scenario.scenes.values())


class BeginPanel(Scroller):
    """One card in the middle; the same three ways on for everyone.

    Signals:
        begin(bool): begin; True to leave out the hard parts.
        choose_another(): back to the library.
    """

    begin = Signal(bool)
    choose_another = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = theme.lay(QHBoxLayout(self.content), margins=(24, 22, 24, 24))
        self._card = Card(spacing=14, margins=(24, 24, 24, 24))
        row.addStretch(1)
        row.addWidget(self._card, 100, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        body = self._card.body
        self._picture = ScenePicture()
        body.addWidget(self._picture)
        self._title = Heading(role=Role.TITLE)
        body.addWidget(self._title)
        facts = QWidget()
        self._facts = FlowLayout(facts, spacing=8)
        self._chips: list[FactChip] = []
        self._review = ReviewNote(context, facts)
        self._facts.addWidget(self._review)
        body.addWidget(facts)
        self._summary = Words(role=Role.SCENE)
        self._you = Words()
        self._notes = Words()
        self._goals_heading = Heading(_("What you can practise"), role=Role.SUBHEADING)
        self._goals = Words()
        for words in (self._summary, self._you, self._notes):
            body.addWidget(words)
        self._offer = Offer(context, Occasion.BEFORE, Occasion.AGAIN, parent=self._card)
        body.addWidget(self._offer)
        way_in = self._buttons()
        body.addWidget(way_in)
        said = (self._summary, self._you, self._notes)
        self._read_first = (self._title, facts, *said, self._offer, way_in)
        body.addWidget(
            SoftLabel(_("You can stop at any time. You will find the same place again."))
        )
        body.addWidget(OrganisationLine(context))
        # Below the way in: it shall show without scrolling.
        for words in (self._goals_heading, self._goals):
            body.addWidget(words)
        self._limit_width()

    def _buttons(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, spacing=10, margins=(0, 6, 0, 0))
        self._begin = PrimaryButton(_("Begin"), row, icon="play", keys=_("Enter"))
        self._begin.clicked.connect(self._begin_all)
        self._without = QuietButton(_("Begin without the hard parts"), row, icon="skip-forward")
        self._without.clicked.connect(self._begin_without)
        self._another = QuietButton(_("Choose another"), row, icon="library")
        self._another.clicked.connect(self.choose_another)
        for button in (self._begin, self._without, self._another):
            flow.addWidget(button)
        return row

    def show_scenario(self, scenario: Scenario) -> None:
        """Introduce a scenario."""
        self._picture.show_scene(scenario, scenario.scenes[scenario.start])
        self._title.setText(scenario.title)
        self._summary.setText(plain(scenario.summary))
        self._you.setText(who_you_are(scenario.you))
        notes = notes_in_a_row(scenario.content_notes)
        self._notes.setText(_("In it: %(notes)s.") % {"notes": notes})
        self._notes.setVisible(bool(notes))
        self._goals.setText("\n".join(f"• {plain(goal)}" for goal in scenario.goals))
        self._goals.setVisible(bool(scenario.goals))
        self._goals_heading.setVisible(bool(scenario.goals))
        self._without.setVisible(has_hard_parts(scenario))
        self._show_facts(scenario)
        self._review.show_scenario(scenario)
        self._limit_picture()
        self.verticalScrollBar().setValue(0)

    def offer(self) -> str:
        """Offer the questions about how sure one feels if they are wanted; give what is said."""
        return self._offer.look()

    def focus_begin(self) -> None:
        """Put the keyboard on "Begin", and stand at the top all the same: Enter needs no look."""
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        # Whoever comes from elsewhere, another window too, begins to read at the top.
        if now is not self._begin or (old is not None and self.isAncestorOf(old)):
            super()._follow_focus(old, now)

    def _show_facts(self, scenario: Scenario) -> None:
        take_out(self._facts, *self._chips)
        facts = [
            ngettext("%(count)d minute", "%(count)d minutes", scenario.minutes)
            % {"count": scenario.minutes}
        ]
        facts.append(kind_words.severity(scenario.severity))
        self._chips = [FactChip(fact) for fact in facts]
        for place, chip in enumerate(self._chips):
            self._facts.insert_widget(place, chip)

    def _begin_all(self) -> None:
        self.begin.emit(False)

    def _begin_without(self) -> None:
        self.begin.emit(True)

    def _limit_width(self) -> None:
        self._card.setMaximumWidth(theme.px(_WIDEST))

    def restyled(self) -> None:
        """Grow with the text."""
        super().restyled()
        self._limit_width()
        self._limit_picture()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the way in show where it can."""
        super().resizeEvent(event)
        self._limit_picture()

    def _limit_picture(self) -> None:
        """Have a lower picture where what stands below it had no room: the way in shall show."""
        room, wide = self.viewport().height(), self._card.width() - theme.px(2 * 24)
        shown = [one for one in self._read_first if not one.isHidden()]
        below = sum(
            one.heightForWidth(wide) if one.hasHeightForWidth() else one.sizeHint().height()
            for one in shown
        )
        gaps = theme.px(22 + 24 + 24) + self._card.body.spacing() * len(shown)
        self._picture.limit(max(room - below - gaps, round(room * _PICTURE)))
