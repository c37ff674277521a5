"""What somebody deleted of their own files: brought back, or forgotten for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trainer.authoring.keeping import deleted, versions
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui import dates
from trainer.ui.authoring.keeping.rows import FramedRows
from trainer.ui.authoring.marked import As, Run
from trainer.ui.dialogs import AskSheet, Sheet
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.keeping.deleted import Deleted
    from trainer.ui.context import Context


class DeletedSheet(Sheet):
    """Lists the files that are gone, the last first.

    Signals:
        back(object): this :class:`Deleted` is where it was.
    """

    back = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, _("Deleted files"), parent, width=640)
        self._context = context
        self._there = deleted.every()
        close = QuietButton(_("Close"), self)
        close.clicked.connect(self.reject)
        self.buttons.addWidget(close)
        if not self._there:
            said = _("Nothing that you deleted in Author is kept here.")
            self.body.addWidget(Words(said, self))
            return
        self.rows = FramedRows(_("Deleted files, the last first"), self, most=300, keeps=True)
        self.list = self.rows.list
        self.body.addWidget(self.rows)
        note = _("They are kept on this computer only, as their earlier versions.")
        self.body.addWidget(SoftLabel(note, self))
        self.forget = LinkButton(_("Forget it for good …"), self)
        self.forget.clicked.connect(self._ask_to_forget)
        self.body.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        self.bring = PrimaryButton(_("Bring it back"), self, icon="undo-2")
        self.bring.clicked.connect(self._bring_back)
        self.buttons.addWidget(self.bring)
        for one in self._there:
            known = {"title": one.title, "when": dates.moment(one.at)}
            runs = [Run(one.title, As.STRONG), Run(_(" · last kept %(when)s") % known, As.SOFT)]
            self.list.add_row(runs, "".join(run.text for run in runs))
        self.rows.fit()
        self.list.setCurrentRow(0)
        chain(self)
        self.list.setFocus()

    def _chosen(self) -> Deleted:
        return self._there[max(0, self.list.currentRow())]

    def _bring_back(self) -> None:
        one = self._chosen()
        try:
            deleted.bring_back(one)
        except UpstanderError as error:
            self._context.tell(error)
            return
        self.accept()
        self.back.emit(one)

    def _ask_to_forget(self) -> None:
        sentences = (
            _("All that is kept of “%(title)s” goes.") % {"title": self._chosen().title},
            _("This cannot be undone."),
        )
        heading, act = _("Forget it for good?"), _("Forget it")
        asked = AskSheet(self._context, heading, sentences, act, self)
        asked.agreed.connect(self._forget)
        asked.open()

    def _forget(self) -> None:
        one = self._chosen()
        try:
            versions.forget(one.path)
        except OSError as error:
            self._context.tell(
                UpstanderError(
                    _("Not all of “%(title)s” could be deleted.") % {"title": one.title},
                    _("Nothing else was changed."),
                    _("Try again later, or look at the rights of the folder that is named below."),
                    str(error),
                )
            )
            return
        self.accept()
        self._context.notice(_("“%(title)s” is forgotten.") % {"title": one.title})
