"""What can be done with a file of one's own besides writing on it: another, a copy away, delete."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer import saving
from trainer.authoring.called import in_words
from trainer.authoring.keeping import aside, files, holding, kept, own_copies
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui import saving_as
from trainer.ui.authoring import deleting
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from collections.abc import Callable

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
        card.copy_wanted.connect(self.copy)
        card.away_wanted.connect(self.give_away)
        card.delete_wanted.connect(self.delete)

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
        self._say(mine, _("“%(title)s” has a copy now. Both are here."), "")

    def give_away(self, mine: Mine) -> None:
        """Give a copy away; of what is only for the group, ask first whether it stays in it."""
        context = self._page.context
        try:
            asks = own_copies.is_only_for_the_group(mine.path)
        except UpstanderError as error:
            context.tell(error)
            return
        if not asks:
            self._give(mine)
            return
        said = _(
            "“%(title)s” says: it is only for our group, not to be passed on. Whoever has the copy "
            "can read all of it, and give it to others."
        )
        self._sheet = AskSheet(
            context,
            _("Give away a copy"),
            [said % {"title": _title(mine)}],
            _("Give it to somebody of the group"),
            self._page.window(),
            icon="users",
        )
        self._sheet.agreed.connect(partial(self._give, mine))
        self._sheet.open()

    def _give(self, mine: Mine) -> None:
        """Lay a copy where somebody else can have it: the file as it was saved."""
        kinds = _("Scenarios and other texts (*.yaml)")
        name = str(Path.home() / mine.path.name)
        chosen = self.ask(self._page.window(), _("Give away a copy"), name, kinds)
        if not chosen:
            return
        place = Path(chosen)
        place = place if place.suffix else place.with_suffix(".yaml")
        try:
            _need_free(mine.path, place)
            stood = files.read(mine.path)
            text = own_copies.to_give(mine.path, stood.text)
            saving.save(place, files.encoded(text, bom=stood.bom))
        except UpstanderError as error:
            self._page.context.tell(error)
            return
        told = _("A copy of “%(title)s” lies here: %(path)s")
        if text != stood.text:
            told += "\n" + _("It was changed after its review, so the copy is a draft.")
        self._say(mine, told, str(place))

    def delete(self, mine: Mine) -> None:
        """Delete it; the line at the foot brings it back."""
        page = self._page
        deleting.delete(page.context, mine.path, _title(mine), page.window(), self._renew)

    def _say(self, mine: Mine, words: str, path: str) -> None:
        said = words % {"title": _title(mine), "path": path}
        if aside.is_there(mine.path):
            said += "\n" + _("It is as you saved it last; what is not saved yet is not in it.")
        self._page.context.notice(said, stays=True)


def _title(mine: Mine) -> str:
    return mine.title or in_words(mine.path.stem)


def _need_free(path: Path, place: Path) -> None:
    """Refuse a place that is the file itself, is being written at, or never is."""
    name = {"name": place.name}
    if files.resolved(place) == files.resolved(path):
        what = _("%(name)s is the file itself.") % name
    elif kept.comes_along(files.resolved(place)):
        what = _("%(name)s comes with Upstander and is never changed.") % name
    elif holding.is_held(files.resolved(place)):
        what = _("%(name)s is being written on at the moment.") % name
    else:
        return
    safe = _("Nothing was changed, neither there nor here.")
    raise UpstanderError(what, safe, _("Choose another name, or another folder."))
