"""Saves a file in another place, and goes on there; or lets it go. Nothing is lost for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.keeping import aside, files, holding, in_order, kept
from trainer.errors import UpstanderError
from trainer.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.authoring.keeping.kept import Kept
    from trainer.ui.authoring.keeping.keeper import Keeper


def save_as(keeper: Keeper, one: Kept, path: Path) -> bool:
    """Save a file in another place, and go on there; tell whether that was possible.

    The same place is no other one: then it is saved as always.
    """
    keeper.writer.flush()
    path = path.absolute()
    try:
        place = files.resolved(path)
        if place == one.place and not one.document.fixed:
            keeper.save_one(one)
            return not one.document.is_changed
        _need_free(keeper, one, place)
    except UpstanderError as error:
        keeper.not_saved.emit(error)
        return False
    keeper.put_by(one)
    keeper.writer.flush()
    given = kept.writing(one)._replace(place=place, lies_anew=True, understood=True)
    try:
        in_order.make_free(place, home=keeper.keeps)
        written = kept.save(given, over=True)
    except OSError as error:
        keeper.not_saved.emit(files.cannot_save(path, error, aside=aside.is_there(one.place)))
        return False
    keeper.go_on_at(one, path, given, written)
    return True


def close(keeper: Keeper, path: Path) -> None:
    """Let a file go, if it is open: all of it is kept aside, and nothing writes it again."""
    there = [one for one in keeper.open_files.values() if one.document.path == path]
    if there:
        keeper.leave()
    for one in there:
        keeper.let_go(one)


def _need_free(keeper: Keeper, one: Kept, place: Path) -> None:
    """Refuse a place that somebody is writing at, or that is never written at."""
    name = {"name": place.name}
    if kept.comes_along(place):
        what = _("%(name)s comes with Upstander and is never changed.") % name
    elif keeper.at(place) not in (None, one):
        what = _("%(name)s is open here, too: two files cannot be one.") % name
    elif holding.is_held(place):
        what = _("%(name)s is open in another window.") % name
    else:
        return
    safe = _("Nothing was changed, neither there nor here.")
    raise UpstanderError(what, safe, _("Choose another name, or another folder."))
