"""How things are called in the window: the names that a file has, in words that one reads.

A name in a file is made of a few letters (``the-nurse-comes-back``). Nobody should have to read
it so, nor to type it so; only the text shows it as it is written.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring import as_typed
from trainer.authoring.as_typed import in_words as in_words
from trainer.authoring.scenes.naming import Sort, from_words, is_written_as_name
from trainer.language import N_, _
from trainer.letters import composed
from trainer.scenario.kinds import Role
from trainer.shortening import upright

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from trainer.authoring.document import Document


def scene(document: Document | None, name: str) -> str:
    """Give how a scene is called: as somebody typed it, or its name in words."""
    return _said(document, "scenes", name)


def memory(document: Document | None, name: str) -> str:
    """Give how something that the story remembers is called."""
    return _said(document, "state", name)


class Names:
    """How the scenes of one document, and what its story remembers, are called."""

    def __init__(self, document: Document | None = None) -> None:
        self._document = document

    def scene(self, name: str) -> str:
        """Give how a scene is called."""
        return scene(self._document, name)

    def memory(self, name: str) -> str:
        """Give how something that the story remembers is called."""
        return memory(self._document, name)


PLAIN: Final = Names()
"""Of no document: every name in words."""


def _said(document: Document | None, top: str, name: str) -> str:
    words = "" if document is None else as_typed.words_of(document, (top, name))
    return words or in_words(name)


def of(document: Document | None, name: str, sort: Sort) -> str:
    """Give how something is called that is a scene's, or memory's, or neither's."""
    if sort == "scene":
        return scene(document, name)
    return memory(document, name) if sort == "state" else in_words(name)


_UNNAMED: Final = MappingProxyType(
    {
        Role.TARGETED.value: N_("Whoever is targeted"),
        Role.HARMING.value: N_("Whoever harms"),
        Role.AUTHORITY.value: N_("Whoever is in charge"),
    }
)
"""What is said of somebody who has no name yet, by what they are in what happens."""


def of_person(told: object, key: str) -> str:
    """Give what somebody of the cast is called; till they have a name, what they are in it."""
    there = told if isinstance(told, dict) else {}
    name, role = there.get("name"), there.get("role")
    if isinstance(name, str) and name.strip():
        return upright(name).strip()
    known = _UNNAMED.get(role) if isinstance(role, str) else None
    return _(known) if known else in_words(key)


_ENDS: Final = {
    "supported": N_("End: supported"),
    "mixed": N_("End: partly supported"),
    "unresolved": N_("End: unresolved"),
    "harmed": N_("End: harmed"),
}


def ending(outcome: str) -> str:
    """Say that a scene ends the story, and what is left for who is targeted, if that is said."""
    return _(_ENDS[outcome]) if outcome in _ENDS else _("End")


def meant(
    words: str,
    names: Collection[str],
    sort: Sort = "scene",
    said: Callable[[str], str] = in_words,
) -> str:
    """Give the name that is meant by what somebody has typed.

    It is one that is there if these are its words, whatever their capitals and their dots, or if
    the name itself was typed; else one that is free. Empty if nothing was typed.

    Args:
        words: what was typed.
        names: those that are there.
        sort: what they name.
        said: gives how one of them is called.

    """
    typed = words.strip()
    if not typed or typed in names:
        return typed
    sought = _alike(typed)
    for name in names:
        if sought == _alike(said(name)):
            return name
    folded = typed.casefold()
    plain = next((name for name in names if name.casefold() == folded), "")
    if plain:
        return plain
    return typed if is_written_as_name(typed, sort) else from_words(typed, names, sort)


@lru_cache(8192)
def _alike(words: str) -> str:
    """Give the letters, marks and digits of words, and where one ends."""
    folded = composed(composed(words).casefold())
    kept = "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in folded)
    return " ".join(kept.split()) or folded


def title_of(document: Document) -> str:
    """Give what a file is called: its title, or else its name in words."""
    title = document.data(("title",))
    said = " ".join(upright(title).split()) if isinstance(title, str) else ""
    return said or in_words(document.path.stem) or _("A file without a title")
