"""Scenes of the safety plan and of what happened: empty, written, locked, asked before, printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from trainer.progress.papers.paper_content import Content, Kind, content
from trainer.progress.stretching import Stretching
from trainer.ui.plan.page import SafetyPlanPage
from trainer.ui.plan.record_page import RecordPage

if TYPE_CHECKING:
    from trainer.progress.papers.papers import Paper

KEY = b"k" * 32

PLAN = content(
    {
        "safe_places": "The library on Clay Street, Mrs. Ortiz’s shop",
        "if_me": "Go where people are, call Mei, stay until I am calm.",
        "if_near": "Stand beside the person. Ask what they want.",
        "from_others": "Stay with me. Do not film. Ask me before you call anyone.",
        "break_signs": "I avoid the bus, I wake at three.",
    },
    {
        "people": (
            {"name": "Mei", "number": "415-555-0134", "purpose": "to talk, to fetch me"},
            {"name": "Uncle Bao", "number": "415-555-0177", "purpose": "translates for Mama"},
        )
    },
)

RECORD = content(
    {
        "for_whom": "other",
        "asked": "yes",
        "person": "Mrs. Lin",
        "date": "Nov 16",
        "time": "about 8 in the morning",
        "about": "yes",
        "place": "22 bus, near Harbor",
        "said": "Go home. You people bring the sickness.",
        "said_in": "English",
        "done": "He stood over her and hit the window beside her.",
        "present": "The driver, about ten people",
        "wanted": "That the bus company knows.",
        "may_see": "Her daughter",
    },
    {"witnesses": ({"name": "Jo Park", "reach": "jo@example.org"},)},
)


def keep(stage: Stage, kind: Kind, written: Content) -> Paper:
    papers = stage.context.drawer.papers
    return papers.keep(replace(papers.new(kind), content=written))


def plan(stage: Stage) -> SafetyPlanPage:
    stage.shell.open_page("safety-plan")
    page = stage.shell.page()
    assert isinstance(page, SafetyPlanPage)
    stage.settle(0.05)
    return page


def record(stage: Stage, paper: str = "") -> RecordPage:
    plan(stage)
    stage.shell.open_page("what-happened", record=paper)
    page = stage.shell.page()
    assert isinstance(page, RecordPage)
    stage.settle(0.05)
    return page


@scene("plan-empty")
def plan_empty(stage: Stage) -> None:
    plan(stage)


@scene("plan")
def plan_written(stage: Stage) -> None:
    keep(stage, Kind.PLAN, PLAN)
    keep(stage, Kind.INCIDENT, RECORD)
    keep(stage, Kind.INCIDENT, content({"said": "x"}, {}))
    plan(stage)


@scene("plan-foot")
def plan_foot(stage: Stage) -> None:
    plan_written(stage)
    page = stage.shell.page()
    assert isinstance(page, SafetyPlanPage)
    for scroller in (page.columns._left, page.columns._right):
        scroller.bar.setValue(scroller.bar.maximum())


@scene("plan-locked")
def plan_locked(stage: Stage) -> None:
    keep(stage, Kind.PLAN, PLAN)
    papers = stage.context.drawer.papers
    papers.set_key(KEY, Stretching(b"s" * 16, 1, 8 * 2**20))
    stage.context.drawer.lock()
    plan(stage)


@scene("plan-unlocked")
def plan_unlocked(stage: Stage) -> None:
    plan_locked(stage)
    papers = stage.context.drawer.papers
    papers.unlock(KEY)
    stage.context.drawer.turned.emit()


@scene("plan-passphrase")
def plan_passphrase(stage: Stage) -> None:
    plan(stage).lock_card.set.click()


@scene("plan-print")
def plan_print(stage: Stage) -> None:
    plan_written(stage)
    page = stage.shell.page()
    assert isinstance(page, SafetyPlanPage)
    page.print()


@scene("record-before")
def record_before(stage: Stage) -> None:
    record(stage)


@scene("record-asked")
def record_asked(stage: Stage) -> None:
    record(stage).before.answer(1)


@scene("record-me")
def record_me(stage: Stage) -> None:
    record(stage).before.answer(0)


@scene("record-no")
def record_no(stage: Stage) -> None:
    before = record(stage).before
    before.answer(1)
    before.answer(1)


@scene("record")
def record_written(stage: Stage) -> None:
    record(stage, keep(stage, Kind.INCIDENT, RECORD).id)
