"""Scenes of the text of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author

if TYPE_CHECKING:
    from trainer.ui.authoring.page import AuthorPage


def text(stage: Stage) -> AuthorPage:
    """Open the text of a scenario."""
    page = author(stage)
    stage.shell.show()
    page._show_text()
    stage.settle(0.05)
    return page


@scene("author-text")
def author_text(stage: Stage) -> None:
    page = text(stage)
    page.bench.select(("scenes", "aboard"))
