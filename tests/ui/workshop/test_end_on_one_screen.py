"""The end of a workshop where the room sees the only screen: how it comes, and who sees what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.scenes import Stage
from tests.scenes.console_scenes import led
from trainer.settings import Settings
from trainer.ui.workshop import leading
from trainer.ui.workshop.projector.sheets import OneScreenSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from trainer.ui.workshop.projector.projection import Projection
    from trainer.ui.workshop.projector.window import ProjectorWindow

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(Settings(keep=True, motion="reduced", palette="light")) as made:
        made.shell.show()
        yield made
        leading.let_go(made.context)


def on_one_screen(stage: Stage) -> tuple[Projection, ProjectorWindow]:
    """Have the room see the only screen there is."""
    now = leading.now(stage.context)
    assert now is not None
    shown = now.project(stage.context, stage.shell)
    shown.start()
    stage.app.processEvents()
    sheet = stage.top()
    assert isinstance(sheet, OneScreenSheet)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert shown.window is not None
    return shown, shown.window


def said(stage: Stage) -> str:
    notice = stage.shell.notices._notice
    return "" if notice is None else notice.text


def test_the_room_hears_how_to_end_and_the_way_there_and_back(stage: Stage) -> None:
    page, workshop = led(stage, "close")
    shown, window = on_one_screen(stage)
    notes = page.body.middle.notes.reading
    while True:
        at = workshop.state.at
        QTest.keyClick(window, Qt.Key.Key_PageDown)
        if workshop.state.at == at:
            break
        assert not window.hands.isVisible()
    # The console cannot ask where it is covered: where to go for that is said instead.
    assert window.hands.isVisible()
    assert "Ctrl Shift C brings up the console: end the workshop there." in window.hands.words
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert notes.accessibleName() == "Notes (only you see this)"
    QTest.keyClick(window, Qt.Key.Key_C, BOTH)
    assert notes.accessibleName() == "Notes (the room sees them, too)"
    assert page.body.middle.notes._heading.text() == notes.accessibleName()
    shown.to_console()
    assert notes.accessibleName() == "Notes (only you see this)"
    shown.to_console()
    page.around._end()
    assert stage.shell.page().name == "workshop-after"
    assert said(stage).startswith("The room sees this page now.")
    stage.shell.notices.act()
    assert window.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert "The workshop has ended. Ctrl Shift C" in window.hands.words
    QTest.keyClick(window, Qt.Key.Key_C, BOTH)
    assert window.isHidden()
    assert said(stage).endswith("until you close it.")
    stage.shell.notices.act()
    assert leading.now(stage.context) is None


def test_on_a_screen_of_its_own_the_forward_key_asks_on_the_console(stage: Stage) -> None:
    page, _workshop = led(stage, "close")
    now = leading.now(stage.context)
    assert now is not None
    shown = now.project(stage.context, stage.shell)
    shown.show_as_window()
    assert shown.window is not None
    shown.window.activateWindow()
    assert QTest.qWaitForWindowActive(shown.window)
    QTest.keyClick(shown.window, Qt.Key.Key_PageDown)
    assert page.around._ending is not None
    assert not shown.window.hands.isVisible()
    page.around._end()
    assert said(stage) == "The room still sees the thank-you and where there is help."


def test_without_a_screen_it_does_not_say_that_the_room_sees_something(stage: Stage) -> None:
    page, _workshop = led(stage, "close")
    page.around._end()
    assert said(stage) == "No screen shows the room anything now."
    stage.shell.notices.act()
    page, _workshop = led(stage, "close")
    now = leading.now(stage.context)
    assert now is not None
    now.open_room("127.0.0.1")
    page.around._end()
    assert said(stage) == "Phones still see the thank-you and where there is help."
