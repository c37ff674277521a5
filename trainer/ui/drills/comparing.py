"""One's own answer beside what a good one holds; ticks are the learner's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills import wording
from trainer.drills.attempt import Attempt
from trainer.language import _
from trainer.method import ds
from trainer.method.ds import FIVE_DS
from trainer.scenario.texts.markup import plain
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.person_row import PersonRow
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trainer.drills.model import Drill, Repair
    from trainer.method.ds import D

_LABEL_WIDTH = 108


class Ticks(QWidget):
    """Boxes to tick, which write into an attempt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = theme.lay(QVBoxLayout(self), spacing=2)
        self._boxes: list[CheckBox] = []
        self._attempt = Attempt()

    def offer(self, points: Iterable[str], attempt: Attempt) -> None:
        """Offer these, ticked as they were."""
        take_out(self._column, *self._boxes)
        self._attempt = attempt
        self._boxes = [CheckBox(point, self) for point in points]
        for index, box in enumerate(self._boxes):
            box.setChecked(index in attempt.ticked)
            box.toggled.connect(self._toggled)
            self._column.addWidget(box)
            box.show()

    def _toggled(self) -> None:
        self._attempt.ticked = {index for index, box in enumerate(self._boxes) if box.isChecked()}


class Likeness(QWidget):
    """Which of the five one's own words were most like; saying so is never needed.

    Signals:
        said(): another one was chosen, or none.
    """

    said = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt = Attempt()
        column = theme.lay(QVBoxLayout(self), margins=(0, 8, 0, 0), spacing=6)
        column.addWidget(Words(_("Which was it most like? Leave it out if you like."), self))
        row = QWidget(self)
        flow = FlowLayout(row, spacing=8)
        self._chips: dict[D, FilterChip] = {}
        for d in FIVE_DS:
            chip = FilterChip(ds.name(d), row, icon=icons.OF_D[d])
            chip.setAccessibleDescription(ds.meaning(d))
            chip.setToolTip(ds.meaning(d))
            chip.clicked.connect(self._clicked)
            flow.addWidget(chip)
            self._chips[d] = chip
        column.addWidget(row)

    def offer(self, attempt: Attempt) -> None:
        """Offer it for an answer in one's own words; else it is not there."""
        self._attempt = attempt
        self.setVisible(bool(attempt.said()))
        self._mark()

    def _mark(self) -> None:
        for d, chip in self._chips.items():
            chip.setChecked(d is self._attempt.like)

    def _clicked(self) -> None:
        pressed = self.sender()
        chosen = next((d for d, chip in self._chips.items() if chip is pressed), None)
        self._attempt.like = None if chosen is self._attempt.like else chosen
        self._mark()
        self.said.emit()


class Compare(Region):
    """Takes the focus once a card is turned: one's answer, and what to compare it with.

    ``yours`` is the answer with what it is called; None where there is none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.yours: tuple[str, str] | None = None
        column = theme.lay(QVBoxLayout(self), margins=(EDGE, 0, 0, 0))
        card = Card(self, margins=(20, 16, 20, 16), spacing=6)
        column.addWidget(card)
        self._yours = PersonRow(card, name_width=_LABEL_WIDTH)
        self._heading = Heading(role=Role.SUBHEADING)
        self._rows: list[PersonRow] = []
        self._between = theme.lay(QVBoxLayout(), spacing=6)
        self._ask = SoftLabel()
        self.ticks, self.like = Ticks(card), Likeness(card)
        card.body.addWidget(self._yours)
        self._gap = theme.lay(QVBoxLayout(), margins=(0, 0, 0, 0))
        self._gap.addWidget(self._heading)
        card.body.addLayout(self._gap)
        card.body.addLayout(self._between)
        for part in (self._ask, self.ticks, self.like):
            card.body.addWidget(part)

    def tell(self, drill: Drill, attempt: Attempt) -> None:
        """Compare an answer with the points that a good reply holds."""
        points = [plain(point) for point in drill.points]
        self._tell(_("Points that a good reply holds"), [], attempt, points)
        picked = attempt.reply(drill)
        if picked is not None:
            self._your(_("You picked"), wording.reply(picked).plain())
        self.like.offer(attempt)
        self._say(points)

    def tell_repair(self, repair: Repair, attempt: Attempt) -> None:
        """Compare an answer with one that makes it right."""
        rows = wording.repair_rows(repair)
        points = wording.repair_points(repair)
        self._tell(_("One way to make it right"), rows, attempt, points)
        self.like.hide()
        told = [
            _("%(name)s: %(text)s") % {"name": name, "text": plain(text)} for name, text in rows
        ]
        self._say([*told, *points])

    def _tell(
        self,
        heading: str,
        rows: Sequence[tuple[str, str]],
        attempt: Attempt,
        points: Sequence[str],
    ) -> None:
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self._heard = ""
        self.yours = None
        self._yours.hide()
        theme.lay(self._gap)
        if attempt.said():
            self._your(_("Your words"), wording.quoted(attempt.said()))
        take_out(self._between, *self._rows)
        self._rows = [PersonRow(self, name_width=_LABEL_WIDTH) for _row in rows]
        for row, (name, text) in zip(self._rows, rows, strict=True):
            row.tell(name, text)
            self._between.addWidget(row)
            row.show()
        self.ticks.offer(points, attempt)
        self._ask.setText(
            _("Which of these did it hold? Tick for yourself.")
            if attempt.is_answered
            else _("Tick what yours would have held. Ticks are for you alone.")
        )

    def own(self) -> QWidget:
        """Where one's own answer stands."""
        return self._yours

    def _your(self, name: str, text: str) -> None:
        self.yours = (name, text)
        self._yours.tell(name, text, literal=True)
        self._yours.show()
        theme.lay(self._gap, margins=(0, 8, 0, 0))
        self._heard = _("%(name)s: %(text)s") % {"name": name, "text": text}

    def _say(self, told: Iterable[str]) -> None:
        self.setAccessibleDescription("\n".join(filter(None, (self._heard, *told))))
