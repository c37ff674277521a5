"""A field for how many people are in the room, as somebody counted them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator

from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets import enter
from trainer.ui.workshop.numbers import NumbersField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

# Nothing is an answer as well, which a validator of numbers never takes.
_NUMBER = "[0-9]{0,4}"


class PeopleField(NumbersField):
    """Takes a number, or nothing.

    Signals:
        counted(int): somebody counted that many; 0 where the field was emptied.
    """

    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, hint: str = "", width: int = 170) -> None:
        super().__init__(_("People in the room"), parent, hint=hint)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(_NUMBER), self))
        self.editingFinished.connect(self._tell)
        self._known: int | None = None
        theme.fix(self, width=width)

    def show_people(self, people: int | None) -> None:
        """Show how many it is, but not over what is being typed."""
        self._known = people
        text = "" if people is None else str(people)
        if not self.hasFocus() and self.text() != text:
            self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter: the field may be gone by then, and the room would go on by it."""
        super().keyPressEvent(event)
        if enter.is_enter(event):
            event.accept()

    def _tell(self) -> None:
        typed = int(self.text() or 0)
        if typed != (self._known or 0):
            self.counted.emit(typed)
