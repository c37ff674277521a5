"""The pages one above the other, of which one is in view."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedLayout


class PageStack(QStackedLayout):
    """Needs the room that the page in view needs; Qt's own asks for the largest of them all.

    In a small window with large text that would take from the bar what a page needs that
    nobody sees.
    """

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.invalidate)

    def minimumSize(self) -> QSize:
        """Least room of the page in view."""
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page else QSize()

    def sizeHint(self) -> QSize:
        """Usual room of the page in view."""
        page = self.currentWidget()
        return page.sizeHint() if page else QSize()

    def hasHeightForWidth(self) -> bool:
        """A page scrolls: it makes do with any height."""
        return False
