"""What is looked for after somebody got another name: the old one, in the words of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.authoring.finding.asking import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.authoring.document import Document

_WITHOUT_SPACES: Final = "\u0e00"
"""From this letter on there are scripts in which nothing stands between two words."""


def left_behind(old: str, new: str) -> Asked | None:
    """Give what may still stand in the story, and what would stand there; None if nothing may.

    Of “Mrs. Vo” who is “Mrs. Haddad” now that is “Vo”. A title, or a word that is no name by
    itself, is looked for only with all of the name.
    """
    before, after = old.split(), new.split()
    gone, come = _middle(before, after)
    if not gone or not after:
        return None
    if not come or any(one.endswith(".") or not one[0].isupper() for one in gone):
        gone, come = before, after
    sought = " ".join(gone)
    # Of “Mr. Phúc” who is “Bác Tư” now, “ngồi cạnh bác Phúc” has the one word.
    kept, bare = [_names_of(one) for one in (_middle(before, after))]
    name = " ".join(kept) if bare else ""
    return Asked(
        sought,
        " ".join(come),
        case=len(gone) == 1 and sought[0].isupper(),
        words=max(sought) < _WITHOUT_SPACES,
        name=name,
        named=" ".join(bare[-len(name.split()) :]) if name else "",
    )


def _names_of(words: Sequence[str]) -> list[str]:
    """Give the words that are names by themselves: no title with a dot, and written large."""
    return [one for one in words if not one.endswith(".") and not one[0].islower()]


def _middle(one: Sequence[str], other: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Leave out what two names begin and end with."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return one, other


def names_in(document: Document) -> frozenset[str]:
    """Give the names of people of a file, whole and their last words, in small letters."""
    cast = document.data(("cast",))
    people = cast.values() if isinstance(cast, dict) else ()
    names = [one.get("name") for one in people if isinstance(one, dict)]
    names += [name for path, name in document.gone.items() if path[0] == "cast"]
    said = [one.split() for one in names if isinstance(one, str)]
    found = {" ".join(one) for one in said if one} | {one[-1] for one in said if one}
    return frozenset(one.casefold() for one in found if one[0].isupper())
