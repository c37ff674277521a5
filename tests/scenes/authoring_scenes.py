"""Scenes of writing scenarios."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from trainer import paths
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from pathlib import Path


def own_copy(name: str = "morning-train") -> Path:
    """Lay a copy of a scenario that comes along among the person's own; give its file."""
    folder = paths.own_scenarios() / name
    shutil.copytree(paths.built_in_scenarios() / name, folder, dirs_exist_ok=True)
    return folder / f"{name}.yaml"


def author(stage: Stage, name: str = "morning-train") -> AuthorPage:
    """Open the editor with a copy of a scenario."""
    stage.shell.open_page("author", path=own_copy(name))
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    return page


def written(stage: Stage, text: str, name: str) -> AuthorPage:
    """Open a story of one's own."""
    file = paths.own_scenarios() / name / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    stage.shell.open_page("author", path=file)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    return page


@scene("author")
def author_map(stage: Stage) -> None:
    page = author(stage)
    page.bench.select(("scenes", "aboard"))


@scene("author-home-empty")
def author_home_empty(stage: Stage) -> None:
    stage.shell.open_page("author-home")


@scene("author-home")
def author_home(stage: Stage) -> None:
    own_copy()
    broken = own_copy("blue-tape")
    broken.write_text(broken.read_text().replace("next: ", "next: nowhere-", 3))
    stage.context.read_library()
    stage.shell.open_page("author-home")


@scene("author-new")
def author_new(stage: Stage) -> None:
    stage.shell.open_page("author-home")
    page = stage.shell.page()
    assert isinstance(page, AuthorHomePage)
    page.begin(BY_NAME["two-step"])
