"""Scenes of the outline, and of what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author
from trainer.ui.authoring.frame.places import View

if TYPE_CHECKING:
    from trainer.ui.authoring.page import AuthorPage


def outlined(stage: Stage, name: str = "morning-train") -> AuthorPage:
    """Open the editor on the outline of a copy of a scenario."""
    page = author(stage, name)
    page.frame.show_view(View.OUTLINE)
    page.rounds.stand(page.outline)
    page.outline.tree.setFocus()
    return page


@scene("author-outline")
def outline(stage: Stage) -> None:
    page = outlined(stage)
    page.bench.select(("scenes", "looming"))
    page.outline.acts.add_scene("the-next-day")
    page.bench.select(("scenes", "looming"))
    page.outline.tree.expand(page.outline.model.index_of("looming"))


@scene("author-outline-rename")
def renaming(stage: Stage) -> None:
    page = outlined(stage)
    page.bench.select(("scenes", "looming"))
    page.outline.acts.rename()


@scene("author-outline-choice")
def choosing(stage: Stage) -> None:
    page = outlined(stage)
    page.bench.select(("scenes", "looming"))
    page.outline.acts.new_choice()


@scene("author-outline-delete")
def deleting(stage: Stage) -> None:
    page = outlined(stage)
    page.bench.select(("scenes", "looming"))
    page.outline.acts.delete()


@scene("author-outline-split")
def splitting(stage: Stage) -> None:
    page = outlined(stage)
    page.bench.select(("scenes", "looming"))
    page.outline.acts.split()
