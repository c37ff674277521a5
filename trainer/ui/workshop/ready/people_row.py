"""How many people are expected, if somebody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.language import _, ngettext
from trainer.ui.workshop.people_field import PeopleField
from trainer.ui.workshop.ready.row import ReadyRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.workshop.ready.preparing import Preparation


class PeopleRow(ReadyRow):
    """Nobody has to say it; groups and votes are counted by it.

    Signals:
        counted(int): that many are in the room; 0 where nobody knows.
    """

    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("users", _("How many people"), parent)
        self.field = PeopleField(self, hint=_("How many?"))
        self.field.counted.connect(self.counted)
        self.add_control(self.field)

    def show_state(self, preparation: Preparation) -> None:
        """Say what the number is for."""
        people = preparation.people
        self.field.show_people(people)
        if people is None:
            said = _("You can leave this out. With it, groups are counted for the whole room.")
        else:
            known = ngettext("%(n)d person in the room.", "%(n)d people in the room.", people)
            said = known % {"n": people}
        self.say(said, settled=people is not None)
