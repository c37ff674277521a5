"""After an answer: what fitted, what it did for whom, points to compare, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills.wording import Said, quoted
from trainer.language import _
from trainer.method import ds
from trainer.method.ds import D
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.practice.fit_words import FitLabel
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.how_it_went import HowItWent
from trainer.ui.widgets.person_row import PersonRow
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.progress.boosters.variants import Variant, Way


class _WayCard(Card):
    """One thing that fitted: its D and fit, its words, for whom it did what, and why."""

    def __init__(self, way: Way, skill: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, accent=skill, margins=(20, 18, 20, 18), spacing=8)
        row = QWidget(self)
        flow = FlowLayout(row, spacing=12)
        flow.addWidget(DChip(D(skill), row))
        fit = FitLabel(row)
        fit.say(way.fit)
        flow.addWidget(fit)
        self.body.addWidget(row)
        said = StoryText(self, role=Role.STRONG)
        said.set_markdown(way.words, Said(way.words, way.is_said).marks())
        said.setAccessibleName(_("What fitted"))
        self.body.addWidget(said)
        for one in way.about:
            person = PersonRow(self)
            person.tell(one.name, one.text)
            self.body.addWidget(person)
        if way.why:
            why = StoryText(self, role=Role.NOTE)
            why.set_markdown(way.why)
            why.setAccessibleName(_("The reason"))
            self.body.addWidget(why)


def heard(way: Way, skill: str) -> str:
    """Give what fitted as lines to be spoken."""
    fit = ds.fit_name(way.fit) if way.fit else ""
    about = (
        _("%(name)s: %(text)s") % {"name": one.name, "text": plain(one.text)} for one in way.about
    )
    said = Said(way.words, way.is_said).plain()
    lines = (ds.name(D(skill)), fit, said, *about, plain(way.why))
    return "\n".join(line for line in lines if line)


class _Ways(Region):
    """What fitted. It takes the focus, so that it can be read before rating."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What fitted"))
        self._column = theme.lay(QVBoxLayout(self), margins=(EDGE, 0, 0, 0), spacing=12)
        self._own = Card(self, margins=(20, 14, 20, 14))
        self._words = PersonRow(self._own)
        self._own.body.addWidget(self._words)
        self._column.addWidget(self._own)
        self._column.addWidget(Heading(_("What fitted")))
        self._cards: list[_WayCard] = []

    def tell(self, variant: Variant, skill: str, own: str) -> None:
        """Show one's own words, and below them what fitted in another situation."""
        self._words.tell(_("Your words"), quoted(own), literal=True)
        self._own.setVisible(bool(own))
        take_out(self._column, *self._cards)
        self._cards = [_WayCard(way, skill, self) for way in variant.ways]
        for card in self._cards:
            self._column.addWidget(card)
        self.setAccessibleDescription("\n\n".join(heard(way, skill) for way in variant.ways))


class _Points(Card):
    """What a good answer holds, to tick off against one's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(20, 16, 20, 16), spacing=4)
        self.body.addWidget(Heading(_("Points that a good answer holds"), role=Role.SUBHEADING))
        self.body.addWidget(SoftLabel(_("Tick what yours held. Ticks are for you alone.")))
        self._boxes: list[CheckBox] = []

    def tell(self, points: Iterable[str]) -> None:
        """Show the points of another situation, none of them ticked."""
        take_out(self.body, *self._boxes)
        self._boxes = [CheckBox(plain(point), self) for point in points]
        for box in self._boxes:
            self.body.addWidget(box)
        self.setVisible(bool(self._boxes))

    def ticked(self) -> tuple[int, ...]:
        """Positions of those that are ticked."""
        return tuple(index for index, box in enumerate(self._boxes) if box.isChecked())


class _HowItWent(HowItWent):
    """Asks how it went; one may also go on without saying: ``rated`` then has None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Did something that fits come to mind?"),
            _("It only says when this comes back. There is no score."),
            parent,
        )
        self.without = LinkButton(_("Go on without saying"), self)
        self.without.clicked.connect(self._without)
        self.body.addWidget(self.without, 0, Qt.AlignmentFlag.AlignLeft)

    def _without(self) -> None:
        self.rated.emit(None)


class Comparing(QWidget):
    """Everything that shows once one has answered.

    Signals:
        rated(object): how it went, a :class:`Rating`, or None to go on without.
    """

    rated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=14)
        self.ways, self.points, self.how = _Ways(self), _Points(self), _HowItWent(self)
        self.how.rated.connect(self.rated)
        column.addWidget(self.ways)
        below = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0), spacing=14)
        below.addWidget(self.points)
        below.addWidget(self.how)
        column.addLayout(below)

    def tell(self, variant: Variant, skill: str, own: str) -> None:
        """Show what fitted in another situation."""
        self.ways.tell(variant, skill, own)
        self.points.tell(variant.points)
