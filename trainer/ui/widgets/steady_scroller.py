"""A scrolling place where what is written in stays in view, whatever comes above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from trainer.ui import theme
from trainer.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class SteadyScroller(Scroller):
    """Keeps what has the focus in view when there is more or less above it than before.

    A check tells what it has found above the fields while one writes in them. Who scrolls away
    from the field, or asks for something else to show, is left there until the focus moves on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed: QWidget | None = None
        self.content.resized.connect(self._keep_in_view)
        self.bar.actionTriggered.connect(self.let_go)

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        super()._follow_focus(old, now)
        # A list that drops down is a window of its own, and is gone before the focus is back.
        self._followed = now if now is not None and self.content.isAncestorOf(now) else None

    def _keep_in_view(self) -> None:
        """Go where the field stands now; one that is too tall to show whole is left alone."""
        now = self._followed
        if now is None or now is not QApplication.focusWidget():
            return
        if self.content.isAncestorOf(now):
            part = self.place_of(now)
            if part.height() + 2 * theme.px(16) <= self.viewport().height():
                self.show_part(part)

    def let_go(self) -> None:
        """Leave what is in view to the person, or to who asks for something else to be."""
        self._followed = None

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that a widget is in view; of a tall one, its top."""
        followed = self._followed
        if followed is not None and followed is not widget and not widget.isAncestorOf(followed):
            self.let_go()
        super().show_widget(widget)

    def show_top_of(self, widget: QWidget) -> None:
        """Scroll so that a widget stands at the top."""
        self.let_go()
        super().show_top_of(widget)

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll for Page Up, Page Down, Home, End; False for any other key."""
        scrolled = super().scroll_by_key(event)
        if scrolled:
            self.let_go()
        return scrolled
