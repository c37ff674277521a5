"""What shows while something takes a while: how far it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets.progress import PlainBar
from trainer.ui.widgets.words import SoftLabel

_SOON: Final = 200
"""Milliseconds that need no words."""
_WHOLE: Final = 1000


class Waiting(QWidget):
    """Words and a bar, which show only where the wait is long enough to be noticed."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._percent = -1
        column = theme.lay(QVBoxLayout(self), spacing=6)
        self._said = SoftLabel(words, self)
        self._bar = PlainBar(words, self)
        self._bar.setRange(0, _WHOLE)
        column.addWidget(self._said)
        column.addWidget(self._bar)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.show)
        self.hide()

    def wait(self, on: bool) -> None:
        """Begin to wait, or end it."""
        self.move_to(0.0)
        if on:
            self._soon.start(_SOON)
        else:
            self._soon.stop()
            self.hide()

    def move_to(self, part: float) -> None:
        """Show how far it is, from 0 to 1."""
        percent = round(part * 100)
        self._bar.setValue(round(part * _WHOLE))
        if percent != self._percent:
            self._percent = percent
            known = {"what": self._words, "percent": percent}
            self._said.setText(_("%(what)s: %(percent)d %%") % known)
