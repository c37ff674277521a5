"""What can be written here, as a list under the cursor. The keyboard stays in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.scroll_bar import SlimScrollBar
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from trainer.authoring.typing.completing import Offer

_ROWS, _WIDE = 7, 460
_PAD, _AIR, _GAP = 10, 4, 16
WORDS = int(Qt.ItemDataRole.UserRole)
"""Role of the words on an offer."""

Index = QModelIndex | QPersistentModelIndex


class OfferRow(QStyledItemDelegate):
    """Paints an offer: what goes in, and beside it what it is called, as far as there is room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, with some air."""
        metrics = QFontMetrics(theme.font(Role.NOTE))
        return QSize(theme.px(120), metrics.height() + 2 * theme.px(_AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it; teal while it is the one that Enter takes."""
        given: Any = option
        palette, pad = theme.colours(), theme.px(_PAD)
        marked = bool(given.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.teal))
            painter.drawRoundedRect(QRectF(given.rect), theme.px(5), theme.px(5))
        room: QRect = given.rect.adjusted(pad, 0, -pad, 0)
        # What goes in is written from left to right in every language.
        lead = _lead(index.data())
        strong = theme.font(Role.NOTE_STRONG, of=index.data())
        painter.setFont(strong)
        painter.setPen(QColor(palette.on_teal if marked else palette.ink))
        elide = Qt.TextElideMode.ElideRight
        text = QFontMetrics(strong).elidedText(index.data(), elide, room.width())
        painter.drawText(room, int(_LINE), text)
        rest = room.adjusted(lead, 0, 0, 0)
        if rest.width() > theme.px(60):
            note = theme.font(Role.NOTE, of=index.data(WORDS))
            painter.setFont(note)
            painter.setPen(QColor(palette.on_teal if marked else palette.soft))
            words = QFontMetrics(note).elidedText(index.data(WORDS), elide, rest.width())
            painter.drawText(rest, int(_LINE), words)
        painter.restore()


_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def _lead(name: str) -> int:
    """Room for what goes in, and the gap behind it."""
    metrics = QFontMetrics(theme.font(Role.NOTE_STRONG, of=name))
    return metrics.horizontalAdvance(name) + theme.px(_GAP)


class Popup(QFrame):
    """Offers, the first of them chosen.

    Signals:
        taken(): the chosen one shall be written.
    """

    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(_("What can be written here"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBar(SlimScrollBar(self.list))
        self.list.setItemDelegate(OfferRow(self.list))
        self.list.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.words = Words("", self, role=Role.SMALL, tone="soft")
        column = theme.lay(QVBoxLayout(self), margins=(8, 8, 8, 8), spacing=6)
        column.addWidget(self.list, 1)
        column.addWidget(self.words)
        self.list.currentRowChanged.connect(self._tell)
        self.list.itemClicked.connect(self._clicked)
        self.hide()

    def offer(self, found: tuple[Offer, ...], *, choose: bool) -> None:
        """Show offers; ``choose`` has the first one chosen."""
        self._offers = found
        self.list.clear()
        for one in found:
            item = QListWidgetItem(one.text.rstrip(": "), self.list)
            said = _("%(name)s, %(words)s") % {"name": item.text(), "words": one.words}
            spoken = said if one.words else item.text()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setData(WORDS, one.words)
        self.list.setCurrentRow(0 if choose else -1)
        self._tell()

    def chosen(self) -> Offer | None:
        """Give the offer that Enter takes."""
        row = self.list.currentRow()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def said(self) -> str:
        """What a screen reader says of it."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item is not None else ""

    def move_by(self, by: int) -> None:
        """Choose another one; beyond the last comes the first."""
        count = self.list.count()
        row = self.list.currentRow()
        if abs(by) > 1:
            row = min(max(row + by, 0), count - 1)
        else:
            row = (row + by) % count if row >= 0 else 0 if by > 0 else count - 1
        self.list.setCurrentRow(row)

    def wanted_height(self, room: QRect) -> int:
        """Give the height that shows all that is offered at once."""
        wide = min(theme.px(_WIDE), room.width() - 4)
        words = self.words.heightForWidth(wide - theme.px(16)) if self.words.text() else 0
        rows = min(self.list.count(), _ROWS) * self.list.sizeHintForRow(0)
        return rows + words + theme.px(24 if words else 18)

    def place(self, cursor: QRect, room: QRect) -> None:
        """Stand under the cursor, or above it where there is more room."""
        row = self.list.sizeHintForRow(0)
        wide = min(theme.px(_WIDE), room.width() - 4)
        tall = self.wanted_height(room)
        below, above = room.bottom() - cursor.bottom(), cursor.top() - room.top()
        spare = tall - max(below, above)
        if spare > 0:  # Whole rows, one at least.
            tall -= row * min(-(-spare // max(row, 1)), min(self.list.count(), _ROWS) - 1)
        top = cursor.bottom() + 2 if below >= tall or below >= above else cursor.top() - tall - 2
        left = min(cursor.left(), room.right() - wide)
        self.setGeometry(QRect(QPoint(max(room.left(), left), top), self.size()))
        self.resize(wide, tall)

    def _tell(self) -> None:
        """Say below what does not fit beside the chosen one."""
        one = self.chosen()
        words = one.words if one is not None else ""
        room = self.list.viewport().width() or self.width()
        beside = room - 2 * theme.px(_PAD) - (_lead(self.list.currentItem().text()) if one else 0)
        fits = QFontMetrics(theme.font(Role.NOTE, of=words)).horizontalAdvance(words) <= beside
        self.words.setText("" if fits else words)
        self.words.setVisible(bool(self.words.text()))

    def _clicked(self) -> None:
        self.taken.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        colours = theme.colours()
        paint_surface(
            QPainter(self),
            QRectF(self.rect()),
            fill=colours.card,
            border=colours.outline,
            corner=theme.CONTROL_CORNER,
        )
