"""The clock of timed practice: a soft bar that can be paused; it never shows a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SMOOTH, _CALM = 100, 1000
"""Milliseconds between two paintings, with motion and with less of it."""


class _Track(QWidget):
    """The bar itself: what is left of the time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Long and thin."""
        return QSize(theme.px(160), theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, and on it what is left."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = self.height() / 2
        edge = palette.outline if palette.contrast else palette.line
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(palette.well))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, corner, corner)
        box.setWidth(box.width() * self.left)
        if self.isRightToLeft():
            box.moveRight(self.width() - 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.teal))
        painter.drawRoundedRect(box, corner, corner)


class TimerBar(QWidget):
    """Runs for a while and can be paused.

    Signals:
        ran_out(): the time is over.
    """

    ran_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = theme.lay(QHBoxLayout(self), margins=(24, 8, 24, 0), spacing=12)
        self._track = _Track(self)
        self._track.setAccessibleName(_("Time for this decision"))
        self._pause = QuietButton(_("Pause"), self, icon="pause", keys=_("P"))
        self._pause.clicked.connect(self.toggle)
        row.addWidget(self._track, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._pause)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._ticked)
        self._clock = QElapsedTimer()
        self._length = self._used = 0
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether time passes now."""
        return self._tick.isActive()

    def start(self, seconds: int) -> None:
        """Run from the beginning."""
        self._length, self._used = seconds * 1000, 0
        self.show()
        self._run()

    def stop(self) -> None:
        """Stop and hide."""
        self._tick.stop()
        self._length = 0
        self.hide()

    def pause(self) -> None:
        """Hold the time, until it is asked to run on."""
        if self.is_running:
            self._used += self._clock.elapsed()
            self._tick.stop()
        self._pause.set_words(_("Run on"), icon="play")
        self._track.setAccessibleDescription(_("The time is held."))

    def toggle(self) -> None:
        """Pause, or run on."""
        if self.is_running:
            self.pause()
        elif self._length:
            self._run()

    def _run(self) -> None:
        self._clock.start()
        self._tick.start(_CALM if theme.reduced_motion() else _SMOOTH)
        self._pause.set_words(_("Pause"), icon="pause")
        self._track.setAccessibleDescription(_("The time is running. You can pause it."))
        self._show_left(self._used)

    def _ticked(self) -> None:
        used = self._used + self._clock.elapsed()
        self._show_left(used)
        if used >= self._length:
            self.stop()
            self.ran_out.emit()

    def _show_left(self, used: int) -> None:
        self._track.left = max(0.0, 1 - used / self._length) if self._length else 0.0
        self._track.update()
