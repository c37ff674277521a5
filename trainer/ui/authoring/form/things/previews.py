"""What the room will see: a slide from a page about the method, and what a story is like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _, ngettext
from trainer.scenario.texts.markup import plain
from trainer.ui import scenario_words
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.plans.model import Slide
    from trainer.ui.context import Context


class SlidePreview(Card):
    """The heading and the text of the section that a slide shows."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(14, 10, 14, 12), spacing=4)
        self._context = context
        self._above = SoftLabel("", self, role=Role.SMALL)
        self._heading = Words("", self, role=Role.STRONG)
        self._text = StoryText(self, role=Role.NOTE)
        for widget in (self._above, self._heading, self._text):
            self.body.addWidget(widget)

    def show_slide(self, slide: Slide) -> None:
        """Show what a slide from a page says, in its own words if any; of many, the first."""
        placed = self._context.method.page(slide.page or "")
        found = [
            one
            for one in (placed.content.sections if placed is not None else ())
            if slide.section in (None, one.id)
        ]
        self.setVisible(bool(found))
        if not found:
            return
        many = ngettext("The room sees %(n)d slide:", "The room sees %(n)d slides, first:",
                        len(found))  # fmt: skip
        self._above.setText(many % {"n": len(found)})
        self._heading.setText(plain(slide.title or found[0].heading))
        self._text.set_markdown(slide.text or found[0].text)


class StoryPreview(Card):
    """What a story is like, how long it is, and its content notes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="well", margins=(14, 10, 14, 12), spacing=4)
        self._context = context
        self._facts = SoftLabel("", self)
        self._summary = Words("", self)
        self._notes = SoftLabel("", self)
        for widget in (self._facts, self._summary, self._notes):
            self.body.addWidget(widget)

    def show_story(self, scenario: str | None) -> None:
        """Show a story of the library, or nothing."""
        card = self._context.library.card(scenario) if scenario else None
        self.setVisible(card is not None)
        if card is None:
            return
        self._facts.setText(scenario_words.facts(card))
        self._summary.setText(plain(card.summary))
        notes = _(", ").join(plain(one) for one in card.content_notes)
        said = _("Told before the story begins, as hard to read: %(notes)s") % {"notes": notes}
        self._notes.setText(said if notes else _("Nothing is told before it as hard to read."))
