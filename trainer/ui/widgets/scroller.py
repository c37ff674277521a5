"""A scrolling place that widgets are put into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from trainer.ui import theme
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent


class _Content(QWidget):
    """What is scrolled; where words wrap it is as high as they are at the width there is.

    Signals:
        resized(): there is more or less of it than before, and each thing has its place.
    """

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell."""
        super().resizeEvent(event)
        self.resized.emit()

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width.

        The least heights of what wraps are those at other widths: their sum would scroll on
        past the end.
        """
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            least.setHeight(0)
        return least


class Scroller(QScrollArea):
    """Scrolls what is in :attr:`content`; it follows the focus, so that it is always in view.

    It takes no focus itself: a page hands it the keys it does not use
    (:meth:`scroll_by_key`). Scrolling sideways never happens: what is put in wraps.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bar = SlimScrollBar(self)
        self.setVerticalScrollBar(self.bar)
        self.bar.setSingleStep(theme.px(24))
        # A viewport of our own: asking Qt for its own makes PySide set up every kind of
        # widget there is, to find out which one it is (4 ms at start).
        self._view = QWidget(self)
        self.setViewport(self._view)
        self.content = _Content()
        self.setWidget(self.content)
        # It would paint the window's colour over whatever surface lies below.
        self.content.setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def restyled(self) -> None:
        """Scroll by lines of the new size."""
        self.bar.setSingleStep(theme.px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the page the arrows that lead nowhere here."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.content.isAncestorOf(now):
            self.show_widget(now)

    def place_of(self, widget: QWidget) -> QRect:
        """Where a widget stands in the content."""
        return QRect(widget.mapTo(self.content, QPoint(0, 0)), widget.size())

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that a widget is in view; of a tall one, its top."""
        self.show_part(self.place_of(widget))

    def show_top_of(self, widget: QWidget) -> None:
        """Scroll so that a widget stands at the top."""
        self.bar.setValue(self.place_of(widget).top() - theme.px(16))

    def show_part(self, part: QRect) -> None:
        """Scroll so that a part of the content is in view, with a little air."""
        bar, air = self.bar, theme.px(16)
        height = self._view.height()
        if part.height() + 2 * air > height or part.top() - air < bar.value():
            if not (part.top() <= bar.value() and part.bottom() >= bar.value() + height):
                bar.setValue(part.top() - air)
        elif part.bottom() + air > bar.value() + height:
            bar.setValue(part.bottom() + air - height)

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll for Page Up, Page Down, Home, End; False for any other key."""
        bar = self.bar
        page = max(1, self._view.height() - theme.px(48))
        places = {
            Qt.Key.Key_PageDown: bar.value() + page,
            Qt.Key.Key_PageUp: bar.value() - page,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        place = places.get(Qt.Key(event.key()))
        if place is None:
            return False
        bar.setValue(place)
        event.accept()
        return True
