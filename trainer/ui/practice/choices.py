"""The offered choices as numbered cards; pressing one chooses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer.language import _
from trainer.method import ds
from trainer.practice.wording import choice_words
from trainer.scenario.model import Kind
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, Dress
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.key_cap import key_cap_size, paint_key_cap
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from trainer.method.ds import D
    from trainer.scenario.model import Choice

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Dealt:
    """What a card shows."""

    choice: Choice
    number: int
    d_shown: D | None
    tried: bool


class ChoiceCard(Button):
    """One choice: its number as a key, its words, below them its D when that is known."""

    corner = theme.CARD_CORNER
    pad_x, pad_y = 16, 14
    role = Role.BODY

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, align_left=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.dealt: Dealt | None = None

    def deal(self, dealt: Dealt) -> None:
        """Show another choice."""
        self.dealt = dealt
        words = choice_words(dealt.choice.kind, dealt.choice.words)
        self.set_words(words)
        name = _("%(number)d. %(words)s") % {"number": dealt.number, "words": words}
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._below())

    def _below(self) -> str:
        """Second line: the D where it is known, and whether it was tried."""
        dealt = self.dealt
        if dealt is None:
            return ""
        if dealt.d_shown is None:
            return _("You tried this.") if dealt.tried else ""
        if not dealt.tried:
            return ds.name(dealt.d_shown)
        return _("%(d)s · you tried this") % {"d": ds.name(dealt.d_shown)}

    def _is_own_words(self) -> bool:
        return self.dealt is not None and self.dealt.choice.kind is Kind.OWN_WORDS

    def _cap(self) -> QSize:
        return key_cap_size(str(self.dealt.number) if self.dealt else "1")

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
        if self._below():
            high += QFontMetrics(theme.font(Role.SMALL_STRONG)).height() + theme.px(6)
        return high + 2 * theme.px(self.pad_y)

    def dress(self) -> Dress:
        """Outlined in teal while the keyboard or the mouse is on it."""
        palette = theme.colours()
        chosen = self.hasFocus() or self.underMouse() or self.isDown()
        fill = palette.wash if self.isDown() else palette.card
        text = palette.soft if self._is_own_words() else palette.ink
        border = palette.focus if chosen else palette.outline
        return Dress(fill, border, text, 2.0 if chosen else 1.0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the choices as a whole."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface, number, words, and the line below."""
        if self.dealt is None:
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
            dashed=self._is_own_words() and dress.width < 2,
        )
        cap, words = self._places()
        paint_key_cap(painter, cap, str(self.dealt.number))
        painter.setFont(self.font())
        painter.setPen(QColor(dress.text))
        painter.drawText(words.adjusted(0, 0, 2, 0), int(_WRAP), self._words)
        self._paint_below(painter, words)

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

    def _paint_below(self, painter: QPainter, words: QRect) -> None:
        said = self._below()
        if not said or self.dealt is None:
            return
        d, palette = self.dealt.d_shown, theme.colours()
        colour = palette.soft if d is None else palette.of(d)
        font = theme.font(Role.SMALL_STRONG)
        high = QFontMetrics(font).height()
        top = self.height() - theme.px(self.pad_y) - high
        side = theme.px(14)
        box = QRectF(words.left(), top + (high - side) / 2, side, side)
        icons.paint(painter, "check" if d is None else icons.OF_D[d], box, colour)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        room = QRect(words.left() + side + theme.px(6), top, self.width(), high)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), said)


class Choices(QWidget):
    """A heading and the cards. Digits and arrows work while it is in view.

    Signals:
        chosen(object): the :class:`~trainer.scenario.model.Choice` of the pressed card.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=11)
        self._heading = Heading(_("What do you do?"))
        column.addWidget(self._heading)
        self._column = column
        self._cards: list[ChoiceCard] = []
        self._count = 0

    def deal(self, dealt: Sequence[Dealt]) -> None:
        """Show these choices, on the cards that are there already where that is enough."""
        while len(self._cards) < len(dealt):
            card = ChoiceCard(self)
            card.clicked.connect(self._pressed)
            self._column.addWidget(card)
            self._cards.append(card)
        for card, one in zip(self._cards, dealt, strict=False):
            card.deal(one)
        self._count = len(dealt)
        for index, card in enumerate(self._cards):
            card.setVisible(index < self._count)

    def cards(self) -> list[ChoiceCard]:
        """Cards in view, the first one first."""
        return self._cards[: self._count]

    def press(self, number: int) -> bool:
        """Press the card with this number; tell whether there is one."""
        if not 1 <= number <= self._count:
            return False
        self._cards[number - 1].click()
        return True

    def walk(self, by: int) -> None:
        """Move the focus to the next card, or to the first one."""
        cards = self.cards()
        if not cards:
            return
        at = next((index for index, card in enumerate(cards) if card.hasFocus()), None)
        to = (0 if by > 0 else len(cards) - 1) if at is None else at + by
        cards[min(len(cards) - 1, max(0, to))].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between cards with the arrows."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walk(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _pressed(self) -> None:
        card = self.sender()
        if isinstance(card, ChoiceCard) and card.dealt is not None:
            self.chosen.emit(card.dealt.choice)
