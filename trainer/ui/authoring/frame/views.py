"""How the scenes show, as one button where the tabs for it would take a line of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from trainer.language import _
from trainer.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.frame.tabs import Tabs


class ViewsButton(QuietButton):
    """Says which of the tabs is chosen; its menu chooses another."""

    pad_y = 7

    def __init__(self, tabs: Tabs, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="chevron-down")
        self._tabs = tabs
        self.setAccessibleDescription(_("Opens a menu"))
        self.clicked.connect(self.open_menu)
        tabs.currentChanged.connect(self.tell)
        self.tell()
        self.hide()

    def tell(self) -> None:
        """Say what is chosen."""
        words = self._tabs.words(self._tabs.currentIndex())
        self.set_words(words)
        known = {"name": self._tabs.accessibleName(), "chosen": words}
        self.setAccessibleName(_("%(name)s: %(chosen)s") % known)

    def open_menu(self) -> None:
        """Offer the tabs that there are."""
        from trainer.ui.widgets.menu import Menu

        tabs = self._tabs
        menu = Menu(tabs.accessibleName(), self)
        group = QActionGroup(menu)
        for index in range(tabs.count()):
            if tabs.isTabVisible(index):
                act = menu.add(tabs.words(index), checked=index == tabs.currentIndex())
                act.setData(index)
                group.addAction(act)
        group.triggered.connect(self._chosen)
        menu.drop(self)

    def _chosen(self, act: QAction) -> None:
        self._tabs.setCurrentIndex(act.data())
