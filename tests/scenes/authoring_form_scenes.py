"""Scenes of the forms in which a scenario is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author

if TYPE_CHECKING:
    from trainer.ui.authoring.page import AuthorPage


def at(stage: Stage, *path: str | int) -> AuthorPage:
    """Open the editor with something selected."""
    page = author(stage)
    page.bench.select(path)
    return page


@scene("author-form-scene")
def form_of_a_scene(stage: Stage) -> None:
    at(stage, "scenes", "aboard")


@scene("author-form-choice")
def form_of_a_choice(stage: Stage) -> None:
    at(stage, "scenes", "aboard", "choices", 2)
