"""Checks files and folders: every problem of every file of every format, and its figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer.checking import pack
from trainer.drills.reading import DRILLS
from trainer.errors import UsageError
from trainer.help.model import HelpFile
from trainer.help.reading import HELP
from trainer.language import _
from trainer.pages.reading import PAGES
from trainer.plans import translation
from trainer.plans.model import Plan
from trainer.plans.reading import PLANS
from trainer.scenario import checking
from trainer.scenario.checking import Checked
from trainer.scenario.files import reading as files
from trainer.scenario.files.collector import collector_paused
from trainer.scenario.libraries.searching import files_like_yaml, has_scenario, yaml_files
from trainer.scenario.model import Scenario
from trainer.scenario.problems import order, problem
from trainer.scenario.reading import SCENARIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from trainer.scenario.files.reading import Reading
    from trainer.scenario.files.shapes import Format
    from trainer.scenario.model import Mark

FORMATS: Final[tuple[Format[Any], ...]] = (SCENARIO, HELP, DRILLS, PAGES, PLANS)
"""Every format that is read. A file that names none, and is like none, counts as the first."""


class _File(NamedTuple):
    """A file to check, and the folder or file that was named for it."""

    path: Path
    named: Path


def check_paths(paths: Iterable[Path], today: date) -> list[Checked]:
    """Check files, and folders downwards, sorted by path.

    Args:
        paths: files are read whatever they hold; in folders, what looks like one of ours.
        today: the day on which a review or an entry is still good, or not.

    Raises:
        UsageError: a path is not there.

    """
    every = _files(list(paths))
    found = [file for file in every if file.path.name != pack.NAME]
    checked = [_check_file(file.path, today) for file in found]
    checked = _with_duplicates(checked, [_directory(file) for file in found])
    checked = _by_packs(checked, [pack.folder_of(file.path) for file in found])
    told = {one.reading.path for one in checked}
    alone = [_check_pack(file) for file in every if file.path.name == pack.NAME]
    checked += [one for one in alone if one is not None and one.reading.path not in told]
    return sorted(checked, key=lambda one: str(one.reading.path))


def passed_over(paths: Iterable[Path], checked: Iterable[Checked]) -> list[Path]:
    """Give what lies in the folders and looks like YAML, but was not taken for one of ours.

    A file without ``format:`` or ``scenes:`` on top, in letters that are not UTF-8, or with
    another ending is not checked: whoever expects it to be is to know.
    """
    read = {one.reading.path.resolve() for one in checked}
    found = (one.path for path in paths if path.is_dir() for one in files_like_yaml(path))
    over = (one for one in found if one.name != pack.NAME and one.resolve() not in read)
    return sorted(set(over), key=str)


def _check_pack(file: _File) -> Checked | None:
    """Check what a pack says of itself; None if that is right and was not asked for."""
    reading = pack.read(file.path.resolve().parent)
    asked_for = file.path == file.named
    return Checked(reading, reading.problems, None) if reading.problems or asked_for else None


def check_text(data: bytes, path: Path, today: date) -> list[Checked]:
    """Check bytes as :func:`check_paths` would if they were the file ``path``, named alone.

    What lies around that place counts: translations, pictures, help files, the pack. Raises
    nothing for whatever the bytes are.
    """
    with collector_paused():
        checked = _check_reading(files.read_bytes(data, path, FORMATS, today=today))
    told = _by_packs([checked], [pack.folder_of(path)])
    return sorted(told, key=lambda one: str(one.reading.path))


def _check_file(path: Path, today: date) -> Checked:
    # Paused once for all of it: at the end of a pause the collector walks over what was made.
    with collector_paused():
        return _check_reading(files.read_file(path, FORMATS, today=today))


def _check_reading(reading: Reading[Any]) -> Checked:
    if isinstance(reading.content, Scenario):
        return checking.check(reading)
    if isinstance(reading.content, Plan):
        found = (*reading.problems, *translation.problems(reading.content, reading.path))
        return Checked(reading, tuple(sorted(found, key=order)), None)
    return Checked(reading, reading.problems, None)


def _files(paths: list[Path]) -> list[_File]:
    """Give the files to check, each once however often it was named, sorted by path."""
    found: dict[Path, _File] = {}
    for path in paths:
        try:
            inside = list(_inside(path)) if path.is_dir() else [path]
            there = path.exists()
        except (OSError, ValueError):
            there = False
        if not there:
            raise UsageError(_("There is no file or folder “%(path)s”.") % {"path": path})
        for file in inside:
            found.setdefault(file.resolve(), _File(file, path))
    return sorted(found.values(), key=lambda file: str(file.path))


def _inside(folder: Path) -> Iterator[Path]:
    for found in yaml_files(folder):
        try:
            if found.path.name == pack.NAME or has_scenario(found.path):
                yield found.path
        except OSError:
            # What cannot be read is told, not passed over.
            yield found.path


def _directory(file: _File) -> Path:
    """Give the folder whose help files make one directory with this one.

    It is the pack that the file belongs to; else what was named to be checked.
    """
    of_pack = pack.folder_of(file.path)
    if of_pack is not None:
        return of_pack
    return file.named.resolve() if file.named.is_dir() else file.path.resolve().parent


def _by_packs(checked: list[Checked], packs: list[Path | None]) -> list[Checked]:
    """Leave out what rules found that a pack has switched off; add packs that are wrong."""
    readings = {folder: pack.read(folder) for folder in dict.fromkeys(packs) if folder is not None}
    result = []
    for one, folder in zip(checked, packs, strict=True):
        told = readings[folder].content if folder is not None else None
        result.append(one if told is None else _without(one, told.rules_off))
    wrong = [reading for reading in readings.values() if reading.problems]
    return result + [Checked(reading, reading.problems, None) for reading in wrong]


def _without(checked: Checked, rules_off: Mapping[str, str]) -> Checked:
    off = {one.code: rules_off[one.code] for one in checked.problems if one.code in rules_off}
    if not off:
        return checked
    problems = tuple(one for one in checked.problems if one.code not in off)
    return replace(checked, problems=problems, switched_off=off)


class _Claim(NamedTuple):
    """Something that only one file may have; ``mark`` is where it has it.

    What has ``facts`` may be claimed again with the very same ones. ``case`` picks the
    sentence about it.
    """

    case: str
    scope: tuple[object, ...]
    name: str
    mark: Mark
    facts: tuple[str | None, ...] = ()


def _with_duplicates(checked: list[Checked], directories: list[Path]) -> list[Checked]:
    """Add, to the later of two files, what it has that the other has already."""
    first: dict[tuple[object, ...], tuple[_Claim, Path]] = {}
    result = []
    for one, directory in zip(checked, directories, strict=True):
        found = []
        for claim in _claims(one.reading, directory):
            key = claim.case, *claim.scope, claim.name
            other, path = first.setdefault(key, (claim, one.reading.path))
            same = bool(claim.facts) and claim.facts == other.facts
            if path is not one.reading.path and not same:
                found.append(
                    problem("duplicate-id", claim.mark, claim.case, id=claim.name, other=str(path))
                )
        problems = tuple(sorted((*one.problems, *found), key=order))
        result.append(replace(one, problems=problems))
    return result


def _claims(reading: Reading[Any], directory: Path) -> Iterator[_Claim]:
    """What a file claims for itself alone.

    An id is one file's among those of its format, in all that is checked. An entry's key is
    one entry's in its pack, because another pack may override it; a place may stand in
    several files, if it is the same place.
    """
    if reading.id is not None:
        yield _Claim("", (_kind(reading),), reading.id, reading.id_mark)
    if isinstance(reading.content, HelpFile):
        for entry in reading.content.entries.values():
            yield _Claim("entry", (directory,), entry.key, entry.mark)
        for place in reading.content.places.values():
            yield _Claim("place", (directory,), place.key, place.mark, (place.name, place.within))


def _kind(reading: Reading[Any]) -> str:
    """The format of a file; one that names none that is read counts as a scenario."""
    written = reading.format
    known = {one.name for one in FORMATS}
    return written if written is not None and written in known else SCENARIO.name
