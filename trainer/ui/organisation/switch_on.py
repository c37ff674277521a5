"""Switching on: where completions would go, what would go, what can be read from it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID, uuid4
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer.errors import KeepingError, UpstanderError
from trainer.language import _
from trainer.progress.organisation import organisation
from trainer.progress.organisation.organisation import Organisation, read_address
from trainer.progress.organisation.xapi import statements
from trainer.progress.summaries import RunSummary
from trainer.ui import dates, theme
from trainer.ui.dialogs import Sheet
from trainer.ui.organisation import telling
from trainer.ui.organisation.preview import Preview
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.fields import Dropdown, TextField
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.progress.store import Store
    from trainer.ui.context import Context

_MOST = 20

_FRESH: WeakKeyDictionary[Store, UUID] = WeakKeyDictionary()
"""The id that somebody gets with the next address, so that what was shown is what goes.

It is nowhere on the disk until that address is switched on.
"""


class SwitchOnSheet(Sheet):
    """Shows all of it before anything is switched on; "Switch on" is the act."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, _("Send completions to your organisation?"), parent, width=760)
        self._context = context
        self._say(
            _("Only if you want to. Upstander works the same without it, and tells nobody that"
              " it is off.")
        )  # fmt: skip
        self._head(_("What can be read from it"))
        for sentence in telling.can_be_read():
            self._say(sentence)
        self._head(_("What stays here"))
        self._say(telling.never_goes())
        self._head(_("What goes"))
        self._fill_preview()
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
            _("Each time you come to the end of a scenario: a random number that stands for you,"
              " which scenario it was, and when. Runs that you ended before do not go.")
        )  # fmt: skip
        self.shows = LinkButton(_("Show it to the letter"), self)
        self.shows.clicked.connect(self._fold)
        self.body.addWidget(self.shows, 0, Qt.AlignmentFlag.AlignLeft)
        self._letters = QWidget(self)
        column = theme.lay(QVBoxLayout(self._letters), spacing=8)
        told = (
            _("This goes, and nothing else. Here it is for a run of yours:")
            if runs
            else _("This goes, and nothing else. You have not come to an end yet, so this one is"
                   " made up:")
        )  # fmt: skip
        column.addWidget(Words(told, self))
        self.runs = Dropdown(_("Run to show"), self)
        for run in runs:
            # How it ended stands not here: it does not go.
            known = {
                "title": run.title or run.scenario,
                "when": dates.moment(run.ended or run.began),
            }
            self.runs.add(_("%(title)s · %(when)s") % known, run)
        self.runs.setVisible(bool(runs))
        self.runs.chosen.connect(self._show_preview)
        column.addWidget(self.runs)
        self.preview = Preview(_("What goes, to the letter"), self)
        column.addWidget(self.preview)
        self._letters.hide()
        self.body.addWidget(self._letters)

    def _fold(self) -> None:
        shows = self._letters.isHidden()
        self._letters.setVisible(shows)
        self.shows.set_words(_("Hide it") if shows else _("Show it to the letter"))

    def _runs(self) -> list[RunSummary]:
        try:
            found = self._context.store.runs(limit=5 * _MOST)
        except KeepingError:
            return []
        return [one for one in found if statements.has_completion(one)][:_MOST]

    def _fill_buttons(self) -> None:
        self.end_with(_("Switch on"), self._switch_on)
        self.cancel.setFocus()

    def _actor(self, url: str) -> UUID:
        """Give the id by which this address would know the learner."""
        store, known = self._context.store, None
        with suppress(KeepingError):
            # That of no address in particular is for files.
            known = organisation.known_actor(store, url) if url else None
        return known or _FRESH.setdefault(store, uuid4())

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
        if _FRESH.get(self._context.store) == found.actor:
            # Two organisations never know somebody by the same one.
            del _FRESH[self._context.store]
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
