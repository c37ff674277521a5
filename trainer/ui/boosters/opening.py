"""What stands in the middle before a situation shows, and when it is over: one card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.method.ds import D
from trainer.practice.wording import notes_in_a_row
from trainer.ui import theme
from trainer.ui.boosters import words
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import DChip, FactChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.progress.boosters.due import DueCard
    from trainer.progress.boosters.variants import Variant

_WIDEST = 640


class Chips(QWidget):
    """The D, where it may be named, and the family of situations."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=10)
        self._chips: list[QWidget] = []

    def tell(self, card: DueCard, *, named: bool) -> None:
        """Show those of another card."""
        take_out(self._flow, *self._chips)
        place = words.where(card.family)
        self._chips = [DChip(D(card.skill), self)] if named else []
        if place:
            self._chips.append(FactChip(place, self))
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(self._chips))


class Opening(Scroller):
    """Before a situation: what it is about, and what is hard in it. After the last: the end.

    Signals:
        begin(): show the situation.
        skip(): let this one rest.
        home(): back to the first page.
        forget(): delete what was written.
    """

    begin = Signal()
    skip = Signal()
    home = Signal()
    forget = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = theme.lay(QHBoxLayout(self.content), margins=(24, 32, 24, 24))
        self._card = Card(spacing=12, margins=(24 - EDGE, 24, 24, 24))
        row.addStretch(1)
        row.addWidget(self._card, 100, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.told = Region(self._card)
        told = theme.lay(QVBoxLayout(self.told), margins=(EDGE, 0, 0, 0), spacing=12)
        self._chips = Chips(self.told)
        self._heading = Heading(role=Role.TITLE)
        self._how = Words()
        self._notes = Words()
        self._promise = SoftLabel()
        for part in (self._chips, self._heading, self._how, self._notes):
            told.addWidget(part)
        self._card.body.addWidget(self.told)
        below = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0), spacing=12)
        self._card.body.addLayout(below)
        below.addWidget(self._buttons())
        below.addWidget(self._promise)
        self._forget = LinkButton(_("Delete what I wrote …"), self._card)
        self._forget.clicked.connect(self.forget)
        below.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignLeft)
        self._limit_width()

    def _buttons(self) -> QWidget:
        row = QWidget(self._card)
        flow = FlowLayout(row, spacing=10, margins=(0, 6, 0, 0))
        self._begin = PrimaryButton(_("Begin"), row, icon="play", keys=_("Enter"))
        self._begin.clicked.connect(self.begin)
        self._skip = QuietButton(_("Skip this one"), row, icon="skip-forward")
        self._skip.clicked.connect(self.skip)
        self._home = PrimaryButton(_("Back to Practice"), row, icon="footprints", keys=_("Enter"))
        self._home.clicked.connect(self.home)
        for button in (self._begin, self._skip, self._home):
            flow.addWidget(button)
        return row

    def before(self, card: DueCard, variant: Variant, *, named: bool) -> None:
        """Say what comes, and what is hard in it."""
        self._chips.tell(card, named=named)
        self._heading.setText(_("In another situation"))
        self._how.setText(
            _(
                "You read a new situation, and are asked for a way of helping that you have met "
                "before. Then you see what fits here. It takes about two minutes."
            )
        )
        notes = notes_in_a_row(variant.content_notes)
        said = _("The set that its line is from holds: %(notes)s.")
        said = said if variant.scene is None else _("In it: %(notes)s.")
        self._notes.setText(said % {"notes": notes})
        self._notes.setVisible(bool(notes))
        self._promise.setText(_("You can skip it, or leave at any time."))
        self._offer(self._begin, self._skip)

    def over(self, *, answered: bool, written: bool, kept: bool) -> None:
        """Say that it is over, or that nothing is due; ``written``: words are there."""
        self._chips.hide()
        self._notes.hide()
        heading = _("That was it for today.") if answered else _("Nothing is due now.")
        self._heading.setText(heading)
        self._how.setText(
            _(
                "Ways of helping that you have met come back after some days or weeks, each in "
                "another situation. You find them on the Practice page."
            )
        )
        self._promise.setText(
            _("What you wrote is kept on this computer only.")
            if kept
            else _("What you wrote is gone when the window closes.")
        )
        self._promise.setVisible(written)
        self._offer(self._home)
        self._forget.setVisible(written)

    def reading(self) -> None:
        """Say that the scenarios are being read."""
        for part in (self._chips, self._notes, self._promise):
            part.hide()
        self._heading.setText(_("In another situation"))
        self._how.setText(_("The scenarios are being read …"))
        self._offer()

    def _offer(self, *wanted: QWidget) -> None:
        for button in (self._begin, self._skip, self._home, self._forget):
            button.setVisible(button in wanted)
        if self._begin in wanted:
            self._promise.show()
        self.told.setAccessibleName(self._heading.text())
        parts = (self._how, self._notes)
        heard = "\n".join(one.text() for one in parts if not one.isHidden())
        self.told.setAccessibleDescription(heard)
        self.verticalScrollBar().setValue(0)

    def _limit_width(self) -> None:
        self._card.setMaximumWidth(theme.px(_WIDEST))

    def restyled(self) -> None:
        """Grow with the text."""
        super().restyled()
        self._limit_width()
