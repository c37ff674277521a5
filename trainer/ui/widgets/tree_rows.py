"""The rows of a list to pick from whose rows lie in each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.tree_dropdown import LEVEL

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

_STEP, _PAD, _AIR = 20, 12, 7

Index = QModelIndex | QPersistentModelIndex


class TreeRows(QStyledItemDelegate):
    """Paints a row moved in by its level; what is typed still finds it by its first letters."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the words at their level."""
        metrics = QFontMetrics(theme.font(Role.BODY))
        words = metrics.horizontalAdvance(index.data() or "")
        width = words + _in(index) + 2 * theme.px(_PAD)
        return QSize(width, metrics.height() + 2 * theme.px(_AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it; teal while it is the one that Enter takes."""
        given: Any = option
        palette = theme.colours()
        marked = bool(given.state & QStyle.StateFlag.State_Selected)
        fill(painter, given.rect, palette.teal if marked else palette.card)
        room = given.rect.adjusted(theme.px(_PAD) + _in(index), 0, -theme.px(_PAD), 0)
        if given.direction == Qt.LayoutDirection.RightToLeft:
            room = given.rect.adjusted(theme.px(_PAD), 0, -theme.px(_PAD) - _in(index), 0)
        painter.setFont(theme.font(Role.BODY))
        painter.setPen(QColor(palette.on_teal if marked else palette.ink))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), index.data() or "")


def _in(index: Index) -> int:
    return int(index.data(LEVEL) or 0) * theme.px(_STEP)
