"""Which screen the room sees: two of them, one that is pulled, and only one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.scenes import Stage, all_scenes
from tests.ui import sweep
from tests.workshop.room import Clock, made_of, walk_to
from trainer.settings import Settings
from trainer.ui.workshop.awake import Awake
from trainer.ui.workshop.bridge import Bridge
from trainer.ui.workshop.keys import Pressed, Wish
from trainer.ui.workshop.projector import hands_said, paper
from trainer.ui.workshop.projector.projection import Projection
from trainer.ui.workshop.projector.sheets import OneScreenSheet, ScreensSheet
from trainer.workshop import asking
from trainer.workshop.state import Phase
from trainer.workshop.telling.coming import coming
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from trainer.ui.workshop.projector.window import ProjectorWindow

SCREENS = {
    "synchronousWindowSystemEvents": True,
    "screens": [
        {"name": name, "x": x, "y": 0, "width": width, "height": height,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x, width, height in (("Laptop", 0, 1280, 800), ("HDMI-1", 1280, 1024, 768))
    ],
}  # fmt: skip


def test_two_screens_swapped_pulled_and_plugged_in_again(tmp_path: Path) -> None:
    config = tmp_path / "screens.json"
    config.write_text(json.dumps(SCREENS))
    home = tmp_path / "home"
    run = subprocess.run(
        [sys.executable, "-m", "tests.ui.workshop.two_screens"],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "UPSTANDER_HOME": str(home),
        },
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    said: dict[str, Any] = dict(json.loads(line) for line in run.stdout.splitlines())
    # The console's screen is never taken, whichever of the two comes first.
    assert said["started"] == [["HDMI-1", True], "Laptop", "HDMI-1, 1024 × 768"]
    assert said["remembered"] == "HDMI-1|1024x768|"
    assert said["pressed"] == ["next", "blank"]
    assert said["after-esc"] == ["HDMI-1", True]
    assert said["swapped"] == [["Laptop", True], "HDMI-1"]
    assert said["back"] == [["HDMI-1", True], "Laptop"]
    window, where, notices = said["pulled"]
    assert (window, where) == (None, "")
    assert "HDMI-1, 1024 × 768" in notices[0]
    assert said["plugged"] == [["HDMI-1", True], ["The room’s screen is back."]]
    names = {name: text.split(": ")[1] for name, text in said["numbers"]}
    assert names == {"HDMI-1": "HDMI-1, 1024 × 768", "Laptop": "Laptop, 1280 × 800"}
    # Neutral: its title shows in the list of windows that a call can share.
    assert said["window"] == ["Workshop", False]
    assert said["closed"] == [None, 0]


class One:
    """A console on the only screen."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.console = stage.shell
        self.bridge = Bridge(Workshop(made_of(), None, Clock()))
        self.shown = Projection(stage.context, self.bridge, self.console)
        self.shown.start()
        stage.app.processEvents()

    def sheet(self) -> OneScreenSheet:
        found = self.stage.top()
        assert isinstance(found, OneScreenSheet)
        return found


@pytest.fixture
def one(stage: Stage) -> Iterator[One]:
    made = One(stage)
    yield made
    made.shown.close()
    made.bridge.close()


def test_with_one_screen_enter_shows_the_room_nothing_private(one: One) -> None:
    assert one.shown.window is None
    QTest.keyClick(one.sheet(), Qt.Key.Key_Return)
    window = one.shown.window
    assert window is not None
    assert window.isFullScreen()
    assert one.shown.is_only
    # Phones are told: a pause would not be seen on the console.
    assert one.bridge.state.covered
    # What a clicker sends by turns brings up no notes; only the key that was said before does.
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_Escape):
        QTest.keyClick(window, key)
    assert window.isVisible()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_C, both)
    assert window.isHidden()
    assert not one.bridge.state.covered
    one.shown.to_console()
    assert window.isVisible()


def to_the_room(one: One, segment: str) -> ProjectorWindow:
    """Have the room see the only screen, at a segment."""
    QTest.keyClick(one.sheet(), Qt.Key.Key_Return)
    window = one.shown.window
    assert window is not None
    one.bridge.workshop.do("begin")
    walk_to(one.bridge.workshop, segment)
    if segment == "train":
        while one.bridge.state.at.phase is not Phase.ASK:
            one.bridge.workshop.do("next")
    one.bridge._look()
    one.stage.settle(0.05)
    return window


