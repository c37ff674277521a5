"""A list, and beside it what was chosen from it; where the window is narrow, one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.widgets.scroll_bar import WIDE
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.two_columns import EDGE, is_narrow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

_WIDEST = 880
"""Width of the one beyond which lines get too long to read."""


class ListAndOne(QWidget):
    """``listed`` beside ``one``; ``foot`` stays in view below the one.

    Where it is narrow only one of the two shows, and the foot scrolls with it: the list
    until :meth:`show_one`, and again after :meth:`show_list`. The one leaves ``EDGE`` free
    at the side where reading begins, for the mark of the focus. ``above`` stands above the
    one and does not scroll, where both show.

    Signals:
        scrolled(): the one was scrolled.
    """

    scrolled = Signal()

    def __init__(
        self,
        listed: QWidget,
        one: QWidget,
        foot: QWidget,
        *,
        above: QWidget | None = None,
        shares: tuple[int, int] = (340, 850),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._one, self._foot, self._shares = one, foot, shares
        self._above = above
        self._is_narrow: bool | None = None
        self._list_wanted = True
        self._row = theme.lay(
            QHBoxLayout(self),
            margins=(theme.PAGE_MARGIN, 0, theme.PAGE_MARGIN, 0),
            spacing=24 - EDGE,
        )
        self._left, self._right = Scroller(self), Scroller(self)
        left = theme.lay(QVBoxLayout(self._left.content), margins=(0, 22, 0, 22))
        left.addWidget(listed)
        left.addStretch(1)
        column = theme.lay(QVBoxLayout(self._right.content), margins=(0, 22, 0, 16), spacing=16)
        column.addWidget(one)
        self._foot_column = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0))
        column.addLayout(self._foot_column)
        column.addStretch(1)
        side = theme.lay(QVBoxLayout(), spacing=0)
        if above is not None:
            # As wide as what scrolls below it, beside which the bar stands.
            beside_bar = theme.lay(QVBoxLayout(), margins=(0, 0, WIDE, 0))
            beside_bar.addWidget(above)
            side.addLayout(beside_bar)
        side.addWidget(self._right, 1)
        self._right.bar.valueChanged.connect(self.scrolled)
        self._below = QWidget(self)
        theme.lay(QVBoxLayout(self._below), margins=(EDGE, 8, 0, 22))
        side.addWidget(self._below)
        self._row.addWidget(self._left, shares[0])
        self._row.addLayout(side, shares[1])
        self.restyled()

    @property
    def is_narrow(self) -> bool:
        """Whether only one of the two shows."""
        return bool(self._is_narrow)

    def show_list(self) -> None:
        """Where it is narrow, show the list."""
        self._show(list_wanted=True)

    def show_one(self) -> None:
        """Where it is narrow, show what was chosen."""
        self._show(list_wanted=False)

    def to_top(self) -> None:
        """Scroll the one to its top."""
        self._right.bar.setValue(0)

    def show_top_of(self, widget: QWidget) -> None:
        """Scroll so that a part of the one stands at the top."""
        self._right.show_top_of(widget)

    def is_above(self, widget: QWidget) -> bool:
        """Whether a part of the one has been scrolled away at the top."""
        end = widget.mapTo(self._right.content, QPoint(0, widget.height())).y()
        return widget.isVisible() and end <= self._right.bar.value()

    def room(self) -> tuple[int, int]:
        """Width and height of what shows of the one, with what stands above it."""
        return self._right.width(), self.height()

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll whichever is longer than its view, the one before the list."""
        for scroller in (self._right, self._left):
            if scroller.isVisible() and scroller.bar.maximum() and scroller.scroll_by_key(event):
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def restyled(self) -> None:
        """Larger text needs more room."""
        for part in (self._one, self._foot, self._above):
            if part is not None:
                part.setMaximumWidth(theme.px(_WIDEST))
        self._arrange()

    def _arrange(self) -> None:
        narrow = is_narrow(self)
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        focus = QApplication.focusWidget()
        hidden = self._foot.isHidden()
        below = self._below.layout()
        self._foot_column.removeWidget(self._foot)
        if below is not None:
            below.removeWidget(self._foot)
        if narrow or below is None:
            self._foot_column.addWidget(self._foot)
        else:
            below.addWidget(self._foot)
        self._below.setVisible(not narrow)
        self._foot.setVisible(not hidden)
        self._show(list_wanted=self._list_wanted)
        if focus is not None and self._foot.isAncestorOf(focus):
            focus.setFocus()

    def _show(self, *, list_wanted: bool) -> None:
        self._list_wanted = list_wanted
        both = not self._is_narrow
        self._left.setVisible(list_wanted or both)
        self._right.setVisible(both or not list_wanted)
        for index, share in enumerate(self._shares):
            # What is hidden would keep its share.
            self._row.setStretch(index, share if both or list_wanted == (index == 0) else 0)
