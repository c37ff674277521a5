"""What was found out about each file of the library, so that a start need not read them.

The index is a file of two lines in the cache folder: its version with a sum over the second
line, and the entries as JSON. It may be deleted at any time. One that is of another version,
or not as it was written, is made anew; so is what belongs to a file that has changed.

Records are named tuples here: making such a class takes a tenth of making a dataclass, and
the first page waits for it.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer import __version__, paths
from trainer.scenario.kinds import Setting, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.scenario.problems import Problem

NAME: Final = "library.json"
LARGEST: Final = 64 * 1024 * 1024
"""Bytes of the largest index that is read."""

_FORMAT: Final = 4

Worded = tuple[int, int, str, str]
"""A problem in words: line, column, severity, sentence."""


class Kind(StrEnum):
    """What a YAML file turned out to be."""

    SCENARIO = "scenario"
    BROKEN = "broken"
    OTHER = "other"


class Card(NamedTuple):
    """What the home page tells of a playable scenario, without reading it.

    ``backdrop`` is a built-in name or, with a dot, a file beside the scenario's; ``scenes``
    is how many there are; ``reviewed_until`` is the last day on which its review holds, empty
    where nothing says who reviewed it.
    """

    id: str
    title: str
    summary: str
    language: str
    setting: Setting
    severity: Severity
    minutes: int
    status: Status
    backdrop: str | None
    goals: tuple[str, ...]
    content_notes: tuple[str, ...]
    content_hash: str
    scenes: int
    reviewed_until: str
    file: str

    @property
    def path(self) -> Path:
        """Where its file is."""
        return Path(self.file)

    @property
    def built_in(self) -> bool:
        """Whether it came with the program."""
        return self.path.is_relative_to(paths.built_in_scenarios())

    @property
    def translations(self) -> tuple[str, ...]:
        """Languages of the PO files that lie beside it now."""
        from trainer.scenario import translation

        return tuple(translation.catalogues(self.path, self.id))


class Entry(NamedTuple):
    """One file: what it was when it was looked at, and what was found.

    ``modified`` and ``seen`` are in nanoseconds since 1970, ``digest`` the SHA-256 of its
    bytes. ``there`` and ``missing`` are files beside it on which the finding rests.
    ``language`` is the one its problems are worded in; ``id_place`` the line and column of
    its id. ``says`` names the formats that the file says to be of, without their versions: more
    than one only if something is wrong with it.
    """

    size: int
    modified: int
    seen: int
    digest: str
    kind: Kind
    card: Card | None = None
    id_place: tuple[int, int] = (1, 1)
    problems: tuple[Worded, ...] = ()
    language: str = ""
    there: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


def read(folder: Path, stamp: str) -> dict[str, Entry]:
    """Read the index, by path of the file. One that is not as expected is empty.

    Args:
        folder: the cache folder.
        stamp: stands for what the findings rest on besides the files; see :func:`write`.

    """
    try:
        place = folder / NAME
        if place.stat().st_size > LARGEST:
            return {}
        head, _newline, body = place.read_bytes().partition(b"\n")
        if head != _head(stamp, body):
            return {}
        # The sum is right, so this is what we wrote, and its shape need not be checked.
        return {file: _entry(file, row) for file, row in json.loads(body).items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def write(folder: Path, stamp: str, entries: Mapping[str, Entry]) -> None:
    """Write the index beside, then replace it. That it cannot be written does no harm."""
    rows = {file: _row(entry) for file, entry in entries.items()}
    body = json.dumps(rows, separators=(",", ":")).encode()
    beside = folder / f"{NAME}.{os.getpid()}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_head(stamp, body) + b"\n" + body)
        beside.replace(folder / NAME)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()


def worded(found: Problem) -> Worded:
    """Put a problem into the words of the language in use."""
    from trainer.scenario import problems

    words = " ".join(part for part in (problems.sentence(found), problems.hint(found)) if part)
    return found.mark.line, found.mark.column, found.severity.value, words


def _head(stamp: str, body: bytes) -> bytes:
    """First line: the version of what wrote the index, and the sum of the rest."""
    return json.dumps([_FORMAT, __version__, stamp, zlib.crc32(body)]).encode()


def _row(entry: Entry) -> list[Any]:
    """Give an entry as plain data; the file of its card is its key in the index."""
    return [*entry[:5], entry.card and entry.card[:-1], *entry[6:]]


def _entry(file: str, row: list[Any]) -> Entry:
    """Make an entry of what :func:`_row` gave."""
    size, modified, seen, digest, kind, card, place, problems, language, *names = row
    there, missing, says = map(tuple, names)
    return Entry(
        size,
        modified,
        seen,
        digest,
        Kind(kind),
        card and _card(file, *card),
        tuple(place),
        tuple(map(tuple, problems)),
        language,
        there,
        missing,
        says,
    )


def _card(
    file: str,
    name: str,
    title: str,
    summary: str,
    language: str,
    setting: str,
    severity: str,
    minutes: int,
    status: str,
    backdrop: str | None,
    goals: list[str],
    notes: list[str],
    content_hash: str,
    scenes: int,
    reviewed_until: str,
) -> Card:
    return Card(
        name,
        title,
        summary,
        language,
        Setting(setting),
        Severity(severity),
        minutes,
        Status(status),
        backdrop,
        tuple(goals),
        tuple(notes),
        content_hash,
        scenes,
        reviewed_until,
        file,
    )
