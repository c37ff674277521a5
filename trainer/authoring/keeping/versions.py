"""Earlier versions of a file, to return to: one at each save, and while one writes.

They lie in the home, packed, in a folder for each file. What can be told without reading one
stands in its name: its number (clocks go backwards, numbers do not), when, why, and which text.
"""

from __future__ import annotations

import json
import re
import zlib
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer import paths, saving
from trainer.authoring.keeping import aside, files, side
from trainer.authoring.keeping.differing import Summary, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.authoring.arrangement import Arrangement

FORMAT: Final = "upstander-version/1"
LIMIT: Final = 32 * 1024 * 1024
"""Bytes that all versions of one file may take."""

_LARGEST: Final = 64 * 1024 * 1024
_AT_ONCE: Final = 64 * 1024
_LONGEST_HEAD: Final = 4 * 1024 * 1024
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_LONG: Final = timedelta(days=30)
_AT_A_TIME: Final = 400
"""Versions that go at most when one is kept: somebody may wait for the saving."""

_FEW: Final = 10
"""The latest, which stay however old they seem."""

_NAME: Final = re.compile(
    r"(?P<number>\d{8,18})-(?P<at>\d{8}T\d{6})Z-(?P<why>[a-z]+)-(?P<text>[0-9a-f]{16})\.version"
)
_TIME: Final = "%Y%m%dT%H%M%S"
_DIGITS: Final = re.compile(r"^\d{4}|\d\d")


class Why(StrEnum):
    """Why a version was kept."""

    OPENED = "opened"
    SAVED = "saved"
    WORK = "work"
    THEIRS = "theirs"
    """Somebody else had written it into the file."""
    MINE = "mine"
    """What was written here, before it was put together with that."""
    UNSAVED = "unsaved"
    """It was not saved, and not wanted when the file was opened again."""


_NOT_THINNED: Final = {Why.THEIRS, Why.MINE, Why.UNSAVED}
"""What may stand nowhere else stays for as long as anything does."""


class Version(NamedTuple):
    """An earlier version, as its name says; ``text`` begins the digest of its text."""

    place: Path
    number: int
    at: datetime
    why: Why
    text: str


class Content(NamedTuple):
    """What a version holds."""

    text: str
    arrangement: Arrangement


def folder(path: Path) -> Path:
    """Say where the versions of a file lie."""
    return paths.versions() / aside.key(path)


def every(path: Path) -> list[Version]:
    """Give the versions of a file, the latest first; what is none is passed over."""
    try:
        return _every(path)
    except OSError:
        return []


def can_be_listed(path: Path) -> bool:
    """Whether it is known which versions of a file there are."""
    try:
        _every(path)
    except OSError:
        return False
    return True


def _every(path: Path) -> list[Version]:
    """Give the versions; raise what keeps one from knowing whether there are any."""
    try:
        found = [one for one in map(_named, folder(path).iterdir()) if one is not None]
    except FileNotFoundError:
        return []
    return sorted(found, key=lambda one: one.number, reverse=True)


def keep(
    path: Path, text: str, lies: Arrangement, why: Why, *, now: datetime | None = None
) -> None:
    """Keep a version, unless the latest holds the same text; drop some that are old.

    Raises:
        OSError: it cannot be written.

    """
    now = now or datetime.now(UTC)
    data = files.encoded(text)
    digest = files.digest(data)
    there = _every(path)
    if there and there[0].text == digest[:16]:
        return
    number = there[0].number + 1 if there else 1
    head = {
        "format": FORMAT,
        "of": str(path),
        "digest": digest,
        "map": side.plain(lies),
        "parts": summary(text),
    }
    name = f"{number:08d}-{now.astimezone(UTC):{_TIME}}Z-{why}-{digest[:16]}.version"
    place = folder(path)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    packed = zlib.compress(json.dumps(head).encode() + b"\n" + data, 3)
    saving.put(place / name, packed, mode=0o600)
    for old in islice(thinned(every(path), now), _AT_A_TIME):
        with suppress(OSError):  # What somebody has laid there is none of ours to take away.
            old.place.unlink(missing_ok=True)


