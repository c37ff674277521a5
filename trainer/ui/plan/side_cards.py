"""What stands beside a paper: the records there are, the lock, and where to turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import dates, theme
from trainer.ui.plan.passphrase_sheet import Act, PassphraseSheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.surface_button import SurfaceButton
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.progress.papers.paper_rows import Broken
    from trainer.progress.papers.papers import Paper
    from trainer.ui.context import Context

_LONGEST = 60


def name(paper: Paper) -> str:
    """Call a record by what its writer said of when and where, or by when it was begun."""
    known = [" ".join(paper.content.text(key).split()) for key in ("date", "place")]
    date, place = (text[:_LONGEST] for text in known)
    if date and place:
        return _("%(date)s, %(place)s") % {"date": date, "place": place}
    return date or place or _("Begun on %(day)s") % {"day": dates.day(paper.made)}


class RecordRow(SurfaceButton):
    """One record, pressed to open it."""

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        self.paper = paper
        when = _("Last changed on %(day)s") % {"day": dates.day(paper.touched)}
        super().__init__(name(paper), when, parent, margins=(14, 10, 14, 10), spacing=2)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add(Words(name(paper), self, role=Role.STRONG))
        self.add(SoftLabel(when, self, role=Role.SMALL))


class RecordsCard(Card):
    """The records of what happened, and the way to a new one.

    Signals:
        wanted(object): id of the record to open; empty for a new one.
        broken_deleted(): those that cannot be read shall go.
    """

    wanted = Signal(object)
    broken_deleted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self.body.addWidget(Heading(_("What happened"), self))
        said = _(
            "Write down what happened while you remember it: for yourself, or for someone who"
            " asked you to. Nothing is sent."
        )
        self.body.addWidget(SoftLabel(said, self))
        buttons = FlowLayout()
        self.new = QuietButton(_("Write it down"), self, icon="plus")
        self.new.clicked.connect(self._new_pressed)
        buttons.addWidget(self.new)
        self.body.addLayout(buttons)
        self._column = theme.lay(QVBoxLayout(), spacing=8)
        self.body.addLayout(self._column)
        self._shown: list[QWidget] = []

    def show_records(self, papers: Sequence[Paper], broken: Sequence[Broken]) -> None:
        """List these."""
        take_out(self._column, *self._shown)
        self._shown = []
        for paper in papers:
            row = RecordRow(paper, self)
            row.clicked.connect(self._row_pressed)
            self._put(row)
        if broken:
            self._say_broken(len(broken))

    def rows(self) -> list[RecordRow]:
        """Every record that is listed."""
        return [widget for widget in self._shown if isinstance(widget, RecordRow)]

    def _say_broken(self, count: int) -> None:
        said = ngettext(
            "%(n)d paper cannot be read. The others are safe.",
            "%(n)d papers cannot be read. The others are safe.",
            count,
        )
        self._put(Words(said % {"n": count}, self, role=Role.NOTE))
        delete = LinkButton(_("Delete what cannot be read"), self)
        delete.clicked.connect(self.broken_deleted)
        self._put(delete, Qt.AlignmentFlag.AlignLeft)

    def _put(self, widget: QWidget, align: Qt.AlignmentFlag | None = None) -> None:
        if align is None:
            self._column.addWidget(widget)
        else:
            self._column.addWidget(widget, 0, align)
        widget.show()
        self._shown.append(widget)

    def _new_pressed(self) -> None:
        self.wanted.emit("")

    def _row_pressed(self) -> None:
        row = self.sender()
        if isinstance(row, RecordRow):
            self.wanted.emit(row.paper.id)


class LockCard(Card):
    """Whether a passphrase locks the papers, and what can be done about that.

    Signals:
        lock_wanted(): they shall be locked now.
    """

    lock_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._context = context
        self.body.addWidget(Heading(_("Who can read this"), self))
        self._said = SoftLabel("", self)
        self.body.addWidget(self._said)
        self._buttons = FlowLayout()
        self.set = self._button(_("Lock with a passphrase …"), "lock", self._set)
        self.lock = self._button(_("Lock now"), "lock", self.lock_wanted)
        self.change = self._button(_("Change the passphrase …"), "", self._change)
        self.remove = self._button(_("Remove the passphrase …"), "", self._remove)
        self.body.addLayout(self._buttons)

    def _button(self, words: str, icon: str, act: object) -> QuietButton:
        button = QuietButton(words, self, icon=icon)
        button.clicked.connect(act)
        self._buttons.addWidget(button)
        return button

    def show_lock(self, has_lock: bool) -> None:
        """Say how it is now."""
        person = self._context.person
        if has_lock:
            said = _(
                "A passphrase for these papers alone locks your plan and all records. They are"
                " open now, until you lock them, leave quickly or close the window."
            )
        elif self._context.keeps and person is not None and person.is_sealed:
            said = _(
                "These papers are kept on this computer only, behind the passphrase for all that"
                " is kept of you. They can have one of their own as well."
            )
        elif self._context.keeps:
            said = _(
                "These papers are kept on this computer only. Without a passphrase, anyone at this"
                " computer can open Upstander and read them."
            )
        else:
            said = _(
                "Nothing is kept: these papers are gone when you close the window. Print what you"
                " want to keep."
            )
        self._said.setText(said)
        # What is gone at the end needs no lock.
        self.set.setVisible(not has_lock and self._context.keeps)
        for button in (self.lock, self.change, self.remove):
            button.setVisible(has_lock)

    def _set(self) -> None:
        self._open(Act.SET)

    def _change(self) -> None:
        self._open(Act.CHANGE)

    def _remove(self) -> None:
        self._open(Act.REMOVE)

    def _open(self, act: Act) -> None:
        PassphraseSheet(self._context, act, self.window()).open()


class TurnCard(Card):
    """Where somebody can turn to; whether they do is theirs to decide."""

    def __init__(self, context: Context, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="wash", spacing=10)
        self._context = context
        self.body.addWidget(Heading(_("Where to turn"), self))
        self.body.addWidget(Words(said, self, role=Role.NOTE))
        buttons = FlowLayout()
        self.go = QuietButton(_("Get help"), self, icon="life-buoy", keys="F2")
        self.go.clicked.connect(self._open)
        buttons.addWidget(self.go)
        self.body.addLayout(buttons)

    def _open(self) -> None:
        self._context.open_page("help")
