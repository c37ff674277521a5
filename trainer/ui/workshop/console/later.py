"""The parking lot: what is left for later, and who takes it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.workshop.state import Parked

_MOST, _MOST_OWNER = 500, 200


class _Entry(Card):
    """One thing that waits: its words, and a field for who takes it on."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="well", margins=(12, 10, 12, 10), spacing=6)
        self._parked: Parked | None = None
        self._words = Words("", self)
        self.owner = TextField("", self, hint=_("Who takes it on?"))
        self.owner.setMaxLength(_MOST_OWNER)
        self.owner.editingFinished.connect(self._owned)
        self._gone = LinkButton(_("Take it off"), self)
        self._gone.clicked.connect(self._take_off)
        self.body.addWidget(self._words)
        self.body.addWidget(self.owner)
        self.body.addWidget(self._gone, 0, Qt.AlignmentFlag.AlignLeft)

    def show_parked(self, parked: Parked) -> None:
        """Show it as it stands, but not over what is being typed."""
        if parked == self._parked:
            return
        is_other = self._parked is None or self._parked.id != parked.id
        self._parked = parked
        self._words.setText(parked.text)
        self.owner.setAccessibleName(_("Who takes on: %(text)s") % {"text": parked.text})
        self._gone.setAccessibleDescription(parked.text)
        if is_other or not self.owner.hasFocus():
            self.owner.setText(parked.owner)

    def _owned(self) -> None:
        parked, owner = self._parked, self.owner.text().strip()
        if parked is not None and owner != parked.owner:
            what = {"number": parked.id, "text": parked.text, "owner": owner}
            self.wanted.emit(("parked", what))

    def _take_off(self) -> None:
        if self._parked is not None:
            self.wanted.emit(("off", self._parked))


class LaterPanel(QWidget):
    """Puts things into the parking lot and lists them.

    Signals:
        wanted(object): (act, what) to be done; ("off", parked) to take one off.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=8)
        column.addWidget(Heading(_("Left for later"), self))
        self.text = TextField(_("What is left for later"), self, hint=_("What is it?"))
        self.text.setMaxLength(_MOST)
        self.text.returnPressed.connect(self._park)
        add = QuietButton(_("Put it here"), self, icon="plus")
        add.clicked.connect(self._park)
        column.addWidget(self.text)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self._empty = SoftLabel(
            _("Questions for which there is no time now wait here, each with somebody who takes"
              " it on. They are in your report."),
            self,
        )  # fmt: skip
        column.addWidget(self._empty)
        self._column = theme.lay(QVBoxLayout(), spacing=8)
        column.addLayout(self._column)
        self.entries: list[_Entry] = []

    def show_parked(self, parked: tuple[Parked, ...]) -> None:
        """List what waits."""
        while len(self.entries) < len(parked):
            entry = _Entry(self)
            entry.wanted.connect(self.wanted)
            self._column.addWidget(entry)
            self.entries.append(entry)
        for number, entry in enumerate(self.entries):
            entry.setVisible(number < len(parked))
            if number < len(parked):
                entry.show_parked(parked[number])
        self._empty.setVisible(not parked)

    def _park(self) -> None:
        if self.text.text().strip():
            self.wanted.emit(("park", {"text": self.text.text().strip()}))
            self.text.clear()
