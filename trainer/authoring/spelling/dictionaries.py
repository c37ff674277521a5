"""Where Hunspell dictionaries lie, and which one goes with a language.

English comes along with spylls, which reads the dictionaries. Others are taken from where systems
and office programs keep them. They are files of somebody else: one that is too large, or that
cannot be read, is as good as none.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST: Final = 32 * 1024 * 1024
"""Bytes that a list of words may have; that of Hungarian has six million."""

LARGEST_RULES: Final = 4 * 1024 * 1024
"""Bytes that the rules beside it may have."""

_LANGUAGE: Final = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")

_PATTERN: Final = re.compile(rb"^[ \t]*[SP]FX[ \t].*[()+*|{}\\]", re.MULTILINE)
"""A rule that is more than letters in a row: read as a pattern, it could go on for ever."""

_USUAL: Final = {"en": "en_US", "pt": "pt_BR", "de": "de_DE", "fr": "fr", "es": "es_ES"}
"""Of several countries, the one that is taken for a language without one."""


def folders() -> Iterator[Path]:
    """Go through the folders in which dictionaries lie, the system's first."""
    if sys.platform == "win32":
        yield from Path("C:/Program Files").glob("LibreOffice*/share/extensions/dict-*")
    elif sys.platform == "darwin":
        yield from (Path.home() / "Library/Spelling", Path("/Library/Spelling"))
        yield from Path("/Applications/LibreOffice.app/Contents/Resources/extensions").glob(
            "dict-*"
        )
    else:
        yield from map(Path, ("/usr/share/hunspell", "/usr/share/myspell/dicts"))
        yield from map(Path, ("/usr/share/myspell", "/usr/local/share/hunspell"))
    yield from _brought_along()


def _brought_along() -> Iterator[Path]:
    import importlib.util

    found = importlib.util.find_spec("spylls")
    for place in (found.submodule_search_locations or ()) if found is not None else ():
        yield from (Path(place) / "hunspell" / "data").glob("*")


def stem_for(language: str) -> Path | None:
    """Give a language's dictionary, without the ending of its two files; None if there is none.

    Args:
        language: BCP 47, as a scenario has it: ``en``, ``pt-BR``.

    """
    if not _LANGUAGE.fullmatch(language):
        return None  # It would be looked for among files, and comes from a file of somebody.
    base, _dash, rest = language.partition("-")
    wanted = [language.replace("-", "_")] if rest else []
    wanted += [_USUAL[base]] if base in _USUAL else []
    every = list(folders())
    for name in (*wanted, base):
        for folder in every:
            if is_sound(folder / name):
                return folder / name
    found = (
        one.with_suffix("") for folder in every for one in sorted(folder.glob(f"{base}_*.aff"))
    )
    return next((one for one in found if is_sound(one)), None)


def all_found() -> dict[str, Path]:
    """Give every dictionary that can be used, by its own name: ``en_US``; by name in order."""
    found: dict[str, Path] = {}
    for folder in folders():
        for rules in sorted(folder.glob("*.aff")):
            stem = rules.with_suffix("")
            if stem.name not in found and is_sound(stem):
                found[stem.name] = stem
    return dict(sorted(found.items()))


def is_sound(stem: Path) -> bool:
    """Whether both files of a dictionary are there, none too large, and no rule is a trap."""
    try:
        rules, words = (Path(f"{stem}{ending}") for ending in (".aff", ".dic"))
        small = rules.stat().st_size <= LARGEST_RULES and words.stat().st_size <= LARGEST
        if not small or not rules.is_file() or not words.is_file():
            return False
        return not _PATTERN.search(rules.read_bytes())
    except OSError:
        return False
