"""The list of a field to pick from: round like the field, and as wide as its words need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QWidget

from trainer.ui import theme
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.scroll_bar import WIDE, SlimScrollBar
from trainer.ui.widgets.tree_dropdown import LEVEL

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem

_STEP, _PAD, _AIR, _EDGE, _CORNER = 20, 8, 6, 6, 6
_WIDEST: Final = 560
"""Width beyond which long words go on in the next line."""
_OFF: Final = 8
"""Pixels that the list stays off the edge of the screen."""
_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


class DroppedRows(QStyledItemDelegate):
    """Paints a row, moved in by its level; what is typed still finds it by its first letters."""

    def __init__(self, field: QComboBox) -> None:
        super().__init__(field)
        self._field = field
        self.room = _WIDEST

    def wide(self, index: Index) -> int:
        """Width of a row whose words stand in one line."""
        words = QFontMetrics(self._field.font()).horizontalAdvance(index.data() or "")
        return words + 2 + _in(index) + 2 * theme.px(_PAD)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the words at their level, in as many lines as they take."""
        metrics = QFontMetrics(self._field.font())
        room = QRect(0, 0, max(self.room - _in(index) - 2 * theme.px(_PAD), 1), 10_000)
        lines = metrics.boundingRect(room, int(_WRAP), index.data() or "")
        tall = max(lines.height(), metrics.height())
        return QSize(min(self.wide(index), self.room), tall + 2 * theme.px(_AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it; teal while it is the one that Enter takes."""
        given: Any = option
        palette, pad = theme.colours(), theme.px(_PAD)
        marked = bool(given.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if marked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.teal))
            painter.drawRoundedRect(QRectF(given.rect), theme.px(_CORNER), theme.px(_CORNER))
        mirrored = given.direction == Qt.LayoutDirection.RightToLeft
        lead = pad + _in(index)
        room = given.rect.adjusted(pad if mirrored else lead, 0, -lead if mirrored else -pad, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.suited(self._field.font(), index.data() or ""))
        painter.setPen(QColor(palette.on_teal if marked else palette.ink))
        flags = int(_WRAP | side | Qt.AlignmentFlag.AlignAbsolute)
        painter.drawText(room, flags, index.data() or "")
        painter.restore()


class Dropped(QObject):
    """Gives the list of a field its looks and its place; kept by the field as its child."""

    def __init__(self, field: QComboBox) -> None:
        super().__init__(field)
        self._field = field
        self.rows = DroppedRows(field)
        view = field.view()
        field.setItemDelegate(self.rows)
        view.setVerticalScrollBar(SlimScrollBar(view))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.viewport().setAutoFillBackground(False)
        if isinstance(view, QListView):
            view.setResizeMode(QListView.ResizeMode.Adjust)
        holder = view.window()
        holder.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        holder.installEventFilter(self)

    @property
    def _holder(self) -> QWidget:
        return self._field.view().window()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the surface that the rows stand on, in place of Qt's frame."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            palette = theme.colours()
            paint_surface(
                QPainter(watched),
                QRectF(watched.rect()),
                fill=palette.card,
                border=palette.outline,
                corner=theme.CONTROL_CORNER,
            )
            return True
        return super().eventFilter(watched, event)

    def measure(self) -> None:
        """Work out how wide the rows are, before Qt shows them."""
        screen = self._field.screen().availableGeometry()
        index = self._field.model().index
        rows = (index(row, self._field.modelColumn()) for row in range(self._field.count()))
        around = 2 * theme.px(_EDGE) + theme.px(WIDE)
        needed = max((self.rows.wide(row) for row in rows), default=0) + around
        most = min(max(theme.px(_WIDEST), self._field.width()), screen.width() - 2 * _OFF)
        self._wide = min(max(needed, self._field.width()), most)
        self.rows.room = self._wide - around
        edge = theme.px(_EDGE)
        # Not its layout's: PySide loses that, for Qt owns it.
        self._holder.setContentsMargins(edge, edge, edge, edge)

    def place(self) -> None:
        """Stand below the field, or above where there is more room; never off the screen."""
        field, screen = self._field, self._field.screen().availableGeometry()
        shown = min(field.count(), field.maxVisibleItems())
        tall = 2 * theme.px(_EDGE) + 2
        for row in range(shown):
            tall += field.view().sizeHintForRow(row)
        top_left = field.mapToGlobal(QPoint(0, 0))
        below = screen.bottom() - _OFF - (top_left.y() + field.height() + 2)
        above = top_left.y() - 2 - (screen.top() + _OFF)
        under = below >= tall or below >= above
        tall = min(tall, below if under else above)
        top = top_left.y() + field.height() + 2 if under else top_left.y() - 2 - tall
        left = top_left.x()
        if field.isRightToLeft():
            left += field.width() - self._wide
        left = max(screen.left() + _OFF, min(left, screen.right() - _OFF - self._wide))
        self._holder.setGeometry(left, top, self._wide, tall)
        field.view().scrollTo(field.view().currentIndex())


def _in(index: Index) -> int:
    return int(index.data(LEVEL) or 0) * theme.px(_STEP)
