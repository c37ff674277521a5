"""Reply drills by keyboard: look, answer, compare; nothing of it is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.scenario.good_file import put
from tests.ui.drills.keys import BACK, ENTER, LEFT, RIGHT, at_first_line, everything, opened
from tests.ui.drills.sample import lines
from tests.ui.practice.hands import Hands, Key
from trainer import paths
from trainer.ui.drills.file_list import FileRow

if TYPE_CHECKING:
    from pathlib import Path


def row() -> str:
    focus = QApplication.focusWidget()
    assert isinstance(focus, FileRow)
    return focus.words()


def test_a_title_stands_there_without_its_marks(hands: Hands, folder: Path) -> None:
    put(folder / "a.yaml", lines(3, title='"*Small* talk"'))
    hands.context.library_changed.emit()
    opened(hands)
    assert row() == "Small talk"


def test_the_files_stand_with_their_titles_and_how_much_is_in_them(hands: Hands) -> None:
    page = opened(hands)
    found = [(one.words(), one.accessibleDescription()) for one in page.files.rows()]
    assert found == [
        ("Small talk", "3 lines"),
        ("More talk", "5 lines"),
        ("To sit with", "2 cards"),
    ]
    assert row() == "Small talk"
    hands.press(Key.Key_Down)
    assert row() == "More talk"
    hands.press(ENTER)
    assert "In it: racist language; mockery." in hands.seen()
    assert page.files.rows()[1].isChecked()


def test_content_notes_stand_before_the_first_line_with_a_true_way_round(hands: Hands) -> None:
    opened(hands, file="small")
    seen = everything(hands)
    for words in ("In it: racist language; mockery.", "Not yet reviewed", "A report, 2021"):
        assert words in seen
    assert "Loud words" not in seen
    hands.button("Choose another").click()
    hands.settle()
    assert row() == "Small talk"
    assert "Loud words" not in everything(hands)
    hands.press(ENTER, ENTER)
    assert "“Loud words 1.”" in hands.seen()


def test_enter_leads_through_a_file_and_turns_each_card_first(hands: Hands) -> None:
    page = at_first_line(hands)
    assert QApplication.focusWidget() is page.pane.drill.spoken
    for words in ("Work", "Line 1 of 3", "Colleague 1, to the table.", "What would you say?"):
        assert words in hands.seen()
    assert "Answer one" not in everything(hands)
    hands.press(ENTER)
    assert QApplication.focusWidget() is page.pane.answers.compare
    for words in (
        "Direct", "“Answer one to 1.”", "Does one for 1.", "Deed two for 1.", "Point two of 1.",
    ):  # fmt: skip
        assert words in hands.seen()
    assert "I said it 1." not in everything(hands)
    hands.press(ENTER)
    assert "“Loud words 2.”" in hands.seen()
    assert "Answer one" not in everything(hands)
    hands.press(ENTER, ENTER, ENTER)
    assert "“Answer three to 3.”" in hands.seen()
    hands.button("Choose another")
    hands.press(ENTER)
    assert row() == "Small talk"
    assert "Loud words" not in hands.seen()


def test_backspace_leads_the_same_way_back_and_out_again(hands: Hands) -> None:
    at_first_line(hands)
    hands.press(ENTER, ENTER)
    hands.press(BACK)
    assert "“Loud words 1.”" in hands.seen()
    hands.press(BACK)
    assert "In it: racist language; mockery." in hands.seen()
    hands.press(BACK)
    assert row() == "Small talk"
    hands.press(BACK)
    assert hands.shell.page().name == "home"


def test_it_leads_back_to_where_it_was_opened(hands: Hands) -> None:
    hands.open("learn")
    at_first_line(hands)
    hands.button("Back to Learn").click()
    hands.settle()
    assert hands.shell.page().name == "learn"
    hands.open("drills", file="small")
    assert "“Loud words 1.”" in hands.seen()


def test_arrows_go_to_the_lines_beside_and_never_out_of_the_file(hands: Hands) -> None:
    at_first_line(hands)
    hands.press(LEFT)
    assert "“Loud words 1.”" in hands.seen()
    hands.press(ENTER, RIGHT)
    assert "“Loud words 2.”" in hands.seen()
    assert "Answer one" not in hands.seen()
    hands.press(RIGHT, RIGHT, RIGHT)
    assert "“Loud words 3.”" in hands.seen()
    hands.press(LEFT)
    assert "“Loud words 2.”" in hands.seen()


def test_arrows_follow_the_direction_of_reading(hands: Hands) -> None:
    page = at_first_line(hands)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    hands.press(LEFT)
    assert "“Loud words 2.”" in hands.seen()
    hands.press(RIGHT)
    assert "“Loud words 1.”" in hands.seen()


def test_buttons_do_what_the_keys_do(hands: Hands) -> None:
    at_first_line(hands)
    hands.button("Next").click()
    assert "“Loud words 2.”" in hands.seen()
    hands.button("Show replies").click()
    assert "“Answer one to 2.”" in hands.seen()
    hands.button("Next line").click()
    hands.button("Previous").click()
    assert "“Loud words 2.”" in hands.seen()


def test_a_held_key_does_not_run_through_the_cards(hands: Hands) -> None:
    from tests.ui.practice.test_keys_held import repeat

    at_first_line(hands)
    for _time in range(4):
        repeat(hands, ENTER, "\r")
    assert "“Loud words 1.”" in hands.seen()
    assert "Answer one" not in hands.seen()


def test_softened_language_holds_here_and_is_changed_while_one_looks(hands: Hands) -> None:
    at_first_line(hands)
    hands.context.change(soften=True)
    hands.settle()
    assert "A joke number 1." in hands.seen()
    assert "“A joke" not in hands.seen()
    assert "Loud words" not in everything(hands)
    hands.press(ENTER, ENTER)
    assert "A joke number 2." in hands.seen()
    hands.context.change(soften=False)
    hands.settle()
    assert "“Loud words 2.”" in everything(hands)


def test_softening_while_another_page_shows_holds_on_coming_back(hands: Hands) -> None:
    at_first_line(hands)
    hands.open("settings")
    hands.context.change(soften=True)
    hands.context.go_back()
    hands.settle()
    assert "A joke number 1." in hands.seen()
    assert "Loud words" not in everything(hands)


def test_cards_to_think_about_hold_their_thought_back(hands: Hands) -> None:
    page = opened(hands, reflections=True)
    assert QApplication.focusWidget() is page.pane.thought.question
    assert "Name five leaders." in hands.seen()
    assert "Card 1 of 2" in hands.seen()
    assert "two of many" not in everything(hands)
    hands.button("Show a thought")
    hands.press(ENTER)
    assert QApplication.focusWidget() is page.pane.thought.thought
    assert "Here are two of many." in hands.seen()
    assert "Source: A study" in hands.seen()
    hands.press(ENTER)
    assert "Whose lunch has nobody ever commented on?" in hands.seen()
    assert "two of many" not in everything(hands)
    hands.button("Choose another")


def test_a_file_that_has_both_is_listed_twice(hands: Hands, folder: Path) -> None:
    put(folder / "d.yaml", lines(2, deck="both", title="Both", cards=True))
    page = opened(hands)
    assert [(one.words(), one.part.value) for one in page.files.rows()] == [
        ("Small talk", "drills"),
        ("More talk", "drills"),
        ("Both", "drills"),
        ("To sit with", "reflections"),
        ("Both", "reflections"),
    ]
    opened(hands, file="both", drill="whose-lunch")
    hands.press(ENTER)
    assert "Whose lunch" in hands.seen()


def test_opened_at_a_line_the_notes_come_first(hands: Hands) -> None:
    opened(hands, file="more", drill="line-4")
    assert "Loud words" not in everything(hands)
    hands.press(ENTER)
    assert "“Loud words 4.”" in hands.seen()
    opened(hands, file="more", drill="line-2")
    assert "“Loud words 2.”" in hands.seen()


@pytest.mark.parametrize("what", [{"file": "gone"}, {"file": "gone", "drill": "x"}, {}])
def test_what_is_not_there_leads_to_the_files(hands: Hands, what: dict[str, object]) -> None:
    at_first_line(hands)
    opened(hands, **what)
    assert row() == "Small talk"
    assert "Someone says something. What do you say?" in hands.seen()


def test_a_file_of_ones_own_says_from_which_folder_and_what_it_stands_for(
    hands: Hands, folder: Path, tmp_path: Path
) -> None:
    opened(hands, file="small")
    assert "From your own folder" in hands.seen()
    put(tmp_path / "nothing" / "a.yaml", lines(1, title="Brought along"))
    hands.context.library_changed.emit()
    hands.settle()
    assert "From your own folder, in place of what comes with Upstander" in hands.seen()


def test_a_broken_file_is_told_and_takes_nothing_away(hands: Hands, folder: Path) -> None:
    put(folder / "d.yaml", lines(1, deck="bad").replace("    points", "    pionts"))
    opened(hands)
    assert "1 file of drills cannot be read." in hands.seen()
    hands.button("Show what is wrong").click()
    hands.settle()
    assert "pionts" in hands.seen()
    assert "Small talk" in hands.seen()


def test_files_that_change_while_one_looks_keep_ones_place(hands: Hands, folder: Path) -> None:
    at_first_line(hands)
    hands.press(RIGHT, ENTER)
    put(folder / "a.yaml", lines(3).replace("Answer one to 2.", "A better answer."))
    hands.context.library_changed.emit()
    hands.settle()
    assert "“A better answer.”" in hands.seen()
    (folder / "a.yaml").unlink()
    hands.context.library_changed.emit()
    hands.settle()
    assert row() == "More talk"
    assert "better answer" not in hands.seen()


def test_without_any_file_the_page_says_what_will_be_here(hands: Hands, folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    opened(hands)
    assert "Files of drills from your scenario folders will stand here." in hands.seen()
    hands.press(ENTER, BACK)
    assert paths.own_scenarios().is_dir()


def test_in_a_small_window_the_list_or_the_card_shows(hands: Hands) -> None:
    hands.shell.resize(800, 600)
    page = opened(hands)
    assert page.files.isVisible()
    hands.press(ENTER)
    assert not page.files.isVisible()
    assert "In it: racist language; mockery." in hands.seen()
    hands.press(ENTER)
    hands.button("Choose another").click()
    hands.settle()
    assert page.files.isVisible()
    assert row() == "Small talk"
    hands.press(ENTER)
    hands.shell.resize(1280, 800)
    hands.settle()
    assert page.files.isVisible()
    assert "“Loud words 1.”" in hands.seen()


def test_it_scrolls_no_further_than_to_its_end(hands: Hands, folder: Path) -> None:
    put(folder / "a.yaml", lines(1).replace(" for 1.", f" for 1. {'It goes on for long. ' * 12}"))
    hands.shell.resize(1280, 600)
    page = at_first_line(hands)
    hands.press(ENTER, Key.Key_End)
    hands.stage.settle(0.05)
    scroller = page._columns._right
    assert scroller.bar.value() == scroller.bar.maximum() > 0
    origin = page.pane._origin
    below = origin.mapTo(scroller, origin.rect().bottomLeft()).y()
    assert scroller.height() - 40 < below <= scroller.height()


def test_the_search_finds_a_line_by_its_words_and_does_not_quote_it(hands: Hands) -> None:
    hands.press(Key.Key_K, ctrl=True)
    hands.write("loud words 4")
    sheet = hands.sheet()
    model = sheet._model  # type: ignore[attr-defined]
    assert [(one.words, one.beside) for one in model.found] == [
        ("Colleague 4, to the table.", "Reply drill · More talk")
    ]
    hands.press(ENTER)
    assert hands.shell.page().name == "drills"
    assert "In it: racist language; mockery." in hands.seen()
    hands.press(ENTER)
    assert "“Loud words 4.”" in hands.seen()


def test_the_search_finds_the_page_a_file_and_a_card(hands: Hands) -> None:
    for sought, words in (
        ("reply drills", "Reply drills"),
        ("small talk lunch", "Small talk"),
        ("five leaders", "Name five leaders."),
    ):
        hands.press(Key.Key_K, ctrl=True)
        hands.write(sought)
        assert hands.sheet()._model.found[0].words == words  # type: ignore[attr-defined]
        hands.press(ENTER)
        assert hands.shell.page().name == "drills"
    assert "Name five leaders." in hands.seen()
