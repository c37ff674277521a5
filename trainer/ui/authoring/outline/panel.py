"""The outline: every scene in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from trainer.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.workbench import Workbench


class OutlinePanel(QListWidget):
    """The scenes of what is shown."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.setAccessibleName(_("Scenes"))
        bench.opened.connect(self._renew)
        bench.changed.connect(self._renew)
        self.itemActivated.connect(self._go)

    def _renew(self) -> None:
        self.clear()
        for name in self.bench.outline().scenes:
            self.addItem(name)

    def _go(self, item: QListWidgetItem) -> None:
        self.bench.select(("scenes", item.data(Qt.ItemDataRole.DisplayRole)))
