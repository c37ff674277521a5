"""The button that opens the sheet about what to take along, for the bar of any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class ExportButton(QuietButton):
    """Opens the sheet."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Export …"), parent, icon="download")
        self._context = context
        self.setAccessibleDescription(
            _("For another computer, a spreadsheet, other programs, or a certificate")
        )
        self.clicked.connect(self._open)

    def _open(self) -> None:
        # Only whoever takes something along needs what shows it.
        from trainer.ui.along import take_sheet

        take_sheet.open_sheet(self._context, self.window())
