"""Paints a row: how much it matters by icon and word, what is wrong, where; when chosen, why."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from trainer.language import _
from trainer.ui import icons, theme
from trainer.ui.authoring.problems.model import ROW
from trainer.ui.authoring.problems.rows import ICONS, TONES, Row
from trainer.ui.theme import Role
from trainer.ui.widgets.card import fill

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
_PAD_X, _PAD_Y, _GAP, _ICON, _MARK = 16, 5, 8, 16, 4
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class _Line(NamedTuple):
    words: str
    role: Role
    tone: str


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of a list."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for all of it at the width that there is."""
        width = max(self._view.viewport().width(), 60)
        room = width - _lead(index.data(ROW)) - theme.px(_PAD_X)
        height = sum(_height(line, room) for line in self._lines(index))
        return QSize(width, height + 2 * theme.px(_PAD_Y))

    def _lines(self, index: Index) -> list[_Line]:
        row: Row = index.data(ROW)
        found = [_Line(row.words, Role.NOTE, "ink"), _Line(row.where, Role.SMALL, "soft")]
        if index.row() == self._view.currentIndex().row() and row.why:
            found.append(_Line(_("Why: %(reason)s") % {"reason": row.why}, Role.SMALL, "ink"))
        return found

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it."""
        given: Any = option
        row: Row = index.data(ROW)
        palette = theme.colours()
        box: QRect = given.rect
        chosen = bool(given.state & QStyle.StateFlag.State_Selected)
        fill(painter, box, palette.wash if chosen else palette.card)
        mirrored = given.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_name(painter, row, box, mirrored)
        lead, pad = _lead(row), theme.px(_PAD_X)
        room = box.adjusted(pad if mirrored else lead, 0, -lead if mirrored else -pad, 0)
        top = box.top() + theme.px(_PAD_Y)
        for line in self._lines(index):
            height = _height(line, room.width())
            painter.setFont(theme.font(line.role))
            painter.setPen(QColor(getattr(palette, line.tone)))
            side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            flags = int(_WRAP | side | Qt.AlignmentFlag.AlignAbsolute)
            painter.drawText(QRect(room.left(), top, room.width(), height), flags, line.words)
            top += height
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), theme.RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), theme.px(6), theme.px(6))
        painter.restore()

    def _paint_name(self, painter: QPainter, row: Row, box: QRect, mirrored: bool) -> None:
        colour = getattr(theme.colours(), TONES[row.kind])
        font = theme.font(Role.NOTE_STRONG)
        metrics = QFontMetrics(font)
        size, pad, top = theme.px(_ICON), theme.px(_PAD_X), box.top() + theme.px(_PAD_Y)
        left = box.right() - pad - size if mirrored else box.left() + pad
        middle = top + (metrics.height() - size) / 2
        icons.paint(painter, ICONS[row.kind], QRectF(left, middle, size, size), colour)
        width = metrics.horizontalAdvance(row.name) + 2
        start = left - theme.px(_GAP) - width if mirrored else left + size + theme.px(_GAP)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        place = QRect(int(start), top, width, metrics.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), row.name)


def _lead(row: Row) -> int:
    """Room for icon and name, before the words."""
    name = _wide(row.name, theme.font(Role.NOTE_STRONG).key())
    return name + theme.px(_PAD_X) + theme.px(_ICON) + 2 * theme.px(_GAP) + theme.px(_MARK)


@lru_cache(maxsize=64)
def _wide(name: str, _font: str) -> int:
    return QFontMetrics(theme.font(Role.NOTE_STRONG)).horizontalAdvance(name)


def _height(line: _Line, width: int) -> int:
    return _high(line.words, line.role, width, theme.font(line.role).key())


@lru_cache(maxsize=4096)
def _high(words: str, role: Role, width: int, _font: str) -> int:
    """Give how high words are: all rows are asked for that whenever one of them is another."""
    metrics = QFontMetrics(theme.font(role))
    return metrics.boundingRect(QRect(0, 0, max(width, 40), 10_000), int(_WRAP), words).height()
