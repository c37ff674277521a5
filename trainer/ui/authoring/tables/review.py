"""The review of a file: how far it has come, and a way to say that somebody has reviewed it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.checking.state import State
from trainer.authoring.forms import places
from trainer.authoring.plainly.told import tell
from trainer.authoring.reviews import reviewed_text, reviewing
from trainer.language import _
from trainer.scenario.model import Status
from trainer.ui import dates, theme
from trainer.ui.authoring.form.wrong import Wrong
from trainer.ui.authoring.on_paper.offered import may_print, print_shown
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from trainer.authoring.document import Document
    from trainer.authoring.plainly.told import Told
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.workbench import Workbench

_OFTEN: Final = 60
"""Milliseconds in which it is looked anew once at most."""


def state_words(told: reviewing.Told) -> str:
    """Say how far a file has come, and who has reviewed it."""
    if told.status == Status.RETIRED.value:
        return _("It is no longer in use.")
    if told.status != Status.REVIEWED.value:
        return _("It is a draft. Nobody has said yet that they reviewed it.")
    if not told.by:
        return _("It is marked as reviewed, and nothing says by whom.")
    known = {"name": told.by, "on": dates.full(told.on), "until": dates.full(told.until)}
    if told.ended:
        return _(
            "%(name)s reviewed it on %(on)s. That was good until %(until)s, and is over: it "
            "should be read again."
        ) % known  # fmt: skip
    return _("%(name)s reviewed it on %(on)s. That is good until %(until)s.") % known


class Review(QWidget):
    """What is said of the review, and what can be done about it."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        column = theme.lay(QVBoxLayout(self), spacing=8)
        column.addWidget(Heading(_("Review"), self, role=Role.SUBHEADING))
        self.state = Words("", self, role=Role.NOTE)
        self.looked_at = SoftLabel("", self)
        self.wrong = Wrong(self)
        self.reasons = SoftLabel("", self)
        for one in (self.state, self.looked_at, self.wrong, self.reasons):
            column.addWidget(one)
        row = FlowLayout(spacing=12, line_spacing=6)
        self.give = QuietButton(_("Say that it was reviewed …"), self)
        self.first = LinkButton(_("Go to the first of them"), self)
        self.print = QuietButton(_("Print it to read on paper …"), self, icon="printer")
        self.back = QuietButton(_("Set it back to a draft"), self)
        acts = (self.ask, self.go_to_first, self.print_it, self.set_back)
        every = (self.give, self.first, self.print, self.back)
        for button, act in zip(every, acts, strict=True):
            button.clicked.connect(act)
            row.addWidget(button)
        column.addLayout(row)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.renew)
        for told in (bench.opened, bench.changed, bench.problems_changed):
            told.connect(self._soon)

    def showEvent(self, event: QShowEvent) -> None:
        """Show how it stands now."""
        super().showEvent(event)
        self.renew()

    def _soon(self) -> None:
        if not self._clock.isActive():
            self._clock.start(_OFTEN)

    def renew(self) -> None:
        """Show how it stands now, if it shows at all."""
        document = self._bench.document
        if document is None or not self.isVisible() or document.waits:
            return
        told = reviewing.told(document, date.today())
        self.state.setText(state_words(told))
        looked_at = _("What was looked at: %(what)s") % {"what": told.looked_at}
        self.looked_at.setText(looked_at if told.looked_at else "")
        self.looked_at.setVisible(bool(told.looked_at))
        self.wrong.show_problems(self._of_the_review(document))
        found = left(self._bench)
        reasons = why_not(self._bench, found)
        self.reasons.setText("\n".join(reasons))
        self.reasons.setVisible(bool(reasons))
        self.give.setEnabled(not reasons)
        self.give.setAccessibleDescription(" ".join(reasons))
        again = told.status == Status.REVIEWED.value and bool(told.by)
        self.give.set_words(
            _("Say that it was reviewed again …") if again else _("Say that it was reviewed …")
        )
        self.first.setVisible(bool(reasons) and bool(found))
        self.print.setVisible(may_print(self._bench))
        self.back.setVisible(told.status == Status.REVIEWED.value)
        self.back.setEnabled(document.broken is None and not document.fixed)

    def _of_the_review(self, document: Document) -> list[Told]:
        its = [one for one in self._bench.problems if one.code in reviewing.OF_THE_REVIEW]
        return places.of_problems(document, its)

    def stand(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        self.renew()
        for one in (self.give, self.first, self.print, self.back):
            if one.isVisibleTo(self) and one.isEnabled():
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # Doing

    def go_to_first(self) -> None:
        """Go where the first problem is."""
        found = left(self._bench)
        if found:
            self._bench.write_at(found[0].path)

    def ask(self) -> None:
        """Ask who reviewed it, and until when that holds."""
        ask(self._bench, self.window())

    def print_it(self) -> None:
        """Ask how to print it, for somebody who reads it on paper."""
        print_shown(self._bench, self)

    def set_back(self) -> None:
        """Let it be a draft again."""
        document = self._bench.document
        if document is not None:
            with self._bench.step(_("Set it back to a draft"), ()) as step:
                reviewing.set_back(step, document)
            self._bench.context.announce(_("It is a draft again. Ctrl Z takes that back."))
            self.stand()


def may_ask(bench: Workbench) -> bool:
    """Whether the file that is shown may be called reviewed now."""
    known = bench.document is not None and reviewing.knows_reviews(bench.document)
    return known and not why_not(bench)


def ask(bench: Workbench, window: QWidget) -> None:
    """Ask who reviewed the file that is shown, and until when that holds."""
    from trainer.ui.authoring.tables.review_sheet import ReviewedSheet

    if may_ask(bench):
        ReviewedSheet(bench, window).open()


def is_of_review(path: Path) -> bool:
    """Whether a place is where a file tells of its review."""
    return path[:1] in (reviewed_text.STATUS, reviewed_text.REVIEWED)


def left(bench: Workbench) -> list[Told]:
    """Give what is left to mend before the file that is shown may be reviewed, in order."""
    if bench.document is None or bench.document.stale:
        return []
    others = (one for one in bench.problems if one.code not in reviewing.OF_THE_REVIEW)
    return tell(bench.document, others)


def why_not(bench: Workbench, found: Sequence[Told] | None = None) -> tuple[str, ...]:
    """Say what keeps the file that is shown from being called reviewed; nothing if it may be."""
    document = bench.document
    if document is None:
        return (_("No file is open."),)
    if document.fixed:
        return (_("This file is only looked at here."),)
    if document.broken is not None:
        return (_("The text cannot be read at the moment."),)
    if document.stale:
        return reviewing.may_be_reviewed((), State.CHECKING)
    found = left(bench) if found is None else found
    return reviewing.may_be_reviewed((one.kind for one in found), bench.checking)
