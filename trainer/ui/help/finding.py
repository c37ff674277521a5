"""Services of the help directory, as the search finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.help import telling
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui.find import Found

if TYPE_CHECKING:
    from trainer.ui.context import Context


def services(context: Context) -> list[Found]:
    """Every service, by name, place, language and kind of help."""
    directory = context.help
    found = []
    for listed in directory.entries():
        entry = listed.entry
        name, where = plain(entry.name), telling.where(directory, listed)
        about = (name, entry.key.replace("-", " "), plain(entry.summary), where)
        kinds = (telling.kinds(listed), telling.all_languages(listed))
        haystack = " ".join((*about, *kinds)).casefold()
        beside = _("Get help · %(where)s") % {"where": where}
        what = (("entry", entry.key),)
        found.append(Found(name, beside, "life-buoy", "help", what, haystack, part=True))
    return found
