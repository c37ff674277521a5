"""Fixes of entries: one that is missing gets a place, one that is too many goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from trainer.authoring import formats, reviewing
from trainer.authoring.fixes.fix import Fix, Place, free_key
from trainer.authoring.scenes import spots
from trainer.authoring.scenes.naming import choice_names, numbered
from trainer.authoring.source.around import entry_span
from trainer.authoring.source.nodes import Mapping, Scalar
from trainer.authoring.source.parts import SPLIT
from trainer.authoring.source.splices import Splice
from trainer.language import _
from trainer.scenario.tables import Shaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Node

_CERTAIN: Final = {"status": "draft"}
"""Keys that can have only one value in a new file."""


def puts(words: str, path: Path, data: Any, then: Path | None = None) -> Fix:
    """Give the fix that lets data stand at a place."""

    def act(step: Step, document: Document) -> None:
        step.put(document, path, data)

    return Fix(words, act, then)


# What is missing


def missing(place: Place) -> Iterator[Fix]:
    """Add a key that is missing, with a place to write in."""
    key = place.said("key")
    path = (*place.path, key)
    if not key or not free_key(place.document, path):
        return
    words = _("Add “{key}”").format(key=key)
    kind = formats.type_at(place.document.format, path)
    if key == "id" and len(path) > 2 and path[-3] == "choices":
        taken = choice_names(place.document, str(path[1]))
        yield puts(words, path, numbered("choice", taken, "choice"))
    elif key == "format":
        yield puts(words, path, place.document.format)
    elif key in _CERTAIN:
        yield puts(words, path, _CERTAIN[key])
    elif isinstance(kind, Shaped):
        shape = formats.shape_at(place.document.format, path)
        required = shape.required if shape is not None else ()
        first = next(iter(required), None)
        if first is not None:
            yield puts(words, path, dict.fromkeys(required, ""), (*path, first))
    else:
        yield puts(words, path, "", path)


_PLACES: Final = {
    "no-debrief": (("debrief", "questions"), ("debrief", "questions", 0)),
    "no-resources": (("resources",), ("resources", 0)),
    "no-content-notes": (("content_notes",), ("content_notes", 0)),
}


def part_of_file(place: Place) -> Iterator[Fix]:
    """Add a part of the file that a rule misses, with a place for its first entry."""
    path, then = _PLACES[place.problem.code]
    document = place.document
    words = {
        "no-debrief": _("Add a question for afterwards"),
        "no-resources": _("Add where there is help"),
        "no-content-notes": _("Add a content note"),
    }[place.problem.code]
    whole, data = path, [""]
    if len(path) > 1 and document.data(path[:1]) is None:
        whole, rest = path[:1], {path[1]: data}
        yield puts(words, whole, rest, then)
    else:
        yield puts(words, whole, data, then)


def view(place: Place) -> Iterator[Fix]:
    """Add the targeted person's own view to an ending."""
    path = (SPLIT, place.said("scene"), "ending", "view")
    if free_key(place.document, path):
        yield puts(_("Add the targeted person's view"), path, "", path)


def whom(place: Place) -> Iterator[Fix]:
    """Say whom a choice asks for help."""
    path = (*place.path, "to")
    if free_key(place.document, path):
        yield puts(_("Add whom it asks"), path, "", path)


def felt(place: Place) -> Iterator[Fix]:
    """Say in feedback what a choice did for a targeted person."""
    name = place.hinted("names").split(",")[0].strip()
    path = (*place.path, "feedback", name)
    if name and free_key(place.document, path):
        yield puts(_("Add what it did for “{name}”").format(name=name), path, "", path)


def left_out(place: Place) -> Iterator[Fix]:
    """Say why one of the five D's is not there."""
    d = place.hinted("d")
    words = _("Say why it is left out")
    if not d:
        return
    path = ("leaves_out", d)
    if place.document.data(("leaves_out",)) is None:
        yield puts(words, ("leaves_out",), {d: ""}, path)
    elif free_key(place.document, path):
        yield puts(words, path, "", path)


def over(place: Place) -> Iterator[Fix]:
    """Say that the harm is over in a scene."""
    path = (SPLIT, place.said("scene"), "over")
    if free_key(place.document, path):
        yield puts(_("Say that the harm is over in this scene"), path, "true")


