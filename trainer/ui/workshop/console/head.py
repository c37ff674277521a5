"""The bar at the top: what this is, how long it has gone, and what covers the room's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.bars.top_bar import TopBar
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.words import SoftLabel
from trainer.ui.workshop.console.pieces import Digits, Pill, Toggle, minutes
from trainer.workshop.telling.console_view import said_of_time

if TYPE_CHECKING:
    from trainer.ui.context import Context
    from trainer.workshop.telling.console_view import Clocks, ConsoleView


LEAST = 4
"""How often the bar can say less before it breaks into two lines."""


class _Clock(QWidget):
    """How long the whole has gone, of how long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = theme.lay(QHBoxLayout(self), spacing=10)
        self.gone = Digits(_("Time gone"), self)
        self._of = SoftLabel("", self, wrap=False)
        self._whole, self._narrow = "", False
        row.addWidget(self.gone)
        row.addWidget(self._of)

    def show_ms(self, gone: int, planned: int) -> None:
        """Show how long, of how long."""
        self.gone.show_ms(gone)
        self._whole = _("of %(planned)s") % {"planned": minutes(planned)}
        self.set_narrow(self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the whole where room is short; not hidden, which would set the bar anew."""
        self._narrow = narrow
        said = "" if narrow else self._whole
        if said != self._of.text():
            self._of.setText(said)


class Head(TopBar):
    """The console's bar. "Leave quickly" stands at its end, and is the only way to leave so."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, says_guest=False)
        self._narrow = self._fits = False
        self._where, self._part_said, self._over = "", ("", ""), False
        self._shown: tuple[str, tuple[str, str], bool] | None = None
        self.projector = QuietButton("", self, icon="presentation")
        theme.set_role(self.projector, Role.SMALL_STRONG)
        self.projector.pad_y = 6
        self._clock = _Clock(self)
        self._late, self._part = Pill(self), Pill(self)
        self.blank = Toggle(_("Blank"), self, icon="monitor-off", keys=_("B"))
        self.freeze = Toggle(_("Freeze"), self, icon="snowflake", keys=_("F"))
        self.add_left(self.projector)
        self.show_projector("")
        for widget in (self._part, self._clock, self._late, self.blank, self.freeze):
            self.add_right(widget)
        theme.set_role(self.title, Role.HEADING)

    def show_projector(self, where: str) -> None:
        """Say which screen the room sees."""
        self._where = where
        self.projector.setAccessibleName(self._said_of_projector())
        self.projector.setAccessibleDescription(_("Choose the screen that the room sees"))
        self._fit()

    def _said_of_projector(self) -> str:
        if not self._where:
            return _("No projector yet")
        return _("Projector: %(screen)s") % {"screen": self._where}

    def _fit(self) -> None:
        """Say as much as stands on one line; late, what covers the room is needed all the same."""
        if self._fits:
            return
        self._fits = True
        for less in range(LEAST + 1):
            self._say(less)
            if self._flow.sizeHint().width() <= self.width():
                break
        self._fits = False

    def _say(self, less: int) -> None:
        """Say everything, or less: what the clocks show by themselves goes before any button."""
        short = self._narrow or (less > 0 and bool(self._where))
        words = _("Projector") if short else self._said_of_projector()
        if words != self.projector.words():
            self.projector.set_words(words)
        for button in (self.blank, self.freeze):
            button.show_keys(less < 2)
        self._clock.set_narrow(self._narrow or less > 1)
        theme.set_role(self.title, Role.HEADING if less < 3 else Role.SUBHEADING)
        self._part.show_words(
            self._part_said[less == LEAST], "circle-pause" if self._over else "clock", "ink"
        )

    def show_view(self, view: ConsoleView) -> None:
        """Show what covers the room's screen."""
        self.blank.show_on(view.blank)
        self.freeze.show_on(view.ahead is not None)

    def show_clocks(self, clocks: Clocks, *, runs: bool) -> None:
        """Show the time: late is said by words, by an icon and by weight, not by colour alone."""
        times = clocks.times
        self._clock.show_ms(times.gone, times.planned)
        late = times.is_late
        # Where room is short it is not said that all is well.
        said = said_of_time(clocks) if runs and (late or not self._narrow) else ""
        icon, tone = ("clock", "distract") if late else ("check", "delay")
        self._late.show_words(said, icon, tone, filled=late)
        part = ("", "")
        if runs and times.over:
            part = (_("this part is over its time"), _("over its time"))
        elif runs and times.warns:
            part = (_("this part is nearly over"), _("nearly over"))
        now = (said, part, times.over)
        if now != self._shown:
            self._shown, self._part_said, self._over = now, part, times.over
            self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Say less where room is short."""
        self._narrow = narrow
        self.title.setVisible(not narrow)
        self._fit()

    def warning(self) -> str:
        """Give what is said of the part that is on; empty while there is time."""
        return self._part_said[0]
