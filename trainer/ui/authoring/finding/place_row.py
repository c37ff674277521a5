"""Paints a place that was found: a box to tick, where it is, its sentence as it would become."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle

from trainer.ui import theme
from trainer.ui.authoring.marked import As, Run, laid_out
from trainer.ui.theme import Role
from trainer.ui.widgets.card import fill, paint_marked, paint_ring
from trainer.ui.widgets.fields import paint_tick
from trainer.ui.widgets.measured_rows import Index, MeasuredRows

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QTextLayout
    from PySide6.QtWidgets import QStyleOptionViewItem

    from trainer.authoring.finding.looking import Found

FOUND: Final = int(Qt.ItemDataRole.UserRole)
WHERE: Final = FOUND + 1
"""Roles: the place, and the words that say where it is."""

_PAD, _BOX, _GAP = 8, 20, 10
_TICKED = Qt.ItemDataRole.CheckStateRole


class PlaceRow(MeasuredRows):
    """Paints the rows of a list of places."""

    def tall(self, index: Index, width: int) -> int:
        """Measure where it is and its sentence, beside the box to tick."""
        room = width - _lead() - theme.px(_PAD)
        tall = _sentence(index.data(FOUND), room, self.is_mirrored()).boundingRect().height()
        tall += _where_height(index.data(WHERE), room) + 2 * theme.px(_PAD)
        return max(int(tall) + 1, theme.px(_BOX) + 2 * theme.px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it."""
        given: Any = option
        box: QRect = given.rect
        chosen = bool(given.state & QStyle.StateFlag.State_Selected)
        palette, mirrored = theme.colours(), self.is_mirrored()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, box, palette.wash if chosen else palette.card)
        ticked = Qt.CheckState(index.data(_TICKED)) == Qt.CheckState.Checked
        paint_tick(painter, QRectF(self._tick(box)), on=ticked)
        lead, pad = _lead(), theme.px(_PAD)
        room = box.adjusted(pad if mirrored else lead, pad, -lead if mirrored else -pad, -pad)
        where: str = index.data(WHERE)
        painter.setFont(theme.font(Role.SMALL, of=where))
        painter.setPen(QColor(palette.soft))
        painter.drawText(room, int(_flags(mirrored)), where)
        painter.setPen(QColor(palette.ink))
        top = room.top() + _where_height(where, room.width())
        layout = _sentence(index.data(FOUND), room.width(), mirrored)
        layout.draw(painter, QPointF(room.left(), top))
        if chosen and self.view.hasFocus():
            paint_ring(painter, box)
        elif chosen:
            paint_marked(painter, box)
        painter.restore()

    def _tick(self, box: QRect) -> QRect:
        """Give where the box to tick is."""
        size, pad = theme.px(_BOX), theme.px(_PAD)
        left = box.right() - pad - size if self.is_mirrored() else box.left() + pad
        return QRect(left, box.top() + pad, size, size)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick with a click on the box; Space is the list's."""
        given: Any = option
        if isinstance(event, QMouseEvent):
            reach = self._tick(given.rect).adjusted(-6, -6, 6, 6)
            at = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonRelease and reach.contains(at):
                self.turn(model, index)
                return True
        return False

    @staticmethod
    def turn(model: QAbstractItemModel, index: Index) -> None:
        """Tick a place, or leave it out."""
        on = Qt.CheckState(index.data(_TICKED)) == Qt.CheckState.Checked
        model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _TICKED)


def _lead() -> int:
    return theme.px(_PAD) + theme.px(_BOX) + theme.px(_GAP)


def _flags(mirrored: bool) -> Qt.AlignmentFlag | Qt.TextFlag:
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
    return side | Qt.AlignmentFlag.AlignAbsolute | wrap


def _where_height(where: str, width: int) -> int:
    metrics = QFontMetrics(theme.font(Role.SMALL, of=where))
    return metrics.boundingRect(QRect(0, 0, width, 10_000), int(_flags(False)), where).height()


def _sentence(found: Found, width: int, mirrored: bool) -> QTextLayout:
    """Lay out a sentence: what goes is struck through, what comes is underlined and bold."""
    before, words, instead, behind = (
        one.replace("\n", " ") for one in (found.before, found.words, found.instead, found.behind)
    )
    there = [Run(words, As.OUT), Run(" "), Run(instead, As.IN)] if instead else []
    runs = [Run(before), *(there or [Run(words, As.STRONG)]), Run(behind)]
    return laid_out(runs, width, mirrored=mirrored)
