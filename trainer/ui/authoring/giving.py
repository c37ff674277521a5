"""Giving away a copy of a file: it is laid where somebody else can have it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import saving
from trainer.authoring.keeping import aside, files, holding, kept, own_copies
from trainer.authoring.templates.making import id_of
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.ui.paper.saving_as import Ask


def give(context: Context, path: Path, title: str, window: QWidget, ask: Ask) -> None:
    """Ask where a copy goes, and lay it there: the file as it was saved, named by its title.

    Of what is only for the group it is asked first whether it stays in it. ``ask`` chooses a
    place: (parent, heading, name, kinds).
    """
    try:
        asks = own_copies.is_only_for_the_group(path)
    except UpstanderError as error:
        context.tell(error)
        return
    if not asks:
        _lay(context, path, title, window, ask)
        return
    said = _(
        "“%(title)s” says: it is only for our group, not to be passed on. Whoever has the copy "
        "can read all of it, and give it to others."
    )
    sheet = AskSheet(
        context,
        _("Give away a copy"),
        [said % {"title": title}],
        _("Give it to somebody of the group"),
        window,
        icon="users",
    )
    sheet.agreed.connect(partial(_lay, context, path, title, window, ask))
    sheet.open()


def _lay(context: Context, path: Path, title: str, window: QWidget, ask: Ask) -> None:
    kinds = _("Scenarios and other texts (*.yaml)")
    name = str(Path.home() / f"{id_of(title, ())}.yaml")
    chosen = ask(window, _("Give away a copy"), name, kinds)
    if not chosen:
        return
    place = Path(chosen)
    place = place if place.suffix else place.with_suffix(".yaml")
    try:
        _need_free(path, place)
        stood = files.read(path)
        text = own_copies.to_give(path, stood.text)
        saving.save(place, files.encoded(text, bom=stood.bom))
    except UpstanderError as error:
        context.tell(error)
        return
    told = _("A copy of “%(title)s” lies here: %(path)s")
    if text != stood.text:
        told += "\n" + _("It was changed after its review, so the copy is a draft.")
    if own_copies.has_pictures(path, text):
        told += "\n" + _(
            "Pictures of your own are not in this file. Whoever shall see them needs the folder"
            " %(folder)s."
        )
    say(context, path, title, told, place)


def say(context: Context, path: Path, title: str, words: str, place: Path | None = None) -> None:
    """Say that there is a copy, and that it is as the file was saved."""
    said = words % {"title": title, "path": place, "folder": path.parent}
    if aside.is_there(path):
        said += "\n" + _("It is as you saved it last; what is not saved yet is not in it.")
    context.notice(said, stays=True)


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
