"""The bar at the top: what this is, how long it has gone, and what covers the room's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.top_bar import TopBar
from trainer.ui.widgets.words import SoftLabel
from trainer.ui.workshop.console.pieces import Digits, Pill, Toggle, minutes
from trainer.workshop.telling.console_view import said_of_time

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from trainer.ui.context import Context
    from trainer.workshop.telling.console_view import Clocks, ConsoleView


TIGHT = 125
"""Width, in digits of the body's type, below which the bar says less: near 1240 px at 100 %."""


class _Clock(QWidget):
    """How long the whole has gone, of how long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = theme.lay(QHBoxLayout(self), spacing=10)
        self.gone = Digits(_("Time gone"), self)
        self._of = SoftLabel("", self, wrap=False)
        row.addWidget(self.gone)
        row.addWidget(self._of)

    def show_ms(self, gone: int, planned: int) -> None:
        """Show how long, of how long."""
        self.gone.show_ms(gone)
        said = _("of %(planned)s") % {"planned": minutes(planned)}
        if said != self._of.text():
            self._of.setText(said)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the whole where room is short."""
        self._of.setVisible(not narrow)


class Head(TopBar):
    """The console's bar. "Leave quickly" stands at its end, and is the only way to leave so."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, says_guest=False)
        self._narrow = False
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
        said = _("Projector: %(screen)s") % {"screen": where} if where else _("No projector yet")
        self.projector.setAccessibleName(said)
        self.projector.setAccessibleDescription(_("Choose the screen that the room sees"))
        words = _("Projector") if self._narrow or self._is_tight() else said
        if words != self.projector.words():
            self.projector.set_words(words)

    def _is_tight(self) -> bool:
        """Tell whether three columns fit, but not everything in the bar above them."""
        return self.width() < TIGHT * QFontMetrics(theme.font()).horizontalAdvance("0")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where room is short."""
        tight = self._is_tight()
        theme.set_role(self.title, Role.SUBHEADING if tight else Role.HEADING)
        self._clock.set_narrow(tight)
        self.show_projector(self._where)
        super().resizeEvent(event)

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
        part = ""
        if runs and times.over:
            part = _("this part is over its time")
        elif runs and times.warns:
            part = _("this part is nearly over")
        self._part.show_words(part, "circle-pause" if times.over else "clock", "ink")

    def set_narrow(self, narrow: bool) -> None:
        """Say less where room is short."""
        self._narrow = narrow
        self.title.setVisible(not narrow)
        self._clock.set_narrow(narrow or self._is_tight())
        self.show_projector(self._where)

    def warning(self) -> str:
        """Give what is said of the part that is on; empty while there is time."""
        return self._part.text()
