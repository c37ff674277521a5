"""Scenes of the outline, and of what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author
from trainer.authoring.document import Document
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.tables.file_form import FileForm
from trainer.ui.authoring.tables.pickers.row import PictureRow

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.ui.authoring.page import AuthorPage


def outlined(stage: Stage, name: str = "morning-train") -> AuthorPage:
    """Open the editor on the outline of a copy of a scenario."""
    page = author(stage, name)
    page.frame.show_view(View.OUTLINE)
    page.rounds.stand(page.outline)
    page.outline.tree.setFocus()
    return page


def outlined_file(stage: Stage, path: Path, text: str) -> AuthorPage:
    """Open the editor on the outline of a file with this text, in a window in front."""
    stage.shell.show()
    page = outlined(stage)
    page.bench.show(Document(path, text))
    stage.shell.activateWindow()
    return page


def at_looming(stage: Stage) -> AuthorPage:
    """Open the editor on the outline, with one of its scenes selected."""
    page = outlined(stage)
    page.bench.select(("scenes", "looming"))
    return page


@scene("author-outline")
def outline(stage: Stage) -> None:
    page = at_looming(stage)
    page.outline.acts.add_scene("the-next-day")
    page.bench.select(("scenes", "looming"))
    page.outline.tree.expand(page.outline.model.index_of("looming"))


@scene("author-outline-rename")
def renaming(stage: Stage) -> None:
    page = at_looming(stage)
    page.outline.acts.rename()


@scene("author-outline-choice")
def choosing(stage: Stage) -> None:
    page = at_looming(stage)
    page.outline.acts.new_choice()


@scene("author-outline-delete")
def deleting(stage: Stage) -> None:
    page = at_looming(stage)
    page.outline.acts.delete()


@scene("author-outline-split")
def splitting(stage: Stage) -> None:
    page = at_looming(stage)
    page.outline.acts.split()


@scene("author-about")
def about(stage: Stage) -> None:
    page = outlined(stage)
    page.outline.about()


@scene("author-cast")
def cast(stage: Stage) -> None:
    page = outlined(stage)
    page.outline.about()
    form = page.form.findChild(FileForm)
    assert form is not None
    form.cast.people.shown[0].fold.open()
    form.cast.people.shown[0].rows[0].stop().setFocus()
    stage.settle(0.3)
    page.form.show_widget(form.cast.people.shown[0].remove)


@scene("author-memory")
def memory(stage: Stage) -> None:
    page = outlined(stage)
    page.outline.about()
    form = page.form.findChild(FileForm)
    assert form is not None
    stage.settle(0.3)
    page.form.show_top_of(form.memory)


@scene("author-pictures")
def pictures(stage: Stage) -> None:
    page = outlined(stage)
    page.outline.about()
    form = page.form.findChild(FileForm)
    assert form is not None
    form.cast.people.shown[0].fold.open()
    row = form.cast.people.shown[0].rows[3]
    assert isinstance(row, PictureRow)
    row.open_grid()
    stage.settle(0.5)
