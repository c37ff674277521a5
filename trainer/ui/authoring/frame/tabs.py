"""Words in a row, one of them chosen and underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import fill, paint_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_PAD_X, _PAD_Y, _LINE = 16, 9, 3


class Tabs(QTabBar):
    """Tabs to choose from with the arrow keys; ``currentChanged(int)``.

    ``name`` is its accessible name. A tab that is hidden takes no room.
    """

    def __init__(self, name: str, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.set_role(self, Role.BODY)
        for one in words:
            self.addTab(one.replace("&", "&&"))

    def words(self, index: int) -> str:
        """What a tab says."""
        return self.tabText(index).replace("&&", "&")

    def show_tab(self, index: int, shown: bool) -> None:
        """Show a tab or hide it. Told what it knows, Qt would forget to lay the others out."""
        if self.isTabVisible(index) is not shown:
            self.setTabVisible(index, shown)

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the words in bold, so that nothing moves when another one is chosen."""
        metrics = QFontMetrics(theme.font(Role.STRONG))
        width = metrics.horizontalAdvance(self.words(index)) + 2 * theme.px(_PAD_X)
        return QSize(width, metrics.height() + 2 * theme.px(_PAD_Y))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """All of the words, with less around them."""
        size = self.tabSizeHint(index)
        return QSize(size.width() - theme.px(_PAD_X), size.height())

    def restyled(self) -> None:
        """Take the room that the words need now."""
        # Qt keeps sizes of tabs until one of them says something else.
        for index in range(self.count()):
            said = self.tabText(index)
            self.setTabText(index, "")
            self.setTabText(index, said)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, the line below the chosen one, and the ring."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            if not self.isTabVisible(index):
                continue
            box = self.tabRect(index)
            chosen = index == self.currentIndex()
            painter.setFont(theme.font(Role.STRONG if chosen else Role.BODY))
            painter.setPen(QColor(palette.ink if chosen else palette.soft))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.words(index))
            if chosen:
                line = theme.px(_LINE)
                under = QRect(box.left(), box.bottom() + 1 - line, box.width(), line)
                fill(painter, under, palette.teal)
                if self.hasFocus():
                    paint_ring(painter, box, inset=2)
