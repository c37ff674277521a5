"""What stands before any card: what this page is for; then what a file holds, and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills import wording
from trainer.drills.hand import cards
from trainer.language import _, ngettext
from trainer.scenario.files.gathering import origin_words
from trainer.scenario.texts.markup import plain
from trainer.ui import reviewed, theme
from trainer.ui.broken_note import note_of
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.drills.collection import Collection
    from trainer.drills.hand import Part
    from trainer.drills.model import Deck
    from trainer.scenario.files.gathering import Placed


class Welcome(QWidget):
    """What this page is for, while no file is chosen; and which files cannot be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = theme.lay(QVBoxLayout(self), spacing=theme.GAP)
        card = Card(self, spacing=12, margins=(24, 22, 24, 24))
        heading = Heading(_("Someone says something. What do you say?"), role=Role.TITLE)
        self._words = Words(role=Role.SCENE)
        self._kept = SoftLabel()
        for part in (heading, self._words, self._kept):
            card.body.addWidget(part)
        self._column.addWidget(card)
        self._broken: QWidget | None = None

    def tell(self, collection: Collection, *, keeps: bool) -> None:
        """Say what can be done, or what will be here."""
        self._kept.setText(
            _("Nothing is judged here. What you answer is kept on this computer, and only there.")
            if keeps
            else _("Nothing is judged here, and nothing stays when you close the window.")
        )
        is_empty = not collection.decks()
        self._kept.setVisible(not is_empty)
        self._words.setText(
            _("Files of drills from your scenario folders will stand here.")
            if is_empty
            else _(
                "Choose what sort of thing is said. You see one line at a time, say what you "
                "would say, or pick a reply, and then compare. Any of them can be printed."
            )
        )
        self._tell_broken(collection)

    def _tell_broken(self, collection: Collection) -> None:
        take_out(self._column, self._broken)
        self._broken = None
        if collection.broken:
            said = _cannot_be_read(len(collection.broken))
            self._broken = note_of(collection.broken, said, self)
            self._column.addWidget(self._broken)
            self._broken.show()


def _cannot_be_read(count: int) -> str:
    return ngettext(
        "%(n)d file of drills cannot be read. It was not changed, and the others are here.",
        "%(n)d files of drills cannot be read. They were not changed, and the others are here.",
        count,
    ) % {"n": count}


class FileNotes(Region):
    """What a file holds, before its first card. It takes the focus, so that it is read first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Before you begin"))
        column = theme.lay(QVBoxLayout(self), margins=(EDGE, 0, 0, 0))
        card = Card(self, spacing=12, margins=(24, 22, 24, 24))
        column.addWidget(card)
        self._title = Heading(role=Role.TITLE)
        self._summary = Words(role=Role.SCENE)
        self._notes = Words()
        self._status = SoftLabel()
        self._folder = SoftLabel()
        self._sources = SoftLabel(role=Role.SMALL)
        self._parts = (
            self._title, self._summary, self._notes, self._status, self._folder, self._sources
        )  # fmt: skip
        for part in self._parts:
            card.body.addWidget(part)

    def tell(self, placed: Placed[Deck], part: Part) -> None:
        """Introduce another file."""
        deck = placed.content
        # Notes are phrases that may hold commas themselves.
        notes = _("; ").join(map(plain, deck.content_notes))
        known = {
            "many": wording.how_many(part, len(cards(deck, part))),
            "status": reviewed.told(deck, placed.path),
        }
        told = (
            plain(deck.title),
            plain(deck.summary),
            _("In it: %(notes)s.") % {"notes": notes} if notes else "",
            _("%(many)s · %(status)s") % known,
            origin_words(placed),
            wording.sources(deck.sources),
        )
        for label, text in zip(self._parts, told, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleDescription("\n".join(filter(None, told)))
