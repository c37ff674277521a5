"""The map: scenes as boxes, ways as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGraphicsView

from trainer.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.workbench import Workbench


class MapPanel(QGraphicsView):
    """The scenes of what is shown."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.setAccessibleName(_("Map of the scenes"))
