"""Switching on: where completions would go, what would go, what can be read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLineEdit

from trainer.errors import KeepingError, UpstanderError
from trainer.language import _
from trainer.progress import organisation
from trainer.progress.organisation import Organisation, read_address
from trainer.progress.summaries import RunSummary
from trainer.progress.xapi import statements
from trainer.ui import theme
from trainer.ui.dialogs import Sheet
from trainer.ui.organisation import telling
from trainer.ui.organisation.preview import Preview
from trainer.ui.practice.run_words import run_line
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fields import Dropdown, TextField
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context

_MOST = 20


class SwitchOnSheet(Sheet):
    """Shows all of it before anything is switched on; "Switch on" is the act."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, _("Send completions to your organisation?"), parent, width=760)
        self._context = context
        self._made: dict[str, UUID] = {}
        self._say(
            _("Only if you want to. Upstander works the same without it, and tells nobody that"
              " it is off.")
        )  # fmt: skip
        self._head(_("What goes"))
        self._fill_preview()
        self._head(_("What can be read from it"))
        for sentence in telling.can_be_read():
            self._say(sentence)
        self._head(_("What stays here"))
        self._say(telling.never_goes())
        self._head(_("Where to"))
        self._fill_fields()
        self._fill_buttons()
        self._show_preview()

    def _say(self, sentence: str) -> None:
        self.body.addWidget(Words(sentence, self))

    def _head(self, words: str) -> None:
        self.body.addSpacing(theme.px(6))
        self.body.addWidget(Heading(words, self, role=Role.SUBHEADING))

    def _fill_fields(self) -> None:
        self._say(_("Your organisation gives you these. They are kept in your profile only."))
        self._wrong = Words("", self, role=Role.STRONG)
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        self.address = TextField(_("Address"), self, hint="https://lrs.example.org/xapi/")
        self.user = TextField(_("Name or key"), self)
        self.password = TextField(_("Password or secret"), self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.address, self.user, self.password):
            label = SoftLabel(field.accessibleName(), self, wrap=False)
            label.setBuddy(field)
            self.body.addWidget(label)
            self.body.addWidget(field)
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.address.textChanged.connect(self._show_preview)
        self._to = SoftLabel("", self)
        self.body.addWidget(self._to)

    def _fill_preview(self) -> None:
        runs = self._runs()
        self._say(
            _("Each time you come to the end of a scenario, this goes and nothing else. Here it is"
              " for a run of yours, to the letter:")
            if runs
            else _("Each time you come to the end of a scenario, this goes and nothing else. You"
                   " have not come to an end yet, so this one is made up:")
        )  # fmt: skip
        self.runs = Dropdown(_("Run to show"), self)
        for run in runs:
            words = f"{run.title or run.scenario} · {run_line(run)}"
            self.runs.add(words, run)
        self.runs.setVisible(bool(runs))
        self.runs.chosen.connect(self._show_preview)
        self.body.addWidget(self.runs)
        self.preview = Preview(_("What goes, to the letter"), self)
        self.body.addWidget(self.preview)
        self._say(_("Runs that you ended before do not go."))

    def _runs(self) -> list[RunSummary]:
        try:
            found = self._context.store.runs(limit=5 * _MOST)
        except KeepingError:
            return []
        return [one for one in found if statements.has_completion(one)][:_MOST]

    def _fill_buttons(self) -> None:
        cancel = QuietButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.go = PrimaryButton(_("Switch on"), self)
        self.go.clicked.connect(self._switch_on)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.go)
        cancel.setFocus()

    def _actor(self, url: str) -> UUID:
        """Give the id by which this address would know the learner; the same while this shows."""
        try:
            known = organisation.known_actor(self._context.store, url)
        except KeepingError:
            known = None
        return known or self._made.setdefault(url, uuid4())

    def _show_preview(self) -> None:
        try:
            url = read_address(self.address.text()).url
        except UpstanderError:
            url = ""
        self._wrong.hide()
        self._to.setText(
            _("It goes to %(address)s") % {"address": f"{url}statements"} if url else ""
        )
        self._to.setVisible(bool(url))
        picked = self.runs.value()
        run = picked if isinstance(picked, RunSummary) else self._made_up()
        made = statements.completion(run, self._actor(url))
        self.preview.show_statements([statements.as_bytes(made)])

    def _made_up(self) -> RunSummary:
        cards = self._context.library.cards()
        scenario = cards[0].id if cards else "scenario"
        now = self._context.store.now()
        return RunSummary("", scenario, "", "", now, now, now, None, 0, None, False)

    def _switch_on(self) -> None:
        try:
            address = read_address(self.address.text())
        except UpstanderError as error:
            self._tell_wrong(str(error))
            return
        found = Organisation(
            address, self.user.text().strip(), self.password.text(), self._actor(address.url)
        )
        try:
            organisation.switch_on(self._context.store, found)
        except KeepingError as error:
            self._tell_wrong(str(error))
            return
        self.accept()
        self._context.outgoing.wake()
        self._context.organisation_changed.emit()
        self._context.notice(telling.goes_to(found))

    def _tell_wrong(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.show()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        # What was just put in has no place yet; it gets it here.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.scroller.show_widget(self._wrong)
        self._context.announce(words)
