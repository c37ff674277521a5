"""Pictures side by side, each with its words below; the marked one on a card of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

KEY: Final = Qt.ItemDataRole.UserRole
WIDE, TALL = 132, 84
HIGH: Final = 340
_AIR: Final = 20
_DOWN: Final = 8
"""Pixels at 100 % that a picture stands off the edge of its card."""


class _Cells(QStyledItemDelegate):
    """Paints a marked picture on a card, its colours as they are."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the card if it is marked, then the picture and its words."""
        given: Any = QStyleOptionViewItem(option)
        state = given.state
        view = given.widget
        palette = theme.colours()
        if state & QStyle.StateFlag.State_Selected:
            focused = view is not None and view.hasFocus()
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_surface(
                painter, QRectF(given.rect).adjusted(2, 2, -2, -2), fill=palette.wash,
                border=palette.focus if focused else palette.teal,
                width=theme.RING if focused else 2, corner=theme.CONTROL_CORNER,
            )  # fmt: skip
            painter.restore()
        given.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        given.palette.setColor(QPalette.ColorRole.Text, QColor(palette.ink))
        # Off the upper edge: the picture would hide the frame there.
        given.rect = given.rect.adjusted(0, theme.px(_DOWN), 0, 0)
        super().paint(painter, given, index)


class Grid(QListWidget):
    """Pictures with their words below.

    Signals:
        taken(): Enter was pressed on the marked one.
    """

    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.setItemDelegate(_Cells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setAccessibleName(_("Pictures"))
        self.setAccessibleDescription(_("Arrow keys choose, Enter takes the picture."))
        theme.set_role(self, Role.SMALL)
        self.restyled()

    def restyled(self) -> None:
        """Room for a picture and three lines of words; as many side by side as there is room."""
        line = self.fontMetrics().lineSpacing()
        self.setIconSize(QSize(theme.px(WIDE), theme.px(TALL)))
        room = self.viewport().width() - 1
        columns = max(1, room // theme.px(WIDE + _AIR))
        size = QSize(room // columns, theme.px(TALL + 16) + 3 * line)
        if size == self.gridSize() or room < theme.px(WIDE):
            return
        self.setGridSize(size)
        for row in range(self.count()):
            self.item(row).setSizeHint(size - QSize(8, 8))

    def size_new_ones(self) -> None:
        """Give the pictures that have come their room."""
        for row in range(self.count()):
            self.item(row).setSizeHint(self.gridSize() - QSize(8, 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        self.restyled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is marked with Enter."""
        if enter.is_enter(event):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
