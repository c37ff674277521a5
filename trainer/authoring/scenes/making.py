"""Scenes that come, go, are copied and change places; and a first choice in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.authoring import as_typed, called
from trainer.authoring.document import CannotChangeError
from trainer.authoring.forms.known import at_first
from trainer.authoring.outline import line_of
from trainer.authoring.scenes import spots
from trainer.authoring.scenes.laying import (
    has_lines,
    insert_scene,
    item_lays,
    need,
    put_scene,
    scene_lay,
    swap,
)
from trainer.authoring.scenes.naming import choice_names, from_words, is_name, scene_names
from trainer.authoring.scenes.renaming import arrange_without
from trainer.authoring.source.parts import SPLIT

if TYPE_CHECKING:
    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path


def create(
    step: Step, document: Document, name: str, after: str | None = None, words: str = ""
) -> None:
    """Make a scene that is planned, and says nothing yet, behind the one it comes from.

    ``words`` are what was typed as its name.

    Raises:
        CannotChangeError: the name is no name, or taken; or the file has no place for scenes.

    """
    if not document.settle() or not is_name(name) or name in scene_names(document):
        raise CannotChangeError((SPLIT, name))
    put_scene(step, document, name, {"stub": "true"}, _last_led_to(document, after))
    words = words or document.meant.get((SPLIT, name), "")
    as_typed.keep(step, document, (SPLIT, name), words)
    if document.data(("start",)) in (None, ""):
        step.put(document, ("start",), name)


def _last_led_to(document: Document, scene: str | None) -> str | None:
    """Give the last of what a scene leads to and what stands just below it; or the scene.

    So scenes that are made one after the other stand in that order, and not the last one first.
    """
    names = scene_names(document)
    if scene not in names:
        return scene
    led_to = {way.to for way in line_of(scene, document.data((SPLIT, scene))).ways}
    at = names.index(scene)
    while at + 1 < len(names) and names[at + 1] in led_to:
        at += 1
    return names[at]


def create_from_words(step: Step, document: Document, words: str, after: str | None = None) -> str:
    """Make such a scene with a name of some words, and give the name."""
    document.settle()
    name = from_words(words, scene_names(document))
    create(step, document, name, after, words)
    return name


def write_out(step: Step, document: Document, name: str) -> None:
    """Let a planned scene be one that is being written; how it goes on is still to be said.

    Raises:
        CannotChangeError: it is not there.

    """
    data = document.data((SPLIT, name))
    if not isinstance(data, dict):
        raise CannotChangeError((SPLIT, name))
    rest = {key: value for key, value in data.items() if key != "stub"}
    if not rest.keys() & {"text", "lines"}:
        rest = {"text": "", **rest}
    seen = at_first(document)
    if seen and not rest.keys() & {"present", "lines"}:
        rest["present"] = seen
    step.put(document, (SPLIT, name), rest)


def add_choice(
    step: Step,
    document: Document,
    scene: str,
    words: str,
    *,
    kind: str = "act",
    d: str = "",
    to: str = "",
) -> Path:
    """Put a choice at the end of a scene's, and give where it stands.

    A planned scene is being written from then on. Where a scene went on by itself, its first
    choice leads there unless another place is said. Which D it is, nobody knows but the author.

    Args:
        step: of which it is a part.
        document: the scenario.
        scene: its name.
        words: what is said or done.
        kind: say, act or own_words.
        d: which D it is; empty if that is still open.
        to: the scene that follows; empty if that is still open.

    Raises:
        CannotChangeError: the scene is not there, or the story ends in it.

    """
    path: Path = (SPLIT, scene)
    data = document.data(path) if document.settle() else None
    if not isinstance(data, dict) or "ending" in data:
        raise CannotChangeError(path)
    if "stub" in data:
        write_out(step, document, scene)
    went = data.get("next")
    if went is not None:
        step.put(document, (*path, "next"), None)
    choices = data.get("choices")
    place = len(choices) if isinstance(choices, list) else 0
    choice: dict[str, Any] = {
        "id": from_words(words, choice_names(document, scene), "choice"),
        kind: words,
    }
    if d:
        choice["d"] = d
    if follows := to or went:
        choice["next"] = follows
    step.insert(document, (*path, "choices", place), choice)
    return (*path, "choices", place)


def duplicate(step: Step, document: Document, name: str, new: str) -> None:
    """Write a scene once more behind itself, as it is written, under another name.

    Raises:
        CannotChangeError: the name is no name, or taken; or the scene is not there.

    """
    data = document.data((SPLIT, name)) if document.settle() else None
    if data is None or not is_name(new) or new in scene_names(document):
        raise CannotChangeError((SPLIT, name))
    words = as_typed.of_copy(as_typed.words_of(document, (SPLIT, name)), new, "scene")
    if not has_lines(document):
        step.put(document, (SPLIT, new), data)
        as_typed.keep(step, document, (SPLIT, new), words)
        return
    lay, key = scene_lay(document, name), document.key_span((SPLIT, name))
    assert key is not None
    written = new + document.text[key[1] : lay.end]
    indent = " " * document.scenes()[name].column
    lines = [line.removeprefix(indent) for line in written.replace("\r\n", "\n").split("\n")]
    insert_scene(step, document, new, lines, name)
    as_typed.keep(step, document, (SPLIT, new), words, old=name)
    need(document, (SPLIT, new), data)
    need(document, (SPLIT, name), data)


def delete(step: Step, document: Document, name: str, to: str | None = None) -> None:
    """Take a scene away. What led there leads to ``to``, or, without it, nowhere any more.

    Raises:
        CannotChangeError: it is not there.

    """
    if not document.settle() or name not in scene_names(document):
        raise CannotChangeError((SPLIT, name))
    if to is not None:
        others = [one for one in spots.of_scene(document, name) if one.path[:2] != (SPLIT, name)]
        step.splice(document, [spots.renamed(document, one, to) for one in others])
    document.gone[SPLIT, name] = called.scene(document, name)
    step.put(document, (SPLIT, name), None)
    arrange_without(step, document, name)


def move(step: Step, document: Document, name: str, by: int) -> None:
    """Let a scene change places with those before or behind it in the file, some steps far.

    The order of scenes means nothing to the story; it is for who reads the file.

    Raises:
        CannotChangeError: there is none to change places with, or they share lines.

    """
    for _each in range(abs(by)):
        names = list(document.scenes()) if document.settle() else []
        at = names.index(name) if name in names else -1
        other = at + (1 if by > 0 else -1)
        if at < 0 or not 0 <= other < len(names):
            raise CannotChangeError((SPLIT, name))
        _swap(step, document, names[min(at, other)], names[max(at, other)])


def _swap(step: Step, document: Document, first: str, second: str) -> None:
    before = [document.data((SPLIT, one)) for one in (first, second)]
    one, two = scene_lay(document, first), scene_lay(document, second)
    if one.end > two.start:
        raise CannotChangeError((SPLIT, first))
    swap(step, document, one, two)
    for name, data in zip((first, second), before, strict=True):
        need(document, (SPLIT, name), data)


def move_choice(step: Step, document: Document, path: Path, by: int) -> Path:
    """Let a choice change places with the one before or behind it; give where it is then.

    Raises:
        CannotChangeError: there is none to change places with, or they share lines.

    """
    at, holder = path[-1], path[:-1]
    choices = document.data(holder) if document.settle() else None
    other = at + by if isinstance(at, int) else -1
    if not isinstance(choices, list) or not isinstance(at, int) or not 0 <= other < len(choices):
        raise CannotChangeError(path)
    wanted = list(choices)
    wanted[at], wanted[other] = wanted[other], wanted[at]
    lays = item_lays(document, holder)
    first, second = min(at, other), max(at, other)
    if len(lays) == len(choices) and lays[first].end <= lays[second].start:
        swap(step, document, lays[first], lays[second])
        need(document, holder, wanted)
    else:
        step.put(document, holder, wanted)
    return (*holder, other)
