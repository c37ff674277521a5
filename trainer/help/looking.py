"""What somebody looks for in the help directory, and what is found, in groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from trainer.help import tongues
from trainer.help.model import Need, Police

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.help.directory import Directory, Listed, Match
    from trainer.help.model import Entry, Place

WITHOUT_POLICE: Final = frozenset({Police.NONE, Police.CHOICE})
"""What a service may have to do with the police for whoever wants none: it is theirs to say."""

MOST_URGENT: Final = 4
"""Services that are named for someone in danger: more would have to be read first."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; everything left out is anything.

    ``place`` is a place's key, ``language`` BCP 47; one of ``needs`` is enough. With
    ``without_police``, ``even_unknown`` also lets those through of which nobody knows what they
    have to do with the police.
    """

    place: str = ""
    language: str = ""
    needs: frozenset[Need] = frozenset()
    without_police: bool = False
    even_unknown: bool = False

    def is_open(self) -> bool:
        """Tell whether nothing but perhaps a place is asked for."""
        return not (self.language or self.needs or self.without_police)


class Sort(Enum):
    """Why entries stand together."""

    PLACE = auto()
    """They hold for the place that was asked for, by the place that they are for."""
    LANGUAGES_UNKNOWN = auto()
    """Nothing is known about the languages they help in."""
    POLICE_UNKNOWN = auto()
    """Nothing is known about what they have to do with the police."""
    PART = auto()
    """They help only in a part of the place that was asked for."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that stand together. ``place`` is theirs (PLACE), or the one they are a part of."""

    sort: Sort
    place: Place | None
    found: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: groups, the most fitting first.

    ``police_unknown`` counts those left out only because nobody knows about the police.
    """

    groups: tuple[Group, ...] = ()
    police_unknown: int = 0

    def entries(self) -> list[Listed]:
        """Give all of them, in their order."""
        return [listed for group in self.groups for listed in group.found]

    def __len__(self) -> int:
        return sum(len(group.found) for group in self.groups)


@dataclass(frozen=True, slots=True)
class WayOut:
    """A wish with one thing left out of it, ``without`` a name of its field, and what it finds."""

    without: str
    wish: Wish
    count: int


def look(directory: Directory, wish: Wish) -> Found:
    """Look for what somebody wishes for, in groups."""
    groups: dict[tuple[Sort, str], list[Listed]] = {}
    left_out = 0
    for match in directory.find(wish.place, wish.language):
        entry = match.listed.entry
        if wish.needs and not wish.needs.intersection(entry.needs):
            continue
        unsure = wish.without_police and entry.police not in WITHOUT_POLICE
        if unsure and entry.police is not Police.UNKNOWN:
            continue
        if unsure and not wish.even_unknown:
            left_out += 1
            continue
        key = _group(directory, wish, match, unsure=unsure)
        groups.setdefault(key, []).append(match.listed)
    ordered = sorted(groups.items(), key=lambda item: _RANK[item[0][0]])
    return Found(
        tuple(
            Group(sort, directory.place(place), tuple(entries))
            for (sort, place), entries in ordered
        ),
        left_out,
    )


_RANK: Final = {sort: rank for rank, sort in enumerate(Sort)}


def _group(directory: Directory, wish: Wish, match: Match, *, unsure: bool) -> tuple[Sort, str]:
    if match.narrower is not None:
        return Sort.PART, wish.place
    if unsure:
        return Sort.POLICE_UNKNOWN, ""
    if match.speaks is None:
        return Sort.LANGUAGES_UNKNOWN, ""
    return Sort.PLACE, _nearest(directory, match.listed.entry, wish.place)


def _nearest(directory: Directory, entry: Entry, place: str) -> str:
    """The place for which an entry holds that is nearest to the one asked for."""
    for key in directory.around(place) if place else ():
        if key in entry.where:
            return key
    return entry.where[0]


def urgent(directory: Directory, place: str) -> list[Listed]:
    """Give the few services for someone who is in danger now, where they are.

    These are the ones for a crisis; only where there is none, those for medical care, which
    may be a clinic. Those for both come first: that is what a number for emergencies is.
    Without a place, they have to hold everywhere in a country.
    """
    here = [listed for listed in directory.entries() if _holds(directory, listed.entry, place)]
    for need in (Need.CRISIS, Need.MEDICAL):
        found = [listed for listed in here if need in listed.entry.needs]
        if found:
            found.sort(key=lambda one: not {Need.CRISIS, Need.MEDICAL} <= {*one.entry.needs})
            return found[:MOST_URGENT]
    return []


def _holds(directory: Directory, entry: Entry, place: str) -> bool:
    if place:
        return any(key in entry.where for key in directory.around(place))
    return any(len(directory.around(key)) == 1 for key in entry.where)


def ways_out(directory: Directory, wish: Wish) -> list[WayOut]:
    """Say what to leave out of a wish that finds nothing, and how much each would find."""
    tries = (
        ("language", replace(wish, language="")),
        ("needs", replace(wish, needs=frozenset())),
        ("without_police", replace(wish, without_police=False, even_unknown=False)),
        ("place", replace(wish, place="")),
    )
    return [
        WayOut(name, other, count)
        for name, other in tries
        if other != wish and (count := len(look(directory, other)))
    ]


def farther(directory: Directory, wish: Wish) -> tuple[Place | None, Found]:
    """Look in ever wider places until something is found; give the place, and what it was."""
    for key in directory.around(wish.place)[1:] if wish.place else ():
        found = look(directory, replace(wish, place=key))
        if len(found):
            return directory.place(key), found
    return None, Found()


def languages(entries: Iterable[Listed]) -> list[str]:
    """Give the languages that some entry helps in, without scripts and countries."""
    return sorted({tongues.base(code) for one in entries for code in one.entry.languages})


def in_reading_order(directory: Directory) -> Iterator[tuple[Place, int]]:
    """Give all places as a tree is read: each with how many places it lies in."""
    waiting = [(branch, 0) for branch in reversed(directory.tree())]
    while waiting:
        branch, level = waiting.pop()
        yield branch.place, level
        waiting += [(inner, level + 1) for inner in reversed(branch.inside)]
