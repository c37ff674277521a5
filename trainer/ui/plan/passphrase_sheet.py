"""Setting, changing and taking away the passphrase of the papers."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress import stretching
from trainer.ui.secret_sheet import SecretSheet
from trainer.ui.widgets.focus_order import chain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.progress.stretching import Stretching
    from trainer.ui.context import Context


class Act(Enum):
    """What is done with the passphrase."""

    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"


class PassphraseSheet(SecretSheet):
    """Says what it means first, then asks; the sheet stays until it is done."""

    def __init__(self, context: Context, act: Act, parent: QWidget | None = None) -> None:
        now = _("Passphrase now") if act is not Act.SET else ""
        is_new = act is not Act.REMOVE
        sentences = _sentences(act)
        super().__init__(context, _heading(act), sentences, now=now, new=is_new, parent=parent)
        self._act = act
        self._stretching: Stretching | None = None
        self._key: bytes | None = None
        self.close_with(*_button(act))
        chain(self)
        self.fields()[0].setFocus()
        # What it means is read first, also where the window is small.
        QTimer.singleShot(0, self, self._to_top)

    def _to_top(self) -> None:
        self.scroller.bar.setValue(0)

    def done(self, result: int) -> None:
        """Forget what was typed and made of it, however it ends."""
        self._key = None
        self._context.drawer.drop()
        super().done(result)

    # Going on

    def typed(self) -> None:
        """Try the passphrase of now, or make a key of the new one."""
        self.wait(True)
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
            self.refuse(self.now, _("That is not the passphrase. Nothing was changed, try again."))
        elif self._act is Act.REMOVE:
            self._finish(None)
        else:
            self._stretch_new()

    def _stretch_new(self) -> None:
        self._stretching = stretching.fresh()
        self._context.drawer.stretch(self._stretching, self.new_one(), self._new_key)

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
        self.refuse(
            None, _("There is not enough memory free. Close other programs, then try again.")
        )


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
        Act.SET: _(
            "The passphrase keeps your papers from now on. They are open until you lock them or"
            " leave."
        ),
        Act.CHANGE: _("The new passphrase holds from now on."),
        Act.REMOVE: _("Your papers are kept without a passphrase from now on."),
    }[act]
