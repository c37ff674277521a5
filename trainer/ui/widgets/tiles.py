"""A layout that sets equal tiles in columns, each line as tall as its tallest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from trainer.ui import theme
from trainer.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Tiles(FlowLayout):
    """As many columns as fit with ``least`` pixels (unscaled) each; one where nothing does."""

    def __init__(
        self, parent: QWidget | None = None, *, least: int = 328, spacing: int = 18
    ) -> None:
        super().__init__(parent, spacing=spacing, line_spacing=spacing, top=True)
        self._least = least

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width."""
        boxes = self._boxes(width)
        return max((box.bottom() + 1 for box in boxes), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Set the tiles into a rectangle, from where reading begins."""
        super(FlowLayout, self).setGeometry(rect)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for widget, box in zip(self._shown(), self._boxes(rect.width()), strict=True):
            if mirrored:
                box.moveRight(rect.width() - 1 - box.left())
            widget.setGeometry(box.translated(rect.topLeft()))

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self.widgets() if not widget.isHidden()]

    def _boxes(self, width: int) -> list[QRect]:
        """Places of the tiles, as if reading went left to right."""
        gap, shown = self.spacing(), self._shown()
        columns = max(1, (width + gap) // (theme.px(self._least) + gap))
        boxes: list[QRect] = []
        top = 0
        for first in range(0, len(shown), columns):
            line = shown[first : first + columns]
            edges = [round(at * (width + gap) / columns) for at in range(columns + 1)]
            widths = [edges[at + 1] - gap - edges[at] for at in range(columns)]
            tall = max(tile.heightForWidth(wide) for tile, wide in zip(line, widths, strict=False))
            boxes += [QRect(edges[at], top, widths[at], tall) for at in range(len(line))]
            top += tall + gap
        return boxes
