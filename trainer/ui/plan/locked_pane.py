"""What shows in place of the papers while they are locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.errors import KeepingError
from trainer.language import _, ngettext
from trainer.progress.papers.papers import counts
from trainer.ui import theme
from trainer.ui.dialogs import AskSheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.secret_field import SecretField
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from trainer.ui.context import Context

_WIDEST = 560


class LockedPane(QWidget):
    """Asks for the passphrase.

    Signals:
        opened(): it was the right one.
    """

    opened = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.scroller = Scroller(self)
        theme.lay(QVBoxLayout(self)).addWidget(self.scroller)
        outer = theme.lay(QVBoxLayout(self.scroller.content), margins=(24, 22, 24, 24))
        line = theme.lay(QHBoxLayout())
        self._card = Card(self, margins=(24, 22, 24, 24), spacing=12)
        self._card.setMaximumWidth(theme.px(_WIDEST))
        line.addWidget(self._card, 1000)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch()
        self._fill()

    def _fill(self) -> None:
        body = self._card.body
        body.addWidget(Heading(_("Your papers are locked"), self))
        opens = _("The safety plan and all records open with the passphrase for these papers.")
        body.addWidget(Words(opens, self))
        self.field = add_labelled(body, SecretField(_("Passphrase"), self))
        self.field.setAccessibleDescription(opens)
        self.field.returnPressed.connect(self.open_papers)
        show = CheckBox(_("Show what I type"), self, role=Role.NOTE)
        show.toggled.connect(self.field.show_letters)
        body.addWidget(show)
        self.said = Words("", self)
        self.said.hide()
        body.addWidget(self.said)
        buttons = FlowLayout(spacing=14)
        self.go = PrimaryButton(_("Open"), self, icon="lock-open", keys=_("Enter"))
        self.go.clicked.connect(self.open_papers)
        buttons.addWidget(self.go)
        body.addLayout(buttons)
        self.forgotten = LinkButton(_("I have forgotten the passphrase"), self)
        self.forgotten.clicked.connect(self.ask_to_delete)
        body.addWidget(self.forgotten, 0, Qt.AlignmentFlag.AlignLeft)

    def restyled(self) -> None:
        """Stay as wide as is pleasant."""
        self._card.setMaximumWidth(theme.px(_WIDEST))

    def ready(self) -> None:
        """Begin anew: nothing typed, nothing said."""
        self.field.clear()
        self._say("")
        self._wait(False)

    def open_papers(self) -> None:
        """Try what is typed."""
        if not self.field.text() or not self.go.isEnabled():
            return
        drawer = self._context.drawer
        try:
            stretching = drawer.papers.stretching()
        except KeepingError as error:
            self._context.tell(error)
            return
        self._wait(True)
        drawer.stretch(stretching, self.field.text(), self._try)

    def _try(self, key: bytes | None) -> None:
        self._wait(False)
        if key is None:
            self._say(_("There is not enough memory free. Close other programs, then try again."))
            return
        drawer = self._context.drawer
        try:
            fits = drawer.papers.unlock(key)
        except KeepingError as error:
            # They are open; what is told concerns what waits, or traces.
            self._context.tell(error)
            fits = not drawer.is_locked()
        if fits:
            self.ready()
            drawer.turned.emit()
            self.opened.emit()
        else:
            self._say(_("That is not the passphrase. Nothing is lost, try again."))
            self.field.selectAll()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wait(self, wait: bool) -> None:
        self.go.setEnabled(not wait)
        self.go.set_words(_("Opening …") if wait else _("Open"))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        if text:
            self._context.announce(text)

    # Forgotten

    def ask_to_delete(self) -> None:
        """Say what can be done without the passphrase, which is to delete them."""
        sentences = (
            _("Without the passphrase nobody can read these papers, and neither can we."),
            _("What can be done is to delete them and begin anew. If you may still find the"
              " passphrase, wait."),
            *what_goes(self._context),
        )  # fmt: skip
        sheet = AskSheet(
            self._context,
            _("Delete the locked papers?"),
            sentences,
            _("Delete them"),
            self.window(),
        )
        sheet.agreed.connect(self._delete)
        sheet.open()

    def _delete(self) -> None:
        delete_all(self._context)


def what_goes(context: Context) -> tuple[str, ...]:
    """Say which papers go when all of them do, and that it is for good."""
    with context.store.reading() as connection:
        plans, incidents = counts(connection)
    said = [
        ngettext("%(n)d safety plan goes.", "%(n)d safety plans go.", plans) % {"n": plans},
        ngettext(
            "%(n)d record of what happened goes.", "%(n)d records of what happened go.", incidents
        )
        % {"n": incidents},
    ]
    counted = [sentence for n, sentence in zip((plans, incidents), said, strict=True) if n]
    return (
        *counted,
        _("Backups that hold them go, too. Your runs stay."),
        _("This cannot be undone. What you exported or saved elsewhere stays there."),
    )


def delete_all(context: Context) -> None:
    """Delete all papers, and say that nothing of them is left."""
    drawer = context.drawer
    try:
        said = drawer.papers.delete_all()
    except KeepingError as error:
        context.tell(error)
    else:
        if said:
            context.notice(said)
    drawer.turned.emit()
