"""What pages are made of: what goes and comes in a layout, a line that turns, a sheet."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from trainer.help import words
from trainer.ui import dates, scenario_words, theme
from trainer.ui.authoring.key_table import KeyTable
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.taking_out import empty, put_instead, take_out

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_language_of_which_the_system_knows_no_name_has_ours() -> None:
    """Whoever reads “hmn” does not find their language."""
    names = {code: scenario_words.language_name(code) for code in words.LANGUAGES}
    assert names["hmn"] == "Hmong"
    assert names["vi"] == "Tiếng Việt"
    assert [name for code, name in names.items() if name == code] == []
    assert scenario_words.language_name("qaa") == "qaa"


class Page(QWidget):
    """Three labels, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.labels = [QLabel(words, self) for words in ("one", "two", "three")]
        for label in self.labels:
            self.column.addWidget(label)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_taken_out_is_neither_counted_nor_seen(page: Page) -> None:
    one, _two, three = page.labels
    take_out(page.column, one, None, three)
    assert page.column.count() == 1
    assert [label.isVisible() for label in page.labels] == [False, True, False]


def test_an_emptied_layout_keeps_no_room_either(page: Page) -> None:
    page.column.addStretch()
    empty(page.column)
    assert page.column.count() == 0
    assert not any(label.isVisible() for label in page.labels)


def test_what_comes_stands_in_the_same_place_and_shows(page: Page) -> None:
    new = put_instead(page.column, page.labels[1], QLabel("new", page))
    assert page.column.indexOf(new) == 1
    assert new.isVisible()
    assert not page.labels[1].isVisible()


def test_a_label_says_what_its_field_is_called(page: Page) -> None:
    field = QLineEdit(page)
    field.setAccessibleName("Your name")
    add_labelled(page.column, field)
    label = next(one for one in page.findChildren(QLabel) if one.text() == "Your name")
    assert label.buddy() is field
    assert page.column.indexOf(label) == page.column.indexOf(field) - 1


def test_one_answer_of_a_sheet_goes_no_further_and_one_does_it(qtbot: QtBot) -> None:
    done: list[str] = []
    for answer in ("cancel", "go"):
        sheet = Sheet(None, "Delete it?")
        qtbot.addWidget(sheet)
        sheet.end_with("Delete", partial(done.append, answer))
        sheet.open()
        getattr(sheet, answer).click()
        assert sheet.isVisible() is (answer == "go"), "what is done closes it by itself"
        sheet.close()
    assert done == ["go"]


def test_a_line_turns_into_a_column_and_back(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    line = QHBoxLayout(page)
    theme.turn(line, beside=False)
    assert line.direction() is QHBoxLayout.Direction.TopToBottom
    theme.turn(line, beside=True)
    assert line.direction() is QHBoxLayout.Direction.LeftToRight


def test_the_other_enter_and_the_digits_beside_the_letters_do_the_same(qapp: QApplication) -> None:
    table = KeyTable({"Ctrl+Return": partial(str, "enter"), "Ctrl+1": partial(str, "one")})
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier
    for key, does in ((Qt.Key.Key_Enter, "enter"), (Qt.Key.Key_1, "one")):
        act = table.act_of(QKeyEvent(QEvent.Type.KeyPress, key, held))
        assert act is not None
        assert act() == does
    assert table.act_of(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, held)) is None


def test_a_moment_at_the_ends_of_time_is_said_as_it_is() -> None:
    west, east = (timezone(timedelta(hours=hours)) for hours in (-23, 23))
    for when in (datetime.max.replace(tzinfo=west), datetime.min.replace(tzinfo=east)):
        assert str(when.year) in dates.moment(when)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_either_enter_presses_and_with_ctrl_it_is_the_pages(qtbot: QtBot, key: Qt.Key) -> None:
    button = QuietButton("Go on")
    qtbot.addWidget(button)
    button.show()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert len(pressed) == 1
    QTest.keyClick(button, key, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 1
