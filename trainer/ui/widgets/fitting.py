"""What stands otherwise where there is less room for it.

How much there is changes with the size of a widget, and with that of the text: whoever makes the
text twice as large has half the room, in a window that stays as wide as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    _Widget = QWidget
else:
    _Widget = object  # The widget is what comes beside it: ``class Row(Fits, QWidget)``.


class Fits(_Widget):
    """Has a widget fit itself into its room, at first and whenever that is another."""

    def fit(self) -> None:
        """Stand as there is room."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look how much room there is."""
        super().resizeEvent(event)
        self.fit()

    def restyled(self) -> None:
        """Look again: larger text needs more."""
        self.fit()
