"""What stands around the page in view: rail, bar, and the notices below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets.bars.notice_bar import NoticeBar
from trainer.ui.widgets.bars.search_button import SearchButton
from trainer.ui.widgets.bars.top_bar import TopBar
from trainer.ui.widgets.focus_order import chain
from trainer.ui.window.page_stack import PageStack
from trainer.ui.window.rail import Rail

if TYPE_CHECKING:
    from trainer.ui.context import Context
    from trainer.ui.page import Page

COMPACT_BELOW = 900
"""Widths (at 100 %) below which the rail lies along the foot."""


class Frame(QWidget):
    """Rail and bar around the pages; made anew for another language, with all that is in it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.rail = Rail(self)
        self.bar = TopBar(context, self, show_keys=True, of_shell=True)
        self.search = SearchButton(_("Search"), keys=_("Ctrl K"))
        self.bar.add_right(self.search)
        self.notices = NoticeBar(self)
        self._stack = PageStack()
        self._beside: dict[Page, list[QWidget]] = {}
        self._compact: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self.bar, 0, 1)
        self._grid.addLayout(self._stack, 1, 1)
        self._grid.addWidget(self.notices, 2, 1)
        self._grid.setRowStretch(1, 1)
        self._grid.setColumnStretch(1, 1)

    def add(self, page: Page) -> None:
        """Take a page in, with what it puts into the bar."""
        self._stack.addWidget(page)
        beside = self._beside[page] = page.bar_widgets()
        for widget in beside:
            self.bar.add_left(widget)
        back = page.way_back()
        if back is not None:
            self.bar.add_left(back, before_title=True)
            beside.append(back)

    def let_go(self, page: Page) -> None:
        """Let go of a page that is not in view."""
        for widget in self._beside.pop(page):
            widget.deleteLater()
        self._stack.removeWidget(page)
        page.deleteLater()

    def bring_up(self, page: Page) -> None:
        """Have a page in view, whatever stands around it."""
        self._stack.setCurrentWidget(page)

    def show_page(self, page: Page) -> None:
        """Have a page in view, and around it what belongs to it."""
        self._stack.setCurrentWidget(page)
        self.rail.show_page(page.name)
        self.rail.setVisible(not page.immersive)
        self.bar.setVisible(not page.immersive)
        for one, widgets in self._beside.items():
            for widget in widgets:
                widget.setVisible(one is page)
        self.bar.set_title(page.title())

    def order(self, page: Page) -> None:
        """Have Tab go as the eye does."""
        page.order_tabs()
        self.bar.order_tabs()
        parts: list[QWidget] = [self.bar, *page.in_reading_order(), self.notices]
        chain(*([*parts, self.rail] if self._compact else [self.rail, *parts]))

    def arrange(self, width: int) -> bool:
        """Have the rail at the side, or at the foot of a narrow window; tell whether it moved."""
        # Beside a large text the rail would take what the page needs.
        compact = width < theme.px(COMPACT_BELOW)
        if compact == self._compact:
            return False
        self._compact = compact
        self.rail.set_compact(compact)
        self._grid.removeWidget(self.rail)
        self._grid.addWidget(self.rail, *((3, 0, 1, 2) if compact else (0, 0, 3, 1)))
        return True
