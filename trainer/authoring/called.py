"""How things are called in the window: the names that a file has, in words that one reads.

A name in a file is made of a few letters (``the-nurse-comes-back``). Nobody should have to read
it so, nor to type it so; only the text shows it as it is written.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring.scenes.naming import Sort, from_words, is_written_as_name
from trainer.language import N_, _
from trainer.scenario.kinds import Role
from trainer.shortening import upright

if TYPE_CHECKING:
    from collections.abc import Collection

    from trainer.authoring.document import Document

_JOINTS: Final = re.compile(r"(?<=[^\W_])(--|__)(?=[^\W_])|[-_\s]+")
"""What stands between words, or twice for a hyphen between the two halves of one."""


def in_words(name: str) -> str:
    """Give a name in words: ``the-nurse-comes-back`` is “The nurse comes back”.

    ``forty--one`` is “Forty-one”.
    """
    words = _JOINTS.sub(lambda joint: "-" if joint[1] else " ", upright(name)).strip()
    return words[:1].upper() + words[1:] if words else name


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


def meant(words: str, names: Collection[str], sort: Sort = "scene") -> str:
    """Give the name that is meant by what somebody has typed; one that is there, if it can be.

    It need not be free. Empty if nothing was typed.
    """
    typed = words.strip()
    if not typed or typed in names:
        return typed
    folded = typed.casefold()
    for name in names:
        if folded in (name.casefold(), in_words(name).casefold()):
            return name
    return typed if is_written_as_name(typed, sort) else from_words(typed, (), sort)


def title_of(document: Document) -> str:
    """Give what a file is called: its title, or else its name in words."""
    title = document.data(("title",))
    said = " ".join(upright(title).split()) if isinstance(title, str) else ""
    return said or in_words(document.path.stem) or _("A file without a title")
