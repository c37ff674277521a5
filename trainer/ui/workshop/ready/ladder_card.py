"""The ladder: five ways to vote, from phones down to hands, and which of them holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card, paint_surface
from trainer.ui.widgets.words import Heading, SoftLabel, Words
from trainer.ui.workshop.ready.ladder_line import ICONS
from trainer.ui.workshop.ready.mark import Mark
from trainer.workshop.network import ladder
from trainer.workshop.network.ladder import Holds, Rung

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.workshop.network.ladder import Step

_ACTS: Final = {
    Rung.VENUE: N_("Make a code for the Wi-Fi"),
    Rung.HOTSPOT: N_("How to make a hotspot"),
}

_TONES: Final = {Holds.YES: "teal", Holds.UNTRIED: "soft", Holds.NO: "harm"}


class RungRow(QWidget):
    """One rung. The present one stands on a wash.

    Signals:
        wanted(object): its act was chosen; the :class:`Rung`.
    """

    wanted = Signal(object)

    def __init__(self, rung: Rung, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rung = rung
        self._present = False
        line = theme.lay(QHBoxLayout(self), margins=(12, 8, 12, 8), spacing=12)
        self._mark = Mark(self, ICONS[rung])
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        column = theme.lay(QVBoxLayout(), spacing=2)
        line.addLayout(column, 1)
        self.name = Words(ladder.name(rung), self, role=Role.STRONG)
        self.state = Words("", self, role=Role.NOTE_STRONG)
        self.reason = SoftLabel("", self)
        for label in (self.name, self.state, self.reason):
            column.addWidget(label)
        self.act: LinkButton | None = None
        if rung in _ACTS:
            self.act = LinkButton(_(_ACTS[rung]), self)
            self.act.clicked.connect(self._want)
            column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)

    def show_step(self, step: Step, *, present: bool) -> None:
        """Show how it stands."""
        self._present = present
        self._mark.show_mark(ICONS[step.rung], _TONES[step.holds])
        said = ladder.holds(step)
        self.state.setText(_("Works: the room votes this way now") if present else said)
        self.state.set_tone(_TONES[step.holds])
        self.reason.setText(ladder.reason(step))
        self.update()

    def _want(self) -> None:
        self.wanted.emit(self.rung)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wash under the present rung."""
        if self._present:
            palette = theme.colours()
            border = palette.teal if palette.contrast else palette.wash
            paint_surface(
                QPainter(self),
                QRectF(self.rect()),
                fill=palette.wash,
                border=border,
                corner=theme.CONTROL_CORNER,
            )


class LadderCard(Card):
    """All five rungs, the top one first.

    Signals:
        wanted(object): what a rung offers was chosen; the :class:`Rung`.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(8, 16, 8, 10), spacing=2)
        head = Heading(_("How the room can vote"), self)
        about = SoftLabel(_("Phones do not work here? Leave them: hands always do."), self)
        for label in (head, about):
            box = theme.lay(QVBoxLayout(), margins=(12, 0, 12, 4))
            box.addWidget(label)
            self.body.addLayout(box)
        self.rows = {rung: RungRow(rung, self) for rung in Rung}
        for row in self.rows.values():
            row.wanted.connect(self.wanted)
            self.body.addWidget(row)

    def show_steps(self, steps: tuple[Step, ...], now: Step) -> None:
        """Show how the rungs stand, and which of them counts."""
        for step in steps:
            self.rows[step.rung].show_step(step, present=step.rung is now.rung)
