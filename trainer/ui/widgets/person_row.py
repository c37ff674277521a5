"""A name and what it was like for that person, side by side or stacked."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import Words

_NAME_WIDTH = 92
_STACKED = 34
"""Width, in digits, below which the name stands above the text."""


class PersonRow(Fits, QWidget):
    """Shows a name and a text; reused. ``name_width`` is the room for names, unscaled."""

    def __init__(self, parent: QWidget | None = None, *, name_width: int = _NAME_WIDTH) -> None:
        super().__init__(parent)
        self._name_width = name_width
        self._box = theme.lay(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), spacing=12)
        self._name = Words(role=Role.STRONG, tone="soft")
        self._text = StoryText(role=Role.BODY)
        self._column = theme.lay(QBoxLayout(QBoxLayout.Direction.TopToBottom))
        self._column.addWidget(self._name)
        self._column.addStretch(1)
        self._box.addLayout(self._column)
        self._box.addWidget(self._text, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, name: str, text: str, *, literal: bool = False) -> None:
        """Show another name and text: Markdown, or with ``literal`` letter by letter."""
        self._name.setText(name)
        (self._text.set_literal if literal else self._text.set_markdown)(text)
        self._text.setAccessibleName(name)

    def fit(self) -> None:
        """Stand anew at another width."""
        above = self.width() < _STACKED * QFontMetrics(theme.font()).horizontalAdvance("0")
        theme.turn(self._box, beside=not above)
        self._box.setSpacing(theme.px(0 if above else 12))
        if above:
            self._name.setMinimumWidth(0)
            self._name.setMaximumWidth(theme.ANY_SIZE)
        else:
            self._name.setFixedWidth(theme.px(self._name_width))
