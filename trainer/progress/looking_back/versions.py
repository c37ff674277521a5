"""The file of a scenario as it was when a decision was made, kept beside the decision.

So a decision can be looked at, and played again, after the scenario has changed or gone.
What is kept is the source, whatever language it was played in, and only where a decision
names that version: a scenario that was opened and left again leaves nothing.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trainer import paths
from trainer.errors import ScenarioError
from trainer.scenario.libraries.searching import LARGEST

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.progress.store import Store
    from trainer.scenario.libraries.library import Library
    from trainer.scenario.model import Scenario

_WANTED: Final = "SELECT 1 FROM version WHERE content_hash = ? AND source IS NULL"
_KEEP: Final = "UPDATE version SET source = ? WHERE content_hash = ? AND source IS NULL"
_SOURCE: Final = "SELECT source FROM version WHERE content_hash = ?"

_OUTSIDE: Final = frozenset({"missing-asset", "unsafe-path", "unknown-resource"})
"""Errors about files beside the scenario, which may have gone since: nothing to stop at."""


class Source(StrEnum):
    """Which version of a scenario a decision is looked at in."""

    SAME = "same"
    """The one it was made in, which is still the one of the library."""
    KEPT = "kept"
    """The one it was made in, as it was kept beside it."""
    TODAY = "today"
    """The one of the library, because the other was not kept."""


@dataclass(frozen=True, slots=True)
class Version:
    """A scenario in a version, and which one that is."""

    scenario: Scenario
    source: Source


def keep(store: Store, scenario: Scenario, path: Path) -> bool:
    """Keep the file of a scenario that was played, if a decision names this version.

    A file that has changed since, is too large or cannot be read is not kept.

    Args:
        store: where the decisions are.
        scenario: what is played.
        path: its file, the source of a translation.

    Returns:
        Whether it was kept now.

    Raises:
        KeepingError: it was not kept; the decisions are safe.

    """
    content_hash = scenario.content_hash
    with store.reading() as connection:
        if connection.execute(_WANTED, (content_hash,)).fetchone() is None:
            return False
    source = _read(path)
    if source is None or _hash(source) != content_hash:
        return False
    with store.writing() as connection:
        connection.execute(_KEEP, (zlib.compress(source), content_hash))
    return True


def source(store: Store, content_hash: str) -> bytes | None:
    """Give the file of a version, with plain line ends; None if it was not kept.

    What does not unpack to what it was is as good as not kept.

    Raises:
        KeepingError: it cannot be read.

    """
    with store.reading() as connection:
        found = connection.execute(_SOURCE, (content_hash,)).fetchone()
    if found is None or found[0] is None:
        return None
    try:
        # Never more than a file may be, whatever the packed bytes claim to hold.
        unpacked = zlib.decompressobj().decompress(found[0], LARGEST + 1)
    except (zlib.error, TypeError):
        return None
    return unpacked if _hash(unpacked) == content_hash else None


def find(
    store: Store, library: Library, scenario: str, content_hash: str, language: str = ""
) -> Version:
    """Give a scenario in the version of a decision, or as near to it as there is.

    Args:
        store: where the version may have been kept.
        library: scenarios as they are today.
        scenario: its id.
        content_hash: names the version.
        language: BCP 47, as for ``Library.load``.

    Raises:
        ScenarioError: the version was not kept, and today there is none that can be played.
        KeepingError: what was kept cannot be read.

    """
    card = library.card(scenario)
    today: Scenario | None = None
    if card is not None and card.content_hash == content_hash:
        today = _today(library, scenario, language)
        if today is not None and today.content_hash == content_hash:
            return Version(today, Source.SAME)
    kept = _kept(store, library, scenario, content_hash, language)
    if kept is not None:
        return Version(kept, Source.KEPT)
    return Version(today or library.load(scenario, language), Source.TODAY)


def _today(library: Library, scenario: str, language: str) -> Scenario | None:
    try:
        return library.load(scenario, language)
    except ScenarioError:
        return None


def _kept(
    store: Store, library: Library, scenario: str, content_hash: str, language: str
) -> Scenario | None:
    data = source(store, content_hash)
    if data is None:
        return None
    # Imported late: only whoever looks at an older version needs what reads YAML here.
    from trainer.scenario import checking
    from trainer.scenario.libraries import reader as library_reading
    from trainer.scenario.reading import read_bytes

    card = library.card(scenario)
    path = card.path if card is not None else paths.own_scenarios() / f"{scenario}.yaml"
    reading = read_bytes(data, path)
    found = reading.content
    if found is None or found.id != scenario:
        return None
    if any(one.code not in _OUTSIDE for one in checking.errors(reading)):
        return None
    return library_reading.in_language(found, path, language)


def _read(path: Path) -> bytes | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        return None
    if len(data) > LARGEST:
        return None
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
