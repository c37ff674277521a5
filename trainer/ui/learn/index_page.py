"""The index of what there is to learn from: the method, drills, cards to think about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt

from trainer.authoring import own
from trainer.language import _, ngettext
from trainer.scenario.files.gathering import origin_words
from trainer.scenario.texts.markup import plain
from trainer.ui import reviewed
from trainer.ui.context import Wanted
from trainer.ui.learn.tile import Tile
from trainer.ui.page import Page
from trainer.ui.unfinished_note import UnfinishedNote
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.renewing import TileSection, renewed
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.drills.model import Deck
    from trainer.pages.model import Page as MethodPage
    from trainer.scenario.files.gathering import Placed
    from trainer.scenario.files.reading import Reading
    from trainer.ui.context import Context

WELCOME = "first-start"
"""Id of the page whose sections are shown at the first start; it is no page of the index."""


class LearnPage(Page):
    """Sections of tiles; a section without any is not shown."""

    name: ClassVar[str] = "learn"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._column = self.scrolled()
        self._shown: tuple[object, object] | None = None
        self._fresh = False
        self._inside: QWidget | None = None
        self.tiles: list[Tile] = []
        context.library_changed.connect(self._library_changed)

    def title(self) -> str:
        """Title of the page."""
        return _("Learn")

    def open(self, **what: Any) -> None:
        """Show what there is, read anew if the folders were."""
        there = (self.context.method, self.context.drills)
        if there != self._shown:
            self._shown = there
            self._show()
        self._fresh = True

    def shown(self) -> None:
        """Stand on the first tile; whoever comes back stands where they were."""
        if self._fresh and self.tiles:
            self.tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fresh = False

    def order_tabs(self) -> None:
        """Tile by tile."""
        if self._inside is not None:
            chain(self._inside)

    def _library_changed(self) -> None:
        if self.isVisible():
            self.open()
            self.shown()
            self.order_tabs()

    def _show(self) -> None:
        self.tiles = []
        self._inside = renewed(self._column, self._inside, self._parts(), spacing=28)

    # Sections

    def _parts(self) -> Iterator[QWidget]:
        shown = [part for part in (self._pages(), *self._decks()) if part is not None]
        yield from shown or [_nothing()]
        every: list[Reading[Any]] = [*self.context.method.broken, *self.context.drills.broken]
        count, broken = own.apart(every)
        if count:
            said = ngettext(
                "%(n)d file in your own folder is not ready to be shown here: something in it is "
                "still missing, or wrong.",
                "%(n)d files in your own folder are not ready to be shown here: something in them "
                "is still missing, or wrong.",
                count,
            )
            yield UnfinishedNote(self.context, said % {"n": count})
        if broken:
            yield _broken_note(broken)

    def _pages(self) -> QWidget | None:
        pages = self.context.method.pages()
        there = [placed for placed in pages if placed.content.id != WELCOME]
        if not there:
            return None
        again: LinkButton | None = None
        if len(there) < len(pages):
            again = LinkButton(_("See the first pages again"))
            again.clicked.connect(self._welcome)
        return self._section(_("The method"), [_page_tile(placed) for placed in there], again)

    def _decks(self) -> Iterator[QWidget | None]:
        decks = self.context.drills.decks()
        drills = [_drills_tile(placed) for placed in decks if placed.content.drills]
        yield self._section(_("Someone says …: what do you say?"), drills)
        cards = [_cards_tile(placed) for placed in decks if placed.content.reflections]
        yield self._section(_("Cards to think about"), cards)

    def _section(
        self, heading: str, tiles: list[Tile], beside: LinkButton | None = None
    ) -> QWidget | None:
        if not tiles:
            return None
        for tile in tiles:
            tile.opened.connect(self._open_tile)
        self.tiles += tiles
        return TileSection(heading, tiles, beside=beside)

    def _open_tile(self, wanted: Wanted) -> None:
        self.context.open_page(wanted.page, **wanted.what)

    def _welcome(self) -> None:
        self.context.open_page("welcome", again=True)


def _page_tile(placed: Placed[MethodPage]) -> Tile:
    page = placed.content
    return Tile(
        Wanted("method", {"page": page.id}),
        plain(page.title),
        plain(page.summary),
        [origin_words(placed), reviewed.told(page, placed.path)],
        picture=(page.picture, page.folder) if page.picture else None,
    )


def _drills_tile(placed: Placed[Deck]) -> Tile:
    deck = placed.content
    count = len(deck.drills)
    lines = ngettext("%(n)d line", "%(n)d lines", count) % {"n": count}
    return _deck_tile(placed, lines, {"file": deck.id})


def _cards_tile(placed: Placed[Deck]) -> Tile:
    deck = placed.content
    count = len(deck.reflections)
    cards = ngettext("%(n)d card", "%(n)d cards", count) % {"n": count}
    return _deck_tile(placed, cards, {"file": deck.id, "reflections": True})


def _deck_tile(placed: Placed[Deck], count: str, what: dict[str, Any]) -> Tile:
    deck = placed.content
    notes = [count, origin_words(placed), reviewed.told(deck, placed.path)]
    return Tile(Wanted("drills", what), plain(deck.title), plain(deck.summary), notes)


def _broken_note(broken: Sequence[Reading[Any]]) -> QWidget:
    from trainer.ui.broken_note import note_of

    said = ngettext(
        "%(n)d file in your folders cannot be shown here. "
        "It was not changed, and everything else works.",
        "%(n)d files in your folders cannot be shown here. "
        "They were not changed, and everything else works.",
        len(broken),
    )
    return note_of(broken, said % {"n": len(broken)})


def _nothing() -> Card:
    """Card that stands where the pages would."""
    card = Card()
    card.body.addWidget(Heading(_("Nothing to read yet")))
    card.body.addWidget(
        Words(
            _(
                "This is where pages about the method stand. Those that come with Upstander are "
                "missing; installing it again brings them back."
            )
        )
    )
    return card
