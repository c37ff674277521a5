"""Where something is used: each place with words that say what it does there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring import called
from trainer.authoring.scenes import spots
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.authoring.document import Document
    from trainer.authoring.scenes.spots import Spot
    from trainer.authoring.source.lines import Path


class Use(NamedTuple):
    """A place at which something is used, and what it does there."""

    path: Path
    words: str


def of_scene(document: Document, name: str) -> list[Use]:
    """Give what leads to a scene."""
    return _uses(document, spots.of_scene(document, name))


def of_member(document: Document, name: str) -> list[Use]:
    """Give where a person of the cast is met."""
    return _uses(document, spots.of_member(document, name))


def of_variable(document: Document, name: str) -> list[Use]:
    """Give where something is asked for, and where it becomes something else."""
    return _uses(document, spots.of_variable(document, name))


def _uses(document: Document, found: Iterable[Spot]) -> list[Use]:
    seen: dict[Path, Use] = {}
    for spot in found:
        seen.setdefault(spot.path, Use(spot.path, words_for(document, spot.path)))
    return list(seen.values())


def words_for(document: Document, path: Path) -> str:
    """Say what the thing at a path does there, in which scene, by which choice."""
    if path == ("start",):
        return _("The story starts there.")
    scene, rest = called.scene(document, str(path[1])), path[2:]
    if rest[:1] == ("choices",) and len(rest) > 2:
        choice = choice_words(document, path[:4])
        return _of_choice(rest[2:], scene, choice)
    return _of_scene(rest, scene)


def _of_choice(rest: Path, scene: str, choice: str) -> str:
    known = {"scene": scene, "choice": choice}
    kind = rest[0]
    if kind == "next":
        if rest[-1] == "when":
            return _("%(scene)s: decides where “%(choice)s” leads") % known
        return _("%(scene)s: “%(choice)s” leads there") % known
    sentences = {
        "to": _("%(scene)s: “%(choice)s” is addressed to this person"),
        "feedback": _("%(scene)s: feedback on “%(choice)s”"),
        "consequence": _("%(scene)s: speaks after “%(choice)s”"),
        "when": _("%(scene)s: decides whether “%(choice)s” is offered"),
        "set": _("%(scene)s: “%(choice)s” sets it"),
        "change": _("%(scene)s: “%(choice)s” changes it"),
    }
    return sentences.get(str(kind), "%(scene)s: “%(choice)s”") % known


def _of_scene(rest: Path, scene: str) -> str:
    kind = rest[0] if rest else ""
    if kind == "next":
        if rest[-1] == "when":
            return _("%(scene)s: decides what follows") % {"scene": scene}
        return _("%(scene)s: followed by it") % {"scene": scene}
    sentences = {
        "timer": _("%(scene)s: leads there when time is up"),
        "lines": _("%(scene)s: speaks"),
        "present": _("%(scene)s: is in the picture"),
    }
    return sentences.get(str(kind), "%(scene)s") % {"scene": scene}


def choice_words(document: Document, path: Path) -> str:
    """Give what a choice says or does, or else which of them it is."""
    choice, at = document.data(path), path[-1]
    given = choice if isinstance(choice, dict) else {}
    found = (given.get(key) for key in ("say", "act", "own_words"))
    said = next((one.strip() for one in found if isinstance(one, str) and one.strip()), "")
    if said or not isinstance(at, int):
        return said
    return _("Choice %(n)d") % {"n": at + 1}
