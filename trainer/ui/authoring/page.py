"""The editor: map, outline and text at the left, the form of what is selected at the right.

Every panel shows the same document by way of the workbench; none knows another.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout

from trainer.authoring.document import Document
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.form.panel import FormPanel
from trainer.ui.authoring.map.panel import MapPanel
from trainer.ui.authoring.outline.panel import OutlinePanel
from trainer.ui.authoring.problems.panel import ProblemsPanel
from trainer.ui.authoring.text.panel import TextPanel
from trainer.ui.authoring.workbench import Workbench
from trainer.ui.page import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.ui.page import KeyHelp


class AuthorPage(Page):
    """One file that is being written."""

    name: ClassVar[str] = "author"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.bench = Workbench(context, self)
        self.map = MapPanel(self.bench)
        self.outline = OutlinePanel(self.bench)
        self.text = TextPanel(self.bench)
        self.form = FormPanel(self.bench)
        self.problems = ProblemsPanel(self.bench)
        self.views = QTabWidget()
        self.views.addTab(self.map, _("Map"))
        self.views.addTab(self.outline, _("Outline"))
        self.views.addTab(self.text, _("Text"))
        self._lay_out()

    def _lay_out(self) -> None:
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.views)
        left.addWidget(self.problems)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.addWidget(left)
        whole.addWidget(self.form)
        theme.lay(QVBoxLayout(self)).addWidget(whole)

    def title(self) -> str:
        """Name of the file."""
        return self.bench.document.path.name if self.bench.document is not None else _("Author")

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("Ctrl Z"), _("Undo, whatever it was")),
            (_("Ctrl Shift Z"), _("Do it again")),
            (_("Ctrl S"), _("Save")),
        ]

    def open(self, **what: Any) -> None:
        """Open a file; without one, what is open stays."""
        if "path" in what:
            path = Path(what["path"])
            self.bench.show(Document(path, path.read_bytes().decode()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.bench.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.bench.redo()
        else:
            super().keyPressEvent(event)
