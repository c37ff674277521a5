"""Letting phones in while the workshop runs: on which of this computer's addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.language import _
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.fields import Dropdown
from trainer.ui.widgets.words import Words
from trainer.ui.workshop import looking
from trainer.ui.workshop.looking import ask_system
from trainer.workshop.network import addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.ui.workshop.looking import Ask
    from trainer.workshop.network.addresses import Address


class DoorSheet(Sheet):
    """Asks for an address, and says what opening the room means.

    Signals:
        opened(str): the room shall be opened on this address.
    """

    opened = Signal(str)

    def __init__(
        self, context: Context, parent: QWidget | None = None, ask: Ask = ask_system
    ) -> None:
        super().__init__(context, _("Let phones in?"), parent)
        self._words = Words(_("Looking for this computer’s networks …"), self)
        self.body.addWidget(self._words)
        self._more = Words("", self)
        self.body.addWidget(self._more)
        self.pick = Dropdown(_("Address of this computer that phones use"), self)
        self.body.addWidget(self.pick)
        self.end_with(_("Open the room"), self._open)
        for later in (self._more, self.pick, self.go):
            later.hide()
        self.cancel.setFocus()
        looking.look(ask, self.show_found)

    def show_found(self, found: Sequence[Address]) -> None:
        """Offer what was found."""
        offered = addresses.offered(found) or tuple(found)
        for address in offered:
            self.pick.add(addresses.told(address), address.ip)
        best = addresses.best(offered)
        if best is not None:
            self.pick.choose(best.ip)
        first, more = _sentences(bool(offered))
        self._words.setText(first)
        self._more.setText(more)
        self.cancel.set_words(_("Cancel") if offered else _("Close"))
        self._more.show()
        self.pick.setVisible(bool(offered))
        self.go.setVisible(bool(offered))
        self.fit()
        if offered:
            self.pick.setFocus()
        if self.context is not None:
            self.context.announce(f"{first} {more}")

    def _open(self) -> None:
        self.accept()
        self.opened.emit(str(self.pick.value()))


def _sentences(is_offered: bool) -> tuple[str, str]:
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
