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


class Bubble(QFrame):
    """The surface behind what is said: plain for others, washed for the learner."""

    def __init__(self, parent: QWidget | None = None, *, role: Role = Role.SCENE) -> None:
        super().__init__(parent)
        self._yours = False
        self._edge = "line"
        self.text = StoryText(self, role=role, hugs=True)
        column = theme.lay(QVBoxLayout(self), margins=(15, 10, 15, 10))
        column.addWidget(self.text)
        _follow_width(self)

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


class _Said(QWidget):
    """A name with a bubble beside it, or below it where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = theme.lay(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), spacing=14)
        self._name = Words(role=Role.SPEAKER)
        self._bubble = Bubble(self)
        self._box.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        # As high as its own words, also beside a name of two lines.
        self._box.addWidget(self._bubble, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addStretch(1)
        self._above: bool | None = None
        _follow_width(self)
        self._stand()

    def speak(self, line: Spoken) -> None:
        text = self._bubble.text
        show = text.set_literal if line.literal else text.set_markdown
        show(line.text, line.marks())
        text.setAccessibleName(line.name)
        self._name.setText(line.name)
        self._name.setVisible(bool(line.name) and not line.names_itself())
        self._name.set_tone(_TONES[line.role])
        self._bubble.dress(yours=line.role is None, harming=line.role is CastRole.HARMING)

    def restyled(self) -> None:
        """Stand anew at another text size."""
        self._above = None
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand anew at another width."""
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        above = self.width() < _STACKED * QFontMetrics(theme.font()).horizontalAdvance("0")
        if above == self._above:
            return
        self._above = above
        theme.turn(self._box, beside=not above)
        self._box.setSpacing(theme.px(2 if above else 14))
        self._name.setContentsMargins(0, 0 if above else theme.px(10), 0, 0)
        self._box.setStretch(2, 0 if above else 1)
        if above:
            self._name.setMinimumWidth(0)
            self._name.setMaximumWidth(theme.ANY_SIZE)
        else:
            self._name.setFixedWidth(theme.px(_NAME_WIDTH))


class _Thought(QWidget):
    """The inner voice, with a bar beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = Words(role=Role.NOTE_STRONG, tone="soft")
        self._text = StoryText(self, tone="soft")
        column = theme.lay(QVBoxLayout(self), margins=(16, 2, 0, 2))
        column.addWidget(self._who)
        column.addWidget(self._text)
        _follow_width(self)

    def speak(self, line: Spoken) -> None:
        who = _("%(name)s, to yourself") % {"name": line.name}
        self._who.setText(who)
        self._text.setAccessibleName(who)
        self._text.set_markdown(line.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        colours = theme.colours()
        wide = theme.px(4)
        side = self.width() - wide if self.isRightToLeft() else 0
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.outline if colours.contrast else colours.line))
        painter.drawRoundedRect(QRectF(side, 0, wide, self.height()), 2, 2)


class SpokenLine(QWidget):
    """A line with its speaker; reused from scene to scene."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said, self._thought, self._told = _Said(self), _Thought(self), StoryText(self)
        column = theme.lay(QVBoxLayout(self))
        for part in (self._said, self._thought, self._told):
            column.addWidget(part)
            part.hide()
        _follow_width(self)

    def speak(self, line: Spoken) -> None:
        """Show another line."""
        if line.voice is Voice.NARRATION:
            self._told.set_markdown(line.text)
        elif line.voice is Voice.THOUGHT:
            self._thought.speak(line)
        else:
            self._said.speak(line)
        self._told.setVisible(line.voice is Voice.NARRATION)
        self._thought.setVisible(line.voice is Voice.THOUGHT)
        self._said.setVisible(line.voice in (Voice.SAID, Voice.DONE))


def _follow_width(widget: QWidget) -> None:
    """Let a widget be as high as its contents are at its width.

    Not "Fixed": that would hold it at the height of its words on one line.
    """
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
