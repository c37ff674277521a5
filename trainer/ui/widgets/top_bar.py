"""The bar at the top of a page: what this is on the left, what can be done on the right.

The shell has one above its pages. An immersive page puts one at its own top::

    bar = TopBar(context)
    bar.add_left(QuietButton(_("Library"), icon="arrow-left"))
    bar.set_title(scenario.title)
    bar.add_left(self._segments)
    bar.add_right(QuietButton(_("Step back"), icon="undo-2"))

"Leave quickly" stands at its end by itself. Where the window is narrow or the text large,
the bar breaks into further lines; nothing goes away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, QuietButton
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from trainer.ui.context import Context


class TopBar(QWidget):
    """A bar with a title, widgets on both sides of the gap, and "Leave quickly".

    ``show_keys`` prints the keys of "Leave quickly" on it. ``own_tabs`` keeps the order of
    Tab right by itself; the shell does that for its own bar once the first page shows.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        show_keys: bool = False,
        own_tabs: bool = True,
        says_guest: bool = True,
    ) -> None:
        super().__init__(parent)
        self._own_tabs = own_tabs
        self._context = context
        self._flow = FlowLayout(self, margins=(24, 9, 24, 10), spacing=14, line_spacing=8)
        self.title = LineLabel("", self, role=Role.TITLE)
        self._flow.addWidget(self.title)
        self._flow.add_stretch()
        self._says_guest = says_guest
        self._guest: LineLabel | None = None
        self.leave = QuietButton(
            _("Leave quickly"), self, icon="log-out", keys=_("Esc Esc") if show_keys else ""
        )
        self.leave.clicked.connect(context.leave_quickly)
        self._flow.addWidget(self.leave)
        self._buttons: list[tuple[Button, str, str]] = [
            (self.leave, self.leave.words(), self.leave.words())
        ]
        self._show_guest()
        context.store_changed.connect(self._show_guest)
        self.setMinimumHeight(theme.px(theme.BAR_HEIGHT))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _show_guest(self) -> None:
        """Say that nothing is kept while somebody practises as a guest."""
        shown = self._says_guest and self._context.guest
        if shown and self._guest is None:
            self._guest = LineLabel(_("Guest: nothing is kept"), self, role=Role.NOTE_STRONG)
            self.add_right(self._guest)
        if self._guest is not None:
            self._guest.setVisible(shown)

    def set_title(self, title: str) -> None:
        """Say what this is."""
        self.title.setText(title)
        self._fit()

    def add_left(self, widget: QWidget, *, before_title: bool = False) -> None:
        """Put a widget behind the title, or with ``before_title`` in front of it.

        One with a method ``fit_bar(roomy)`` is told where it should take less room.
        """
        # Asked, not counted: widgets of pages that were let go of leave by themselves.
        self._flow.insert_widget(0 if before_title else self._flow.stretch_at(), widget)
        if self._own_tabs:
            self.order_tabs()

    def add_right(self, widget: QWidget, *, short: str = "") -> None:
        """Put a widget in front of "Leave quickly".

        ``short`` is what a button says where room is short.
        """
        if isinstance(widget, Button):
            self._buttons.append((widget, widget.words(), short or widget.words()))
        self._flow.insert_widget(self._flow.count() - 1, widget)
        if self._own_tabs:
            self.order_tabs()

    def order_tabs(self) -> None:
        """Let Tab go as the eye does."""
        chain(*self._flow.widgets())

    def restyled(self) -> None:
        """Grow with the text."""
        self.setMinimumHeight(theme.px(theme.BAR_HEIGHT))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it shorter where room is short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Print keys and say words in full only where all of it stands on one line."""
        for button, full, _short in self._buttons:
            button.set_words(full)
            button.show_keys(True)
        self._fit_others(roomy=True)
        if self._flow.sizeHint().width() <= self.width():
            return
        for button, _full, short in self._buttons:
            button.set_words(short)
            button.show_keys(False)
        self._fit_others(roomy=False)

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
