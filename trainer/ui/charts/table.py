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
    from PySide6.QtGui import QKeyEvent, QResizeEvent

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_PAD_X, _PAD_Y = 8, 6
_MOST = 8
"""Rows in view; a longer table scrolls."""


class _Model(QAbstractTableModel):
    """A table; *folded*, each of its rows is a heading and, below it, a line for each column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = Table((), ())
        self.folded = False
        self.lines: list[tuple[str, ...]] = []

    def use(self, table: Table, *, folded: bool) -> None:
        self.beginResetModel()
        self.table, self.folded = table, folded
        self.lines = list(table.rows)
        if folded:
            self.lines = [
                line
                for row in table.rows
                for line in ((row[0], ""), *zip(table.columns[1:], row[1:], strict=True))
            ]
        self.endResetModel()

    def is_heading(self, row: int) -> bool:
        """Tell whether a line is the first one of what was a row."""
        return self.folded and row % len(self.table.columns) == 0

    def role(self, row: int, column: int) -> Role:
        """Type of a cell."""
        strong = self.is_heading(row) if self.folded else column == 0
        return Role.NOTE_STRONG if strong else Role.NOTE

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        if parent.isValid():
            return 0
        return 2 if self.folded else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return line[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # Cell by cell: which column it is must be heard as well.
            if self.is_heading(index.row()):
                return line[0]
            name = line[0] if self.folded else self.table.columns[column]
            words = line[1] if self.folded else line[column]
            return _spoken({"column": name, "words": words}) if words else name
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
    high = QFontMetrics(theme.font(role, of=words)).boundingRect(room, int(_WRAP), words).height()
    return max(high, QFontMetrics(theme.font(role)).height()) + 2 * theme.px(_PAD_Y)


def _write(painter: QPainter, box: QRect, words: str, role: Role, colour: str) -> None:
    painter.setFont(theme.font(role, of=words))
    painter.setPen(QColor(colour))
    painter.drawText(box.adjusted(theme.px(_PAD_X), 0, -theme.px(_PAD_X), 0), int(_WRAP), words)


def _role(index: Index) -> Role:
    model = index.model()
    return model.role(index.row(), index.column()) if isinstance(model, _Model) else Role.NOTE


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        wide = view.columnWidth(index.column()) if isinstance(view, QTableView) else 100
        return QSize(wide, _tall(str(index.data()), _role(index), wide))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, box = theme.colours(), QRect(option.rect)
        painter.save()
        fill(painter, box, palette.card)
        fill(painter, QRect(box.left(), box.bottom(), box.width(), 1), palette.line)
        _write(painter, box, str(index.data()), _role(index), palette.ink)
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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self._use(table, folded=self._too_narrow(table))

    def restyled(self) -> None:
        """Measure anew at another text size."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by the keys for it; leave letters and digits to the page."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Fold the table where it is too wide, and unfold it where there is room."""
        table = self._model.table
        folded = self._too_narrow(table)
        if folded != self._model.folded:
            self._use(table, folded=folded)
        else:
            self._measure()

    def _use(self, table: Table, *, folded: bool) -> None:
        self.clearSpans()
        self._model.use(table, folded=folded)
        self.horizontalHeader().setVisible(not folded)
        for row in range(self._model.rowCount()):
            if self._model.is_heading(row):
                self.setSpan(row, 0, 1, 2)
        if table.rows:
            self.setCurrentIndex(self._model.index(0, 0))
        self._measure()

    def _too_narrow(self, table: Table) -> bool:
        room = self.viewport().width()
        return room > 1 and sum(_least(table, one) for one in range(len(table.columns))) > room

    def _measure(self) -> None:
        """Give each column the width it needs, and share what is left; rows follow."""
        table, room = self._model.table, self.viewport().width()
        if not table.columns:
            return
        header, high = self.horizontalHeader(), 0
        if self._model.folded:
            widths = [room * 2 // 3, room - room * 2 // 3]
        else:
            columns = range(len(table.columns))
            widths = _shared(
                [_least(table, one) for one in columns],
                [_wish(table, one) for one in columns],
                room,
            )
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        self.resizeRowsToContents()
        if not self._model.folded:
            sizes = [header.sectionSizeFromContents(one) for one in range(header.count())]
            high = max(size.height() for size in sizes)
            header.setFixedHeight(high)
        most = _MOST * (len(table.columns) if self._model.folded else 1)
        shown = range(min(most, self._model.rowCount()))
        self.setFixedHeight(high + sum(self.rowHeight(row) for row in shown) + 2)


def _least(table: Table, column: int) -> int:
    """Width of the longest word of a column; of the first, of its longest cell."""
    strong, note = (QFontMetrics(theme.font(one)) for one in (Role.NOTE_STRONG, Role.NOTE))
    words = table.columns[column].split()
    wide = max((strong.horizontalAdvance(word) for word in words), default=0)
    metrics = note if column else strong
    cells = [row[column] for row in table.rows]
    parts = cells if not column else [word for cell in cells for word in cell.split()]
    return max([wide, *map(metrics.horizontalAdvance, parts)]) + 2 * theme.px(_PAD_X) + 2


def _wish(table: Table, column: int) -> int:
    """Width of the longest cell of a column on one line."""
    metrics = QFontMetrics(theme.font(Role.NOTE_STRONG))
    cells = [table.columns[column], *(row[column] for row in table.rows)]
    wide = max(map(metrics.horizontalAdvance, cells)) + 2 * theme.px(_PAD_X) + 2
    return max(wide, _least(table, column))
