"""How phones join, while the room is open: code to scan, address and code to type, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.pictures.qr_code import QrCode
from trainer.ui.widgets.words import Heading, SoftLabel, Words, breakable_address
from trainer.workshop.network.codes import code

if TYPE_CHECKING:
    from trainer.workshop.room.room import Room

_SIDE_BY_SIDE = 420


class JoinPart(Fits, QWidget):
    """Shows an open room; hidden while it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        theme.lay(self._line, margins=(0, 6, 0, 2), spacing=18)
        self.qr = QrCode(_("Code that takes a phone into the room"), self, side=168)
        self._line.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        column = theme.lay(QVBoxLayout(), spacing=4)
        column.addStretch(1)
        column.addWidget(SoftLabel(_("Scan it, or type:"), self))
        self.address = Words("", self, role=Role.STRONG)
        self.code = Heading("", self, role=Role.DISPLAY)
        self.joined = SoftLabel("", self)
        for label in (self.address, self.code, self.joined):
            column.addWidget(label)
        column.addStretch(1)
        self._line.addLayout(column, 1)
        self.hide()

    def show_room(self, room: Room | None, joined: int) -> None:
        """Show how to join, or hide."""
        is_open = room is not None and room.is_open
        self.setVisible(is_open)
        if room is None or not is_open:
            return
        link = f"{room.url}#{room.door.code}"
        if self._shown != link:
            self._shown = link
            self.qr.show_code(code(link), link)
            self.address.setText(breakable_address(room.url))
            self.code.setText(room.door.code)
            # Letter by letter: a code is no word.
            self.code.setAccessibleName(" ".join(room.door.code))
        said = ngettext("%(n)d phone is in.", "%(n)d phones are in.", joined)
        self.joined.setText(said % {"n": joined})

    def fit(self) -> None:
        """Stack where room is short."""
        wide = self.width() >= theme.px(_SIDE_BY_SIDE)
        theme.turn(self._line, beside=wide)
