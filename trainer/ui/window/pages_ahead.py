"""Pages that may be asked for soon are made ready while nobody waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6

from trainer.ui import pages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.ui.page import Page


class PagesAhead:
    """Has pages that nobody has seen yet; they build themselves, out of view, in ``holder``."""

    def __init__(self, context: Context, holder: QWidget) -> None:
        self._context, self._holder = context, holder
        self._pages: dict[str, Page] = {}

    def begin(self, name: str) -> None:
        """Have a page made ready, unless that was begun."""
        if name not in self._pages:
            made = pages.page_class(name).ahead_of_time(self._context, self._holder)
            if made is not None:
                self._pages[name] = made

    def take(self, name: str) -> Page | None:
        """Give a page that was begun, whole now; None if it was not, or could not be made."""
        page = self._pages.pop(name, None)
        if page is None or not page.finish():
            self._let_go(page)
            return None
        return page

    def drop(self) -> None:
        """Let go of all of them: they stand on what is gone."""
        while self._pages:
            self._let_go(self._pages.popitem()[1])

    @staticmethod
    def _let_go(page: Page | None) -> None:
        if page is not None and shiboken6.isValid(page):
            page.deleteLater()
