"""What stands before any card: what this page is for; then what a file holds, and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trainer.drills import wording
from trainer.drills.hand import Part, cards
from trainer.language import _
from trainer.scenario import reviews
from trainer.scenario.markup import plain
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import FactChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.drills.model import Deck
    from trainer.scenario.gathering import Placed


class Welcome(Card):
    """What this page is for, while no file is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=12, margins=(24, 22, 24, 24))
        heading = Heading(_("Someone says something. What do you say?"), role=Role.TITLE)
        self.body.addWidget(heading)
        self._words = Words(role=Role.SCENE)
        self._kept = SoftLabel(_("Nothing is judged here, nothing is counted, nothing is kept."))
        self.body.addWidget(self._words)
        self.body.addWidget(self._kept)

    def tell(self, *, is_empty: bool) -> None:
        """Say what can be done, or what will be here."""
        self._kept.setVisible(not is_empty)
        self._words.setText(
            _("Files of drills from your scenario folders will stand here.")
            if is_empty
            else _(
                "Choose what sort of thing is said. You see one line at a time, think of what "
                "you would say, and then look at a few replies. Any of them can be printed."
            )
        )


class FileNotes(Card):
    """What a file holds, before its first card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=14, margins=(24, 24, 24, 24))
        self._title = Heading(role=Role.TITLE)
        facts = QWidget(self)
        self._facts = FlowLayout(facts, spacing=8)
        self._chips: list[FactChip] = []
        self._summary = Words(role=Role.SCENE)
        self._notes = Words()
        self._folder = SoftLabel()
        self._sources = SoftLabel(role=Role.SMALL)
        for part in (
            self._title, facts, self._summary, self._notes, self._folder, self._sources
        ):  # fmt: skip
            self.body.addWidget(part)

    def tell(self, placed: Placed[Deck], part: Part) -> None:
        """Introduce another file."""
        deck = placed.content
        self._title.setText(deck.title)
        self._show_facts(
            wording.how_many(part, len(cards(deck, part))),
            reviews.told(deck.status, deck.reviewed),
        )
        self._summary.setText(plain(deck.summary))
        # Notes are phrases that may hold commas themselves.
        notes = _("; ").join(map(plain, deck.content_notes))
        self._notes.setText(_("In it: %(notes)s.") % {"notes": notes})
        self._notes.setVisible(bool(notes))
        self._folder.setText(whose(placed))
        self._folder.setVisible(placed.folder is not None)
        self._sources.setText(wording.sources(deck.sources))
        self._sources.setVisible(bool(deck.sources))

    def _show_facts(self, *facts: str) -> None:
        for chip in self._chips:
            self._facts.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [FactChip(fact) for fact in facts if fact]
        for chip in self._chips:
            self._facts.addWidget(chip)


def whose(placed: Placed[Deck]) -> str:
    """Say from which folder a file is; empty for what the program brings along."""
    if placed.folder is None:
        return ""
    known = {"folder": placed.folder.name}
    if placed.overrides:
        return _("From the folder “%(folder)s”, instead of the one that comes along.") % known
    return _("From the folder “%(folder)s”.") % known
