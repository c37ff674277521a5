"""What a screen reader hears of the console by itself: what is new, once, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui.workshop.console.bands.reopen_band import said_of_door
from trainer.ui.workshop.console.now import gist
from trainer.workshop.state import Handled
from trainer.workshop.telling.console_view import said_of_pause, said_of_time
from trainer.workshop.telling.console_vote import Status

if TYPE_CHECKING:
    from trainer.ui.context import Context
    from trainer.workshop.telling.console_view import Clocks, ConsoleView
    from trainer.workshop.telling.console_vote import Voting

AGAIN = 5
"""Minutes more behind after which being late is said again."""


class Telling(QObject):
    """Compares what is with what was said."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.forget()

    def forget(self) -> None:
        """Begin anew, with another workshop."""
        self._pauses: frozenset[int] = frozenset()
        self._asked = 0
        self._where = ""
        self._status: Status | None = None
        self._part, self._late, self._over = "", 0, False
        self._broke_off = ""

    def tell(self, view: ConsoleView, vote: Voting | None) -> None:
        """Say what is new of the room: pauses first."""
        pauses = frozenset(one.id for one in view.pauses)
        for waiting in view.pauses:
            if waiting.id not in self._pauses:
                self._context.announce(said_of_pause(view, waiting))
        self._pauses = pauses
        broke_off = said_of_door(view)
        if broke_off and not self._broke_off:
            self._context.announce(broke_off)
        self._broke_off = broke_off
        self._tell_place(view, vote)
        new = sum(one.handled is Handled.NEW for one in view.asked)
        if new > self._asked:
            self._context.announce(_("A new question has come by phone."))
        self._asked = new

    def _tell_place(self, view: ConsoleView, vote: Voting | None) -> None:
        room = view.room
        where = f"{room.what}{room.title}{room.part}"
        if where != self._where:
            self._where = where
            self._context.announce("\n".join(one for one in (plain(room.title), gist(room)) if one))
        status = None if vote is None else vote.status
        if status != self._status:
            self._status = status
            if status is not None:
                self._context.announce(_said(status))

    def tell_time(self, clocks: Clocks, part: str, *, runs: bool) -> None:
        """Say once that a part is nearly over, that it is late, and that the time to talk is."""
        if part != self._part:
            self._part = part
            if part:
                self._context.announce(part)
        late = clocks.minutes_late if runs else 0
        if late and (not self._late or late >= self._late + AGAIN):
            self._context.announce(said_of_time(clocks))
            self._late = late
        elif not late:
            self._late = 0
        over = clocks.left == 0
        if over and not self._over:
            self._context.announce(_("Time is over"))
            QApplication.beep()
        self._over = over


def _said(status: Status) -> str:
    return {
        Status.NOT_OPEN: _("The vote is not open."),
        Status.OPEN: _("The vote is open."),
        Status.CLOSED: _("The vote has closed."),
        Status.SHOWN: _("The room sees the result."),
    }[status]
