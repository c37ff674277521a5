"""The lines of the outline, and the keys that work on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from trainer.language import _
from trainer.ui import icons, theme
from trainer.ui.authoring.key_table import KeyTable
from trainer.ui.authoring.outline.delegate import OutlineRows
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.outline.model import Index, OutlineModel

_INDENT, _ARROW = 24, 16


class OutlineTree(QTreeView):
    """Scenes with their ways below them.

    Signals:
        stood(object): the index on which somebody stands now.
        asked(object): a menu is wanted, at a place on the screen.
    """

    stood = Signal(object)
    asked = Signal(object)

    def __init__(
        self, model: OutlineModel, acts: Mapping[str, Callable[[], object]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._keys = KeyTable(acts)
        self.setModel(model)
        self.setItemDelegate(OutlineRows(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("Scenes"))
        self.setAccessibleDescription(
            _(
                "Right opens the ways out of a scene. Enter writes in a scene, and on a way goes "
                "where it leads; Backspace comes back. The menu key shows what else can be done."
            )
        )
        self.restyled()

    def restyled(self) -> None:
        """Take the room that the type needs."""
        self.setIndentation(theme.px(_INDENT))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def stand_on(self, index: QModelIndex) -> None:
        """Stand on a line without telling so."""
        if index.isValid() and index != self.currentIndex():
            old = self.blockSignals(True)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.blockSignals(old)
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell on what somebody stands."""
        super().currentChanged(current, previous)
        self.stood.emit(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand somewhere; that the focus comes by selects nothing."""
        old = self.blockSignals(True)
        super().focusInEvent(event)
        self.blockSignals(old)

    def event(self, event: QEvent) -> bool:
        """Say that the keys of the outline are no shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = self._keys.act_of(event) is not None
            event.setAccepted(mine)
            if mine:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for; letters look for a scene."""
        act = self._keys.act_of(event)
        if act is not None:
            self.stood.emit(self.currentIndex())  # The focus may only have come here.
            act()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint an arrow before a scene that has ways: down if they show, else onwards."""
        fill(painter, rect, theme.colours().paper)  # Qt has marked the whole row.
        if not self.model().hasChildren(index):
            return
        size = theme.px(_ARROW)
        middle = QRectF(rect).center()
        painter.save()
        painter.translate(middle)
        if not self.isExpanded(index):
            painter.rotate(90 if self.isRightToLeft() else -90)
        box = QRectF(-size / 2, -size / 2, size, size)
        icons.paint(painter, "chevron-down", box, theme.colours().soft)
        painter.restore()

    def contextMenuEvent(self, event: object) -> None:
        """Ask for the menu, at the line if it was asked for by key."""
        from PySide6.QtGui import QContextMenuEvent

        assert isinstance(event, QContextMenuEvent)
        place = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            box = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(box.bottomLeft())
        self.asked.emit(place)
