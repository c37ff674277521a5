"""The button in a bar that deletes what is kept of whoever practises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class DeleteButton(QuietButton):
    """Says what goes before anything does."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Delete my data"), parent, icon="trash-2")
        self._context = context
        self.setAccessibleName(_("Delete my data"))
        self.clicked.connect(self._ask)

    def fit_bar(self, roomy: bool) -> None:
        """Say it shorter where the bar has little room."""
        self.set_words(_("Delete my data") if roomy else _("Delete"))

    def _ask(self) -> None:
        from trainer.ui.people import deleting

        deleting.ask_for_mine(self._context, self.window())
