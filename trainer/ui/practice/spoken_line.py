"""One line of a scene: who speaks, and beside it what is said, done or thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from trainer.language import _
from trainer.practice.view import Spoken, Voice
from trainer.scenario.model import Role as CastRole
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_TONES = {
    CastRole.TARGETED: "document",
    CastRole.HARMING: "direct",
    CastRole.BYSTANDER: "delegate",
    CastRole.AUTHORITY: "distract",
    CastRole.ALLY: "delay",
    None: "teal",
}
"""Colour of a name by what the person is here; the name itself always stands beside it."""

_NAME_WIDTH = 112
_STACKED = 40
"""Width, in digits, below which the name stands above what is said."""

_QUOTES = ("“", "”", '"', "«", "„", "「", "『")


class Bubble(QFrame):
    """The surface behind what is said: plain for others, washed for the learner."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._yours = False
        self._edge = "line"
        self.text = StoryText(self, hugs=True)
        column = theme.lay(QVBoxLayout(self), margins=(15, 10, 15, 10))
        column.addWidget(self.text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def dress(self, *, yours: bool, harming: bool) -> None:
        """Tell whose words these are."""
        self._yours = yours
        self._edge = "direct" if harming else "line"
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        palette = theme.colours()
        edge = QColor(getattr(palette, self._edge))
        if self._edge == "direct" and not palette.contrast:
            edge.setAlphaF(0.45)
        fill = palette.wash if self._yours else palette.card
        painter = QPainter(self)
        border = palette.line if palette.contrast or not self._yours else fill
        if self._edge == "direct":
            border = edge.name(QColor.NameFormat.HexArgb)
        paint_surface(painter, QRectF(self.rect()), fill=fill, border=border)


class SpokenLine(QWidget):
    """A line with its speaker; reused from scene to scene."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: Spoken | None = None
        self._box = theme.lay(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), spacing=14)
        self._name = Words(role=Role.SPEAKER)
        self._name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._name_place = theme.lay(QVBoxLayout(), margins=(0, 10, 0, 0))
        self._name_place.addWidget(self._name)
        self._name_place.addStretch(1)
        self._bubble = Bubble(self)
        self._bare = StoryText(self)
        self._thought = StoryText(self, tone="soft")
        self._thinker = Words(role=Role.NOTE_STRONG, tone="soft")
        self._inner = theme.lay(QVBoxLayout(), margins=(16, 2, 0, 2), spacing=0)
        self._inner.addWidget(self._thinker)
        self._inner.addWidget(self._thought)
        self._box.addLayout(self._name_place)
        self._box.addWidget(self._bubble)
        self._box.addWidget(self._bare, 1)
        self._box.addLayout(self._inner, 1)
        self._box.addStretch(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def speak(self, line: Spoken) -> None:
        """Show another line."""
        self._line = line
        has_bubble = line.voice in (Voice.SAID, Voice.DONE)
        self._name.setVisible(has_bubble)
        self._bubble.setVisible(has_bubble)
        self._bare.setVisible(line.voice is Voice.NARRATION)
        for part in (self._thinker, self._thought):
            part.setVisible(line.voice is Voice.THOUGHT)
        if line.voice is Voice.NARRATION:
            self._bare.set_markdown(line.text)
        elif line.voice is Voice.THOUGHT:
            self._thinker.setText(_("%(name)s, to yourself") % {"name": line.name})
            self._thought.set_markdown(line.text)
        else:
            self._say(line)
        self._stand()

    def _say(self, line: Spoken) -> None:
        said = line.voice is Voice.SAID and not line.text.lstrip().startswith(_QUOTES)
        before, behind = _("“%(text)s”").split("%(text)s") if said else ("", "")
        text = self._bubble.text
        if line.literal:
            text.set_literal(line.text, (before, behind))
        else:
            text.set_markdown(line.text, (before, behind))
        text.setAccessibleName(line.name)
        self._name.setText(line.name)
        self._name.set_tone(_TONES[line.role])
        yours = line.role is None
        self._bubble.dress(yours=yours, harming=line.role is CastRole.HARMING)
        # A line stands alone: what is not stretched is pushed to the side where reading begins.
        self._box.setStretch(4, 1)

    def _stand(self) -> None:
        """Put the name beside or above, as there is room."""
        digit = QFontMetrics(theme.font()).horizontalAdvance("0")
        above = self.width() < _STACKED * digit
        across = QBoxLayout.Direction
        self._box.setDirection(across.TopToBottom if above else across.LeftToRight)
        self._box.setSpacing(theme.px(2 if above else 14))
        self._name_place.setContentsMargins(0, 0 if above else theme.px(10), 0, 0)
        if above:
            self._name.setMinimumWidth(0)
            self._name.setMaximumWidth(16_777_215)
        else:
            self._name.setFixedWidth(theme.px(_NAME_WIDTH))
        bare = self._line is not None and self._line.voice in (Voice.SAID, Voice.DONE)
        self._box.setStretch(4, 0 if above or not bare else 1)

    def restyled(self) -> None:
        """Stand anew at another text size."""
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand anew at another width."""
        super().resizeEvent(event)
        self._stand()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar beside the inner voice."""
        if self._line is None or self._line.voice is not Voice.THOUGHT:
            return
        colours = theme.colours()
        side = self.width() - theme.px(4) if self.isRightToLeft() else 0
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.outline if colours.contrast else colours.line))
        painter.drawRoundedRect(QRectF(side, 0, theme.px(4), self.height()), 2, 2)
