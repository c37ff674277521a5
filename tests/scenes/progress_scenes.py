"""Scenes of Progress: months of practice, the same as tables, the first day, a look back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from trainer.method.five_steps import Step
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.progress.confidence import confidence
from trainer.progress.looking_back import look_again
from trainer.ui.progress.look_again_page import LookAgainPage
from trainer.ui.progress.progress_page import ProgressPage

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS_AGO = (84, 83, 79, 71, 70, 62, 55, 48, 47, 41, 33, 30, 26, 19, 13, 12, 5, 1)
SURE = ((85, 2), (62, 2), (41, 3), (20, 3), (2, 4))


class _Then:
    """A clock that is set back by so many days."""

    def __init__(self) -> None:
        self.days = 0

    def __call__(self) -> datetime:
        return datetime.now(UTC) - timedelta(days=self.days)


def practise(stage: Stage) -> None:
    """Three months of it: eighteen days, every choice now and then, and five times how sure."""
    store, clock = stage.context.store, _Then()
    store._now = clock
    cards = stage.context.library.cards()
    for turn, days in enumerate(DAYS_AGO):
        clock.days = days
        _play(stage, cards[turn % 6].id, turn)
    for days, value in SURE:
        clock.days = days
        confidence.put(store, dict(zip(Step, _answers(value), strict=True)))
    clock.days = 0
    stage.context.runs_changed.emit()


def _answers(value: int) -> Iterator[int]:
    for number in range(len(Step)):
        yield min(5, value + number % 2)


def _play(stage: Stage, name: str, turn: int) -> None:
    scenario = stage.context.library.load(name)
    stage.context.store.name_scenario(name, scenario.title, scenario.setting)
    session = Session(scenario, recorder=stage.context.store)
    for step in range(20):
        if session.phase is Phase.ENDED or (turn % 5 == 4 and step == 9):
            break
        if session.phase is Phase.DECIDING:
            session.choose(session.offered[(turn + step) % len(session.offered)].id)
        else:
            session.go_on()


def _progress(stage: Stage) -> ProgressPage:
    stage.shell.open_page("progress")
    page = stage.shell.page()
    assert isinstance(page, ProgressPage)
    stage.settle(0.4)
    return page


@scene("progress")
def progress(stage: Stage) -> None:
    practise(stage)
    _progress(stage)


@scene("progress-below")
def progress_below(stage: Stage) -> None:
    practise(stage)
    page = _progress(stage)
    assert page.scroller is not None
    page.scroller.bar.setValue(page.scroller.bar.maximum())


@scene("progress-again")
def progress_again(stage: Stage) -> None:
    practise(stage)
    made = look_again.listed(stage.context.store, 2)[-1]
    stage.shell.open_page("progress")
    stage.shell.open_page("look-again", number=made.number)
    page = stage.shell.page()
    assert isinstance(page, LookAgainPage)
    page.play_again()
    session = stage.shell.page()._session  # type: ignore[attr-defined]
    session.choose(session.offered[0].id)
    found = _progress(stage)
    assert found.scroller is not None
    found.scroller.show_top_of(found.look)


@scene("progress-tables")
def progress_tables(stage: Stage) -> None:
    practise(stage)
    page = _progress(stage)
    for card in page.cards:
        card.turn()


@scene("progress-empty")
def progress_empty(stage: Stage) -> None:
    _progress(stage)


@scene("look-again")
def look_again_scene(stage: Stage) -> None:
    practise(stage)
    made = look_again.listed(stage.context.store, 1)[0]
    stage.shell.open_page("progress")
    stage.shell.open_page("look-again", number=made.number)
    assert isinstance(stage.shell.page(), LookAgainPage)
