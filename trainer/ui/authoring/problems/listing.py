"""The list of problems: arrow keys choose, Enter goes there, F mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.problems.delegate import PAD_Y, RowDelegate
from trainer.ui.authoring.problems.model import Index, ProblemModel
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.problems.rows import Row


class ProblemList(Fits, QListView):
    """The rows.

    Signals:
        went(): Enter, or a double click, on a row.
        fixed(): F on a row.
        chosen(): another row, or none, is the current one.
    """

    went = Signal()
    fixed = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ProblemModel(self)
        self.setModel(self.rows)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Problems"))
        self.setAccessibleDescription(_("Enter goes there, F mends it where that is certain."))
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self.went)

    def measure(self, row: Row) -> None:
        """Find out now what room a row takes, which the list will ask for."""
        self._delegate.measure(row)

    def current(self) -> Row | None:
        """The row that is chosen."""
        at = self.currentIndex().row()
        return self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows; the one that is chosen stays so, or else the one in its place."""
        before, at = self.current(), self.currentIndex().row()
        others = self.rows.show(rows)
        if not others or before is None:
            return
        keys = [one.key for one in self.rows.rows]
        places = [place for place, key in enumerate(keys) if key == before.key]
        at = min(places, key=lambda place: abs(place - at), default=min(at, len(keys) - 1))
        if at >= 0:
            self.setCurrentIndex(self.rows.index(at))

    def choose(self, at: int) -> None:
        """Choose a row by its place."""
        if 0 <= at < len(self.rows.rows):
            self.setCurrentIndex(self.rows.index(at))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Give the chosen row the room for what more it says."""
        super().currentChanged(current, previous)
        for index in (previous, current):
            if index.isValid():
                self.itemDelegate().sizeHintChanged.emit(index)
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show whole rows: half of one can be misread. The bar tells that there are more."""
        super().paintEvent(event)
        last = self.cut()
        if last is not None:
            fill(QPainter(self.viewport()), last, theme.colours().card)

    def cut(self) -> QRect | None:
        """Give the place of the row that has no room as a whole, unless it is the only one."""
        room = self.viewport().rect()
        at = self.indexAt(QPoint(room.center().x(), room.bottom()))
        first = self.indexAt(QPoint(room.center().x(), 0))
        if not at.isValid() or at.row() == first.row():
            return None
        place = self.visualRect(at)
        return place if place.bottom() > room.bottom() else None

    def least_height(self) -> int:
        """Give the height that two rows of one line take."""
        row = QFontMetrics(theme.font(Role.NOTE)).height() + 2 * theme.px(PAD_Y)
        return 2 * row

    def minimumSizeHint(self) -> QSize:
        """Have room for two rows at least."""
        return QSize(theme.px(120), self.least_height())

    def fit(self) -> None:
        """Wrap the words at the new width."""
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there, or mend it."""
        if enter.presses(event) and self.current() is not None:
            self.went.emit()
        elif event.key() == Qt.Key.Key_F and not event.modifiers():
            self.fixed.emit()
        else:
            super().keyPressEvent(event)
