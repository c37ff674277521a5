"""A drill as Learn shows it, and a help entry as Get help does, as they stand in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.authoring import formats
from trainer.drills.attempt import Attempt
from trainer.drills.hand import Hand, Part
from trainer.drills.reading import DRILLS
from trainer.help.directory import Listed
from trainer.help.reading import HELP
from trainer.language import _
from trainer.scenario.files import reading as files
from trainer.scenario.problems import Severity
from trainer.ui.dialogs import Sheet
from trainer.ui.drills.pane import Pane
from trainer.ui.help.entry_card import EntryCard
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.drills.model import Deck
    from trainer.help.directory import Directory
    from trainer.help.model import HelpFile
    from trainer.scenario.files.shapes import Format
    from trainer.ui.authoring.workbench import Workbench
    from trainer.ui.context import Context


def show(bench: Workbench, parent: QWidget) -> None:
    """Show what is selected as others will see it; what keeps it from that is said instead."""
    document, path = bench.document, bench.path
    if document is None:
        return
    made: Sheet | None = None
    if document.format == formats.DRILLS:
        deck: Deck | None = _read(bench, DRILLS)
        if deck is not None and (deck.drills or deck.reflections):
            made = DrillSheet(bench.context, deck, path, parent)
    else:
        listed: HelpFile | None = _read(bench, HELP)
        entries = {} if listed is None else dict(listed.entries)
        wanted = path[1] if path[:1] == ("entries",) and len(path) > 1 else next(iter(entries), "")
        if listed is not None and wanted in entries:
            entry = Listed(entries[str(wanted)], listed.language, document.path)
            known = bench.context.help.with_places_of(listed)
            made = EntrySheet(bench.context, known, entry, parent)
    if made is None:
        bench.say(_("It can be shown once everything in it is written, and no error is left."))
    else:
        made.open()


def _read(bench: Workbench, form: Format[Any]) -> Any:
    document = bench.document
    assert document is not None
    reading = files.read_bytes(document.text.encode(), document.path, (form,))
    wrong = any(one.severity is Severity.ERROR for one in reading.problems)
    return reading.partly if wrong else reading.content


class _AsSeen(Sheet):
    """A sheet with a word that nothing in it is kept."""

    def __init__(self, context: Context, heading: str, note: str, parent: QWidget) -> None:
        super().__init__(context, heading, parent, width=760)
        self.body.addWidget(SoftLabel(note, self))
        self.close_button = QuietButton(_("Close"), self)
        self.close_button.clicked.connect(self.accept)
        self.buttons.addWidget(self.close_button)


class DrillSheet(_AsSeen):
    """A drill, or a card to think about, to be answered and turned over."""

    def __init__(
        self, context: Context, deck: Deck, path: tuple[str | int, ...], parent: QWidget
    ) -> None:
        note = _("This is how Learn shows it. Nothing that you answer here is kept.")
        super().__init__(context, _("Try it out"), note, parent)
        self._soften = context.settings.soften
        key = str(path[1]) if len(path) > 1 else ""
        thoughts = key in deck.reflections or not deck.drills
        self.hand, self._attempts = Hand(), dict[int, Attempt]()
        self.hand.take(deck, Part.REFLECTIONS if thoughts else Part.DRILLS, key)
        if self.hand.card is None:
            self.hand.next()
        self.pane = Pane(self)
        self.pane.offer_back(False)
        self.pane.picked.connect(self._pick)
        self.pane.done.connect(self.turn)
        self.pane.side_wanted.connect(self._meet)
        self.pane.rated.connect(self.turn)
        self.body.addWidget(self.pane)
        self.on = PrimaryButton("", self)
        self.on.clicked.connect(self.turn)
        self.buttons.addWidget(self.on)
        self._tell()
        self.pane.reading(self.hand).setFocus()

    @property
    def _attempt(self) -> Attempt:
        return self._attempts.setdefault(self.hand.number, Attempt())

    def _tell(self) -> None:
        self.pane.show_card(
            self.hand, self._attempt, (), soften=self._soften, ticked=False, keeps=False
        )
        for head in (self.pane.drill.head, self.pane.thought.head):
            head.tick.hide()  # Nothing is printed from here.
        words = _("Show what is behind it") if self.hand.has_more else _("The next one")
        self.on.set_words(words)
        self.on.setVisible(self.hand.has_more or not self.hand.is_last)
        chain(self)

    def turn(self) -> None:
        """Show what is behind it, then the next one."""
        self.hand.go_on()
        self._tell()
        self.pane.reading(self.hand).setFocus()

    def _pick(self, reply: str) -> None:
        self._attempt.pick(reply)
        self.turn()

    def _meet(self, side: Any) -> None:
        self.hand.take_side(side)
        self._tell()


class EntrySheet(_AsSeen):
    """An entry, unfolded."""

    def __init__(
        self, context: Context, directory: Directory, listed: Listed, parent: QWidget
    ) -> None:
        note = _("This is how Get help shows it, once it is saved.")
        super().__init__(context, _("As others will see it"), note, parent)
        self.card = EntryCard(context, directory, listed, self)
        self.card.show_rest(opened=True)
        self.body.addWidget(self.card)
        chain(self)
        self.close_button.setFocus()
