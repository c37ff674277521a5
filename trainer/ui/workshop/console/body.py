"""All that is on the console, put together: what it shows, and where each part stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.widgets.focus_order import chain
from trainer.ui.workshop.console.asked import AskedPanel
from trainer.ui.workshop.console.bands.bands import (
    AsideBand,
    KeepingBand,
    LateBand,
    PausesBand,
    SaidBand,
)
from trainer.ui.workshop.console.bands.reopen_band import ReopenBand
from trainer.ui.workshop.console.columns import Columns
from trainer.ui.workshop.console.foot import Foot, TimerRow
from trainer.ui.workshop.console.head import Head
from trainer.ui.workshop.console.join_card import JoinCard
from trainer.ui.workshop.console.later import LaterPanel
from trainer.ui.workshop.console.middle import Middle
from trainer.ui.workshop.console.room import RoomPanel
from trainer.ui.workshop.console.run_of_show import RunOfShow
from trainer.ui.workshop.console.votes.vote import VotePanel
from trainer.workshop.state import Handled

if TYPE_CHECKING:
    from trainer.ui.context import Context
    from trainer.workshop.telling.console_view import Clocks, ConsoleView


class Body(QWidget):
    """The parts, by name; they say by their signals what is wanted, and whoever made it does it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self._column = theme.lay(QVBoxLayout(self))
        self.head = Head(context, self)
        column.addWidget(self.head)
        self._make_bands()
        column.addWidget(self._bands)
        self.run, self.middle, self.join = RunOfShow(), Middle(), JoinCard()
        self.vote, self.asked = VotePanel(), AskedPanel()
        self.later, self.room = LaterPanel(), RoomPanel()
        panels: dict[str, QWidget] = {
            "vote": self.vote, "asked": self.asked, "later": self.later, "room": self.room,
        }  # fmt: skip
        self.columns = Columns(
            self.run, self.middle, panels, self.join, {"vote": self.vote.pinned}, self
        )
        column.addWidget(self.columns, 1)
        self.foot, self.timer = Foot(self), TimerRow(self)
        column.addWidget(self.foot)
        self._under = QWidget(self)
        self._below = theme.lay(QVBoxLayout(self._under), spacing=12)
        self.columns.turned.connect(self.order_tabs)
        self.vote.opened.connect(self._vote_opened)
        self.vote.over.connect(self._vote_over)
        self.run.turned.connect(self.order_tabs)
        self.columns.arranged.connect(self._arrange)
        self.columns.sized.connect(self.middle.screen_.screen_.set_column)
        self._arrange()

    def _make_bands(self) -> None:
        self._bands = QWidget(self)
        self._lines = theme.lay(QVBoxLayout(self._bands), margins=(20, 8, 20, 0), spacing=8)
        self.pauses, self.keeping, self.said = PausesBand(), KeepingBand(), SaidBand()
        self.late, self.aside, self.reopen = LateBand(), AsideBand(), ReopenBand()
        self._every_band = (
            self.aside, self.pauses, self.reopen, self.keeping, self.said, self.late,
        )  # fmt: skip
        for band in self._every_band:
            self._lines.addWidget(band)
            band.turned.connect(self._band_turned)
        self._bands.hide()

    def _band_turned(self) -> None:
        self._bands.setVisible(any(not band.isHidden() for band in self._every_band))

    def _arrange(self) -> None:
        """Have bands and timer scroll with all the rest where there is one column."""
        one = self.columns.is_one
        theme.lay(self._lines, margins=(0, 0, 0, 0) if one else (20, 8, 20, 0), spacing=8)
        if one:
            for part in (self.foot.extras, self.timer):
                self._below.addWidget(part)
            self.columns.hold(self._bands, self._under)
        else:
            self.columns.let_go()
            self._column.insertWidget(1, self._bands)
            self.foot.hold(self.timer)
        # Moved, they would show only with the next turn of the loop.
        self.timer.show()
        self._under.setVisible(one)
        self._band_turned()
        self.head.set_narrow(one)
        self.order_tabs()

    def _vote_opened(self, counted: QWidget) -> None:
        """Where one part shows at a time, let it be the one in which hands are counted."""
        self.columns.bring("vote", counted)

    def _vote_over(self) -> None:
        """Come back from there to what goes on."""
        if self.columns.is_one and self.columns.at == "vote":
            self.columns.turn_to("now")

    def order_tabs(self) -> None:
        """Have Tab go from the top to the foot, column by column."""
        bands = [] if self.columns.is_one else [self._bands]
        chain(self.head, *bands, *self.columns.parts(), self.foot)

    def forget(self) -> None:
        """Let go of what was typed and said in another workshop."""
        self.said.say("")
        self.keeping.hide()
        self.later.text.clear()
        self.vote.forget()
        self.columns.turn_to("now" if self.columns.is_one else "vote")

    # Showing

    def show_view(self, view: ConsoleView, before: ConsoleView | None, t: int) -> None:
        """Show the workshop; parts that are as they were are not touched."""
        if before is None or before.title != view.title:
            self.head.set_title(view.title)
        self.head.show_view(view)
        self.run.show_rows(view.rows)
        self.run.show_story(view.story)
        self.middle.show_view(view)
        self.asked.show_asked(view.asked)
        self.later.show_parked(view.parked)
        self.room.show_room(view)
        self.join.show_door(view)
        self.foot.show_view(view)
        self.pauses.show_pauses(view, t)
        self.reopen.show_door(view)
        self.late.show_view(view)
        if before is not None and len(view.pauses) > len(before.pauses):
            self.columns.to_top()
        self._name_tabs(view)

    def _name_tabs(self, view: ConsoleView) -> None:
        new = sum(one.handled is Handled.NEW for one in view.asked)
        waits = len(view.parked)
        questions = ngettext("Questions: %(count)d new", "Questions: %(count)d new", new)
        names = {
            "now": _("Now"),
            "run": _("Run of show"),
            "vote": _("Vote"),
            "asked": questions % {"count": new} if new else _("Questions"),
            "later": _("Later: %(count)d") % {"count": waits} if waits else _("Later"),
            "room": _("Room"),
        }
        for name, words in names.items():
            self.columns.name_tab(name, words)

    def show_clocks(self, now: Clocks, *, runs: bool) -> None:
        """Show the time; ``runs`` is whether the workshop does."""
        self.head.show_clocks(now, runs=runs)
        self.run.show_clocks(now)
        self.timer.show_clocks(now)
        self.late.show_clocks(now)
