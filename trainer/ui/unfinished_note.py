"""Scenarios of one's own that are not ready to be played: a note, and the way to where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trainer.language import _, ngettext
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class UnfinishedNote(Card):
    """Says how many they are. What is missing in each is told where it is written."""

    def __init__(self, context: Context, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=6)
        self._context = context
        said = ngettext(
            "%(n)d scenario that you write is not ready to be played: something in it is still "
            "missing, or wrong.",
            "%(n)d scenarios that you write are not ready to be played: something in them is "
            "still missing, or wrong.",
            count,
        )
        self.body.addWidget(Words(said % {"n": count}))
        self.go = LinkButton(_("Go on writing"), self, icon="pencil")
        self.go.clicked.connect(self._go_on)
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)

    def _go_on(self) -> None:
        self._context.open_page("author-home")
