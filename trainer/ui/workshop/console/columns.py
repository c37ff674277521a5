"""Where the console's parts stand: three columns, or one with tabs where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import focusable
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.two_columns import is_narrow
from trainer.ui.workshop.console.pieces import Toggle

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from trainer.ui.workshop.console.pinned import Pinned

NARROW = 94
"""Width, in digits of the body's type, below which there is one column: near 930 px at 100 %."""


ROOMY = 470
"""Height of the columns, at 100 %, from which on what is pinned leaves room for what scrolls."""
_ABOVE = 6
"""Pixels above what is brought into view."""


class _Surface(QWidget):
    """A card that fills its column."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        palette = theme.colours()
        paint_surface(QPainter(self), QRectF(self.rect()), fill=palette.card, border=palette.line)


class Columns(QWidget):
    """``run``, ``middle``, and panels behind tabs, with ``foot`` below them.

    Tabs, and what is ``pinned`` to the panel in front, stay in view while the panel scrolls; where
    there is little height, only the tabs do, so that no list is squeezed to a line.
    In one column the first two become tabs as well, and all of it scrolls together.

    Signals:
        turned(str): another tab is in front.
        arranged(bool): whether there is one column now.
        sized(int): the height of the columns; 0 where there is one, which scrolls.
    """

    turned = Signal(str)
    arranged = Signal(bool)
    sized = Signal(int)

    def __init__(
        self,
        run: QWidget,
        middle: QWidget,
        panels: dict[str, QWidget],
        foot: QWidget,
        pinned: dict[str, Pinned],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._run, self._middle, self._panels, self._foot = run, middle, panels, foot
        self._pinned = pinned
        self._one: bool | None = None
        self._apart: bool | None = None
        self._over: QWidget | None = None
        self._under: QWidget | None = None
        self.at = "vote"
        self._scrollers: list[Scroller] = []
        self._brought: QWidget | None = None
        self._scrolled_to = 0
        self._row = theme.lay(QHBoxLayout(self), margins=(20, 12, 20, 12), spacing=16)
        self._left, _whole, self._left_inside = self._column(surface=True)
        self._centre, _whole, self._centre_inside = self._column(surface=False)
        self._right, self._right_whole, self._right_inside = self._column(surface=True)
        self._row.addWidget(self._left, 250)
        self._row.addWidget(self._centre, 558)
        self._row.addWidget(self._right, 400)
        self._scrollers[-1].content.resized.connect(self._scroll)
        self._make_tabs()
        self._arrange(one=False, apart=True)

    def _column(self, *, surface: bool) -> tuple[QWidget, QVBoxLayout, QVBoxLayout]:
        place: QWidget = _Surface(self) if surface else QWidget(self)
        air = 1 if surface else 0
        whole = theme.lay(QVBoxLayout(place), margins=(air, air, air, air))
        scroller = Scroller(place)
        self._scrollers.append(scroller)
        whole.addWidget(scroller, 1)
        inside = theme.lay(QVBoxLayout(scroller.content))
        return place, whole, inside

    def _make_tabs(self) -> None:
        self._tabs = QWidget(self)
        self._tabs.setAccessibleName(_("Parts of the console"))
        flow = self._tab_flow = FlowLayout(self._tabs, spacing=6, line_spacing=6)
        self.tabs: dict[str, Toggle] = {}
        for name in ("now", "run", *self._panels):
            tab = Toggle("", self._tabs)
            tab.pad_x, tab.pad_y = 10, 6
            theme.set_role(tab, theme.Role.NOTE_STRONG)
            tab.setProperty("tab", name)
            tab.clicked.connect(self._pressed)
            flow.addWidget(tab)
            self.tabs[name] = tab

    def name_tab(self, name: str, words: str) -> None:
        """Say what a tab is called now."""
        if words != self.tabs[name].words():
            self.tabs[name].set_words(words)

    @property
    def is_one(self) -> bool:
        """Whether there is one column."""
        return bool(self._one)

    def turn_to(self, name: str) -> None:
        """Bring a tab to the front; in three columns the first two stand there anyway."""
        if not self._one and name in ("now", "run"):
            return
        self.at = name
        self._brought = None
        self._show_tab()
        self.turned.emit(name)

    def _pressed(self) -> None:
        self.turn_to(str(self.sender().property("tab")))

    def _show_tab(self) -> None:
        shown = {"now": self._middle, "run": self._run, **self._panels}
        for name, widget in shown.items():
            here = name == self.at
            if self._one or name in self._panels:
                widget.setVisible(here)
            self.tabs[name].show_on(here)
            if name in self._pinned:
                self._pinned[name].show_front(here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one column or three."""
        super().resizeEvent(event)
        self._rearrange()
        margins = self._row.contentsMargins()
        inside = self.height() - margins.top() - margins.bottom()
        self.sized.emit(0 if self._one else inside)

    def restyled(self) -> None:
        """Choose anew: larger text needs more room."""
        self._rearrange()

    def _rearrange(self) -> None:
        one = is_narrow(self, NARROW)
        apart = not one and self.height() >= theme.px(ROOMY)
        if (one, apart) != (self._one, self._apart):
            self._arrange(one=one, apart=apart)

    def _arrange(self, *, one: bool, apart: bool) -> None:
        self._one, self._apart = one, apart
        focus = QApplication.focusWidget()
        # What is only taken out stays known to Qt, which then never asks for its height again.
        every = (self._left_inside, self._centre_inside, self._right_inside, self._right_whole)
        for inside in every:
            for widget in (
                self._over, self._tabs, self._run, self._middle, *self._panels.values(),
                *self._pinned.values(), self._under, self._foot,
            ):  # fmt: skip
                if widget is not None:
                    inside.removeWidget(widget)
        for inside in every[:-1]:
            while inside.takeAt(0) is not None:
                pass
        theme.lay(self._right_inside, margins=(16, 14 if one else 8, 16, 14), spacing=12)
        self._pin(one=one, apart=apart)
        (self._right_inside if one else self._left_inside).addWidget(self._run)
        (self._right_inside if one else self._centre_inside).addWidget(self._middle)
        for name, panel in self._panels.items():
            self._right_inside.addWidget(panel)
            if not apart and name in self._pinned:
                self._right_inside.addWidget(self._pinned[name])
        self._right_inside.addStretch(1)
        self._right_inside.addWidget(self._foot)
        for name in ("now", "run"):
            self.tabs[name].setVisible(one)
        self._left.setVisible(not one)
        self._centre.setVisible(not one)
        self._run.show()
        self._middle.show()
        if not one and self.at in ("now", "run"):
            self.at = "vote"
        elif one and self.at == "vote":
            self.at = "now"
        self._show_tab()
        if focus is not None and self.isAncestorOf(focus):
            # Moving a widget to another parent takes the focus from it.
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

        self.arranged.emit(one)

    def _pin(self, *, one: bool, apart: bool) -> None:
        """Put above and below what scrolls what stays in view; in one column nothing does."""
        if one:
            self._right_inside.addWidget(self._tabs)
        else:
            self._right_whole.insertWidget(0, self._tabs)
        air = (0, 0, 0, 4) if one else (15, 13, 15, 4)
        theme.lay(self._tab_flow, margins=air, spacing=6)
        # Moved, they would show only with the next turn of the loop, or not at all.
        self._tabs.show()
        for pinned in self._pinned.values():
            pinned.set_apart(apart)
            if apart:
                self._right_whole.addWidget(pinned)

    def hold(self, over: QWidget, under: QWidget) -> None:
        """Take what stands above and below everything into the one column, to scroll with it."""
        self._over, self._under = over, under
        self._right_inside.insertWidget(0, over)
        self._right_inside.insertWidget(self._right_inside.count() - 1, under)

    def let_go(self) -> None:
        """Leave to others what stands above and below everything."""
        self._over = self._under = None

    def bring(self, name: str, widget: QWidget) -> None:
        """Where there is one column, turn to a part, with what is in it at the top of the view."""
        if not self._one:
            return
        self.turn_to(name)
        self._brought, self._scrolled_to = widget, self._scrollers[-1].bar.value()
        QTimer.singleShot(0, self._scroll)

    def _scroll(self) -> None:
        """Scroll there, and again as it gets its height, until somebody scrolls elsewhere."""
        scroller = self._scrollers[-1]
        if self._brought is None or not self._brought.isVisibleTo(scroller.content):
            return
        if scroller.bar.value() != self._scrolled_to:
            self._brought = None
            return
        top = self._brought.mapTo(scroller.content, QPoint(0, 0)).y()
        scroller.bar.setValue(top - theme.px(_ABOVE))
        self._scrolled_to = scroller.bar.value()

    def to_top(self) -> None:
        """Scroll the one column to its top, where what is urgent stands."""
        if self._one:
            self._scrollers[-1].bar.setValue(0)

    def parts(self) -> list[QWidget]:
        """Give what Tab goes through, in reading order."""
        if self._one:
            return [self._right]
        return [self._left, self._centre, self._right]

    def focus_first(self, name: str) -> None:
        """Put the keyboard on the first thing of a part that shows."""
        shown = {"now": self._middle, "run": self._run, **self._panels}
        for widget in focusable(shown[name]):
            if widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
