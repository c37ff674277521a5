"""Paints a row: how much it matters by icon and word, what is wrong, where; when chosen, why.

Where it is stands beside what is wrong if there is room, else below: a strip has few lines.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from trainer.language import _
from trainer.ui import icons, theme
from trainer.ui.authoring.problems.model import ROW
from trainer.ui.authoring.problems.rows import ICONS, TONES, Row
from trainer.ui.theme import Role
from trainer.ui.widgets.card import fill, paint_marked, paint_ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from trainer.authoring.plainly.told import Kind

Index = QModelIndex | QPersistentModelIndex
PAD_Y = 5
_PAD_X, _GAP, _ICON, _MARK, _APART = 16, 8, 16, 4, 16
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class _Line(NamedTuple):
    words: str
    role: Role
    tone: str


class _Beside(NamedTuple):
    """What stands in one line with another, at its end."""

    words: str
    lead: int


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of a list."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._measured: tuple[int, theme.Look] | None = None
        self._sizes: dict[tuple[Kind, str, str, bool], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for all of it at the width that there is."""
        current = index.row() == self._view.currentIndex().row()
        return self._size(index.data(ROW), current=current)

    def measure(self, row: Row) -> None:
        """Find out what room a row takes that is not the current one."""
        self._size(row, current=False)

    def _size(self, row: Row, *, current: bool) -> QSize:
        """Give the room of a row: the list asks for that of all whenever one is another."""
        width = max(self._view.viewport().width(), 60)
        if (width, theme.look()) != self._measured:
            self._sizes.clear()
            self._measured = (width, theme.look())
        key = row.kind, row.words, row.where, current
        size = self._sizes.get(key)
        if size is None:
            room = width - _lead(row) - theme.px(_PAD_X)
            height = sum(_height(line, room) for line in _lines(row, room, current=current))
            size = self._sizes[key] = QSize(width, height + 2 * theme.px(PAD_Y))
        return size

    def _lines(self, index: Index, room: int) -> list[_Line]:
        row: Row = index.data(ROW)
        return _lines(row, room, current=index.row() == self._view.currentIndex().row())

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
        top = box.top() + theme.px(PAD_Y)
        self._paint_where(painter, row, room, mirrored)
        for line in self._lines(index, room.width()):
            height = _height(line, room.width())
            painter.setFont(theme.font(line.role, of=line.words))
            painter.setPen(QColor(getattr(palette, line.tone)))
            side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            flags = int(_WRAP | side | Qt.AlignmentFlag.AlignAbsolute)
            painter.drawText(QRect(room.left(), top, room.width(), height), flags, line.words)
            top += height
        if chosen and self._view.hasFocus():
            paint_ring(painter, box, inset=2)
        elif chosen:
            paint_marked(painter, box)
        painter.restore()

    def _paint_where(self, painter: QPainter, row: Row, room: QRect, mirrored: bool) -> None:
        """Say where it is in the first line, if there is room."""
        beside = _beside(row, room.width())
        if beside is None:
            return
        high = QFontMetrics(theme.font(Role.NOTE)).height()
        place = QRect(room.left(), room.top() + theme.px(PAD_Y), room.width(), high)
        place.adjust(0 if mirrored else beside.lead, 0, -beside.lead if mirrored else 0, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(theme.font(Role.SMALL, of=beside.words))
        painter.setPen(QColor(theme.colours().soft))
        painter.drawText(place, int(flags), beside.words)

    def _paint_name(self, painter: QPainter, row: Row, box: QRect, mirrored: bool) -> None:
        colour = getattr(theme.colours(), TONES[row.kind])
        font = theme.font(Role.NOTE_STRONG)
        metrics = QFontMetrics(font)
        size, pad, top = theme.px(_ICON), theme.px(_PAD_X), box.top() + theme.px(PAD_Y)
        left = box.right() - pad - size if mirrored else box.left() + pad
        middle = top + (metrics.height() - size) / 2
        icons.paint(painter, ICONS[row.kind], QRectF(left, middle, size, size), colour)
        width = metrics.horizontalAdvance(row.name) + 2
        start = left - theme.px(_GAP) - width if mirrored else left + size + theme.px(_GAP)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        place = QRect(int(start), top, width, metrics.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), row.name)


def _lines(row: Row, room: int, *, current: bool) -> list[_Line]:
    """Give the lines of a row, which says more while it is the current one."""
    found = [_Line(_tied(row.words), Role.NOTE, "ink")]
    if row.where and _beside(row, room) is None:
        found.append(_Line(_tied(row.where), Role.SMALL, "soft"))
    if current and row.why:
        found.append(_Line(_("Why: %(reason)s") % {"reason": row.why}, Role.SMALL, "ink"))
    return found


def _tied(words: str) -> str:
    """Have no line begin with the point between two things: it stays with the one before."""
    return words.replace(" · ", "\N{NO-BREAK SPACE}· ")


def _lead(row: Row) -> int:
    """Room for icon and name, before the words."""
    name = _wide(row.name, Role.NOTE_STRONG)
    return name + theme.px(_PAD_X) + theme.px(_ICON) + 2 * theme.px(_GAP) + theme.px(_MARK)


def _wide(words: str, role: Role) -> int:
    return _advance(words, role, theme.font(role).key())


@lru_cache(maxsize=4096)
def _advance(words: str, role: Role, _font: str) -> int:
    return QFontMetrics(theme.font(role, of=words)).horizontalAdvance(words)


def _beside(row: Row, room: int) -> _Beside | None:
    """Give where a row's problem is, if it has room in one line with what is wrong."""
    words, where = row.words, row.where
    lead = _wide(words, Role.NOTE) + theme.px(_APART)
    fits = bool(where) and "\n" not in words and lead + _wide(where, Role.SMALL) + 2 <= room
    return _Beside(where, lead) if fits else None


def _height(line: _Line, width: int) -> int:
    return _high(line.words, line.role, width, theme.font(line.role).key())


@lru_cache(maxsize=4096)
def _high(words: str, role: Role, width: int, _font: str) -> int:
    """Give how high words are: all rows are asked for that whenever one of them is another."""
    metrics = QFontMetrics(theme.font(role, of=words))
    return metrics.boundingRect(QRect(0, 0, max(width, 40), 10_000), int(_WRAP), words).height()
