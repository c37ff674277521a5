"""The console in the real window, over a real workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.scenes.console_scenes import led
from trainer.workshop.beats import BeatKind

if TYPE_CHECKING:
    from tests.scenes import Stage


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def test_a_clicker_alone_leads_through_the_whole_plan(stage: Stage) -> None:
    page, workshop = led(stage)
    for _step in range(400):
        before = workshop.state
        press(Qt.Key.Key_PageDown)
        # Some clickers send these two by turns: nothing may come of them.
        press(Qt.Key.Key_F5)
        press(Qt.Key.Key_Escape)
        if workshop.state is before:
            break
    assert workshop.making.beat(workshop.state.at).kind is BeatKind.CLOSE
    assert workshop.state.ended is None
    assert not stage.shell.is_left()
    assert stage.shell.page() is page
