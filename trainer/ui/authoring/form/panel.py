"""The form of what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.workbench import Workbench


class FormPanel(QWidget):
    """The scene that is selected."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.narration = QPlainTextEdit(self)
        self.narration.setAccessibleName(_("Narration"))
        self.narration.setUndoRedoEnabled(False)
        theme.lay(QVBoxLayout(self)).addWidget(self.narration)
        self.narration.textChanged.connect(self._typed)
        bench.selected.connect(self._show)
        bench.changed.connect(self._renew)

    def _path(self) -> Path | None:
        scene = self.bench.scene
        return None if scene is None else ("scenes", scene, "text")

    def _show(self) -> None:
        path, document = self._path(), self.bench.document
        said = document.data(path) if document is not None and path is not None else None
        said = said.rstrip("\n") if isinstance(said, str) else ""
        if said != self.narration.toPlainText():
            self.narration.blockSignals(True)
            self.narration.setPlainText(said)
            self.narration.blockSignals(False)

    def _renew(self) -> None:
        self._show()

    def _typed(self) -> None:
        path, document = self._path(), self.bench.document
        if path is None or document is None:
            return
        with self.bench.step(_("writing"), path, typing="/".join(map(str, path))) as step:
            step.put(document, path, self.narration.toPlainText())
