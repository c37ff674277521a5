"""Files of one format: those that the program brings along, and those of some folders.

Nothing that lies in a folder keeps the good ones from being used: a file with an error is
kept apart, with its problems.
"""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from trainer import paths
from trainer.language import _
from trainer.scenario.files import reading as files
from trainer.scenario.libraries.searching import LARGEST, FolderList, yaml_files
from trainer.scenario.problems import Severity

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from trainer.scenario.files.reading import Reading
    from trainer.scenario.files.shapes import Format
    from trainer.scenario.libraries.searching import Found

T = TypeVar("T")

_KEY: Final = b"format"
_BOM: Final = b"\xef\xbb\xbf"
_SAYS: Final = re.compile(rb"""format[ \t]*:[ \t]*["']?([^/\s]+)/""")
_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a change of a file is sure to show in its time."""

_MOST: Final = 20_000
_said: dict[Found, tuple[str, ...]] = {}
"""What files say, as they were found, by size and time."""


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """What one file holds, the file, and the folder that was looked into for it.

    ``folder`` is None for what the program brings along. ``overrides`` tells that it stands
    for something of the same key that the program brings along.
    """

    content: T
    path: Path
    folder: Path | None = None
    overrides: bool = False


@dataclass(frozen=True, slots=True)
class Gathered(Generic[T]):
    """What was found: built-in files first, then folder by folder, by path.

    ``broken`` are files with an error, with their problems; of one whose other parts are used
    (``Reading.partly``) these stand among the placed.
    """

    placed: tuple[Placed[T], ...] = ()
    broken: tuple[Reading[T], ...] = ()


def gather(
    form: Format[T],
    built_in: Path,
    folders: Iterable[Path | FolderList] = (),
    *,
    today: datetime.date | None = None,
) -> Gathered[T]:
    """Read every file of a format.

    Args:
        form: the format.
        built_in: the folder of what the program brings along.
        folders: searched downwards, in order; one that does not exist is empty, and one that
            somebody has looked into already is not looked into again.
        today: the day against which reviews and entries expire; the computer's, if None.

    """
    found = [(path, None) for path in files_of(form, built_in)]
    theirs = [(path, _place_of(folder)) for folder in folders for path in files_of(form, folder)]
    return read_all(form, [*found, *theirs], today=today)


def _place_of(folder: Path | FolderList) -> Path:
    return folder.folder if isinstance(folder, FolderList) else folder


def read_all(
    form: Format[T],
    found: Iterable[tuple[Path, Path | None]],
    *,
    today: datetime.date | None = None,
) -> Gathered[T]:
    """Read files, each with the folder that it was found in; one found twice is read once."""
    placed: list[Placed[T]] = []
    broken: list[Reading[T]] = []
    folders: dict[Path, Path | None] = {}
    for path, folder in found:
        folders.setdefault(path.absolute(), folder)
    for path, folder in folders.items():
        reading = files.read_file(path, (form,), today=today)
        wrong = any(one.severity is Severity.ERROR for one in reading.problems)
        content = reading.partly if wrong else reading.content
        if reading.content is None or wrong:
            broken.append(reading)
        if content is not None:
            placed.append(Placed(content, path, folder))
    return Gathered(tuple(placed), tuple(broken))


def by_id(gathered: Gathered[T], id_of: Callable[[T], str]) -> dict[str, Placed[T]]:
    """Give what counts of each id: the earliest folder's, or what the program brings along.

    What is overridden leaves its place in the order to what overrides it.
    """
    found: dict[str, Placed[T]] = {}
    for placed in gathered.placed:
        key = id_of(placed.content)
        first = found.setdefault(key, placed)
        if first.folder is None and placed.folder is not None:
            found[key] = replace(placed, overrides=True)
    return found


def origin_words(placed: Placed[T]) -> str:
    """Say from whose folder a file is; empty for what the program brings along."""
    if placed.folder is None:
        return ""
    if placed.folder in (paths.own_scenarios(), paths.own_plans()):
        own = _("From your own folder, in place of what comes with Upstander")
        return own if placed.overrides else _("From your own folder")
    known = {"folder": placed.folder.name}
    if placed.overrides:
        return _("From the folder %(folder)s, in place of what comes with Upstander") % known
    return _("From the folder %(folder)s") % known


def files_of(form: Format[T], folder: Path | FolderList) -> Iterator[Path]:
    """Find the files below a folder that say that they are of a format, of any version of it."""
    kind = form.name.split("/")[0]
    there = folder if isinstance(folder, FolderList) else listed(folder)
    for found, kinds in there.files:
        if kind in kinds and os.path.lexists(found.file):
            yield found.path


def listed(folder: Path, before: FolderList | None = None) -> FolderList:
    """Look into a folder; files that are as they were ``before`` are not opened again."""
    known = dict(before.files) if before is not None else {}
    found = sorted(yaml_files(folder), key=attrgetter("file"))
    return FolderList(folder, tuple((one, _kinds(one, known)) for one in found))


def _kinds(found: Found, known: Mapping[Found, tuple[str, ...]]) -> tuple[str, ...]:
    """Tell which formats a file says that it is of: one, unless something is wrong with it.

    Each kind of files is asked for by itself, of folders that may hold thousands of the others.
    """
    # What was changed a moment ago may change again without its time telling so.
    is_settled = abs(time.time_ns() - found.modified) > _SETTLED
    said = _said.get(found, known.get(found) if is_settled else None)
    if said is None:
        said = _kinds_in(found)
        if is_settled:
            if len(_said) >= _MOST:
                _said.clear()
            _said[found] = said
    return said


def _kinds_in(found: Found) -> tuple[str, ...]:
    try:
        with found.path.open("rb") as file:
            return kinds_in(file.read(LARGEST))
    except OSError:
        return ()  # Of what cannot be read nobody can say what it is.


def kinds_in(data: bytes) -> tuple[str, ...]:
    """Tell which formats a text says that it is of, without their versions."""
    kinds, at = set(), data.find(_KEY)
    while at >= 0:
        before = data[max(0, at - 4) : at].removesuffix(_BOM)
        match = _SAYS.match(data, at) if before[-1:] in (b"", b"\n") else None
        if match is not None:
            kinds.add(match[1])
        at = data.find(_KEY, at + 1)
    return tuple(sorted(one.decode("utf-8", "replace") for one in kinds))
