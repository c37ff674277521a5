"""Scenes of planning a workshop: its first page, the editor of plans, what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from trainer.authoring.forms.formats_fields import WHOLES
from trainer.authoring.keeping import own_copies
from trainer.plans.model import Kind
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.workshop.home.page import WorkshopHomePage
from trainer.workshop import holding

if TYPE_CHECKING:
    from trainer.workshop.workshop import Workshop


@scene("workshop-home")
def workshop_home(stage: Stage) -> None:
    stage.shell.open_page("workshop-home")


def plan_opened(stage: Stage) -> AuthorPage:
    """Open the editor with a copy of a plan that comes along."""
    placed = stage.context.plans.plan("sixty-minutes")
    assert placed is not None
    stage.shell.open_page("workshop-home")
    stage.shell.open_page("author", path=own_copies.copy(placed.path, {placed.content.id}))
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    return page


@scene("plan-editor")
def plan_editor(stage: Stage) -> None:
    plan_opened(stage)


def chosen(stage: Stage, kind: Kind, at: int = 0) -> AuthorPage:
    """Open the editor with a part of a kind chosen."""
    page = plan_opened(stage)
    assert page.bench.document is not None
    parts = page.bench.document.data(("segments",))
    keys = [key for key, part in parts.items() if part["kind"] == kind.value]
    page.bench.select(("segments", keys[at]))
    return page


def add(page: AuthorPage, kind: Kind) -> None:
    """Add a part of a kind."""
    page.things.insert(WHOLES["plan/1"].sorts[0], kind)


@scene("plan-editor-slides")
def plan_editor_slides(stage: Stage) -> None:
    chosen(stage, Kind.SLIDES, -1)


@scene("plan-editor-groups")
def plan_editor_groups(stage: Stage) -> None:
    chosen(stage, Kind.GROUPS)


@scene("plan-editor-problems")
def plan_editor_problems(stage: Stage) -> None:
    page = chosen(stage, Kind.SCENARIO)
    for kind in (Kind.BREAK, Kind.SCENARIO, Kind.LADDER):
        add(page, kind)


@scene("plan-editor-add")
def plan_editor_add(stage: Stage) -> None:
    plan_opened(stage).things.adds[0].click()


@scene("workshop-home-kept")
def workshop_home_kept(stage: Stage) -> None:
    begun(stage).close()
    ended = begun(stage)
    ended.do("end")
    ended.close()
    stage.shell.open_page("workshop-home")


def begun(stage: Stage) -> Workshop:
    """A workshop that has gone two steps."""
    placed = stage.context.plans.plan("sixty-minutes")
    assert placed is not None
    context = stage.context
    made = holding.from_plan(placed, context.library, context.method, context.help)
    made.do("begin")
    made.do("next")
    return made


@scene("workshop-print")
def workshop_print(stage: Stage) -> None:
    stage.shell.open_page("workshop-home")
    page = stage.shell.page()
    assert isinstance(page, WorkshopHomePage)
    page.cards[0].print.click()
