"""Which entries and places of the help directory a file may name.

Only their keys are looked for here, because reading a scenario waits for it; the directory
itself is :mod:`trainer.help.directory`. Known are those that the program brings along, and
those of a folder ``help`` in the file's own folder or in one of the three above it, so that
a pack, or a folder of an organisation, knows its own. One's own lists lie each in a folder of its
own among one's own files, and hold for all of these.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer import paths

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER: Final = "help"
"""Name of a folder of help files."""

_LEVELS: Final = 4
_LARGEST: Final = 8 * 1024 * 1024
_FIRST: Final = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*(?P<indent> +)[^\s#]")
_IS_HELP: Final = re.compile(rb"^(?:\xef\xbb\xbf)?format[ \t]*:[ \t]*[\"']?help/", re.MULTILINE)
_HEAD: Final = 4096
"""Bytes in which a file says of which format it is."""
_FRESH: Final = 5_000_000_000
"""Nanoseconds in which a folder that is new may still be filled."""
_END: Final = re.compile(r"^[^\s#]", re.MULTILINE)


class Known(NamedTuple):
    """Keys of entries and of places."""

    entries: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


def known(folder: Path) -> Known:
    """Give every key that a file in ``folder`` may name. Raises nothing."""
    return _together([built_in(), _of_files(files_near(folder))])


@cache
def built_in() -> Known:
    """Give the keys that the program brings along; they do not change while it runs."""
    return _of_files(_files_in(paths.built_in_help()))


def files_near(folder: Path) -> list[Path]:
    """Give the help files that belong to a file in ``folder``, the nearest first."""
    above = [folder.absolute(), *folder.absolute().parents][:_LEVELS]
    near = [file for place in above for file in _files_in(place / FOLDER)]
    own = paths.own_scenarios()
    if not above[0].is_relative_to(own):
        return near
    try:
        modified = own.stat().st_mtime_ns
        # In a folder that was just made, the file may be yet to come.
        look = _own_lists.__wrapped__ if _is_fresh(modified) else _own_lists
        return [*near, *look(own, modified)]
    except OSError:
        return near


def _is_fresh(modified: int) -> bool:
    return abs(time.time_ns() - modified) < _FRESH


@lru_cache(maxsize=4)
def _own_lists(own: Path, _modified: int) -> tuple[Path, ...]:
    """Find one's own help files; a new one has a new folder, and so another time of this one."""
    found = []
    for folder in sorted(own.iterdir()):
        for file in _files_in(folder):
            with suppress(OSError), file.open("rb") as opened:
                if _IS_HELP.search(opened.read(_HEAD)):
                    found.append(file)
    return tuple(found)


def _files_in(folder: Path) -> list[Path]:
    """Give the files of one folder, by name; links, and what lies deeper, are left out."""
    if folder.is_symlink():
        return []  # It may lead anywhere.
    try:
        with os.scandir(folder) as entries:
            return sorted(
                Path(entry.path)
                for entry in entries
                if entry.name.endswith(".yaml") and entry.is_file(follow_symlinks=False)
            )
    except (OSError, ValueError):
        return []


def _together(found: Iterable[Known]) -> Known:
    every = list(found)
    return Known(
        frozenset().union(*(one.entries for one in every)),
        frozenset().union(*(one.places for one in every)),
    )


def _of_files(files: Iterable[Path]) -> Known:
    found = []
    for file in files:
        try:
            facts = file.stat()
            found.append(_of_file(file, facts.st_size, facts.st_mtime_ns))
        except (OSError, UnicodeDecodeError):
            continue  # What cannot be read names nothing; checking it says why.
    return _together(found)


@lru_cache(maxsize=256)
def _of_file(file: Path, size: int, _modified: int) -> Known:
    """Read a file's keys; its size and time tell whether it is still the same.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it is not UTF-8.

    """
    if size > _LARGEST:
        return Known()
    text = file.read_text("utf-8")
    return Known(keys_below(text, "entries"), keys_below(text, "places"))


def keys_below(text: str, name: str) -> frozenset[str]:
    """Give the keys of the block mapping behind ``name``, a key on top, without reading YAML.

    They are the words in front of a colon on the lines that are indented as the first one
    is; a text inside an entry always stands deeper.
    """
    top = re.search(rf"^{name}[ \t]*:[ \t]*(?:#.*)?\n", text, re.MULTILINE)
    first = top and _FIRST.match(text, top.end())
    if not top or not first:
        return frozenset()
    ended = _END.search(text, top.end())
    key = re.compile(rf"^{first['indent']}([\"']?)([^\s\"'#:]+)\1[ \t]*:(?=\s)", re.MULTILINE)
    found = key.finditer(text, top.end(), ended.start() if ended else len(text))
    return frozenset(one.group(2) for one in found)
