"""The middle of the console: the room's screen, what comes next, the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.widgets.fitting import Fits
from trainer.ui.workshop.console.now import NextCard, NotesCard
from trainer.ui.workshop.console.small_screen import RoomScreen

if TYPE_CHECKING:
    from trainer.workshop.telling.console_view import ConsoleView

BESIDE = 480
"""Width, unscaled, from which notes stand beside what comes next."""


class Middle(Fits, QWidget):
    """Shows now, next and notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), margins=(0, 2, 0, 0), spacing=14)
        self.screen_ = RoomScreen(self)
        self.next, self.notes = NextCard(self), NotesCard(self)
        column.addWidget(self.screen_)
        self._cards = theme.lay(QHBoxLayout(), spacing=14)
        # Notes are read while speaking: they get the wider part.
        self._cards.addWidget(self.next, 2)
        self._cards.addWidget(self.notes, 3)
        column.addLayout(self._cards, 1)

    def show_view(self, view: ConsoleView) -> None:
        """Show where the workshop stands."""
        self.screen_.show_room(view)
        self.next.show_next(view.next)
        self.notes.show_notes(view.notes)

    def fit(self) -> None:
        """Put the notes beside what comes next, or below it."""
        beside = self.width() >= theme.px(BESIDE)
        theme.turn(self._cards, beside=beside)
