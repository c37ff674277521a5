"""The scenes and their ways as a model for Qt: what has not changed is not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer.ui.authoring.outline.rows import SceneRow, WayRow

Index = QModelIndex | QPersistentModelIndex

ROW: Final = Qt.ItemDataRole.UserRole
"""Gives the :class:`SceneRow` or :class:`WayRow` that is shown."""

_NONE: Final = QModelIndex()


class OutlineModel(QAbstractItemModel):
    """Scenes on top, their ways below them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SceneRow] = []
        self._keys: list[int] = []
        """What Qt knows each scene by: it stays the same when others come or go before it."""
        self._places: dict[int, int] = {}
        self._next_key = 1

    def scene_rows(self) -> list[SceneRow]:
        """Give what is shown."""
        return self._rows

    def show(self, rows: Sequence[SceneRow]) -> None:
        """Show other rows; those that are the same stay untouched, and open if they were."""
        old = [row.name for row in self._rows]
        new = [row.name for row in rows]
        if old != new:
            self._fit(old, new, {row.name: row for row in rows})
        for place, row in enumerate(rows):
            before = self._rows[place]
            if before is not row and before != row:
                self._renew(place, row)

    def _fit(self, old: list[str], new: list[str], rows: Mapping[str, SceneRow]) -> None:
        """Take away what has gone, put in what has come, then let all stand in their order."""
        gone, come = set(old) - set(new), [name for name in new if name not in set(old)]
        if len(gone) == len(come) == 1:
            self._renew(old.index(gone.pop()), rows[come[0]])  # It is called something else.
        else:
            for first, count in reversed(_runs(old, gone)):
                self._remove(first, count)
            for first, count in _runs(new, set(come)):
                self._insert(first, [rows[name] for name in new[first : first + count]])
        if [row.name for row in self._rows] != new:
            self._sort(new)

    def _sort(self, new: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        stood = self.persistentIndexList()
        held = [(self._keys[one.row()] if not one.internalId() else 0) for one in stood]
        found = {row.name: (row, key) for row, key in zip(self._rows, self._keys, strict=True)}
        self._rows = [found[name][0] for name in new]
        self._keys = [found[name][1] for name in new]
        self._place()
        # A way is known by the key of its scene, wherever that stands.
        now = [
            self.createIndex(self._places[key], 0, 0) if key else QModelIndex(one)
            for one, key in zip(stood, held, strict=True)
        ]
        self.changePersistentIndexList(stood, now)
        self.layoutChanged.emit()

    def _insert(self, first: int, rows: Sequence[SceneRow]) -> None:
        self.beginInsertRows(_NONE, first, first + len(rows) - 1)
        self._rows[first:first] = rows
        self._keys[first:first] = range(self._next_key, self._next_key + len(rows))
        self._next_key += len(rows)
        self._place()
        self.endInsertRows()

    def _remove(self, first: int, count: int) -> None:
        self.beginRemoveRows(_NONE, first, first + count - 1)
        del self._rows[first : first + count]
        del self._keys[first : first + count]
        self._place()
        self.endRemoveRows()

    def _place(self) -> None:
        self._places = {key: place for place, key in enumerate(self._keys)}

    def _renew(self, place: int, row: SceneRow) -> None:
        here = self.index(place, 0)
        had, has = len(self._rows[place].ways), len(row.ways)
        if has > had:
            self.beginInsertRows(here, had, has - 1)
            self._rows[place] = row
            self.endInsertRows()
        elif has < had:
            self.beginRemoveRows(here, has, had - 1)
            self._rows[place] = row
            self.endRemoveRows()
        self._rows[place] = row
        self.dataChanged.emit(here, here)
        if has:
            self.dataChanged.emit(self.index(0, 0, here), self.index(has - 1, 0, here))

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        """Give the index of a scene, or of a way of one."""
        if column or row < 0:
            return QModelIndex()
        if not parent.isValid():  # Qt asks for thousands of them at once.
            return self.createIndex(row, 0, 0) if row < len(self._rows) else QModelIndex()
        if row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, self._keys[parent.row()])

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]
        """Give the scene of a way."""
        key = child.internalId() if child.isValid() else 0
        place = self._places.get(key)
        return QModelIndex() if place is None else self.createIndex(place, 0, 0)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Count scenes, or ways of a scene; a way has none."""
        if not parent.isValid():
            return len(self._rows)
        return 0 if parent.internalId() else len(self._rows[parent.row()].ways)

    def columnCount(self, parent: Index = _NONE) -> int:
        """One: what else is known of a row stands in the same cell."""
        return 1

    def row_at(self, index: Index) -> SceneRow | WayRow | None:
        """Give what stands at an index."""
        if not index.isValid():
            return None
        if not index.internalId():
            return self._rows[index.row()]
        place = self._places.get(index.internalId())
        return None if place is None else self._rows[place].ways[index.row()]

    def scene_at(self, index: Index) -> SceneRow | None:
        """Give the scene at an index, or of the way there."""
        holder = self.parent(index)
        at = holder if holder.isValid() else index
        return self._rows[at.row()] if at.isValid() else None

    def index_of(self, name: str) -> QModelIndex:
        """Give the index of a scene."""
        place = next((at for at, row in enumerate(self._rows) if row.name == name), None)
        return QModelIndex() if place is None else self.index(place, 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the name to find it by, what a screen reader says, or the row itself."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if index.internalId() == 0 else row.words  # type: ignore[union-attr]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            from trainer.ui.authoring.outline.rows import SceneRow

            if isinstance(row, SceneRow):
                return row.spoken(index.row() + 1, len(self._rows))
            return row.spoken()
        return None


def _runs(names: list[str], among: set[str]) -> list[tuple[int, int]]:
    """Give where those that are among some stand together: the first place, and how many."""
    found: list[tuple[int, int]] = []
    for place, name in enumerate(names):
        if name in among:
            last = found[-1] if found else (-1, 0)
            if sum(last) == place:
                found[-1] = (last[0], last[1] + 1)
            else:
                found.append((place, 1))
    return found
