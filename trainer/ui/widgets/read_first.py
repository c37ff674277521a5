"""Words that have the focus when a sheet opens by itself, so that no key of a field acts there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from trainer.ui.widgets.card import paint_ring
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class ReadFirst(Words):
    """Words to read before anything is pressed; a screen reader begins with them."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMargin(4)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the ring."""
        super().paintEvent(event)
        if self.hasFocus():
            paint_ring(QPainter(self), self.rect())
