"""Which entries and places of the help directory a file may name.

Only their keys are looked for here, because reading a scenario waits for it; the directory
itself is :mod:`trainer.help.directory`. Known are those that the program brings along, and
those of a folder ``help`` in the file's own folder or in one of the three above it, so that
a pack, or a folder of an organisation, knows its own.
"""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer import paths

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAMES: Final[dict[str, str]] = {
    "988-lifeline": "988 Suicide & Crisis Lifeline",
    "adhikaar": "Adhikaar",
    "asian-americans-advancing-justice": "Asian Americans Advancing Justice",
    "asian-americans-advancing-justice-aajc": "Asian Americans Advancing Justice | AAJC",
    "asian-americans-united": "Asian Americans United",
    "chinese-for-affirmative-action": "Chinese for Affirmative Action",
    "chinese-progressive-association": "Chinese Progressive Association",
    "cia-siab": "Cia Siab, Inc.",
    "drum": "DRUM – Desis Rising Up & Moving",
    "hana-center": "HANA Center",
    "justice-for-muslims-collective": "Justice for Muslims Collective",
    "right-to-be": "Right To Be",
    "searac": "Southeast Asia Resource Action Center",
    "stop-aapi-hate": "Stop AAPI Hate",
    "vietlead": "VietLead",
}
"""Names as the organisations write them, by key, until the directory ships."""

FOLDER: Final = "help"
"""Name of a folder of help files."""

_LEVELS: Final = 4
_LARGEST: Final = 8 * 1024 * 1024
_FIRST: Final = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*(?P<indent> +)[^\s#]")
_END: Final = re.compile(r"^[^\s#]", re.MULTILINE)


class Known(NamedTuple):
    """Keys of entries and of places."""

    entries: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


def known(folder: Path) -> Known:
    """Give every key that a file in ``folder`` may name. Raises nothing."""
    above = [folder.absolute(), *folder.absolute().parents][:_LEVELS]
    return _together(
        [built_in(), Known(frozenset(NAMES)), *(_of_folder(place / FOLDER) for place in above)]
    )


@cache
def built_in() -> Known:
    """Give the keys that the program brings along; they do not change while it runs."""
    return _of_folder(paths.assets() / FOLDER)


def _together(found: Iterable[Known]) -> Known:
    every = list(found)
    return Known(
        frozenset().union(*(one.entries for one in every)),
        frozenset().union(*(one.places for one in every)),
    )


def _of_folder(folder: Path) -> Known:
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".yaml") and entry.is_file():
                    facts = entry.stat()
                    found.append(_of_file(entry.path, facts.st_size, facts.st_mtime_ns))
    except (OSError, ValueError):
        return Known()
    return _together(found)


@lru_cache(maxsize=256)
def _of_file(path: str, size: int, _modified: int) -> Known:
    """Read a file's keys; its size and time tell whether it is still the same."""
    if size > _LARGEST:
        return Known()
    try:
        with open(path, encoding="utf-8", newline=None) as file:
            text = file.read(_LARGEST)
    except (OSError, UnicodeDecodeError):
        return Known()
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
