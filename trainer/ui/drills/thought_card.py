"""A card to think about: one question, large; a thought and its sources on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills import wording
from trainer.drills.hand import Part
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.drills.drill_card import CardHead
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from trainer.drills.model import Reflection


class Question(Region):
    """The question; it takes the focus, so that it can be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Question"))
        column = theme.lay(QVBoxLayout(self), margins=(EDGE, 2, 0, 2))
        self._text = StoryText(self, role=Role.DISPLAY)
        self._text.setAccessibleName(_("Question"))
        column.addWidget(self._text)

    def ask(self, question: str) -> None:
        """Ask another one."""
        self._text.set_markdown(question)
        self.setAccessibleDescription(plain(question))


class Thought(Region):
    """What somebody else thought about it, and where that comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("A thought"))
        column = theme.lay(QVBoxLayout(self), margins=(EDGE, 0, 0, 0))
        card = Card(self, fill="wash", margins=(20, 16, 20, 18), spacing=10)
        column.addWidget(card)
        self._note = StoryText(card)
        self._note.setAccessibleName(_("A thought"))
        self._sources = SoftLabel("", card, role=Role.SMALL)
        card.body.addWidget(self._note)
        card.body.addWidget(self._sources)

    def tell(self, reflection: Reflection) -> None:
        """Show the thought of another card."""
        self._note.set_markdown(reflection.note or "")
        self._note.setVisible(bool(reflection.note))
        self._sources.setText(wording.sources(reflection.sources))
        self._sources.setVisible(bool(reflection.sources))
        self.setAccessibleDescription(wording.heard_thought(reflection))


class ThoughtCard(Card):
    """A card to think about; the thought stays hidden until :meth:`turn`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(14, 18, 26, 30), spacing=26)
        self.head = CardHead(self)
        self.question = Question(self)
        self.thought = Thought(self)
        for part in (self.head, self.question, self.thought):
            self.body.addWidget(part)

    def show_reflection(
        self, reflection: Reflection, place: tuple[int, int], *, turned: bool, ticked: bool
    ) -> None:
        """Show another card."""
        self.head.tell("", wording.place(Part.REFLECTIONS, *place), ticked=ticked)
        self.question.ask(reflection.ask)
        self.thought.tell(reflection)
        self.thought.setVisible(turned)
