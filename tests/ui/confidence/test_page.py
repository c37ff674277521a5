"""How sure one feels: offered, answered by keyboard alone, skipped for good, deleted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible

from tests.progress.examples import Clock, play
from tests.ui.practice.hands import SMALL_BUS, Key
from tests.ui.practice.test_keys_held import repeat
from trainer.method.five_steps import Step
from trainer.progress.confidence import confidence
from trainer.progress.confidence.confidence import Occasion
from trainer.progress.store import Store
from trainer.ui.confidence.page import ConfidencePage

if TYPE_CHECKING:
    from tests.ui.practice.hands import Hands


def answered(hands: Hands) -> list[dict[Step, int]]:
    return [dict(entry.answers) for entry in confidence.entries(hands.context.store)]


def page(hands: Hands) -> ConfidencePage:
    found = hands.shell.page()
    assert isinstance(found, ConfidencePage)
    return found


def offered(hands: Hands) -> bool:
    hands.open("practice", scenario=SMALL_BUS, again=True)
    return hands.practice._begin._offer.isVisible()


def said(hands: Hands) -> str:
    found = QAccessible.queryAccessibleInterface(hands.focus())
    return found.text(QAccessible.Text.Name)


def three_runs(hands: Hands) -> None:
    for run in "abc":
        play(hands.context.store, run, ends=True)


def test_before_the_first_scenario_by_keyboard_alone(hands: Hands) -> None:
    assert offered(hands)
    hands.press(Key.Key_Backtab, Key.Key_Backtab, Key.Key_Return)
    assert hands.shell.page().name == "confidence"
    assert said(hands) == "I would notice it.\n1 of 5: Not sure at all"
    # A digit answers and goes on; Enter leaves one out; the arrows walk.
    hands.press(Key.Key_4, Key.Key_Return, Key.Key_2, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert said(hands).endswith("\n3 of 5: Somewhat sure")
    hands.press(Key.Key_Right, Key.Key_Left, Key.Key_Tab, Key.Key_5)
    assert said(hands) == "Keep my answers"
    hands.press(Key.Key_Return)
    given = {Step.NOTICE: 4, Step.RESPONSIBILITY: 2, Step.KNOW_HOW: 3, Step.ACT: 5}
    assert answered(hands) == [given]
    # Back before the scenario, which begins as ever; nothing is offered any more.
    assert hands.shell.page().name == "practice"
    assert not hands.practice._begin._offer.isVisible()
    assert "Your answers are kept." in hands.seen()
    hands.press(Key.Key_Return)
    assert hands.session.scenario.id == SMALL_BUS
    assert "Your answers are kept." not in hands.seen()


def test_the_page_of_a_first_scenario_stands_at_its_top_and_begin_shows(hands: Hands) -> None:
    hands.shell.resize(1280, 800)
    hands.settle()
    assert offered(hands)
    hands.stage.settle(0.05)
    panel = hands.practice._begin
    assert hands.focus() is panel._begin
    assert panel.bar.value() == 0
    at = panel._begin.mapTo(hands.shell, panel._begin.rect().bottomLeft())
    assert at.y() < hands.shell.height()
    hands.shell.resize(800, 600)
    hands.open("home")
    assert offered(hands)
    assert panel.bar.maximum() > 0
    assert panel.bar.value() == 0
    hands.press(Key.Key_Return)
    assert hands.session.scenario.id == SMALL_BUS


def test_an_answer_is_taken_back(hands: Hands) -> None:
    hands.open("confidence", occasion=Occasion.BEFORE)
    questions = page(hands).questions
    assert not questions.keep.isEnabled()
    hands.press(Key.Key_3, Key.Key_Backtab)
    assert questions.answers() == {Step.NOTICE: 3}
    hands.press(Key.Key_0)
    assert questions.answers() == {}
    assert not questions.keep.isEnabled()
    place = questions.questions[1].scale.buttons[1]
    place.click()
    assert questions.answers() == {Step.PROBLEM: 2}
    place.click()
    assert questions.answers() == {}


def test_a_digit_held_down_answers_one_question(hands: Hands) -> None:
    hands.open("confidence")
    repeat(hands, Key.Key_3, "3")
    hands.press(Key.Key_3)
    repeat(hands, Key.Key_3, "3")
    assert page(hands).questions.answers() == {Step.NOTICE: 3}


def test_a_skip_is_as_large_as_the_answer_and_remembered(hands: Hands) -> None:
    assert offered(hands)
    offer = hands.practice._begin._offer
    assert offer.answer.size() == offer.skip.size() != QSize(0, 0)
    offer.skip.click()
    assert not offer.isVisible()
    assert not offered(hands)
    assert answered(hands) == []


def test_skipping_on_the_page_leads_back_and_is_remembered(hands: Hands) -> None:
    assert offered(hands)
    hands.practice._begin._offer.answer.click()
    hands.settle()
    questions = page(hands).questions
    assert questions.skip.size() == questions.keep.size()
    hands.press(Key.Key_3)
    questions.skip.click()
    hands.settle()
    assert hands.shell.page().name == "practice"
    assert not hands.practice._begin._offer.isVisible()
    assert answered(hands) == []


def test_beginning_needs_no_answer(hands: Hands) -> None:
    assert offered(hands)
    hands.press(Key.Key_Return, Key.Key_Return)
    assert hands.session.scenario.id == SMALL_BUS
    assert not offered(hands), "the first scenario has begun"


def test_after_the_third_scenario_and_then_only_if_wished(hands: Hands) -> None:
    store = hands.context.store
    play(store, "a", ends=True)
    play(store, "b", ends=True)
    hands.play_to_the_end()
    hands.press(Key.Key_Return)
    offer = hands.debrief._offer
    assert offer.isVisible()
    offer.answer.click()
    hands.settle()
    hands.press(Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_Return)
    assert "Shall this be offered again every four weeks?" in hands.seen()
    assert said(hands) == "Yes, offer it again"
    hands.press(Key.Key_Tab, Key.Key_Return)
    assert hands.shell.page().name == "debrief"
    assert not hands.debrief._offer.isVisible()
    assert confidence.facts(store).wish is False
    store._now = lambda: datetime.now(UTC) + timedelta(weeks=5)
    assert not offered(hands)
    # By hand it can be switched on: then it comes again, once, and the wish is not asked anew.
    hands.open("confidence")
    page(hands).box.click()
    assert offered(hands)
    hands.practice._begin._offer.answer.click()
    hands.settle()
    hands.press(Key.Key_1)
    page(hands).questions.keep.click()
    hands.settle()
    assert hands.shell.page().name == "practice"
    assert not hands.practice._begin._offer.isVisible()
    assert len(answered(hands)) == 2


def test_where_nothing_is_kept_it_is_not_offered_and_stands_until_closing(hands: Hands) -> None:
    hands.context.use_store(Store.in_memory(), keeps=False)
    assert not offered(hands)
    three_runs(hands)
    hands.open("confidence")
    assert not page(hands).again.isVisible()
    hands.press(Key.Key_3)
    page(hands).questions.keep.click()
    hands.settle()
    assert "Your answers stand until you close the window." in hands.seen()
    assert answered(hands) == [{Step.NOTICE: 3}]


def test_leaving_the_page_loses_nothing_and_the_same_day_is_changed(hands: Hands) -> None:
    hands.open("confidence")
    hands.press(Key.Key_3, Key.Key_Backspace)
    assert hands.shell.page().name == "home"
    hands.open("confidence")
    assert page(hands).questions.answers() == {Step.NOTICE: 3}
    confidence.set_wish(hands.context.store, again=True)
    page(hands).questions.keep.click()
    hands.settle()
    assert not page(hands).questions.isVisible()
    hands.press(Key.Key_Tab, Key.Key_Return)
    assert page(hands).questions.answers() == {Step.NOTICE: 3}
    hands.press(Key.Key_5)
    page(hands).questions.keep.click()
    assert answered(hands) == [{Step.NOTICE: 5}]


def test_what_was_kept_stands_beside_the_time_before(hands: Hands) -> None:
    store = hands.context.store
    clock = store._now = Clock()
    confidence.put(store, {Step.NOTICE: 2, Step.ACT: 3})
    hands.open("progress")
    hands.open("confidence")
    clock.go(days=63)
    page(hands).questions.ask({}, may_skip=False)
    hands.press(Key.Key_5)
    page(hands).questions.keep.click()
    hands.settle()
    hands.button("No, thanks").click()
    hands.settle()
    seen = hands.seen(page(hands).kept)
    assert "Your answers are kept." in seen
    assert "Mar 1, 2026 → May 3, 2026" in seen
    assert "I would notice it.\n2 of 5 → 5 of 5: Very sure" in seen
    assert "3 of 5: Somewhat sure → left out" in seen
    assert not page(hands).questions.isVisible()
    assert said(hands) == "Back"
    hands.press(Key.Key_Return)
    assert hands.shell.page().name == "progress"
    hands.open("confidence")
    assert page(hands).questions.isVisible()
    assert not page(hands).kept.isVisible()


def test_one_day_is_deleted_after_saying_what_goes(hands: Hands) -> None:
    store = hands.context.store
    clock = store._now = Clock()
    for day in range(8):
        confidence.put(store, {Step.NOTICE: day % 5 + 1})
        clock.go(days=1)
    hands.open("confidence")
    assert "Mar 8, 2026" in hands.seen()
    assert "Mar 2, 2026" not in hands.seen()
    hands.button("Show 2 earlier days").click()
    hands.settle()
    assert said(hands) == "Delete the answers of Mar 2, 2026"
    hands.press(Key.Key_Return)
    sheet = hands.sheet()
    assert "Notice it: 2 of 5" in hands.seen(sheet)
    hands.button("Delete", sheet).click()
    hands.settle()
    assert [one.day for one in confidence.entries(store)][:2] == ["2026-03-01", "2026-03-03"]
    assert "Mar 2, 2026" not in hands.seen()


def test_what_cannot_be_kept_is_said_and_stays_on_the_page(hands: Hands) -> None:
    hands.open("confidence")
    hands.press(Key.Key_3)
    there = hands.context.store.path
    assert there is not None
    away = there.rename(there.with_name("away"))
    page(hands).questions.keep.click()
    hands.settle()
    hands.button("Close", hands.sheet()).click()
    assert page(hands).questions.answers() == {Step.NOTICE: 3}
    away.rename(there)
    assert answered(hands) == []
    page(hands).questions.keep.click()
    assert answered(hands) == [{Step.NOTICE: 3}]


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_arrows_go_as_the_eye_does(hands: Hands, mirrored: bool) -> None:
    hands.open("confidence")
    scale = page(hands).questions.questions[0].scale
    directions = Qt.LayoutDirection
    scale.setLayoutDirection(directions.RightToLeft if mirrored else directions.LeftToRight)
    hands.press(Key.Key_2, Key.Key_Backtab, Key.Key_Left if mirrored else Key.Key_Right)
    assert scale.value == 3
