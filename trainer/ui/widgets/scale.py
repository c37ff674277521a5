"""A scale of a few places to choose one from, side by side, or below each other where it is narrow.

Arrows walk and choose, a digit chooses, Delete takes the choice back. The places are radio
buttons to a screen reader: it says what the scale is about, the place, and whether it is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QRadioButton, QSizePolicy, QWidget

from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.fitting import Fits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_PAD, _GAP, _BETWEEN = 8, 10, 8
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
_BESIDE = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a scale: its value, a short word for it (or none), and how it is said."""

    value: int
    words: str
    said: str


class PlaceButton(QRadioButton):
    """One place: its number, and its word below or beside it."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.stacked = False
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.set_role(self, Role.SMALL)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return True

    def needs(self, width: int) -> int:
        """Height of number and words at a width, when they stand below each other."""
        number = QFontMetrics(theme.font(Role.STRONG)).height()
        room = QRect(0, 0, max(1, width - 2 * theme.px(_PAD)), 100_000)
        words = QFontMetrics(self.font()).boundingRect(room, int(_WRAP), self.place.words)
        return number + (words.height() if self.place.words else 0) + 2 * theme.px(_PAD)

    def narrowest(self) -> int:
        """Width of its longest word, with air."""
        metrics = QFontMetrics(self.font())
        words = (metrics.horizontalAdvance(word) for word in self.place.words.split())
        return max(words, default=0) + 2 * theme.px(_PAD) + 4

    def sizeHint(self) -> QSize:
        """As narrow as its longest word; the scale sets the height."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its longest word, nor lower than a finger is wide."""
        return QSize(self.narrowest(), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface, the number, the words, and the ring."""
        palette, painter = theme.colours(), QPainter(self)
        on, box = self.isChecked(), QRectF(self.rect())
        fill = palette.teal if on else palette.wash if self.underMouse() else palette.card
        paint_surface(
            painter,
            box,
            fill=fill,
            border=palette.teal if on else palette.outline,
            corner=theme.CONTROL_CORNER,
        )
        painter.setPen(QColor(palette.on_teal if on else palette.ink))
        self._write(painter)
        if on:
            self._paint_tick(painter)
        if self.hasFocus():
            # On its own colour the ring of the palette would not be seen.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            width = theme.RING + (0 if on else 1)
            painter.setPen(QPen(QColor(palette.on_teal if on else palette.focus), width))
            inset = 4.0 if on else width / 2
            corner = theme.px(theme.CONTROL_CORNER) - inset
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner)

    def _write(self, painter: QPainter) -> None:
        pad = theme.px(_PAD)
        high = QFontMetrics(theme.font(Role.STRONG)).height()
        inside = self.rect().adjusted(pad, pad, -pad, -pad)
        number = QRect(inside.left(), inside.top(), inside.width(), high)
        words = inside.adjusted(0, high, 0, 0)
        align = Qt.AlignmentFlag.AlignCenter
        if self.stacked:
            side = theme.px(28)
            number = QRect(inside.left(), 0, side, self.height())
            words = QRect(inside.left() + side, 0, inside.width() - side, self.height())
            if self.isRightToLeft():
                number.moveRight(inside.right())
                words.moveLeft(inside.left())
        elif not self.place.words:
            number = self.rect()
        painter.setFont(theme.font(Role.STRONG))
        painter.drawText(number, int(align), str(self.place.value))
        painter.setFont(self.font())
        painter.drawText(words, int(_BESIDE if self.stacked else _WRAP), self.place.words)

    def _paint_tick(self, painter: QPainter) -> None:
        size, pad = theme.px(14), theme.px(7)
        left = pad if self.isRightToLeft() else self.width() - pad - size
        top = (self.height() - size) / 2 if self.stacked else pad
        box = QRectF(left, top, size, size)
        icons.paint(painter, "check", box, theme.colours().on_teal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all but Space to the scale: Qt would walk to another scale's places."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Scale(Fits, QWidget):
    """Places to choose one from, or none. ``about`` is what they say something about.

    Signals:
        chosen(int): a place was chosen by a person; 0 when the choice was taken back.
        answered(): a digit was pressed, or Enter: it can go on to what comes next.
    """

    chosen = Signal(int)
    answered = Signal()

    def __init__(self, about: str, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(about)
        self._row = theme.lay(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), spacing=_BETWEEN)
        self.buttons = [PlaceButton(place, self) for place in places]
        for button in self.buttons:
            button.setAccessibleName(f"{about}\n{button.place.said}")
            button.clicked.connect(self._clicked)
            self._row.addWidget(button, 1)
        self._value, self._stop = 0, self.buttons[0]
        self.fit()
        self._offer_tab()

    @property
    def value(self) -> int:
        """The value chosen; 0 for none."""
        return self._value

    def choose(self, value: int) -> None:
        """Choose a place, or none with 0, without the signal."""
        self._value = value
        for button in self.buttons:
            button.setChecked(button.place.value == value)
        self._offer_tab()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Stand on the place that is chosen, or on the first."""
        self._current().setFocus(reason)

    def _current(self) -> PlaceButton:
        return next((one for one in self.buttons if one.isChecked()), self.buttons[0])

    def _offer_tab(self) -> None:
        """Let Tab stop once at each scale."""
        now = self._current()
        if now is not self._stop:
            # The new stop takes the place of the old one in the order of the page.
            QWidget.setTabOrder(self._stop, now)
            self._stop = now
        for button in self.buttons:
            policy = Qt.FocusPolicy
            button.setFocusPolicy(policy.StrongFocus if button is now else policy.ClickFocus)

    def _take(self, value: int) -> None:
        self.choose(value)
        self.chosen.emit(value)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PlaceButton):
            # Qt has switched it already; once more takes the choice back.
            self._take(button.place.value if button.isChecked() else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, choose with digits, take back with Delete."""
        key, mirrored = event.key(), self.isRightToLeft()
        forward = (Qt.Key.Key_Down, Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right)
        backward = (Qt.Key.Key_Up, Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left)
        # Held down, a digit would answer one question after the other.
        digit = event.text() if event.text().isdecimal() and not event.isAutoRepeat() else ""
        if key in forward or key in backward:
            self._walk(1 if key in forward else -1)
        elif digit and int(digit) in [one.place.value for one in self.buttons]:
            self._take(int(digit))
            self._current().setFocus(Qt.FocusReason.OtherFocusReason)
            self.answered.emit()
        elif digit == "0" or key == Qt.Key.Key_Delete:
            self._take(0)
            self.setFocus()
        elif enter.is_enter(event):
            if not event.isAutoRepeat():
                self.answered.emit()
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        at = next((index for index, one in enumerate(self.buttons) if one.hasFocus()), 0)
        # From a scale without a choice the first arrow chooses where one stands.
        to = at + by if self._value else at
        button = self.buttons[min(len(self.buttons) - 1, max(0, to))]
        self._take(button.place.value)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Stand anew at another width."""
        widest = max(one.narrowest() for one in self.buttons)
        gaps = (len(self.buttons) - 1) * theme.px(_BETWEEN)
        each = (self.width() - gaps) // len(self.buttons)
        stacked = each < widest
        theme.turn(self._row, beside=not stacked)
        tall = theme.px(2 * _PAD) + QFontMetrics(theme.font(Role.STRONG)).height()
        if not stacked:
            tall = max(one.needs(each) for one in self.buttons)
        for button in self.buttons:
            button.stacked = stacked
            button.setFixedHeight(tall)
            button.setMinimumWidth(0 if stacked else min(widest, each))
            button.update()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word below each other."""
        high = super().minimumSizeHint().height()
        return QSize(max(one.narrowest() for one in self.buttons) + theme.px(28), high)
