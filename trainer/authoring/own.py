"""Where one's own files lie: plans of workshops in a folder of theirs, all others in another."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from trainer import paths
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.plans import keys as plans
from trainer.plans.known import PACK
from trainer.scenario.libraries.searching import has_scenario, yaml_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from trainer.scenario.libraries.searching import Found


class _File(Protocol):
    @property
    def path(self) -> Path: ...


PACKED: Final = frozenset({".zip", ".fived"})
"""How names of files end that may hold some to take in: a pack is a zip, too."""

AnyFile = TypeVar("AnyFile", bound=_File)


def folders() -> tuple[Path, ...]:
    """Give the folders, the one that has most first."""
    return (paths.own_scenarios(), paths.own_plans())


def home_of(format_name: str) -> Path:
    """Say in which of them a new file of a format lies."""
    return paths.own_plans() if format_name == plans.FORMAT else paths.own_scenarios()


def is_own(path: Path) -> bool:
    """Whether a file is changed in its place: it lies in one of them."""
    return any(path.is_relative_to(folder) for folder in folders())


def apart(found: Iterable[AnyFile]) -> tuple[int, list[AnyFile]]:
    """Say how many of some files are one's own, and give the others."""
    every = list(found)
    others = [one for one in every if not is_own(one.path)]
    return len(every) - len(others), others


def files() -> Iterator[Found]:
    """Go through all files of one's own; what a pack says of itself is none of them."""
    for folder in folders():
        yield from _but_packs(folder)


def added_files(added: Iterable[Path]) -> Iterator[Found]:
    """Go through what else somebody may write in: folders that were added in the settings.

    Other things may lie there, too: what does not say that it is for Upstander is passed over.
    """
    seen = {os.path.realpath(one.file) for folder in folders() for one in yaml_files(folder)}
    for folder in added:
        for one in _but_packs(folder):
            real = os.path.realpath(one.file)
            if real not in seen and _is_for_upstander(one):
                seen.add(real)
                yield one


def _but_packs(folder: Path) -> Iterator[Found]:
    return (one for one in yaml_files(folder) if os.path.basename(one.file) != PACK)


def _is_for_upstander(one: Found) -> bool:
    try:
        return has_scenario(one.path)
    except OSError:
        return True  # Its card says that it cannot be read.


def taken_names() -> set[str]:
    """Give the names that folders and files of one's own have, without their endings.

    Raises:
        UpstanderError: they cannot be listed; then no name is known to be free.

    """
    try:
        there = [one for folder in folders() if folder.is_dir() for one in folder.iterdir()]
    except OSError as error:
        raise UpstanderError(
            _("The folder with your files cannot be looked into."),
            _("Nothing was changed."),
            _("See whether it is there and may be read, then try again."),
            str(error),
        ) from error
    return {one.stem if one.suffix == ".yaml" else one.name for one in there}
