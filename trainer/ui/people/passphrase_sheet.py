"""Opening what is somebody's with their passphrase; setting it, changing it, taking it away."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from trainer.errors import KeepingError, WrongPassphrase
from trainer.language import _
from trainer.progress import files
from trainer.ui.people.work import Work
from trainer.ui.secret_sheet import SecretSheet
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.focus_order import chain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from trainer.progress.profiles import Profile
    from trainer.progress.sealed.vault import Key
    from trainer.progress.store import Store
    from trainer.ui.context import Context


class Act(Enum):
    """What is done with the passphrase."""

    OPEN = "open"
    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"


class PassphraseSheet(SecretSheet):
    """Says what it means first, then asks; the sheet stays until it is done."""

    def __init__(
        self, context: Context, act: Act, person: Profile, parent: QWidget | None = None
    ) -> None:
        me = context.person
        # Somebody who was just added, whom nobody has open.
        self._is_new = act is Act.SET and (me is None or me.id != person.id)
        heading = _heading(act, person)
        if self._is_new:
            lock = _("Lock what will be kept of %(name)s with a passphrase?")
            heading = lock % {"name": person.name}
        sentences = _sentences_for_new(person) if self._is_new else _sentences(act)
        now = {Act.OPEN: _("Passphrase"), Act.SET: ""}.get(act, _("Passphrase now"))
        is_new = act in (Act.SET, Act.CHANGE)
        super().__init__(context, heading, sentences, now=now, new=is_new, parent=parent)
        self._act = act
        self._person = person
        self._work: Work | None = None
        self._key: Key | None = None
        if act is Act.OPEN:
            lost = LinkButton(_("I have forgotten the passphrase"), self)
            lost.clicked.connect(self._lost)
            self.body.addWidget(lost, 0, Qt.AlignmentFlag.AlignLeft)
        self.close_with(*_button(act))
        chain(self)
        self.fields()[0].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what it means, where not all of it fits."""
        super().showEvent(event)
        if self.scroller.maximumHeight() > self.height() and self._act is not Act.OPEN:
            self.cancel.setFocus()

    def done(self, result: int) -> None:
        """Forget what was typed and made of it, however it ends."""
        if self._work is not None:
            self._work.drop()
            self._work = None
        self._key = None
        super().done(result)

    # Going on

    def typed(self) -> None:
        """Try the passphrase of now, or make a key of the new one."""
        if self.now is not None:
            self._stretch(partial(_unlock, self._person, self.now.text()), self._known)
        else:
            self._stretch_new()

    def _stretch(self, act: Callable[[], Key], then: Callable[[Key], None]) -> None:
        self.wait(True)
        self._work = Work(act, self._context)
        self._work.made.connect(then)
        self._work.failed.connect(self._failed)
        self._work.start()

    def _stretch_new(self) -> None:
        self._stretch(partial(_new, self.new_one()), self._made)

    def _known(self, key: Key) -> None:
        """Go on, as the passphrase that was there until now is the right one."""
        self._work = None
        if self._act is Act.CHANGE:
            self._stretch_new()
        elif self._act is Act.OPEN:
            self.accept()
            self._context.practise_as(self._person, key)
        else:
            self._finish(None)

    def _made(self, key: Key) -> None:
        self._work = None
        self._key = key
        # What goes on shows first: a large history takes a moment to be written anew.
        QTimer.singleShot(30, self, self._finish_new)

    def _finish_new(self) -> None:
        self._finish(self._key)

    def _finish(self, key: Key | None) -> None:
        """Do what the keys were made for, while the sheet still stands."""
        if not self.isVisible():
            return
        store = self._context.store
        try:
            if key is not None and self._is_new:
                _lock_new(self._person, key)
            else:
                _use(key, self._act, store)
        except KeepingError as error:
            self.reject()
            self._context.tell(error)
            if not self._is_new and not store.database.is_open:
                # Neither the old file nor the new one could be opened again just now.
                self._context.is_apart = False
                self._context.let_go()
        else:
            self.accept()
            locked = _("What is kept of %(name)s is locked from now on. The passphrase opens it.")
            said = locked % {"name": self._person.name} if self._is_new else _done(self._act)
            self._context.notice(said)
        self._context.people_changed.emit()

    def _failed(self, error: KeepingError) -> None:
        self._work = None
        if isinstance(error, WrongPassphrase) and self.now is not None:
            self.refuse(self.now, _("This passphrase does not open it. Try as often as you like."))
        else:
            self.reject()
            self._context.tell(error)

    def _lost(self) -> None:
        from trainer.ui.people.deleting import LostSheet

        window = self.parentWidget()
        self.reject()
        if window is not None:
            LostSheet(self._context, self._person, window).open()


