"""The line above the text that says why the file cannot be read just now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer.authoring.plainly import told
from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.authoring.document import Document
    from trainer.scenario.problems import Problem


class BrokenLine(QWidget):
    """Says what is wrong, and leads there.

    Signals:
        wanted(int, int): line and column, counted from 1, that shall be shown.
    """

    wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: Problem | None = None
        row = FlowLayout(self, margins=(12, 8, 12, 8), spacing=12)
        self._words = LineLabel("", self, role=Role.NOTE_STRONG)
        self._link = LinkButton(_("Show the place"), self)
        row.addWidget(self._words)
        row.addWidget(self._link)
        self._link.clicked.connect(self._lead)
        self.hide()

    def tell(self, document: Document | None, typed: str = "") -> None:
        """Say why a file cannot be read, if it cannot.

        Args:
            document: the file.
            typed: what was typed last, if that was a few letters: they are the likely cause.

        """
        self._problem = problem = None if document is None else document.broken
        if document is not None and problem is not None:
            known = {"line": problem.mark.line, "sentence": told.sentence(document, problem, ())}
            said = _("Not readable from line %(line)d on: %(sentence)s") % known
            if typed:
                said = _("%(said)s You typed “%(typed)s” last: Ctrl Z takes it out again.") % {
                    "said": said,
                    "typed": typed,
                }
            self._words.setText(said)
            self._link.setAccessibleDescription(said)
        self.setVisible(problem is not None)

    def _lead(self) -> None:
        if self._problem is not None:
            self.wanted.emit(self._problem.mark.line, self._problem.mark.column)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        fill(QPainter(self), QRectF(self.rect()), theme.colours().wash)