def planned(place: Place) -> Iterator[Fix]:
    """Let an empty scene be one that is planned."""
    yield puts(_("Let it be planned, to be written later"), place.path, {"stub": "true"})


def draft(place: Place) -> Iterator[Fix]:
    """Let a file whose review does not hold be a draft again."""
    yield Fix(_("Set it back to a draft"), reviewing.set_back)


# What is too many


def takes(words: str, *paths: Path) -> Fix:
    """Give the fix that takes entries away."""

    def act(step: Step, document: Document) -> None:
        for path in paths:
            step.put(document, path, None)

    return Fix(words, act)


def unknown_key(place: Place) -> Iterator[Fix]:
    """Take a key that is unknown, or has no meaning there."""
    key = str(place.path[-1]) if place.path else ""
    meant = place.hinted("near")
    if key and (not meant or not free_key(place.document, (*place.path[:-1], meant))):
        yield takes(_("Take out “{key}”").format(key=key), place.path)


def second_key(place: Place) -> Iterator[Fix]:
    """Take a key that stands there a second time, and what stands behind it."""
    key = place.said("key")
    if place.path[:1] == (SPLIT,) and len(place.path) == 2:
        return  # Two scenes of one name: either may be what was meant.
    found = place.node()
    holder = None if found is None else _holder(found[0].root, found[1])
    if found is None or holder is None:
        return
    part, node = found
    at = next(at for at, one in enumerate(holder.keys) if one is node)
    start, end = part.start + node.start, part.start + max(node.end, holder.values[at].end)
    if holder.flow:
        start = part.start + holder.values[at - 1].end
        splice = Splice(start, end, "")
    else:
        splice = Splice(*entry_span(place.text, start, end), "")
        if place.text[: part.start + node.start].rsplit("\n", 1)[-1].strip():
            return

    def act(step: Step, document: Document) -> None:
        step.splice(document, [splice])

    yield Fix(_("Take out the second “{key}”").format(key=key), act)


def _holder(root: Any, key: Node) -> Mapping | None:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            if any(one is key for one in node.keys):
                return node
            waiting += node.values
        elif node is not None and not isinstance(node, Scalar):
            waiting += node.items
    return None


def one_of_two(place: Place) -> Iterator[Fix]:
    """Keep one of two keys that exclude each other."""
    holder = place.path[:-1]
    key, other = place.said("key"), place.said("other")
    words = _("Keep “{kept}”, take out “{gone}”")
    if place.document.data((*holder, key)) is None or place.document.data((*holder, other)) is None:
        return
    yield takes(words.format(kept=other, gone=key), (*holder, key))
    yield takes(words.format(kept=key, gone=other), (*holder, other))


def last_condition(place: Place) -> Iterator[Fix]:
    """Let the last way be without a condition."""
    if place.path[-1:] == ("when",):
        yield takes(_("Take the condition out of the last way"), place.path)


def unused_member(place: Place) -> Iterator[Fix]:
    """Take somebody out of the cast whom no scene knows."""
    name = place.said("name")
    if not any(spots.of_member(place.document, name)):
        yield takes(_("Take “{name}” out of the cast").format(name=name), ("cast", name))


def unused_variable(place: Place) -> Iterator[Fix]:
    """Take out what the story remembers for nothing, and where it is set."""
    name, document = place.said("name"), place.document
    uses = [spot.path for spot in spots.of_variable(document, name)]
    if not all(len(path) > 1 and path[-2] in ("set", "change") for path in uses):
        return  # A scene that nothing leads to still asks for it.
    paths = [_whole(document, path) for path in (*uses, ("state", name))]
    words = _("Let the story no longer remember “{name}”").format(name=name)
    yield takes(words, *dict.fromkeys(paths))


def _whole(document: Document, path: Path) -> Path:
    """Give the path of what would be left empty, or the path itself."""
    holder = document.data(path[:-1])
    return path[:-1] if isinstance(holder, dict) and len(holder) == 1 else path


def another_id(place: Place) -> Iterator[Fix]:
    """Give the second of two choices another id."""
    path, name = place.path, place.said("id")
    if len(path) == 5 and path[2] == "choices" and re.fullmatch(r"[\w-]+", name):
        new = numbered(name, choice_names(place.document, str(path[1])), "choice")
        yield puts(_("Call it “{name}”").format(name=new), path, new)
