"""Letting phones in while the workshop runs: on which of this computer's addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.language import _
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fields import Dropdown
from trainer.ui.widgets.words import Words
from trainer.workshop.network import addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.workshop.network.addresses import Address


class DoorSheet(Sheet):
    """Asks for an address, and says what opening the room means.

    Signals:
        opened(str): the room shall be opened on this address.
    """

    opened = Signal(str)

    def __init__(
        self, context: Context, found: Sequence[Address], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, _("Let phones in?"), parent)
        offered = addresses.offered(found) or tuple(found)
        self.pick = Dropdown(_("Address of this computer that phones use"), self)
        for address in offered:
            self.pick.add(addresses.told(address), address.ip)
        for sentence in _sentences(bool(offered)):
            self.body.addWidget(Words(sentence, self))
        stay = QuietButton(_("Cancel") if offered else _("Close"), self)
        stay.clicked.connect(self.reject)
        self.buttons.addWidget(stay)
        self.go = PrimaryButton(_("Open the room"), self)
        self.go.clicked.connect(self._open)
        self.buttons.addWidget(self.go)
        self.pick.setVisible(bool(offered))
        self.go.setVisible(bool(offered))
        self.body.addWidget(self.pick)
        best = addresses.best(offered)
        if best is not None:
            self.pick.choose(best.ip)
        (self.pick if offered else stay).setFocus()

    def _open(self) -> None:
        self.accept()
        self.opened.emit(str(self.pick.value()))


def _sentences(is_offered: bool) -> tuple[str, ...]:
    if not is_offered:
        return (
            _("This computer is in no network now, so phones cannot reach it."),
            _("Hands always hold: type them in as you count them."),
        )
    return (
        _("Phones in the same network can then join with the code, vote, ask you questions, and"
          " ask for a pause. Nothing else in this computer can be reached, and no names are"
          " kept."),
        _("You close the room again whenever you like."),
    )  # fmt: skip
