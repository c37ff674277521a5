"""The window around the pages: keys, leaving quickly, sizes, what it remembers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from tests.scenes import Stage
from tests.ui.looking import sheet
from trainer import paths
from trainer import settings as settings_file
from trainer.language import PSEUDO
from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.context import ESCAPE_WITHIN
from trainer.ui.find import FindSheet
from trainer.ui.keys_help import KeysSheet
from trainer.ui.starting import first_page
from trainer.ui.widgets.bars import notice_bar
from trainer.ui.widgets.words import Words
from trainer.ui.window import leave_quickly, window_place
from trainer.ui.window.leave_quickly import NeutralPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def press(
    stage: Stage, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY, on: QWidget | None = None
) -> None:
    QTest.keyClick(on or QApplication.focusWidget() or stage.shell, key, keys)
    stage.settle(0.02)


def test_esc_twice_turns_the_window_into_a_neutral_page(stage: Stage) -> None:
    title = stage.shell.windowTitle()
    press(stage, Qt.Key.Key_Escape)
    assert not stage.shell.is_left()
    press(stage, Qt.Key.Key_Escape)
    assert stage.shell.is_left()
    assert stage.shell.windowTitle() == leave_quickly.title("notes")
    assert stage.shell.windowIcon().isNull()
    shown = [one for one in stage.shell.findChildren(QWidget) if one.isVisible()]
    assert any(isinstance(one, NeutralPage) for one in shown)
    assert "Upstander" not in "".join(one.text() for one in shown if isinstance(one, Words))
    press(stage, Qt.Key.Key_Space, CTRL_SHIFT)
    assert not stage.shell.is_left()
    assert stage.shell.windowTitle() == title
    assert not stage.shell.windowIcon().isNull()


def test_two_escs_far_apart_do_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("trainer.ui.context.monotonic", lambda: now)
    press(stage, Qt.Key.Key_Escape)
    now += ESCAPE_WITHIN + 0.1
    press(stage, Qt.Key.Key_Escape)
    assert not stage.shell.is_left()


def test_the_button_leaves_at_once(stage: Stage) -> None:
    QTest.mouseClick(stage.shell.bar.leave, Qt.MouseButton.LeftButton)
    assert stage.shell.is_left()


def test_a_key_held_down_is_not_two(stage: Stage) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyPress(widget, Qt.Key.Key_Escape)
    for _repeat in range(5):
        QTest.simulateEvent(widget, True, Qt.Key.Key_Escape.value, NO_KEY, "\x1b", True)
    QTest.keyRelease(widget, Qt.Key.Key_Escape)
    assert not stage.shell.is_left()


@pytest.mark.parametrize("kind", [FindSheet, KeysSheet])
def test_esc_in_a_dialog_closes_it_and_counts(stage: Stage, kind: type[QDialog]) -> None:
    if kind is FindSheet:
        press(stage, Qt.Key.Key_K, CTRL)
    else:
        press(stage, Qt.Key.Key_F1)
    press(stage, Qt.Key.Key_Escape, on=sheet(kind))
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    assert not stage.shell.is_left()
    stage.shell.activateWindow()
    QTest.qWaitForWindowActive(stage.shell)
    press(stage, Qt.Key.Key_Escape, on=stage.shell)
    assert stage.shell.is_left()


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_K])
def test_who_opens_something_between_two_escs_closes_it_and_stays(
    stage: Stage, key: Qt.Key
) -> None:
    press(stage, Qt.Key.Key_Escape)
    press(stage, key, CTRL if key is Qt.Key.Key_K else NO_KEY)
    sheets = (KeysSheet, FindSheet)
    top = next((one for one in QApplication.topLevelWidgets() if isinstance(one, sheets)), None)
    press(stage, Qt.Key.Key_Escape, on=top)
    assert not stage.shell.is_left()
    stage.shell.activateWindow()
    QTest.qWaitForWindowActive(stage.shell)
    press(stage, Qt.Key.Key_Escape, on=stage.shell)
    assert stage.shell.is_left()  # These two are one after the other.


def test_leaving_closes_what_stands_over_the_window(stage: Stage) -> None:
    stage.shell.show_keys()
    stage.context.notice("Something was done.")
    stage.context.leave_quickly()
    stage.settle(0.02)
    assert not any(
        isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets()
    )
    stage.shell.come_back()
    assert not stage.shell.notices.isVisible()


@pytest.mark.parametrize("kind", [name for name, _words in leave_quickly.CHOICES])
def test_what_was_written_on_the_neutral_page_is_forgotten(stage: Stage, kind: str) -> None:
    stage.context.change(quick_page=kind)
    stage.context.leave_quickly()
    page = stage.shell.findChild(NeutralPage)
    assert page is not None
    before = page.edit.toPlainText()
    QTest.keyClicks(page.edit, "secret")
    assert page.edit.toPlainText() != before
    stage.shell.come_back()
    stage.context.leave_quickly()
    assert page.edit.toPlainText() == before


def test_the_search_finds_by_keyboard_alone(stage: Stage) -> None:
    card = stage.context.library.cards()[0]
    press(stage, Qt.Key.Key_K, CTRL)
    field = sheet(FindSheet).findChild(QLineEdit)
    assert field is not None
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, card.title.split()[-1])
    press(stage, Qt.Key.Key_Down, on=field)
    press(stage, Qt.Key.Key_Up, on=field)
    press(stage, Qt.Key.Key_Return, on=field)
    stage.settle(0.05)
    assert stage.shell.page().name == "practice"


@pytest.mark.parametrize(
    ("typed", "page"),
    [("past", "past-runs"), ("backups", "settings"), ("dark", "settings"), ("practice", "home")],
)
def test_the_search_finds_pages_and_settings(stage: Stage, typed: str, page: str) -> None:
    press(stage, Qt.Key.Key_K, CTRL)
    field = sheet(FindSheet).findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, typed)
    press(stage, Qt.Key.Key_Return, on=field)
    stage.settle(0.05)
    assert stage.shell.page().name == page


def test_a_search_that_finds_nothing_says_so(stage: Stage) -> None:
    press(stage, Qt.Key.Key_K, CTRL)
    opened = sheet(FindSheet)
    field = opened.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "xyzzy")
    said = [words.text() for words in opened.findChildren(Words)]
    assert any("Nothing" in text for text in said)
    press(stage, Qt.Key.Key_Return, on=field)
    assert opened.isVisible()


def test_ctrl_plus_and_minus_change_the_size_of_everything(stage: Stage) -> None:
    height = stage.shell.bar.leave.height()
    for _step in range(10):
        press(stage, Qt.Key.Key_Plus, CTRL)
    assert stage.context.settings.text_size == 200
    assert stage.shell.bar.leave.height() > height * 1.8
    assert theme.look().scale == 2
    for _step in range(10):
        press(stage, Qt.Key.Key_Minus, CTRL)
    assert stage.context.settings.text_size == 80
    press(stage, Qt.Key.Key_0, CTRL)
    assert stage.context.settings.text_size == 100
    assert settings_file.read(paths.settings()).text_size == 100


def test_f1_lists_the_keys_of_the_page_and_those_of_all_pages(stage: Stage) -> None:
    press(stage, Qt.Key.Key_F1)
    said = " ".join(words.text() for words in sheet(KeysSheet).findChildren(Words))
    for _key, act in stage.shell.page().key_help():
        assert act in said
    assert "leave quickly" in said


def test_what_was_done_stands_a_while_and_what_can_be_undone_until_it_is_closed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(notice_bar, "LASTS", 40)
    stage.shell.open_page("settings")
    notices = stage.shell.notices
    stage.context.notice("Saved.")
    assert notices.isVisible()
    qtbot.waitUntil(notices.isHidden)
    stage.context.notice("Saved.")
    notices._close.setFocus()
    stage.settle(0.12)
    assert notices.isVisible(), "not under the keyboard"
    stage.shell.page().setFocus()
    qtbot.waitUntil(notices.isHidden)
    for stays in (("The row was removed.", "Undo", stage.context.go_back), ("Not kept.",)):
        stage.context.notice("Saved.")
        stage.context.notice(*stays, stays=len(stays) == 1)
        stage.settle(0.12)
        assert notices.isVisible()
    stage.shell.open_page("home")
    assert notices.isHidden()


def test_what_a_notice_says_is_undone_with_one_key(stage: Stage) -> None:
    undone: list[str] = []

    def undo() -> None:
        undone.append("undone")

    stage.context.notice("The run was deleted.", "Undo", undo)
    assert stage.shell.notices.isVisible()
    press(stage, Qt.Key.Key_Z, CTRL)
    press(stage, Qt.Key.Key_Z, CTRL)
    assert undone == ["undone"]
    assert not stage.shell.notices.isVisible()
    stage.context.notice("The room is open still.", "Close the room", undo, leave="Leave it open")
    press(stage, Qt.Key.Key_Z, CTRL)
    assert undone == ["undone"], "what takes nothing back is no undoing"
    assert stage.shell.notices._close.text() == "Leave it open"
    stage.shell.notices._act.click()
    assert undone == ["undone", "undone"]
    stage.context.notice("The run was deleted.", "Undo", undo)
    assert stage.shell.notices._close.text() == "Close"


def test_tab_walks_the_whole_window_and_comes_round(stage: Stage) -> None:
    first = QApplication.focusWidget()
    met = []
    for _step in range(60):
        press(stage, Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
        if met[-1] is first:
            break
    assert met[-1] is first
    assert stage.shell.bar.leave in met
    assert all(button in met for button in stage.shell.rail.buttons)


def test_place_and_page_are_remembered(stage: Stage) -> None:
    stage.shell.open_page("settings")
    stage.shell.resize(700, 600)
    stage.shell.close()
    kept = settings_file.read(paths.settings())
    assert kept.last_page == "settings"
    assert kept.window
    stage.context.store.close()
    with Stage(kept) as again:
        again.shell.resize(10, 10)
        window_place.restore(again.shell, kept.window)
        assert (again.shell.width(), again.shell.height()) == (700, 600)
        assert first_page(again.context) == "settings"


@pytest.mark.parametrize(
    ("later", "page"),
    [
        (timedelta(hours=11), "progress"),
        (timedelta(hours=13), "home"),
        (timedelta(weeks=5), "home"),
        (-timedelta(hours=1), "home"),
    ],
)
def test_the_last_page_is_opened_again_only_soon_after(
    stage: Stage, later: timedelta, page: str
) -> None:
    stage.shell.open_page("progress")
    closed = stage.context.store.now()
    stage.shell.close()
    kept = settings_file.read(paths.settings())
    stage.context.store.close()
    with Stage(kept) as again:
        again.context.store._now = lambda: closed + later
        assert first_page(again.context) == page
        # A file can hold any number.
        again.context.settings = kept.but(last_at=-(10**400))
        assert first_page(again.context) == "home"


def test_the_last_page_is_not_remembered_when_nothing_is_kept(qapp: QApplication) -> None:
    with Stage(Settings(keep=False)) as made:
        made.shell.show()
        made.shell.open_page("settings")
        made.shell.close()
    kept = settings_file.read(paths.settings())
    assert (kept.last_page, kept.last_at) == ("", 0)


@pytest.mark.parametrize("window", ["", "no geometry", "AAAA", "é"])
def test_a_place_that_makes_no_sense_gives_the_usual_one(qapp: QApplication, window: str) -> None:
    with Stage(Settings(keep=True, window=window)) as made:
        window_place.restore(made.shell, window)
        assert (made.shell.width(), made.shell.height()) == (1280, 800)


def test_the_rail_moves_to_the_foot_where_the_window_is_narrow(stage: Stage) -> None:
    rail, bar = stage.shell.rail, stage.shell.bar
    assert rail.geometry().right() < bar.geometry().left()
    stage.shell.resize(800, 600)
    stage.settle(0.05)
    assert rail.geometry().top() > bar.geometry().bottom()
    assert rail.width() == stage.shell.width()


def test_enter_on_the_rail_opens_the_page(stage: Stage) -> None:
    button = next(one for one in stage.shell.rail.buttons if one.name == "learn")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert button.isChecked()


def test_only_pages_that_exist_are_on_the_rail(stage: Stage) -> None:
    for button in stage.shell.rail.buttons:
        stage.shell.open_page(button.name)
        assert stage.shell.page().name == button.name
        assert button.isChecked()


def test_the_language_changes_at_once(stage: Stage) -> None:
    stage.shell.open_page("settings")
    stage.context.change(language=PSEUDO)
    stage.settle(0.05)
    assert stage.shell.page().title() == "⟦Settings⟧"
    assert all(button.text().startswith("⟦") for button in stage.shell.rail.buttons)
    stage.context.change(language="en")
    stage.settle(0.05)
    assert stage.shell.page().title() == "Settings"
    stage.shell.rail.buttons[0].click()
    assert stage.shell.page().name == "home"


def test_a_setting_that_cannot_be_written_is_said_once(stage: Stage) -> None:
    said: list[str] = []
    stage.context.noticed.connect(lambda notice: said.append(notice.text))
    paths.settings().unlink()
    paths.settings().mkdir()
    (paths.settings() / "in-the-way").touch()
    stage.context.change(text_size=125)
    stage.context.change(text_size=150)
    assert theme.look().scale == 1.5
    assert len(said) == 1


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", [480, 640, 800])
def test_along_the_foot_every_page_of_the_rail_shows(stage: Stage, width: int, scale: int) -> None:
    stage.context.change(text_size=scale)
    stage.shell.resize(width, 600)
    stage.settle(0.05)
    rail = stage.shell.rail
    places = [button.geometry() for button in rail.buttons]
    assert all(rail.rect().contains(place) for place in places)
    assert all(not one.intersects(other) for one in places for other in places if one is not other)
    needed = [button.minimumSizeHint() for button in rail.buttons]
    assert all(
        place.width() >= size.width() and place.height() >= size.height()
        for place, size in zip(places, needed, strict=True)
    )
