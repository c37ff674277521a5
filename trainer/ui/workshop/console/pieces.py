"""Small things of the console: a word in a frame, a toggle, the digits of a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, Dress
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_PAD, _ICON, _GAP = 12, 16, 6


class Pill(QLabel):
    """Few words in a frame, with an icon; ``show_words`` with what they mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone, self.is_filled = "", "soft", False
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self, Role.SMALL_STRONG)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_words(self, text: str, icon: str, tone: str, *, filled: bool = False) -> None:
        """Say something: ``tone`` is a colour of the palette, ``filled`` makes it weigh more."""
        said = (text, icon, tone, filled)
        if said == (self.text(), self._icon, self._tone, self.is_filled):
            return
        self._icon, self._tone, self.is_filled = icon, tone, filled
        self.setText(text)
        theme.suit(self, text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        metrics = QFontMetrics(self.font())
        wide = metrics.horizontalAdvance(self.text()) + theme.px(2 * _PAD) + 2
        wide += theme.px(_ICON + _GAP) if self._icon else 0
        return QSize(wide, metrics.height() + theme.px(10))

    def minimumSizeHint(self) -> QSize:
        """Never less than it needs."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, icon and words."""
        palette = theme.colours()
        colour = getattr(palette, self._tone)
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill = colour if self.is_filled else palette.card
        corner = round(self.height() / 2 / max(theme.look().scale, 0.1))
        paint_surface(painter, box, fill=fill, border=colour, corner=corner)
        ink = palette.paper if self.is_filled else colour
        left = theme.px(_PAD)
        if self._icon:
            size = theme.px(_ICON)
            at = self.width() - left - size if self.isRightToLeft() else left
            icons.paint(
                painter, self._icon, QRectF(at, (self.height() - size) / 2, size, size), ink
            )
            left += size + theme.px(_GAP)
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        room = QRect(left, 0, self.width() - left, self.height())
        if self.isRightToLeft():
            room = QRect(0, 0, self.width() - left, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading),
                         self.text())  # fmt: skip


class Toggle(Button):
    """Something that is on or off: a button that stays down, and says so."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, icon: str = "", keys: str = ""
    ) -> None:
        super().__init__(text, parent, icon=icon, keys=keys)
        self.setCheckable(True)

    def show_on(self, on: bool) -> None:
        """Show whether it is on, without pressing it."""
        if on != self.isChecked():
            self.setChecked(on)
            self.update()

    def nextCheckState(self) -> None:
        """Leave to whoever acts whether it goes on: it may be refused."""

    def dress(self) -> Dress:
        """Washed in teal while it is on."""
        palette = theme.colours()
        if not self.isEnabled():
            return Dress(palette.card, palette.line, palette.soft)
        if self.isChecked():
            return Dress(palette.wash, palette.teal, palette.teal, 2.0)
        fill = palette.well if self.isDown() or self.underMouse() else palette.card
        return Dress(fill, palette.outline, palette.ink)


class Tall(Button):
    """A button that is as high as its words are, at once with every width.

    A layout cuts any other at the height that it had at its last width, until the next turn.
    What is set around it has to leave no room over: a stretch below takes that.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, align_left=True)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the longest word."""
        return QSize(super().minimumSizeHint().width(), QFontMetrics(self.font()).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for nothing: the layout has given the height that goes with the width."""
        QPushButton.resizeEvent(self, event)


class Digits(LineLabel):
    """A clock's digits, which do not jump as they change."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, role=Role.TITLE)
        self.setAccessibleName(name)
        self._widest = 0

    def show_ms(self, ms: int | None) -> None:
        """Show minutes and seconds; nothing where there is no time."""
        text = "" if ms is None else minutes(ms)
        if text != self.text():
            self.setText(text)

    def sizeHint(self) -> QSize:
        """As wide as the widest digits."""
        text = "".join("0" if one.isdigit() else one for one in self.text())
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(text) + 4, metrics.height())


def minutes(ms: int) -> str:
    """Give milliseconds as minutes and seconds, both of two digits."""
    whole, seconds = divmod(max(0, ms) // 1000, 60)
    return f"{whole:02d}:{seconds:02d}"
