"""Files of one's own that are not ready to be used: a note, and the way to where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trainer.language import _
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class UnfinishedNote(Card):
    """Says so in a sentence. What is missing in each is told where it is written."""

    def __init__(self, context: Context, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=6)
        self._context = context
        self.body.addWidget(Words(sentence))
        self.go = LinkButton(_("Show in Author"), self, icon="pencil")
        self.go.clicked.connect(self._go_on)
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)

    def _go_on(self) -> None:
        self._context.open_page("author-home")
