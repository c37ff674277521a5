"""A list of rows that are read: each some words, of which some may be taken out or put in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle

from trainer.ui import theme
from trainer.ui.authoring.keeping.text_view import Framed
from trainer.ui.authoring.marked import Run, laid_out
from trainer.ui.widgets.card import paint_marked
from trainer.ui.widgets.measured_rows import Index, MeasuredRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

_RUNS: Final = int(Qt.ItemDataRole.UserRole)
_PAD, _AIR, _CORNER, _EDGE = 10, 6, 8, 16


class _Rows(MeasuredRows):
    """Paints rows."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._list = view

    def tall(self, index: Index, width: int) -> int:
        """Measure all that is told, wrapped."""
        room = width - 2 * theme.px(_PAD)
        layout = laid_out(index.data(_RUNS) or (), room, mirrored=self.is_mirrored())
        return int(layout.boundingRect().height()) + 2 * theme.px(_AIR) + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it: a wash where one is, a ring while the list has the focus."""
        given: Any = option
        box: QRect = given.rect
        palette, pad = theme.colours(), theme.px(_PAD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._list.hasFocus()
        if given.state & QStyle.StateFlag.State_Selected and (focused or self._list.keeps):
            ring = QPen(QColor(palette.focus), theme.RING)
            painter.setPen(ring if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.wash))
            corner = theme.px(_CORNER)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), corner, corner)
            if not focused:
                paint_marked(painter, box, corner=_CORNER)
        layout = laid_out(
            index.data(_RUNS) or (), box.width() - 2 * pad, mirrored=self.is_mirrored()
        )
        layout.draw(painter, QPointF(box.left() + pad, box.top() + theme.px(_AIR)))
        painter.restore()


class RowList(QListWidget):
    """Rows to go through with the arrow keys; each is read out as it is told to be.

    One that ``keeps`` marks the row that is chosen also while the focus is elsewhere.

    Signals:
        widened(): it is of another width, and its words wrap anew.
    """

    widened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, keeps: bool = False) -> None:
        super().__init__(parent)
        self.keeps = keeps
        self.setAccessibleName(name)
        self._rows = _Rows(self)
        self.setItemDelegate(self._rows)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def add_row(self, runs: Sequence[Run], spoken: str) -> None:
        """Add a row of words, each with its look; ``spoken`` is all of it as it is read aloud."""
        self.addItem(QListWidgetItem())
        self.tell_row(self.count() - 1, runs, spoken)

    def tell_row(self, row: int, runs: Sequence[Run], spoken: str) -> None:
        """Let a row say something else."""
        item = self.item(row)
        item.setData(_RUNS, tuple(runs))
        item.setData(Qt.ItemDataRole.DisplayRole, "".join(run.text for run in runs))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._rows.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.widened.emit()

    def restyled(self) -> None:
        """Measure anew: type may be of another size."""
        self._rows.forget()
        self.scheduleDelayedItemsLayout()


class FramedRows(Framed):
    """A list of rows in a frame, as high as its rows are, up to some height."""

    def __init__(
        self, name: str, parent: QWidget | None = None, *, most: int = 260, keeps: bool = False
    ) -> None:
        self.list = RowList(name, keeps=keeps)
        super().__init__(self.list, parent)
        self._most = most
        self.list.widened.connect(self.fit)

    def fit(self) -> None:
        """Be as high as the rows at the width that there is."""
        tall, most = 0, theme.px(self._most)
        for row in range(self.list.count()):
            tall += self.list.sizeHintForRow(row)
            if tall >= most:
                break
        self.setFixedHeight(min(tall, most) + theme.px(_EDGE))

    def restyled(self) -> None:
        """Be as high as the type needs."""
        self.fit()
