"""Two answers of the same size: neither is the one that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from trainer.ui import theme
from trainer.ui.widgets.fitting import Fits

if TYPE_CHECKING:
    from trainer.ui.widgets.buttons import Button

_BETWEEN = 10


class Pair(Fits, QWidget):
    """Two buttons side by side, as wide as one another; below each other where it is narrow.

    ``least`` is the width (unscaled) that both have at least.
    """

    def __init__(
        self, first: Button, second: Button, parent: QWidget | None = None, *, least: int = 200
    ) -> None:
        super().__init__(parent)
        self._buttons, self._least = (first, second), least
        self._row = theme.lay(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), spacing=_BETWEEN)
        for button in self._buttons:
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row.addStretch(1)
        self.fit()

    def _each(self) -> int:
        return max(theme.px(self._least), *(one.sizeHint().width() for one in self._buttons))

    def sizeHint(self) -> QSize:
        """Both on one line."""
        return QSize(2 * self._each() + theme.px(_BETWEEN), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Below each other, as narrow as the longest word."""
        narrow = max(one.minimumSizeHint().width() for one in self._buttons)
        return QSize(narrow, super().minimumSizeHint().height())

    def fit(self) -> None:
        """Stand below each other where side by side there is no room."""
        each = self._each()
        stacked = self.width() < 2 * each + theme.px(_BETWEEN)
        theme.turn(self._row, beside=not stacked)
        for button in self._buttons:
            button.setFixedWidth(min(each, max(self.width(), button.minimumSizeHint().width())))
