"""The list of problems: arrow keys choose, Enter goes there, F mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from trainer.language import _
from trainer.ui.authoring.problems.delegate import RowDelegate
from trainer.ui.authoring.problems.model import Index, ProblemModel
from trainer.ui.widgets import enter
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.problems.rows import Row


class ProblemList(QListView):
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
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(_("Problems"))
        self.setAccessibleDescription(_("Enter goes there, F mends it where that is certain."))
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self.went)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words at the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def restyled(self) -> None:
        """Take the room that the words need now."""
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there, or mend it."""
        if enter.presses(event) and self.current() is not None:
            self.went.emit()
        elif event.key() == Qt.Key.Key_F and not event.modifiers():
            self.fixed.emit()
        else:
            super().keyPressEvent(event)
