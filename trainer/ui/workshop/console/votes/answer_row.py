"""One answer of a vote, as the facilitator sees it: number, words, count, and a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from trainer.language import _, ngettext
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Dress
from trainer.ui.widgets.card import paint_surface
from trainer.ui.workshop.console.pieces import Tall

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from trainer.workshop.telling.console_vote import Answer

_BAR, _NUMBER, _HAND = 9, 18, 15


class AnswerRow(Tall):
    """Press it to play that answer, where it leads somewhere."""

    corner = 8
    pad_x, pad_y = 8, 5
    role = Role.NOTE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer: Answer | None = None
        self._says_hands = True

    def show_hands(self, says: bool) -> None:
        """Say how many were hands, unless a field beside it does."""
        if says != self._says_hands:
            self._says_hands = says
            self._measures.clear()
            self.updateGeometry()
            self.update()

    def show_answer(self, answer: Answer) -> None:
        """Show another state of it; the same again costs nothing."""
        if answer == self.answer:
            return
        before, wide = self.answer, self._end_width()
        self.answer = answer
        same_words = before is not None and before.text == answer.text
        same_words = same_words and wide == self._end_width()
        self.setAccessibleName(named(answer))
        meaning = _("Plays this answer for the room.") if answer.plays else ""
        if meaning != self.accessibleDescription():
            self.setAccessibleDescription(meaning)
        if same_words:
            self.update()
        else:
            self.set_words(answer.text)

    def _beside(self) -> int:
        return theme.px(2 * self.pad_x + _NUMBER + 8) + self._end_width()

    def _end_width(self) -> int:
        """Width of the count and of what stands beside it."""
        answer = self.answer
        if answer is None:
            return 0
        strong = QFontMetrics(theme.font(Role.NOTE_STRONG))
        small = QFontMetrics(theme.font(Role.SMALL))
        # A place for three digits, so that the words do not wrap anew with each count.
        wide = strong.horizontalAdvance("000") + theme.px(6)
        for _icon, words in self._marks(answer):
            wide += theme.px(_HAND + 6) + small.horizontalAdvance(words)
        return wide

    def _tall(self, width: int) -> int:
        line = QFontMetrics(self.font()).height()
        words = max(line, self._words_box(width - self._beside()).height())
        return words + theme.px(2 * self.pad_y + 4 + _BAR)

    def dress(self) -> Dress:
        """Outlined where pressing it does something and the mouse is on it."""
        palette = theme.colours()
        plays = self.answer is not None and self.answer.plays
        over = plays and (self.underMouse() or self.isDown())
        fill = palette.well if over else palette.card
        return Dress(fill, fill, palette.ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint number, words, count, bar, and the ring."""
        answer = self.answer
        if answer is None:
            return
        palette, dress = theme.colours(), self.dress()
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_surface(painter, box, fill=dress.fill, border=dress.border, corner=self.corner)
        pad, top = theme.px(self.pad_x), theme.px(self.pad_y)
        wide, high = self.width() - self._beside(), QFontMetrics(self.font()).height()
        painter.setFont(theme.font(Role.NOTE_STRONG))
        painter.setPen(QColor(palette.teal if answer.plays else palette.soft))
        number = QRect(pad, top, theme.px(_NUMBER), high)
        painter.drawText(self._side(number), int(_FLAT), str(answer.number))
        painter.setFont(self.font())
        painter.setPen(QColor(dress.text))
        words = QRect(pad + theme.px(_NUMBER), top, wide, self.height())
        painter.drawText(self._side(words), int(_WRAPS), self._words)
        self._paint_end(painter, answer, top, high)
        self._paint_bar(painter, answer)
        if self.hasFocus():
            self._paint_ring(painter)

    def _paint_end(self, painter: QPainter, answer: Answer, top: int, high: int) -> None:
        """Paint the count, and how many of it were hands; a tick where it was played."""
        palette = theme.colours()
        right = self.width() - theme.px(self.pad_x)
        if answer.count is not None:
            painter.setFont(theme.font(Role.NOTE_STRONG))
            painter.setPen(QColor(palette.ink))
            wide = QFontMetrics(painter.font()).horizontalAdvance(str(answer.count)) + 1
            painter.drawText(
                self._side(QRect(right - wide, top, wide, high)), int(_FLAT), str(answer.count)
            )
            right -= wide + theme.px(6)
        for icon, words in self._marks(answer):
            painter.setFont(theme.font(Role.SMALL))
            painter.setPen(QColor(palette.soft))
            wide = QFontMetrics(painter.font()).horizontalAdvance(words) + 1 if words else 0
            if words:
                at = QRect(right - wide, top, wide, high)
                painter.drawText(self._side(at), int(_FLAT), words)
                right -= wide + theme.px(1)
            side = theme.px(_HAND)
            at = QRect(right - side, top + (high - side) // 2, side, side)
            icons.paint(painter, icon, QRectF(self._side(at)), palette.soft)
            right -= side + theme.px(5)

    def _marks(self, answer: Answer) -> list[tuple[str, str]]:
        marks = [("hand", str(answer.hands))] if answer.hands and self._says_hands else []
        return [*marks, ("check", "")] if answer.played else marks

    def _paint_bar(self, painter: QPainter, answer: Answer) -> None:
        palette = theme.colours()
        pad, thick = theme.px(self.pad_x), theme.px(_BAR)
        track = QRectF(
            pad, self.height() - theme.px(self.pad_y) - thick, self.width() - 2 * pad, thick
        )
        edge = palette.outline if palette.contrast else palette.line
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(palette.well))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), thick / 2, thick / 2)
        if answer.share:
            wide = max(thick, track.width() * answer.share)
            left = track.right() - wide if self.isRightToLeft() else track.left()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.teal))
            painter.drawRoundedRect(QRectF(left, track.top(), wide, thick), thick / 2, thick / 2)

    def _side(self, box: QRect) -> QRect:
        if self.isRightToLeft():
            box.moveRight(self.width() - 1 - box.left())
        return box


_FLAT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading


def named(answer: Answer) -> str:
    """Say an answer with all that is known of it, as a screen reader does."""
    known = {"number": answer.number, "words": answer.text, "count": answer.count or 0}
    said = _("%(number)d. %(words)s") % known
    if answer.count is not None:
        said = _("%(number)d. %(words)s: %(count)d") % known
    if answer.hands:
        hands = ngettext("%(count)d hand", "%(count)d hands", answer.hands)
        known = {"answer": said, "hands": hands % {"count": answer.hands}}
        said = _("%(answer)s, with %(hands)s") % known
    return _("%(answer)s, was played") % {"answer": said} if answer.played else said
