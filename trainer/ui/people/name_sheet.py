"""Giving somebody a name: who is new, or who is here and wants another.

Where somebody new comes, whoever was alone until now can say a name, too, and what will be
kept of the new one can be locked from the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress import profiles
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.fields import CheckBox, TextField
from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.progress.profiles import Profile
    from trainer.ui.context import Context


class NameSheet(Sheet):
    """Asks for a name; any will do.

    Signals:
        added(object): the ``Profile`` of who is new, unless it is locked first.
    """

    added = Signal(object)

    def __init__(
        self, context: Context, person: Profile | None, parent: QWidget | None = None
    ) -> None:
        heading = _("Add a person") if person is None else _("Another name")
        super().__init__(context, heading, parent)
        self._context = context
        self._person = person
        me = context.person
        asks_mine = person is None and me is not None and not me.name
        self.field = self._field(_("Name of the new person") if asks_mine else _("Name"))
        self.field.setText(person.name if person else "")
        self.mine = self._field(_("Your own name, if you like")) if asks_mine else None
        self.body.addWidget(
            SoftLabel(
                _(
                    "Any name will do, or a made-up one. Everybody who opens Upstander on this"
                    " computer can see it."
                ),
                self,
            )
        )
        self.lock = CheckBox(_("Lock it with a passphrase next"), self)
        if person is None:
            said = _(
                "Without a passphrase, anyone at this computer can choose this name and read what"
                " is kept of this person."
            )
            self.lock.setAccessibleDescription(said)
            self.body.addWidget(SoftLabel(said, self))
            self.body.addWidget(self.lock)
        self.lock.setVisible(person is None)
        words = _("Add") if person is None else _("Use this name")
        self.end_with(words, self.go_on, icon="user-plus" if person is None else "check")
        self.field.selectAll()
        self.field.setFocus()

    def _field(self, name: str) -> TextField:
        field = add_labelled(self.body, TextField(name, self))
        field.setMaxLength(profiles.LONGEST)
        field.returnPressed.connect(self.go_on)
        return field

    def go_on(self) -> None:
        """Take the name, if there is one."""
        name = self.field.text()
        if not profiles.clean(name):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()
        try:
            if self._person is None:
                self._add(name)
            else:
                profiles.rename(self._person, name)
                self._context.people_changed.emit()
        except KeepingError as error:
            self._context.tell(error)
            self._context.people_changed.emit()

    def _add(self, name: str) -> None:
        me = self._context.person
        if self.mine is not None and me is not None and profiles.clean(self.mine.text()):
            profiles.rename(me, self.mine.text())
        new = profiles.add(name)
        self._context.people_changed.emit()
        window = self.parentWidget()
        if self.lock.isChecked() and window is not None:
            from trainer.ui.people.passphrase_sheet import Act, PassphraseSheet

            PassphraseSheet(self._context, Act.SET, new, window).open()
        else:
            self.added.emit(new)
