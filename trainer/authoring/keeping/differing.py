"""What differs between two texts of one file, by the names of its pieces."""

from __future__ import annotations

import re
from hashlib import blake2b
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring.source.parts import SPLIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_KEY: Final = r"(?P<key>[^\s#'\"\-?:{\[][^:\n]*|'[^'\n]*'|\"[^\"\n]*\")\s*:(?=\s|$)"
_COLUMN: Final = re.compile(r"^(?P<indent> +)(?=[^\s#])", re.MULTILINE)
"""The first line below a key, which says in what column those below it stand."""

_COMMENT: Final = re.compile(r"(^|\s+)#.*")

_AROUND: Final = "'\": \t"
"""What stands around a name, and between it and what it names."""

Summary = dict[str, str]
"""What each piece of a text was, in a few characters; empty for one that cannot be read.

Of a scene there are some more behind a hyphen, which tell what it was without its name.
"""


class Difference(NamedTuple):
    """What differs: names of scenes, and keys on top.

    ``unknown`` is whether one of the two could not be read, so that no names can be given.
    ``renamed`` are scenes that only have another name: what each was called, and is.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    unknown: bool = False
    renamed: tuple[tuple[str, str], ...] = ()

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
            written = text[start:end].rstrip()
            rest = _without_name(written.lstrip(_AROUND)[len(scene) :].lstrip(_AROUND))
            told = f"{_short(written)}-{_short(rest)}"
            found.setdefault(f"{SPLIT}/{scene}", told)
    return found


def _entries(text: str, indent: str, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """Go through the keys in one column: each with where its lines begin and end."""
    keys = list(re.compile(f"^{indent}{_KEY}", re.MULTILINE).finditer(text, first, last))
    for one, following in zip_longest(keys, keys[1:]):
        end = last if following is None else following.start()
        yield one["key"].strip("'\""), one.start(), end


def _without_name(written: str) -> str:
    """Leave out a comment behind a scene's name, which may be the words of that."""
    first, end, rest = written.partition("\n")
    return f"{_COMMENT.sub('', first)}{end}{rest}"


def _short(text: str) -> str:
    return blake2b(text.encode(errors="replace"), digest_size=6).hexdigest()


def difference(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    """Say what has changed from one summary to another."""
    if not old or not new:
        return Difference(unknown=bool(old) != bool(new))
    lead = f"{SPLIT}/"
    names = [*old, *(name for name in new if name not in old)]
    scenes = [name for name in names if name.startswith(lead)]
    renamed = _renamed(old, new, scenes)
    other = {name for pair in renamed for name in pair}
    return Difference(
        tuple(name[len(lead) :] for name in scenes if name not in old and name not in other),
        tuple(
            name[len(lead) :]
            for name in scenes
            if name in old and name in new and _whole(old[name]) != _whole(new[name])
        ),
        tuple(name[len(lead) :] for name in scenes if name not in new and name not in other),
        tuple(
            name
            for name in names
            if name and not name.startswith(lead) and old.get(name) != new.get(name)
        ),
        renamed=tuple((was[len(lead) :], now[len(lead) :]) for was, now in renamed),
    )


def _whole(told: str) -> str:
    """Give what a piece was with its name: all there is of one that an older version noted."""
    return told.partition("-")[0]


def _renamed(
    old: Mapping[str, str], new: Mapping[str, str], scenes: Sequence[str]
) -> list[tuple[str, str]]:
    """Give the scenes that are gone and are there under another name, as they were."""
    gone = {old[name].partition("-")[2]: name for name in scenes if name not in new}
    found = []
    for name in scenes:
        told = new[name].partition("-")[2] if name not in old else ""
        if told and told in gone:
            found.append((gone.pop(told), name))
    return found
