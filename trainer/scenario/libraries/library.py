"""The library: every scenario of some folders, and every file that is not playable yet.

Nothing that lies in a folder keeps the good ones from being played. A start with an index
that is up to date looks only at sizes and times; see :mod:`trainer.scenario.libraries.index`.
"""

from __future__ import annotations

import os
import time
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer import language, paths
from trainer.errors import ScenarioError
from trainer.language import _
from trainer.scenario.libraries import index as library_index
from trainer.scenario.libraries import searching
from trainer.scenario.libraries.index import Card as Card
from trainer.scenario.libraries.index import Entry, Kind
from trainer.scenario.libraries.searching import FolderList

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

    from trainer.scenario.libraries.index import Worded
    from trainer.scenario.libraries.searching import Found
    from trainer.scenario.model import Scenario

_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a change of a file is sure to show in its time."""


class Broken(NamedTuple):
    """A file that cannot be played, and why: (line, column, severity, sentence) each."""

    path: Path
    problems: tuple[Worded, ...]


class Library:
    """Scenarios of several folders, searched downwards.

    Where two scenarios share an id, the one of the earlier folder is played, and in one
    folder the one whose path comes first; the other is listed as broken. So a folder of
    one's own never silently replaces what the program brings along.

    Args:
        folders: in order; one that does not exist is empty.
        cache_dir: where the index is kept; None keeps none.

    """

    def __init__(self, folders: Iterable[Path], cache_dir: Path | None) -> None:
        self._folders = tuple(folder.absolute() for folder in folders)
        self._cache = cache_dir
        self._cards: dict[str, Card] = {}
        self._broken: tuple[Broken, ...] = ()
        self._listed: dict[Path, FolderList] = {}
        self._is_read = False
        self.keeps_index = True
        """Whether what was read is noted for the next time."""

    def cards(self) -> tuple[Card, ...]:
        """Give the playable scenarios: folder by folder, by path."""
        self._read_once()
        return tuple(self._cards.values())

    def card(self, scenario_id: str) -> Card | None:
        """Give the card of one playable scenario, or None."""
        self._read_once()
        return self._cards.get(scenario_id)

    def broken(self) -> tuple[Broken, ...]:
        """Give the files that cannot be played, in the same order."""
        self._read_once()
        return self._broken

    def listed(self, folder: Path) -> FolderList | None:
        """Give what lies in a folder, as it was last looked into; None if it was not to its end."""
        return self._listed.get(folder.absolute())

    def load(self, scenario_id: str, language: str = "") -> Scenario:
        """Read a scenario to play it.

        Args:
            scenario_id: as on its card.
            language: BCP 47; the nearest translation is taken, else the source.

        Raises:
            ScenarioError: there is none, or its file has changed and has errors now.

        """
        card = self.card(scenario_id)
        if card is None:
            raise ScenarioError(
                _("There is no scenario “%(id)s” in the library.") % {"id": scenario_id}
            )
        # Imported late: the first page shows without having read any YAML.
        from trainer.scenario.libraries import reader as library_reading

        scenario = library_reading.playable(card.path, card.id, card.title, card.content_hash)
        return library_reading.in_language(scenario, card.path, language)

    def refresh(self) -> None:
        """Look at the folders again; only files that have changed are read."""
        for _step in self.reading():
            pass

    def reading(self) -> Generator[tuple[int, int], None, None]:
        """Do what :meth:`refresh` does a file at a time, for whoever shows how far it is.

        Gives after each file that was found or read how many are read, and how many there are
        as far as the folders were looked into. Closing it before its end leaves the library with
        what was read until then.
        """
        scan = _Scan(self._cache, writes=self.keeps_index)
        is_whole, done = False, 0
        listed: dict[Path, FolderList] = {}
        try:
            for folder in self._folders:
                files: list[Found] = []
                for found in searching.yaml_files(folder):
                    files.append(found)
                    yield done, done + len(files)
                every = done + len(files)
                files.sort(key=attrgetter("file"))
                for found in files:
                    scan.add(found)
                    done += 1
                    yield done, every
                listed[folder] = FolderList(folder, tuple((one, scan.says(one)) for one in files))
            is_whole = True
        finally:
            scan.finish(is_whole=is_whole)
            self._cards, self._broken, self._listed = scan.cards, tuple(scan.broken), listed
            self._is_read = True

    def _read_once(self) -> None:
        if not self._is_read:
            self.refresh()


class _Scan:
    """One look at all folders."""

    def __init__(self, cache: Path | None, *, writes: bool = True) -> None:
        self._cache = cache
        self._writes = writes
        self._stamp = _stamp()
        self._known = library_index.read(cache, self._stamp) if cache else {}
        self._entries: dict[str, Entry] = {}
        self.cards: dict[str, Card] = {}
        self.broken: list[Broken] = []

    def add(self, found: Found) -> None:
        if found.file in self._entries:
            return
        entry = self._entries[found.file] = self._fresh(self._known.get(found.file), found)
        if entry.card:
            self._put(entry.card, entry.id_place)
        elif entry.kind is Kind.BROKEN:
            self.broken.append(Broken(found.path, entry.problems))

    def says(self, found: Found) -> tuple[str, ...]:
        """Give the formats that a file says to be of, which was added."""
        return self._entries[found.file].says

    def _put(self, card: Card, id_place: tuple[int, int]) -> None:
        first = self.cards.setdefault(card.id, card)
        if first is not card:
            from trainer.scenario.model import Mark
            from trainer.scenario.problems import problem

            found = problem("duplicate-id", Mark(*id_place), id=card.id, other=first.file)
            self.broken.append(Broken(card.path, (library_index.worded(found),)))

    def _fresh(self, known: Entry | None, found: Found) -> Entry:
        """Give what is known of a file if that still holds, else look at it anew."""
        if known and _still_holds(known, found):
            if known.modified == found.modified and known.seen - known.modified > _SETTLED:
                return known
            # Touched, or changed so shortly before that its time may not tell.
            now = time.time_ns()
            if known.digest and known.digest == _digest(found.path):
                return known._replace(modified=found.modified, seen=now)
        # Imported late: with a fresh index nothing is read.
        from trainer.scenario.libraries.reader import examine

        return examine(found)

    def finish(self, *, is_whole: bool) -> None:
        """Note what was read; of what nobody has looked at this time, what was known stays."""
        entries = self._entries if is_whole else {**self._known, **self._entries}
        if self._cache and self._writes and entries != self._known:
            library_index.write(self._cache, self._stamp, entries)


def _still_holds(known: Entry, found: Found) -> bool:
    if known.size != found.size or known.language not in ("", language.code()):
        return False
    if not (known.there or known.missing):
        return True
    folder = found.path.parent
    return all(os.path.isfile(folder / name) for name in known.there) and not any(
        os.path.lexists(folder / name) for name in known.missing
    )


def _digest(path: Path) -> str:
    """SHA-256 of a file's bytes, or nothing if it cannot be read."""
    import hashlib

    try:
        with path.open("rb") as file:
            return hashlib.sha256(file.read(searching.LARGEST)).hexdigest()
    except OSError:
        return ""


def _stamp() -> str:
    """Stand for the built-in pictures, which scenarios may name: their folders' times."""
    try:
        with os.scandir(paths.assets()) as entries:
            folders = sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries)
    except OSError:
        return ""
    return " ".join(f"{name} {modified}" for name, modified in folders)
