"""Scenes of the forms in which a scenario is written."""

from __future__ import annotations

import shutil

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author
from trainer import paths
from trainer.ui.authoring.page import AuthorPage


def at(stage: Stage, *path: str | int) -> AuthorPage:
    """Open the editor with something selected."""
    page = author(stage)
    page.bench.write_at(path)
    return page


@scene("author-form-scene")
def form_of_a_scene(stage: Stage) -> None:
    at(stage, "scenes", "aboard")


@scene("author-form-choice")
def form_of_a_choice(stage: Stage) -> None:
    at(stage, "scenes", "aboard", "choices", 2)


def template(stage: Stage, name: str, *path: str | int) -> AuthorPage:
    """Open the editor with a file as it begins."""
    file = paths.own_scenarios() / name / f"{name}.yaml"
    file.parent.mkdir(parents=True)
    shutil.copy(paths.assets() / "templates" / f"{name}.yaml", file)
    stage.shell.open_page("author", path=file)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    page.bench.write_at(path)
    return page


@scene("author-form-drill")
def form_of_a_drill(stage: Stage) -> None:
    template(stage, "drills", "drills", "first-line")


@scene("author-form-part")
def form_of_a_part_of_a_plan(stage: Stage) -> None:
    template(stage, "plan", "segments", "talk")


@scene("author-form-new-scene")
def form_of_a_scene_to_be_written(stage: Stage) -> None:
    template(stage, "two-step", "scenes", "notice")


@scene("author-form-new-choice")
def form_of_a_choice_to_be_written(stage: Stage) -> None:
    template(stage, "two-step", "scenes", "beside-them", "choices", 0)


@scene("author-form-new-end")
def form_of_an_end_to_be_written(stage: Stage) -> None:
    template(stage, "two-step", "scenes", "together")
