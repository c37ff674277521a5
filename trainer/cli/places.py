"""Where the commands find scenarios (the library, as the window has it), and how to say so."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import paths, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.scenario.libraries.library import Library


def library(*, keeps_index: bool = True) -> Library:
    """Give the library: what is built in, the person's own, and the folders they added.

    Without ``keeps_index`` nothing is written, and every file is read.
    """
    from trainer.scenario.libraries.library import Library

    added = (Path(folder) for folder in settings.read(paths.settings()).folders)
    return Library(
        (paths.built_in_scenarios(), paths.own_scenarios(), *added),
        paths.cache() if keeps_index else None,
    )


def ways_to_play() -> Iterator[str]:
    """Give a line for each scenario of the library: how to start it here, and its title."""
    cards = library().cards()
    width = max((len(card.id) for card in cards), default=0)
    for card in cards:
        yield f"    {_command()} play {card.id:{width}}    # {card.title}"


def _command() -> str:
    """Give the command as it can be typed here: a checkout's own is not on the path."""
    beside = Path(sys.executable).with_name("upstander")
    if shutil.which("upstander") or not beside.exists():
        return "upstander"
    here = Path.cwd()
    return str(beside.relative_to(here) if beside.is_relative_to(here) else beside)
