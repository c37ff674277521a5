"""Scenes of the forms in which a scenario is written."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author
from trainer import paths
from trainer.authoring.keeping import own_copies
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from pathlib import Path


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


def shipped(stage: Stage, path: Path, key: str, at: int = 0) -> AuthorPage:
    """Open the editor with a copy of a file that comes along, and something selected."""
    stage.shell.open_page("author", path=own_copies.copy(path, ()))
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    assert page.bench.document is not None
    page.bench.select((key, list(page.bench.document.data((key,)))[at]))
    return page


@scene("author-drills")
def drills_that_come_along(stage: Stage) -> None:
    shipped(stage, paths.built_in_drills() / "compliments.yaml", "drills")


@scene("author-drill-tried")
def a_drill_as_practice_shows_it(stage: Stage) -> None:
    page = shipped(stage, paths.built_in_drills() / "compliments.yaml", "drills")
    page.things.try_out.click()


@scene("author-help-entry")
def help_as_it_begins(stage: Stage) -> None:
    template(stage, "help", "entries", "first-place")


@scene("author-help-seen")
def a_help_entry_as_others_see_it(stage: Stage) -> None:
    file = next(iter(sorted(paths.built_in_help().glob("*.yaml"))))
    page = shipped(stage, file, "entries")
    page.things.try_out.click()
