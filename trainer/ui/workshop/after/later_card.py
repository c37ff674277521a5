"""What was left for later: who takes each thing on, and something more, if need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.taking_out import empty
from trainer.ui.widgets.words import Heading, SoftLabel, Words
from trainer.workshop.after.model import Parked

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 500


class _Owner(TextField):
    """Who takes on one thing.

    Signals:
        given(int, str): its number, and who.
    """

    given = Signal(int, str)

    def __init__(self, number: int, parked: Parked, parent: QWidget) -> None:
        name = _("Who takes on: %(what)s") % {"what": parked.text}
        super().__init__(name, parent, hint=_("Who takes it on"))
        self._number = number
        self.setMaxLength(200)
        self.setText(parked.owner)
        self.editingFinished.connect(self._give)

    def _give(self) -> None:
        self.given.emit(self._number, self.text().strip())


class LaterCard(Card):
    """A row for each thing, with a field for who takes it on.

    Signals:
        changed(object): a tuple of ``Parked``, as it is now.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self.body.addWidget(Heading(_("Left for later"), self))
        self._about = SoftLabel(
            _("What nobody takes on stays undone. A part is enough: “one of the two hosts”."), self
        )
        self.body.addWidget(self._about)
        self._place = QWidget(self)
        self._rows = theme.lay(QVBoxLayout(self._place), spacing=8)
        self.body.addWidget(self._place)
        self.more = TextField(
            _("Something else to leave for later"), self, hint=_("Something else")
        )
        self.more.setMaxLength(LONGEST)
        self.more.returnPressed.connect(self._add)
        self.body.addWidget(self.more)
        self.add = QuietButton(_("Add"), self, icon="plus")
        self.add.clicked.connect(self._add)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._parked: tuple[Parked, ...] = ()
        self.owners: list[TextField] = []

    def show_parked(self, parked: Sequence[Parked]) -> None:
        """Show them; where nothing has changed, whoever writes stays in their field."""
        if tuple(parked) == self._parked and len(self.owners) == len(parked):
            return
        self._parked = tuple(parked)
        empty(self._rows)
        self.owners = []
        for number, one in enumerate(self._parked):
            self._rows.addWidget(Words(one.text, self._place, role=Role.STRONG))
            owner = _Owner(number, one, self._place)
            owner.given.connect(self._owned)
            self._rows.addWidget(owner)
            self.owners.append(owner)
        self._place.setVisible(bool(self._parked))
        chain(self)

    def _owned(self, number: int, text: str) -> None:
        if number >= len(self._parked) or text == self._parked[number].owner:
            return
        given = Parked(self._parked[number].text, text)
        self._parked = (*self._parked[:number], given, *self._parked[number + 1 :])
        self.changed.emit(self._parked)

    def _add(self) -> None:
        text = self.more.text().strip()
        if text:
            self.more.clear()
            self.show_parked((*self._parked, Parked(text, "")))
            self.changed.emit(self._parked)
            self.owners[-1].setFocus(Qt.FocusReason.OtherFocusReason)
