"""Picking another run of the same scenario, to lay it beside this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.errors import KeepingError
from trainer.language import _
from trainer.ui.dialogs import Sheet
from trainer.ui.practice.run_words import run_line
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.practice.session import Session
    from trainer.ui.context import Context

_MOST = 20


class PickRun(Sheet):
    """Lists the latest runs of a scenario.

    Signals:
        picked(str): id of the run that was picked.
    """

    picked = Signal(str)

    def __init__(self, context: Context, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Compare with another run"), parent, width=620)
        self._runs: dict[QuietButton, str] = {}
        try:
            found = context.store.runs(limit=_MOST + 1, scenario=session.scenario.id)
        except KeepingError as error:
            found = []
            self.body.addWidget(Words(str(error)))
        others = [one for one in found if one.run != session.run_id][:_MOST]
        if not others:
            self.body.addWidget(
                Words(_("This is the only run so far. Try another way, then compare the two."))
            )
        for one in others:
            button = QuietButton(run_line(one), self, align_left=True)
            button.clicked.connect(self._pressed)
            self._runs[button] = one.run
            self.body.addWidget(button)
        cancel = PrimaryButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.buttons.addWidget(cancel)
        next(iter(self._runs), cancel).setFocus()

    def _pressed(self) -> None:
        run = self._runs.get(self.sender())  # type: ignore[call-overload]
        self.accept()
        self.picked.emit(run)
