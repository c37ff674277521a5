"""Buttons: one primary act on a page, quiet ones beside it, links in running text.

``PrimaryButton(_("Go on"), keys="Enter")``, ``QuietButton(_("Leave quickly"), icon="log-out")``.
They wrap their words where the room is narrow, so nothing is cut off at 200 %. Enter and
Space press the one that has the focus. The accessible name is the words; connect ``clicked``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolTip, QWidget

from trainer.language import _
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import fill, paint_surface
from trainer.ui.widgets.key_cap import key_cap_size, paint_key_cap

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Dress:
    """What a button wears now; all but the width are colours."""

    fill: str
    border: str
    text: str
    width: float = 1.0


class Button(QPushButton):
    """Common ground of the buttons: measures and paints icon, words and key cap.

    ``icon`` names a file of assets/icons; ``keys`` is printed on a key cap behind the words
    ("Enter"); ``align_left`` sets the words at the left instead of the middle.
    """

    corner = theme.CONTROL_CORNER
    pad_x, pad_y = 15, 9
    icon_size, icon_gap = 18, 8
    role = Role.BUTTON

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        keys: str = "",
        align_left: bool = False,
    ) -> None:
        super().__init__(parent)
        self._words = self._tip = ""
        self._measures: dict[int | str, int] = {}
        self._measured_in: theme.Look | None = None
        self._icon = icon
        self._keys = keys
        self._keys_shown = bool(keys)
        self._align_left = align_left
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.set_role(self, self.role)
        self.set_words(text)
        if keys:
            self.setAccessibleDescription(_("Key: %(key)s") % {"key": keys})

    def set_words(self, text: str, icon: str | None = None) -> None:
        """Say something else on the button, and show another icon if one is given."""
        if (text, self._icon if icon is None else icon) == (self._words, self._icon):
            return
        self._words = text
        if icon is not None:
            self._icon = icon
        self.setText(text.replace("&", "&&"))
        theme.suit(self, text)
        self.measure_again()

    def measure_again(self) -> None:
        """Take as much room as what it shows needs now."""
        self._measures.clear()
        self.updateGeometry()
        self.update()

    def set_tip(self, text: str) -> None:
        """Show this while the mouse rests on it.

        A tooltip of Qt's would be its description, too: a screen reader would say a name twice.
        """
        self._tip = text

    def tip(self) -> str:
        """What shows while the mouse rests on it."""
        return self._tip

    def event(self, event: QEvent) -> bool:
        """Show the tip."""
        if event.type() == QEvent.Type.ToolTip and self._tip and isinstance(event, QHelpEvent):
            from trainer.ui.widgets.words import tip

            QToolTip.showText(event.globalPos(), tip(self._tip), self)
            return True
        return super().event(event)

    def show_keys(self, shown: bool) -> None:
        """Print the keys on the button, or leave them off where room is short."""
        self._keys_shown = shown and bool(self._keys)
        self.measure_again()

    def words(self) -> str:
        """What the button says."""
        return self._words

    def dress(self) -> Dress:
        """Colours for the state it is in."""
        raise NotImplementedError

    def _measure(self, what: int | str, measure: Callable[[], int]) -> int:
        """Keep a measure until words, keys or the look change: layouts ask very often."""
        look = theme.look()
        if look is not self._measured_in:
            self._measured_in = look
            self._measures.clear()
        found = self._measures.get(what)
        if found is None:
            found = self._measures[what] = measure()
        return found

    def _beside(self) -> int:
        """Width of all that is not words."""
        taken = 2 * theme.px(self.pad_x)
        if self._icon:
            taken += theme.px(self.icon_size) + (theme.px(self.icon_gap) if self._words else 0)
        if self._keys_shown:
            taken += key_cap_size(self._keys).width() + theme.px(self.icon_gap)
        return taken

    def _words_box(self, width: int) -> QRect:
        return QFontMetrics(self.font()).boundingRect(
            QRect(0, 0, max(1, width), 100_000), int(_WRAP), self._words
        )

    def _wide(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(self._words) + 2 + self._beside()

    def _narrow(self) -> int:
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return longest + 2 + self._beside()

    def sizeHint(self) -> QSize:
        """Words on one line, with icon, key cap and air."""
        width = self._measure("wide", self._wide)
        # A layout gives it no more height than this, so a narrow one asks for all its lines.
        narrow = min(width, self.width()) if self.isVisible() else width
        return QSize(width, self.heightForWidth(narrow))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another type: the look may have been another one for a while already."""
        if event.type() == QEvent.Type.FontChange:
            self._measures.clear()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more lines, or fewer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the longest word."""
        width = self._measure("narrow", self._narrow)
        return QSize(width, self.heightForWidth(self._measure("wide", self._wide)))

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height that the wrapped words need."""
        return self._measure(width, partial(self._tall, width))

    def _tall(self, width: int) -> int:
        tall = max(
            self._words_box(width - self._beside()).height(), QFontMetrics(self.font()).height()
        )
        if self._keys_shown:
            tall = max(tall, key_cap_size(self._keys).height() - 4)
        return tall + 2 * theme.px(self.pad_y)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface, icon, words, key cap, and the ring while it has the focus."""
        dress = self.dress()
        painter = QPainter(self)
        paint_surface(
            painter,
            QRectF(self.rect()),
            fill=dress.fill,
            border=dress.border,
            width=dress.width,
            corner=self.corner,
        )
        self._paint_inside(painter, dress)
        if self.hasFocus():
            self._paint_ring(painter)

    def _paint_inside(self, painter: QPainter, dress: Dress) -> None:
        words = self._words_box(self.width() - self._beside())
        total = words.width() + self._beside() - 2 * theme.px(self.pad_x)
        left = theme.px(self.pad_x) if self._align_left else max(0, (self.width() - total) // 2)
        if self._icon:
            size = theme.px(self.icon_size)
            box = QRectF(left, (self.height() - size) / 2, size, size)
            icons.paint(painter, self._icon, box, dress.text)
            left += size + theme.px(self.icon_gap)
        painter.setFont(self.font())
        painter.setPen(QColor(dress.text))
        painter.drawText(QRect(left, 0, words.width() + 2, self.height()), int(_WRAP), self._words)
        if self._keys_shown:
            size_of_cap = key_cap_size(self._keys)
            left += words.width() + theme.px(self.icon_gap)
            cap = QRect(left, (self.height() - size_of_cap.height()) // 2, 0, 0)
            cap.setSize(size_of_cap)
            self._paint_cap(painter, cap, dress)

    def _paint_cap(self, painter: QPainter, cap: QRect, dress: Dress) -> None:
        paint_key_cap(painter, cap, self._keys)

    def _paint_ring(self, painter: QPainter) -> None:
        self._ring(painter, theme.colours().focus, theme.RING + 1)

    def _ring(self, painter: QPainter, colour: str, width: float, gap: float = 0.0) -> None:
        """Paint a ring inside the edge, ``gap`` away from it."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = painter.pen()
        pen.setColor(QColor(colour))
        pen.setWidthF(width)
        painter.setPen(pen)
        inset = gap + width / 2
        radius = theme.px(self.corner) - inset
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, radius, radius)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as well as Space."""
        if not enter.is_taken(self, event):
            super().keyPressEvent(event)


class PrimaryButton(Button):
    """The one act that a page is for: teal."""

    def dress(self) -> Dress:
        """Teal; deeper while pressed; pale when it cannot be pressed."""
        palette = theme.colours()
        if not self.isEnabled():
            return Dress(palette.well, palette.outline, palette.soft)
        down = self.isDown() or self.underMouse()
        fill = palette.teal_pressed if down else palette.teal
        return Dress(fill, fill, palette.on_teal)

    def _paint_cap(self, painter: QPainter, cap: QRect, dress: Dress) -> None:
        paint_key_cap(painter, cap, self._keys, on=dress.text)

    def _paint_ring(self, painter: QPainter) -> None:
        # On its own colour the ring of the palette would not be seen: it lies inside.
        self._ring(painter, theme.colours().on_teal, theme.RING, gap=3.0)


class QuietButton(Button):
    """Any other act: a plain surface with an outline."""

    def dress(self) -> Dress:
        """Plain; washed under the mouse."""
        palette = theme.colours()
        if not self.isEnabled():
            return Dress(palette.card, palette.line, palette.soft)
        fill = palette.well if self.isDown() or self.underMouse() else palette.card
        return Dress(fill, palette.outline, palette.ink)


class LinkButton(Button):
    """An act in running text: underlined words without a surface."""

    corner = 4
    pad_x, pad_y = 0, 4
    role = Role.NOTE

    def dress(self) -> Dress:
        """No surface; the words alone."""
        palette = theme.colours()
        fill = palette.wash if self.hasFocus() else "#00000000"
        return Dress(fill, fill, palette.teal if self.underMouse() else palette.ink)

    def _paint_inside(self, painter: QPainter, dress: Dress) -> None:
        left = 0
        if self._icon:
            size = theme.px(self.icon_size)
            at = self.width() - size if self.isRightToLeft() else 0
            icons.paint(
                painter, self._icon, QRectF(at, (self.height() - size) / 2, size, size), dress.text
            )
            left = size + theme.px(self.icon_gap)
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(QColor(dress.text))
        box = self.rect().adjusted(left, 0, 0, 0)
        if self.isRightToLeft():
            box = self.rect().adjusted(0, 0, -left, 0)
        painter.drawText(box, int(_WRAP), self._words)

    def _paint_ring(self, painter: QPainter) -> None:
        # A frame would run through the first letter: a bar below, on a wash, is as plain.
        bar = QRect(0, self.height() - 3, self.width(), 3)
        fill(painter, bar, theme.colours().focus)
