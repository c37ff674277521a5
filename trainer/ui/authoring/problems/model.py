"""The rows as Qt's list wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from trainer.language import _, ngettext
from trainer.ui.authoring.problems.rows import MOST, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class ProblemModel(QAbstractListModel):
    """The rows that show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.more = 0

    def show(self, rows: Sequence[Row]) -> bool:
        """Show these; tell whether other ones show now, rather than the same at other places."""
        shown, self.more = list(rows[:MOST]), max(0, len(rows) - MOST)
        if [one.key for one in shown] == [one.key for one in self.rows]:
            pairs = enumerate(zip(self.rows, shown, strict=True))
            others = [at for at, (before, now) in pairs if _says(before) != _says(now)]
            self.rows = shown
            if others:  # The list lays out every row again, whichever is another.
                self.dataChanged.emit(self.index(others[0]), self.index(others[-1]))
            return False
        self.beginResetModel()
        self.rows = shown
        self.endResetModel()
        return True

    def more_words(self) -> str:
        """Say how many there are beyond those that show."""
        if not self.more:
            return ""
        said = ngettext("%(n)d more after these.", "%(n)d more after these.", self.more)
        return said % {"n": self.more}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the words of a row, and the row itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.read
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and row.fixes:
            return _("F: %(what)s") % {"what": row.fixes[0].words}
        return None


def _says(row: Row) -> tuple[str, str]:
    return row.words, row.where
