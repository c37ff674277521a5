"""One quiet line while completions go to an organisation, and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.errors import KeepingError
from trainer.language import _, ngettext
from trainer.progress import queries
from trainer.ui.dialogs import AskSheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from trainer.progress.organisation.organisation import Organisation
    from trainer.progress.store import Store
    from trainer.ui.context import Context

# What knows about sending is read in only where somebody has switched it on.


def current(store: Store) -> Organisation | None:
    """Give the organisation that completions go to; None while that is off or unreadable."""
    try:
        with store.reading() as connection:
            if not queries.is_sending(connection):
                return None
    except KeepingError:
        return None
    from trainer.ui.organisation import telling

    return telling.current(store)


class StopSheet(AskSheet):
    """Says what stopping takes, and stops."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(
            context,
            _("Stop sending completions?"),
            _what_stopping_takes(context),
            _("Stop sending"),
            parent,
            icon="x",
        )
        self._context = context
        self.agreed.connect(self._stop)

    def _stop(self) -> None:
        from trainer.progress.organisation import organisation

        context = self._context
        context.outgoing.stop()
        try:
            organisation.switch_off(context.store)
        except KeepingError as error:
            context.tell(error)
            return
        context.organisation_changed.emit()
        context.notice(_("Completions stay on this computer from now on."))


def _what_stopping_takes(context: Context) -> tuple[str, ...]:
    from trainer.progress.organisation import outbox

    sentences = [_("Nothing goes there any more. Address, name and password are forgotten.")]
    try:
        count = outbox.counts(context.store)[outbox.State.WAITING]
    except KeepingError:
        count = 0
    if count:
        told = ngettext(
            "%(n)d that waits is taken out and does not go.",
            "%(n)d that wait are taken out and do not go.",
            count,
        )
        sentences.append(told % {"n": count})
    sentences.append(_("The list of what has gone is deleted here; there, it stays."))
    return tuple(sentences)


class OrganisationLine(QWidget):
    """Says where completions go; while they go nowhere it is not there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        row = FlowLayout(self, spacing=12)
        self._words = LineLabel("", self, role=Role.NOTE, tone="soft")
        self._stop = LinkButton(_("Stop"), self)
        self._stop.setAccessibleName(_("Stop sending completions"))
        self._stop.clicked.connect(self._ask)
        row.addWidget(self._words)
        row.addWidget(self._stop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        context.organisation_changed.connect(self.show_state)
        context.store_changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Show whether completions go anywhere, and where."""
        found = current(self._context.store)
        self.setVisible(found is not None)
        if found is not None:
            from trainer.ui.organisation import telling

            self._words.setText(telling.goes_to(found))

    def _ask(self) -> None:
        StopSheet(self._context, self.window()).open()
