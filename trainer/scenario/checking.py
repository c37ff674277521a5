"""Checking files and folders: every problem of every file, and its figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.errors import UsageError
from trainer.language import _
from trainer.scenario import exploring_checks, rules, translation, words
from trainer.scenario.analysis import analyse
from trainer.scenario.collector import collector_paused
from trainer.scenario.problems import Severity, order, problem
from trainer.scenario.reading import read_file
from trainer.scenario.searching import has_scenario, yaml_files
from trainer.scenario.space import explore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from trainer.scenario.analysis import Analysis
    from trainer.scenario.problems import Problem
    from trainer.scenario.reading import Reading


@dataclass(frozen=True, slots=True)
class Checked:
    """One file: what was read, its problems by line, its figures or None."""

    reading: Reading
    problems: tuple[Problem, ...]
    analysis: Analysis | None


def check_paths(paths: Iterable[Path], today: date) -> list[Checked]:
    """Check files, and folders downwards, sorted by path.

    Args:
        paths: files are read whatever they hold; in folders, what looks like a scenario.
        today: the day on which a review is still good, or not.

    Raises:
        UsageError: a path is not there.

    """
    return _with_duplicates([_check_file(path, today) for path in _files(list(paths))])


def _check_file(path: Path, today: date) -> Checked:
    # Paused once for all of it: at the end of a pause the collector walks over what was made.
    with collector_paused():
        return check(read_file(path, today=today))


def _files(paths: list[Path]) -> list[Path]:
    """Give the files to check, each once however often it was named, sorted by path."""
    found: dict[Path, Path] = {}
    for path in paths:
        try:
            inside = list(_inside(path)) if path.is_dir() else [path]
            there = path.exists()
        except (OSError, ValueError):
            there = False
        if not there:
            raise UsageError(_("There is no file or folder “%(path)s”.") % {"path": path})
        for file in inside:
            found.setdefault(file.resolve(), file)
    return sorted(found.values(), key=str)


def _inside(folder: Path) -> Iterator[Path]:
    for found in yaml_files(folder):
        try:
            if has_scenario(found.path):
                yield found.path
        except OSError:
            # What cannot be read is told, not passed over.
            yield found.path


def check(reading: Reading) -> Checked:
    """Check what was read from one file, by itself."""
    problems = list(reading.problems)
    scenario = reading.scenario
    if scenario is None:
        return Checked(reading, tuple(sorted(problems, key=order)), None)
    with collector_paused():
        problems += translation.problems(scenario, reading.path)
        space = explore(scenario)
        counted = words.of(scenario)
        problems += exploring_checks.errors(space)
        problems += exploring_checks.warnings(space, counted.seen)
        problems += rules.findings(space)
        analysis = analyse(space, counted.total)
    return Checked(reading, tuple(sorted(problems, key=order)), analysis)


def errors(reading: Reading) -> list[Problem]:
    """Find only what keeps a scenario from being played, which is quicker."""
    problems = list(reading.problems)
    if reading.scenario is not None:
        with collector_paused():
            problems += exploring_checks.errors(explore(reading.scenario))
    return sorted((p for p in problems if p.severity is Severity.ERROR), key=order)


def _with_duplicates(checked: list[Checked]) -> list[Checked]:
    """Add, to the later of two files with one id, that it is taken."""
    first: dict[str, Path] = {}
    result = []
    for one in checked:
        reading = one.reading
        if reading.scenario_id is not None:
            taken_by = first.setdefault(reading.scenario_id, reading.path)
            if taken_by is not reading.path:
                found = problem(
                    "duplicate-id",
                    reading.id_mark,
                    id=reading.scenario_id,
                    other=str(taken_by),
                )
                problems = tuple(sorted((*one.problems, found), key=order))
                one = replace(one, problems=problems)
        result.append(one)
    return result
