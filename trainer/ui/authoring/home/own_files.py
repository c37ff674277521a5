"""One's own files on the first page of writing: as cards, the first of them; more when asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.authoring.home.file_card import FileCard
from trainer.ui.authoring.home.looking import Looking
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.tiles import Tiles
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.authoring.shelf import Mine, Seen
    from trainer.ui.context import Context

MOST: Final = 24
"""Files that show at first, and so many more each time."""

_LEAST: Final = 300
_REST: Final = 300
"""Milliseconds after a key until files are looked for."""


class Facts(NamedTuple):
    """What a card says besides: how far the file is, its id if it can be played.

    ``kept`` is when that of it was written last which is not saved; 0 if there is none.
    """

    state: str
    playable: str
    kept: int = 0


class OwnFiles(QWidget):
    """The cards, a field to find one where there are many, and how far the looking is.

    Attributes:
        cards: those that show.
        seen: what was found last; None while nothing is known yet.

    Signals:
        made(object): a :class:`FileCard` is there.
        changed(): what shows is something else.

    """

    made = Signal(object)
    changed = Signal()

    def __init__(
        self, context: Context, facts: Callable[[Mine], Facts], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._facts = context, facts
        self.cards: list[FileCard] = []
        self.seen: Seen | None = None
        self._shown: object = None
        self._most = MOST
        self._told = False
        self.looking = Looking(self)
        self.looking.far.connect(self._tell_far)
        self.looking.ended.connect(self._found)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self.look)
        self._lay_out()

    def _lay_out(self) -> None:
        column = theme.lay(QVBoxLayout(self), spacing=14)
        self._heading = Heading(_("Your own files"), self)
        self.field = TextField(_("Find one of your files"), self, hint=_("Part of its title"))
        self.field.textEdited.connect(self._sought)
        self._far = SoftLabel("", self)
        self._tiles = QWidget(self)
        self._layout = Tiles(self._tiles, least=_LEAST)
        self._foot = QWidget(self)
        foot = theme.lay(QHBoxLayout(self._foot), spacing=12)
        self._count = SoftLabel("", self._foot)
        self.more = QuietButton(_("Show more"), self._foot)
        self.more.clicked.connect(self._show_more)
        foot.addWidget(self.more)
        foot.addWidget(self._count, 1)
        for part in (self._heading, self.field, self._far, self._tiles, self._foot):
            column.addWidget(part)
            part.hide()

    # Looking

    def look(self) -> None:
        """Look at the files anew."""
        self._soon.stop()
        added = tuple(map(Path, self._context.settings.folders))
        self.looking.look(self.field.text(), self._most, added)

    def _sought(self) -> None:
        self._most = MOST
        self._soon.start()

    def _show_more(self) -> None:
        self._most += MOST
        self.look()

    def _tell_far(self, number: int) -> None:
        """Say that it takes a while."""
        said = _("Your files are being looked at …")
        if number:
            said = ngettext(
                "Your files are being looked at: %(n)d so far.",
                "Your files are being looked at: %(n)d so far.",
                number,
            ) % {"n": number}
        self._far.setText(said)
        for part in (self, self._heading, self._far):
            part.show()
        if not self._told and self.isVisible():
            self._told = True
            self._context.announce(said)

    def _found(self, seen: Seen) -> None:
        self._told = False
        self._far.hide()
        self.setVisible(seen.every > 0)
        self.seen = seen
        facts = [self._facts(one) for one in seen.files]
        if (seen, facts) != self._shown:
            self._shown = (seen, facts)
            self._show(seen, facts)
            self.changed.emit()

    # Showing

    def _show(self, seen: Seen, facts: list[Facts]) -> None:
        focus = QApplication.focusWidget()
        had = focus is not None and self._tiles.isAncestorOf(focus)
        stood = _card_of(focus) if had else None
        for card in self.cards:
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [
            FileCard(
                one, state=said.state, playable=said.playable, kept=said.kept, parent=self._tiles
            )
            for one, said in zip(seen.files, facts, strict=True)
        ]
        for card in self.cards:
            self._layout.addWidget(card)
            card.show()
            self.made.emit(card)
        self._heading.setVisible(seen.every > 0)
        self.field.setVisible(seen.every > MOST)
        self._tiles.setVisible(bool(self.cards))
        self._tell_count(seen)
        if had:
            self._stand_again(stood)

    def _tell_count(self, seen: Seen) -> None:
        left = seen.fitting - len(seen.files)
        self._foot.setVisible(left > 0 or (seen.every > 0 and not seen.fitting))
        self.more.setVisible(left > 0)
        if left > 0:
            said = _("%(shown)d of %(all)d show.")
            self._count.setText(said % {"shown": len(seen.files), "all": seen.fitting})
        else:
            self._count.setText(_("No file of yours has that in its title."))

    def _stand_again(self, stood: FileCard | None) -> None:
        """Stand on the same file as before, if it still shows."""
        path = None if stood is None else stood.mine.path
        cards = [one for one in self.cards if one.mine.path == path] or self.cards
        if cards:
            cards[0].write.setFocus(Qt.FocusReason.OtherFocusReason)


def _card_of(widget: QWidget | None) -> FileCard | None:
    while widget is not None and not isinstance(widget, FileCard):
        widget = widget.parentWidget()
    return widget
