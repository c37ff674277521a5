"""A figure on the screen. Its name and its content in words are what a screen reader says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui import theme
from trainer.ui.charts.figure import on_screen
from trainer.ui.widgets.card import paint_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.ui.charts.figure import Figure, Ink

_AIR = 4
"""Room around the figure for the ring of the focus."""


def _air() -> int:
    return theme.px(_AIR)


class View(QWidget):
    """Shows a figure; Tab stops at it, so that what it says can be heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self._heights: dict[int, int] = {}
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def figure(self) -> Figure | None:
        """What is shown."""
        return self._figure

    def show_figure(self, figure: Figure) -> None:
        """Show another figure."""
        self._figure = figure
        self._heights.clear()
        self.setAccessibleName(figure.name)
        self.setAccessibleDescription("\n".join(figure.told))
        self.updateGeometry()
        self.update()

    def restyled(self) -> None:
        """Measure anew at another text size."""
        self._heights.clear()

    def _ink(self) -> Ink:
        return on_screen(mirrored=self.isRightToLeft())

    def hasHeightForWidth(self) -> bool:
        """The height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the figure at a width."""
        if self._figure is None:
            return 0
        # Layouts ask very often.
        known = self._heights.get(width)
        if known is None:
            tall = self._figure.height(width - 2 * _air(), self._ink()) + 2 * _air()
            known = self._heights[width] = round(tall + 0.5)
        return known

    def sizeHint(self) -> QSize:
        """As wide as it is, and as high as the figure is then."""
        width = self.width() or theme.px(360)
        return QSize(theme.px(360), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the figure can be drawn."""
        least = self._figure.least(self._ink()) if self._figure is not None else 0
        return QSize(round(least) + 2 * _air(), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figure, and the ring while the keyboard is on it."""
        if self._figure is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_air(), _air(), -_air(), -_air())
        self._figure.draw(painter, box, self._ink())
        if self.hasFocus():
            paint_ring(painter, self.rect())