def press(window: ProjectorWindow, *typed: str | Qt.Key) -> None:
    """Press keys where the keyboard is: in a field, or on the page."""
    for each in typed:
        for key in each if isinstance(each, str) else (each,):
            field = next((one for one in window.hands.fields if one.hasFocus()), window)
            if isinstance(key, str):
                QTest.keyClicks(field, key)
            else:
                QTest.keyClick(field, key)


def counted(one: One) -> dict[str, dict[str, int]]:
    """Give the hands of each question, by answer."""
    ballots = one.bridge.state.ballots.items()
    return {key: dict(passes[-1].hands) for key, passes in ballots if passes[-1].hands}


def test_on_the_only_screen_hands_are_counted_where_the_room_looks(one: One) -> None:
    window = to_the_room(one, "before")
    strip = window.hands
    assert strip.isVisible()
    assert "press H" in strip.words
    assert not strip.has_keyboard
    press(window, Qt.Key.Key_H)
    assert "1 of 5" in strip.words
    assert [field.number for field in strip.fields] == [0, 1, 2, 3, 4, 5]
    assert strip.fields[3].font().pixelSize() >= paper.LEAST * paper.unit(window.size()) - 1
    assert strip.geometry().top() >= max(
        said.geometry().bottom() for said in window.page._said if said.isVisible()
    )
    # One after the other, each with Enter or Tab; what is left empty counts nobody.
    press(window, Qt.Key.Key_Return, Qt.Key.Key_Tab, "7", Qt.Key.Key_Return)
    assert strip.fields[3].hasFocus()
    # Whoever knows how types the number of an answer, and how many.
    press(window, "3 14 5 20", Qt.Key.Key_Return)
    assert "2 of 5" in strip.words
    assert strip.fields[0].hasFocus()
    assert {field.text() for field in strip.fields} == {""}
    press(window, "9 3")
    assert "no answer 9" in strip.words
    press(window, Qt.Key.Key_Backspace, "0 2", Qt.Key.Key_Return)
    sure = counted(one)
    assert sure == {"sure/notice": {"2": 7, "3": 14, "5": 20}, "sure/problem": {"0": 2}}
    press(window, Qt.Key.Key_Backtab, "4", Qt.Key.Key_Escape)
    assert strip.isVisible()
    assert not strip.has_keyboard
    assert "45 hands are counted" in strip.words
    assert counted(one)["sure/problem"] == {"0": 4}


def test_a_clicker_goes_on_while_hands_are_typed_and_what_stands_there_counts(one: One) -> None:
    window = to_the_room(one, "train")
    asked: list[Pressed] = []
    one.shown.pressed.connect(asked.append)
    question = asking.questions(one.bridge.workshop.making, one.bridge.state.at)[0]
    ids = [option.id for option in question.options]
    press(window, "2 14, 3 5", Qt.Key.Key_PageDown)
    assert asked == [Pressed(Wish.NEXT)]
    assert counted(one) == {question.id: {ids[1]: 14, ids[2]: 5}}
    # Two numbers of one hand each are an answer and its count, wherever one begins.
    press(window, "2 3 4 5", Qt.Key.Key_V)
    assert asked[1:] == [Pressed(Wish.VOTE)]
    assert counted(one) == {question.id: {ids[1]: 3, ids[2]: 5, ids[3]: 5}}
    press(window, Qt.Key.Key_Escape)
    one.bridge.workshop.do("close")
    one.bridge._look()
    assert not window.hands.isVisible()
    # Too late: what was to be hands neither goes on nor counts, and it is said why.
    asked.clear()
    QTest.keyClicks(window, "2 30")
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert not asked
    assert window.hands.isVisible()
    assert window.hands.words == "The vote is closed: V opens it"
    one.bridge.workshop.do("open")
    one.bridge._look()
    assert "press H" in window.hands.words
    assert {field.text() for field in window.hands.fields} == {""}


