"""Home: carry on where you stopped, and the library."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer import paths
from trainer.errors import KeepingError
from trainer.language import _, ngettext
from trainer.progress.boosters import due
from trainer.ui import theme
from trainer.ui.library.card_grid import CardGrid, CardPlace
from trainer.ui.library.home_filters import LibraryFilters
from trainer.ui.page import KeyHelp, Page
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.taking_out import empty
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from trainer.progress.boosters.due import DueCard
    from trainer.progress.records import RunSummary
    from trainer.scenario.libraries.library import Broken
    from trainer.scenario.libraries.library import Card as ScenarioCard
    from trainer.ui.boosters.due_card import DueForABooster
    from trainer.ui.context import Context
    from trainer.ui.library.home_top import ReadingCard

TODAY: Final = 12 * 3600
"""Seconds for which a workshop that was interrupted is offered first of all."""


class HomePage(Page):
    """The first page. It reads the library and the records each time it is opened."""

    name = "home"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        column = self.scrolled()
        self._first: QWidget | None = None
        self._is_fresh = True
        self._cards: Sequence[ScenarioCard] = ()
        self._reading: ReadingCard | None = None
        self._above, self._below = QWidget(self), QWidget(self)
        self._top: QVBoxLayout = theme.lay(QVBoxLayout(self._above), spacing=20)
        column.addWidget(self._above)
        self._filters = LibraryFilters(self)
        column.addWidget(self._filters)
        self.grid = CardGrid()
        self._place = CardPlace(self.grid, self)
        column.addWidget(self._place)
        self._nothing = SoftLabel("", self, role=Role.BODY)
        column.addWidget(self._nothing)
        self._foot: QVBoxLayout = theme.lay(QVBoxLayout(self._below), spacing=theme.GAP)
        column.addWidget(self._below)
        column.addStretch()
        self.grid.opened.connect(self._open_card)
        self.grid.part_wanted.connect(self._show_part)
        self._filters.changed.connect(self._filtered)
        context.library_changed.connect(self._read)
        context.reading_changed.connect(self._show_reading)
        context.runs_changed.connect(self._read)

    def title(self) -> str:
        """Title of the page."""
        return _("Practice")

    def open(self, **what: Any) -> None:
        """Read the library and the records anew."""
        self._is_fresh = True
        self._read()

    def shown(self) -> None:
        """Stand on "Continue" or on the first card, not on a filter."""
        if self._first is not None:
            self._first.setFocus()
        elif self._cards:
            self.grid.setFocus()
        if self._is_fresh:
            # What is above the library has its height a turn after its width.
            QTimer.singleShot(0, self, self._soon_to_top)

    def _soon_to_top(self) -> None:
        QTimer.singleShot(0, self, self._to_top)

    def _to_top(self) -> None:
        """Begin at the top, and no further down than the focus needs."""
        self._is_fresh = False
        if self.scroller is None:
            return
        if self._first is not None and self._first.hasFocus():
            self.scroller.bar.setValue(0)
            self.scroller.show_widget(self._first)
        elif self.grid.hasFocus():
            self.scroller.bar.setValue(0)
            part = self.grid.card_rect(max(0, self.grid.currentIndex().row()))
            # As much of it as tells that it has the focus.
            part.setHeight(part.height() // 2)
            self._show_part(part)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("Arrows"), _("walk from card to card")),
            (_("Enter"), _("open the card")),
            (_("letters"), _("go to the scenario that begins so")),
        ]

    def _show_reading(self) -> None:
        """Say how far the reading of the library is, where that takes a while."""
        if self._reading is None:
            from trainer.ui.library.home_top import ReadingCard

            empty(self._foot)
            self._reading = ReadingCard(self.context)
            self._foot.addWidget(self._reading)
            self._below.show()
            for part in (self._above, self._filters, self._place, self._nothing):
                part.hide()
        self._reading.show_far(self.context.reading or (0, 0))

    def _read(self) -> None:
        if self.context.reading is not None:
            self._show_reading()
            return
        self._reading = None
        # What was read anew out of sight has lost its place.
        self._is_fresh = self._is_fresh or not self.isVisible()
        own = paths.own_scenarios()
        cards = self.context.library.cards()
        # What somebody has written is what they come for.
        self._cards = tuple(sorted(cards, key=lambda card: not card.path.is_relative_to(own)))
        self._read_records()
        self._filters.offer(self._cards)
        self._show_top()
        self._show_cards()
        self._show_foot()
        if self.isVisible():
            self.order_tabs()

    def _read_records(self) -> None:
        """Read what was played; where that fails it is told, and the library shows all the same."""
        self._played: Mapping[str, datetime] = {}
        self._unfinished: Sequence[RunSummary] = ()
        self._due: Sequence[DueCard] = ()
        try:
            self._played = self.context.store.last_played()
            self._unfinished = self.context.store.unfinished(limit=4)
            self._due = due.cards(self.context.store, limit=3)
        except KeepingError as error:
            self.context.tell(error)

    def order_tabs(self) -> None:
        """Top, filters, cards, foot."""
        chain(self._above, self._filters, self._place, self._below)

    def _show_top(self) -> None:
        empty(self._top)
        self._first = None
        booster = self._booster()
        if self._unfinished:
            from trainer.ui.library.home_top import CarryOn

            carry_on = CarryOn(self.context, self._unfinished, self._card_of, due=booster)
            self._top.addWidget(carry_on)
            self._first = carry_on.first
        elif booster is not None:
            self._top.addWidget(booster)
            self._first = booster.begin
        elif not self._played and self._cards:
            from trainer.ui.library.home_top import HowItWorks

            self._top.addWidget(HowItWorks())
        self._offer_workshop()
        self._above.setVisible(self._top.count() > 0)

    def _offer_workshop(self) -> None:
        """Have a workshop of today that was interrupted above all: people wait for it."""
        folder = _interrupted() if self.context.keeps and not self.context.guest else None
        if folder is None:
            return
        from trainer.ui.workshop.home.go_on_card import card_of

        card = card_of(self.context, folder)
        if card is not None:
            self._top.insertWidget(0, card)
            self._first = card.go_on

    def _booster(self) -> DueForABooster | None:
        """Give the card about what is due; it is the only place that says so."""
        if not self._due:
            return None
        from trainer.ui.boosters.due_card import DueForABooster

        return DueForABooster(self.context, self._due)

    def _card_of(self, run: RunSummary) -> ScenarioCard | None:
        return next((card for card in self._cards if card.id == run.scenario), None)

    def _show_cards(self) -> None:
        shown = self._filters.chosen(self._cards)
        self.grid.show_cards(shown, self._played)
        self._place.refit()
        self._place.setVisible(bool(shown))
        self._filters.setVisible(bool(self._cards))
        self._nothing.setVisible(bool(self._cards) and not shown)
        self._nothing.setText(_("No scenario fits all of that. Take one of the filters off."))

    def _filtered(self) -> None:
        self._show_cards()
        count = len(self.grid.cards.cards)
        self.context.announce(ngettext("%(n)d scenario", "%(n)d scenarios", count) % {"n": count})

    def _show_foot(self) -> None:
        empty(self._foot)
        broken = self.context.library.broken()
        if not self._cards:
            self._foot.addWidget(_empty_library())
        # Most people have none, and the first page reads in only what it shows.
        count, others = _apart(broken) if broken else (0, [])
        if count:
            from trainer.ui.unfinished_note import UnfinishedNote

            said = ngettext(
                "%(n)d scenario in your own folder is not ready to be played: something in it "
                "is still missing, or wrong.",
                "%(n)d scenarios in your own folder are not ready to be played: something in "
                "them is still missing, or wrong.",
                count,
            )
            self._foot.addWidget(UnfinishedNote(self.context, said % {"n": count}))
        if others:
            from trainer.ui.broken_note import BrokenNote

            self._foot.addWidget(BrokenNote(others))
        self._below.setVisible(self._foot.count() > 0)

    def _open_card(self, card: ScenarioCard) -> None:
        self.context.open_page("practice", scenario=card.id)

    def _show_part(self, part: QRect) -> None:
        if self.scroller is not None:
            corner = self.grid.mapTo(self.scroller.content, part.topLeft())
            self.scroller.show_part(QRect(corner, part.size()))


def _apart(broken: Sequence[Broken]) -> tuple[int, list[Broken]]:
    from trainer.authoring import own

    return own.apart(broken)


def _interrupted() -> Path | None:
    """Give the folder of the workshop whose journal was written last, if that is today."""
    latest, found = TODAY, None
    try:
        for journal in paths.workshops().glob("*/journal.jsonl"):
            ago = int(abs(time.time() - journal.stat().st_mtime))
            if ago < latest:
                latest, found = ago, journal.parent
    except OSError:
        pass
    return found


def _empty_library() -> Card:
    """Card that stands where the library would: what will be here, and the first step."""
    card = Card()
    card.body.addWidget(Heading(_("No scenarios yet")))
    card.body.addWidget(
        Words(
            _(
                "This is where scenarios to practise will stand. Put scenario files into the "
                "folder below, or add another folder in the settings."
            )
        )
    )
    card.body.addWidget(SoftLabel(str(paths.own_scenarios())))
    return card
