"""Showing what a page lists anew: what it showed goes, and what there is now comes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.tiles import Tiles
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable

USUAL = 328
"""Least width of a tile, unscaled."""


def renewed(
    column: QVBoxLayout, before: QWidget | None, parts: Iterable[QWidget], *, spacing: int = 22
) -> QWidget:
    """Put parts, one below the other, where ``before`` was; give what holds them.

    ``column`` is the page's own; ``parts`` are made when what was there has gone.
    """
    take_out(column, before)
    inside = QWidget(column.parentWidget())
    inner = theme.lay(QVBoxLayout(inside), spacing=spacing)
    for part in parts:
        inner.addWidget(part)
    inner.addStretch()
    column.addWidget(inside, 1)
    # At once: while the page is in view, the layout would show it only later.
    inside.show()
    return inside


class TileSection(QWidget):
    """A heading, with something beside it if need be, over tiles in columns."""

    def __init__(
        self,
        heading: str,
        tiles: Iterable[QWidget],
        parent: QWidget | None = None,
        *,
        least: int = USUAL,
        beside: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.column = theme.lay(QVBoxLayout(self), spacing=14)
        head = theme.lay(QHBoxLayout(), spacing=12)
        head.addWidget(Heading(heading, self), 1)
        if beside is not None:
            head.addWidget(beside)
        self.column.addLayout(head)
        place = QWidget(self)
        layout = Tiles(place, least=least)
        for tile in tiles:
            layout.addWidget(tile)
        self.column.addWidget(place)
