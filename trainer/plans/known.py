"""Which scenarios, pages and entries of help a plan may name, found without reading them as YAML.

Known are those that the program brings along; of a pack, what lies in it; and else what lies in
folders ``scenarios`` and ``pages`` in the plan's own folder or in one of the three above it. A
folder that is only listed in the settings is not known to a file, so a name that is not found
is a warning: the window, which knows those folders, has the last word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer import paths
from trainer.scenario.files import resources
from trainer.scenario.libraries.searching import LARGEST, yaml_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.scenario.libraries.searching import Found

PACK: Final = "pack.yaml"
FOLDERS: Final = ("scenarios", "pages")

_LEVELS: Final = 4
_SAYS: Final = re.compile(
    rb"^(?:\xef\xbb\xbf)?format[ \t]*:[ \t]*[\"']?(scenario|page|help)/", re.MULTILINE
)
_ID: Final = re.compile(rb"^id[ \t]*:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
_SECTION: Final = re.compile(
    rb"(?:^[ \t]+|^[ \t]*-[ \t]+|[{,][ \t]*)id[ \t]*:[ \t]*[\"']?([A-Za-z][A-Za-z0-9_-]*)",
    re.MULTILINE,
)


class Known(NamedTuple):
    """Ids of scenarios, ids of pages with those of their sections, keys of help entries."""

    scenarios: frozenset[str]
    pages: Mapping[str, frozenset[str]]
    entries: frozenset[str] = frozenset()


def known(folder: Path) -> Known:
    """Give every name that a plan in ``folder`` may hold. Raises nothing."""
    return _together([built_in(), _of_files(_near(folder))])


@cache
def built_in() -> Known:
    """Give what the program brings along; it does not change while it runs."""
    folders = (paths.built_in_scenarios(), paths.built_in_pages())
    return _of_files(found for folder in folders for found in yaml_files(folder))


def _near(folder: Path) -> Iterable[Found]:
    above = [folder.absolute(), *folder.absolute().parents][:_LEVELS]
    try:
        pack = next((one for one in above if (one / PACK).is_file()), None)
    except (OSError, ValueError):
        return
    near = [pack] if pack else [one / name for one in above for name in FOLDERS]
    for place in near:
        yield from yaml_files(place)


class Named(NamedTuple):
    """What one file is: ``sections`` are None unless it is a page, ``entries`` unless of help."""

    id: str
    sections: frozenset[str] | None
    entries: frozenset[str] | None = None

    def defines(self) -> list[tuple[str, str]]:
        """Give the names that it defines for other files, each after its sort."""
        if self.entries is not None:
            return [("help", key) for key in sorted(self.entries)]
        return [("scenario" if self.sections is None else "page", self.id)]


def _of_files(files: Iterable[Found]) -> Known:
    named = [one for found in files if (one := of_file(*found)) is not None]
    helps = [one.entries for one in named if one.entries is not None]
    told = [one for one in named if one.entries is None]
    return Known(
        frozenset(one.id for one in told if one.sections is None),
        {one.id: one.sections for one in told if one.sections is not None},
        frozenset().union(*helps),
    )


def _together(parts: Iterable[Known]) -> Known:
    scenarios: set[str] = set()
    pages: dict[str, frozenset[str]] = {}
    entries: set[str] = set()
    for part in parts:
        scenarios |= part.scenarios
        pages |= part.pages
        entries |= part.entries
    return Known(frozenset(scenarios), pages, frozenset(entries))


@lru_cache(maxsize=1024)
def of_file(file: str, size: int, _modified: int) -> Named | None:
    """Read what a file defines; its size and time tell whether it is still the same.

    None if other files name nothing of it.
    """
    try:
        data = Path(file).read_bytes() if size <= LARGEST else b""
    except OSError:
        return None  # What cannot be read names nothing; checking it says why.
    says, name = _SAYS.search(data), _ID.search(data)
    if says is None or name is None:
        return None
    if says.group(1) == b"help":
        text = data.decode("utf-8", "replace").replace("\r\n", "\n")
        return Named(name.group(1).decode(), None, resources.keys_below(text, "entries"))
    if says.group(1) == b"scenario":
        return Named(name.group(1).decode(), None)
    sections = frozenset(one.decode() for one in _SECTION.findall(data))
    return Named(name.group(1).decode(), sections)
