"""Says, once a reviewed file is changed, that the review was of another text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from trainer.authoring.reviewing import REVIEWED, ReviewedText, set_back
from trainer.language import _
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from trainer.ui.authoring.workbench import Workbench

_SOON = 250


class ReviewLine(QWidget):
    """One line, out of view as long as the review is of this text."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._text: ReviewedText | None = None
        self.words = LineLabel("", self)
        self.back = LinkButton(_("Set it back to a draft"), self)
        row = FlowLayout(self, margins=(16, 6, 16, 2), spacing=12, line_spacing=0)
        row.addWidget(self.words)
        row.addWidget(self.back)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.look)
        bench.opened.connect(self._opened)
        bench.changed.connect(self._changed)
        self.back.clicked.connect(self.set_back)
        self.hide()

    def _opened(self) -> None:
        document = self._bench.document
        self._text = None if document is None else ReviewedText(document)
        self.hide()

    def _changed(self) -> None:
        self._clock.start(_SOON)

    def look(self) -> None:
        """Say whether the review was of another text."""
        document = self._bench.document
        another = self._text is not None and document is not None and self._text.look()
        if another and document is not None and self.isHidden():
            said = document.data((*REVIEWED, "by"))
            words = _("“%(name)s” reviewed another text than this one.") % {"name": said}
            self.words.setText(words)
            self._bench.context.announce(words)
        self.setVisible(another)

    def set_back(self) -> None:
        """Let the file be a draft again."""
        document = self._bench.document
        if document is not None:
            with self._bench.step(_("Set back to a draft"), ()) as step:
                set_back(step, document)
            self.look()
