"""One drill, as it lies in the hand: where, who says what; and room to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills import wording
from trainer.drills.hand import Part
from trainer.language import _
from trainer.scenario import kind_words
from trainer.ui import theme
from trainer.ui.drills.answering import Answering
from trainer.ui.practice.spoken_line import Bubble
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import FactChip
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.drills.model import Drill
    from trainer.ui.widgets.fields import TextBox


class CardHead(QWidget):
    """What stands above every card: a small fact, which card it is, and the tick to print it.

    Signals:
        ticked(bool): it shall be printed, or not.
    """

    ticked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, margins=(EDGE, 0, 0, 0), spacing=12)
        self._fact: FactChip | None = None
        self._place = LineLabel("", self, role=Role.NOTE)
        self._place.set_tone("soft")
        self.tick = CheckBox(_("Tick to print"), self, role=Role.NOTE)
        self.tick.toggled.connect(self.ticked)
        self._flow.addWidget(self._place)
        self._flow.add_stretch()
        self._flow.addWidget(self.tick)

    def tell(self, fact: str, place: str, *, ticked: bool) -> None:
        """Say it of another card; ``fact`` may be empty."""
        take_out(self._flow, self._fact)
        self._fact = None
        if fact:
            self._fact = FactChip(fact, self)
            self._flow.insert_widget(0, self._fact)
            self._fact.show()
        self._place.setText(place)
        self.tick.blockSignals(True)
        self.tick.setChecked(ticked)
        self.tick.blockSignals(False)


class Spoken(Region):
    """Who says it, and what. It takes the focus, so that it can be read first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What is said"))
        column = theme.lay(QVBoxLayout(self), margins=(EDGE, 2, 0, 2), spacing=12)
        self._who = StoryText(self)
        self._who.setAccessibleName(_("Who says it"))
        self._bubble = Bubble(self, role=Role.TITLE)
        self._bubble.dress(yours=False, harming=True)
        column.addWidget(self._who)
        column.addWidget(self._bubble, 0, Qt.AlignmentFlag.AlignLeft)

    def speak(self, drill: Drill, *, soften: bool) -> None:
        """Show another drill."""
        said = wording.line(drill, soften=soften)
        self._who.set_markdown(drill.who)
        self._bubble.text.set_markdown(said.text, said.marks())
        self._bubble.text.setAccessibleName(_("What is said"))
        self.setAccessibleDescription(wording.heard_drill(drill, soften=soften))


class DrillCard(Card):
    """A drill, and the place to answer it while nothing behind it shows.

    Signals:
        done(): Ctrl Enter was pressed in the field.
    """

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(14, 18, 26, 22), spacing=14)
        self.head = CardHead(self)
        self.spoken = Spoken(self)
        self.answering = Answering(self)
        self.body.addWidget(self.head)
        self.body.addWidget(self.spoken)
        below = theme.lay(QVBoxLayout(), margins=(EDGE, 8, 0, 0))
        below.addWidget(self.answering)
        self.body.addLayout(below)

    @property
    def box(self) -> TextBox:
        """Where one's own words are written."""
        return self.answering.box

    def show_drill(
        self, drill: Drill, place: tuple[int, int], *, soften: bool, ticked: bool
    ) -> None:
        """Show another drill."""
        fact = kind_words.setting(drill.setting)
        self.head.tell(fact, wording.place(Part.DRILLS, *place), ticked=ticked)
        self.spoken.speak(drill, soften=soften)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be done with writing by Ctrl Enter."""
        if enter.is_for_page(event):
            self.done.emit()
        else:
            super().keyPressEvent(event)
