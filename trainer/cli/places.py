"""Where the commands find scenarios: the library, as the window has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import paths, settings

if TYPE_CHECKING:
    from trainer.scenario.library import Library


def library() -> Library:
    """Give the library: what is built in, the person's own, and the folders they added."""
    from pathlib import Path

    from trainer.scenario.library import Library

    added = (Path(folder) for folder in settings.read(paths.settings()).folders)
    return Library((paths.built_in_scenarios(), paths.own_scenarios(), *added), paths.cache())
