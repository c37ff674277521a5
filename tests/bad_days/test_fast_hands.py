"""Many keys at once, held keys, and clicks where nothing is: no crash, no second decision."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.bad_days import days
from tests.ui.practice.hands import SMALL_BUS, Hands, Key
from trainer.practice.snapshot import Phase
from trainer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANIMATED = Settings(keep=True, motion="full", palette="light")


@pytest.fixture(params=["full", pytest.param("reduced", marks=pytest.mark.soak)])
def hands(qapp: QApplication, home: Path, request: pytest.FixtureRequest) -> Iterator[Hands]:
    days.own_scenario()
    with days.window(ANIMATED.but(motion=request.param)) as hands:
        yield hands


def hold(hands: Hands, key: Key, times: int = 30) -> None:
    """Hold a key down: one press, then repeats, then the release."""
    target: QWidget = hands.focus()
    text = "\r" if key is Key.Key_Return else chr(key) if 32 <= key < 127 else ""
    for number in range(times):
        event = QKeyEvent(
            QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, number > 0
        )
        QCoreApplication.sendEvent(QApplication.focusWidget() or target, event)
        if number % 7 == 0:
            QCoreApplication.processEvents()
    QTest.keyRelease(QApplication.focusWidget() or target, key)
    hands.settle()


def decisions(hands: Hands) -> list[str | None]:
    run = hands.context.store.run(hands.session.run_id)
    return [one.decided.choice for one in run.decisions]


def test_holding_enter_reads_one_scene(hands: Hands) -> None:
    hands.open("practice", scenario=SMALL_BUS, again=True)
    hold(hands, Key.Key_Return)
    assert hands.session.scene.id == "aboard"
    hold(hands, Key.Key_Return)
    assert hands.session.scene.id == "grey-stops"
    hold(hands, Key.Key_Return)
    hold(hands, Key.Key_Return)
    # Enter goes to the first card, and then makes that choice, once.
    assert hands.session.phase is Phase.FEEDBACK
    assert len(decisions(hands)) == 1


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_5, Key.Key_9])
def test_holding_a_digit_chooses_once(hands: Hands, key: Key) -> None:
    hands.begin()
    hold(hands, key)
    assert len(hands.session.decisions) == (key is not Key.Key_9)
    assert hands.phase is (Phase.DECIDING if key is Key.Key_9 else Phase.FEEDBACK)


def test_two_digits_at_once_choose_the_first(hands: Hands) -> None:
    hands.begin()
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_1):
        QTest.keyClick(hands.focus(), key)
    hands.settle()
    assert decisions(hands) == ["ask-the-way"]


def test_a_digit_while_the_feedback_shows_chooses_nothing(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_1, Key.Key_1, Key.Key_2, Key.Key_6)
    assert hands.phase is Phase.FEEDBACK
    assert decisions(hands) == ["ask-the-way"]


def test_two_clicks_on_a_card_and_on_going_on(hands: Hands) -> None:
    hands.begin()
    card = hands.practice._stage.choices.cards()[0]
    QTest.mouseDClick(card, Qt.MouseButton.LeftButton)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    hands.settle()
    assert decisions(hands) == ["ask-the-way"]
    on = hands.button("Go on")
    QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    hands.settle()
    assert len(hands.session.decisions) == 1
    assert hands.session.last is not None


def test_escape_twice_over_a_sheet_leaves_quickly(hands: Hands) -> None:
    hands.begin()
    hands.shell.open_search()
    hands.settle()
    hands.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    hands.press(Key.Key_Escape)
    assert hands.shell.is_left()
    for key in (Key.Key_1, Key.Key_Return, Key.Key_Backspace, Key.Key_Escape, Key.Key_Escape):
        hands.press(key)
    assert hands.shell.is_left()
    assert hands.phase is Phase.DECIDING


def test_holding_backspace_goes_back_to_the_start_and_no_further(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_1, Key.Key_Return)
    for _step in range(12):
        hands.press(Key.Key_Backspace)
    assert hands.session.scene.id == "aboard"
    assert hands.session.steps == ()


KEYS = (
    Key.Key_Return, Key.Key_1, Key.Key_2, Key.Key_6, Key.Key_9, Key.Key_Backspace, Key.Key_Escape,
    Key.Key_Tab, Key.Key_Backtab, Key.Key_Down, Key.Key_Up, Key.Key_Space, Key.Key_F1, Key.Key_A,
    Key.Key_PageDown, Key.Key_End, Key.Key_Plus, Key.Key_Minus, Key.Key_0, Key.Key_Delete,
)  # fmt: skip
WITH_CTRL = (Key.Key_K, Key.Key_Plus, Key.Key_Minus, Key.Key_0, Key.Key_Z, Key.Key_Return)


def hammer(hands: Hands, chance: random.Random, times: int) -> None:
    """Press and click anything anywhere, faster than anything settles."""
    for number in range(times):
        target = hands.focus()
        match chance.randrange(8):
            case 0:
                QTest.keyClick(
                    target, chance.choice(WITH_CTRL), Qt.KeyboardModifier.ControlModifier
                )
            case 1:
                top = QApplication.activeModalWidget() or hands.shell
                at = QPoint(chance.randrange(top.width()), chance.randrange(top.height()))
                under = top.childAt(at) or top
                QTest.mouseClick(
                    under, Qt.MouseButton.LeftButton, pos=under.mapFrom(top, at)
                )  # fmt: skip
            case 2:
                hands.shell.resize(chance.choice((480, 800, 1280)), chance.choice((400, 600, 900)))
            case _:
                QTest.keyClick(target, chance.choice(KEYS))
        if number % 3 == 0:
            QCoreApplication.processEvents()
        if hands.shell.is_left() and chance.random() < 0.5:
            hands.shell.come_back()


def dull(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what would leave the window: other programs, and dialogs of the system."""
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QFileDialog

    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: "")


def hammered(hands: Hands, monkeypatch: pytest.MonkeyPatch, seed: int, times: int) -> None:
    dull(hands, monkeypatch)
    chance = random.Random(seed)
    hands.open("practice", scenario=SMALL_BUS, again=True)
    hammer(hands, chance, times)
    hands.settle()
    for run in hands.context.store.runs():
        detail = hands.context.store.run(run.run)
        place = hands.context.store.place(run.run)
        holding = [one.decided.choice for one in detail.decisions if one.holds]
        if not run.is_replay:
            assert holding == [step.choice for step in place.steps if step.is_decision]


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.soak
def test_anything_pressed_anywhere(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hammered(hands, monkeypatch, 1, 400)


@pytest.mark.soak
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_anything_pressed_anywhere_for_long(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, short: bool
) -> None:
    for seed in range(2 if short else 30):
        hammered(hands, monkeypatch, 100 + seed, 600)
