"""Giving away a copy of a file: it is laid where somebody else can have it.

A file that stands alone goes as it is. One with pictures of one's own, translations, or other
files that it names goes with them as one zip, which another Upstander takes in.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import saving
from trainer.authoring import formats
from trainer.authoring.giving import belonging, packing
from trainer.authoring.keeping import aside, files, holding, kept
from trainer.authoring.templates.making import id_of
from trainer.errors import UpstanderError
from trainer.language import _, ngettext
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.authoring.giving.belonging import Parcel
    from trainer.ui.context import Context
    from trainer.ui.paper.saving_as import Ask


def give(context: Context, path: Path, title: str, window: QWidget, ask: Ask) -> None:
    """Ask where a copy goes, and lay it there: the file as it was saved, named by its title.

    Of what is only for the group it is asked first whether it stays in it; of what names other
    files, which of them go along. ``ask`` chooses a place: (parent, heading, name, kinds).
    """
    try:
        parcels = belonging.with_named(path)
    except UpstanderError as error:
        context.tell(error)
        return
    lay = partial(_lay, context, title=title, window=window, ask=ask)
    if len(parcels) > 1 or parcels[0].format == formats.PLAN:
        from trainer.ui.authoring.giving.give_sheet import GiveSheet

        goes = GiveSheet(context, parcels, window)
        goes.agreed.connect(lay)
        goes.open()
    elif parcels[0].only_ours:
        sheet = AskSheet(
            context,
            _("Give away a copy"),
            [only_ours(title)],
            _("Give it to somebody of the group"),
            window,
            icon="users",
        )
        sheet.agreed.connect(partial(lay, parcels))
        sheet.open()
    else:
        lay(parcels)


def only_ours(title: str) -> str:
    """Say what it means to give away what is only for the group."""
    said = _(
        "“%(title)s” says: it is only for our group, not to be passed on. Whoever has the copy "
        "can read all of it, and give it to others."
    )
    return said % {"title": title}


def _lay(
    context: Context, parcels: Sequence[Parcel], *, title: str, window: QWidget, ask: Ask
) -> None:
    packs = len(parcels) > 1 or bool(parcels[0].beside)
    ending = "zip" if packs else "yaml"
    kinds = _("Zip files (*.zip)") if packs else _("Scenarios and other texts (*.yaml)")
    name = str(Path.home() / f"{id_of(title, ())}.{ending}")
    chosen = ask(window, _("Give away a copy"), name, kinds)
    if not chosen:
        return
    place = _ending(Path(chosen), ending)
    # Whoever names a text gets the text, and hears what is missing; a zip holds what it says.
    named = place.suffix.lower()
    packs = named == ".zip" or (packs and named != ".yaml")
    try:
        for one in parcels:
            _need_free(one.path, place, as_named=str(place) == chosen)
        saving.save(place, packing.packed(parcels) if packs else parcels[0].data)
    except UpstanderError as error:
        context.tell(error)
        return
    told = [_("A copy of “%(title)s” is here: %(path)s") % {"title": title, "path": place}]
    told += _of_zip(parcels) if packs else _of_text(parcels)
    context.notice("\n".join(told), stays=True)


def _ending(place: Path, ending: str) -> Path:
    """Let a name say what is in the file."""
    if not place.suffix:
        return place.with_suffix(f".{ending}")
    return place


def _of_zip(parcels: Sequence[Parcel]) -> list[str]:
    """Say what is in a zip, and what its reader does with it."""
    pictures = sum(one.pictures for one in parcels)
    translations = sum(one.translations for one in parcels)
    held = [
        said % {"n": n}
        for n, said in (
            (len(parcels), ngettext("%(n)d file", "%(n)d files", len(parcels))),
            (pictures, ngettext("%(n)d picture", "%(n)d pictures", pictures)),
            (translations, ngettext("%(n)d translation", "%(n)d translations", translations)),
        )
        if n
    ]
    said = [_("In it: %(what)s.") % {"what": _(", ").join(held)}]
    if pictures:
        left = ngettext(
            "What a camera noted in the picture, such as place and time, is left out. Faces, house"
            " numbers and the name of its file stay.",
            "What a camera noted in the pictures, such as place and time, is left out. Faces, house"
            " numbers and the names of their files stay.",
            pictures,
        )
        said.append(left)
    said += _of_each(parcels)
    said.append(
        _(
            "Whoever gets it chooses “Take in what somebody gave you” in Author. It need not be"
            " unpacked."
        )
    )
    return said


def _of_text(parcels: Sequence[Parcel]) -> list[str]:
    said = _of_each(parcels[:1])
    if parcels[0].beside or len(parcels) > 1:
        said.append(
            _(
                "It is the text alone. To give along what belongs to it, choose a name that ends"
                " in .zip."
            )
        )
    return said


def _of_each(parcels: Sequence[Parcel]) -> list[str]:
    """Say of which copies something is not what was last seen."""
    said = []
    if len(parcels) == 1:
        if parcels[0].drafted:
            said.append(_("It was changed after its review, so the copy is a draft."))
        if parcels[0].unsaved:
            said.append(_unsaved())
        return said
    for one in parcels:
        known = {"title": one.title}
        if one.drafted:
            said.append(
                _("“%(title)s” was changed after its review, so its copy is a draft.") % known
            )
        if one.unsaved:
            said.append(_("“%(title)s” is in it as you saved it last.") % known)
    return said


def _unsaved() -> str:
    return _("It is as you saved it last; what is not saved yet is not in it.")


def say(context: Context, path: Path, title: str, words: str) -> None:
    """Say that there is a copy, and that it is as the file was saved."""
    said = words % {"title": title}
    if aside.is_there(path):
        said += "\n" + _unsaved()
    context.notice(said, stays=True)


def _need_free(path: Path, place: Path, *, as_named: bool) -> None:
    """Refuse a place that is the file itself, is being written at, or never is."""
    name = {"name": place.name}
    if files.resolved(place) == files.resolved(path):
        what = _("%(name)s is the file itself.") % name
    elif kept.comes_along(files.resolved(place)):
        what = _("%(name)s comes with Upstander and is never changed.") % name
    elif holding.is_held(files.resolved(place)):
        what = _("%(name)s is being written on at the moment.") % name
    elif not as_named and place.exists():
        what = _("There is a file %(name)s already.") % name
    else:
        return
    safe = _("Nothing was changed, neither there nor here.")
    raise UpstanderError(what, safe, _("Choose another name, or another folder."))
