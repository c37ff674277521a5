"""Somebody has reviewed it: who, when, and until when that holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.on_paper.mark import is_of
from trainer.authoring.plainly.told import Kind
from trainer.authoring.reviews import reviewing
from trainer.language import _, ngettext
from trainer.ui import dates, theme, typed_days
from trainer.ui.authoring.form.side_by_side import SideBySide
from trainer.ui.authoring.tables.review import left, why_not
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.typed_days import read_day
from trainer.ui.widgets.fields import CheckBox, TextBox, TextField
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from trainer.ui.authoring.workbench import Workbench

_LONGEST: Final = 120
_MOST_LOOKED_AT: Final = 600
_MOST_HINTS: Final = 5


class ReviewedSheet(Sheet):
    """Asks, and writes it down as one step."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench.context, _("Say that it was reviewed"), parent, width=620)
        self._bench = bench
        today = date.today()
        said = _(
            "Somebody who belongs to, or works with, the people it is about has read all of it. "
            "Whoever wrote it does not review it. Everybody who plays it can read these names."
        )
        self.body.addWidget(Words(said, self, role=Role.NOTE))
        self.hints = SoftLabel("\n".join(_hints(bench)), self)
        self.hints.setVisible(bool(self.hints.text()))
        self.body.addWidget(self.hints)
        self.whose = self._field(_("Which organisation, or group?"), "")
        self.person = self._field(
            _("Who read it?"), _("Only if they want to be named; else leave it empty")
        )
        self.role = self._field(_("What are they there?"), _("Such as: counsellor. May be empty"))
        self.on, first = self._day(_("Read on"), today)
        until = reviewing.offered_until(today)
        self.until, last = self._day(_("Good until"), until)
        self._offered = self.until.text()
        self.on.textChanged.connect(self._offer_until)
        self._days = SideBySide(first, last, self)
        self.body.addWidget(self._days)
        self.looked_at = TextBox(
            _("What did they look at?"), self, hint=_("Such as: every scene, read by two women")
        )
        self._label(_("What did they look at?"), self.looked_at, self.looked_at.edit)
        self.body.addWidget(
            SoftLabel(
                _("May be empty. It stays with your file, and is not shown to those who play."),
                self,
            )
        )
        self.mark = self._field(
            _("Mark on the paper, if it was read on paper"), _("Such as: A3F 90C. May be empty")
        )
        self.agreed = CheckBox(_("They have said yes to being named here."), self, role=Role.NOTE)
        self.body.addWidget(self.agreed)
        self.wrong = Words("", self, role=Role.NOTE_STRONG, tone="direct")
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        self._answers()
        chain(self)
        self.whose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answers(self) -> None:
        self.end_with(_("Write it down"), self.write, icon="check")

    def _label(self, words: str, field: QWidget, buddy: QWidget | None = None) -> None:
        label = Words(words, self, role=Role.NOTE_STRONG)
        label.setBuddy(buddy or field)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(label)
        self.body.addWidget(field)

    def _field(self, words: str, hint: str) -> TextField:
        field = self._line(words, hint)
        self._label(words, field)
        return field

    def _line(self, words: str, hint: str) -> TextField:
        field = TextField(words, self, hint=hint)
        field.setMaxLength(_LONGEST)
        field.returnPressed.connect(self.write)
        return field

    def _day(self, words: str, day: date) -> tuple[TextField, QWidget]:
        """Make a field for a day, which says below how it is understood, and what holds both."""
        holder = QWidget(self)
        column = theme.lay(QVBoxLayout(holder), margins=(0, 4, 0, 0), spacing=6)
        label = Words(words, holder, role=Role.NOTE_STRONG)
        field = self._line(words, _("Such as 31 January 2027, or 2027-01-31"))
        label.setBuddy(field)
        spoken = SoftLabel("", holder)
        for one in (label, field, spoken):
            column.addWidget(one)

        def tell(text: str) -> None:
            found = read_day(text)
            spoken.setText("" if found is None else dates.full(found.isoformat()))

        field.textChanged.connect(tell)
        field.setText(day.isoformat())
        return field, holder

    def _wrote_it(self) -> tuple[str, QWidget]:
        """Say it if whoever is named wrote the file, and where; empty if not."""
        document, person = self._bench.document, self.person.text()
        if document is None:
            return "", self.go
        author = reviewing.wrote_it(document, person, self.whose.text(), self.by())
        if not author:
            return "", self.go
        said = _(
            "%(name)s wrote it, as the file says. Whoever wrote a text cannot be the one who "
            "reviews it. Name somebody else who has read it."
        )
        return said % {"name": author}, self.person if person.strip() else self.whose

    def _wrong_mark(self) -> str:
        """Say it if the paper is of another text than the one that is here."""
        document, typed = self._bench.document, self.mark.text()
        if document is None or not typed.strip() or is_of(document, typed):
            return ""
        return _(
            "That paper is of another text: something was changed after it was printed. Print it"
            " again for them, or ask whether they agree to what was changed, and leave this empty."
        )

    def _offer_until(self, text: str) -> None:
        """Count anew from the day that it was read, unless another end was typed."""
        day = read_day(text)
        if day is not None and self.until.text() == self._offered:
            self._offered = reviewing.offered_until(day).isoformat()
            self.until.setText(self._offered)

    def by(self) -> str:
        """Give who reviewed it, as everybody reads it."""
        said = ""
        for field in (self.person, self.role, self.whose):
            words = " ".join(field.text().split())
            if words:
                said = _("%(name)s, %(of)s") % {"name": said, "of": words} if said else words
        return said

    def write(self) -> None:
        """Write it down, if nothing is wrong with it."""
        document, wrong, at = self._bench.document, *self._wrong()
        if wrong or document is None:
            self._refuse(wrong, at)
            return
        on, until = read_day(self.on.text()), read_day(self.until.text())
        assert on is not None
        assert until is not None
        looked_at = self.looked_at.text()[:_MOST_LOOKED_AT]
        with self._bench.step(_("Say that it was reviewed"), ()) as step:
            reviewing.set_reviewed(step, document, self.by(), on, until, looked_at)
        self.accept()
        self._bench.say(_("The review is written down, and not saved yet. Ctrl Z takes it back."))

    def _refuse(self, wrong: str, at: QWidget) -> None:
        """Say below a field what is wrong with it, and stand there."""
        row = self._days if self._days.isAncestorOf(at) else at
        self.body.removeWidget(self.wrong)
        place = self.body.indexOf(row)
        self.body.insertWidget(place + 1 if place >= 0 else self.body.count(), self.wrong)
        self.wrong.setText(wrong)
        self.wrong.show()
        self.fit()
        self._bench.context.announce(wrong)
        at.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_wrong)

    def _show_wrong(self) -> None:
        self.scroller.show_widget(self.wrong)

    def _wrong(self) -> tuple[str, QWidget]:
        """Say what is wrong, and where; empty if nothing is."""
        on, until = read_day(self.on.text()), read_day(self.until.text())
        reasons = why_not(self._bench)
        if reasons:
            return " ".join(reasons), self.go
        if not self.whose.text().strip() and not self.person.text().strip():
            return _("Say who reviewed it: the name of a person, or of a body."), self.whose
        wrong, at = self._wrote_it()
        if wrong:
            return wrong, at
        wrong = self._wrong_mark()
        if wrong:
            return wrong, self.mark
        for day, field in ((on, self.on), (until, self.until)):
            if day is None:
                return typed_days.wrong_with(field.text()), field
        assert on is not None
        assert until is not None
        wrong = reviewing.wrong_with(self.by(), on, until, date.today())
        if wrong:
            return wrong, self.on if on > date.today() else self.until
        if not self.agreed.isChecked():
            return _(
                "Nobody is named here who has not said yes to it. Ask them first."
            ), self.agreed
        return "", self.go


def _hints(bench: Workbench) -> list[str]:
    """Say which hints are there, which keep nobody from reviewing it."""
    found = [one for one in left(bench) if one.kind is Kind.HINT]
    if not found:
        return []
    head = ngettext("There is a hint, which may stay as it is:",
                    "There are hints, which may stay as they are:", len(found))  # fmt: skip
    return [head, *(f"• {one.words}" for one in found[:_MOST_HINTS])]
