"""Settings: who practises on this computer, their names, and a passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.progress import profiles
from trainer.ui import theme
from trainer.ui.people.who_page import called
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card, Divider
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import put_instead
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.ui.context import Context


class PeopleCard(Card):
    """Who practises now, who else does, and the passphrase on what is kept."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._context = context
        self.body.addWidget(Heading(_("People on this computer")))
        self._inside = QWidget(self)
        self._column = theme.lay(QVBoxLayout(self._inside), spacing=10)
        self.body.addWidget(self._inside)

    def show_people(self) -> None:
        """Show how things are now."""
        inside = QWidget(self)
        self._column = theme.lay(QVBoxLayout(inside), spacing=10)
        if self._context.person is not None:
            self._show_person()
        elif self._context.guest:
            self._say(_("You practise as a guest: nothing of it is kept, not even settings."))
            self._buttons((_("Say who practises"), "users", self._context.let_go))
        else:
            self._say(_("Nothing is kept, so there is nobody to tell apart."))
        self._inside = put_instead(self.body, self._inside, inside)

    def _show_person(self) -> None:
        people = profiles.listed()
        person = self._context.person
        if person is None:
            return
        if len(people) > 1:
            self._say(_("%(name)s practises now.") % {"name": called(person)})
            for other in people:
                if other.id != person.id:
                    self._show_other(called(other), is_sealed=other.is_sealed)
            self._buttons(
                (_("Someone else practises"), "users", self._context.let_go),
                (_("Add a person"), "user-plus", self._add),
                (_("Change my name"), "user", self._rename),
            )
            self._column.addWidget(SoftLabel(_("A guest can practise, too, and leaves nothing.")))
        else:
            self._say(
                _(
                    "You are the only one here. With another person, each has a history of their"
                    " own, and Upstander asks at the start who is practising."
                )
            )
            self._buttons(
                (_("Add a person"), "user-plus", self._add),
                (_("Practise as a guest"), "feather", self._as_guest),
            )
        self._show_lock(is_sealed=person.is_sealed)
        if len(people) > 1:
            self._column.addWidget(Divider())
            self._say(_("Remove yourself from this computer, with all that is kept of you."))
            self._buttons((_("Remove myself"), "trash-2", self._remove))

    def _show_other(self, name: str, *, is_sealed: bool) -> None:
        words = _("%(name)s, locked with a passphrase") if is_sealed else "%(name)s"
        self._column.addWidget(SoftLabel(words % {"name": name}, role=Role.BODY))

    def _show_lock(self, *, is_sealed: bool) -> None:
        self._column.addWidget(Divider())
        self._column.addWidget(
            Heading(_("Passphrase for all that is kept of you"), role=Role.SUBHEADING)
        )
        if is_sealed:
            self._say(_("What is kept of you is locked. Upstander asks for the passphrase first."))
            self._buttons(
                (_("Change the passphrase"), "key-round", self._change_passphrase),
                (_("Remove the passphrase"), "lock-open", self._take_passphrase_away),
            )
        else:
            self._say(
                _(
                    "Without a passphrase, anyone at this computer can open Upstander, choose your"
                    " name and read what is kept of you."
                )
                if len(profiles.listed()) > 1
                else _(
                    "Without a passphrase, anyone at this computer can open Upstander and read what"
                    " is kept of you."
                )
            )
            self._buttons((_("Lock it with a passphrase"), "lock", self._set_passphrase))

    def _say(self, sentence: str) -> None:
        self._column.addWidget(Words(sentence))

    def _buttons(self, *buttons: tuple[str, str, Callable[[], object]]) -> None:
        flow = FlowLayout()
        for words, icon, act in buttons:
            button = QuietButton(words, icon=icon)
            button.clicked.connect(act)
            flow.addWidget(button)
        self._column.addLayout(flow)

    def _add(self) -> None:
        from trainer.ui.people.name_sheet import NameSheet

        NameSheet(self._context, None, self.window()).open()

    def _rename(self) -> None:
        from trainer.ui.people.name_sheet import NameSheet

        NameSheet(self._context, self._context.person, self.window()).open()

    def _as_guest(self) -> None:
        self._context.practise_as(None)

    def _remove(self) -> None:
        from trainer.ui.people.deleting import PersonSheet

        PersonSheet(self._context, self.window()).open()

    def _set_passphrase(self) -> None:
        self._open_sheet("set")

    def _change_passphrase(self) -> None:
        self._open_sheet("change")

    def _take_passphrase_away(self) -> None:
        self._open_sheet("remove")

    def _open_sheet(self, act: str) -> None:
        from trainer.ui.people.passphrase_sheet import Act, PassphraseSheet

        person = self._context.person
        if person is not None:
            PassphraseSheet(self._context, Act(act), person, self.window()).open()
