"""``upstander check``: every problem of every file, for a person or for a tool."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from trainer import saving
from trainer.cli import parsing
from trainer.errors import UsageError
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.scenario.checking import Checked
    from trainer.scenario.problems import Problem


_MOST_TOLD: Final = 20
"""Files that were passed over, each named."""


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add the command ``check``."""
    parser = subparsers.add_parser(
        "check",
        allow_abbrev=False,
        help=_("report every problem of scenarios, help, drills and pages"),
        description=_(
            "Report every problem of every file. Ends with 0 if there is no error, with 1 "
            "if there is one, with 2 if the command was used wrongly."
        ),
    )
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar=_("PATH"),
        help=_("a file, or a folder to search downwards for *.yaml"),
    )
    parser.add_argument("--json", action="store_true", help=_("print one JSON object"))
    parser.add_argument(
        "--strict", action="store_true", help=_("end with 1 also on warnings and method findings")
    )
    parser.add_argument(
        "--report",
        type=parsing.page_file,
        default=None,
        metavar=_("FILE.html"),
        help=_("write one readable page about everything that was checked"),
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help=_("go on checking, and say what changes when a file is saved; Ctrl C ends it"),
    )
    parser.add_argument(
        "--today",
        type=_day,
        default=None,
        metavar="YYYY-MM-DD",
        help=_("look at reviews and entries as of this day"),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = _("“%(text)s” is not a day like 2026-03-31") % {"text": text}
        raise argparse.ArgumentTypeError(message) from None


def run(args: argparse.Namespace) -> int:
    """Check what ``args`` names, print it, and give the exit status.

    Raises:
        UpstanderError: a path is not there, or the report could not be written.
        UsageError: what was asked for does not go together.

    """
    # Imported late: the other commands do without.
    from trainer.checking.files import check_paths, passed_over

    if getattr(args, "watch", False):
        from trainer.cli import watching

        if args.json or args.report is not None:
            raise UsageError(_("--watch goes with neither --json nor --report."))
        return watching.watch(args.paths, args.today)
    today = args.today or date.today()
    checked = check_paths(args.paths, today)
    if args.report is not None:
        from trainer.checking import report

        saving.save(args.report, report.page(checked, today).encode())
    _print([_as_json(checked)] if args.json else _for_a_person(checked))
    if not args.json:
        _tell_passed_over(passed_over(args.paths, checked))
    counts = _counts(checked)
    counted = counts if args.strict else counts[:1]
    return 1 if any(counted) else 0


def _tell_passed_over(paths: list[Path]) -> None:
    """Tell a person what was not checked, beside the report."""
    from trainer.scenario.problems import shown_path

    for path in paths[:_MOST_TOLD]:
        told = {"path": shown_path(path)}
        print(_("passed over, as no file of Upstander: %(path)s") % told, file=sys.stderr)
    more = len(paths) - _MOST_TOLD
    if more > 0:
        said = ngettext("and %(n)d more passed over", "and %(n)d more passed over", more)
        print(said % {"n": more}, file=sys.stderr)


def _print(lines: Iterator[str] | list[str]) -> None:
    """Print the lines; that nobody reads them to the end changes nothing."""
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        # So that Python does not complain once more when it closes the output at its end.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _counts(checked: list[Checked]) -> tuple[int, int, int]:
    """Count errors, warnings and method findings."""
    severities = [found.severity.value for one in checked for found in one.problems]
    return severities.count("error"), severities.count("warning"), severities.count("method")


def _for_a_person(checked: list[Checked]) -> Iterator[str]:
    from trainer.scenario.problems import person_line, switched_off_line

    for one in checked:
        for found in one.problems:
            yield person_line(str(one.reading.path), found)
        for code, why in one.switched_off.items():
            yield switched_off_line(str(one.reading.path), code, why)
    files, (errors, warnings, method) = len(checked), _counts(checked)
    parts = [
        ngettext("%(count)d file", "%(count)d files", files) % {"count": files},
        ngettext("%(count)d error", "%(count)d errors", errors) % {"count": errors},
        ngettext("%(count)d warning", "%(count)d warnings", warnings) % {"count": warnings},
    ]
    if method:
        parts.append(
            ngettext("%(count)d method finding", "%(count)d method findings", method)
            % {"count": method}
        )
    yield ", ".join(parts)


def _as_json(checked: list[Checked]) -> str:
    """Give one object, in ASCII, which every terminal and pipe can carry."""
    return json.dumps({"files": [_file(one) for one in checked]}, indent=1)


def _file(one: Checked) -> dict[str, Any]:
    return {
        "path": str(one.reading.path),
        "id": one.reading.id,
        "problems": [_problem(found) for found in one.problems],
        "analysis": one.analysis and one.analysis.as_json(),
    }


def _problem(found: Problem) -> dict[str, Any]:
    from trainer.scenario.problems import hint, sentence

    return {
        "code": found.code,
        "severity": found.severity.value,
        "line": found.mark.line,
        "column": found.mark.column,
        "message": sentence(found),
        "hint": hint(found),
    }
