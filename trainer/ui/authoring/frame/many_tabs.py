"""Whoever goes through a long form by Tab alone is told once of the key for the next part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from trainer.language import _

if TYPE_CHECKING:
    from trainer.ui.authoring.page import AuthorPage

MANY: Final = 18
"""Tabs in a row, with nothing done between them, after which it is told."""

_TABS: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_HELD: Final = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class ManyTabs(QObject):
    """Counts them; the first other key begins anew."""

    def __init__(self, page: AuthorPage) -> None:
        super().__init__(page)
        self._page = page
        self._count = 0
        page.keys.pressed.connect(self._pressed)

    def _pressed(self, key: int) -> None:
        if key in _HELD:
            return
        self._count = self._count + 1 if key in _TABS else 0
        if key == Qt.Key.Key_F6 or self._count >= MANY:
            self._page.keys.pressed.disconnect(self._pressed)  # Once is enough.
        if self._count >= MANY:
            self._page.bench.say(
                _("F6 goes to the next part of the page, Shift F6 to the one before."), passing=True
            )
