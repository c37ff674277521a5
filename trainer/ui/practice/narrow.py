"""What a page's bar leaves out where it would take the room of the scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from trainer.ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.widgets.bars.top_bar import TopBar

_ROOMY = 70
"""Width, in digits of the body's type, from which a bar has room for a title."""

_SHORT = 90
_ONE_LINE = theme.BAR_HEIGHT * 3 // 2
"""Height above which a bar has broken into lines, which a title is not worth."""


def fit_bar(bar: TopBar, segments: QWidget | None = None) -> None:
    """Leave the title to the window's own bar, and shorten the segments, where it is narrow."""
    roomy = bar.width() >= _ROOMY * QFontMetrics(theme.font()).horizontalAdvance("0")
    bar.title.setVisible(roomy)
    if segments is not None:
        segments.setMaximumWidth(theme.ANY_SIZE if roomy else theme.px(_SHORT))
    if roomy and bar.heightForWidth(bar.width()) > theme.px(_ONE_LINE):
        bar.title.hide()
