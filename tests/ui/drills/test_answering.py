"""Answering a line: in own words, by a reply, or by making it right; kept once one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.scenario.good_file import put
from tests.ui.drills.keys import BACK, ENTER, LEFT, RIGHT, at_first_line, everything, opened
from tests.ui.drills.sample import lines, without_repair
from tests.ui.practice.hands import Hands, Key
from trainer.drills.attempt import Side
from trainer.method.ds import D
from trainer.progress.deletion import deletion
from trainer.progress.store import Store
from trainer.ui.widgets.fields import CheckBox

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.ui.drills.page import DrillsPage

WORDS = "Leave Wen's soup alone."
COLUMNS = "kind, skill, family, variant, rating, words, ticked"


def kept(hands: Hands) -> list[tuple[Any, ...]]:
    with hands.context.store.reading() as connection:
        rows = connection.execute(f"SELECT {COLUMNS} FROM answer ORDER BY number").fetchall()
    return [tuple(row) for row in rows]


def write(hands: Hands, page: DrillsPage) -> None:
    page.pane.drill.box.edit.setFocus()
    hands.write(WORDS)
    hands.press(ENTER, ctrl=True)


def boxes(page: DrillsPage) -> list[CheckBox]:
    return [one for one in page.pane.answers.findChildren(CheckBox) if one.isVisible()]


def test_own_words_are_compared_rated_and_kept_and_the_next_line_shows(hands: Hands) -> None:
    page = at_first_line(hands)
    assert "It is kept on this computer once you go on." in hands.seen()
    write(hands, page)
    assert QApplication.focusWidget() is page.pane.answers.compare
    assert f"“{WORDS}”" in hands.seen()
    assert f"Your words: “{WORDS}”" in page.pane.answers.compare.accessibleDescription()
    hands.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Space)
    assert [box.isChecked() for box in boxes(page)] == [False, True]
    # Which D it was most like is the learner's to say: Delay is the fourth.
    hands.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Space)
    assert kept(hands) == []
    hands.press(Key.Key_3)
    assert kept(hands) == [("drill", D.DELAY, "work", "drill:small/line-1", 3, WORDS, "1")]
    assert "“Loud words 2.”" in hands.seen()
    assert WORDS not in everything(hands)


def test_a_reply_is_picked_by_its_words_alone(hands: Hands) -> None:
    page = at_first_line(hands)
    hands.press(Key.Key_2)
    assert "Answer one" not in everything(hands), "nothing is picked that does not show"
    hands.button("Pick a reply instead").click()
    hands.settle()
    seen = everything(hands)
    assert "“Answer one to 1.”" in seen
    assert "Deed two for 1." in seen
    assert "Does one" not in seen
    assert "Direct" not in seen
    hands.press(Key.Key_Down, ENTER)
    assert "You picked this." in hands.seen()
    assert "Which was it most like?" not in hands.seen()
    boxes(page)[0].click()
    hands.press(ENTER)
    assert kept(hands) == [("drill", D.DISTRACT, "work", "drill:small/line-1", None, "", "0")]
    assert "“Loud words 2.”" in hands.seen()


def test_a_digit_picks_and_words_written_later_count_instead(hands: Hands) -> None:
    page = at_first_line(hands)
    hands.button("Pick a reply instead").click()
    hands.press(Key.Key_3)
    assert "“Answer three to 1.”" in page.pane.answers.compare.accessibleDescription()
    hands.press(BACK)
    write(hands, page)
    assert "You picked" not in hands.seen()
    hands.press(Key.Key_1)
    assert kept(hands) == [("drill", "", "work", "drill:small/line-1", 1, WORDS, "")]


def test_a_reply_that_is_picked_counts_instead_of_words_that_were_begun(hands: Hands) -> None:
    page = at_first_line(hands)
    page.pane.drill.box.set_text(WORDS)
    hands.button("Pick a reply instead").click()
    hands.press(Key.Key_1)
    assert "You picked" in hands.seen()
    assert WORDS not in everything(hands)
    hands.press(ENTER, LEFT)
    assert kept(hands) == [("drill", D.DIRECT, "work", "drill:small/line-1", None, "", "")]
    # What is kept is done with: the line is there to be answered anew.
    assert page.pane.drill.box.text() == ""
    hands.press(ENTER)
    assert "You picked" not in hands.seen()


def test_who_only_looks_leaves_nothing_and_who_answered_in_mind_may_say_so(hands: Hands) -> None:
    at_first_line(hands)
    hands.press(ENTER, ENTER, ENTER, RIGHT)
    assert kept(hands) == []
    hands.press(ENTER, Key.Key_4)
    assert kept(hands) == [("drill", "", "work", "drill:small/line-3", 4, "", "")]


def test_making_it_right_is_a_drill_of_its_own(hands: Hands) -> None:
    page = at_first_line(hands)
    hands.press(ENTER)
    hands.button("Make it right").click()
    hands.settle()
    assert "It was you who said this. What do you say now?" in hands.seen()
    assert "I said it 1." not in everything(hands)
    assert "Pick a reply instead" not in hands.seen()
    hands.write(WORDS)
    hands.press(ENTER, ctrl=True)
    for words in ("I said it 1.", "It hurt 1.", "From now 1.", "“Only a joke 1.”"):
        assert words in hands.seen()
    assert "Answer one" not in everything(hands)
    assert boxes(page)[0].text() == "It says what I said."
    boxes(page)[2].click()
    hands.press(Key.Key_2)
    assert kept(hands) == [("drill", "", "work", "repair:small/line-1", 2, WORDS, "2")]
    # Every line is met as one that somebody else says.
    assert "It was you who said this." not in hands.seen()
    hands.button("What if I had said this?").click()
    hands.settle()
    page.next()
    hands.settle()
    assert "“Loud words 3.”" in hands.seen()
    assert "What would you say?" in hands.seen()
    hands.button("What if I had said this?").click()
    hands.settle()
    hands.context.library_changed.emit()
    hands.settle()
    assert "It was you who said this." in hands.seen(), "the same line stays as it was"
    hands.button("Somebody else said it").click()
    hands.settle()
    assert "What would you say?" in hands.seen()


def test_who_is_meant_is_not_asked_what_if_they_had_said_it(hands: Hands, folder: Path) -> None:
    aimed = lines(2).replace("to the table.", "to you.\n    to_you: true", 1)
    assert_other_side_of_the_second_alone(hands, folder, aimed)


def test_where_nobody_wrote_how_to_make_it_right_nothing_of_it_shows(
    hands: Hands, folder: Path
) -> None:
    assert_other_side_of_the_second_alone(hands, folder, without_repair(lines(2)))


def assert_other_side_of_the_second_alone(hands: Hands, folder: Path, text: str) -> None:
    put(folder / "a.yaml", text)
    hands.context.library_changed.emit()
    page = at_first_line(hands)
    side = ("What if I had said this?", "If it was you who said it")
    assert side[0] not in hands.seen()
    page.meet(Side.REPAIR)
    assert "What would you say?" in hands.seen()
    hands.press(ENTER)
    assert "Answer one" in everything(hands)
    assert side[1] not in hands.seen()
    hands.press(RIGHT)
    assert side[0] in hands.seen()
    hands.press(ENTER)
    assert side[1] in hands.seen()


def test_leaving_the_page_or_the_line_loses_nothing(hands: Hands) -> None:
    page = at_first_line(hands)
    page.pane.drill.box.edit.setFocus()
    hands.write(WORDS)
    hands.press(ENTER, ctrl=True)
    boxes(page)[1].click()
    hands.context.change(soften=True)
    hands.settle()
    assert [box.isChecked() for box in boxes(page)] == [False, True]
    hands.press(RIGHT)
    assert page.pane.drill.box.text() == ""
    hands.open("home")
    hands.context.go_back()
    hands.settle()
    hands.press(LEFT)
    assert page.pane.drill.box.text() == WORDS
    hands.context.leave_quickly()
    hands.shell.come_back()
    hands.settle()
    assert page.pane.drill.box.text() == WORDS
    assert kept(hands) == []
    # From the other side nothing is written, and this side waits.
    hands.button("What if I had said this?").click()
    assert page.pane.drill.box.text() == ""
    hands.button("Somebody else said it").click()
    assert page.pane.drill.box.text() == WORDS


def test_what_cannot_be_kept_is_said_and_stays(hands: Hands) -> None:
    page = at_first_line(hands)
    write(hands, page)
    there = hands.context.store.path
    assert there is not None
    away = there.rename(there.with_name("away"))
    hands.press(Key.Key_3)
    hands.button("Close", hands.sheet()).click()
    hands.settle()
    assert f"“{WORDS}”" in hands.seen()
    away.rename(there)
    hands.press(ENTER)
    assert [row[4:6] for row in kept(hands)] == [(None, WORDS)]


def test_where_nothing_is_kept_nothing_reaches_the_disk(hands: Hands, home: Path) -> None:
    hands.context.use_store(Store.in_memory(), keeps=False)
    page = at_first_line(hands)
    assert "it is gone when you close the window" in hands.seen()
    write(hands, page)
    hands.press(Key.Key_3)
    assert [row[5] for row in kept(hands)] == [WORDS]
    hands.context.save_settings()
    for path in home.rglob("*"):
        assert not path.is_file() or b"soup" not in path.read_bytes()


def test_after_the_last_line_it_is_kept_and_the_files_show(hands: Hands) -> None:
    page = opened(hands, file="small")
    hands.press(ENTER, RIGHT, RIGHT)
    write(hands, page)
    hands.button("Keep it, choose another")
    hands.press(ENTER)
    assert [row[3] for row in kept(hands)] == ["drill:small/line-3"]
    assert "Someone says something. What do you say?" in hands.seen()


@pytest.mark.parametrize("key", [Key.Key_0, Key.Key_5, Key.Key_9])
def test_other_digits_do_nothing(hands: Hands, key: Key) -> None:
    at_first_line(hands)
    hands.press(key, ENTER, key)
    assert "“Answer one to 1.”" in hands.seen()
    assert kept(hands) == []


def test_what_one_said_before_is_looked_at_and_deleted_from_the_backups_too(
    hands: Hands, home: Path
) -> None:
    page = at_first_line(hands)
    write(hands, page)
    hands.press(Key.Key_3)
    hands.context.store.backup()
    hands.press(LEFT)
    assert WORDS not in everything(hands), "what was said before is no help before answering"
    hands.press(ENTER)
    assert "What you said before" in hands.seen()
    assert f"“{WORDS}”" in hands.seen()
    page.pane.answers.earlier._rows[0].delete.click()
    hands.settle()
    assert WORDS in hands.seen(hands.sheet())
    hands.button("Delete", hands.sheet()).click()
    hands.settle()
    assert "What you said before" not in hands.seen()
    assert [(row[4], row[5]) for row in kept(hands)] == [(3, "")]
    hands.context.store.close()
    assert deletion.traces(home, "soup") == []


def test_what_was_said_from_the_other_side_stays_there(hands: Hands) -> None:
    page = at_first_line(hands)
    write(hands, page)
    hands.press(ENTER, LEFT, ENTER)
    hands.button("Make it right").click()
    hands.settle()
    hands.press(ENTER, ctrl=True)
    assert WORDS not in everything(hands)


def test_ones_own_words_stay_in_view_beside_the_replies(hands: Hands) -> None:
    page = at_first_line(hands)
    hands.shell.resize(1280, 480)
    write(hands, page)
    hands.settle()
    bar = page._columns._right.bar
    compare = page.pane.answers.compare
    assert not compare.own().visibleRegion().isEmpty()
    assert page.held.isHidden()
    bar.setValue(bar.maximum())
    hands.settle()
    assert compare.own().visibleRegion().isEmpty(), "else it could not fail"
    assert f"“{WORDS}”" in hands.seen(page.held)
    # What would take the room of the replies is not held.
    page.pane.drill.box.set_text("Word by word. " * 80)
    hands.context.change(soften=True)
    hands.settle()
    bar.setValue(bar.maximum())
    assert page.held.isHidden()
    hands.press(Key.Key_1)
    hands.press(ENTER)
    bar.setValue(bar.maximum())
    assert page.held.isHidden(), "nothing was said to this line"
