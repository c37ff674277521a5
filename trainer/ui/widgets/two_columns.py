"""Two columns that scroll each by itself, and become one where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

EDGE = 12
"""Room that each column leaves at the side where reading begins, for the mark of the focus."""

NARROW = 104
"""Width, in digits of the body's type, below which one column is left: near 900 px at 100 %."""


def is_narrow(widget: QWidget, digits: int = NARROW) -> bool:
    """Tell whether a widget is too narrow for its columns: for so many digits of our text."""
    return widget.width() < digits * QFontMetrics(theme.font()).horizontalAdvance("0")


class TwoColumns(QWidget):
    """``first`` beside ``second``; ``head`` stays in view above both, ``foot`` below the second.

    Reading order, and so Tab order, is head, first, second, foot, whether in one column, where
    all of it scrolls together, or in two. ``shares`` are the widths of the two, as parts.
    ``edge`` is what the columns leave free by themselves at the side where reading begins.

    Signals:
        arranged(bool): whether everything stands in one column now.
    """

    arranged = Signal(bool)

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        head: QWidget | None = None,
        foot: QWidget | None = None,
        shares: tuple[int, int] = (694, 514),
        edge: int = EDGE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first, self._second, self._head, self._foot = first, second, head, foot
        self._shares = shares
        self._one: bool | None = None
        whole = theme.lay(QVBoxLayout(self))
        self._top = QVBoxLayout()
        whole.addLayout(self._top)
        row = theme.lay(
            QHBoxLayout(),
            margins=(theme.PAGE_MARGIN - edge, 0, theme.PAGE_MARGIN, 0),
            spacing=24 - edge,
        )
        self._left, self._right = Scroller(self), Scroller(self)
        self._left_column = theme.lay(QVBoxLayout(self._left.content), margins=(0, 22, 0, 22))
        self._right_column = theme.lay(
            QVBoxLayout(self._right.content), margins=(0, 22, 0, 12), spacing=24
        )
        self._side = theme.lay(QVBoxLayout(), spacing=0)
        self._side.addWidget(self._right, 1)
        row.addWidget(self._left, shares[0])
        row.addLayout(self._side, shares[1])
        whole.addLayout(row, 1)
        self._row = row
        self._arrange(one=False)

    @property
    def is_one(self) -> bool:
        """Whether everything stands in one column."""
        return bool(self._one)

    def to_top(self) -> None:
        """Scroll both columns to their top."""
        for scroller in (self._left, self._right):
            scroller.verticalScrollBar().setValue(0)

    def show_top_of(self, widget: QWidget) -> None:
        """Scroll so that a widget stands at the top."""
        for scroller in (self._left, self._right):
            if scroller.content.isAncestorOf(widget):
                scroller.show_top_of(widget)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that a widget is in view."""
        for scroller in (self._left, self._right):
            if scroller.content.isAncestorOf(widget):
                scroller.show_widget(widget)

    def show_part(self, widget: QWidget, part: QRect) -> None:
        """Scroll so that a part of a widget is in view."""
        for scroller in (self._left, self._right):
            if scroller.content.isAncestorOf(widget):
                scroller.show_part(part.translated(widget.mapTo(scroller.content, QPoint(0, 0))))

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll whichever column is longer than its view, the first one first."""
        for scroller in (self._left, self._right):
            if scroller.verticalScrollBar().maximum() > 0 and scroller.scroll_by_key(event):
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one column or two."""
        self._rearrange()

    def restyled(self) -> None:
        """Choose anew: larger text needs more room."""
        self._rearrange()

    def _rearrange(self) -> None:
        one = is_narrow(self)
        if one != self._one:
            self._arrange(one=one)

    def _arrange(self, *, one: bool) -> None:
        self._one = one
        focus = QApplication.focusWidget()
        for column in (self._top, self._left_column, self._right_column, self._side):
            for widget in (self._head, self._first, self._second, self._foot):
                if widget is not None:
                    # Taking the item instead would leave it, and Qt tell its news to the old one.
                    column.removeWidget(widget)
            while column not in (self._top, self._side) and column.takeAt(0) is not None:
                pass
        above = 0 if one or self._head is None else 22
        theme.lay(self._top, margins=(theme.PAGE_MARGIN, above, theme.PAGE_MARGIN, 0))
        if self._head is not None:
            self._move(self._head, self._left_column if one else self._top)
            self._left_column.addSpacing(theme.px(20) if one else 0)
        self._move(self._first, self._left_column)
        growing = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        grows = self._first.sizePolicy().verticalPolicy() in growing
        if one:
            self._left_column.addSpacing(theme.px(20))
        elif not grows:
            self._left_column.addStretch(1)
        self._move(self._second, self._left_column if one else self._right_column)
        if self._foot is not None:
            self._move(self._foot, self._left_column if one else self._side)
        self._right.setVisible(not one)
        self._row.setStretch(1, 0 if one else self._shares[1])
        if focus is not None and self.isAncestorOf(focus):
            # Moving a widget to another parent takes the focus from it.
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.arranged.emit(one)

    @staticmethod
    def _move(widget: QWidget, column: QVBoxLayout) -> None:
        hidden = widget.isHidden() and widget.testAttribute(
            Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        )
        column.addWidget(widget)
        if not hidden:
            widget.show()
