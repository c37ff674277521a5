"""Checking one scenario: every problem of it, and its figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from trainer.scenario import rules, translation
from trainer.scenario.exploring import checks as exploring_checks
from trainer.scenario.exploring.analysis import analyse
from trainer.scenario.exploring.space import explore
from trainer.scenario.files.collector import collector_paused
from trainer.scenario.problems import Severity, order
from trainer.scenario.reading import read_file
from trainer.scenario.texts import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from trainer.scenario.exploring.analysis import Analysis
    from trainer.scenario.files.reading import Reading
    from trainer.scenario.model import Scenario
    from trainer.scenario.problems import Problem


@dataclass(frozen=True, slots=True)
class Checked:
    """One file of any format: what was read, its problems by line.

    ``analysis`` are the figures of a scenario; None after an error, and for other formats.
    ``switched_off`` are, by code, the reasons of its pack for leaving out what rules found.
    """

    reading: Reading[Any]
    problems: tuple[Problem, ...]
    analysis: Analysis | None
    switched_off: Mapping[str, str] = field(default_factory=dict)


def check_file(path: Path, today: date) -> Checked:
    """Check a scenario's file; ``today`` is the day on which a review is still good, or not."""
    # Paused once for all of it: at the end of a pause the collector walks over what was made.
    with collector_paused():
        return check(read_file(path, today=today))


def check(reading: Reading[Scenario]) -> Checked:
    """Check what was read from one file, by itself."""
    problems = list(reading.problems)
    scenario = reading.content
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


def errors(reading: Reading[Scenario]) -> list[Problem]:
    """Find only what keeps a scenario from being played, which is quicker."""
    problems = list(reading.problems)
    if reading.content is not None:
        with collector_paused():
            problems += exploring_checks.errors(explore(reading.content))
    return sorted((p for p in problems if p.severity is Severity.ERROR), key=order)
