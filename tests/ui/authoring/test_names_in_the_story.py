"""A name that was changed where people are listed, and still stands in the words of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from tests.scenes import Stage
from tests.scenes.outline_scenes import outlined_file
from tests.until import until
from trainer.ui.authoring.finding.sheet import FindSheet
from trainer.ui.authoring.frame.places import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.ui.authoring.page import AuthorPage
    from trainer.ui.authoring.tables.cast import PersonPart

STORY = """\
format: scenario/1
id: train
title: Train
cast:
  vo: {name: Mrs. Vo, role: targeted}
  man: {name: A man, role: harming}
start: aboard
scenes:
  aboard:
    text: Mrs. Vo reads. Her voice is low. Vo votes.
    next: off
  off:
    text: Mrs. Vo gets off.
    ending: {outcome: mixed, view: Somebody sat down.}
"""


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[AuthorPage]:
    with Stage() as stage:
        shown = outlined_file(stage, tmp_path / "train.yaml", STORY)
        shown.outline.about()
        stage.settle(0.02)
        yield shown


def person(page: AuthorPage) -> PersonPart:
    part = page.about.cast.people.shown[0]
    part.fold.open()
    return part


def sheet() -> FindSheet:
    until(lambda: isinstance(QApplication.activeModalWidget(), FindSheet))
    found = QApplication.activeModalWidget()
    assert isinstance(found, FindSheet)
    return found


def text_of(page: AuthorPage) -> str:
    assert page.bench.document is not None
    return page.bench.document.text


def test_the_old_name_is_offered_with_a_look_and_nothing_is_done_by_itself(
    page: AuthorPage,
) -> None:
    part = person(page)
    offer = part.old_name
    assert offer is not None
    assert offer.isHidden()
    page.bench.write_at(("cast", "vo", "name"))
    field = page.window().focusWidget()
    QTest.keyClick(field, Qt.Key.Key_End)
    for _each in range(2):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "Haddad")
    until(offer.isVisible)
    assert "“Vo” still stands in 4 places" in offer.said.text()
    assert "The title" not in offer.said.text()
    assert text_of(page) == STORY.replace("name: Mrs. Vo", "name: Mrs. Haddad")
    offer.look.click()
    found = sheet()
    assert (found.fields.sought.text(), found.fields.instead.text()) == ("Vo", "Haddad")
    assert (found.fields.words.isChecked(), found.fields.case.isChecked()) == (True, True)
    until(found.replace.isEnabled)
    assert found.replace.text() == "Replace at 4 places"
    found.replace.click()
    until(offer.isHidden)
    assert "  haddad: {name: Mrs. Haddad" in text_of(page)
    assert "Haddad reads. Her voice is low. Haddad votes" in text_of(page)
    page.undo()
    until(offer.isVisible)
    with page.bench.step("title") as step:
        assert page.bench.document is not None
        step.put(page.bench.document, ("title",), "The train of Mrs. Vo")
    until(lambda: "The title has it, too" in offer.said.text())
    page.undo()
    offer.leave.click()
    assert offer.isHidden()
    page.undo()
    assert text_of(page) == STORY


def test_a_place_is_shown_in_its_field_and_the_search_is_there_again_as_it_was(
    page: AuthorPage,
) -> None:
    page.find_everywhere()
    found = sheet()
    QTest.keyClicks(found.fields.sought, "Vo")
    assert found.fields.words.isChecked()  # It is somebody's name.
    until(lambda: found.places.count() == 4)
    assert (found.replace.text(), found.replace.isEnabled()) == ("Replace", False)
    found.places.setCurrentRow(1)
    QTest.keyClick(found.places, Qt.Key.Key_Space)
    found.places.setCurrentRow(2)
    QTest.keyClick(found.places, Qt.Key.Key_Return)
    field = page.window().focusWidget()
    assert isinstance(field, QTextEdit | QPlainTextEdit)
    assert page.form.isAncestorOf(field)
    cursor = field.textCursor()
    assert (cursor.selectedText(), cursor.position()) == (
        "Vo",
        len("Mrs. Vo reads. Her voice is low. Vo"),
    )
    assert page.frame.view is not View.TEXT
    page.find_everywhere()
    again = sheet()
    assert again is not found
    until(lambda: again.places.count() == 4)
    assert (again.fields.sought.text(), again.places.currentRow()) == ("Vo", 2)
    assert len(again.places.chosen()) == 3
    again.reject()


def test_words_that_somebody_chose_to_find_everywhere_stay_so(page: AuthorPage) -> None:
    page.find_everywhere()
    found = sheet()
    found.fields.words.click()
    found.fields.words.click()
    QTest.keyClicks(found.fields.sought, "vo")
    assert not found.fields.words.isChecked()
    until(lambda: found.places.count() == 6)
    found.fields.out.setChecked(True)
    until(found.replace.isEnabled)
    assert found.replace.text() == "Take out at 6 places"
    found.fields.instead.setText("x")
    assert not found.fields.out.isEnabled()
    found.reject()


def test_what_was_looked_for_in_one_file_is_not_offered_in_another(
    page: AuthorPage, tmp_path: Path
) -> None:
    page.find_everywhere()
    found = sheet()
    QTest.keyClicks(found.fields.sought, "Vo")
    QTest.keyClicks(found.fields.instead, "Haddad")
    found.reject()
    other = tmp_path / "other.yaml"
    other.write_text(STORY.replace("id: train", "id: other"), "utf-8")
    page.open(path=other)
    page.find_everywhere()
    assert (sheet().fields.sought.text(), sheet().fields.instead.text()) == ("", "")
    sheet().reject()


def test_after_replacing_one_stays_in_the_view_that_one_has_chosen(page: AuthorPage) -> None:
    page.window().activateWindow()
    page._show_text()
    until(page.text.editor.hasFocus)
    page.frame.tabs.setCurrentIndex(0)
    QApplication.processEvents()
    view = page.frame.view
    assert view is not View.TEXT
    page.find_everywhere()
    found = sheet()
    QTest.keyClicks(found.fields.sought, "Vo")
    QTest.keyClicks(found.fields.instead, "Haddad")
    until(found.replace.isEnabled)
    found.replace.click()
    until(lambda: "Haddad" in text_of(page))
    QApplication.processEvents()
    assert page.frame.view is view
    page.undo()
    QApplication.processEvents()
    assert (page.frame.view, text_of(page)) == (view, STORY)
