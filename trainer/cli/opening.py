"""Opening the scenario that a command names: a file, or the id of one in the library."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import language
from trainer.cli import places
from trainer.errors import UsageError
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from trainer.scenario.checking import Checked
    from trainer.scenario.model import Scenario


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
    if any(sign in named for sign in "/\\."):
        raise UsageError(_("There is no file “%(name)s”.") % {"name": named})
    cards = {card.id: card.path for card in places.library().cards()}
    if named in cards:
        return cards[named]
    raise UsageError(
        _("There is no file, and no scenario in the library, called “%(name)s”.") % {"name": named},
        next_step=" ".join(_instead(named, cards)),
    )


def _instead(named: str, ids: Collection[str]) -> Iterator[str]:
    """Say which id was probably meant, and where they all stand."""
    near = get_close_matches("-".join(named.lower().replace("_", " ").split()), ids, n=1)
    if near:
        yield _("Did you mean “%(near)s”?") % {"near": near[0]}
    yield _("“upstander play” lists the scenarios there are.")


def check(path: Path) -> Checked:
    """Check one file.

    Raises:
        UsageError: it is a folder, is not there, or is of another kind than a scenario.

    """
    if path.is_dir():
        raise UsageError(
            _("“%(path)s” is a folder; name the file of one scenario.") % {"path": path}
        )
    if not is_there(path):
        raise UsageError(_("There is no file or folder “%(path)s”.") % {"path": path})
    from trainer.scenario.checking import check_file
    from trainer.scenario.libraries.reader import is_other_kind

    checked = check_file(path, date.today())
    if is_other_kind(checked.reading.format):
        raise UsageError(
            _("“%(path)s” is not a scenario; its format is %(format)s.")
            % {"path": path, "format": checked.reading.format}
        )
    return checked


def is_there(path: Path) -> bool:
    """Tell whether there is something; a path that no system takes is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def has_errors(checked: Checked) -> bool:
    """Tell whether anything keeps the scenario from being played."""
    from trainer.scenario.problems import Severity

    errors = any(problem.severity is Severity.ERROR for problem in checked.problems)
    return errors or checked.reading.content is None


def _need_language(scenario: Scenario, path: Path, wanted: str) -> None:
    """Refuse a language in which a scenario is not, instead of showing another.

    Raises:
        UsageError: it is neither written in it nor translated into it.

    """
    from trainer.scenario import translation

    there = [scenario.language, *sorted(translation.catalogues(path, scenario.id))]
    if translation.best(there, wanted) is None:
        raise UsageError(
            _("This scenario is not there in “%(language)s”.") % {"language": wanted},
            next_step=_("It is there in: %(languages)s.") % {"languages": ", ".join(there)},
        )


def in_language(checked: Checked, wanted: str) -> Scenario:
    """Give the scenario in the nearest language to ``wanted``, or to the interface's."""
    from trainer.scenario.libraries.reader import in_language as translated

    scenario = checked.reading.content
    if scenario is None:
        raise ValueError("a scenario with errors is not played")
    if wanted:
        _need_language(scenario, checked.reading.path, wanted)
    return translated(scenario, checked.reading.path, wanted or language.code())
