"""The bar at the top of a page: what this is on the left, what can be done on the right.

The shell has one above its pages. An immersive page puts one at its own top::

    bar = TopBar(context)
    bar.add_left(QuietButton(_("Library"), icon="arrow-left"))
    bar.set_title(scenario.title)
    bar.add_left(self._segments)
    bar.add_right(QuietButton(_("Step back"), icon="undo-2"))

"Leave quickly" stands at its end by itself. Where the window is narrow or the text large,
the bar takes less room step by step, and then breaks into further lines; nothing goes away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import _
from trainer.shortening import shortened
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.bars.leave_button import LeaveButton
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from trainer.ui.context import Context


class Air(NamedTuple):
    """What is left free around and between the things of a bar, in pixels at 100 %."""

    margins: tuple[int, int, int, int]
    spacing: int
    line_spacing: int


ROOMY = Air((24, 9, 24, 10), 14, 8)
CLOSE = Air((12, 9, 12, 10), 8, 8)
CLOSEST = Air((8, 4, 8, 5), 4, 2)

_LONGEST = 24
"""Signs of a name in the bar; Settings says it in full."""


class TopBar(QWidget):
    """A bar with a title, widgets on both sides of the gap, and "Leave quickly".

    ``show_keys`` prints the keys of "Leave quickly" on it. One ``of_shell`` leaves the order of
    Tab to the shell, and says who practises where several do.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        show_keys: bool = False,
        of_shell: bool = False,
        says_guest: bool = True,
    ) -> None:
        super().__init__(parent)
        self._of_shell = of_shell
        self._context = context
        self._flow = FlowLayout(self)
        self.air = CLOSE
        self.stand(ROOMY)
        self.title = LineLabel("", self, role=Role.TITLE)
        self._flow.addWidget(self.title)
        self._flow.add_stretch()
        self._says_guest = says_guest
        self._who: LineLabel | None = None
        self.leave = LeaveButton(self, keys=_("Esc Esc") if show_keys else "")
        self.leave.clicked.connect(context.leave_quickly)
        self._flow.addWidget(self.leave)
        self._buttons: list[tuple[Button, str, str]] = [
            (self.leave, self.leave.words(), self.leave.words())
        ]
        self._show_who()
        context.store_changed.connect(self._show_who)
        if of_shell:
            context.people_changed.connect(self._show_who)
        self.setMinimumHeight(theme.px(theme.BAR_HEIGHT))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _show_who(self) -> None:
        """Say that nothing is kept of a guest, or whose history is open where several have one."""
        said = self._said_of_who()
        if said and self._who is None:
            self._who = LineLabel("", self, role=Role.NOTE_STRONG)
            self._flow.insert_widget(self._flow.stretch_at() + 1, self._who)
        if self._who is not None:
            self._who.setText(said)
            self._who.setVisible(bool(said))
            self.fit()

    def _said_of_who(self) -> str:
        person = self._context.person
        if self._context.guest:
            return _("Guest: nothing is kept") if self._says_guest else ""
        if not self._of_shell or person is None:
            return ""
        from trainer.progress import profiles

        people = profiles.listed()
        name = next((one.name for one in people if one.id == person.id), "")
        if not name or len(people) < 2:
            return ""
        return _("%(name)s practises") % {"name": shortened(name, _LONGEST)}

    def stand(self, air: Air) -> None:
        """Leave so much air around everything."""
        if air is not self.air:
            self.air = air
            self._flow.set_air(
                margins=air.margins, spacing=air.spacing, line_spacing=air.line_spacing
            )

    def set_title(self, title: str) -> None:
        """Say what this is."""
        self.title.setText(title)
        self.fit()

    def add_left(self, widget: QWidget, *, before_title: bool = False) -> None:
        """Put a widget behind the title, or with ``before_title`` in front of it.

        One with a method ``fit_bar(roomy)`` is told where it should take less room.
        """
        # Asked, not counted: widgets of pages that were let go of leave by themselves.
        self._flow.insert_widget(0 if before_title else self._flow.stretch_at(), widget)
        if not self._of_shell:
            self.order_tabs()

    def add_right(self, widget: QWidget, *, short: str = "") -> None:
        """Put a widget in front of "Leave quickly".

        ``short`` is what a button says where room is short.
        """
        if isinstance(widget, Button):
            self._buttons.append((widget, widget.words(), short or widget.words()))
        self._flow.insert_widget(self._flow.count() - 1, widget)
        if not self._of_shell:
            self.order_tabs()

    def order_tabs(self) -> None:
        """Let Tab go as the eye does."""
        chain(*self._flow.widgets())

    def restyled(self) -> None:
        """Grow with the text."""
        self.setMinimumHeight(theme.px(theme.BAR_HEIGHT))
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it shorter where room is short."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take less room step by step, until all of it stands on one line."""
        self.take_room()
        for step in self.steps():
            if self.spare() >= 0:
                break
            step()

    def spare(self) -> int:
        """Pixels that are left on one line; less than nothing where one is not enough."""
        return self.width() - self._flow.sizeHint().width()

    def take_room(self) -> None:
        """Print keys, say words in full, and leave air around them."""
        for button, full, _short in self._buttons:
            button.set_words(full)
            button.show_keys(True)
        self._fit_others(roomy=True)
        self.stand(ROOMY)

    def steps(self) -> Sequence[Callable[[], None]]:
        """What saves room, one after the other; a bar may have more."""
        return self._leave_keys, self._say_shorter, self._stand_closer

    def _leave_keys(self) -> None:
        for button, _full, _short in self._buttons:
            button.show_keys(False)

    def _say_shorter(self) -> None:
        for button, _full, short in self._buttons:
            button.set_words(short)
        self._fit_others(roomy=False)

    def _stand_closer(self) -> None:
        self.stand(CLOSE)

    def _fit_others(self, *, roomy: bool) -> None:
        for widget in self._flow.widgets():
            fit: Any = getattr(widget, "fit_bar", None)
            if fit is not None:
                fit(roomy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the line below it."""
        palette = theme.colours()
        painter = QPainter(self)
        fill(painter, self.rect(), palette.card)
        foot = QRectF(0, self.height() - 1, self.width(), 1)
        fill(painter, foot, palette.line)
