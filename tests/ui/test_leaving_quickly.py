"""While the neutral page shows, nothing of what is behind it comes through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QToolTip, QWidget

from tests.scenes import Stage
from trainer import paths
from trainer import settings as settings_file
from trainer.errors import UpstanderError
from trainer.ui.widgets.bars.leave_button import LeaveButton
from trainer.ui.window import leave_quickly

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def press(stage: Stage, key: Qt.Key, keys: Qt.KeyboardModifier | None = None) -> None:
    held = Qt.KeyboardModifier.NoModifier if keys is None else keys
    QTest.keyClick(QApplication.focusWidget() or stage.shell, key, held)
    stage.settle(0.02)


def sheets() -> list[QDialog]:
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, QDialog) and one.isVisible()]


def seen(root: QWidget) -> list[str]:
    """Kinds of the widgets in view that can hold words."""
    shown = [one for one in root.findChildren(QWidget) if one.isVisible()]
    return [type(one).__name__ for one in shown if one.accessibleName() or hasattr(one, "text")]


def test_only_the_page_to_write_on_is_in_view(stage: Stage) -> None:
    stage.context.leave_quickly()
    stage.settle(0.02)
    assert seen(stage.shell) == ["QPlainTextEdit"]
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_the_way_back_is_told_before_and_never_after(stage: Stage) -> None:
    button = next(one for one in stage.shell.findChildren(LeaveButton) if one.isVisible())
    assert "Ctrl Shift Space" in button.accessibleDescription()
    stage.shell.activateWindow()
    stage.shell.page().setFocus()
    stage.settle(0.02)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    stage.settle(0.05)
    assert QToolTip.isVisible()
    assert "Ctrl Shift Space" in QToolTip.text()
    button.click()
    stage.settle(0.4)
    assert not QToolTip.isVisible()
    assert seen(stage.shell) == ["QPlainTextEdit"]


def test_the_title_stays_neutral_whatever_happens_behind(stage: Stage) -> None:
    stage.context.leave_quickly()
    neutral = leave_quickly.title("notes")
    stage.shell.page().title_changed.emit()
    stage.context.runs_changed.emit()
    stage.context.library_changed.emit()
    stage.context.open_page("settings")
    stage.context.change(palette="dark")
    stage.settle(0.05)
    assert stage.shell.windowTitle() == neutral
    assert stage.shell.is_left()


@pytest.mark.parametrize(
    ("key", "keys"),
    [(Qt.Key.Key_K, CTRL), (Qt.Key.Key_F1, None), (Qt.Key.Key_Escape, None)],
)
def test_no_key_opens_anything_over_it(
    stage: Stage, key: Qt.Key, keys: Qt.KeyboardModifier | None
) -> None:
    stage.context.leave_quickly()
    press(stage, key, keys)
    press(stage, key, keys)
    assert sheets() == []
    assert stage.shell.is_left()


def test_whoever_closes_the_window_there_is_told_the_way_back_at_the_next_start(
    qapp: QApplication,
) -> None:
    with Stage() as before:
        before.shell.open_page("author-home")
        before.context.leave_quickly()
        before.shell.close()
    with Stage(settings_file.read(paths.settings())) as after:
        said: list[str] = []
        after.context.noticed.connect(lambda notice: said.append(notice.text))
        after.program.show()
        after.settle(0.3)
        assert after.shell.page().name == "home"
        assert said == ["From the page of notes, Ctrl Shift Space leads back here."]
        after.shell.close()
    with Stage(settings_file.read(paths.settings())) as third:
        third.context.noticed.connect(lambda notice: said.append(notice.text))
        third.program.show()
        third.settle(0.3)
    assert len(said) == 1


def test_an_error_waits_until_one_is_back(stage: Stage) -> None:
    stage.context.leave_quickly()
    stage.context.tell(UpstanderError("It rains."))
    stage.context.tell(UpstanderError("It snows."))
    stage.context.notice("The run is deleted.")
    stage.settle(0.02)
    assert sheets() == []
    assert seen(stage.shell) == ["QPlainTextEdit"]
    press(stage, Qt.Key.Key_Space, CTRL_SHIFT)
    said = [one.windowTitle() for one in sheets()]
    assert sorted(said) == ["It rains.", "It snows."]
    for one in sheets():
        one.reject()
    stage.context.leave_quickly()
    stage.shell.come_back()
    assert sheets() == []


def test_coming_back_does_not_leave_again_with_one_esc(stage: Stage) -> None:
    press(stage, Qt.Key.Key_Escape)
    press(stage, Qt.Key.Key_Escape)
    assert stage.shell.is_left()
    press(stage, Qt.Key.Key_Space, CTRL_SHIFT)
    press(stage, Qt.Key.Key_Escape)
    assert not stage.shell.is_left()


@pytest.mark.parametrize("place", ["own words", "search", "past runs", "debrief", "first start"])
def test_esc_twice_leaves_from_wherever_the_keyboard_is(stage: Stage, place: str) -> None:
    card = stage.context.library.cards()[0]
    match place:
        case "own words":
            stage.shell.open_page("debrief", run=stage.play(card.id, 20))
            stage.shell.page().findChildren(QPlainTextEdit)[0].setFocus()
        case "search":
            stage.shell.open_page("home")
            press(stage, Qt.Key.Key_K, CTRL)
        case "past runs":
            stage.play(card.id, 1)
            stage.shell.open_page("past-runs")
        case "debrief":
            stage.shell.open_page("debrief", run=stage.play(card.id, 20))
        case _:
            stage.shell.open_page("first-start")
    stage.settle(0.05)
    press(stage, Qt.Key.Key_Escape)
    if QApplication.activeWindow() is not stage.shell:
        stage.shell.activateWindow()
        QTest.qWaitForWindowActive(stage.shell)
    press(stage, Qt.Key.Key_Escape)
    assert stage.shell.is_left()
