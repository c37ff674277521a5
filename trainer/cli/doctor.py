"""``upstander doctor``: is all well here? It looks, and changes nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from trainer.language import _

if TYPE_CHECKING:
    import argparse

    from trainer.cli.examining import Section


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add the command ``doctor``."""
    parser = subparsers.add_parser(
        "doctor",
        allow_abbrev=False,
        help=_("say whether all is well on this computer"),
        description=_(
            "Look at versions, places, what was kept, scenarios, fonts, screens and voices. "
            "Nothing is changed."
        ),
    )
    parser.add_argument("--json", action="store_true", help=_("print one JSON object"))


def run(args: argparse.Namespace) -> int:
    """Look and tell; the exit status is 0 when all is well, 1 when something needs attention."""
    from trainer.cli import examining

    sections = list(examining.everything())
    problems = [problem for section in sections for problem in section.problems]
    if args.json:
        found: dict[str, Any] = {"ok": not problems, "attention": problems}
        found |= {section.name: section.facts for section in sections}
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        _tell(sections, problems)
    return 1 if problems else 0


def _tell(sections: list[Section], problems: list[str]) -> None:
    for section in sections:
        print(section.title)
        for line in section.lines:
            print(f"    {line}")
        for problem in section.problems:
            print(f"  ! {problem}")
    print()
    print(_("Something needs attention; see “!” above.") if problems else _("All is well."))
