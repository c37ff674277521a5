"""Four questions to ask oneself before any D, and the scene's facts on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from collections.abc import Sequence


class CheckFirst(Card):
    """The questions; "Look around" opens what the scene says about them.

    Signals:
        opened(str): the facts came in view; their plain text.
        more_wanted(): the method's page about checking first.
    """

    opened = Signal(str)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="wash", margins=(17, 12, 17, 14), spacing=6)
        head = theme.lay(QHBoxLayout(), spacing=16)
        head.addWidget(Heading(_("Check first"), role=Role.SUBHEADING), 1)
        self._more = LinkButton(_("Look around"))
        self._more.clicked.connect(self.toggle)
        head.addWidget(self._more)
        about = LinkButton(_("More about it"))
        about.setAccessibleDescription(_("Opens the page about what to look for first"))
        about.clicked.connect(self.more_wanted)
        head.addWidget(about)
        self.body.addLayout(head)
        self._questions = Words(role=Role.NOTE)
        self.body.addWidget(self._questions)
        self._facts = StoryText(role=Role.NOTE)
        self._facts.setAccessibleName(_("What you see when you look around"))
        self._facts.hide()
        self.body.addWidget(self._facts)
        self._text = ""

    def ask(self, questions: Sequence[str], facts: str | None) -> None:
        """Ask these questions; the facts stay closed until they are asked for."""
        self._questions.setText("  ".join(questions))
        self._text = facts or ""
        self._more.setVisible(bool(facts))
        self._facts.set_markdown(self._text)
        self._open(False)

    def toggle(self) -> None:
        """Open or close the facts."""
        if self._text:
            self._open(self._facts.isHidden())

    def _open(self, wanted: bool) -> None:
        self._facts.setVisible(wanted)
        self._more.set_words(_("Hide") if wanted else _("Look around"))
        if wanted:
            self.opened.emit(plain(self._text))
