"""How phones join, as the facilitator says it aloud; and opening and closing the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.words import Heading, SoftLabel, breakable_address

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.ui.workshop.ready.ladder_line import LadderLine
    from trainer.ui.workshop.ready.preparing import Preparation
    from trainer.workshop.telling.console_view import ConsoleView


class JoinCard(QWidget):
    """Code and address, and how many have joined; without an open room, that hands count.

    Signals:
        open_wanted(): phones shall be let in; it is asked where.
        close_wanted(): the room shall be closed.
    """

    open_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), margins=(14, 10, 14, 10), spacing=2)
        head = SoftLabel(_("Join"), self, role=Role.SMALL)
        self._code = Heading("", self, role=Role.TITLE)
        self._more = SoftLabel("", self, role=Role.SMALL)
        self.door = LinkButton("", self)
        self.door.clicked.connect(self._pressed)
        for label in (head, self._code, self._more):
            column.addWidget(label)
        self.ladder: LadderLine | None = None
        self._network: Preparation | None = None
        self._column = column
        column.addWidget(self.door, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown: tuple[str, str] | None = None
        self._is_open = False

    def show_door(self, view: ConsoleView) -> None:
        """Say how to join now."""
        said = _said(view)
        if said == self._shown:
            return
        self._shown = said
        self._is_open = bool(said[0])
        self._code.setText(said[0])
        self._more.setText(breakable_address(said[1]))
        # Letter by letter: a code is no word.
        self._code.setAccessibleName(" ".join(said[0]))
        self._code.setVisible(self._is_open)
        self.door.set_words(_("Close the room") if self._is_open else _("Let phones in …"))

    def take_network(self, network: Preparation | None) -> None:
        """Say by which rung of the ladder the room votes, as far as that was found out."""
        if self._network is not None:
            self._network.changed.disconnect(self._show_network)
        self._network = network
        if network is not None:
            if self.ladder is None:
                from trainer.ui.workshop.ready.ladder_line import LadderLine

                self.ladder = LadderLine(self)
                self._column.insertWidget(self._column.count() - 1, self.ladder)
            network.changed.connect(self._show_network)
            self._show_network()
        if self.ladder is not None:
            self.ladder.setVisible(network is not None)

    def _show_network(self) -> None:
        if self.ladder is not None and self._network is not None:
            self.ladder.show_known(self._network.known())

    def _pressed(self) -> None:
        (self.close_wanted if self._is_open else self.open_wanted).emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a surface that lies deeper."""
        palette = theme.colours()
        box = QRectF(self.rect())
        paint_surface(QPainter(self), box, fill=palette.paper, border=palette.line)


def _said(view: ConsoleView) -> tuple[str, str]:
    door = view.door
    if door is None or not door.is_open:
        return "", _("No phones: people vote by hand.")
    joined = ngettext("%(count)d joined", "%(count)d joined", view.joined) % {"count": view.joined}
    address = door.url.split("//", 1)[-1].split("/", 1)[0]
    known = {"address": address, "joined": joined}
    return door.code, _("%(address)s · %(joined)s · no names kept") % known
