"""The very bytes that would go, set out to be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


def set_out(statements: Sequence[bytes]) -> str:
    """Give statements with a line for each of their parts; nothing is left out or added."""
    return "\n\n".join(map(_set_out, statements))


def _set_out(statement: bytes) -> str:
    try:
        return json.dumps(json.loads(statement), indent=2)
    except (ValueError, RecursionError):
        # Damaged on the disk; shown as it is, as it would go like that.
        return statement.decode("utf-8", "replace")


class Preview(Card):
    """Statements to read, to mark and to copy. ``name`` is its accessible name."""

    def __init__(self, name: str, parent: QWidget | None = None, *, lines: int = 12) -> None:
        super().__init__(parent, fill="well", margins=(12, 10, 8, 10))
        self._lines = lines
        self.edit = QPlainTextEdit(self)
        self.edit.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.edit.setReadOnly(True)
        self.edit.setTabChangesFocus(True)
        # Whatever is read from right to left, this is not.
        self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.edit.setAccessibleName(name)
        self.edit.viewport().setAutoFillBackground(False)
        self.edit.setVerticalScrollBar(SlimScrollBar(self.edit))
        theme.set_role(self.edit, Role.NOTE)
        self.body.addWidget(self.edit)
        self.restyled()

    def show_statements(self, statements: Sequence[bytes]) -> None:
        """Show these."""
        self.edit.setPlainText(set_out(statements))
        self.restyled()

    def restyled(self) -> None:
        """As many lines as it has, up to a few; the rest is scrolled."""
        lines = min(self._lines, max(3, self.edit.document().blockCount()))
        self.edit.setFixedHeight(
            QFontMetrics(self.edit.font()).lineSpacing() * lines + theme.px(12)
        )
