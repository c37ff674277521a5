"""One thing to settle: what it is, how it stands, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, Words
from trainer.ui.workshop.ready.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Callable


class ReadyRow(QWidget):
    """A mark, a heading, a sentence, and below them whatever settles it."""

    def __init__(self, icon: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = theme.lay(QHBoxLayout(self), spacing=14)
        self._icon = icon
        self.mark = Mark(self, icon)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self.column = theme.lay(QVBoxLayout(), spacing=4)
        line.addLayout(self.column, 1)
        self.heading = Heading(heading, self, role=Role.SUBHEADING)
        self.column.addWidget(self.heading)
        self.said = Words("", self, tone="soft")
        self.column.addWidget(self.said)
        self.acts: FlowLayout | None = None

    def say(self, sentence: str, *, settled: bool) -> None:
        """Say how it stands; what is settled has its mark in teal."""
        self.said.setText(sentence)
        self.mark.show_mark(self._icon, "teal" if settled else "soft")

    def add_act(self, words: str, icon: str, act: Callable[[], object]) -> QuietButton:
        """Add a button below."""
        button = QuietButton(words, self, icon=icon)
        button.setAccessibleDescription(self.heading.text())
        button.clicked.connect(act)
        self.add_control(button)
        return button

    def add_control(self, control: QWidget) -> None:
        """Add something to press or pick from below."""
        if self.acts is None:
            self.column.addSpacing(theme.px(4))
            self.acts = FlowLayout(spacing=10)
            self.column.addLayout(self.acts)
        self.acts.addWidget(control)
