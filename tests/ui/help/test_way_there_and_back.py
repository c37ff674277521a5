"""One key from anywhere to where help is, and back to exactly where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.scenes import Stage
from tests.ui.help.conftest import card
from tests.ui.practice.hands import Hands, Key
from trainer import paths
from trainer import settings as settings_file
from trainer.help.looking import Wish
from trainer.ui import pages
from trainer.ui.find import FindSheet
from trainer.ui.help.page import HelpPage
from trainer.ui.keys_help import KeysSheet
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.settings import Settings

    Opened = Callable[..., HelpPage]

BACK = "Back to the scenario"


@pytest.mark.parametrize("page", sorted({name for name, _words, _icon in pages.RAIL} - {"help"}))
@pytest.mark.soak
def test_from_every_page_of_the_rail(hands: Hands, page: str) -> None:
    hands.open(page)
    hands.press(Key.Key_F2)
    assert hands.shell.page().name == "help"
    assert "Back" not in hands.seen()
    hands.press(Key.Key_Backspace)
    assert hands.shell.page().name == "help"


def test_from_a_decision_and_back_to_it(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_Down, Key.Key_Down)
    place, focus = hands.session.snapshot(), QApplication.focusWidget()
    session = hands.session
    hands.press(Key.Key_F2)
    assert hands.shell.page().name == "help"
    assert hands.context.store.unfinished()[0].run == session.run_id
    button = hands.button(BACK)
    button.setFocus()
    hands.press(Key.Key_Return)
    assert hands.shell.page().name == "practice"
    assert hands.session is session
    assert hands.session.snapshot() == place
    assert QApplication.focusWidget() is focus


def test_through_a_page_of_the_method_and_all_the_way_back(hands: Hands) -> None:
    hands.begin()
    place = hands.session.snapshot()
    hands.press(Key.Key_F2)
    link = hands.button("What a hate crime is, and is not")
    link.setFocus()
    hands.press(Key.Key_Return)
    assert hands.shell.page().name == "method"
    assert "hate crime" in hands.shell.page().title()
    hands.button("Back to Get help").click()
    hands.settle()
    assert QApplication.focusWidget() is link
    hands.button(BACK).click()
    hands.settle()
    assert hands.session.snapshot() == place


def test_own_words_that_were_begun_stand_there_afterwards(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_6)
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    hands.write("Is this seat")
    hands.press(Key.Key_F2, Key.Key_Tab, Key.Key_Backspace)
    assert QApplication.focusWidget() is box
    assert box.toPlainText() == "Is this seat"
    hands.write(" free?")
    assert box.toPlainText() == "Is this seat free?"


def test_the_clock_waits(hands: Hands) -> None:
    hands.context.change(timed=True)
    hands.begin()
    hands.press(Key.Key_F2)
    assert hands.shell.page().name == "help"
    hands.press(Key.Key_Backspace)
    assert hands.practice._timer.isVisible()
    assert not hands.practice._timer.is_running


def test_from_the_debrief_a_service_of_the_scenario(hands: Hands) -> None:
    hands.play_to_the_end()
    hands.press(Key.Key_Return)
    assert hands.shell.page().name == "debrief"
    name = hands.button("Stop AAPI Hate")
    name.setFocus()
    hands.press(Key.Key_Return)
    page = hands.shell.page()
    assert isinstance(page, HelpPage)
    one = card(page, "stop-aapi-hate")
    assert one.is_open()
    assert QApplication.focusWidget() is one.head
    hands.button("Back to the debrief").click()
    hands.settle()
    assert hands.shell.page().name == "debrief"
    assert QApplication.focusWidget() is name


def test_a_service_that_is_not_there_any_more_is_said(hands: Hands, opened: Opened) -> None:
    opened(entry="gone")
    assert "This service is not in your directory any more." in hands.seen()


def test_at_the_first_start_help_comes_before_any_question(hands: Hands) -> None:
    hands.context.delete_everything()
    hands.settle()
    assert hands.shell.page().name == "first-start"
    hands.press(Key.Key_F2)
    assert hands.shell.page().name == "help"
    hands.button("Back").click()
    assert hands.shell.page().name == "first-start"


def test_help_that_is_open_stays_as_it_is(hands: Hands, opened: Opened) -> None:
    page = opened(Wish("us-ca-sf"))
    hands.press(Key.Key_Down, Key.Key_Return)
    focus = QApplication.focusWidget()
    hands.press(Key.Key_F2)
    assert QApplication.focusWidget() is focus
    assert page.results.cards()[1].is_open()


def test_nothing_comes_over_the_neutral_page(hands: Hands) -> None:
    hands.begin()
    hands.context.leave_quickly()
    hands.press(Key.Key_F2)
    assert hands.shell.is_left()
    hands.shell.come_back()
    assert hands.shell.page().name == "practice"


def test_f1_lists_the_key_and_the_way_back(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_F2, Key.Key_F1)
    sheet = hands.sheet()
    assert isinstance(sheet, KeysSheet)
    said = " ".join(words.text() for words in sheet.findChildren(Words))
    assert "see where to get help; from a scenario there is a way back" in said
    assert "go back to where you were" in said
    sheet.close()


@pytest.mark.parametrize(
    ("typed", "key"), [("womankind", "womankind"), ("company oakland", "oakland-chinatown")]
)
def test_the_search_finds_services_and_opens_the_page_there(
    hands: Hands, typed: str, key: str
) -> None:
    hands.context.wish = Wish("us-ca-sf")
    hands.stage.settle(0.05)
    hands.press(Key.Key_K, ctrl=True)
    sheet = hands.sheet()
    assert isinstance(sheet, FindSheet)
    hands.settle()
    field = sheet.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    hands.settle()
    page = hands.shell.page()
    assert isinstance(page, HelpPage)
    first = page.results.cards()[0]
    assert first.listed.entry.key.startswith(key)
    assert first.is_open()
    assert hands.context.wish == Wish("us-ca-sf")


def test_what_is_typed_before_the_services_are_read_finds_them_too(hands: Hands) -> None:
    hands.shell.open_search()
    sheet = hands.sheet()
    field = sheet.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "womankind")
    hands.settle()
    QTest.keyClick(field, Qt.Key.Key_Return)
    hands.settle()
    assert hands.shell.page().name == "help"


# What is remembered


def kept() -> Settings:
    return settings_file.read(paths.settings())


def choose_place(hands: Hands, page: HelpPage, key: str) -> None:
    page.filters.place.choose(key)
    page.filters.place.chosen.emit(key)
    hands.settle()


def test_the_filters_stay_while_the_window_is_open(hands: Hands, opened: Opened) -> None:
    page = opened()
    choose_place(hands, page, "us-ca-oakland")
    hands.button("Medical care").click()
    wish = hands.context.wish
    hands.open("home")
    hands.context.store_changed.emit()
    page = opened()
    assert hands.context.wish == wish
    assert page.filters.place.value() == "us-ca-oakland"
    assert hands.button("Medical care").isChecked()


def test_the_place_alone_is_chosen_again_at_the_next_start(hands: Hands, opened: Opened) -> None:
    page = opened()
    choose_place(hands, page, "us-ca-oakland")
    hands.button("Medical care").click()
    assert "Chosen again at the next start." in hands.seen()
    hands.shell.close()
    assert kept().help_place == "us-ca-oakland"
    text = paths.settings().read_text("utf-8")
    assert "medical" not in text
    hands.context.store.close()
    with Stage(kept()) as again:
        again.shell.show()
        again.shell.open_help()
        found = again.shell.page()
        assert isinstance(found, HelpPage)
        assert found.filters.place.value() == "us-ca-oakland"
        assert again.context.help.place("us-ca-oakland") is not None
        assert found._wish() == Wish("us-ca-oakland")


def test_a_place_that_is_gone_is_anywhere(hands: Hands, opened: Opened) -> None:
    hands.context.remember(help_place="atlantis")
    page = opened()
    assert page.filters.place.value() == ""
    assert len(page.results.cards()) > 20


def test_where_nothing_is_kept_the_place_goes_with_the_window(hands: Hands, opened: Opened) -> None:
    hands.context.keep(False)
    hands.settle()
    page = opened()
    choose_place(hands, page, "us-ca-oakland")
    assert "Forgotten when you close the window." in hands.seen()
    hands.shell.close()
    assert kept().help_place == ""
    assert "oakland" not in paths.settings().read_text("utf-8")


def test_who_keeps_nothing_from_now_on_leaves_no_place_behind(hands: Hands, opened: Opened) -> None:
    page = opened()
    choose_place(hands, page, "us-ca-oakland")
    hands.context.save_settings()
    assert kept().help_place == "us-ca-oakland"
    hands.context.keep(False)
    assert kept().help_place == ""


def test_deleting_everything_forgets_what_was_looked_for(hands: Hands, opened: Opened) -> None:
    page = opened()
    choose_place(hands, page, "us-ca-oakland")
    hands.context.delete_everything()
    assert hands.context.wish is None
    assert hands.context.settings.help_place == ""


def test_the_next_start_does_not_open_on_this_page(hands: Hands, opened: Opened) -> None:
    hands.open("settings")
    opened()
    hands.shell.close()
    assert kept().last_page == "settings"
