"""How a line of the outline is painted: a scene with its marks, or a way with its D and target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from trainer.language import _
from trainer.method import ds
from trainer.ui import icons, theme
from trainer.ui.authoring.outline.model import ROW, Index
from trainer.ui.authoring.outline.rows import SceneRow
from trainer.ui.theme import Role
from trainer.ui.widgets.card import paint_surface

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from trainer.ui.authoring.outline.rows import WayRow

_PAD, _AIR, _ICON, _GAP, _BETWEEN = 12, 6, 16, 6, 14
_WRAP = int(Qt.TextFlag.TextWordWrap)


class _Piece(NamedTuple):
    """Words with an icon before them, in a colour."""

    icon: str
    words: str
    colour: str
    role: Role


class OutlineRows(QStyledItemDelegate):
    """Paints lines that are as tall as their words need at the width that there is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All of the words, wrapped."""
        given: Any = option
        view = given.widget
        width = view.viewport().width() if view is not None else 300
        if view is not None:
            width -= view.indentation() * (2 if index.parent().isValid() else 1)
        tall = sum(height for _spot, height in self._laid(index, QRect(0, 0, max(60, width), 0)))
        return QSize(width, tall + 2 * theme.px(_AIR) + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the surface and what stands on it."""
        given: Any = option
        palette = theme.colours()
        focused = bool(given.state & QStyle.StateFlag.State_HasFocus)
        here = focused or bool(given.state & QStyle.StateFlag.State_Selected)
        box = given.rect.adjusted(0, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            paint_surface(
                painter, QRectF(box), fill=palette.wash,
                border=palette.focus if focused else palette.outline,
                width=theme.RING if focused else 1, corner=theme.CONTROL_CORNER,
            )  # fmt: skip
        room = box.adjusted(0, theme.px(_AIR), 0, -theme.px(_AIR))
        rtl = given.direction == Qt.LayoutDirection.RightToLeft
        top = room.top()
        for line, tall in self._laid(index, QRect(0, 0, room.width(), 0)):
            for spot, piece in line:
                at = spot.translated(room.left(), top)
                if rtl:
                    at.moveRight(room.right() - spot.left())
                self._paint_piece(painter, piece, at, rtl=rtl)
            top += tall
        painter.restore()

    @staticmethod
    def _paint_piece(painter: QPainter, piece: _Piece, at: QRect, *, rtl: bool) -> None:
        taken = 0
        if piece.icon:
            size = theme.px(_ICON)
            line = QFontMetrics(theme.font(piece.role)).height()
            left = at.right() - size if rtl else at.left()
            spot = QRectF(left, at.top() + (line - size) / 2, size, size)
            turned = "arrow-left" if rtl and piece.icon == "arrow-right" else piece.icon
            icons.paint(painter, turned, spot, piece.colour)
            taken = size + theme.px(_GAP)
        words = at.adjusted(0 if rtl else taken, 0, -taken if rtl else 0, 0)
        painter.setFont(theme.font(piece.role, of=piece.words))
        painter.setPen(QColor(piece.colour))
        painter.drawText(words, _WRAP, piece.words)

    def _laid(self, index: Index, room: QRect) -> list[tuple[list[tuple[QRect, _Piece]], int]]:
        """Set the pieces in lines, as words are set: (what stands in it, its height) each."""
        row: SceneRow | WayRow | None = index.data(ROW)
        pieces = (
            [] if row is None else _of_scene(row) if isinstance(row, SceneRow) else _of_way(row)
        )
        lines: list[tuple[list[tuple[QRect, _Piece]], int]] = []
        left, pad = theme.px(_PAD), theme.px(_PAD)
        rise = max((_ascent(piece) for piece in pieces), default=0)
        here: list[tuple[QRect, _Piece]] = []
        tall = 0
        for piece in pieces:
            size = self._size(piece, room.width() - 2 * pad)
            if here and left + size.width() > room.width() - pad:
                lines.append((here, tall + 2))
                here, tall, left = [], 0, pad
            down = rise - _ascent(piece)  # All stand on one line.
            here.append((QRect(left, down, size.width(), size.height()), piece))
            left += size.width() + theme.px(_BETWEEN)
            tall = max(tall, size.height() + down)
        return [*lines, (here, tall)]

    @staticmethod
    def _size(piece: _Piece, width: int) -> QSize:
        taken = theme.px(_ICON) + theme.px(_GAP) if piece.icon else 0
        metrics = QFontMetrics(theme.font(piece.role, of=piece.words))
        box = QRect(0, 0, max(20, width - taken), 100_000)
        words = metrics.boundingRect(box, _WRAP, piece.words)
        return QSize(words.width() + 2 + taken, max(words.height(), theme.px(_ICON)))


def _ascent(piece: _Piece) -> int:
    return QFontMetrics(theme.font(piece.role, of=piece.words)).ascent()


def _of_scene(row: SceneRow) -> list[_Piece]:
    palette = theme.colours()
    found = [_Piece("", row.title, palette.ink, Role.STRONG)]
    if row.is_start:
        found.append(_Piece("play", _("Start"), palette.teal, Role.SMALL_STRONG))
    found.append(_Piece("", row.kind, palette.soft, Role.SMALL))
    marks = (_Piece(one.icon, one.words, palette.ink, Role.SMALL_STRONG) for one in row.marks)
    return [*found, *marks]


def _of_way(row: WayRow) -> list[_Piece]:
    palette = theme.colours()
    found = []
    if row.d is not None:
        colour = palette.of(row.d)
        found.append(_Piece(icons.OF_D[row.d], ds.name(row.d), colour, Role.SMALL_STRONG))
    elif row.way.timer:
        found.append(_Piece("clock", _("Timer"), palette.soft, Role.SMALL_STRONG))
    found.append(_Piece("", row.words, palette.ink, Role.NOTE))
    strong = Role.NOTE if row.exists and not row.above else Role.SMALL_STRONG
    if row.way.conditional:
        found.append(_Piece("", _("only sometimes"), palette.soft, Role.SMALL))
    found.append(_Piece("arrow-right", row.target, palette.soft, strong))
    return found
