"""Quiet bars at the top of a scene: what is worth knowing, and what to do on bad days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.errors import KeepingError


class _Bar(QWidget):
    """A surface above the scene; it scrolls with it, so that it takes no room in small windows."""

    fill = "wash"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        palette = theme.colours()
        fill = getattr(palette, self.fill)
        paint_surface(QPainter(self), QRectF(self.rect()), fill=fill, border=palette.line)


class Strip(_Bar):
    """One sentence that goes with the next step, or when it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = theme.lay(QHBoxLayout(self), margins=(16, 8, 8, 8), spacing=12)
        self._words = Words()
        row.addWidget(self._words, 1)
        self._close = LinkButton(_("Close"))
        self._close.clicked.connect(self.hide)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence; an empty one hides the strip."""
        self._words.setText(text)
        self.setVisible(bool(text))

    def words(self) -> str:
        """What it says now; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()


class KeepingBar(_Bar):
    """Says once that nothing can be kept now, and leaves the choice.

    Signals:
        try_again(): once more.
        go_on_anyway(): play on; what happens waits to be kept.
        stop(): leave the scenario as it was last kept.
    """

    fill = "card"
    try_again = Signal()
    go_on_anyway = Signal()
    stop = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), margins=(16, 12, 16, 14), spacing=10)
        self._words = Words()
        column.addWidget(self._words)
        self._buttons = QWidget(self)
        row = FlowLayout(self._buttons, spacing=10)
        self._again = PrimaryButton(_("Try again"), self._buttons)
        self._anyway = QuietButton(_("Go on without keeping"), self._buttons)
        self._stop = QuietButton(_("Stop here"), self._buttons)
        self._again.clicked.connect(self.try_again)
        self._anyway.clicked.connect(self.go_on_anyway)
        self._stop.clicked.connect(self.stop)
        for button in (self._again, self._anyway, self._stop):
            row.addWidget(button)
        column.addWidget(self._buttons)
        self.hide()

    def refused(self, error: KeepingError) -> None:
        """Say that the last step could not be kept, and was not taken."""
        self._words.setText(
            _("%(error)s You are where you were; nothing is lost.") % {"error": str(error)}
        )
        self._anyway.show()
        self.show()
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def waiting(self, count: int) -> None:
        """Say how much waits to be kept; nothing hides the bar."""
        if not count:
            self.hide()
            return
        self._words.setText(
            ngettext(
                "%(count)d step is not kept yet. It waits here and is kept as soon as there"
                " is room.",
                "%(count)d steps are not kept yet. They wait here and are kept as soon as"
                " there is room.",
                count,
            )
            % {"count": count}
        )
        self._anyway.hide()
        self.show()
