"""A card that is pressed as a whole, with its number as a key and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from trainer.language import _
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, Dress
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.key_cap import key_cap_size, paint_key_cap

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class NumberedCard(Button):
    """Give it its number and words with :meth:`show_words`; a subclass may say more below them."""

    corner = theme.CARD_CORNER
    pad_x, pad_y = 16, 14
    role = Role.BODY

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, align_left=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.number = 0

    def show_words(self, number: int, words: str) -> None:
        """Show another number and other words."""
        self.number = number
        self.set_words(words)
        self.measure_again()  # The second line may be another one below the same words.
        name = _("%(number)d. %(words)s") % {"number": number, "words": words}
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.below())

    # What a subclass may change

    def below(self) -> str:
        """Second line; empty for none."""
        return ""

    def below_look(self) -> tuple[str, str]:
        """Icon and colour of the second line."""
        return "check", theme.colours().soft

    def is_open_ended(self) -> bool:
        """Whether what it leads to is still to be written: softer, in a dashed line."""
        return False

    # Measuring

    def _cap(self) -> QSize:
        return key_cap_size(str(self.number or 1))

    def _beside(self) -> int:
        return 2 * theme.px(self.pad_x) + self._cap().width() + theme.px(12)

    def sizeHint(self) -> QSize:
        """Cards are as wide as their column."""
        width = theme.px(440)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the longest word."""
        return QSize(super().minimumSizeHint().width(), 2 * theme.px(self.pad_y))

    def heightForWidth(self, width: int) -> int:
        """Height that the wrapped words need, and the line below."""
        high = max(self._words_box(width - self._beside()).height(), self._cap().height())
        if self.below():
            high += QFontMetrics(theme.font(Role.SMALL_STRONG)).height() + theme.px(6)
        return high + 2 * theme.px(self.pad_y)

    def _places(self) -> tuple[QRect, QRect]:
        """Boxes of the number and of the words, their first lines level."""
        left, top = theme.px(self.pad_x), theme.px(self.pad_y)
        cap = QRect(left, top, self._cap().width(), self._cap().height())
        words = self._words_box(self.width() - self._beside())
        words.moveTo(left + cap.width() + theme.px(12), top)
        line = QFontMetrics(self.font()).height()
        cap.moveTop(top + (line - cap.height()) // 2 if line > cap.height() else top)
        if words.height() < cap.height():
            words.moveTop(top + (cap.height() - words.height()) // 2)
        if self.isRightToLeft():
            cap.moveRight(self.width() - cap.left())
            words.moveRight(self.width() - words.left())
        return cap, words

    # Painting

    def dress(self) -> Dress:
        """Outlined in teal while the keyboard or the mouse is on it."""
        palette = theme.colours()
        chosen = self.hasFocus() or self.underMouse() or self.isDown()
        fill = palette.wash if self.isDown() else palette.card
        text = palette.soft if self.is_open_ended() else palette.ink
        border = palette.focus if chosen else palette.outline
        return Dress(fill, border, text, 2.0 if chosen else 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface, number, words, and the line below."""
        if not self.number:
            return
        dress = self.dress()
        painter = QPainter(self)
        paint_surface(
            painter,
            QRectF(self.rect()),
            fill=dress.fill,
            border=dress.border,
            width=dress.width,
            corner=self.corner,
            dashed=self.is_open_ended() and dress.width < 2,
        )
        cap, words = self._places()
        paint_key_cap(painter, cap, str(self.number))
        painter.setFont(self.font())
        painter.setPen(QColor(dress.text))
        painter.drawText(words.adjusted(0, 0, 2, 0), int(_WRAP), self._words)
        self._paint_below(painter, words)

    def _paint_below(self, painter: QPainter, words: QRect) -> None:
        said = self.below()
        if not said:
            return
        icon, colour = self.below_look()
        font = theme.font(Role.SMALL_STRONG)
        high = QFontMetrics(font).height()
        top = self.height() - theme.px(self.pad_y) - high
        side = theme.px(14)
        box = QRectF(words.left(), top + (high - side) / 2, side, side)
        icons.paint(painter, icon, box, colour)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        room = QRect(words.left() + side + theme.px(6), top, self.width(), high)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the cards as a whole."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            event.ignore()
        else:
            super().keyPressEvent(event)
