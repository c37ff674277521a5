"""What is on this page: its sections, each with the digit that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, Dress
from trainer.ui.widgets.key_cap import key_cap_size, paint_key_cap
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence


class ContentsButton(Button):
    """One section; washed while it is the one that is read."""

    corner = 8
    pad_x, pad_y = 10, 7
    icon_gap = 10
    # Measured bold, so that nothing jumps when it is marked.
    role = Role.NOTE_STRONG

    def __init__(self, index: int, words: str, parent: QWidget | None = None) -> None:
        # The tenth section and those after it have no digit.
        digit = str(index + 1) if index < 9 else ""
        super().__init__(words, parent, keys=digit, align_left=True)
        self.index = index
        self._digit = digit
        # Not checked: a screen reader would say so of each that is scrolled past.
        self.is_read = False

    def set_read(self, read: bool) -> None:
        """Mark it as the one that is read, or no longer."""
        if read != self.is_read:
            self.is_read = read
            self.update()

    def dress(self) -> Dress:
        """No surface, but for the one that is read or pointed at."""
        palette = theme.colours()
        if self.is_read:
            return Dress(palette.wash, palette.wash, palette.ink)
        over = self.underMouse() or self.isDown()
        fill = palette.well if over else "#00000000"
        return Dress(fill, fill, palette.ink)

    def _beside(self) -> int:
        cap = key_cap_size(self._digit or "9").width()
        return 2 * theme.px(self.pad_x) + cap + theme.px(self.icon_gap)

    def _paint_inside(self, painter: QPainter, dress: Dress) -> None:
        cap = key_cap_size(self._digit or "9")
        pad, gap = theme.px(self.pad_x), theme.px(self.icon_gap)
        box = QRect(pad, (self.height() - cap.height()) // 2, cap.width(), cap.height())
        words = self.rect().adjusted(pad + cap.width() + gap, 0, -pad, 0)
        if self.isRightToLeft():
            box.moveRight(self.width() - pad)
            words = self.rect().adjusted(pad, 0, -pad - cap.width() - gap, 0)
        if self._digit:
            paint_key_cap(painter, box, self._digit)
        role = Role.NOTE_STRONG if self.is_read else Role.NOTE
        painter.setFont(theme.font(role, of=self.words()))
        painter.setPen(QColor(dress.text))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags), self.words())


class Contents(QWidget):
    """The sections of a page, one of them read now.

    Signals:
        chosen(int): a section was pressed; its place in the page.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[ContentsButton] = []
        self._column = theme.lay(QVBoxLayout(self), spacing=2)
        heading = Heading(_("On this page"), self, role=Role.SMALL_STRONG)
        heading.set_tone("soft")
        heading.setContentsMargins(theme.px(10), 0, 0, theme.px(4))
        self._column.addWidget(heading)

    def show_headings(self, headings: Sequence[str]) -> None:
        """List these sections."""
        take_out(self._column, *self.buttons)
        self.buttons = [ContentsButton(at, words, self) for at, words in enumerate(headings)]
        for button in self.buttons:
            button.clicked.connect(self._pressed)
            self._column.addWidget(button)

    def mark(self, index: int) -> None:
        """Mark the section that is read."""
        for button in self.buttons:
            button.set_read(button.index == index)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, ContentsButton):
            self.chosen.emit(button.index)
