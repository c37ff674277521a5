"""What goes is gone at once, from the layout and from view; what comes shows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.taking_out import empty, put_instead, take_out

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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
