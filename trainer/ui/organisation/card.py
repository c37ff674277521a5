"""Settings: completions for an organisation. Off until the learner switches it on here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress.organisation import outbox
from trainer.ui import theme
from trainer.ui.organisation import telling
from trainer.ui.organisation.line import StopSheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import put_instead
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.progress.organisation.organisation import Organisation
    from trainer.ui.context import Context


class OrganisationCard(Card):
    """Whether completions go anywhere, how that goes, and how to stop it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._context = context
        self._listens = False
        self.body.addWidget(Heading(_("Your organisation")))
        self._inside = QWidget(self)
        self.body.addWidget(self._inside)

    def show_state(self) -> None:
        """Show how things are now."""
        inside = QWidget(self)
        column = theme.lay(QVBoxLayout(inside), spacing=10)
        found = telling.current(self._context.store)
        if found is None:
            self._show_off(column)
        else:
            self._show_on(column, found)
            self._listen()
        self._inside = put_instead(self.body, self._inside, inside)

    def _listen(self) -> None:
        if not self._listens:
            self._listens = True
            self._context.outgoing.changed.connect(self.show_state)

    def _show_off(self, column: QVBoxLayout) -> None:
        column.addWidget(
            Words(
                _(
                    "Some organisations keep a record of who has practised, in a learning record"
                    " store of their own. If yours does, and you want to, Upstander can tell it"
                    " which scenarios you completed."
                )
            )
        )
        column.addWidget(SoftLabel(_("It is off. Nothing goes unless you switch it on here.")))
        buttons = FlowLayout()
        self._add(buttons, QuietButton(_("See what would go"), icon="mail"), self._look)
        column.addLayout(buttons)

    def _show_on(self, column: QVBoxLayout, found: Organisation) -> None:
        column.addWidget(Words(telling.goes_to(found), role=Role.STRONG))
        known = {"user": found.user, "id": str(found.actor)}
        column.addWidget(
            SoftLabel(
                _("With the name “%(user)s” and the password that you gave. In what goes, you are"
                  " %(id)s.")
                % known
                if found.user
                else _("In what goes, you are %(id)s.") % known
            )
        )  # fmt: skip
        buttons = FlowLayout()
        self._add(buttons, QuietButton(_("Stop sending"), icon="x"), self._ask_to_stop)
        self._add(buttons, QuietButton(_("What waits, and what has gone"), icon="list"), self._list)
        try:
            for sentence in telling.waiting(self._context.store):
                column.addWidget(Words(sentence))
            pace = outbox.pace(self._context.store)
        except KeepingError as error:
            column.addWidget(Words(error.what))
        else:
            if pace.halt or pace.since:
                self._add(buttons, QuietButton(_("Try now"), icon="repeat"), self._try)
        column.addLayout(buttons)

    @staticmethod
    def _add(flow: FlowLayout, button: QuietButton, act: object) -> None:
        button.clicked.connect(act)
        flow.addWidget(button)

    def _look(self) -> None:
        from trainer.ui.organisation.switch_on import SwitchOnSheet

        SwitchOnSheet(self._context, self.window()).open()

    def _list(self) -> None:
        from trainer.ui.organisation.outbox_sheet import OutboxSheet

        OutboxSheet(self._context, self.window()).open()

    def _ask_to_stop(self) -> None:
        StopSheet(self._context, self.window()).open()

    def _try(self) -> None:
        try:
            outbox.try_again(self._context.store)
        except KeepingError as error:
            self._context.tell(error)
            return
        self._context.outgoing.wake()
        self.show_state()
