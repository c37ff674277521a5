"""Every place on disk, in one function each.

What the program brings along is found beside the package (a checkout) or inside it
(an installed wheel). What a person does is kept below :func:`home`, which the
environment variable ``UPSTANDER_HOME`` or the option ``--home`` moves as a whole.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_home: Path | None = None


def _brought(name: str) -> Path:
    """Folder ``name`` of what the program brings along."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def built_in_scenarios() -> Path:
    """Library of scenarios that comes with the program."""
    return _brought("scenarios")


def assets() -> Path:
    """Fonts, icons, backdrops, people, help, drills, pages and plans."""
    return _brought("assets")


def built_in_help() -> Path:
    """Directory of services that comes with the program."""
    return assets() / "help"


def built_in_drills() -> Path:
    """Drills that come with the program."""
    return assets() / "drills"


def built_in_pages() -> Path:
    """Pages about the method that come with the program."""
    return assets() / "pages"


def built_in_plans() -> Path:
    """Plans for workshops that come with the program."""
    return assets() / "plans"


def locale() -> Path:
    """Catalogues of the interface's translations."""
    return _PACKAGE / "locale"


def move_home(folder: Path | None) -> None:
    """Keep everything below ``folder`` from now on; None returns to the usual place."""
    global _home
    _home = _whole(folder) if folder else None


def _whole(folder: Path) -> Path:
    """Give a folder's whole path; ``~`` is the person's own, if the system knows of one.

    Raises:
        OSError: it is named from the folder that one stands in, and that one is gone.

    """
    with contextlib.suppress(RuntimeError):
        folder = folder.expanduser()
    return folder.absolute()


def home() -> Path:
    """Folder below which everything is kept. It need not exist yet."""
    if _home is not None:
        return _home
    moved = os.environ.get("UPSTANDER_HOME")
    if moved:
        return _whole(Path(moved))
    # Imported late: it costs time at start and is not needed once home was moved.
    import platformdirs

    return platformdirs.user_data_path("Upstander", appauthor=False)


def settings() -> Path:
    """Settings of the window, one JSON file."""
    return home() / "settings.json"


def profiles() -> Path:
    """Folder of all profiles."""
    return home() / "profiles"


def profile(name: str = "default") -> Path:
    """Folder of one profile: its database, and its backups."""
    return profiles() / name


def database(name: str = "default") -> Path:
    """Database of one profile."""
    return profile(name) / "progress.db"


def backups(name: str = "default") -> Path:
    """Backups of one profile's database."""
    return profile(name) / "backups"


def own_scenarios() -> Path:
    """Folder for scenarios that a person adds to the library."""
    return home() / "scenarios"


def own_plans() -> Path:
    """Folder for plans of workshops that a person changed or wrote."""
    return home() / "plans"


def workshops() -> Path:
    """Folder of workshops that were held: their journals, and what stays of them."""
    return home() / "workshops"


def plan_drafts() -> Path:
    """Folder for changes of plans that were not saved yet."""
    return home() / "plan-drafts"


def own_words() -> Path:
    """Words that a person has added to the spelling, one a line."""
    return home() / "words.txt"


def versions() -> Path:
    """Folder of earlier versions of the files that a person writes."""
    return home() / "versions"


def unsaved() -> Path:
    """Folder for what was not saved of files beside which nothing can be written."""
    return home() / "unsaved"


def cache() -> Path:
    """What can be made anew at any time: the index of the library."""
    return home() / "cache"


def logs() -> Path:
    """Log of unexpected errors; it never leaves the computer by itself."""
    return home() / "logs"
