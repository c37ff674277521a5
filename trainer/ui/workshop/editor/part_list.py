"""The parts of a plan, in order: chosen with the arrows, moved by the mouse or with Alt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)

from trainer.language import _, ngettext
from trainer.plans import words
from trainer.plans.editing.editing import WHOLE
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import paint_surface

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from trainer.plans.model import Plan, Segment

Index = QModelIndex | QPersistentModelIndex

_KEY = Qt.ItemDataRole.UserRole
_BELOW, _BESIDE, _MARK = _KEY + 1, _KEY + 2, _KEY + 3
_PAD, _AIR, _GAP, _GRIP = 12, 8, 4, 16
_WRAP = Qt.TextFlag.TextWordWrap


class _Rows(QStyledItemDelegate):
    """Paints a part: its title, what it is below, its minutes at the end, a mark if it needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Both lines, wrapped, and air."""
        given: Any = option
        view = given.widget
        width = view.viewport().width() if view is not None else 300
        title, below = self._words(index, self._room(QRect(0, 0, width, 0), index, rtl=False))
        return QSize(width, title.height() + below.height() + 2 * theme.px(_AIR + _GAP))

    def _room(self, row: QRect, index: Index, *, rtl: bool) -> QRect:
        """Where the words stand."""
        metrics = QFontMetrics(theme.font(Role.NOTE_STRONG))
        far = metrics.horizontalAdvance(index.data(_BESIDE) or "") + 2 * theme.px(_PAD)
        far += theme.px(22) if index.data(_MARK) else 0
        near = theme.px(_PAD) + (theme.px(_GRIP + 6) if index.row() else 0)
        return row.adjusted(far if rtl else near, 0, -(near if rtl else far), 0)

    @staticmethod
    def _words(index: Index, room: QRect) -> tuple[QRect, QRect]:
        box = QRect(0, 0, max(1, room.width()), 100_000)
        title = QFontMetrics(theme.font(Role.STRONG)).boundingRect(
            box, int(_WRAP), index.data() or ""
        )
        below = QFontMetrics(theme.font(Role.SMALL)).boundingRect(
            box, int(_WRAP), index.data(_BELOW) or ""
        )
        return title, below

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the surface and what stands on it."""
        given: Any = option
        palette = theme.colours()
        here = bool(given.state & QStyle.StateFlag.State_Selected)
        focused = here and given.widget is not None and given.widget.hasFocus()
        rtl = given.direction == Qt.LayoutDirection.RightToLeft
        box = given.rect.adjusted(0, theme.px(_GAP) // 2, 0, -theme.px(_GAP) // 2)
        painter.save()
        edge = palette.focus if focused else palette.outline if here else palette.line
        paint_surface(
            painter, QRectF(box), fill=palette.wash if here else palette.card, border=edge,
            width=theme.RING + 1 if focused else 1, corner=theme.CONTROL_CORNER,
        )  # fmt: skip
        room = self._room(box, index, rtl=rtl).adjusted(0, theme.px(_AIR), 0, 0)
        title, _below_it = self._words(index, room)
        painter.setFont(theme.font(Role.STRONG))
        painter.setPen(QColor(palette.teal if here else palette.ink))
        painter.drawText(room, int(_WRAP), index.data() or "")
        painter.setFont(theme.font(Role.SMALL))
        painter.setPen(QColor(palette.ink if here else palette.soft))
        painter.drawText(room.adjusted(0, title.height(), 0, 0), int(_WRAP), index.data(_BELOW))
        self._paint_ends(painter, box, index, rtl=rtl)
        painter.restore()

    @staticmethod
    def _paint_ends(painter: QPainter, box: QRect, index: Index, *, rtl: bool) -> None:
        palette, pad = theme.colours(), theme.px(_PAD)
        if index.row():
            size = theme.px(_GRIP)
            left = box.right() - pad + 4 - size if rtl else box.left() + pad - 4
            at = QRectF(left, box.center().y() - size / 2, size, size)
            icons.paint(painter, "grip-vertical", at, palette.soft)
        beside = index.data(_BESIDE) or ""
        font = theme.font(Role.NOTE_STRONG)
        wide = QFontMetrics(font).horizontalAdvance(beside) + 2
        left = box.left() + pad if rtl else box.right() - pad - wide
        painter.setFont(font)
        painter.setPen(QPen(QColor(palette.ink)))
        end = QRect(left, box.top(), wide, box.height())
        painter.drawText(end, int(Qt.AlignmentFlag.AlignVCenter), beside)
        if index.data(_MARK):
            size = theme.px(16)
            left = left + wide + theme.px(6) if rtl else left - theme.px(6) - size
            at = QRectF(left, box.center().y() - size / 2, size, size)
            icons.paint(painter, "info", at, palette.teal)


class PartList(QListWidget):
    """The plan as a whole first, then its parts; as high as it is long.

    Signals:
        chosen(str): a part was chosen, by its key.
        moved(str, int): a part shall go into a place, counted from 0 without it.
        removed(str): a part shall go.
        doubled(str): a part shall be there twice.
        entered(): the one that is chosen shall be changed.
    """

    chosen = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)
    doubled = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Parts of the plan"))
        self.setAccessibleDescription(
            _("Arrow keys choose a part, Alt and an arrow key moves it, Delete takes it out.")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(_Rows(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentItemChanged.connect(self._chosen)

    def key(self) -> str:
        """Give the key of the part that is chosen."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item is not None else WHOLE

    def chosen_part(self) -> QRect:
        """Give where the part that is chosen stands."""
        return self.visualItemRect(self.currentItem())

    def show_plan(self, plan: Plan, marks: Mapping[str, int], at: str) -> None:
        """Show the parts; ``marks`` counts what is to be looked at, by part. ``at`` is chosen."""
        self.blockSignals(True)
        wanted = len(plan.segments) + 1
        while self.count() > wanted:
            self.takeItem(self.count() - 1)
        while self.count() < wanted:
            self.addItem(QListWidgetItem())
        self._fill(0, WHOLE, _("The plan as a whole"), plan.title, _minutes(plan.minutes), marks)
        self.item(0).setFlags(self.item(0).flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
        for row, segment in enumerate(plan.segments.values(), start=1):
            below = _below(segment)
            self._fill(
                row, segment.key, words.title(segment), below, _minutes(segment.minutes), marks
            )
            if segment.key == at:
                self.setCurrentRow(row)
        if at == WHOLE:
            self.setCurrentRow(0)
        self.blockSignals(False)
        self._fit()

    def _fill(
        self, row: int, key: str, title: str, below: str, minutes: str, marks: Mapping[str, int]
    ) -> None:
        item, count = self.item(row), marks.get(key, 0)
        known = {"title": title, "below": below, "minutes": minutes}
        said = _("%(title)s, %(below)s, %(minutes)s") % known
        if count:
            look = ngettext("%(n)d thing to look at", "%(n)d things to look at", count)
            said = _("%(part)s, %(look)s") % {"part": said, "look": look % {"n": count}}
        for role, value in (
            (_KEY, key), (Qt.ItemDataRole.DisplayRole, title), (_BELOW, below),
            (_BESIDE, minutes), (_MARK, bool(count)), (Qt.ItemDataRole.AccessibleTextRole, said),
        ):  # fmt: skip
            item.setData(role, value)

    def _fit(self) -> None:
        self.doItemsLayout()
        tall = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(max(1, tall))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def restyled(self) -> None:
        """Take the room that the type needs."""
        self._fit()

    def _chosen(self, now: QListWidgetItem | None, before: object) -> None:
        if now is not None:
            self.chosen.emit(str(now.data(_KEY)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt, take out with Delete, double with Ctrl D."""
        row, key = self.currentRow(), self.key()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if key != WHOLE and 0 <= row - 1 + step < self.count() - 1:
                self.moved.emit(key, row - 1 + step)
        elif event.matches(QKeySequence.StandardKey.Delete) and key != WHOLE:
            self.removed.emit(key)
        elif (
            event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            if key != WHOLE:
                self.doubled.emit(key)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where a part was dropped; who holds the plan moves it."""
        key, row = self.key(), self.currentRow()
        at = self.indexAt(event.position().toPoint())
        to = at.row() if at.isValid() else self.count()
        box = self.visualRect(at)
        if at.isValid() and event.position().y() > box.center().y():
            to += 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if key != WHOLE:
            self.moved.emit(key, max(0, (to - 1 if to > row else to) - 1))


def _minutes(count: int) -> str:
    return ngettext("%(n)d min", "%(n)d min", count) % {"n": count}


def _below(segment: Segment) -> str:
    """Say what a part is, and what it can be cut to."""
    if segment.least is None or segment.least >= segment.minutes:
        return words.kind(segment.kind)
    known = {"kind": words.kind(segment.kind), "n": segment.least}
    if segment.least == 0:
        return _("%(kind)s · can be left out") % known
    return ngettext("%(kind)s · at least %(n)d min", "%(kind)s · at least %(n)d min",
                    segment.least) % known  # fmt: skip
