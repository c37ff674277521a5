"""One quiet line above the editor: whether the way that was played last still goes the same.

It shows after a change, until it is answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer.authoring.trying import words
from trainer.authoring.trying.following import Again, Turn
from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import LineLabel, tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent

    from trainer.authoring.called import Names


class WayLine(Fits, QWidget):
    """Says it, and leads to where it differs.

    Attributes:
        said: all of it, also where only the beginning shows for want of room.

    Signals:
        there_wanted(): to where it differs.
        replay_wanted(): the way shall be played again, as far as it goes.

    """

    there_wanted = Signal()
    replay_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, margins=(24, 4, 24, 6), spacing=16, line_spacing=2)
        self.words = LineLabel("", self, role=Role.NOTE, tone="soft")
        self.there = LinkButton(_("Go there"), self)
        self.there.clicked.connect(self.there_wanted)
        self.replay = LinkButton(_("Play it again"), self)
        self.replay.clicked.connect(self.replay_wanted)
        self.close_line = LinkButton(_("Close"), self)
        self.close_line.setAccessibleName(_("Close this line about what you played last"))
        self.close_line.clicked.connect(self.hide)
        self._in_a_row = (self.words, self.there, self.replay, self.close_line)
        for widget in self._in_a_row:
            flow.addWidget(widget)
        self._differs = False
        self.said = self._shortly = ""
        self.hide()

    def tell(self, again: Again | None, names: Names) -> bool:
        """Say how the way goes now; None if it cannot be walked. Tell whether that is news."""
        before = self.said
        self._differs = again is None or again.turn is not None
        if again is None:
            self.said = _("The text cannot be played at the moment.")
        else:
            self.said = words.again(again, names)
        turned = again is not None and self._differs
        self._shortly = _("What you played last goes another way now.") if turned else ""
        self.words.set_tone("ink" if self._differs else "soft")
        self.there.setVisible(again is not None and again.turn not in (None, Turn.START_GONE))
        self.replay.setVisible(again is None or again.turn is not Turn.START_GONE)
        self.fit()
        self.update()
        return self._differs and before != self.said

    def showEvent(self, event: QShowEvent) -> None:
        """Look how much room there is now: out of view it was not kept up with."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Say it shortly where all of it would take a second line from whoever writes."""
        self.words.setText(self.said)
        shown = [one for one in self._in_a_row if not one.isHidden()]
        gaps = theme.px(2 * 24 + 16 * (len(shown) - 1))
        if self._shortly and sum(one.sizeHint().width() for one in shown) + gaps > self.width():
            self.words.setText(self._shortly)
        full = self.said if self.words.text() != self.said else ""
        self.words.setToolTip(tip(full) if full else "")
        self.words.setAccessibleDescription(full)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a wash where it differs, and a line below."""
        palette = theme.colours()
        painter = QPainter(self)
        fill(painter, QRectF(self.rect()), palette.well if self._differs else palette.paper)
        fill(painter, QRectF(0, self.height() - 1, self.width(), 1), palette.line)
