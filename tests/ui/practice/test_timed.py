"""Timed practice: the clock runs only while it is asked for and somebody can decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tests.ui.practice.hands import Key
from trainer.practice.snapshot import Phase
from trainer.ui.practice.timer_bar import TimerBar

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from tests.ui.practice.hands import Hands


class Clock:
    """Stands in for the system's clock, in milliseconds; it is moved by hand."""

    def __init__(self) -> None:
        self.now = self._started = 0

    def start(self) -> None:
        self._started = self.now

    def elapsed(self) -> int:
        return self.now - self._started


def test_time_that_passed_before_a_pause_has_passed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr("trainer.ui.practice.timer_bar.QElapsedTimer", lambda: clock)
    holder = QWidget()
    qtbot.addWidget(holder)
    bar = TimerBar(holder)
    over: list[bool] = []
    bar.ran_out.connect(lambda: over.append(True))
    bar.start(40)
    clock.now = 30_000
    bar.pause()
    clock.now = 500_000
    bar.toggle()
    clock.now += 9_900
    bar._ticked()
    assert over == []
    assert bar.is_running
    clock.now += 100
    bar._ticked()
    assert over == [True]
    assert not bar.is_running
    bar.toggle()
    assert not bar.is_running


def test_turning_it_off_stops_it_at_once(hands: Hands) -> None:
    hands.context.change(timed=True)
    hands.begin()
    assert hands.practice._timer.is_running
    hands.context.change(timed=False)
    assert not hands.practice._timer.is_running
    assert not hands.practice._timer.isVisible()


def test_it_does_not_run_while_the_feedback_shows(hands: Hands) -> None:
    hands.context.change(timed=True)
    hands.begin()
    hands.press(Key.Key_1)
    assert hands.phase is Phase.FEEDBACK
    assert not hands.practice._timer.is_running
    assert not hands.practice._timer.isVisible()


def test_after_coming_back_it_waits_to_be_asked(hands: Hands) -> None:
    hands.context.change(timed=True)
    hands.begin()
    hands.context.leave_quickly()
    hands.shell.come_back()
    hands.settle()
    assert hands.practice._timer.isVisible()
    assert not hands.practice._timer.is_running
    hands.button("Run on").click()
    assert hands.practice._timer.is_running


def test_it_is_held_while_a_full_disk_is_told(hands: Hands) -> None:
    hands.context.change(timed=True)
    hands.begin()
    connection = hands.context.store._database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    hands.press(Key.Key_6)
    hands.practice._stage.own_words._box.set_text("x" * 20_000)
    hands.press(Key.Key_Return, ctrl=True)
    hands.press(Key.Key_Return, ctrl=True)
    assert "nothing is lost" in hands.seen()
    assert hands.phase is Phase.DECIDING
    assert not hands.practice._timer.is_running
    connection.execute("PRAGMA max_page_count = 100000")
