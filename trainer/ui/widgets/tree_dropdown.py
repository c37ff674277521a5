"""A list to pick from whose rows lie in each other, as places do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from trainer.ui.widgets.fields import Dropdown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LEVEL: Final = Qt.ItemDataRole.UserRole + 1
"""Role of how deep a row lies."""


class TreeDropdown(Dropdown):
    """Pick one of a tree; ``add(words, value)`` for the outermost, ``add_in`` for the others."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._moved_in = False

    def add_in(self, words: str, value: object, *, level: int, spoken: str) -> None:
        """Add a row that lies ``level`` deep; ``spoken`` says in what."""
        self.add(words, value)
        row = self.count() - 1
        self.setItemData(row, level, LEVEL)
        self.setItemData(row, spoken, Qt.ItemDataRole.AccessibleTextRole)

    def showPopup(self) -> None:
        """Drop the list down, each row moved in by its level."""
        if not self._moved_in:
            # Late: setting up what paints rows takes PySide 15 ms, and most lists stay closed.
            from trainer.ui.widgets.tree_rows import TreeRows

            self.setItemDelegate(TreeRows(self))
            self._moved_in = True
        super().showPopup()
