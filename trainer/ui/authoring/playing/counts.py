"""How often each scene and each choice was met, as a table that can be sorted."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from trainer.authoring.called import PLAIN, Names
from trainer.authoring.trying import told, words
from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.scroll_bar import SlimScrollBar
from trainer.ui.widgets.words import tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from trainer.authoring.trying.report import Row

Index = QModelIndex | QPersistentModelIndex

_NONE = QModelIndex()

_SCENE, _CHOICE, _MET, _OFFERED = range(4)
_PAD, _WIDEST = 6, 150
_ROW, _LEAST, _MOST_AT_ONCE = 30, 260, 60


class Order(Enum):
    """How the rows are sorted."""

    FILE = "file"
    SELDOM = "seldom"
    OFTEN = "often"


_KEYS: dict[Order, Callable[[Row], int]] = {
    Order.SELDOM: lambda row: row.count,
    Order.OFTEN: lambda row: -row.count,
}


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.names = PLAIN
        self._rows: Sequence[Row] = ()
        self.shown: Sequence[Row] = ()
        self._grouped = True

    def show_rows(self, rows: Sequence[Row], order: Order) -> None:
        """Show rows in an order; those that are alike stay as in the file."""
        self.beginResetModel()
        self._rows = rows
        key = _KEYS.get(order)
        self.shown = rows if key is None else sorted(rows, key=key)
        self._grouped = key is None
        self.endResetModel()

    def sort_by(self, order: Order) -> None:
        """Sort what is shown in another way."""
        self.show_rows(self._rows, order)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Give how many scenes and choices there are."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Scene, choice, how often it was met, how often it was offered."""
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what stands in a cell."""
        row, column = self.shown[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                told.row(row, self.names)
                if column == 0
                else self._cell(row, column) or _("nothing")
            )
        if role == Qt.ItemDataRole.ToolTipRole and column == _CHOICE:
            return tip(words.short(row.words, 400))
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= _MET:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole:
            weight = Role.NOTE_STRONG if not row.choice or not row.count else Role.NOTE
            return theme.font(weight, of=self._cell(row, column))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name a column."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return (_("Scene"), _("Choice"), _("Came up"), _("Offered"))[section]
            if role == Qt.ItemDataRole.FontRole:
                return theme.font(Role.SMALL_STRONG)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                sides = Qt.AlignmentFlag
                side = sides.AlignRight if section >= _MET else sides.AlignLeft
                return int(side | sides.AlignVCenter)
        return None

    def _cell(self, row: Row, column: int) -> str:
        if column == _SCENE:
            return "" if row.choice and self._grouped else self.names.scene(row.scene)
        if column == _CHOICE:
            return words.short(row.words, 160)
        if column == _MET:
            return told.number(row.count)
        return told.number(row.offered) if row.choice else ""


class _Cell(QStyledItemDelegate):
    """A cell below its heading, with the same air beside it; the chosen row has a bar in front."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it in our palette."""
        given: Any = option
        colours, pad, room = theme.colours(), theme.px(_PAD), given.rect
        chosen = bool(given.state & QStyle.StateFlag.State_Selected)
        if chosen:
            fill(painter, room, colours.wash)
        if chosen and index.column() == _SCENE:
            bar = QRect(room.left(), room.top(), theme.px(3), room.height())
            if given.direction == Qt.LayoutDirection.RightToLeft:
                bar.moveRight(room.right())
            fill(painter, bar, colours.teal)
        font = index.data(Qt.ItemDataRole.FontRole)
        side = index.data(Qt.ItemDataRole.TextAlignmentRole) or int(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        room = room.adjusted(pad, 0, -pad, 0)
        elide, words = Qt.TextElideMode.ElideRight, str(index.data() or "")
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        shown = QFontMetrics(font).elidedText(words, elide, room.width())
        painter.drawText(room, int(side) | _ONE_LINE, shown)
        view = self.parent()
        if chosen and isinstance(view, QWidget) and view.hasFocus():
            whole: QRect = given.rect
            for top in (whole.top(), whole.bottom() + 1 - theme.RING):
                fill(painter, QRect(whole.left(), top, whole.width(), theme.RING), colours.focus)


_ONE_LINE = int(Qt.TextFlag.TextSingleLine)


class _Head(QHeaderView):
    """Names of columns on the surface of the table, and a line below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """Paint a heading in our palette, with a line below it."""
        palette = theme.colours()
        fill(painter, rect, palette.card)
        fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), palette.outline)
        model, across = self.model(), self.orientation()
        painter.setFont(theme.font(Role.SMALL_STRONG))
        painter.setPen(QColor(palette.soft))
        side = model.headerData(index, across, Qt.ItemDataRole.TextAlignmentRole)
        room = rect.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        painter.drawText(room, int(side), str(model.headerData(index, across)))

    def sizeHint(self) -> QSize:
        """Room for the names, with some air."""
        tall = QFontMetrics(theme.font(Role.SMALL_STRONG)).height() + theme.px(14)
        return QSize(super().sizeHint().width(), tall)


class Counts(QTableView):
    """The table.

    Signals:
        picked(object): the :class:`Row` that shall be gone to.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setAccessibleName(_("How often each scene and each choice came up"))
        self.setAccessibleDescription(_("Enter goes to the scene or the choice."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        header = _Head(self)
        self.setHorizontalHeader(header)
        for column in (_SCENE, _MET, _OFFERED):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_CHOICE, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._pick)
        self._whole = False
        self.setItemDelegate(_Cell(self))
        self.restyled()

    def show_whole(self, whole: bool) -> None:
        """Be as high as all rows, unless there are very many, so that only the page scrolls."""
        self._whole = whole
        rows = self._model.rowCount()
        wanted = theme.px(_LEAST)
        if whole and rows <= _MOST_AT_ONCE:
            head = self.horizontalHeader().sizeHint().height()
            wanted = max(wanted, head + rows * theme.px(_ROW) + 2)
        if wanted != self.minimumHeight():
            self.setMinimumHeight(wanted)

    def show_rows(self, rows: Sequence[Row], order: Order, names: Names = PLAIN) -> None:
        """Show other rows, whose scenes are called so."""
        self._model.names = names
        self._model.show_rows(rows, order)
        self._fit_scenes()
        self.show_whole(self._whole)
        self._begin()

    def _fit_scenes(self) -> None:
        """Give names of scenes what they need, and the rest to the choices."""
        names = {self._model.names.scene(row.scene) for row in self._model.shown} | {_("Scene")}
        longest = max(
            QFontMetrics(theme.font(Role.NOTE_STRONG, of=name)).horizontalAdvance(name)
            for name in names
        )
        self.setColumnWidth(_SCENE, min(longest + theme.px(2 * _PAD), theme.px(_WIDEST)))

    def sort_by(self, order: Order) -> None:
        """Sort them in another way."""
        self._model.sort_by(order)
        self._begin()

    def _begin(self) -> None:
        if self._model.shown:
            self.setCurrentIndex(self._model.index(0, 0))

    def restyled(self) -> None:
        """Take the heights, the widths and the colours in use."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.show_whole(self._whole)
        for column, wide in ((_MET, 84), (_OFFERED, 84)):
            self.setColumnWidth(column, theme.px(wide))
        self._fit_scenes()
        colours = theme.colours()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(colours.wash))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colours.ink))
        palette.setColor(QPalette.ColorRole.Button, QColor(colours.card))
        self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter; Home and End lead to the ends."""
        rows = self._model.rowCount()
        if enter.is_enter(event) and not event.isAutoRepeat():
            self._pick(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and rows:
            last = 0 if event.key() == Qt.Key.Key_Home else rows - 1
            self.setCurrentIndex(self._model.index(last, 0))
        else:
            super().keyPressEvent(event)

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self._model.shown[index.row()])
