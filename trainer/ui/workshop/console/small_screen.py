"""The room's screen in small: what everybody sees, beside what only the facilitator does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer.language import _
from trainer.scenario.markup import plain
from trainer.ui import palettes, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.words import SoftLabel
from trainer.ui.workshop.console.now import gist
from trainer.ui.workshop.console.pieces import Pill

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.workshop.telling.console_view import ConsoleView
    from trainer.workshop.telling.room_view import RoomView

_WIDE, _TALL = 16, 9
_PART = 0.36
"""Part of the window's height that it takes at most."""


class SmallScreen(QWidget):
    """Shows a view of the room at any width, in the light of the projector."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RoomView | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_view(self, view: RoomView) -> None:
        """Show what the room sees."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(_("The room sees: %(title)s") % {"title": plain(view.title)})
        self.setAccessibleDescription(gist(view))
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It keeps the shape of a projector."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of a projector of that width, within reason."""
        return min(width * _TALL // _WIDE, round(self.window().height() * _PART))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme.px(420), self.heightForWidth(self.width() or theme.px(420)))

    def minimumSizeHint(self) -> QSize:
        """Small where room is short."""
        return QSize(theme.px(120), theme.px(80))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, title and the gist of what is on it."""
        light = palettes.LIGHT
        painter = QPainter(self)
        paint_surface(painter, QRectF(self.rect()), fill=light.paper, border=theme.colours().line)
        if self._view is None:
            return
        pad = theme.px(18)
        room = QRectF(self.rect()).adjusted(pad, pad * 0.8, -pad, -pad * 0.6)
        painter.setFont(theme.font(Role.HEADING))
        painter.setPen(QColor(light.ink))
        title = plain(self._view.title)
        used = painter.boundingRect(room, int(_WRAPS), title)
        painter.drawText(room, int(_WRAPS), title)
        room.setTop(min(used.bottom() + theme.px(6), room.bottom()))
        painter.setFont(theme.font(Role.NOTE))
        painter.setPen(QColor(light.soft))
        lines = int(room.height() / QFontMetricsF(painter.font()).lineSpacing())
        if lines > 0:
            room.setHeight(lines * QFontMetricsF(painter.font()).lineSpacing())
            painter.setClipRect(room)
            painter.drawText(room, int(_WRAPS), gist(self._view))


_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading


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
            ahead = f"{ahead}\n{more}" if more else ahead
        if ahead != self._ahead.text():
            self._ahead.setText(ahead)
        self._ahead.setVisible(bool(ahead))
