"""Where there is help: what the goodbye and the hand-out name, and where that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui.workshop.ready.row import ReadyRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.help.directory import Directory
    from trainer.ui.workshop.ready.preparing import Preparation


class HelpRow(ReadyRow):
    """Whom the room is told to turn to.

    Signals:
        change_wanted(): others shall be named; the plan is to be changed for that.
    """

    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("life-buoy", _("Where there is help"), parent)
        self._directory: Directory | None = None
        self.change = self.add_act(_("Choose others …"), "pencil", self.change_wanted.emit)

    def know(self, directory: Directory) -> None:
        """Take note of all the places that there are, one's own among them."""
        self._directory = directory

    def show_state(self, preparation: Preparation) -> None:
        """Name them, and say which of them nobody has confirmed."""
        keys = dict.fromkeys(
            key for one in preparation.plan.segments.values() for key in one.contacts
        )
        found = [self._directory.entry(key) for key in keys] if self._directory else []
        named = [
            _("%(name)s (not confirmed)") % {"name": plain(one.entry.name)}
            if not one.entry.confirmed
            else plain(one.entry.name)
            for one in found
            if one is not None
        ]
        self.change.setVisible(preparation.placed is not None and not preparation.goes_on)
        if not named:
            self.say(
                _("The goodbye of this plan names nobody. Places are chosen in its last part."),
                settled=False,
            )
            return
        said = _(
            "The goodbye and the hand-out name: %(places)s. Others, also those of your own list,"
            " are chosen in the last part of the plan."
        )
        self.say(said % {"places": "; ".join(named)}, settled=True)
