"""``upstander review``: a sheet by which a community organisation reviews a scenario."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from trainer import saving
from trainer.cli import parsing
from trainer.language import _

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add the command ``review``."""
    parser = subparsers.add_parser(
        "review",
        allow_abbrev=False,
        help=_("write a sheet to review a scenario by"),
        description=_(
            "Write a page to print, with every sentence of a scenario and the questions that a "
            "reviewing organisation answers."
        ),
    )
    parser.add_argument(
        "scenario", metavar=_("SCENARIO"), help=_("a file, or the id of one in the library")
    )
    parser.add_argument(
        "--out",
        type=parsing.page_file,
        required=True,
        metavar=_("FILE.html"),
        help=_("where to write it"),
    )


def run(args: argparse.Namespace) -> int:
    """Write the sheet, and give the exit status: 1 if the scenario has errors.

    Raises:
        UpstanderError: there is no such scenario, or the sheet could not be written.

    """
    # Imported late: the other commands do without.
    from trainer.checking import review_sheet
    from trainer.cli import opening
    from trainer.scenario.problems import Severity, person_line, shown_path

    checked = opening.check(opening.find(args.scenario))
    scenario = checked.reading.content
    if scenario is None:
        for found in checked.problems:
            if found.severity is Severity.ERROR:
                print(person_line(str(checked.reading.path), found))
        return 1
    saving.save(args.out, review_sheet.page(scenario, date.today()).encode())
    print(_("Written: %(path)s") % {"path": shown_path(args.out)})
    return 0
