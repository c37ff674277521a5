"""What differs between two texts of one file, by the names of its pieces."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring.keeping.pieces import SCENES, split

if TYPE_CHECKING:
    from collections.abc import Mapping

Summary = dict[str, str]
"""What each piece of a text was, in a few characters; empty for one that cannot be read."""


class Difference(NamedTuple):
    """What differs: names of scenes, and keys on top.

    ``unknown`` is whether one of the two could not be read, so that no names can be given.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    unknown: bool = False

    def __bool__(self) -> bool:
        return any(self)


def summary(text: str) -> Summary:
    """Give the summary of a text."""
    found = split(text) or ()
    return {"/".join(one.key): _short(one.text.rstrip()) for one in found}


def _short(text: str) -> str:
    return blake2b(text.encode(errors="replace"), digest_size=6).hexdigest()


def difference(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    """Say what has changed from one summary to another."""
    if not old or not new:
        return Difference(unknown=bool(old) != bool(new))
    lead = f"{SCENES[0]}/"
    names = [*old, *(name for name in new if name not in old)]
    scenes = [name for name in names if name.startswith(lead)]
    return Difference(
        tuple(name[len(lead) :] for name in scenes if name not in old),
        tuple(
            name[len(lead) :]
            for name in scenes
            if name in old and name in new and old[name] != new[name]
        ),
        tuple(name[len(lead) :] for name in scenes if name not in new),
        tuple(
            name
            for name in names
            if name and not name.startswith(lead) and old.get(name) != new.get(name)
        ),
    )
