"""What can be done with a file of one's own besides writing on it: another, a copy away, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer.authoring.called import in_words
from trainer.authoring.keeping import own_copies
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui.authoring import deleting, leading, readying
from trainer.ui.authoring.giving import giving
from trainer.ui.paper import saving_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.authoring.keeping.deleted import Deleted
    from trainer.authoring.shelf import Mine
    from trainer.ui.authoring.home.file_card import FileCard
    from trainer.ui.authoring.home.page import AuthorHomePage


class OwnActs(QObject):
    """Does it. ``ask`` chooses a place: (parent, heading, name, kinds)."""

    def __init__(self, page: AuthorHomePage, renew: Callable[[], object]) -> None:
        super().__init__(page)
        self._page, self._renew = page, renew
        self.ask: saving_as.Ask = saving_as.ask_where

    def serve(self, card: FileCard) -> None:
        """Do what a card is asked for."""
        card.lead_wanted.connect(self.lead)
        card.ready_wanted.connect(self.get_ready)
        card.copy_wanted.connect(self.copy)
        card.away_wanted.connect(self.give_away)
        card.delete_wanted.connect(self.delete)

    def lead(self, mine: Mine) -> None:
        """Let a group go through it."""
        page = self._page
        leading.lead(page.context, page.story_of(mine), _title(mine), page.window())

    def get_ready(self, mine: Mine) -> None:
        """Get a workshop with the plan ready, as it was saved."""
        readying.show(self._page.context, mine.path, _title(mine))

    def copy(self, mine: Mine) -> None:
        """Lay another one like it beside it."""
        context = self._page.context
        try:
            own_copies.copy(mine.path, self._page.taken(), context.settings.author_name)
        except UpstanderError as error:
            context.tell(error)
            return
        context.forget_plans()
        context.read_library()
        self._renew()
        giving.say(
            context, mine.path, _title(mine), _("“%(title)s” has a copy now. Both are here.")
        )

    def give_away(self, mine: Mine) -> None:
        """Lay a copy where somebody else can have it: the file as it was saved."""
        page = self._page
        giving.give(page.context, mine.path, _title(mine), page.window(), self.ask)

    def delete(self, mine: Mine) -> None:
        """Delete it; the line at the foot brings it back."""
        page = self._page
        deleting.delete(page.context, mine.path, _title(mine), page.window(), self._renew)

    def show_deleted(self) -> None:
        """Show what was deleted, and bring it back if that is wanted."""
        from trainer.ui.authoring.home.deleted_sheet import DeletedSheet

        sheet = DeletedSheet(self._page.context, self._page.window())
        sheet.back.connect(self._came_back)
        sheet.open()

    def _came_back(self, one: Deleted) -> None:
        context = self._page.context
        deleting.read_anew(context, one.path)
        self._renew()
        context.notice(_("“%(title)s” is back.") % {"title": one.title})


def _title(mine: Mine) -> str:
    return mine.title or in_words(mine.path.stem)
