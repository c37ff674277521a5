"""The spots of a scenario at which a name stands: its own, and all that refer to it.

A spot is looked up in what is written, not in what is right: a way to a scene that is not there
is one, too. Texts are not searched, so a word of the story that is like a name is never one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring.document import CannotChangeError
from trainer.authoring.source.nodes import Mapping, Node, Scalar, Sequence
from trainer.authoring.source.parts import SPLIT
from trainer.authoring.source.splices import Splice
from trainer.scenario.conditions import names_in
from trainer.scenario.files.positions import places
from trainer.scenario.keys import CAST_RESERVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.parts import Part


class Spot(NamedTuple):
    """A name in a text.

    ``path`` leads to what holds it; ``at`` is how many characters into the scalar it begins.
    """

    path: Path
    part: Part
    scalar: Scalar
    name: str
    at: int = 0


class SceneNode(NamedTuple):
    """A scene as it is written: the part that it is in, its key, and what stands behind."""

    part: Part
    key: Scalar
    value: Node

    @property
    def path(self) -> Path:
        """Where it stands."""
        return (SPLIT, self.key.value)


def scene_nodes(document: Document, mentioning: str = "") -> Iterator[SceneNode]:
    """Go through the scenes, also through those that share a name.

    ``mentioning`` passes over scenes in whose lines a word surely does not stand.
    """
    if not document.scenes():
        found = document.find((SPLIT,))
        if found is not None:
            for key, value in _pairs(found[1]):
                yield SceneNode(found[0], key, value)
        return
    for part in document.parts:
        if part.scene and _may_mention(document, part, mentioning):
            yield from scenes_in(part)


def scenes_in(part: Part) -> Iterator[SceneNode]:
    """Go through the scenes in a part; that is one, unless it cannot be read."""
    if part.root is not None:
        for key, value in _pairs(part.root):
            yield SceneNode(part, key, value)


def _may_mention(document: Document, part: Part, word: str) -> bool:
    """Whether a word may stand in a part; a backslash may hide it."""
    text, start, end = document.text, part.start, part.end
    return text.find(word, start, end) >= 0 or text.find("\\", start, end) >= 0


# Scenes


def of_scene(document: Document, name: str) -> Iterator[Spot]:
    """Go through what leads to a scene; its own key is not among them."""
    return (spot for spot in ways(document, name) if spot.name == name)


def ways(document: Document, mentioning: str = "") -> Iterator[Spot]:
    """Go through the names of scenes to which something leads."""
    found = document.find(("start",))
    if found is not None and isinstance(found[1], Scalar):
        yield Spot(("start",), found[0], found[1], found[1].value)
    for scene in scene_nodes(document, mentioning):
        yield from ways_of(scene)


def ways_of(scene: SceneNode) -> Iterator[Spot]:
    """Go through the names to which a scene leads."""
    part, path = scene.part, scene.path
    for key, value in _pairs(scene.value):
        if key.value == "next":
            yield from _targets(part, (*path, "next"), value)
        elif key.value == "timer":
            for inner, then in _pairs(value):
                if inner.value == "then" and isinstance(then, Scalar):
                    yield Spot((*path, "timer", "then"), part, then, then.value)
        elif key.value == "choices":
            for place, choice in _items(value):
                for inner, to in _pairs(choice):
                    if inner.value == "next":
                        yield from _targets(part, (*path, "choices", place, "next"), to)


def _targets(part: Part, path: Path, value: Node) -> Iterator[Spot]:
    if isinstance(value, Scalar):
        yield Spot(path, part, value, value.value)
    for place, way in _items(value):
        for key, to in _pairs(way):
            if key.value == "to" and isinstance(to, Scalar):
                yield Spot((*path, place, "to"), part, to, to.value)


# People of the cast


def of_member(document: Document, name: str) -> Iterator[Spot]:
    """Go through where a person of the cast speaks, is present, is told or is felt with."""
    for scene in scene_nodes(document, name):
        for spot in people_of(scene):
            if spot.name == name:
                yield spot


def people_of(scene: SceneNode) -> Iterator[Spot]:
    """Go through the people who speak in a scene, are present, are told or are felt with."""
    part, path = scene.part, scene.path
    for key, value in _pairs(scene.value):
        if key.value == "lines":
            yield from _speakers(part, (*path, "lines"), value)
        elif key.value == "present":
            for place, who in _items(value):
                if isinstance(who, Scalar):
                    yield Spot((*path, "present", place), part, who, who.value)
        elif key.value == "choices":
            for place, choice in _items(value):
                yield from _people_of_choice(part, (*path, "choices", place), choice)


def _people_of_choice(part: Part, path: Path, choice: Node) -> Iterator[Spot]:
    for key, value in _pairs(choice):
        if key.value == "to" and isinstance(value, Scalar):
            yield Spot((*path, "to"), part, value, value.value)
        elif key.value == "feedback":
            yield from _own_keys(part, (*path, "feedback"), value)
        elif key.value == "consequence":
            for inner, said in _pairs(value):
                if inner.value == "lines":
                    yield from _speakers(part, (*path, "consequence", "lines"), said)


def _speakers(part: Part, path: Path, lines: Node) -> Iterator[Spot]:
    for place, line in _items(lines):
        yield from _own_keys(part, (*path, place), line)


def _own_keys(part: Part, path: Path, holder: Node) -> Iterator[Spot]:
    """Go through the keys that are names of people, not of the format."""
    for key, _value in _pairs(holder):
        if key.value not in CAST_RESERVED:
            yield Spot((*path, key.value), part, key, key.value)


# What the story remembers


def of_variable(document: Document, name: str) -> Iterator[Spot]:
    """Go through where something that the story remembers is asked for, set or changed."""
    for scene in scene_nodes(document, name):
        for spot in memories_of(scene):
            if spot.name == name:
                yield spot


def memories_of(scene: SceneNode) -> Iterator[Spot]:
    """Go through what a scene asks for, sets or changes of what the story remembers."""
    part, path = scene.part, scene.path
    for key, value in _pairs(scene.value):
        if key.value == "next":
            yield from _asked_on_ways(part, (*path, "next"), value)
        elif key.value == "choices":
            for place, choice in _items(value):
                yield from _memories_of_choice(part, (*path, "choices", place), choice)


def _memories_of_choice(part: Part, path: Path, choice: Node) -> Iterator[Spot]:
    for key, value in _pairs(choice):
        if key.value == "when":
            yield from _asked(part, (*path, "when"), value)
        elif key.value == "next":
            yield from _asked_on_ways(part, (*path, "next"), value)
        elif key.value in ("set", "change"):
            for inner, _to in _pairs(value):
                yield Spot((*path, key.value, inner.value), part, inner, inner.value)


def _asked_on_ways(part: Part, path: Path, ways: Node) -> Iterator[Spot]:
    for place, way in _items(ways):
        for key, value in _pairs(way):
            if key.value == "when":
                yield from _asked(part, (*path, place, "when"), value)


def _asked(part: Part, path: Path, condition: Node) -> Iterator[Spot]:
    if isinstance(condition, Scalar):
        for at, name in names_in(condition.value):
            yield Spot(path, part, condition, name, at)


# Changing what stands at a spot


def renamed(document: Document, spot: Spot, new: str) -> Splice:
    """Give the splice that writes another name at a spot, in the quotes that are there.

    Raises:
        CannotChangeError: it is written in a way in which its letters cannot be found.

    """
    start, scalar = spot.part.start, spot.scalar
    span = start + scalar.start, start + scalar.end
    found = list(places(document.text, span, scalar.style, scalar.value))
    end = spot.at + len(spot.name)
    if len(found) <= end:
        raise CannotChangeError(spot.path)
    first, last = found[spot.at], found[end]
    if document.text[first:last] != spot.name and scalar.style != '"':
        raise CannotChangeError(spot.path)
    return Splice(first, last, new)


def _pairs(node: Node) -> Iterator[tuple[Scalar, Node]]:
    if isinstance(node, Mapping):
        for key, value in node.pairs():
            if isinstance(key, Scalar):
                yield key, value


def _items(node: Node) -> Iterator[tuple[int, Node]]:
    if isinstance(node, Sequence):
        yield from enumerate(node.items)
