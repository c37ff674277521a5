"""The services that were found, in groups; what can be done where nothing was."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.help.entry_card import EntryCard
from trainer.ui.theme import Role
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from trainer.help.directory import Directory, Listed
    from trainer.ui.context import Context

_CHUNK: Final = 8
"""Cards and headings that are made before the page shows, more than fill a window; the others
follow in as many chunks as it takes, while one looks at the first.

Each chunk lays out its own: with all cards in one layout each new one would cost as much as all
before it.
"""

_GAP: Final = 10


class Results(QWidget):
    """Groups of cards. Cards are made once, and come and go with what is looked for.

    Signals:
        order_changed(): cards came or went: Tab has to go another way.
        unfolded(object): an :class:`EntryCard`.
    """

    order_changed = Signal()
    unfolded = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._directory: Directory | None = None
        self._column = theme.lay(QVBoxLayout(self), spacing=_GAP)
        self._cards: dict[str, EntryCard] = {}
        self._shown: list[EntryCard] = []
        self._chunks: list[QWidget] = []
        self._language = ""
        self._waiting: deque[str | Listed] = deque()
        self._soon = QTimer(self)
        self._soon.timeout.connect(self._go_on)

    def use(self, directory: Directory) -> None:
        """Show entries of another directory from now on."""
        if directory is self._directory:
            return
        self._directory = directory
        self._clear()
        for card in self._cards.values():
            card.deleteLater()
        self._cards = {}

    def show_groups(
        self,
        groups: Sequence[tuple[str, Sequence[Listed]]],
        *,
        language: str = "",
        pinned: Listed | None = None,
    ) -> None:
        """Show these entries, each group below its heading.

        ``language`` is named first of those that a service has; ``pinned`` stands above all.
        """
        self._clear()
        self._language = language
        if pinned is not None:
            self._waiting.append(pinned)
        for heading, entries in groups:
            rest = [one for one in entries if one is not pinned]
            self._waiting += [heading, *rest] if rest else []
        self._go_on()

    def cards(self) -> list[EntryCard]:
        """Give the cards in view, top to bottom; those to come are made first."""
        while self._waiting:
            self._go_on()
        return self._shown

    def card(self, key: str) -> EntryCard | None:
        """Give the card of an entry, if it is in view."""
        return next((card for card in self.cards() if card.listed.entry.key == key), None)

    def walk(self, by: int) -> None:
        """Move the focus to the next card, or to the first one."""
        cards = self.cards()
        at = next((number for number, one in enumerate(cards) if _has_focus(one)), None)
        to = (0 if by > 0 else len(cards) - 1) if at is None else at + by
        if cards:
            cards[min(len(cards) - 1, max(0, to))].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows: here, before what scrolls around it takes them."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walk(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self._soon.stop()
        self._waiting.clear()
        for card in self._shown:
            card.hide()
            card.setParent(self)
        take_out(self._column, *self._chunks)
        self._shown, self._chunks = [], []

    def _go_on(self) -> None:
        """Add a chunk of what waits; say when there is no more."""
        if self._waiting and self._directory is not None:
            self._add_chunk(self._directory)
        if self._waiting:
            self._soon.start(0)
            return
        self._soon.stop()
        self.order_changed.emit()

    def _add_chunk(self, directory: Directory) -> None:
        chunk = QWidget(self)
        column = theme.lay(QVBoxLayout(chunk), spacing=_GAP)
        for _number in range(min(_CHUNK, len(self._waiting))):
            one = self._waiting.popleft()
            if isinstance(one, str):
                self._add_heading(chunk, column, one)
                continue
            card = self._card_of(directory, one)
            column.addWidget(card)
            card.show()
            self._shown.append(card)
        self._column.addWidget(chunk)
        self._chunks.append(chunk)
        chunk.show()

    def _card_of(self, directory: Directory, listed: Listed) -> EntryCard:
        card = self._cards.get(listed.entry.key)
        if card is None:
            card = self._cards[listed.entry.key] = EntryCard(self._context, directory, listed, self)
            card.unfolded.connect(self.unfolded)
        card.show_language(self._language)
        return card

    def _add_heading(self, chunk: QWidget, column: QVBoxLayout, words: str) -> None:
        heading = Heading(words, chunk, role=Role.SUBHEADING)
        if self._shown:
            column.addSpacing(theme.px(8))
        column.addWidget(heading)


def _has_focus(card: EntryCard) -> bool:
    focus = card.window().focusWidget()
    return focus is not None and (focus is card or card.isAncestorOf(focus))
