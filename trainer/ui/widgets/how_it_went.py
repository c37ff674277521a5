"""Four plain words for how it went, in the learner's own view. They are no score of anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.language import N_, _
from trainer.progress.boosters.boosters import Rating
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.tiles import Tiles
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

_RATINGS: Final = {
    Rating.NOT_THIS_TIME: N_("Not this time"),
    Rating.WITH_EFFORT: N_("With effort"),
    Rating.YES: N_("Yes"),
    Rating.EASILY: N_("Easily"),
}


class HowItWent(Card):
    """Asks ``question``; the digits on the buttons belong to the page.

    Signals:
        rated(object): a :class:`Rating`.
    """

    rated = Signal(object)

    def __init__(self, question: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="wash", margins=(20, 16, 20, 18), spacing=10)
        self.body.addWidget(Heading(question, role=Role.SUBHEADING))
        row = QWidget(self)
        tiles = Tiles(row, least=168, spacing=8)
        self.buttons = [self._button(value, question, row) for value in Rating]
        for button in self.buttons:
            tiles.addWidget(button)
        self.body.addWidget(row)
        self.body.addWidget(SoftLabel(note))

    def _button(self, value: Rating, question: str, parent: QWidget) -> QuietButton:
        words = _(_RATINGS[value])
        button = QuietButton(words, parent, keys=str(value.value))
        known = {"question": question, "answer": words}
        button.setAccessibleName(_("%(question)s %(answer)s") % known)
        button.clicked.connect(self._pressed)
        return button

    def _pressed(self) -> None:
        pressed = self.sender()
        values: Sequence[Rating] = list(Rating)
        for button, value in zip(self.buttons, values, strict=True):
            if button is pressed:
                self.rated.emit(value)
                return
