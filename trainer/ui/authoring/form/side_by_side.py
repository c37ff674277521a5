"""Two fields in one line, where there is room for both; else one below the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QSizePolicy, QWidget

from trainer.ui import theme
from trainer.ui.widgets.fitting import Fits

_LEAST: Final = 280
"""Width from which two stand beside each other, at 100 %."""


class SideBySide(Fits, QWidget):
    """Two widgets of one width."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        direction = QBoxLayout.Direction
        self._row = theme.lay(QBoxLayout(direction.LeftToRight, self), spacing=10)
        for one in (first, second):
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            one.setSizePolicy(policy)
            # Labels of a pair stand level, whatever is below them.
            self._row.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)

    def event(self, event: QEvent) -> bool:
        """Choose anew when what can be picked has other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def fit(self) -> None:
        """Choose one line or two."""
        each = (self.width() - self._row.spacing()) // 2
        needed = max((one.sizeHint().width() for one in self.findChildren(QComboBox)), default=0)
        wide = self.width() >= theme.px(_LEAST) and each >= min(needed, theme.px(_LEAST))
        theme.turn(self._row, beside=wide)
