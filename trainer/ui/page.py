"""What a page is: the protocol between the shell and what it shows.

A new page is one class and one line in ``trainer.ui.pages.PLACES``::

    class PastRunsPage(Page):
        name = "past-runs"

        def __init__(self, context: Context, parent: QWidget | None = None) -> None:
            super().__init__(context, parent)
            column = self.scrolled()        # a scrolling column, in the page's margins
            column.addWidget(Heading(_("Past runs")))

        def open(self, **what: Any) -> None: ...          # called each time it is opened

The shell makes a page when it is first opened and keeps it. It is asked for with
``context.open_page("practice", scenario="bus-shouting")``; those words arrive in :meth:`Page.open`.

*Keys.* Esc, Ctrl K, F1, Ctrl + and Ctrl - belong to the shell. A page handles digits, Enter and
Backspace in ``keyPressEvent`` (what a focused widget does not use arrives there) and lists
them in :meth:`Page.key_help`. Page Up, Page Down, Home and End scroll by themselves.

*Immersive* pages (practice) have the whole window: no rail, no bar of the shell. They put a
:class:`trainer.ui.widgets.bars.top_bar.TopBar` at their top, which brings "Leave quickly".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from trainer.ui.building import Building
    from trainer.ui.context import Context

KeyHelp = list[tuple[str, str]]
"""Pairs of a key as printed on it ("Enter", "1 to 6") and what it does, one short sentence."""


class Page(QWidget):
    """One page of the window.

    Signals:
        title_changed(): :meth:`title` says something else now.
    """

    title_changed = Signal()

    name: ClassVar[str]
    """Name under which it is opened."""

    immersive: ClassVar[bool] = False
    """Whether it has the whole window, with a bar of its own."""

    escape_leaves: ClassVar[bool] = True
    """Whether Esc twice leaves quickly here. Clickers send Esc: a workshop does not heed it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.scroller: Scroller | None = None
        self.building: Building | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @classmethod
    def ahead_of_time(cls, context: Context, holder: QWidget) -> Page | None:
        """Begin to make one that may be asked for soon; None if it is made at once anyway.

        It goes on building itself in later turns of the loop, as a hidden part of ``holder``.
        """
        del context, holder
        return None

    def finish(self) -> bool:
        """Build what of it is still to be built ahead of time; tell whether it is whole."""
        return self.building is None or self.building.finish()

    def title(self) -> str:
        """Words in the bar at the top, and in the window's title."""
        raise NotImplementedError

    def open(self, **what: Any) -> None:
        """Show what was asked for; called each time, before :meth:`shown`."""

    def shown(self) -> None:
        """Take note that the page is in view now."""

    def left(self) -> None:
        """Take note that another page, or the neutral page, has come in front.

        Stop what sounds or moves, and keep what is not kept yet.
        """

    def in_reading_order(self) -> list[QWidget]:
        """Give what is on the page as it is read, where its layouts do not tell."""
        return [self]

    def order_tabs(self) -> None:
        """Have Tab go in reading order inside the page, where widgets were made in another.

        The shell asks for it after opening the page, but on the first start only after the
        first paint; a page that changes what it holds calls it by itself.
        """

    def order_by(self, order: Callable[[], object]) -> None:
        """Have Tab put in order here and around the page, at once or before Tab is pressed."""
        order()

    def key_help(self) -> KeyHelp:
        """List the keys of this page, for F1."""
        return []

    def good_to_know(self) -> list[tuple[str, str]]:
        """Answer what one may ask here, for F1: pairs of a question and what is so."""
        return []

    def bar_widgets(self) -> list[QWidget]:
        """Give widgets for the shell's bar, between the title and the search; asked once."""
        return []

    def way_back(self) -> QWidget | None:
        """Give a button for the shell's bar, before the title; asked once."""
        return None

    def scrolled(
        self, *, margins: tuple[int, int, int, int] | None = None, top: QWidget | None = None
    ) -> QVBoxLayout:
        """Fill the page with a scrolling column and give its layout (call it once).

        ``top`` stays above it and does not scroll: the bar of an immersive page.
        """
        around = margins or (theme.PAGE_MARGIN, 22, theme.PAGE_MARGIN, theme.PAGE_MARGIN)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if top is not None:
            whole.addWidget(top)
        self.scroller = Scroller(self)
        whole.addWidget(self.scroller, 1)
        return theme.lay(QVBoxLayout(self.scroller.content), margins=around, spacing=theme.GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys for it, whatever has the focus."""
        if self.scroller is None or not self.scroller.scroll_by_key(event):
            super().keyPressEvent(event)
