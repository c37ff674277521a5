"""What is wrong, and what the whole comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget, QWidget

from trainer.language import _
from trainer.scenario import problems
from trainer.ui.authoring.problems.watch import Watch

if TYPE_CHECKING:
    from trainer.ui.authoring.workbench import Workbench


class ProblemsPanel(QListWidget):
    """The problems of what is shown."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.setAccessibleName(_("Problems"))
        self.watch = Watch(bench, self)
        bench.problems_changed.connect(self._renew)

    def _renew(self) -> None:
        self.clear()
        for one in self.bench.problems:
            self.addItem(problems.sentence(one))
