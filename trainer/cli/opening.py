"""Opening the scenario that a command names: a file, or the id of one in the library."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import language
from trainer.cli.places import library
from trainer.errors import UsageError
from trainer.language import _

if TYPE_CHECKING:
    from trainer.scenario.checking import Checked
    from trainer.scenario.model import Scenario

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def find(named: str) -> Path:
    """Give the file that is named: by its path, or by an id of the library.

    Raises:
        UsageError: neither is there.

    """
    path = Path(named)
    try:
        if path.exists():
            return path
    except (OSError, ValueError):
        pass  # Too long for a path, or not one at all; it is not there.
    nearest = ""
    if _ID.fullmatch(named):
        cards = {card.id: card.path for card in library().cards()}
        if named in cards:
            return cards[named]
        near = get_close_matches(named, cards, n=1)
        nearest = _("Did you mean “%(near)s”?") % {"near": near[0]} if near else ""
    raise UsageError(
        _("There is no file, and no scenario in the library, called “%(name)s”.") % {"name": named},
        next_step=nearest,
    )


def check(path: Path) -> Checked:
    """Check one file.

    Raises:
        UsageError: it is a folder.

    """
    if path.is_dir():
        raise UsageError(
            _("“%(path)s” is a folder; name the file of one scenario.") % {"path": path}
        )
    from trainer.scenario.checking import check_paths

    return check_paths([path], date.today())[0]


def has_errors(checked: Checked) -> bool:
    """Tell whether anything keeps the scenario from being played."""
    from trainer.scenario.problems import Severity

    errors = any(problem.severity is Severity.ERROR for problem in checked.problems)
    return errors or checked.reading.scenario is None


def in_language(checked: Checked, wanted: str) -> Scenario:
    """Give the scenario in the nearest language to ``wanted``, or to the interface's."""
    from trainer.scenario.library_reading import in_language as translated

    scenario = checked.reading.scenario
    if scenario is None:
        raise ValueError("a scenario with errors is not played")
    return translated(scenario, checked.reading.path, wanted or language.code())