def _use(key: Key | None, act: Act, store: Store) -> None:
    """Lock, open or lock anew what is open."""
    from trainer.progress.sealed import locking

    if key is None:
        locking.unlock(store.database)
    elif act is Act.SET:
        locking.lock(store.database, key)
    else:
        locking.change(store.database, key)
    store.backup()


def _lock_new(person: Profile, key: Key) -> None:
    """Lock what is kept of somebody new, before anything is."""
    from trainer.progress.store import Store

    with Store.open(person.database) as store:
        _use(key, Act.SET, store)


def _unlock(person: Profile, passphrase: str) -> Key:
    from trainer.progress.sealed import vault

    return vault.unlock_profile(files.sealed(person.database), passphrase)


def _new(passphrase: str) -> Key:
    from trainer.progress.sealed import vault

    return vault.new_key(passphrase)


def _heading(act: Act, person: Profile) -> str:
    if act is Act.OPEN:
        return person.name or _("Open with the passphrase")
    return {
        Act.SET: _("Lock what is kept of you with a passphrase?"),
        Act.CHANGE: _("Change the passphrase for all that is kept of you?"),
        Act.REMOVE: _("Keep all that is kept of you without a passphrase?"),
    }[act]


def _sentences(act: Act) -> tuple[str, ...]:
    if act is Act.OPEN:
        return (_("What is kept here is locked with a passphrase."),)
    if act is Act.REMOVE:
        return (
            _("Anyone at this computer can then open Upstander and read what is kept of you."),
            _("What was locked goes, with its backups, and a new backup is made."),
        )
    warning = (
        _(
            "Without the passphrase nobody can read what is kept of you again. Nobody can find"
            " it out or reset it, and neither can we. If you forget it, all of it is lost."
        ),
        _("Several words are easy to remember and hard to guess. A short one can be guessed."),
    )
    if act is Act.CHANGE:
        return (*warning, _("Backups are locked anew, so that the old passphrase opens nothing."))
    return (
        *warning,
        _(
            "What can be read without it goes now: the file as it is, its backups, and files that"
            " were kept aside. A new backup is made, locked as well."
        ),
        _("Your name here, settings such as text size, and files that you saved stay readable."),
    )


def _sentences_for_new(person: Profile) -> tuple[str, ...]:
    theirs = _("It is %(name)s who should choose it and type it, with nobody looking.")
    return (
        theirs % {"name": person.name},
        _(
            "Without the passphrase nobody can read what is kept here. Nobody can find it out or"
            " reset it, and neither can we. If it is forgotten, all of it is lost."
        ),
        _("Several words are easy to remember and hard to guess. A short one can be guessed."),
        _("The name, settings such as text size, and files that were saved stay readable."),
    )


def _button(act: Act) -> tuple[str, str]:
    return {
        Act.OPEN: (_("Open"), "lock-open"),
        Act.SET: (_("Lock it"), "lock"),
        Act.CHANGE: (_("Change it"), "lock"),
        Act.REMOVE: (_("Remove the passphrase"), "lock-open"),
    }[act]


def _done(act: Act) -> str:
    return {
        Act.OPEN: "",
        Act.SET: _("What is kept of you is locked from now on. The passphrase opens it."),
        Act.CHANGE: _("The new passphrase holds from now on."),
        Act.REMOVE: _("What is kept of you has no passphrase from now on."),
    }[act]
