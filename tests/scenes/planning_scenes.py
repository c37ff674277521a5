"""Scenes of planning a workshop: its first page, the editor of plans, what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from trainer.plans.model import Kind
from trainer.ui.workshop.editor.page import PlanEditorPage
from trainer.ui.workshop.home.page import WorkshopHomePage
from trainer.workshop import holding

if TYPE_CHECKING:
    from trainer.workshop.workshop import Workshop


@scene("workshop-home")
def workshop_home(stage: Stage) -> None:
    stage.shell.open_page("workshop-home")


@scene("plan-editor")
def plan_editor(stage: Stage) -> None:
    stage.shell.open_page("workshop-home")
    stage.shell.open_page("plan-editor", plan="sixty-minutes")


def chosen(stage: Stage, kind: Kind, at: int = 0) -> PlanEditorPage:
    """Open the editor with a part of a kind chosen."""
    plan_editor(stage)
    page = stage.shell.page()
    assert isinstance(page, PlanEditorPage)
    assert page.editing is not None
    segments = enumerate(page.editing.plan.segments.values(), start=1)
    rows = [row for row, segment in segments if segment.kind is kind]
    page.parts.setCurrentRow(rows[at])
    return page


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
        page.insert(kind)


@scene("plan-editor-add")
def plan_editor_add(stage: Stage) -> None:
    plan_editor(stage)
    page = stage.shell.page()
    assert isinstance(page, PlanEditorPage)
    page.acts.add.click()


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
