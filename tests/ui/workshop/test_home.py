"""The first page of workshops lists what can be led, and leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from trainer import paths
from trainer.plans.collection import Collection
from trainer.plans.writing import written
from trainer.ui.workshop.home.page import WorkshopHomePage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.scenes import Stage


def home(stage: Stage) -> WorkshopHomePage:
    stage.shell.open_page("workshop-home")
    page = stage.shell.page()
    assert isinstance(page, WorkshopHomePage)
    return page


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_every_plan_has_a_card_that_says_how_long_and_that_nobody_reviewed_it(
    stage: Stage,
) -> None:
    page = home(stage)
    there = [placed.content for placed in Collection().plans()]
    assert [card.plan for card in page.cards] == there
    for card in page.cards:
        assert str(card.plan.minutes) in said(card)
        assert "Not yet reviewed by a community organisation" in said(card)


def test_a_plan_that_was_saved_meanwhile_shows_and_a_broken_one_is_told(stage: Stage) -> None:
    page = home(stage)
    known = len(page.cards)
    plan = page.cards[0].plan
    paths.own_plans().mkdir(parents=True)
    own = written(plan).replace(f"id: {plan.id}", "id: ours").replace(plan.title, "Ours")
    (paths.own_plans() / "ours.yaml").write_text(own, "utf-8")
    (paths.own_plans() / "half.yaml").write_text("format: plan/1\nid: half\n", "utf-8")
    stage.context.forget_plans()
    stage.shell.open_page("home")
    page = home(stage)
    assert len(page.cards) == known + 1
    assert "Ours" in said(page.cards[-1])
    assert "1 plan in your folders cannot be used." in said(page)


def test_the_rail_leads_there(stage: Stage) -> None:
    button = next(one for one in stage.shell.rail.buttons if one.name == "workshop-home")
    button.click()
    assert stage.shell.page().name == "workshop-home"
