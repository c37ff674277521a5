"""Where a thing of a file is named by others of the same file, such as a place by an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring import formats
from trainer.authoring.forms import things
from trainer.authoring.forms.formats_fields import WHOLES
from trainer.authoring.scenes.usage import Use
from trainer.language import _
from trainer.scenario.files.tables import Reference, Shaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data


def of(document: Document, path: Path) -> list[Use]:
    """Give what names the thing at a path, each with words for it; nothing in a scenario."""
    kind = formats.type_at(document.format, path)
    if document.format not in WHOLES or not isinstance(kind, Shaped):
        return []
    wanted = (kind.shape, path[-1])
    by_thing: dict[Path, Use] = {}
    for top in WHOLES[document.format].sorts:
        for place in _named(document, (top.key,), document.data((top.key,)), wanted):
            thing = place[:2]
            if thing != path:
                by_thing.setdefault(thing, Use(place, _words(document, thing)))
    return list(by_thing.values())


def _named(
    document: Document, path: Path, data: Data, wanted: tuple[str, str | int]
) -> Iterator[Path]:
    """Go through the places below a path that name what is wanted."""
    if isinstance(data, dict | list):
        items: Iterable[tuple[str | int, Data]]
        items = data.items() if isinstance(data, dict) else enumerate(data)
        for key, inner in items:
            yield from _named(document, (*path, key), inner, wanted)
        return
    kind = formats.type_at(document.format, path)
    if isinstance(kind, Reference) and (kind.to, data) == wanted:
        yield path


def _words(document: Document, path: Path) -> str:
    """Say which thing it is, by its number and what it is called."""
    sort = next(one for one in WHOLES[document.format].sorts if one.key == path[0])
    place = things.keys_of(document.data(path[:1])).index(path[1]) + 1
    known = {"one": _(sort.one) % {"n": place}}
    return _("%(one)s: %(words)s") % {**known, "words": things.called(sort, document.data(path))}
