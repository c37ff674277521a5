"""A list to pick from whose rows lie in each other, as places do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from trainer.ui.widgets.fields import Dropdown

LEVEL: Final = Qt.ItemDataRole.UserRole + 1
"""Role of how deep a row lies."""


class TreeDropdown(Dropdown):
    """Pick one of a tree; ``add(words, value)`` for the outermost, ``add_in`` for the others."""

    def add_in(self, words: str, value: object, *, level: int, spoken: str) -> None:
        """Add a row that lies ``level`` deep; ``spoken`` says in what."""
        self.add(words, value)
        row = self.count() - 1
        self.setItemData(row, level, LEVEL)
        self.setItemData(row, spoken, Qt.ItemDataRole.AccessibleTextRole)
