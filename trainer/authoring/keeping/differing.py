"""What differs between two texts of one file, by the names of its pieces."""

from __future__ import annotations

import re
from hashlib import blake2b
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring.source.parts import SPLIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KEY: Final = r"(?P<key>[^\s#'\"\-?:{\[][^:\n]*|'[^'\n]*'|\"[^\"\n]*\")\s*:(?=\s|$)"
_COLUMN: Final = re.compile(r"^(?P<indent> +)(?=[^\s#])", re.MULTILINE)
"""The first line below a key, which says in what column those below it stand."""

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
    """Give the summary of a text, looking only at where lines begin: of a long one, too, at once.

    Where keys stand in an odd form (in braces, behind a question mark) it has fewer pieces.
    """
    found: Summary = {}
    for name, first, last in _entries(text, "", 0, len(text)):
        piece = text[first:last]
        column = _COLUMN.search(text, first, last) if name == SPLIT else None
        if column is None:
            found.setdefault(name, _short(piece.rstrip()))
            continue
        for scene, start, end in _entries(text, column["indent"], column.start(), last):
            found.setdefault(f"{SPLIT}/{scene}", _short(text[start:end].rstrip()))
    return found


def _entries(text: str, indent: str, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """Go through the keys in one column: each with where its lines begin and end."""
    keys = list(re.compile(f"^{indent}{_KEY}", re.MULTILINE).finditer(text, first, last))
    for one, following in zip_longest(keys, keys[1:]):
        end = last if following is None else following.start()
        yield one["key"].strip("'\""), one.start(), end


def _short(text: str) -> str:
    return blake2b(text.encode(errors="replace"), digest_size=6).hexdigest()


def difference(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    """Say what has changed from one summary to another."""
    if not old or not new:
        return Difference(unknown=bool(old) != bool(new))
    lead = f"{SPLIT}/"
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
