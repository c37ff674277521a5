"""Setting, changing and taking away the passphrase of the papers."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress.papers import sealing
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.secret_field import SecretField
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.progress.papers.sealing import Stretching
    from trainer.ui.context import Context


class Act(Enum):
    """What is done with the passphrase."""

    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"


class PassphraseSheet(Sheet):
    """Says what it means first, then asks; the sheet stays until it is done."""

    def __init__(self, context: Context, act: Act, parent: QWidget | None = None) -> None:
        super().__init__(context, _heading(act), parent, width=560)
        self._context = context
        self._act = act
        self._stretching: Stretching | None = None
        self._typed = ""
        for sentence in _sentences(act):
            self.body.addWidget(Words(sentence, self))
        self.now = self._field(_("Passphrase now")) if act is not Act.SET else None
        self.new = self.again = None
        if act is not Act.REMOVE:
            self.new = self._field(_("New passphrase"))
            self.again = self._field(_("The same again"))
        show = CheckBox(_("Show what I type"), self, role=Role.NOTE)
        show.toggled.connect(self._show)
        self.body.addWidget(show)
        self.said = Words("", self)
        self.body.addWidget(self.said)
        self._make_buttons()
        chain(self)
        first = self._fields()[0]
        first.setAccessibleDescription(" ".join(_sentences(act)))
        first.setFocus()
        # What it means is read first, also where the window is small.
        QTimer.singleShot(0, self, self._to_top)

    def _to_top(self) -> None:
        self.scroller.bar.setValue(0)

    def _field(self, name: str) -> SecretField:
        label = Words(name, self, role=Role.NOTE_STRONG)
        field = SecretField(name, self)
        field.returnPressed.connect(self.go_on)
        field.textEdited.connect(self._typing)
        label.setBuddy(field)
        self.body.addWidget(label)
        self.body.addWidget(field)
        return field

    def _fields(self) -> list[SecretField]:
        return [field for field in (self.now, self.new, self.again) if field is not None]

    def _make_buttons(self) -> None:
        cancel = QuietButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self._words, icon = _button(self._act)
        self.go = PrimaryButton(self._words, self, icon=icon)
        self.go.clicked.connect(self.go_on)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.go)

    def done(self, result: int) -> None:
        """Forget what was typed, however it ends."""
        for field in self._fields():
            field.clear()
        self._typed = ""
        self._context.drawer.drop()
        super().done(result)

    # Going on

    def go_on(self) -> None:
        """Do it, if what is typed allows it."""
        if not self.go.isEnabled():
            return
        empty = next((field for field in self._fields() if not field.text()), None)
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.new is not None and self.again is not None:
            if self.new.text() != self.again.text():
                self._say(_("The two are not the same. Type it again."))
                self.again.selectAll()
                self.again.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            self._typed = self.new.text()
        self._wait(True)
        if self.now is None:
            self._stretch_new()
            return
        try:
            known = self._context.drawer.papers.stretching()
        except KeepingError as error:
            self._fail(error)
            return
        self._context.drawer.stretch(known, self.now.text(), self._known)

    def _known(self, key: bytes | None) -> None:
        """Go on if the passphrase that was there until now is the right one."""
        papers = self._context.drawer.papers
        if key is None:
            self._no_memory()
        elif not papers.opens(key):
            self._wait(False)
            self._say(_("That is not the passphrase. Nothing was changed, try again."))
            if self.now is not None:
                self.now.selectAll()
                self.now.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._act is Act.REMOVE:
            self._finish(None)
        else:
            self._stretch_new()

    def _stretch_new(self) -> None:
        self._stretching = sealing.fresh()
        self._context.drawer.stretch(self._stretching, self._typed, self._new_key)

    def _new_key(self, key: bytes | None) -> None:
        if key is None:
            self._no_memory()
            return
        self._key = key
        # What goes on shows first: a large history takes a moment to be written anew.
        QTimer.singleShot(30, self, self._seal)

    def _seal(self) -> None:
        self._finish(self._key)

    def _finish(self, key: bytes | None) -> None:
        drawer = self._context.drawer
        if not self.isVisible():
            return
        try:
            if key is None or self._stretching is None:
                drawer.papers.remove_key()
            else:
                drawer.papers.set_key(key, self._stretching)
        except KeepingError as error:
            self._fail(error)
        else:
            self.accept()
            self._context.notice(_done(self._act))
        drawer.turned.emit()

    def _fail(self, error: KeepingError) -> None:
        self.reject()
        self._context.tell(error)

    def _no_memory(self) -> None:
        self._wait(False)
        self._say(_("There is not enough memory free. Close other programs, then try again."))

    def _show(self, shown: bool) -> None:
        for field in self._fields():
            field.show_letters(shown)

    def _wait(self, wait: bool) -> None:
        self.go.setEnabled(not wait)
        self.go.set_words(_("Working …") if wait else self._words)
        if wait:
            self._say("")

    def _typing(self) -> None:
        """Take back what was said of what is typed anew now."""
        self._say("")

    def _say(self, text: str) -> None:
        self.said.setText(text)
        if text:
            self._context.announce(text)


def _heading(act: Act) -> str:
    return {
        Act.SET: _("Lock these papers with a passphrase?"),
        Act.CHANGE: _("Change the passphrase for these papers?"),
        Act.REMOVE: _("Keep these papers without a passphrase?"),
    }[act]


def _sentences(act: Act) -> tuple[str, ...]:
    if act is Act.REMOVE:
        return (_("Whoever opens Upstander here as you can then read your plan and records."),)
    warning = (
        _(
            "Without the passphrase nobody can read your plan and your records again. Nobody can"
            " find it out or reset it, and neither can we. If you forget it, they are lost."
        ),
        _("Several words are easy to remember and hard to guess. A short one can be guessed."),
    )
    if act is Act.CHANGE:
        return (*warning, _("Backups that open with the passphrase of now are deleted."))
    return (
        *warning,
        _("Backups that hold them unlocked are deleted, and a new one is made."),
        _("Printed sheets and PDF files that you saved stay readable."),
    )


def _button(act: Act) -> tuple[str, str]:
    return {
        Act.SET: (_("Lock them"), "lock"),
        Act.CHANGE: (_("Change it"), "lock"),
        Act.REMOVE: (_("Remove the passphrase"), "lock-open"),
    }[act]


def _done(act: Act) -> str:
    return {
        Act.SET: _("Your papers are locked from now on. They stay open until you lock or leave."),
        Act.CHANGE: _("The new passphrase holds from now on."),
        Act.REMOVE: _("Your papers are kept without a passphrase from now on."),
    }[act]
