"""A workshop that was held, or interrupted: what can be done with it, and when it is deleted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.language import _
from trainer.ui import dates, pages
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel
from trainer.workshop.keeping.listing import Condition, Kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


class KeptCard(Card):
    """One of them.

    Signals:
        go_on_wanted(object): it shall go on; the :class:`Kept`.
        back_wanted(): it is open in this window, and shall be shown.
        report_wanted(object): what stays of it shall be shown.
        delete_wanted(object): it shall be deleted.
    """

    go_on_wanted = Signal(object)
    back_wanted = Signal()
    report_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, kept: Kept, *, is_here: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=4)
        self.kept = kept
        self._is_here = is_here and kept.condition is Condition.OPEN
        self._name = kept.name
        self.body.addWidget(Heading(self._name, self))
        for said in self._said():
            self.body.addWidget(SoftLabel(said, self))
        self.body.addStretch(1)
        self.body.addSpacing(4)
        acts = FlowLayout(spacing=8)
        for button in self._buttons():
            button.setAccessibleDescription(self._name)
            acts.addWidget(button)
        self.body.addLayout(acts)

    def _said(self) -> Iterator[str]:
        kept = self.kept
        if kept.condition is Condition.INTERRUPTED:
            yield interrupted(kept)
        elif kept.condition is Condition.OPEN:
            here, other = _("It is open now."), _("It is open now, in this window or another one.")
            yield here if self._is_here else other
        elif kept.condition is Condition.ENDED:
            yield _("Held: %(when)s") % {"when": _moment(kept.held)}
        elif kept.condition is Condition.DAMAGED:
            yield _("What was kept of it cannot be read any more.")
        else:
            yield _("A newer Upstander wrote it; it is left as it is. Open it with that one.")
        if kept.condition is Condition.ENDED and kept.goes == kept.last:
            yield _("Deleted from this computer when Upstander closes")
        elif kept.goes is not None and kept.condition is not Condition.OPEN:
            yield _("Deleted from this computer on %(day)s, by itself") % {"day": _day(kept.goes)}

    def _buttons(self) -> Iterator[QWidget]:
        condition = self.kept.condition
        if condition is Condition.INTERRUPTED and "workshop" in pages.PLACES:
            self.go_on = PrimaryButton(_("Go on"), self, icon="play")
            self.go_on.clicked.connect(self._go_on)
            yield self.go_on
        if self._is_here:
            self.back = PrimaryButton(_("Back to it"), self, icon="presentation")
            self.back.clicked.connect(self.back_wanted)
            yield self.back
        if condition is Condition.ENDED and "workshop-after" in pages.PLACES:
            self.report = QuietButton(_("What stays of it"), self, icon="list")
            self.report.clicked.connect(self._report)
            yield self.report
        if condition in (Condition.INTERRUPTED, Condition.ENDED, Condition.DAMAGED):
            self.delete = QuietButton(_("Delete …"), self, icon="trash-2")
            self.delete.clicked.connect(self._delete)
            yield self.delete

    def _go_on(self) -> None:
        self.go_on_wanted.emit(self.kept)

    def _report(self) -> None:
        self.report_wanted.emit(self.kept)

    def _delete(self) -> None:
        self.delete_wanted.emit(self.kept)


def interrupted(kept: Kept) -> str:
    """Say where and when it was interrupted."""
    known = {"when": _moment(kept.last), "part": kept.stood}
    if kept.stood:
        return _("Interrupted on %(when)s, at “%(part)s”. It goes on where it was.") % known
    return _("Made ready on %(when)s, and not begun yet.") % known


def _when(seconds: float) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _moment(seconds: float) -> str:
    return dates.moment(_when(seconds))


def _day(seconds: float) -> str:
    return dates.day(_when(seconds))
