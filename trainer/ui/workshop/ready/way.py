"""How a phone gets here: a code to scan, and the address to type, beside it or below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.pictures.qr_code import QrCode
from trainer.ui.widgets.words import Words, breakable_address
from trainer.workshop.network.codes import code

_SIDE_BY_SIDE = 620


class Way(Fits, QWidget):
    """Three steps; ``show_url`` says where to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        theme.lay(self._line, spacing=20)
        self.qr = QrCode(_("Code with the address of this computer"), self, side=200)
        self._line.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        column = theme.lay(QVBoxLayout(), spacing=8)
        for sentence in (
            _("1. Take any phone into the Wi-Fi that this computer is in."),
            _("2. Scan the code with its camera, or type the address:"),
        ):
            column.addWidget(Words(sentence, self))
        self.address = Words("", self, role=Role.HEADING)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.address)
        column.addWidget(Words(_("3. Watch below what has arrived here."), self))
        column.addStretch(1)
        self._line.addLayout(column, 1)

    def show_url(self, url: str) -> None:
        """Show where to."""
        self.qr.show_code(code(url), url)
        self.address.setText(breakable_address(url))

    def fit(self) -> None:
        """Stack where room is short."""
        self.stand(self.width())

    def stand(self, width: int) -> None:
        """Stand as it fits into a width; before it is that wide, its height is asked already."""
        wide = width >= theme.px(_SIDE_BY_SIDE)
        theme.turn(self._line, beside=wide)
