"""The question, and room to answer it from memory; what is written is nobody else's business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.practice import wording
from trainer.ui import theme
from trainer.ui.boosters import words
from trainer.ui.boosters.opening import Chips
from trainer.ui.practice.scene_view import Reading
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import TextBox
from trainer.ui.widgets.pictures.picture import ScenePicture
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.progress.boosters.due import DueCard
    from trainer.progress.boosters.variants import Variant


class Situation(QWidget):
    """What happens: its picture, where, what has to be known, then the passage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=14)
        above = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0), spacing=8)
        self._chips = Chips(self)
        self._title = Heading(role=Role.TITLE)
        self._before = SoftLabel(role=Role.BODY)
        self._picture = ScenePicture()
        for part in (self._picture, self._chips, self._title, self._before):
            above.addWidget(part)
        self.reading = Reading(self)
        column.addLayout(above)
        column.addWidget(self.reading)

    def tell(self, card: DueCard, variant: Variant, *, named: bool) -> None:
        """Show another situation."""
        self._chips.tell(card, named=named)
        self._title.setText(variant.title)
        self._before.setText("\n\n".join(variant.before))
        self._before.setVisible(bool(variant.before))
        self._picture.setVisible(variant.scene is not None)
        if variant.scene is not None:
            self._picture.show_scene(*variant.scene)
        self.reading.show_passage(None, variant.passage.text, variant.passage.lines)


class Asking(Card):
    """A question and a field.

    Signals:
        done(): Ctrl Enter was pressed in the field.
    """

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._ask = Heading(role=Role.SUBHEADING)
        self.body.addWidget(self._ask)
        self.body.addWidget(
            SoftLabel(
                _(
                    "You have met this way of helping before, in other situations. Write down what "
                    "comes to mind here, or say it to yourself."
                )
            )
        )
        self.box = TextBox(_("Your own words"), hint=_("What would you say or do?"), lines=4)
        self.body.addWidget(self.box)
        self._promise = SoftLabel()
        self.body.addWidget(self._promise)

    def tell(self, card: DueCard, written: str, *, kept: bool) -> None:
        """Ask for another D; ``written`` was written for it before."""
        self._ask.setText(words.ask(card.skill))
        if self.box.text() != written:
            self.box.set_text(written)
        self._promise.setText(wording.promise(keeps=kept))

    def question(self) -> str:
        """What is asked."""
        return self._ask.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be done with writing by Ctrl Enter."""
        if enter.is_for_page(event):
            self.done.emit()
        else:
            super().keyPressEvent(event)
