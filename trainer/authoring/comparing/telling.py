"""Tells one difference: where it is, in the words of the form, and what became of the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trainer.authoring import called, formats
from trainer.authoring.called import in_words
from trainer.authoring.comparing import values, words
from trainer.authoring.comparing.walking import What
from trainer.authoring.comparing.words import How, Piece
from trainer.authoring.plainly import labels
from trainer.authoring.source.parts import SPLIT
from trainer.language import N_, _

if TYPE_CHECKING:
    from trainer.authoring.comparing.walking import Differing
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data

_CAME: Final = {
    "scene": N_("Put in: the scene “%(name)s”"),
    "choice": N_("Put in: the choice “%(name)s”"),
    "person": N_("Put in: the person “%(name)s”"),
    "memory": N_("Put in, of what the story remembers: “%(name)s”"),
    "thing": N_("Put in: %(name)s"),
}
_WENT: Final = {
    "scene": N_("Taken out: the scene “%(name)s”"),
    "choice": N_("Taken out: the choice “%(name)s”"),
    "person": N_("Taken out: the person “%(name)s”"),
    "memory": N_("Taken out, of what the story remembers: “%(name)s”"),
    "thing": N_("Taken out: %(name)s"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One difference. ``path`` is where it stands; empty for the map.

    ``where`` says that in words, ``pieces`` what became of the words there, if it has any.
    """

    what: What
    path: Path
    where: str
    pieces: tuple[Piece, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it, for the ear."""
        said = words.spoken(self.pieces) if self.what is What.FIELD else words.plain(self.pieces)
        if not said:
            return self.where
        return _("%(where)s: %(what)s") % {"where": self.where, "what": said}


def line(old: Document, new: Document, one: Differing) -> Line:
    """Tell a difference."""
    if one.what is What.FIELD:
        return _field(old, new, one)
    if one.what is What.ORDER:
        return Line(one.what, one.path, _place(new, one.path), _order(new, one))
    came = one.what is What.CAME
    document, path = (new, one.path) if came else (old, one.old_path)
    sort, name = _thing(document, path)
    said = _((_CAME if came else _WENT)[sort]) % {"name": name}
    if sort == "choice":
        scene = labels.place(document, path[:2])
        said = _("%(where)s · %(what)s") % {"where": scene, "what": said}
    how = How.IN if came else How.OUT
    inside = _inside(document, path, one.new if came else one.old)
    return Line(one.what, path, said, words.shortened((Piece(how, inside),)) if inside else ())


def _field(old: Document, new: Document, one: Differing) -> Line:
    gone = one.new is None
    where = _place(old, one.old_path) if gone else _place(new, one.path)
    before = values.shown(old, one.old_path, one.old)
    after = values.shown(new, one.path, one.new)
    if before == after:  # It only looks alike.
        before, after = values.plain(one.old), values.plain(one.new)
    if before == after:
        pieces: tuple[Piece, ...] = (Piece(How.IN, _("written differently")),)
    elif _is_prose(new if not gone else old, one.old_path if gone else one.path):
        pieces = words.shortened(words.compared(before, after))
    else:
        pieces = tuple(words.replaced(before, after))
    return Line(one.what, one.old_path if gone else one.path, where, pieces)


def _is_prose(document: Document, path: Path) -> bool:
    """Whether it is words of somebody's own, of which some may have changed."""
    return not formats.is_picked(document.format, path)


def _order(document: Document, one: Differing) -> tuple[Piece, ...]:
    names = one.new if isinstance(one.new, list) else []
    if names and all(isinstance(name, str) for name in names):
        told = [labels.short(_called(document, (*one.path, name), name)) for name in names[:12]]
        told += ["…"] if len(names) > len(told) else []
        return (Piece(How.SAME, _("in another order: %(names)s") % {"names": _(", ").join(told)}),)
    return (Piece(How.SAME, _("in another order")),)


def _called(document: Document, path: Path, name: str) -> str:
    if path[0] == SPLIT or not isinstance(document.data(path), dict):
        return called.scene(document, name) if path[0] == SPLIT else in_words(name)
    return _thing(document, path)[1]


def _thing(document: Document, path: Path) -> tuple[str, str]:
    """Give what sort of thing stands at a path, and what it is called."""
    place = labels.place(document, path)
    if not document.is_scenario:
        return "thing", place
    if path[0] == SPLIT and len(path) == 2:
        return "scene", called.scene(document, str(path[1]))
    if path[0] == SPLIT and len(path) == 4 and path[2] == "choices":
        return "choice", labels.choice(document, path)
    if path[0] in ("cast", "state") and len(path) == 2:
        return "person" if path[0] == "cast" else "memory", labels.thing(document, path)
    return "thing", place


def _inside(document: Document, path: Path, data: Data) -> str:
    """Give the words with which a thing begins, beyond what it is called."""
    if not isinstance(data, dict):
        return "" if data is None else values.shown(document, path, data)
    for key in ("text", "lines", "summary", "does"):
        if data.get(key):
            return values.shown(document, (*path, key), data[key])
    return ""


def _place(document: Document, path: Path) -> str:
    return labels.place(document, path) or in_words(str(path[-1]) if path else "")
