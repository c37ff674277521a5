"""A story of one's own: who is in it, whom nobody sees, and the way to the group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from trainer import paths
from trainer.authoring import shelf
from trainer.authoring.keeping import deleting, own_copies
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.authoring.templates.making import Asked
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.leading import LeadSheet
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path


def _begun(stage: Stage, path: Path) -> AuthorPage:
    file = shelf.lay(
        BY_NAME["workshop"], Asked("Third Tuesday", None, "Mr. Phúc", "a woman with a red bag"), ()
    )
    stage.shell.open_page("author", path=file)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    with page.bench.step("write") as step:
        assert page.bench.document is not None
        step.put(page.bench.document, ("cast", "hanh"), {"name": "Hạnh", "role": "targeted"})
    page.bench.write_at(path)
    return page


@scene("author-seen")
def seen(stage: Stage) -> None:
    """A scene in which one who is targeted is not seen, and what is to write."""
    _begun(stage, ("scenes", "at-first"))


@scene("author-ending-of-two")
def ending_of_two(stage: Stage) -> None:
    """An ending for two."""
    _begun(stage, ("scenes", "loud", "ending", "view"))


@scene("author-people-by-name")
def people_by_name(stage: Stage) -> None:
    """People by their names, one of them opened."""
    _begun(stage, ("cast", "targeted", "note"))


@scene("author-lead")
def lead(stage: Stage) -> None:
    """Which plan a group goes through."""
    page = _begun(stage, ())
    LeadSheet(stage.context, "third-tuesday", "Third Tuesday", page.window()).open()


@scene("author-gone")
def gone(stage: Stage) -> None:
    """What was deleted, to be brought back."""
    for title in ("In the waiting room", "Third Tuesday"):
        file = shelf.lay(BY_NAME["two-step"], Asked(title, None, "Mr. Phúc", "a woman"), ())
        deleting.delete(file, home=True)
    stage.shell.open_page("author-home")
    page = stage.shell.page()
    assert isinstance(page, AuthorHomePage)
    page.acts.show_deleted()


@scene("author-plan-ready")
def plan_ready(stage: Stage) -> None:
    """A plan of one's own on its card, beside a story."""
    own_copies.copy(paths.built_in_plans() / "4-taster.yaml", ())
    _begun(stage, ())
    stage.shell.open_page("author-home")


@scene("author-plan-editor")
def plan_editor(stage: Stage) -> None:
    """A plan in its editor, with what can be done with it."""
    stage.shell.open_page(
        "author", path=own_copies.copy(paths.built_in_plans() / "4-taster.yaml", ())
    )
