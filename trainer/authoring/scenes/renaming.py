"""Another name for something, there and wherever it is referred to, the map and translations too.

Only the names change: quotes, comments and everything else stay as they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.authoring import as_typed, hints
from trainer.authoring.document import CannotChangeError
from trainer.authoring.scenes import spots, translated
from trainer.authoring.scenes.naming import (
    choice_names,
    is_name,
    member_names,
    scene_names,
    variable_names,
)
from trainer.authoring.scenes.spots import Spot
from trainer.authoring.source.nodes import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.scenes.naming import Sort
    from trainer.authoring.source.lines import Path


def rename_scene(step: Step, document: Document, old: str, new: str, words: str = "") -> None:
    """Rename a scene; ``words`` are what was typed as its name.

    Raises:
        CannotChangeError: the name is no name, or taken; or the scene is not there.

    """
    if new == old:
        as_typed.keep(step, document, ("scenes", old), words)
        return
    _need_free(document, new, scene_names(document), "scene")
    own = [
        Spot(one.path, one.part, one.key, old)
        for one in spots.scene_nodes(document, old)
        if one.key.value == old
    ]
    _rename(step, document, own, spots.of_scene(document, old), new)
    as_typed.keep(step, document, ("scenes", new), words, old=old)
    arrange_renamed(step, document, old, new)
    translated.rename_scene(step, document, old, new)


def rename_member(step: Step, document: Document, old: str, new: str) -> None:
    """Rename a person of the cast, not what the person is called.

    Raises:
        CannotChangeError: the name is no name, or taken; or the person is not there.

    """
    _need_free(document, new, member_names(document), "cast")
    own = _own_key(document, ("cast", old))
    _rename(step, document, own, spots.of_member(document, old), new)
    translated.rename_member(step, document, old, new)


def rename_variable(step: Step, document: Document, old: str, new: str, words: str = "") -> None:
    """Rename something that the story remembers; ``words`` are what was typed as its name.

    Raises:
        CannotChangeError: the name is no name, or taken; or it is not there.

    """
    if new == old:
        as_typed.keep(step, document, ("state", old), words)
        return
    _need_free(document, new, variable_names(document), "state")
    own = _own_key(document, ("state", old))
    _rename(step, document, own, spots.of_variable(document, old), new)
    as_typed.keep(step, document, ("state", new), words, old=old)


def rename_choice(step: Step, document: Document, scene: str, place: int, new: str) -> None:
    """Give a choice of a scene, counted from 0, another id.

    Raises:
        CannotChangeError: the id is no name, or taken in the scene; or the choice has none.

    """
    _need_free(document, new, choice_names(document, scene), "choice")
    path: Path = ("scenes", scene, "choices", place, "id")
    found = document.find(path)
    if found is None or not isinstance(found[1], Scalar):
        raise CannotChangeError(path)
    part, scalar = found[0], found[1]
    old = scalar.value
    step.splice(document, [spots.renamed(document, Spot(path, part, scalar, old), new)])
    translated.rename_choice(step, document, scene, old, new)


def arrange_renamed(step: Step, document: Document, old: str, new: str) -> None:
    """Let a scene that has another name now lie on the map as before, and be left as it was."""
    now = document.arrangement
    pins = {new if name == old else name: at for name, at in now.pins.items()}
    folded = frozenset(new if name == old else name for name in now.folded)
    left = {hints.renamed(key, old, new): number for key, number in now.left.items()}
    step.arrange(document, replace(now, pins=pins, folded=folded, left=left))


def arrange_without(step: Step, document: Document, name: str) -> None:
    """Let the map forget a scene."""
    now = document.arrangement
    pins = {one: at for one, at in now.pins.items() if one != name}
    step.arrange(document, replace(now, pins=pins, folded=now.folded - {name}))


def _need_free(document: Document, new: str, taken: Collection[str], sort: Sort) -> None:
    if not document.settle() or not is_name(new, sort) or new in taken:
        raise CannotChangeError(())


def _own_key(document: Document, path: Path) -> list[Spot]:
    """Give the spot of a key that names what stands behind it."""
    found = document.find(path[:-1])
    if found is None or not isinstance(found[1], Mapping):
        return []
    keys = (key for key in found[1].keys if isinstance(key, Scalar) and key.value == path[-1])
    return [Spot(path, found[0], key, key.value) for key in keys]


def _rename(
    step: Step, document: Document, own: list[Spot], others: Iterable[Spot], new: str
) -> None:
    if not own:
        raise CannotChangeError(())
    step.splice(document, [spots.renamed(document, one, new) for one in (*own, *others)])
