"""Scenes of the boosters: what is due on the first page, a card from its notes to the end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from trainer.method.ds import D
from trainer.progress.boosters import boosters
from trainer.ui.boosters.page import BoosterPage

if TYPE_CHECKING:
    from collections.abc import Iterable

DUE = ((D.DISTRACT, "home"), (D.DELEGATE, "shop"), (D.DOCUMENT, "street"))


def make_due(stage: Stage, cards: Iterable[tuple[D, str]] = DUE) -> None:
    """Have met these some weeks ago; each a day after the one before."""
    for number, (skill, family) in enumerate(cards):
        with stage.context.store.writing() as connection:
            ago = datetime.now(UTC) - timedelta(days=30 - number)
            boosters.note(connection, skill, family, ago)
    stage.context.runs_changed.emit()


def booster(stage: Stage, cards: Iterable[tuple[D, str]] = DUE) -> BoosterPage:
    make_due(stage, cards)
    stage.shell.open_page("booster")
    page = stage.shell.page()
    assert isinstance(page, BoosterPage)
    stage.settle(0.05)
    return page


@scene("home-due")
def home_due(stage: Stage) -> None:
    make_due(stage)
    stage.play("gas-cap")
    stage.shell.open_page("home")


@scene("home-due-alone")
def home_due_alone(stage: Stage) -> None:
    make_due(stage)
    stage.shell.open_page("home")


@scene("home-due-and-more")
def home_due_and_more(stage: Stage) -> None:
    make_due(stage)
    for name in ("gas-cap", "blue-tape", "morning-train"):
        stage.play(name)
    stage.shell.open_page("home")


@scene("booster")
def before(stage: Stage) -> None:
    booster(stage)


@scene("booster-asking")
def asking(stage: Stage) -> None:
    booster(stage).go_on()


@scene("booster-drill")
def drill(stage: Stage) -> None:
    booster(stage, [(D.DELAY, "school")]).go_on()


@scene("booster-comparing")
def comparing(stage: Stage) -> None:
    page = booster(stage)
    page.go_on()
    page.asking.box.set_text("Would you like me to write down what I saw?")
    page.go_on()


@scene("booster-drill-comparing")
def drill_comparing(stage: Stage) -> None:
    page = booster(stage, [(D.DELAY, "school")])
    page.go_on()
    page.go_on()


@scene("booster-over")
def over(stage: Stage) -> None:
    page = booster(stage, DUE[:1])
    page.go_on()
    page.asking.box.set_text("Would you like me to write down what I saw?")
    page.go_on()
    page.rate(boosters.Rating.YES)