def thinned(there: Sequence[Version], now: datetime, limit: int = LIMIT) -> Iterator[Version]:
    """Say which versions go, of all of a file with the latest first.

    All of the last hour stay, then one an hour for a day, then one a day for a month, as far
    as the limit in bytes allows. The latest always stays, and so do the latest few as far as
    there is room, however old they seem to be. Where the clock has leapt by more than a month
    between two, that counts as two hours: it was wrong, or nobody has written since.
    """
    seen: set[tuple[int, int]] = set()
    room = limit
    age, newer = timedelta(), now
    for place, one in enumerate(there):
        room -= size(one)
        between, newer = newer - one.at, one.at
        age += 2 * _HOUR if between > _LONG else max(between, timedelta())
        step = timedelta() if age <= _HOUR else _HOUR if age <= _DAY else _DAY
        slot = (step.days + 1, int(one.at.timestamp() // step.total_seconds())) if step else None
        stays = slot is None or slot not in seen or one.why in _NOT_THINNED
        if slot is not None:
            seen.add(slot)
        old = place >= _FEW and (not stays or age > _LONG)
        if place and (old or room < 0):
            yield one


def read(version: Version) -> Content | None:
    """Read a version; None if it is damaged or gone."""
    found = _unpacked(version)
    if found is None:
        return None
    head, data = found
    try:
        if files.digest(data) != head["digest"]:
            return None
        return Content(data.decode(), side.of_plain(head["map"]))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None


def summary_of(version: Version) -> Summary:
    """Give the summary of a version, as it was kept with it; empty if it is not known."""
    try:
        head = json.loads(_first_line(version))
        given = head.get("parts") if head.get("format") == FORMAT else None
    except (OSError, ValueError, AttributeError, RecursionError, zlib.error):
        return {}
    if not isinstance(given, dict):
        return {}
    return {name: one for name, one in given.items() if isinstance(one, str)}


def _first_line(version: Version) -> bytes:
    """Give what is told of a version before its text, which is not unpacked for that."""
    packed, _found = files.raw(version.place, _LARGEST)
    unpacking = zlib.decompressobj()
    line = b""
    while packed and b"\n" not in line and len(line) < _LONGEST_HEAD:
        line += unpacking.decompress(packed, _AT_ONCE)
        packed = unpacking.unconsumed_tail
    return line.partition(b"\n")[0]


def latest() -> list[tuple[Path, Version]]:
    """Give every file that has versions, with the latest of each; what is none is passed over."""
    try:
        folders = list(paths.versions().iterdir())
    except OSError:
        return []
    found = []
    for one in folders:
        try:
            there = [named for named in map(_named, one.iterdir()) if named is not None]
            last = max(there, key=lambda version: version.number)
            path = Path(json.loads(_first_line(last))["of"])
        except (OSError, ValueError, TypeError, KeyError, RecursionError, zlib.error):
            continue
        if aside.key(path) == one.name:  # Nobody is led elsewhere by what a version says of itself.
            found.append((path, last))
    return found


def with_digest(path: Path, digest: str) -> Content | None:
    """Give the version whose text has this digest, None if there is none."""
    for one in every(path):
        if one.text == digest[:16] and (found := read(one)) is not None:
            return found
    return None


def forget(path: Path) -> None:
    """Let all versions of a file go.

    Raises:
        OSError: not all are gone; all that could be are.

    """
    wrong = None
    for one in every(path):
        try:
            one.place.unlink(missing_ok=True)
        except OSError as error:
            wrong = wrong if one.place.is_dir() else error
    if wrong is not None:
        raise wrong


def size(version: Version) -> int:
    """Give how many bytes a version takes."""
    stamp = files.stamp_of(version.place)
    return 0 if stamp is None else stamp.size


def _named(place: Path) -> Version | None:
    found = _NAME.fullmatch(place.name)
    if found is None:
        return None
    try:
        # Of thousands, the system's own way of reading a time takes a second.
        numbers = [int(one) for one in _DIGITS.findall(found["at"])]
        at = datetime(*numbers, tzinfo=UTC)  # type: ignore[arg-type, misc]
        return Version(place, int(found["number"]), at, Why(found["why"]), found["text"])
    except ValueError:
        return None


def _unpacked(version: Version) -> tuple[dict[str, Any], bytes] | None:
    try:
        packed, _found = files.raw(version.place, _LARGEST)
        unpacking = zlib.decompressobj()
        line, _end, data = unpacking.decompress(packed, _LARGEST).partition(b"\n")
        head = json.loads(line)
        return (head, data) if head["format"] == FORMAT else None
    except (OSError, ValueError, TypeError, KeyError, RecursionError, zlib.error):
        return None
