"""The room: how many, who cares, what is on for everybody, the interpreter's line, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Divider
from trainer.ui.widgets.fields import CheckBox, TextField
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, Words
from trainer.ui.workshop.console.pieces import Toggle
from trainer.ui.workshop.people_field import PeopleField

if TYPE_CHECKING:
    from trainer.workshop.telling.console_view import ConsoleView

_LONGEST_LINE, _LONGEST_NAME = 300, 200


class RoomPanel(QWidget):
    """What holds for the whole room.

    Signals:
        wanted(object): (act, what) to be done.
        end_wanted(): the workshop shall end; it is asked first.
        card_wanted(): the care person shall get the way to their page.
    """

    wanted = Signal(object)
    card_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = theme.lay(QVBoxLayout(self), spacing=8)
        self._column.addWidget(Heading(_("The room"), self))
        self._add_switches()
        self._add_people()
        self._add_strip()
        self._add_care()
        self._column.addWidget(Divider(self))
        self.end = QuietButton(_("End the workshop …"), self, icon="log-out")
        self.end.clicked.connect(self.end_wanted)
        self._column.addWidget(self.end, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_switches(self) -> None:
        place = QWidget(self)
        row = FlowLayout(place, spacing=8)
        self.agreements = Toggle(_("Agreements"), place, icon="list", keys=_("A"))
        self.breathe = Toggle(_("Breathe"), place, icon="feather", keys=_("P"))
        for button, act in ((self.agreements, "agreements"), (self.breathe, "breathe")):
            button.setProperty("act", act)
            button.clicked.connect(self._switch)
            row.addWidget(button)
        self._column.addWidget(place)
        self.soften = CheckBox(_("Soften strong language"), self)
        self.soften.clicked.connect(self._soften)
        self._column.addWidget(self.soften)
        self.leave = QuietButton(_("Leave this story out"), self, icon="skip-forward")
        self.leave.clicked.connect(self._leave)
        self._column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)

    def _label(self, words: str) -> None:
        self._column.addWidget(Words(words, self, role=Role.NOTE_STRONG))

    def _add_people(self) -> None:
        self._label(_("People in the room"))
        self.people = PeopleField(self, hint=_("Count them once"))
        self.people.counted.connect(self._count)
        self._column.addWidget(self.people, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_strip(self) -> None:
        self.has_strip = CheckBox(_("A line at the foot for captions or the interpreter"), self)
        self.has_strip.clicked.connect(self._strip)
        self.strip = TextField(_("What stands in that line"), self, hint=_("Type, then Enter"))
        self.strip.setMaxLength(_LONGEST_LINE)
        self.strip.editingFinished.connect(self._strip_written)
        self._column.addWidget(self.has_strip)
        self._column.addWidget(self.strip)

    def _add_care(self) -> None:
        self._label(_("Who is there for somebody who needs a pause"))
        self.name = TextField(_("Name of the care person"), self, hint=_("Name"))
        self.where = TextField(_("Where the care person is"), self, hint=_("Where to find them"))
        for field in (self.name, self.where):
            field.setMaxLength(_LONGEST_NAME)
            field.editingFinished.connect(self._care)
            self._column.addWidget(field)
        self._told = SoftLabel("", self)
        self._column.addWidget(self._told)
        self.card = QuietButton(_("Their own page …"), self, icon="id-card")
        self.card.setAccessibleDescription(_("On their phone they see who needs a pause."))
        self.card.clicked.connect(self.card_wanted)
        self._column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignLeft)
        self._known_care: tuple[str, str] = ("", "")
        self._known_strip: str | None = None

    # Showing

    def show_room(self, view: ConsoleView) -> None:
        """Show how things are, but not over what is being typed."""
        self.agreements.show_on(view.agreements)
        self.breathe.show_on(view.breathe)
        self.soften.setChecked(view.soften)
        self.leave.setVisible("leave" in view.can)
        self.people.show_people(view.people)
        self.has_strip.setChecked(view.strip is not None)
        self.strip.setVisible(view.strip is not None)
        self._known_strip = view.strip
        self._fill(self.strip, view.strip or "")
        self._known_care = view.care or ("", "")
        if not (self.name.hasFocus() or self.where.hasFocus()):
            self._fill(self.name, self._known_care[0])
            self._fill(self.where, self._known_care[1])
        told = "" if view.care else _("With nobody named, phones say to turn to you.")
        if told != self._told.text():
            self._told.setText(told)
        self._told.setVisible(bool(told))
        is_open = view.door is not None and view.door.is_open
        self.card.setVisible(bool(view.care) and is_open)
        self.end.setEnabled(not view.has_ended)

    @staticmethod
    def _fill(field: TextField, text: str) -> None:
        if not field.hasFocus() and field.text() != text:
            field.setText(text)

    # Acting

    def _switch(self) -> None:
        button = self.sender()
        if isinstance(button, Toggle):
            self.wanted.emit((str(button.property("act")), {"on": not button.isChecked()}))

    def _soften(self) -> None:
        self.wanted.emit(("soften", {"on": self.soften.isChecked()}))

    def _leave(self) -> None:
        self.wanted.emit(("leave", {}))

    def _count(self, people: int) -> None:
        self.wanted.emit(("people", {"count": people}))

    def _strip(self) -> None:
        on = self.has_strip.isChecked()
        self.wanted.emit(("strip", {"text": self.strip.text().strip()} if on else {}))

    def _strip_written(self) -> None:
        # Where the line is off, what is left of it is not to bring it back.
        if self._known_strip is not None and self.strip.text().strip() != self._known_strip:
            self._strip()

    def _care(self) -> None:
        care = (self.name.text().strip(), self.where.text().strip())
        if care != self._known_care:
            self.wanted.emit(("care", {"name": care[0], "where": care[1]}))
