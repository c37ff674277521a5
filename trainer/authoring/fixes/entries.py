"""Fixes of entries: what can stand there in one way only is added, what is too many goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from trainer.authoring.fixes.fix import Fix, Place, free_key
from trainer.authoring.forms import in_picture
from trainer.authoring.plainly import labels
from trainer.authoring.reviews import reviewing
from trainer.authoring.scenes.naming import choice_names, numbered
from trainer.authoring.source.around import entry_span
from trainer.authoring.source.nodes import Mapping, Scalar
from trainer.authoring.source.parts import SPLIT
from trainer.authoring.source.splices import Splice
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Node

_CERTAIN: Final = {"status": "draft"}
"""Keys that can have only one value in a new file."""


def puts(words: str, path: Path, data: Any) -> Fix:
    """Give the fix that lets data stand at a place."""

    def act(step: Step, document: Document) -> None:
        step.put(document, path, data)

    return Fix(words, act)


# What is missing


def missing(place: Place) -> Iterator[Fix]:
    """Add what is missing where only one thing can stand there."""
    key = place.said("key")
    path = (*place.path, key)
    if not key or not free_key(place.document, path):
        return
    words = _("Write what is missing")
    if key == "id" and len(path) > 2 and path[-3] == "choices":
        taken = choice_names(place.document, str(path[1]))
        yield puts(words, path, numbered("choice", taken, "choice"))
    elif key == "format":
        yield puts(words, path, place.document.format)
    elif key in _CERTAIN and path == (key,):
        yield puts(words, path, _CERTAIN[key])


def in_the_picture(place: Place) -> Iterator[Fix]:
    """Put somebody into the picture of a scene, beside whoever speaks there."""
    scene, who = place.document.data(place.path), place.said("who")
    if isinstance(scene, dict) and not scene.get("present"):
        name = labels.person(place.document, who)
        words = _("Put %(name)s in the picture") % {"name": name}
        yield puts(words, (*place.path, "present"), [*in_picture.seen(scene), who])


def draft(place: Place) -> Iterator[Fix]:
    """Let a file whose review does not hold be a draft again."""
    yield Fix(_("Set it back to a draft"), reviewing.set_back, by_letter=False)


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
    said, others = (labels.label(place.document, (*holder, one)) for one in (key, other))
    yield takes(words.format(kept=others, gone=said), (*holder, key))
    yield takes(words.format(kept=said, gone=others), (*holder, other))


def last_condition(place: Place) -> Iterator[Fix]:
    """Let the last way be without a condition."""
    if place.path[-1:] == ("when",):
        yield takes(_("Take the condition out of the last way"), place.path)


def another_id(place: Place) -> Iterator[Fix]:
    """Give the second of two choices another id."""
    path, name = place.path, place.said("id")
    if len(path) == 5 and path[2] == "choices" and re.fullmatch(r"[\w-]+", name):
        new = numbered(name, choice_names(place.document, str(path[1])), "choice")
        yield puts(_("Call it “{name}”").format(name=new), path, new)
