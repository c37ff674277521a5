"""Names of scenes, people, choices and of what the story remembers, as words to be looked through.

A name is changed with all that refers to it, and with the words that somebody typed for it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring import as_typed, called
from trainer.authoring.as_typed import in_words
from trainer.authoring.scenes import renaming
from trainer.authoring.scenes.naming import (
    choice_names,
    from_words,
    member_names,
    scene_names,
    variable_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.finding.asking import Asked
    from trainer.authoring.source.lines import Path


class Name(NamedTuple):
    """A name: its path, and what it says; ``plain`` if that is all that the file has of it."""

    path: Path
    words: str
    plain: bool


def asked_of(asked: Asked) -> Asked:
    """Give what is looked for in plain names, which have no marks, and capitals by chance."""
    sought, instead = (asked.name, asked.named) if asked.name else (asked.sought, asked.instead)
    return replace(asked, sought=sought, instead=instead, case=False, unmarked=True, name="")


def with_short(asked: Asked) -> Asked:
    """Ask for the same in all names, also in those that only the file's text shows."""
    return replace(asked, name=asked.sought, named=asked.instead)


def names_in(document: Document, asked: Asked) -> Iterator[Name]:
    """Go through the names that are looked through: those that keep what somebody typed.

    After somebody got another name, all of them, also those that only the file's text shows.
    """
    if not document.is_scenario:
        return
    if not asked.name:
        yield from (Name(path, words, plain=False) for path, words in as_typed.all_kept(document))
        return
    for name in scene_names(document):
        yield _named(document, ("scenes", name))
    for name in variable_names(document):
        yield _named(document, ("state", name))
    for name in member_names(document):
        yield Name(("cast", name), in_words(name), plain=True)
    for scene in scene_names(document):
        choices = document.data(("scenes", scene, "choices"))
        for at, choice in enumerate(choices if isinstance(choices, list) else ()):
            given = choice.get("id") if isinstance(choice, dict) else None
            if isinstance(given, str):
                yield Name(("scenes", scene, "choices", at, "id"), in_words(given), plain=True)


def _named(document: Document, path: Path) -> Name:
    words = as_typed.words_of(document, path)
    return Name(path, words or in_words(str(path[1])), plain=not words)


def words_at(document: Document, path: Path) -> str:
    """Give what the name at a path says now; empty if it is not there."""
    if len(path) == 2:
        there = document.key(path)[1] is not None
        said = in_words(str(path[1])) if path[0] == "cast" else called.of(
            document, str(path[1]), as_typed.sort_of(path)
        )  # fmt: skip
        return said if there else ""
    given = document.data(path)
    return in_words(given) if isinstance(given, str) else ""


def rename(step: Step, document: Document, path: Path, words: str) -> None:
    """Let a name say something else.

    Raises:
        CannotChangeError: it is not there any more.

    """
    words = re.sub(r"\s+", " ", words).strip()
    old = str(path[1])
    if len(path) > 2:
        scene, at = old, int(path[3])
        ids = choice_names(document, scene)
        given = document.data(path)
        others = [one for one in ids if one != given]
        new = from_words(words, others, "choice")
        if new != given:
            renaming.rename_choice(step, document, scene, at, new)
    elif path[0] == "cast":
        others = [one for one in member_names(document) if one != old]
        new = from_words(words, others, "cast")
        if new != old:
            renaming.rename_member(step, document, old, new)
    elif path[0] == "state":
        others = [one for one in variable_names(document) if one != old]
        renaming.rename_variable(step, document, old, from_words(words, others, "state"), words)
    else:
        others = [one for one in scene_names(document) if one != old]
        renaming.rename_scene(step, document, old, from_words(words, others), words)


def in_turn(paths: list[Path]) -> list[Path]:
    """Order paths of names so that one that is changed leaves the others where they are."""
    return sorted(paths, key=lambda path: (path[0] == "scenes", len(path) == 2))
