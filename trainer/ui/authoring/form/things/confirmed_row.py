"""Whether somebody has confirmed a help entry: nobody has, until a person says who, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.authoring.forms import writing
from trainer.language import _
from trainer.ui.authoring.form.rows import TickRow
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class ConfirmedSheet(Sheet):
    """Asks who has confirmed it, and when.

    Signals:
        said(str): who, and when.
    """

    said = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, _("Who has confirmed it?"), parent)
        asked = _("Name the person from there who has read this entry and said that it is right.")
        self.body.addWidget(Words(asked, self))
        self.who = TextField(_("Who there has confirmed it"), self)
        self.when = TextField(_("On which day"), self)
        for words, field in ((_("Who, and what they do there"), self.who),
                             (_("On which day"), self.when)):  # fmt: skip
            self.body.addWidget(SoftLabel(words, self))
            self.body.addWidget(field)
            field.textChanged.connect(self._look)
        note = _("Only if they agree to be named; else write what they do there.")
        self.body.addWidget(SoftLabel(note, self))
        self.end_with(_("It is confirmed"), self._say, icon="check")
        chain(self)
        self._look()
        self.who.setFocus()

    def _look(self) -> None:
        self.go.setEnabled(bool(self.who.text().strip() and self.when.text().strip()))

    def _say(self) -> None:
        known = {"who": self.who.text().strip(), "day": self.when.text().strip()}
        self.accept()
        self.said.emit(_("%(who)s, %(day)s") % known)


class ConfirmedRow(TickRow):
    """Ticking asks who and when; as long as that is not said, nobody has confirmed it."""

    def _ticked(self, on: bool) -> None:
        if not on:
            self._let("false", None, "")
            return
        self.show_value("false")
        sheet = ConfirmedSheet(self.writer.bench.context, self.window())
        sheet.said.connect(self._said)
        sheet.open()

    def _said(self, who: str) -> None:
        self._let("true", who, None)

    def _let(self, confirmed: str, who: str | None, unconfirmed: str | None) -> None:
        document = self.writer.document
        with self.writer.step(self.act(), self.path) as step:
            writing.write(step, document, self.path, confirmed)
            writing.write(step, document, (*self.base, "confirmed_by"), who)
            writing.write(step, document, (*self.base, "unconfirmed"), unconfirmed)
