"""Lines that are too long for the window go on below where their words begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

_MOST = 0.4
"""Part of the width that may be left free at the left."""


def hang(block: QTextBlock, column: int) -> bool:
    """Let the second row of a line, and those after it, begin at a column; tell whether it does."""
    layout = block.layout()
    if layout.lineCount() < 2:
        return False
    first = layout.lineAt(0)
    margin, wide = first.x(), first.width()
    place: Any = layout.lineAt(0).cursorToX(column)
    begins = place[0] - margin
    free = min(begins, wide * _MOST)
    if abs(layout.lineAt(1).x() - margin - free) < 0.5:
        return True
    top = 0.0
    layout.beginLayout()
    count = 0
    while (row := layout.createLine()).isValid():
        left = free if count else 0.0
        row.setLineWidth(wide - left)
        row.setPosition(QPointF(margin + left, top))
        top += row.height()
        count += 1
    layout.endLayout()
    block.setLineCount(count)
    return True
