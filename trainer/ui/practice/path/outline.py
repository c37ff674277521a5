"""The path map as a tree of words, to be walked with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from trainer.language import _
from trainer.practice.way import outline
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from trainer.practice.session import Session

_DECISION = int(Qt.ItemDataRole.UserRole)
_LEAST = 200


class _Wrapping(QStyledItemDelegate):
    """Gives each line the height of its wrapped words: the tree measures them unwrapped."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Height of the words at the width that is left to them."""
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        font = index.data(Qt.ItemDataRole.FontRole) or self._tree.font()
        wide = self._tree.viewport().width() - depth * self._tree.indentation() - theme.px(12)
        box = QFontMetrics(font).boundingRect(
            QRect(0, 0, max(theme.px(60), wide), 100_000),
            int(Qt.TextFlag.TextWordWrap),
            str(index.data(Qt.ItemDataRole.DisplayRole)),
        )
        return QSize(max(1, wide), box.height() + theme.px(8))


class PathOutline(QTreeWidget):
    """Every place and every choice of the map, the way that was taken first.

    Signals:
        replay_asked(int): position of a decision that is to be played again.
    """

    replay_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setItemDelegate(_Wrapping(self))
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Your path in words"))
        self.setAccessibleDescription(
            _("Enter on a decision plays it again. Arrow keys open and close.")
        )
        self.setTabKeyNavigation(False)
        theme.set_role(self, Role.NOTE)
        self._dress()
        theme.fix(self, height=_LEAST, at_least=True)
        self.itemActivated.connect(self._activated)

    def show_path(self, session: Session) -> None:
        """Show the outline of a run."""
        self.clear()
        above: list[QTreeWidgetItem] = []
        for entry in outline(session):
            item = QTreeWidgetItem([entry.text])
            item.setData(0, _DECISION, entry.decision)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, entry.text)
            font = theme.suited(self.font(), entry.text)
            if entry.taken:
                font = QFont(font)
                font.setWeight(Role.NOTE_STRONG.weight)
            item.setFont(0, font)
            del above[entry.depth :]
            if above:
                above[-1].addChild(item)
            else:
                self.addTopLevelItem(item)
            above.append(item)
            item.setExpanded(entry.taken)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _dress(self) -> None:
        """Mark the current line strongly only while the keyboard is here."""
        colours = theme.colours()
        here = self.hasFocus()
        palette = QPalette()
        mark, ink = (colours.teal, colours.on_teal) if here else (colours.wash, colours.ink)
        palette.setColor(QPalette.ColorRole.Highlight, QColor(mark))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(ink))
        self.setPalette(palette)

    def restyled(self) -> None:
        """Take the colours in use."""
        self._dress()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the current line strongly."""
        super().focusInEvent(event)
        self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark the current line softly."""
        super().focusOutEvent(event)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Activate with Enter on every system."""
        item = self.currentItem()
        if enter.is_enter(event) and item is not None and not event.isAutoRepeat():
            self._activated(item)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _activated(self, item: QTreeWidgetItem) -> None:
        """Play again the decision of a line, or the one that the line belongs to."""
        line: QTreeWidgetItem | None = item
        while line is not None:
            decision = line.data(0, _DECISION)
            if decision is not None:
                self.replay_asked.emit(decision)
                return
            line = line.parent()
