"""The library's cards: one view with one model, so that a thousand cost what twelve do.

Only the cards in view are painted, and their pictures are drawn after the first paint, one
at a time. Each is an item of a list to a screen reader, with its whole text as its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.library.card_painter import CardPainter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import (
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QPixmap,
        QResizeEvent,
        QWheelEvent,
    )

    from trainer.scenario.libraries.library import Card

_LEAST_CARD, _GAP = 328, 18

Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """Cards in the order in which they show. ``played`` maps a scenario to its last run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: Sequence[Card] = ()
        self.played: Mapping[str, datetime] = {}
        self.card_size = QSize(1, 1)

    def show(self, cards: Sequence[Card], played: Mapping[str, datetime]) -> None:
        """Show these cards."""
        self.beginResetModel()
        self.cards, self.played = cards, played
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the cards."""
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give title, spoken text, or the card itself."""
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.SizeHintRole:
            return self.card_size
        if role == Qt.ItemDataRole.AccessibleTextRole:
            from trainer.ui.library.card_painter import spoken

            return spoken(card, self.played.get(card.id))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return card.summary
        return None


class _Pictures:
    """Pictures of cards, drawn one at a time when there is nothing else to do."""

    def __init__(self, view: CardGrid) -> None:
        self._view = view
        self._kept: dict[tuple[str, int, int, float], QPixmap] = {}
        self._wanted: dict[tuple[str, int, int, float], Card] = {}
        self._timer = QTimer(view)
        # A moment after the first paint, never before it.
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._draw_one)

    def of(self, card: Card, size: QSize) -> QPixmap | None:
        """Picture of a card, or None while it is still to be drawn."""
        own = card.backdrop is not None and "." in card.backdrop
        name = f"{card.path.parent}/{card.backdrop}" if own else card.backdrop or ""
        key = (name, size.width(), size.height(), self._view.devicePixelRatioF())
        found = self._kept.get(key)
        if found is None and key not in self._wanted:
            self._wanted[key] = card
            self._timer.start()
        return found

    def forget(self) -> None:
        """Draw anew: the size or the palette has changed."""
        self._kept.clear()

    def _draw_one(self) -> None:
        if not self._view.isVisible():
            self._wanted.clear()  # Painted again, they are asked for again.
        if not self._wanted:
            self._timer.stop()
            self._view.viewport_widget.update()
            return
        from trainer.ui.widgets.pictures.picture import render_backdrop

        # In the order in which they were asked for: from the top, as one reads.
        key = next(iter(self._wanted))
        card = self._wanted.pop(key)
        _name, width, height, ratio = key
        if len(self._kept) > 200:
            self._kept.clear()
        self._kept[key] = render_backdrop(
            card.backdrop, card.path.parent, QSize(width, height), ratio
        )
        self._view.viewport_widget.update()


class CardGrid(QListView):
    """Cards in as many columns as there is room for; as tall as all of them.

    It does not scroll: the page around it does. Arrows walk, Enter and Space open.

    Signals:
        opened(object): the ``Card`` that was chosen.
        part_wanted(object): a ``QRect`` of the grid that should be in view.

    """

    opened = Signal(object)
    part_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Scenarios"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A viewport of our own: asking Qt for its own makes PySide set up every kind of
        # widget there is, to find out which one it is (4 ms at start).
        self.viewport_widget = QWidget(self)
        self.setViewport(self.viewport_widget)
        self.viewport_widget.setMouseTracking(True)
        self._columns, self._wide, self._gap = 1, 1, 0
        self.pictures = _Pictures(self)
        self.cards = CardModel(self)
        self.setModel(self.cards)
        self.painter = CardPainter(self)
        self._hovered = -1
        self.clicked.connect(self._open)

    def show_cards(self, cards: Sequence[Card], played: Mapping[str, datetime]) -> None:
        """Show these cards, in this order."""
        self.cards.show(cards, played)
        if cards:
            self.setCurrentIndex(self.cards.index(0))
            self.clearSelection()
        self.fit()

    def restyled(self) -> None:
        """Take the new sizes and colours."""
        self.pictures.forget()
        self.fit()

    def fit(self) -> None:
        """Set columns and height for the width there is."""
        gap = theme.px(_GAP)
        parent = self.parentWidget()
        width = parent.width() if parent is not None else self.width()
        columns = max(1, (width + gap) // (theme.px(_LEAST_CARD) + gap))
        cell = (width + gap) // columns
        # One pixel less than the narrowest column, so that rounding never wraps a word anew.
        height = self.painter.height(cell - gap - 1, self.cards.cards, self.cards.played)
        self._columns, self._wide, self._gap = columns, width, gap
        # What can be pressed, and what a screen reader points at, is the whole card.
        self.cards.card_size = QSize(cell - gap, height)
        self.setGridSize(QSize(cell, height + gap))
        rows = -(-len(self.cards.cards) // columns)
        # Two pixels more than it fills, or the view would break the line before the last.
        self.setFixedSize(width + gap + 2, rows * (height + gap) + 1)

    def card_rect(self, number: int) -> QRect:
        """Place of a card without its gap; the last column ends exactly where the page does."""
        column, row = number % self._columns, number // self._columns
        gap, tall = self._gap, self.gridSize().height()
        left = round(column * (self._wide + gap) / self._columns)
        right = round((column + 1) * (self._wide + gap) / self._columns) - gap
        if self.isRightToLeft():
            left, right = self.width() - right, self.width() - left
        return QRect(left, row * tall, right - left, tall - gap)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Ask the page to scroll: the grid itself never does."""
        if self.hasFocus() and index.isValid():
            self.part_wanted.emit(self.card_rect(index.row()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards in view. No delegate: calling it for each item costs more."""
        painter = QPainter(self.viewport_widget)
        tall = max(1, self.gridSize().height())
        first = event.rect().top() // tall * self._columns
        behind = (event.rect().bottom() // tall + 1) * self._columns
        current = self.currentIndex().row() if self.hasFocus() else -1
        for number in range(max(0, first), min(behind, len(self.cards.cards))):
            card, box = self.cards.cards[number], self.card_rect(number)
            self.painter.paint(painter, box, card, self.cards.played.get(card.id))
            self.painter.paint_edge(
                painter, box, hovered=number == self._hovered, focused=number == current
            )
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the card under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Mark none."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.viewport_widget.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter and Space; leave what scrolls the page to the page."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(self.cards.cards[index.row()])


class CardPlace(QWidget):
    """Holds the grid: gives it a gap more than its width, so that the last column fits."""

    def __init__(self, grid: CardGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        grid.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the grid into the new width, and grow as tall as it."""
        if event.size().width() != event.oldSize().width():
            self.refit()

    def restyled(self) -> None:
        """Follow the grid."""
        self.refit()

    def refit(self) -> None:
        """Take the height of the grid; mirrored, the spare gap lies at the left."""
        self.grid.fit()
        spare = self.grid.width() - self.width()
        self.grid.move(-spare if self.isRightToLeft() else 0, 0)
        self.setFixedHeight(max(1, self.grid.height()))
