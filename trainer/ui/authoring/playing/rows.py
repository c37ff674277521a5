"""A list of sentences; each leads somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import paint_marked
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex

_PAD, _AIR, _CORNER = 10, 6, 6
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)


class _Wrapping(QStyledItemDelegate):
    """Paints a sentence on as many lines as it needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the words at the width there is."""
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QListWidget) else 200
        room = QRect(0, 0, max(1, wide - 2 * theme.px(_PAD)), 100_000)
        words = index.data() or ""
        box = QFontMetrics(theme.font(Role.NOTE, of=words)).boundingRect(room, _WRAP, words)
        return QSize(theme.px(60), box.height() + 2 * theme.px(_AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it; marked where the keyboard is, strongly while it is in this list."""
        given: Any = option
        palette = theme.colours()
        marked = bool(given.state & QStyle.StateFlag.State_Selected)
        view = self.parent()
        here = isinstance(view, QWidget) and view.hasFocus()
        if marked:
            shade = palette.teal if here else palette.wash
            corner, box = theme.px(_CORNER), QRectF(given.rect)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shade))
            painter.drawRoundedRect(box, corner, corner)
            if not here:
                paint_marked(painter, box, corner=_CORNER)
        words = index.data() or ""
        painter.setFont(theme.font(Role.NOTE, of=words))
        painter.setPen(QColor(palette.on_teal if marked and here else palette.ink))
        room = given.rect.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        painter.drawText(room, _WRAP, words)


class Rows(Fits, QListWidget):
    """Sentences to go through with the arrows; Enter leads to what one is about.

    Signals:
        picked(object): what was given with the sentence.
    """

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, least: int = 120) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_Wrapping(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)  # It stands on what it stands on.
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemDoubleClicked.connect(self._pick)
        theme.fix(self, height=least, at_least=True)

    def hug(self, most: int) -> None:
        """Be as high as the rows are, up to a height."""
        rows = sum(self.sizeHintForRow(place) for place in range(min(self.count(), 20)))
        theme.fix(self, height=round(min(theme.px(most), rows + 4) / theme.look().scale))

    def show_rows(self, rows: Iterable[tuple[str, object]]) -> None:
        """Show other sentences, each with what it leads to."""
        self.clear()
        for words, what in rows:
            item = QListWidgetItem(words, self)
            item.setData(Qt.ItemDataRole.UserRole, what)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        if self.count():
            self.setCurrentRow(0)

    def fit(self) -> None:
        """Break the lines for the new width."""
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the current one strongly."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark the current one softly."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter."""
        item = self.currentItem()
        if enter.is_enter(event) and item is not None and not event.isAutoRepeat():
            self._pick(item)
        else:
            super().keyPressEvent(event)

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))
