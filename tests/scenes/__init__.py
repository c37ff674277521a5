"""Scenes of the window to look at: each opens a page and puts it into a state worth seeing.

A module of this package adds its own, and is found by itself::

    @scene("debrief")
    def debrief(stage: Stage) -> None:
        stage.play("morning-train", "choice-id", …)
        stage.context.open_page("debrief", run=stage.run)

A scene runs against the real window with the scenarios that come along and a home folder of
its own. ``make screenshots`` writes each in every look; the sweeps in tests/ui use them too.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from tests.scenes.stage import Stage

Scene = Callable[[Stage], None]

__all__ = ["SCENES", "Scene", "Stage", "all_scenes", "scene"]

SCENES: dict[str, Scene] = {}


def scene(name: str) -> Callable[[Scene], Scene]:
    """Add a scene under a name; the name becomes the file's."""

    def add(act: Scene) -> Scene:
        SCENES[name] = act
        return act

    return add


def all_scenes() -> dict[str, Scene]:
    """Every scene of every module here, by name."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return dict(sorted(SCENES.items()))
