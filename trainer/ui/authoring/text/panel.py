"""The text of the file, as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from trainer.language import _

if TYPE_CHECKING:
    from trainer.ui.authoring.workbench import Workbench


class TextPanel(QPlainTextEdit):
    """The text of what is shown."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.setAccessibleName(_("Text of the file"))
        self.setUndoRedoEnabled(False)
        self.setReadOnly(True)
        bench.opened.connect(self._renew)
        bench.changed.connect(self._renew)

    def _renew(self) -> None:
        if self.bench.document is not None:
            self.setPlainText(self.bench.document.text)
