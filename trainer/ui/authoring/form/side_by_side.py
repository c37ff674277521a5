"""Two fields in one line, where there is room for both; else one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from trainer.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST: Final = 280
"""Width from which two stand beside each other, at 100 %."""


class SideBySide(QWidget):
    """Two widgets of one width."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        direction = QBoxLayout.Direction
        self._row = theme.lay(QBoxLayout(direction.LeftToRight, self), spacing=10)
        for one in (first, second):
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            one.setSizePolicy(policy)
            self._row.addWidget(one, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one line or two."""
        super().resizeEvent(event)
        self._arrange()

    def restyled(self) -> None:
        """Choose anew: larger text needs more room."""
        self._arrange()

    def _arrange(self) -> None:
        direction = QBoxLayout.Direction
        wide = self.width() >= theme.px(_LEAST)
        wanted = direction.LeftToRight if wide else direction.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
