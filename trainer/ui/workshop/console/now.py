"""What the room sees now, what comes next and why, and the notes that nobody else sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import Heading, SoftLabel
from trainer.workshop.telling.console_view import Whose

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.workshop.telling.coming import Coming
    from trainer.workshop.telling.console_view import Note
    from trainer.workshop.telling.room_view import RoomView

_EDGE = 8

MOST = 300
"""Characters of what comes next that are enough to know it again."""


class NextCard(Card):
    """What the forward key does now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(16, 12, 16, 14), spacing=6)
        self.body.addWidget(SoftLabel(_("Next"), self))
        self._title = Heading("", self, role=Role.SUBHEADING)
        self._why = SoftLabel("", self)
        self._text = SoftLabel("", self)
        for label in (self._title, self._why, self._text):
            self.body.addWidget(label)
        self.body.addStretch(1)
        self._shown: Coming | None = None

    def show_next(self, coming: Coming) -> None:
        """Say what comes."""
        if coming == self._shown:
            return
        self._shown = coming
        self._title.setText(coming.title)
        text = "" if coming.view is None else gist(coming.view)
        for label, words in ((self._why, coming.why), (self._text, text)):
            label.setText(words)
            label.setVisible(bool(words))


class NoteText(StoryText):
    """One note. Its keys are the room's: it keeps none but those that copy, or lead to a link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role=Role.BODY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to what is around it what would only scroll here."""
        if self.has_links or event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
        else:
            event.ignore()


class NotesCard(Card):
    """Notes for the facilitator alone. They take the focus as a whole: arrows then scroll them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        # The bar that shows the focus stands in the margin.
        super().__init__(parent, margins=(16 - _EDGE, 12, 16, 14), spacing=0)
        self.reading = Region(self)
        self.reading.setAccessibleName(_("Notes (only you see this)"))
        inside = theme.lay(QVBoxLayout(self.reading), margins=(_EDGE, 0, 0, 0), spacing=6)
        self._heading = SoftLabel(_("Notes (only you see this)"), self.reading)
        inside.addWidget(self._heading)
        self._column = theme.lay(QVBoxLayout(), spacing=10)
        inside.addLayout(self._column)
        self._empty = SoftLabel(_("No notes for this part."), self.reading)
        inside.addWidget(self._empty)
        self.body.addWidget(self.reading)
        self.body.addStretch(1)
        self.texts: list[NoteText] = []
        self._shown: tuple[Note, ...] | None = None

    def tell_who_sees(self, *, everybody: bool) -> None:
        """Say who sees them: on the only screen, everybody does while it shows the console."""
        said = _("Notes (the room sees them, too)") if everybody else _("Notes (only you see this)")
        self._heading.setText(said)
        self.reading.setAccessibleName(said)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show the notes of this moment."""
        if notes == self._shown:
            return
        self._shown = notes
        while len(self.texts) < len(notes):
            text = NoteText(self.reading)
            self._column.addWidget(text)
            self.texts.append(text)
        for number, text in enumerate(self.texts):
            text.setVisible(number < len(notes))
            if number < len(notes):
                text.set_markdown(written(notes[number]))
        self._empty.setVisible(not notes)
        read = "\n".join(text.words() for text in self.texts[: len(notes)])
        self.reading.setAccessibleDescription(read or self._empty.text())


def written(note: Note) -> str:
    """Give a note as it is read, in Markdown."""
    if note.whose is Whose.ASK:
        return _("**Ask:** %(question)s") % {"question": note.text}
    return note.text


def gist(view: RoomView) -> str:
    """Give what is on a screen in a few lines, to know it again by."""
    text = plain(view.text)
    lines = [f"{plain(line.name)}: {plain(line.text)}" if line.name else plain(line.text)
             for line in view.lines]  # fmt: skip
    if len(view.votes) == 1:
        options = view.votes[0].question.options
        lines += [" · ".join(f"{n} {one.text}" for n, one in enumerate(options, 1))]
    else:
        lines += [vote.question.text for vote in view.votes]
    if view.feedback is not None:
        lines += [f"{one.name}: {plain(one.text)}" for one in view.feedback.about]
    said = "\n".join(one for one in (text, *lines, plain(view.note)) if one)
    return said if len(said) <= MOST else f"{said[:MOST].rsplit(' ', 1)[0]} …"
