"""The help directory: what the program brings along, and what organisations add to it.

An entry of a folder overrides the built-in one with the same key; of two folders the
earlier one counts, and in one folder the file whose path comes first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from trainer import paths
from trainer.help import tongues
from trainer.help.reading import HELP
from trainer.scenario.files import resources
from trainer.scenario.files.gathering import Gathered, Placed, files_of, gather, read_all

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from trainer.help.model import Entry, HelpFile, Need, Place
    from trainer.scenario.files.reading import Reading
    from trainer.scenario.libraries.searching import FolderList


DEEPEST: Final = 30
"""Places inside each other that are looked at; the world has fewer."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry, and where it comes from: see :class:`Placed`. ``language`` is its texts'."""

    entry: Entry
    language: str
    path: Path
    folder: Path | None = None
    overrides: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that was looked for.

    ``narrower`` is the place in which alone it helps, if that lies within the place that was
    asked for. ``speaks`` is None where nothing is known about its languages.
    """

    listed: Listed
    narrower: Place | None = None
    speaks: bool | None = True


@dataclass(frozen=True, slots=True)
class Branch:
    """A place with the places that lie in it, by name."""

    place: Place
    inside: tuple[Branch, ...] = ()


class Directory:
    """Entries and places of several files.

    Args:
        gathered: the files, those that the program brings along first.

    """

    def __init__(self, gathered: Gathered[HelpFile]) -> None:
        self._listed: dict[str, Listed] = {}
        self._places: dict[str, Place] = {}
        self._broken = gathered.broken
        for placed in gathered.placed:
            self._add(placed)

    def _add(self, placed: Placed[HelpFile]) -> None:
        file = placed.content
        for place in file.places.values():
            self._places.setdefault(place.key, place)
        for entry in file.entries.values():
            listed = Listed(entry, file.language, placed.path, placed.folder)
            first = self._listed.setdefault(entry.key, listed)
            if first.folder is None and listed.folder is not None:
                self._listed[entry.key] = replace(listed, overrides=True)

    @property
    def broken(self) -> tuple[Reading[HelpFile], ...]:
        """Files with an error, which add nothing, with their problems."""
        return self._broken

    def with_places_of(self, file: HelpFile) -> Directory:
        """Give the same directory with the places of one more file, such as one being written."""
        made = Directory(Gathered())
        made._listed, made._places = self._listed, {**self._places, **file.places}
        return made

    def entries(self) -> tuple[Listed, ...]:
        """Give every entry: built-in ones first, an overridden one in its old place."""
        return tuple(self._listed.values())

    def entry(self, key: str) -> Listed | None:
        """Give one entry, or None."""
        return self._listed.get(key)

    def name(self, key: str) -> str | None:
        """Give an entry's name as its organisation writes it, or None."""
        listed = self._listed.get(key)
        return listed.entry.name if listed else None

    def place(self, key: str) -> Place | None:
        """Give one place, or None."""
        return self._places.get(key)

    def around(self, key: str) -> tuple[str, ...]:
        """Give the keys of a place and of those that it lies in, the widest last."""
        passed: dict[str, None] = {}
        step: str | None = key
        while step is not None and step not in passed and len(passed) < DEEPEST:
            passed[step] = None
            place = self._places.get(step)
            step = place.within if place else None
        return tuple(passed)

    def tree(self) -> tuple[Branch, ...]:
        """Give all places: those that lie in no other, with those inside, by name."""
        inside: dict[str | None, list[Place]] = {}
        for place in self._places.values():
            inside.setdefault(self._outer(place), []).append(place)
        return _branches(None, inside, DEEPEST)

    def _outer(self, place: Place) -> str | None:
        """The place that one lies in; None on top, and in a circle, which two files may make."""
        outer = place.within
        if outer is None or outer not in self._places:
            return None
        return None if place.key in self.around(outer) else outer

    def find(self, place: str = "", language: str = "", need: Need | None = None) -> list[Match]:
        """Look for entries: those that help in a place, speak a language, are for a need.

        An entry for a wider place holds for the narrower ones in it. One for a narrower
        place is given too, and says so: choosing California shows Los Angeles. An entry
        about whose languages nothing is known is given, after those that speak it.

        Args:
            place: a place's key; empty for any.
            language: BCP 47; empty for any. ``zh`` and ``zh-Hant`` go with each other.
            need: what it is for; None for anything.

        Returns:
            The matches: those for the place itself and wider ones before those for
            narrower ones, the nearest place first; then those of an organisation's own list, whom
            it knows, else in the directory's order.

        """
        found = []
        around = self.around(place) if place else ()
        for listed in self._listed.values():
            if need is not None and need not in listed.entry.needs:
                continue
            speaks = _speaks(listed.entry, language)
            reached = self._reached(listed.entry, around) if place else (0, None)
            if reached is None or speaks is False:
                continue
            distance, narrower = reached
            order = (narrower is not None, speaks is None, distance, listed.folder is None)
            found.append((order, Match(listed, narrower, speaks)))
        return [match for _order, match in sorted(found, key=lambda one: one[0])]

    def _reached(self, entry: Entry, around: tuple[str, ...]) -> tuple[int, Place | None] | None:
        """How far off the place is for which an entry holds, and that if it is narrower."""
        wider = [around.index(key) for key in entry.where if key in around]
        if wider:
            return min(wider), None
        asked = around[0]
        inner = [
            (steps.index(asked), key)
            for key in entry.where
            if asked in (steps := self.around(key)) and key in self._places
        ]
        if not inner:
            return None
        distance, key = min(inner, key=lambda one: one[0])
        return distance, self._places[key]

    def languages(self) -> tuple[str, ...]:
        """Give the languages that some entry speaks, in order."""
        return tuple(sorted({one for listed in self.entries() for one in listed.entry.languages}))


def _branches(
    key: str | None, inside: dict[str | None, list[Place]], levels: int
) -> tuple[Branch, ...]:
    here = inside.get(key, ()) if levels else ()
    places = sorted(here, key=lambda place: (place.name.casefold(), place.key))
    return tuple(Branch(place, _branches(place.key, inside, levels - 1)) for place in places)


def _speaks(entry: Entry, language: str) -> bool | None:
    return tongues.speaks(entry.languages, language) if language else True


def read(folders: Iterable[Path | FolderList] = ()) -> Directory:
    """Read the directory: what the program brings along, and what lies below some folders."""
    return Directory(gather(HELP, paths.built_in_help(), folders))


@cache
def built_in() -> Directory:
    """Read what the program brings along, once; it does not change while it runs."""
    return read()


def near(folder: Path | None) -> Directory:
    """Read the directory as a file in ``folder`` knows it, with the help files of its pack."""
    theirs = resources.files_near(folder) if folder else []
    if not theirs:
        return built_in()
    found: list[tuple[Path, Path | None]] = []
    found += ((path, None) for path in files_of(HELP, paths.built_in_help()))
    found += ((path, path.parent) for path in theirs)
    return Directory(read_all(HELP, found))
