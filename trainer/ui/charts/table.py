"""A table that is read: arrows walk its cells, words wrap, and it is as high as its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from trainer.ui import theme
from trainer.ui.charts.figure import Table
from trainer.ui.theme import Role
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_PAD_X, _PAD_Y = 8, 6
_MOST = 8
"""Rows in view; a longer table scrolls."""


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = Table((), ())

    def use(self, table: Table) -> None:
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        words = self.table.rows[index.row()][index.column()] if index.isValid() else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # Cell by cell: which column it is must be heard as well.
            known = {"column": self.table.columns[index.column()], "words": words}
            return _spoken(known) if words else known["column"]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.table.columns[section] if section < len(self.table.columns) else ""
        return None


def _spoken(known: dict[str, str]) -> str:
    from trainer.language import _

    return _("%(column)s: %(words)s") % known


def _tall(words: str, role: Role, width: int) -> int:
    room = QRect(0, 0, max(1, width - 2 * theme.px(_PAD_X)), 100_000)
    high = QFontMetrics(theme.font(role)).boundingRect(room, int(_WRAP), words).height()
    return max(high, QFontMetrics(theme.font(role)).height()) + 2 * theme.px(_PAD_Y)


def _write(painter: QPainter, box: QRect, words: str, role: Role, colour: str) -> None:
    painter.setFont(theme.font(role))
    painter.setPen(QColor(colour))
    painter.drawText(box.adjusted(theme.px(_PAD_X), 0, -theme.px(_PAD_X), 0), int(_WRAP), words)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        wide = view.columnWidth(index.column()) if isinstance(view, QTableView) else 100
        return QSize(wide, _tall(str(index.data()), Role.NOTE, wide))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, box = theme.colours(), QRect(option.rect)
        painter.save()
        fill(painter, box, palette.card)
        fill(painter, QRect(box.left(), box.bottom(), box.width(), 1), palette.line)
        first = index.column() == 0
        role = Role.NOTE_STRONG if first else Role.NOTE
        _write(painter, box, str(index.data()), role, palette.ink)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.focus), theme.RING))
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), 4, 4)
        painter.restore()


class _Header(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSectionSize(1)
        self.setStretchLastSection(True)

    def sectionSizeFromContents(self, section: int) -> QSize:
        wide = self.sectionSize(section)
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        return QSize(wide, _tall(words, Role.NOTE_STRONG, wide))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        palette = theme.colours()
        painter.save()
        fill(painter, rect, palette.card)
        line = palette.outline if palette.contrast else palette.line
        fill(painter, QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), line)
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        _write(painter, rect, words, Role.NOTE_STRONG, palette.soft)
        painter.restore()


def _shared(least: list[int], wish: list[int], room: int) -> list[int]:
    """Share the room: to each what it needs, and of the rest the more the more it wishes."""
    spare = room - sum(wish)
    if spare >= 0:
        return [wide + spare // len(wish) for wide in wish]
    spare, more = max(0, room - sum(least)), sum(wish) - sum(least)
    return [
        low + int(spare * (high - low) / max(1, more))
        for low, high in zip(least, wish, strict=True)
    ]


class TableView(QTableView):
    """Shows a table. ``name`` is what a screen reader calls it; Tab goes on, arrows walk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setHorizontalHeader(_Header(self))
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_table(self, name: str, table: Table) -> None:
        """Show another table."""
        self.setAccessibleName(name)
        self._model.use(table)
        if table.rows:
            self.setCurrentIndex(self._model.index(0, 0))
        self._measure()

    def restyled(self) -> None:
        """Measure anew at another text size."""
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def _measure(self) -> None:
        """Give each column the width it needs, and share what is left; rows follow."""
        table, room = self._model.table, self.viewport().width()
        if not table.columns:
            return
        least = [self._least(column) for column in range(len(table.columns))]
        wish = [max(self._wish(column), least[column]) for column in range(len(table.columns))]
        widths = _shared(least, wish, room)
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        self.resizeRowsToContents()
        header = self.horizontalHeader()
        sections = range(header.count())
        high = max(header.sectionSizeFromContents(one).height() for one in sections)
        header.setFixedHeight(high)
        rows = sum(self.rowHeight(row) for row in range(min(_MOST, len(table.rows))))
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > room else 0
        self.setFixedHeight(high + rows + bar + 2)

    def _cells(self, column: int) -> list[str]:
        return [row[column] for row in self._model.table.rows]

    def _least(self, column: int) -> int:
        """Width of the longest word of a column."""
        strong, note = (QFontMetrics(theme.font(one)) for one in (Role.NOTE_STRONG, Role.NOTE))
        words = self._model.table.columns[column].split()
        wide = max((strong.horizontalAdvance(word) for word in words), default=0)
        metrics = strong if column == 0 else note
        cells = (word for cell in self._cells(column) for word in cell.split())
        return max([wide, *map(metrics.horizontalAdvance, cells)]) + 2 * theme.px(_PAD_X) + 2

    def _wish(self, column: int) -> int:
        """Width of the longest cell of a column on one line."""
        metrics = QFontMetrics(theme.font(Role.NOTE_STRONG))
        cells = [self._model.table.columns[column], *self._cells(column)]
        return max(map(metrics.horizontalAdvance, cells)) + 2 * theme.px(_PAD_X) + 2
