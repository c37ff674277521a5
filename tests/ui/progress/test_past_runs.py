from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.practice.conftest import hands, scenario_file
from tests.ui.practice.hands import SMALL_BUS, Hands, Key
from trainer.practice.session import Session
from trainer.ui.progress.past_runs import PastRunsPage

if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["hands", "scenario_file"]


def page(hands: Hands) -> PastRunsPage:
    hands.open("past-runs")
    found = hands.shell.page()
    assert isinstance(found, PastRunsPage)
    hands.settle()
    return found


def play(hands: Hands, *choices: str, words: str = "") -> str:
    session = Session(hands.context.library.load(SMALL_BUS), recorder=hands.context.store)
    session.go_on()
    for choice in choices:
        session.choose(choice, words=words if choice == "own-words" else "")
        session.go_on()
    hands.context.store.name_scenario(SMALL_BUS, session.scenario.title)
    hands.context.runs_changed.emit()
    return session.run_id


def test_an_empty_page_says_what_will_be_here_and_offers_the_first_step(hands: Hands) -> None:
    page(hands)
    assert "Here you will find each run with its decisions" in hands.seen()
    assert QApplication.focusWidget() is hands.button("Choose a scenario")
    hands.press(Key.Key_Return)
    assert hands.shell.page().name == "home"


def test_runs_are_listed_newest_first_with_their_decisions(hands: Hands) -> None:
    play(hands, "film", "ask-noor", "are-you-all-right")
    play(hands, "own-words", words="Leave her alone, please.")
    past = page(hands)
    model = past.list.model()
    assert model.rowCount() == 2
    assert "Leave her alone, please." in hands.seen()
    assert "Not at an end yet" in hands.seen()
    hands.press(Key.Key_Down)
    seen = hands.seen()
    for words in ("Start filming the man from across the aisle.", "Poor fit", "Document"):
        assert words in seen
    assert "A camera before a hand." in seen
    assert "Supported" in seen


def test_a_decision_is_replayed_from_there(hands: Hands) -> None:
    run = play(hands, "film", "ask-noor", "are-you-all-right")
    page(hands)
    hands.button("Replay from here").click()
    assert hands.session.replay_of == run
    assert hands.session.scene.id == "grey-stops"


def test_a_moment_is_looked_at_again_also_one_that_was_taken_back(hands: Hands) -> None:
    session = Session(hands.context.library.load(SMALL_BUS), recorder=hands.context.store)
    session.go_on()
    session.choose("film")
    session.try_another()
    session.choose("ask-the-way")
    again = session.replay_from(0)
    page(hands)
    links = [one for one in hands.seen().splitlines() if one == "Look at this moment"]
    assert len(links) == 2
    hands.button("Look at this moment").click()
    assert hands.shell.page().name == "look-again"
    assert "A camera before a hand." in hands.seen()
    hands.button("Back to Past runs").click()
    # In a run that was itself played again, the moment is its own past: there is no link.
    again.choose("film")
    hands.context.runs_changed.emit()
    page(hands)
    hands.press(Key.Key_Home)
    assert "Look at this moment" not in hands.seen()


def test_enter_goes_on_with_a_run_or_opens_its_debrief(hands: Hands) -> None:
    ended = play(hands, "ask-the-way", "are-you-all-right")
    unfinished = play(hands, "film")
    past = page(hands)
    past.list.activated.emit(past.list.currentIndex())
    assert hands.session.run_id == unfinished
    page(hands)
    hands.press(Key.Key_Down)
    past.list.activated.emit(past.list.currentIndex())
    assert hands.shell.page().name == "debrief"
    assert hands.debrief._session is not None
    assert hands.debrief._session.run_id == ended


def test_deleting_says_what_goes_and_cancel_is_what_enter_does(hands: Hands) -> None:
    play(hands, "ask-the-way", "are-you-all-right")
    page(hands)
    hands.press(Key.Key_Delete)
    sheet = hands.sheet()
    assert "2 decisions." in hands.seen(sheet)
    assert "This cannot be undone." in hands.seen(sheet)
    hands.press(Key.Key_Return)
    assert hands.context.store.run_count() == 1
    hands.press(Key.Key_Delete)
    hands.button("Delete it for good", hands.sheet()).click()
    hands.settle()
    assert hands.context.store.run_count() == 0
    assert "Nothing here yet" in hands.seen()


def test_the_run_that_is_chosen_is_the_one_that_goes(hands: Hands) -> None:
    older = play(hands, "film")
    newer = play(hands, "ask-the-way", "are-you-all-right")
    page(hands)
    hands.press(Key.Key_Down, Key.Key_Delete)
    assert "1 decision." in hands.seen(hands.sheet())
    hands.button("Delete it for good", hands.sheet()).click()
    hands.settle()
    assert [one.run for one in hands.context.store.runs()] == [newer]
    with pytest.raises(LookupError):
        hands.context.store.run(older)


def test_what_was_written_and_what_was_taken_back_is_shown(hands: Hands) -> None:
    session = Session(hands.context.library.load(SMALL_BUS), recorder=hands.context.store)
    session.go_on()
    session.choose("film")
    session.try_another()
    session.choose("ask-the-way")
    session.note("What would you like to have near you next time?", "A *friend*.")
    hands.context.runs_changed.emit()
    page(hands)
    seen = hands.seen()
    assert "What you wrote" in seen
    assert "A *friend*." in seen
    assert "Decision 1 · taken back" in seen
    assert "Decision 1\n" in seen
    assert len([one for one in seen.splitlines() if one == "Replay from here"]) == 1


def test_a_run_stays_readable_when_its_scenario_is_gone(hands: Hands, scenario_file: Path) -> None:
    play(hands, "own-words", words="Leave her alone, please.")
    scenario_file.unlink()
    hands.context.library.refresh()
    page(hands)
    seen = hands.seen()
    assert "Its scenario is not in the library any more." in seen
    assert "Shouting on the 22 bus" in seen
    assert "Leave her alone, please." in seen
    with pytest.raises(StopIteration):
        hands.button("Continue")


def test_a_long_history_is_read_a_page_at_a_time(hands: Hands) -> None:
    for _number in range(150):
        play(hands, "film")
    past = page(hands)
    model = past._model
    assert model.rowCount() == 150
    assert set(model._pages) == {0}
    hands.press(Key.Key_End)
    assert set(model._pages) == {0, 2}
