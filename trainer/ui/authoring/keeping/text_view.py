"""A text of a file to read and copy, not to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import paint_field, with_ends
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_MOST: Final = 60_000
"""Characters that are shown; more takes long to lay out, and nobody reads it here."""


class TextView(QFrame):
    """Shows a text in as many lines as it has, up to some; Tab leaves it."""

    def __init__(
        self, name: str, text: str, parent: QWidget | None = None, *, lines: int = 8
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.edit = QPlainTextEdit(self)
        self.edit.setReadOnly(True)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setVerticalScrollBar(SlimScrollBar(self.edit))
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(name)
        self.edit.viewport().setAutoFillBackground(False)
        theme.set_role(self.edit, Role.NOTE)
        theme.lay(QVBoxLayout(self), margins=(10, 6, 6, 6)).addWidget(self.edit)
        self.edit.installEventFilter(self)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.edit.setPlainText(with_ends(text[:_MOST].rstrip()))
        self.restyled()

    def restyled(self) -> None:
        """Be as high as its lines."""
        count = min(max(self.edit.document().blockCount(), 2), self._lines)
        line = self.edit.fontMetrics().lineSpacing()
        self.edit.setFixedHeight(line * count + theme.px(10))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the frame anew when the focus comes or goes."""
        if event.type() in (event.Type.FocusIn, event.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        paint_field(QPainter(self), QRectF(self.rect()), focused=self.edit.hasFocus())
