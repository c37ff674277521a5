"""What a check in another process tells, as lines of JSON: one problem a line.

Lines are short, so that whoever reads them lets others go on in between.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from trainer.authoring.checking.marks import offsets
from trainer.scenario.exploring.analysis import Analysis
from trainer.scenario.files.collector import collector_paused
from trainer.scenario.model import Mark
from trainer.scenario.problems import Hint, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from trainer.scenario.checking import Checked


class Found(NamedTuple):
    """A problem, and the character of the text at which it stands."""

    problem: Problem
    offset: int


@dataclass(frozen=True, slots=True)
class Question:
    """A text to check as a whole, as if it were the file ``path``; the asker is ``of``."""

    path: Path
    text: str
    version: int
    today: date
    of: object = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is wrong with a text.

    ``failed`` tells that it could not be checked. ``beside`` are problems of other files that
    concern it: of its pack. ``whole`` tells that all was looked for: no error was in the way.
    """

    question: Question
    found: tuple[Found, ...] = ()
    analysis: Analysis | None = None
    switched_off: Mapping[str, str] = field(default_factory=dict)
    beside: tuple[tuple[Path, Problem], ...] = ()
    whole: bool = True
    failed: bool = False
    seconds: float = field(default=0.0, compare=False)


def lines_of(checked: list[Checked], path: Path, text: str) -> Iterator[str]:
    """Give what a check of ``text`` found, a line each; the last is an object."""
    summary: dict[str, Any] = {"analysis": None, "off": {}, "beside": [], "whole": True}
    for one in checked:
        if one.reading.path != path:
            summary["beside"] += [[str(one.reading.path), _plain(each)] for each in one.problems]
            continue
        places = offsets(text, (each.mark for each in one.problems))
        for each, place in zip(one.problems, places, strict=True):
            yield json.dumps([*_plain(each), place])
        summary["analysis"] = one.analysis and one.analysis.as_json()
        summary["off"] = dict(one.switched_off)
        summary["whole"] = one.reading.content is not None
    yield json.dumps(summary)


def answer_of(question: Question, lines: Iterable[str], since: float) -> Answer | None:
    """Make an answer of lines; None if they end before they should.

    Raises:
        ValueError: they are not what was said.

    """
    found: list[Found] = []
    for line in lines:
        # Waiting for the next one leaves the collector on.
        with collector_paused():
            told = json.loads(line)
            if isinstance(told, dict):
                return _answer(question, tuple(found), told, since)
            found.append(Found(_problem(told), told[-1]))
    return None


def _answer(
    question: Question, found: tuple[Found, ...], told: dict[str, Any], since: float
) -> Answer:
    analysis = told["analysis"]
    return Answer(
        question,
        found,
        None if analysis is None else Analysis(**analysis),
        MappingProxyType(told["off"]),
        tuple((Path(path), _problem(each)) for path, each in told["beside"]),
        whole=told["whole"],
        seconds=monotonic() - since,
    )


def _plain(one: Problem) -> list[Any]:
    hint = one.hint and [one.hint.case, dict(one.hint.params)]
    mark = one.mark.line, one.mark.column
    return [one.code, one.severity.value, *mark, dict(one.params), one.case, hint]


def _problem(told: list[Any]) -> Problem:
    code, severity, line, column, params, case, hint = told[:7]
    return Problem(
        code,
        Severity(severity),
        Mark(line, column),
        MappingProxyType(params),
        case,
        None if hint is None else Hint(hint[0], MappingProxyType(hint[1])),
    )
