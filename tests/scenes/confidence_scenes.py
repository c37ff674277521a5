"""Scenes of how sure one feels: offered, asked, asked whether again, by hand over months."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.scenes import Stage, scene
from tests.scenes.practice_scenes import TRAIN, _session
from trainer.method.five_steps import Step
from trainer.progress.confidence import confidence
from trainer.progress.confidence.confidence import Occasion
from trainer.ui.confidence.page import ConfidencePage
from trainer.ui.practice.debrief.page import DebriefPage


def _page(stage: Stage, occasion: Occasion | None = None) -> ConfidencePage:
    stage.shell.open_page("confidence", occasion=occasion)
    page = stage.shell.page()
    assert isinstance(page, ConfidencePage)
    stage.settle(0.05)
    return page


@scene("confidence")
def questions(stage: Stage) -> None:
    stage.shell.open_page("practice", scenario=TRAIN)
    page = _page(stage, Occasion.BEFORE)
    page.questions.questions[0].scale._take(3)
    page.questions.questions[1].scale._take(5)
    page.questions.questions[2].scale.setFocus()


@scene("confidence-wish")
def wish(stage: Stage) -> None:
    page = _page(stage, Occasion.THIRD)
    page._keep({Step.ACT: 3})


@scene("confidence-earlier")
def earlier(stage: Stage) -> None:
    store, now = stage.context.store, datetime(2026, 3, 1, 12, tzinfo=UTC)
    store._now = lambda: now
    for week in range(0, 36, 4):
        now = datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(weeks=week)
        shown = {step: (week // 8 + at) % 5 + 1 for at, step in enumerate(Step) if at != week % 5}
        confidence.put(store, shown)
    confidence.set_wish(store, again=True)
    page = _page(stage)
    assert page.scroller is not None
    page.scroller.show_top_of(page.again)


@scene("confidence-kept")
def kept(stage: Stage) -> None:
    earlier(stage)
    page = _page(stage)
    page._keep({Step.NOTICE: 4, Step.PROBLEM: 3, Step.KNOW_HOW: 5, Step.ACT: 3})


@scene("confidence-debrief")
def debrief(stage: Stage) -> None:
    for pick in (3, 1):
        _session(stage, 99, pick)
    stage.shell.open_page("debrief", session=_session(stage, 99, 3))
    page = stage.shell.page()
    assert isinstance(page, DebriefPage)
    stage.settle(0.05)
    page._columns.show_widget(page._offer)
