"""The lines of the outline: chosen with the arrows, moved by the mouse or with Alt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)

from trainer.language import _, ngettext
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent, QFocusEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from trainer.authoring.forms.listing import Line, Listing
    from trainer.authoring.source.lines import Path

Index = QModelIndex | QPersistentModelIndex

_PATH: Final = Qt.ItemDataRole.UserRole
_BELOW, _BESIDE, _MARK, _HEADS, _MOVES = (_PATH + at for at in range(1, 6))
_PAD, _AIR, _GAP, _GRIP, _ABOVE = 12, 8, 4, 16, 14
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading)
_MANY: Final = 160
"""Letters of a line's title."""


class _Rows(QStyledItemDelegate):
    """Paints a line: its title, what it is below, what stands at its end, a mark if it needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Both lines, wrapped, and air."""
        given: Any = option
        view = given.widget
        width = view.viewport().width() if view is not None else 300
        if index.data(_HEADS):
            line = QFontMetrics(theme.font(Role.NOTE_STRONG)).height()
            return QSize(width, line + theme.px(_ABOVE + _GAP))
        title, below = self._words(index, self._room(QRect(0, 0, width, 0), index, rtl=False))
        return QSize(width, title.height() + below.height() + 2 * theme.px(_AIR + _GAP))

    def _room(self, row: QRect, index: Index, *, rtl: bool) -> QRect:
        """Where the words stand."""
        metrics = QFontMetrics(theme.font(Role.NOTE_STRONG))
        beside = index.data(_BESIDE) or ""
        far = theme.px(_PAD) + (metrics.horizontalAdvance(beside) + theme.px(_PAD) if beside else 0)
        far += theme.px(22) if index.data(_MARK) else 0
        near = theme.px(_PAD) + (theme.px(_GRIP + 6) if index.data(_MOVES) else 0)
        return row.adjusted(far if rtl else near, 0, -(near if rtl else far), 0)

    @staticmethod
    def _words(index: Index, room: QRect) -> tuple[QRect, QRect]:
        box = QRect(0, 0, max(1, room.width()), 100_000)
        name, said = index.data() or "", index.data(_BELOW) or ""
        title = QFontMetrics(theme.font(Role.STRONG, of=name)).boundingRect(box, _WRAP, name)
        below = QFontMetrics(theme.font(Role.SMALL, of=said)).boundingRect(box, _WRAP, said)
        return title, below if said else QRect()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the surface and what stands on it."""
        given: Any = option
        rtl = given.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        if index.data(_HEADS):
            painter.setFont(theme.font(Role.NOTE_STRONG))
            painter.setPen(QColor(theme.colours().soft))
            box = given.rect.adjusted(theme.px(2), theme.px(_ABOVE), -theme.px(2), 0)
            painter.drawText(box, _WRAP, index.data() or "")
        else:
            self._paint_line(painter, given, index, rtl=rtl)
        painter.restore()

    def _paint_line(self, painter: QPainter, given: Any, index: Index, *, rtl: bool) -> None:
        palette = theme.colours()
        here = bool(given.state & QStyle.StateFlag.State_Selected)
        focused = here and given.widget is not None and given.widget.hasFocus()
        box = given.rect.adjusted(0, theme.px(_GAP) // 2, 0, -theme.px(_GAP) // 2)
        edge = palette.focus if focused else palette.outline if here else palette.line
        paint_surface(
            painter, QRectF(box), fill=palette.wash if here else palette.card, border=edge,
            width=theme.RING + 1 if focused else 1, corner=theme.CONTROL_CORNER,
        )  # fmt: skip
        room = self._room(box, index, rtl=rtl).adjusted(0, theme.px(_AIR), 0, 0)
        title, _below = self._words(index, room)
        name, said = index.data() or "", index.data(_BELOW) or ""
        painter.setFont(theme.font(Role.STRONG, of=name))
        painter.setPen(QColor(palette.teal if here else palette.ink))
        painter.drawText(room, _WRAP, name)
        painter.setFont(theme.font(Role.SMALL, of=said))
        painter.setPen(QColor(palette.ink if here else palette.soft))
        painter.drawText(room.adjusted(0, title.height(), 0, 0), _WRAP, said)
        self._paint_ends(painter, box, index, rtl=rtl)

    @staticmethod
    def _paint_ends(painter: QPainter, box: QRect, index: Index, *, rtl: bool) -> None:
        palette, pad = theme.colours(), theme.px(_PAD)
        if index.data(_MOVES):
            size = theme.px(_GRIP)
            left = box.right() - pad + 4 - size if rtl else box.left() + pad - 4
            at = QRectF(left, box.center().y() - size / 2, size, size)
            icons.paint(painter, "grip-vertical", at, palette.soft)
        beside = index.data(_BESIDE) or ""
        font = theme.font(Role.NOTE_STRONG)
        wide = QFontMetrics(font).horizontalAdvance(beside) + 2 if beside else 0
        left = box.left() + pad if rtl else box.right() - pad - wide
        painter.setFont(font)
        painter.setPen(QPen(QColor(palette.ink)))
        end = QRect(left, box.top(), wide, box.height())
        painter.drawText(end, int(Qt.AlignmentFlag.AlignVCenter), beside)
        if index.data(_MARK):
            size, gap = theme.px(16), theme.px(6) if beside else 0
            left = left + wide + gap if rtl else left - gap - size
            at = QRectF(left, box.center().y() - size / 2, size, size)
            icons.paint(painter, "info", at, palette.teal)


class ThingRows(QListWidget):
    """The file as a whole first, then its things, by sort.

    Signals:
        chosen(object): a line was chosen, by its path.
        moved(object, int): a thing shall go so many places down.
        removed(object): a thing shall go.
        doubled(object): a thing shall be there twice.
        entered(): the one that is chosen shall be written in.
    """

    chosen = Signal(object)
    moved = Signal(object, int)
    removed = Signal(object)
    doubled = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What is in it"))
        self.setAccessibleDescription(
            _("Arrow keys choose, Enter writes in it, Alt and an arrow key moves it, Delete takes "
              "it out.")
        )  # fmt: skip
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(_Rows(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.currentItemChanged.connect(self._chosen)

    # Showing

    def path(self) -> Path:
        """Give where the thing that is chosen stands; empty for the file itself."""
        item = self.currentItem()
        return () if item is None else tuple(item.data(_PATH) or ())

    def show_listing(self, listing: Listing) -> None:
        """Show what there is; what was chosen stays so."""
        heads = sum(bool(group.lines) for group in listing.groups) > 1
        wanted: list[tuple[Line | None, str]] = [(listing.whole, "")]
        for group in listing.groups:
            wanted += [(None, _(group.sort.heading))] if heads and group.lines else []
            wanted += [(line, "") for line in group.lines]
        self.blockSignals(True)
        while self.count() > len(wanted):
            self.takeItem(self.count() - 1)
        while self.count() < len(wanted):
            self.addItem(QListWidgetItem())
        for row, (line, heading) in enumerate(wanted):
            self._fill(self.item(row), line, heading)
        self.blockSignals(False)

    @staticmethod
    def _fill(item: QListWidgetItem, line: Line | None, heading: str) -> None:
        flag = Qt.ItemFlag
        if line is None:
            item.setFlags(flag.NoItemFlags)
            said = {Qt.ItemDataRole.DisplayRole: heading, _HEADS: True, _PATH: None, _BELOW: "",
                    _BESIDE: "", _MARK: False, _MOVES: False,
                    Qt.ItemDataRole.AccessibleTextRole: heading}  # fmt: skip
        else:
            moves = bool(line.thing.path)
            drags = flag.ItemIsDragEnabled if moves else flag.NoItemFlags
            item.setFlags(flag.ItemIsEnabled | flag.ItemIsSelectable | drags)
            title = line.title if len(line.title) <= _MANY else f"{line.title[: _MANY - 1]}…"
            said = {Qt.ItemDataRole.DisplayRole: title, _HEADS: False, _PATH: line.thing.path,
                    _BELOW: line.below, _BESIDE: line.beside, _MARK: bool(line.marks),
                    _MOVES: moves, Qt.ItemDataRole.AccessibleTextRole: _spoken(line)}  # fmt: skip
        for role, value in said.items():
            if item.data(role) != value:
                item.setData(role, value)

    def stand_on(self, path: Path) -> None:
        """Stand on a thing, or on the file itself, without telling so."""
        for row in range(self.count()):
            there = self.item(row).data(_PATH)
            if there is not None and tuple(there) == path[:2]:
                self._stand(row)
                return
        self._stand(0)

    def _stand(self, row: int) -> None:
        if row != self.currentRow():
            old = self.blockSignals(True)
            self.setCurrentRow(row)
            self.blockSignals(old)
            self.scrollToItem(self.item(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def restyled(self) -> None:
        """Take the room that the type needs."""
        self.scheduleDelayedItemsLayout()

    # What a hand does

    def _chosen(self, now: QListWidgetItem | None, before: object) -> None:
        if now is not None and now.data(_PATH) is not None:
            self.chosen.emit(tuple(now.data(_PATH)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand somewhere; that the focus comes by selects nothing."""
        old = self.blockSignals(True)
        super().focusInEvent(event)
        self.blockSignals(old)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt, take out with Delete, double with Ctrl D."""
        path, key, modifiers = self.path(), event.key(), event.modifiers()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        control = Qt.KeyboardModifier.ControlModifier
        if step is not None and modifiers & Qt.KeyboardModifier.AltModifier:
            if path:
                self.moved.emit(path, step)
        elif event.matches(QKeySequence.StandardKey.Delete) and path:
            self.removed.emit(path)
        elif key == Qt.Key.Key_D and modifiers == control:
            if path:
                self.doubled.emit(path)
        elif enter.is_enter(event) and not modifiers & control:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say how far a thing was carried, among its like."""
        path, at = self.path(), self.indexAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if not path:
            return
        to = at.row() if at.isValid() else self.count()
        if at.isValid() and event.position().y() > self.visualRect(at).center().y():
            to += 1
        rows = [row for row in range(self.count()) if self._holds(row) == path[:1]]
        here = self.currentRow()
        before = sum(row < to for row in rows if row != here)
        self.moved.emit(path, before - rows.index(here))

    def _holds(self, row: int) -> Path:
        return tuple(self.item(row).data(_PATH) or ())[:1]


def _spoken(line: Line) -> str:
    """Say a line as a screen reader does."""
    said = line.title
    if line.one:
        said = _("%(one)s: %(words)s") % {"one": line.one, "words": said}
    for more in (line.below, line.beside):
        said = _("%(part)s, %(more)s") % {"part": said, "more": more} if more else said
    if line.marks:
        look = ngettext("%(n)d thing to look at", "%(n)d things to look at", line.marks)
        known = {"part": said, "look": look % {"n": line.marks}}
        said = _("%(part)s, %(look)s") % known
    return said
