"""Rows of a list that are as high as their words need, of which each is measured once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from trainer.ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex

_LEAST = 120


class MeasuredRows(QStyledItemDelegate):
    """Remembers how high each row is at the width that there is."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.view = view
        self._heights: dict[tuple[int, int], int] = {}

    def forget(self) -> None:
        """Measure anew: rows say something else, or type is of another size."""
        self._heights = {}

    def tall(self, index: Index, width: int) -> int:
        """Measure a row."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for all of it at the width that there is."""
        width = max(self.view.viewport().width(), theme.px(_LEAST))
        known = (index.row(), width)
        if known not in self._heights:
            self._heights[known] = self.tall(index, width)
        return QSize(width, self._heights[known])

    def is_mirrored(self) -> bool:
        """Tell whether one reads from the right."""
        return self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft
