"""One line at the window's foot: something was done, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.ui.context import Notice


LASTS = 20_000
"""Milliseconds that a notice stands which only says that something was done."""


class NoticeBar(QWidget):
    """Shows a notice until its button or "Close" is pressed, or another page is opened.

    What can be undone does not go by a clock: who reads slowly must be able to undo too. The
    rest goes after a while, but not under the mouse or the keyboard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._time_over)
        row = FlowLayout(self, margins=(24, 8, 24, 14), spacing=12)
        self._words = LineLabel("", self, role=Role.BODY)
        self._act = QuietButton("", self, icon="undo-2", keys=_("Ctrl Z"))
        self._undoes = self._act.accessibleDescription()
        self._close = QuietButton(_("Close"), self, icon="x")
        row.addWidget(self._words)
        row.add_stretch()
        row.addWidget(self._act)
        row.addWidget(self._close)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._act.clicked.connect(self.act)
        self._close.clicked.connect(self.clear)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice instead of the one that shows."""
        self._notice = notice
        self._words.setText(notice.text)
        self._act.setVisible(notice.act is not None)
        if notice.act is not None:
            self._act.set_words(notice.button, "check" if notice.leave else "undo-2")
            self._act.show_keys(not notice.leave)
            self._act.setAccessibleDescription("" if notice.leave else self._undoes)
        self._close.set_words(notice.leave or _("Close"))
        self._clock.stop()
        if not notice.stays:
            self._clock.start(LASTS)
        self.show()

    def act(self) -> None:
        """Do what the button offers, once."""
        notice = self._notice
        if notice is None or notice.act is None:
            return
        self.clear()
        notice.act()

    def undo(self) -> None:
        """Take back what was done, if that is what the button offers."""
        if self._notice is not None and not self._notice.leave:
            self.act()

    def clear(self) -> None:
        """Take the notice away."""
        self._notice = None
        self._clock.stop()
        self.hide()

    def _time_over(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget()):
            self._clock.start(LASTS)
        else:
            self.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        palette = theme.colours()
        box = QRectF(self.rect()).adjusted(theme.px(12), 0, -theme.px(12), -theme.px(6))
        paint_surface(QPainter(self), box, fill=palette.wash, border=palette.line)
