"""Giving somebody a name: who is new, or who is here and wants another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress import profiles
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.progress.profiles import Profile
    from trainer.ui.context import Context


class NameSheet(Sheet):
    """Asks for a name; any will do.

    Signals:
        added(object): the ``Profile`` of who is new.
    """

    added = Signal(object)

    def __init__(
        self, context: Context, person: Profile | None, parent: QWidget | None = None
    ) -> None:
        heading = _("Add a person") if person is None else _("Another name")
        super().__init__(context, heading, parent)
        self._context = context
        self._person = person
        label = Words(_("Name"), self, role=Role.NOTE_STRONG)
        self.field = TextField(_("Name"), self)
        self.field.setMaxLength(profiles.LONGEST)
        self.field.setText(person.name if person else "")
        self.field.returnPressed.connect(self.go_on)
        label.setBuddy(self.field)
        self.body.addWidget(label)
        self.body.addWidget(self.field)
        self.body.addWidget(
            SoftLabel(
                _(
                    "Any name will do, or a made-up one. Everybody who opens Upstander on this"
                    " computer can see it."
                ),
                self,
            )
        )
        cancel = QuietButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        words = _("Add") if person is None else _("Use this name")
        go = PrimaryButton(words, self, icon="user-plus" if person is None else "check")
        go.clicked.connect(self.go_on)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(go)
        self.field.selectAll()
        self.field.setFocus()

    def go_on(self) -> None:
        """Take the name, if there is one."""
        name = self.field.text()
        if not profiles.clean(name):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()
        try:
            if self._person is None:
                self.added.emit(profiles.add(name))
            else:
                profiles.rename(self._person, name)
        except KeepingError as error:
            self._context.tell(error)
        self._context.people_changed.emit()
