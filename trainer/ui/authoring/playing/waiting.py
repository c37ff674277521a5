"""Says that something is being found out: after a moment that it is, after two seconds how far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QWidget

from trainer.authoring.trying.told import number
from trainer.language import _
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.progress import PlainBar
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from trainer.ui.authoring.playing.asker import Asker

_AFTER: Final = 200
_HOW_FAR: Final = 2000


class WaitingLine(QWidget):
    """One line with a button that stops it. ``key`` is the kind of question it waits for.

    ``in_page`` leaves the margins of a page free.

    Signals:
        stopped(): the person does not want to wait any longer.
    """

    stopped = Signal()

    def __init__(
        self,
        asker: Asker,
        key: str,
        parent: QWidget | None = None,
        *,
        words: str = "",
        in_page: bool = False,
    ) -> None:
        super().__init__(parent)
        self._asker, self._key = asker, key
        self._said = words or _("Going through the whole story …")
        side = 24 if in_page else 0
        flow = FlowLayout(self, margins=(side, 4, side, 6), spacing=14, line_spacing=6)
        self.words = LineLabel("", self, role=Role.NOTE)
        self.bar = PlainBar(_("How far it is"), self)
        self.stop = QuietButton(_("Stop"), self, icon="x")
        self.stop.clicked.connect(self._stop)
        for widget in (self.words, self.bar, self.stop):
            flow.addWidget(widget)
        self._since = QElapsedTimer()
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._soon.timeout.connect(self.show)
        asker.far.connect(self._far)
        self.hide()

    def begin(self) -> None:
        """Wait from now on."""
        self._since.start()
        self.words.setText(self._said)
        self.bar.hide()
        self._soon.start()

    def end(self) -> None:
        """Wait no longer."""
        self._soon.stop()
        self.hide()

    def _far(self, key: str, done: int, of: int) -> None:
        if key != self._key or self._since.elapsed() < _HOW_FAR:
            return
        known = {"done": number(done), "of": number(of)}
        if of:
            self.words.setText(_("%(done)s of %(of)s …") % known)
            self.bar.setMaximum(of)
            self.bar.setValue(done)
        else:
            self.words.setText(_("%(done)s places so far …") % known)
        self.bar.setVisible(bool(of))

    def _stop(self) -> None:
        self._asker.stop(self._key)
        self.end()
        self.stopped.emit()
