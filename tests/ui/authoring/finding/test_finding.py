"""Find and replace: each place is looked at first, all of it is one step, no more is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.scenes import Stage, all_scenes
from tests.ui import sweep
from tests.ui.authoring.keeping.opened import Light, document, light
from tests.until import until
from trainer import paths
from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.authoring.finding.place_row import FOUND, WHERE
from trainer.ui.authoring.finding.sheet import FindSheet
from trainer.ui.authoring.finding.where import BESIDE, HERE, OWN
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.keeping.looking_sheet import LookingSheet
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.authoring.tables.pickers.sheet import PictureSheet

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
format: scenario/1
language: en
title: Coffee
cast:
  kim: {name: Kim, role: targeted}
scenes:
  the-bar:
    text: The coffee is cold. Coffee, says Mrs. Kim, is coffee.
    choices:
      - id: ask
        say: More coffee?
        next: coffee
  coffee:
    text: Decoffee.
    ending: {outcome: mixed}
"""


def lay(name: str, text: str) -> Path:
    path = paths.own_scenarios() / name / f"{name}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def sheet_of(page: AuthorPage | Light, where: str = HERE) -> FindSheet:
    """Open the sheet over a page, or over what a page has of it."""
    if isinstance(page, AuthorPage):
        page.finding.open(where)
    else:
        FindSheet(page.bench, page, where=where).open()
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, FindSheet)]
    made = next(one for one in found if one.isVisible())
    made.fields.sought.clear()
    made.fields.instead.clear()
    return made


