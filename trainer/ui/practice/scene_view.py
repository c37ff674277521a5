"""What is seen and heard in a scene, from top to bottom: picture, narration, dialogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.practice.transcript import spoken_text
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.practice.spoken_line import SpokenLine
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from trainer.practice.view import Spoken


def heard(text: str, lines: Sequence[Spoken]) -> str:
    """Give what a scene says as plain text, to be spoken."""
    return "\n".join(part for part in (plain(text), *(spoken_text(line) for line in lines)) if part)


class Reading(Region):
    """Narration and lines. It takes the focus, so that a scene can be read before deciding.

    Its widgets are kept and filled anew; a new scene makes no new ones unless it is longer
    than any before.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = theme.lay(QVBoxLayout(self), margins=(EDGE, 0, 0, 0), spacing=12)
        self._first = SpokenLine(self)
        self._text = StoryText(self)
        self._text.setAccessibleName(_("What happens"))
        self._column.addWidget(self._first)
        self._column.addWidget(self._text)
        self._lines: list[SpokenLine] = []

    def show_passage(self, first: Spoken | None, text: str, lines: Sequence[Spoken]) -> None:
        """Show what was done, if something was, then a text and the lines after it."""
        self._first.setVisible(first is not None)
        if first is not None:
            self._first.speak(first)
        self._text.setVisible(bool(text.strip()))
        self._text.set_markdown(text)
        while len(self._lines) < len(lines):
            widget = SpokenLine(self)
            self._lines.append(widget)
            self._column.addWidget(widget)
        for index, widget in enumerate(self._lines):
            if index < len(lines):
                widget.speak(lines[index])
            widget.setVisible(index < len(lines))
        self.setAccessibleName(_("The scene"))
        said = [spoken_text(first)] if first is not None else []
        self.setAccessibleDescription("\n".join([*said, heard(text, lines)]))


class HardPart(QWidget):
    """Says what is hard in a scene, and offers to skip it.

    Signals:
        skip_wanted(): the hard part shall be left out.
    """

    skip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, margins=(12, 4, 8, 4), spacing=8)
        self._words = LineLabel("", self, role=Role.NOTE)
        self._skip = LinkButton(_("Skip the hard part"), self)
        self._skip.clicked.connect(self.skip_wanted)
        flow.addWidget(self._words)
        flow.addWidget(self._skip)

    def tell(self, notes: Sequence[str], *, can_skip: bool, skipped: bool) -> None:
        """Say what it is about; hide when there is nothing to say."""
        if skipped:
            self._words.setText(_("The hard part is left out. You read what happened instead."))
        elif notes:
            self._words.setText(
                _("In this part: %(notes)s.") % {"notes": _(", ").join(map(plain, notes))}
            )
        else:
            self._words.setText(_("This part is hard to read."))
        self._skip.setVisible(can_skip)
        self.setVisible(can_skip or skipped)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a quiet surface."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.well))
        corner = theme.px(theme.CONTROL_CORNER)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
