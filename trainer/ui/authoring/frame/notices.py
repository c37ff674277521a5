"""What is said above the panels: as high as it is, or where room is short, scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from trainer.ui.authoring.frame.frame import Frame

_LEAST = 28
_MATTERS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest)


class Notices(QWidget):
    """Holds lines that come and go; ``around`` are bar and panels, which share the height."""

    def __init__(self, *lines: QWidget, around: tuple[QWidget, Frame]) -> None:
        super().__init__()
        self._lines = lines
        self._above, self._below = around
        scroller = Scroller(self)
        theme.lay(QVBoxLayout(self)).addWidget(scroller)
        column = theme.lay(QVBoxLayout(scroller.content))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit)
        for line in lines:
            column.addWidget(line)
            line.installEventFilter(self)
        self._above.installEventFilter(self)
        self.setVisible(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when a line comes, goes or says something else, or there is other room."""
        if event.type() in _MATTERS or event.type() == QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew: words wrap differently."""
        super().resizeEvent(event)
        self._soon.start()

    def fit_soon(self) -> None:
        """Fit anew once everything has its place."""
        self._soon.start()

    def fit(self) -> None:
        """Be as high as what is said, as long as bar and panels keep what they need."""
        shown = [line for line in self._lines if not line.isHidden()]
        self.setVisible(bool(shown))
        page = self.parentWidget()
        if not shown or page is None:
            return
        width = page.width()
        wanted = sum(line.heightForWidth(width) for line in shown)
        above = max(self._above.heightForWidth(width), self._above.minimumHeight())
        room = page.height() - above - self._below.least_height()
        self.setFixedHeight(min(wanted, max(room, theme.px(_LEAST))))