def rows(sheet: FindSheet) -> list[str]:
    """What a screen reader says of each place."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(sheet.places.item(row).data(role)) for row in range(sheet.places.count())]


def test_places_are_looked_at_left_out_and_replaced_in_all_files_as_one_step(stage: Stage) -> None:
    one, other = lay("one", TEXT), lay("other", TEXT.replace("Coffee\n", "Tea\n"))
    stage.shell.show()
    stage.shell.open_page("author", path=one)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    bench = page.bench
    assert bench.document is not None
    with bench.step("typed", ("title",)) as step:  # What is not saved counts as it stands here.
        step.put(bench.document, ("title",), "Coffee at nine")
    sheet = sheet_of(page, OWN)
    sheet.fields.words.setChecked(True)
    QTest.keyClicks(sheet.fields.sought, "coffee")
    QTest.keyClicks(sheet.fields.instead, "tea")
    until(lambda: sheet.places.count() == 9 and sheet.replace.isEnabled())
    assert "9 places in 2 files" in sheet.said.text()
    found = rows(sheet)
    assert found[0].startswith("Coffee at nine · ")
    assert found[0].endswith(" · Title: [Coffee → Tea] at nine")
    assert "bar" in found[1]
    assert found[1].endswith("The [coffee → tea] is cold.")
    assert found[2].endswith("[Coffee → Tea], says Mrs. Kim, is coffee.")
    assert found[3].endswith("Coffee, says Mrs. Kim, is [coffee → tea].")
    QTest.keyClick(sheet.fields.sought, Qt.Key.Key_Return)
    assert sheet.focusWidget() is sheet.places
    QTest.keyClick(sheet.places, Qt.Key.Key_Down)
    QTest.keyClick(sheet.places, Qt.Key.Key_Space)
    assert sheet.replace.text() == "Replace at 8 places"
    sheet.replace.click()
    until(lambda: bench.desk.undoes is not None and "tea" in bench.desk.undoes.words)
    assert bench.document.data(("title",)) == "Tea at nine"
    said = bench.document.data(("scenes", "the-bar", "text"))
    assert said == "The coffee is cold. Tea, says Mrs. Kim, is tea."
    assert "next: coffee" in bench.document.text
    laid = bench.desk.documents[other]
    assert "The tea is cold." in laid.text
    assert other.read_text("utf-8") == TEXT.replace("Coffee\n", "Tea\n")
    bench.undo()
    assert laid.text == TEXT.replace("Coffee\n", "Tea\n")
    assert bench.document.data(("title",)) == "Coffee at nine"
    # A place is shown in its file, in its field; in the text if that is what shows.
    sheet = sheet_of(page, OWN)
    sheet.fields.sought.setText("Tea")
    until(lambda: sheet.places.count() == 1)
    QTest.keyClick(sheet.places, Qt.Key.Key_Return)
    assert bench.document.path == other
    field = page.window().focusWidget()
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.selectedText(), page.frame.view) == ("Tea", "Tea", View.MAP)
    page._show_text()
    page.find_everywhere()
    until(lambda: isinstance(QApplication.activeModalWidget(), FindSheet))
    again = QApplication.activeModalWidget()
    assert isinstance(again, FindSheet)
    assert again.fields.sought.text() == "Tea"
    until(lambda: again.places.count() == 1)
    again.show_.click()
    assert page.text.editor.textCursor().selectedText() == "Tea"
    assert page.window().focusWidget() is page.text.editor


def test_what_is_rarely_wanted_is_folded_away_and_then_does_not_count(qapp: QApplication) -> None:
    with light(lay("one", TEXT)) as page:
        sheet = sheet_of(page)
        fields = sheet.fields
        assert fields.more.isHidden()
        fields._more.click()
        assert fields.more.isVisible()
        fields.sought.setText("coffee")
        fields.everywhere.setChecked(True)
        until(lambda: sheet.places.count() == 7)
        assert (sheet.replace.text(), sheet.replace.isEnabled()) == ("Replace", False)
        fields.out.setChecked(True)
        until(sheet.replace.isEnabled)
        assert sheet.replace.text() == "Take out at 7 places"
        fields.pattern.setChecked(True)
        fields.sought.setText("c(.)f+")
        fields.instead.setText(r"\1")
        until(lambda: any("[coff → o]" in one for one in rows(sheet)))
        fields.sought.setText("c(")
        until(lambda: "This pattern cannot be used" in sheet.said.text())
        assert not sheet.replace.isEnabled()
        assert sheet.places.isHidden()
        fields._more.click()
        assert not fields.asked().pattern
        assert not fields.asked().everywhere
        until(lambda: sheet.said.text() == "Found nowhere.")
        sheet.reject()


def test_what_comes_along_is_found_and_never_touched(qapp: QApplication) -> None:
    shipped = paths.built_in_scenarios() / "morning-train" / "morning-train.yaml"
    with light(shipped) as page:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, LookingSheet):
                one.reject()
        before = document(page).text
        sheet = sheet_of(page, BESIDE)
        sheet.fields.sought.setText("rail")
        sheet.fields.instead.setText("pole")
        until(lambda: sheet.places.count() > 3 and sheet.replace.isEnabled())
        said: list[str] = []
        page.context.noticed.connect(lambda notice: said.append(notice.text))
        sheet.replace.click()
        until(lambda: bool(said))
        assert "it comes with Upstander" in said[-1]
        assert document(page).text == before
        assert page.bench.desk.undoes is None


def test_one_file_by_two_ways_is_one_and_a_click_leaves_a_place_out(qapp: QApplication) -> None:
    path = lay("one", TEXT)
    (path.parent / "again.yaml").symlink_to(path)
    with light(path) as page:
        sheet = sheet_of(page, BESIDE)
        sheet.fields.sought.setText("coffee")
        sheet.fields.out.setChecked(True)
        until(lambda: sheet.places.count() == 6 and sheet.replace.isEnabled())
        places = [sheet.places.item(row) for row in range(6)]
        assert {one.data(FOUND).document.path for one in places} == {path}
        assert str(places[0].data(WHERE)).startswith("Coffee · ")
        box = sheet.places.visualItemRect(places[1])
        for x, ticked in ((18, 5), (200, 5), (18, 6)):
            at = QPoint(x, box.top() + 18)
            button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(sheet.places.viewport(), button, plain, at)
            assert len(sheet.places.chosen()) == ticked
        sheet.none.click()
        assert not sheet.places.chosen()
        assert not sheet.replace.isEnabled()
        sheet.none.click()
        assert len(sheet.places.chosen()) == 6
        sheet.fields.instead.setText("tea")  # Not looked at yet: no tick lets it be done.
        sheet.none.click()
        sheet.none.click()
        assert not sheet.replace.isEnabled()
        until(sheet.replace.isEnabled)
        sheet.reject()


@pytest.mark.soak
def test_a_place_shows_in_the_smallest_window_with_the_largest_text(qapp: QApplication) -> None:
    with Stage(Settings(keep=True, text_size=200), (800, 600)) as stage:
        stage.shell.show()
        all_scenes()["author-find"](stage)
        stage.settle(0.05)
        sheet = stage.top()
        assert isinstance(sheet, FindSheet)
        rows = sheet.places
        first = rows.visualRect(rows.model().index(0, 0))
        seen = rows.viewport().visibleRegion().boundingRect().intersected(first)
        assert seen.height() >= theme.px(60)  # Where it is, and its sentence.
        fields = sheet.fields
        assert (fields.where.isVisible(), fields.words.isVisible()) == (False, False)
        fields._more.click()
        assert (fields.where.isVisible(), fields.words.isVisible()) == (True, True)
        assert sweep.names(sheet) == []
        pictures = PictureSheet(stage.context, stage.shell, "people", paths.own_scenarios())
        pictures.fit()
        assert pictures._pictures.height() < stage.shell.height() // 2
        pictures.close()
