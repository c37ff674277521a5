"""Sending the choices of one run: an act of the learner's own, each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trainer.errors import KeepingError
from trainer.language import _
from trainer.practice.snapshot import Phase
from trainer.ui.organisation.line import current
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.practice.session import Session
    from trainer.progress.records import RunDetail
    from trainer.ui.context import Context


class ChoicesCard(Card):
    """On the debrief, while completions go to an organisation: choices stay, or are sent."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self._context = context
        self._session: Session | None = None
        self.body.addWidget(Heading(_("Your organisation")))
        self._words = Words(parent=self)
        self.body.addWidget(self._words)
        self.button = QuietButton(_("See what your choices would tell"), self, icon="mail")
        self.button.clicked.connect(self._ask)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        context.organisation_changed.connect(self._show)
        self.hide()

    def tell(self, session: Session) -> None:
        """Show what goes of this run; while that is off, or it has not ended, nothing."""
        self._session = session
        self._show()

    def _show(self) -> None:
        found = current(self._context.store)
        run = self._run() if found is not None else None
        self.setVisible(found is not None and run is not None)
        if found is None or run is None:
            return
        from trainer.progress.organisation import outbox

        try:
            sent = outbox.has_choices(self._context.store, run.summary.run)
        except KeepingError:
            self.hide()
            return
        host = {"host": found.address.named_host}
        self._words.setText(
            _("Your choices of this run go to %(host)s, as you wanted.") % host
            if sent
            else _("Completions go to %(host)s. What you chose stays here, unless you send it.")
            % host
        )
        self.button.setVisible(not sent)

    def _run(self) -> RunDetail | None:
        session = self._session
        if session is None or session.phase is not Phase.ENDED:
            return None
        try:
            run = self._context.store.run(session.run_id)
        except (LookupError, KeepingError):
            return None
        from trainer.progress.organisation.xapi import statements

        return run if statements.has_completion(run.summary) else None

    def _ask(self) -> None:
        found, run = current(self._context.store), self._run()
        if found is not None and run is not None:
            from trainer.ui.organisation.choices_sheet import ChoicesSheet

            sheet = ChoicesSheet(self._context, found, run, self.window())
            sheet.agreed.connect(self._send)
            sheet.open()

    def _send(self) -> None:
        run = self._run()
        if run is None:
            return
        from trainer.progress.organisation import outbox

        try:
            outbox.add_choices(self._context.store, run.summary.run)
        except KeepingError as error:
            self._context.tell(error)
            return
        self._context.outgoing.wake()
        self._show()
        self._context.notice(_("Your choices of this run go to your organisation."))