def test_where_nobody_was_counted_it_says_what_going_on_does_before_it_does(one: One) -> None:
    window = to_the_room(one, "train")
    workshop = one.bridge.workshop
    said = []
    for _step in range(3):
        said.append(window.hands.words if window.hands.isVisible() else "")
        why = coming(workshop.making, workshop.state).why
        workshop.do("next")
        one.bridge._look()
    assert "Page Down closes the vote" in said[0]
    # Before it plays, the console says why, too.
    assert why.startswith("Nobody has been counted.")
    assert "Page Down goes on without a count" in said[1]
    assert "Page Down plays answer 1" in said[2]
    assert not window.hands.isVisible()
    assert workshop.state.at.phase is Phase.FEEDBACK
    workshop.do("back")
    assert "answer 2;" in hands_said.waiting(workshop.making, workshop.state, window._seen())
    # Also to somebody who has just been told that the vote is closed.
    one.bridge._look()
    workshop.do("back")
    one.bridge._look()
    QTest.keyClick(window, Qt.Key.Key_H)
    assert window.hands.words == "The vote is closed: V opens it"
    workshop.do("next")
    one.bridge._look()
    assert "Page Down plays answer 2" in window.hands.words
    workshop.do("back")
    # With somebody counted, what comes is what most chose: nothing to say.
    workshop.do("open")
    question = asking.questions(workshop.making, workshop.state.at)[0]
    workshop.do("hands", question=question.id, answer=question.options[0].id, count=1)
    workshop.do("close")
    one.bridge._look()
    assert not window.hands.isVisible()


def test_after_the_vote_a_digit_alone_plays_and_more_of_them_are_hands(one: One) -> None:
    QTest.keyClick(one.sheet(), Qt.Key.Key_Return)
    window, workshop = one.shown.window, one.bridge.workshop
    assert window is not None
    asked: list[Pressed] = []
    one.shown.pressed.connect(asked.append)
    workshop.do("begin")
    walk_to(workshop, "train")
    while workshop.state.at.phase is not Phase.ASK:
        workshop.do("next")
    workshop.do("close")
    QTest.keyClicks(window, "2 30")
    assert not asked
    window._typing.stop()
    QTest.keyClick(window, Qt.Key.Key_2)
    window._let_go()
    assert asked == [Pressed(Wish.ANSWER, 2)]
    QTest.keyClick(window, Qt.Key.Key_3)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert asked[1:] == [Pressed(Wish.ANSWER, 3), Pressed(Wish.NEXT)]


def test_to_rehearse_both_stand_side_by_side(one: One) -> None:
    one.sheet().answered.emit(False)
    one.sheet().accept()
    window = one.shown.window
    assert window is not None
    assert not window.isFullScreen()
    assert not window.geometry().intersects(one.console.geometry())


def test_a_screen_is_chosen_by_its_name_or_a_window_instead(one: One) -> None:
    one.sheet().reject()
    one.stage.app.processEvents()
    one.shown.choose()
    sheet = one.stage.top()
    assert isinstance(sheet, ScreensSheet)
    tiles = [tile.accessibleName() for tile in sheet._tiles.buttons()]
    assert len(tiles) == 2
    assert one.console.screen().name() in tiles[0]
    sheet._tiles.buttons()[1].click()
    sheet._dark.click()
    sheet._use()
    window = one.shown.window
    assert window is not None
    assert window.dark
    assert not window.isFullScreen()


@pytest.mark.parametrize("promised", [True, False])
def test_the_computer_stays_awake_from_hold_to_release(
    promised: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # With this the library says yes in place of a system; here none listens.
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes" if promised else "")
    awake = Awake()
    for _time in range(2):
        assert awake.hold() is promised
        assert awake.hold() is promised
        awake.release()
        awake.release()
        assert not awake.is_held


SHEETS = ("projector-one-screen", "projector-which-screen")


@pytest.mark.parametrize("scene", SHEETS)
def test_what_is_asked_about_screens_is_named_and_whole(qapp: QApplication, scene: str) -> None:
    with Stage(Settings(keep=True, text_size=200), (800, 600)) as stage:
        stage.shell.show()
        all_scenes()[scene](stage)
        stage.settle()
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []
        assert sweep.cut_at_rest(stage) == []


def test_over_answers_that_fill_the_page_the_fields_stand_only_while_hands_are_typed(
    one: One,
) -> None:
    window = to_the_room(one, "train")
    window.resize(800, 450)
    assert window.hands.isVisible()
    assert not window.page.is_full
    # Answers as long as hardly anybody writes them; every one who is asked gets this question.
    asked = one.bridge.workshop.making.asked
    for key, question in asked.items():
        long = (replace(each, text=f"{each.text} " * 5) for each in question.options)
        asked[key] = replace(question, options=tuple(long))
    one.bridge.workshop.do("timer", seconds=90)
    one.bridge._look()
    one.stage.settle(0.05)
    assert not window.hands.isVisible()
    press(window, Qt.Key.Key_H)
    assert window.hands.isVisible()
    assert window.page.is_full
    press(window, "3", Qt.Key.Key_Escape)
    assert not window.hands.isVisible()
    assert next(iter(counted(one).values()))
