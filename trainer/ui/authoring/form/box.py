"""Several lines to write in, as high as what is written, up to a page's worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

from trainer.ui import theme
from trainer.ui.authoring.form.own_undo import leave_undo_to_the_page, small
from trainer.ui.widgets.fields import TextBox

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.spelling.asking import Asking
    from trainer.ui.authoring.spelling.marks import SpellingMarks

MOST: Final = 14
"""Lines from which it scrolls."""


class FormBox(TextBox):
    """Several lines; the bar at its side shows only where it scrolls."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2) -> None:
        self._counted: tuple[str, int, int] | None = None
        self._tall = 0
        self.spelling: SpellingMarks | None = None
        super().__init__("", parent, lines=lines)
        small(self.edit)
        leave_undo_to_the_page(self.edit)
        self._grow()

    def look_at_spelling(self, asking: Asking) -> None:
        """Mark what may be misspelt, from now on."""
        if self.spelling is None:
            # Read in when there is something to write in.
            from trainer.ui.authoring.spelling.marks import SpellingMarks

            self.spelling = SpellingMarks(self.edit, asking)
        else:
            self.spelling.mark()

    def ask(self, question: str) -> None:
        """Ask something while nothing is written, on as many lines as it takes."""
        if question != self.edit.placeholderText():
            self.edit.setPlaceholderText(question)
            self._grow()

    def _grow(self) -> None:
        lines = self._count()
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if lines > MOST else policy.ScrollBarAlwaysOff
        if bar != self.edit.verticalScrollBarPolicy():
            self.edit.setVerticalScrollBarPolicy(bar)
        line = QFontMetrics(self.edit.font()).lineSpacing()
        tall = line * min(max(lines, self._lines), MOST) + theme.px(10)
        if tall != self._tall:
            self._tall = tall
            self.edit.setFixedHeight(tall)

    def _count(self) -> int:
        """Count the lines that the text takes at this width; no more than scrolls anyway.

        What Qt has laid out of it may be of another width, or not have been looked at yet.
        """
        inside = theme.px(10) + theme.px(6) + 2 * self.edit.document().documentMargin()
        width = int(self.width() - inside)
        shown = self.text() or self.edit.placeholderText()
        asked = shown, width, self.edit.font().pixelSize()
        if self._counted is None or self._counted != asked:
            self._counted = asked
            self._lines_now = lines_of(asked[0], self.edit.font(), width)
        return self._lines_now


def lines_of(text: str, font: QFont, width: int) -> int:
    """Count the lines of a text that wraps at a width; counting ends where it would scroll."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    count = 0
    for block in text.split("\n"):
        layout = QTextLayout(block, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid() and count <= MOST:
            line.setLineWidth(max(1, width))
            count += 1
        layout.endLayout()
        if count > MOST:
            break
    return count
