"""The room's screen in small: what everybody sees, beside what only the facilitator does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.widgets.words import SoftLabel
from trainer.ui.workshop.console.now import gist
from trainer.ui.workshop.console.pieces import Pill

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QPixmap

    from trainer.ui.workshop.bridge import Bridge
    from trainer.ui.workshop.projector.page_view import PageView
    from trainer.ui.workshop.projector.teller import Teller
    from trainer.workshop.telling.console_view import ConsoleView
    from trainer.workshop.telling.room_view import RoomView

_PART = 0.36
"""Part of the window's height that it takes at most."""
_PART_OF_COLUMN = 0.4
"""Part of its column's height that it takes at most: notes are read from below it."""

SOON = 30
"""Milliseconds until it shows what somebody did: the room's own screen and phones come first."""

AGAIN = 250
"""Milliseconds between two pictures while only numbers go on, or something moves in the room."""


class SmallScreen(QWidget):
    """A picture of the projector's page, of the shape of a usual projector."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._teller: Teller | None = None
        self._page: PageView | None = None
        self._picture: QPixmap | None = None
        self._second = ""
        self._column = 0
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._look)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def follow(self, bridge: Bridge) -> None:
        """Show what the room of this workshop sees."""
        from trainer.ui.workshop.projector.page_view import PageView
        from trainer.ui.workshop.projector.teller import Teller
        from trainer.ui.workshop.projector.window import ink_for

        if self._teller is not None and self._page is not None:
            self._teller.close()
            self._teller.deleteLater()
            self._page.deleteLater()
        self._teller = Teller(bridge, self)
        self._second = self._teller.second
        ink = ink_for(self._teller.language, self._second, dark=False)
        self._drawn = self._teller.telling.seen
        self._page = PageView(self._teller.telling, ink, self, spoken=False)
        # It is only drawn from; a screen reader hears the name of this instead.
        self._page.hide()
        self._teller.changed.connect(self._changed)
        self._draw()

    def show_view(self, view: RoomView) -> None:
        """Say in words what the room sees."""
        name = _("The room sees: %(title)s") % {"title": plain(view.title)}
        if name != self.accessibleName():
            self.setAccessibleName(name)
        said = gist(view)
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)

    def _changed(self) -> None:
        """Show what somebody did at once; what phones count up, a few times in a second."""
        assert self._teller is not None
        wait = SOON if self._teller.is_another_than(self._drawn) else AGAIN
        if not self._wait.isActive() or self._wait.remainingTime() > wait:
            self._wait.start(wait)

    def _look(self) -> None:
        """Have another picture painted if the page looks otherwise than this one does."""
        if self._teller is None or self._page is None:
            return
        self._set(self._teller, self._page)
        self._drawn = self._teller.telling.seen
        before = self._page.looks
        self._page.show_telling(self._teller.telling)
        if self._page.looks != before:
            self._draw()

    def _set(self, teller: Teller, page: PageView) -> None:
        """Set the page in the letters of another second language, if it is another one."""
        from trainer.ui.workshop.projector.window import ink_for

        if teller.second != self._second:
            self._second = teller.second
            page.use(ink_for(teller.language, teller.second, dark=False))
            self._draw()

    def _draw(self) -> None:
        """Drop the picture; the next paint makes another."""
        self._picture = None
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It keeps the shape of a projector, as long as the window is high enough."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of a projector of that width, within reason."""
        most = self.window().height() * _PART
        if self._column:
            most = min(most, max(self._column * _PART_OF_COLUMN, self.minimumSizeHint().height()))
        return min(width * 10 // 16, round(most))

    def set_column(self, height: int) -> None:
        """Say how high the column is that it stands in; 0 where that scrolls as a whole."""
        if height != self._column:
            self._column = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme.px(420), self.heightForWidth(self.width() or theme.px(420)))

    def minimumSizeHint(self) -> QSize:
        """Small where room is short."""
        return QSize(theme.px(120), theme.px(80))

    def restyled(self) -> None:
        """Draw it anew."""
        if self._page is not None:
            self._page.use(self._page.ink)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in the middle, and its frame."""
        if self._page is None or self._teller is None:
            return
        high = self.height()
        wide = min(self.width(), high * 16 // 10)
        size = QSize(wide, high)
        if self._picture is None or self._page.size() != size:
            self._page.resize(size)
            self._page.show_telling(self._teller.telling)
            self._picture = self._page.grab()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF((self.width() - wide) / 2, 0, wide, high)
        corner = theme.px(theme.CONTROL_CORNER)
        shape = QPainterPath()
        shape.addRoundedRect(box, corner, corner)
        painter.setClipPath(shape)
        painter.drawPixmap(box.topLeft(), self._picture)
        painter.setClipping(False)
        painter.setPen(QColor(theme.colours().outline))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


class RoomScreen(QWidget):
    """The small screen under its heading, which says also what holds or covers it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=8)
        head = theme.lay(QVBoxLayout(), spacing=6)
        self._heading = SoftLabel(_("On the projector now"), self)
        self._held = Pill(self)
        head.addWidget(self._heading)
        head.addWidget(self._held, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        self.screen_ = SmallScreen(self)
        column.addWidget(self.screen_)
        self._ahead = SoftLabel("", self)
        column.addWidget(self._ahead)

    def show_room(self, view: ConsoleView) -> None:
        """Show the room's screen, and where the facilitator looks meanwhile."""
        self.screen_.show_view(view.room)
        held = view.ahead is not None
        self._held.show_words(_("held: the room stays here") if held else "", "lock", "distract")
        ahead = ""
        if view.ahead is not None:
            ahead = _("You look at: %(title)s") % {"title": plain(view.ahead.title)}
            more = gist(view.ahead)
            does = _("F: the room follows you to here · Shift F: back to what the room sees")
            ahead = "\n".join(one for one in (ahead, more, does) if one)
        if ahead != self._ahead.text():
            self._ahead.setText(ahead)
        self._ahead.setVisible(bool(ahead))
