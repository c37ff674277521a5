"""What somebody typed when they named a scene, or what the story remembers.

A name in a file has plain letters only. Where those do not say what was typed ("Có người bên
cạnh" is ``co-nguoi-ben-canh``), the words stand as a comment at the end of the line of the key::

    co-nguoi-ben-canh:  # Có người bên cạnh

They are a name's words only if they make that very name, or the one before its number: so no
other comment is ever taken for a name, and a key that is renamed by hand is not called by words
that it had before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring.document import CannotChangeError
from trainer.authoring.scenes.naming import Sort, from_words
from trainer.authoring.source.splices import Splice
from trainer.authoring.source.tails import KEPT_OF, tail
from trainer.letters import composed
from trainer.shortening import upright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.parts import Part
    from trainer.authoring.source.tails import Tail

_LONGEST: Final = 200
"""Characters of a name's words that are kept."""

_JOINERS: Final = "\u200c\u200d"
"""What cannot be seen and counts: it joins letters, or keeps them apart."""

_MOST: Final = 6
"""Pieces of a comment that are looked through."""

_SIGN: Final = re.compile(r"\s#\s*")
_JOINTS: Final = re.compile(r"(?<=[^\W_])(--|__)(?=[^\W_])|[-_\s]+")
"""What stands between words, or twice for a hyphen between the two halves of one."""


@lru_cache(8192)
def in_words(name: str) -> str:
    """Give a name in words: ``the-nurse-comes-back`` is “The nurse comes back”.

    ``forty--one`` is “Forty-one”.
    """
    words = _JOINTS.sub(lambda joint: "-" if joint[1] else " ", upright(name)).strip()
    return words[:1].upper() + words[1:] if words else name


def clean(words: str) -> str:
    """Give words as they are kept: on one line, without what cannot be seen."""
    told = upright(words)
    seen = "".join(one for one in told if one.isprintable() or one.isspace() or one in _JOINERS)
    return composed(" ".join(seen.split()))[:_LONGEST].strip()


def needed(name: str, words: str) -> bool:
    """Whether words are lost in a name; their first letter may be a capital there."""
    said = in_words(name)
    return bool(words) and words != said and words[:1].upper() + words[1:] != said


def shown(name: str, words: str) -> str:
    """Give how a name of those words is shown."""
    words = clean(words)
    return words if needed(name, words) else in_words(name)


def makes(words: str, name: str, sort: Sort) -> bool:
    """Whether words make a name, or the one before its number, whatever their capitals."""
    if not any(letter.isalnum() for letter in words):
        return False
    made, name = from_words(words, (), sort).casefold(), name.casefold()
    return name == made or re.sub(r"[-_][0-9]+$", "", name) == made


class Kept(NamedTuple):
    """A name's words in a comment: those, and what stands before and behind them there."""

    words: str
    before: str = ""
    behind: str = ""


def kept_in(comment: str, name: str, sort: Sort) -> Kept | None:
    """Find a name's words in the comment of its line; None if they are not there."""
    signs = list(_SIGN.finditer(comment))[: _MOST - 1]
    starts = [0, *(one.end() for one in signs)]
    ends = [*(one.start() for one in signs), len(comment)]
    for place, start in enumerate(starts):
        for end in reversed(ends[place:]):
            words = clean(comment[start:end])
            if needed(name, words) and makes(words, name, sort):
                before = comment[: signs[place - 1].start()] if place else ""
                rest = _SIGN.sub("", comment[end:], count=1)
                return Kept(words, before, rest if end < len(comment) else "")
    return None


def words_of(document: Document, path: Path) -> str:
    """Give what somebody typed for the name that a path of two steps ends in; empty if plain."""
    part, key = document.key(path)
    if part is not None and key is not None:
        return words_in(part, path)
    words = document.meant.get(path) or document.gone.get(path, "")
    name = str(path[1])
    return words if needed(name, words) and makes(words, name, sort_of(path)) else ""


def words_in(part: Part, path: Path) -> str:
    """Give the same of a part that is read."""
    comment = part.tails.get(path)
    if comment is None:
        return ""
    found = part.memo.get(("as typed", path))
    if not isinstance(found, str):
        kept = kept_in(comment, str(path[1]), sort_of(path))
        found = part.memo["as typed", path] = kept.words if kept else ""
    return found


def of_copy(words: str, new: str, sort: Sort) -> str:
    """Give the words of a copy that has a name with a number: that number stands behind them."""
    number = re.search(r"[-_]([0-9]+)$", new)
    if not words or number is None:
        return words
    counted = f"{re.sub(r'[ ]+[0-9]+$', '', words)} {number[1]}"
    return counted if from_words(counted, (), sort) == new else words


def sort_of(path: Path) -> Sort:
    """Give what it is that a path names."""
    return "state" if path[0] == "state" else "scene"


def keep(step: Step, document: Document, path: Path, words: str, *, old: str = "") -> None:
    """Let the line of a name say what was typed for it, if the name does not.

    Words that it had, of the name before (``old``) or of this one, go; a comment of somebody's
    own stays. Where no comment can stand, nothing is written.
    """
    name, words = str(path[1]), clean(words)
    there = _tail_of(document, path)
    if there is None:
        return
    sort = sort_of(path)
    if not (needed(name, words) and makes(words, name, sort)):
        words = ""
    had = kept_in(there.words, old or name, sort) or Kept("", "", there.words)
    comment = " # ".join(one for one in (had.before, words, had.behind) if one)
    if comment != there.words:
        data = document.data(path)
        new = f"  # {comment}" if comment else ""
        step.splice(document, [Splice(there.start, there.end, new)])
        if document.broken is not None or document.data(path) != data:
            raise CannotChangeError(path)


def _tail_of(document: Document, path: Path) -> Tail | None:
    """Give the end of the line of a key, counted in the whole text."""
    part, key = document.key(path)
    if path[0] not in KEPT_OF or part is None or key is None or part.root is None:
        return None
    found = tail(document.text[part.start : part.end], part.root, key)
    return found and found._replace(start=part.start + found.start, end=part.start + found.end)


def all_kept(document: Document) -> Iterator[tuple[Path, str]]:
    """Go through all names that have words, with these."""
    for part in document.parts:
        for path in part.tails:
            words = words_of(document, path)
            if words:
                yield path, words
