"""Names of scenes, choices, people and what is remembered: made of words, never twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Literal

from trainer.letters import without_marks
from trainer.scenario.files.context import NULLS
from trainer.scenario.files.tables import NAME, STATE_NAME
from trainer.scenario.keys import CAST_RESERVED, STATE_RESERVED

if TYPE_CHECKING:
    from collections.abc import Collection

    from trainer.authoring.document import Document

Sort = Literal["scene", "choice", "cast", "state"]
"""What has a name of its own."""

_LONGEST: Final = 40
_HYPHEN: Final = re.compile(r"(?<=[A-Za-z0-9])[-\u2010\u2011](?=[A-Za-z0-9])")
_RESERVED: Final[dict[Sort, frozenset[str]]] = {"cast": CAST_RESERVED, "state": STATE_RESERVED}


def is_name(name: str, sort: Sort = "scene") -> bool:
    """Whether a name is one that may be given."""
    pattern = STATE_NAME if sort == "state" else NAME
    reserved = _RESERVED.get(sort, frozenset())
    return bool(re.fullmatch(pattern, name)) and name not in NULLS and name not in reserved


def from_words(words: str, taken: Collection[str], sort: Sort = "scene") -> str:
    """Make a name of words that a person has written.

    Letters lose their marks; of a script that has no Latin letters nothing is left, and then the
    name is what it is for, with a number. A name that is taken gets a number, too; words that
    end in one keep that. What is read as words again, of scenes and of what is remembered, keeps
    its capitals and its hyphens, which are written twice: "Forty-one" and "Ask Lena" stay so.
    """
    joint = "_" if sort == "state" else "-"
    kept = without_marks(words.strip())
    kept = _without_first_capital(kept) if sort in ("scene", "state") else kept.lower()
    kept = re.sub(r"['’]", "", kept)
    pieces = _HYPHEN.split(kept) if sort in ("scene", "state") else [kept]
    slug = (2 * joint).join(re.sub(r"[^A-Za-z0-9]+", joint, one) for one in pieces).strip(joint)
    if slug[:1].isdigit():
        slug = f"{_PLAIN[sort]}{joint}{slug}"
    if len(slug) > _LONGEST:
        slug = slug[: slug.rfind(joint, 0, _LONGEST + 1)] if joint in slug else slug[:_LONGEST]
        slug = slug[:_LONGEST].strip(joint)
    slug = slug or _PLAIN[sort]
    if slug[-1].isdigit() and slug.casefold() in {one.casefold() for one in taken}:
        slug = f"{slug}{joint}2"
    return numbered(slug, taken, sort)


def _without_first_capital(words: str) -> str:
    """Let words begin small, as names do, unless the first is one of capitals, such as MRI."""
    return words[:1].lower() + words[1:] if not words[1:2].isupper() else words


def free_name(words: str, taken: Collection[str], sort: Sort = "scene") -> str:
    """Give a name that is free: the words as they are, if they are one, or else made of them."""
    given = words.strip()
    free = is_written_as_name(given, sort) and given not in taken
    return given if free else from_words(given, taken, sort)


def is_written_as_name(words: str, sort: Sort = "scene") -> bool:
    """Whether words are a name just as they are; a hyphen in words is one to be read."""
    return is_name(words, sort) and "-" not in words


def numbered(name: str, taken: Collection[str], sort: Sort = "scene") -> str:
    """Give a name, with the first number that makes it free if it is not."""
    joint = "_" if sort == "state" else "-"
    # Two that differ by their capitals alone would be one for whoever types either.
    taken = {one.casefold() for one in taken}
    if name.casefold() not in taken and is_name(name, sort):
        return name
    stem = re.sub(rf"{joint}[0-9]+$", "", name)
    number = 2
    while f"{stem}{joint}{number}".casefold() in taken:
        number += 1
    return f"{stem}{joint}{number}"


_PLAIN: Final[dict[Sort, str]] = {
    "scene": "scene",
    "choice": "choice",
    "cast": "person",
    "state": "memory",
}
"""What a name is made of if nothing else is there. They are names in a file, not words to read."""


def scene_names(document: Document) -> list[str]:
    """Give the names of all scenes, in order."""
    return list(document.scenes()) or _keys(document.data(("scenes",)))


def member_names(document: Document) -> list[str]:
    """Give the keys of the cast, in order."""
    return _keys(document.data(("cast",)))


def variable_names(document: Document) -> list[str]:
    """Give the names of what the story remembers, in order."""
    return _keys(document.data(("state",)))


def choice_names(document: Document, scene: str) -> list[str]:
    """Give the ids of a scene's choices, in order."""
    choices = document.data(("scenes", scene, "choices"))
    given = [one for one in choices if isinstance(one, dict)] if isinstance(choices, list) else []
    return [one["id"] for one in given if isinstance(one.get("id"), str)]


def _keys(data: Any) -> list[str]:
    return list(data) if isinstance(data, dict) else []
