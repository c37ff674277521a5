"""Keys of an evening: what is said of them, where they lead, and that none is swallowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.scenes import Stage
from tests.scenes.authoring_form_scenes import template
from tests.scenes.authoring_scenes import written
from tests.ui import sweep
from tests.ui.authoring.form.conftest import DOOR, STORY
from tests.ui.authoring.standing import ALT, CTRL, SHIFT, At
from trainer.settings import Settings
from trainer.ui.authoring.form.rows import Row
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.authoring.form.things.help_rows import PlacesRow
from trainer.ui.authoring.frame import many_tabs
from trainer.ui.authoring.frame.frame import PROBLEMS
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.keeping import panel as keeping
from trainer.ui.authoring.keeping.clash_sheet import ClashSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.ui.authoring.form.panel import FormPanel

Key = Qt.Key


@pytest.fixture
def at() -> Iterator[At]:
    with Stage(Settings(keep=True, motion="reduced"), (1280, 800)) as stage:
        stage.shell.show()
        stage.shell.activateWindow()
        stage.shell.open_page("author-home")
        QApplication.processEvents()
        page = written(stage, STORY, "clinic")
        stage.settle(0.05)
        yield At(stage, page)


def what_is_taken_back_is_said_and_shown(at: At) -> None:
    at.write_at(*DOOR)
    at.type("So ")
    at.press(Key.Key_Z, CTRL)
    said = "Taken back in “Door”: Write in “What happens”"
    assert at.told[-1] == said
    assert at.shows(said)
    at.press(Key.Key_Z, CTRL | SHIFT)
    assert at.told[-1] == "Done again in “Door”: Write in “What happens”"
    at.type("now ")
    assert not at.shows("Done again")
    at.bench.say("Somebody else has changed it.", firm=True)
    at.press(Key.Key_Z, CTRL)
    at.press(Key.Key_Z, CTRL)
    assert at.told[-1] == said
    for button in (at.page.bar.undo, at.page.bar.redo, at.page.bar.title):
        assert "<" not in sweep.described(button)
    assert not sweep.names(at.page.bar)


def from_the_problems_alone_one_stays_there_and_is_told(at: At) -> None:
    at.stage.shell.resize(800, 600)
    at.stage.settle(0.02)
    assert at.page.frame.narrow
    at.write_at("scenes", "seats")
    at.type("So ")
    at.write_at()
    with at.bench.step("taking somebody out", ()) as step:
        assert at.bench.document is not None
        step.put(at.bench.document, ("cast", "nurse"), None)
    at.page.frame.parts.setCurrentIndex(PROBLEMS)
    at.page.rounds.stand(at.page.problems)
    for said in ("Taken back: taking somebody out", "Taken back in “Seats”: Write"):
        at.press(Key.Key_Z, CTRL)
        at.stage.settle(0.02)
        assert at.told[-1].startswith(said)
        assert at.page.problems.isAncestorOf(at.hands.focus())
        at.press(Key.Key_X)
    assert at.bench.document.text == STORY
    assert at.bench.scene == "seats"
    at.stage.shell.resize(1280, 800)
    at.stage.settle(0.02)


def it_leaves_no_line_selected_that_a_letter_would_wipe(at: At) -> None:
    assert at.bench.document is not None
    for key, words in (("title", "The clinic"), ("summary", "One evening.")):
        with at.bench.step(key, (key,)) as step:
            step.put(at.bench.document, (key,), words)
    at.write_at("title")
    for held in (CTRL, CTRL | SHIFT):
        line = at.hands.focus()
        assert isinstance(line, QLineEdit)
        line.selectAll()
        at.press(Key.Key_Z, held)
        assert not line.hasSelectedText()
    at.type("x")
    assert "The clinic" in str(at.data("title"))
    while at.bench.desk.undoes is not None:
        at.press(Key.Key_Z, CTRL)
    assert at.bench.document.text == STORY


def many_tabs_tell_once_of_the_key_that_goes_on(at: At) -> None:
    told = "F6 goes to the next part of the page, Shift F6 to the one before."
    at.write_at(*DOOR)
    at.press(Key.Key_Right)
    for _each in range(4):
        at.press(Key.Key_Tab)
    assert told not in at.told
    at.press(Key.Key_Right, SHIFT)  # Somebody does something, and goes on.
    for _each in range(5):
        assert told not in at.told
        at.press(Key.Key_Tab)
    assert at.told.count(told) == 1
    assert at.shows(told)
    at.write_at("scenes", "seats")
    assert not at.shows(told)
    for _each in range(6):
        at.press(Key.Key_Tab, SHIFT)
    assert at.told.count(told) == 1


def in_which_scene_one_writes_shows_and_is_said(at: At) -> None:
    at.stage.context.change(text_size=150)
    at.stage.shell.resize(1280, 720)
    at.stage.settle(0.02)
    with at.bench.step("x", DOOR) as step:
        assert at.bench.document is not None
        long = "Somebody comes in, and looks round. " * 16
        step.put(at.bench.document, ("scenes", "seats", "text"), long)
    at.write_at(*DOOR, "check")
    at.stage.settle(0.05)
    panel = at.page.form
    assert panel.bar.value() > 0
    assert label_and_field_show(panel)
    at.press(Key.Key_PageDown, ALT)
    at.stage.settle(0.05)
    form = panel.form
    assert isinstance(form, SceneForm)
    assert form.text.stop().hasFocus()
    assert panel.bar.value() == 0
    assert form.name.heading.text() == "Scene: Seats"
    assert sweep.described(form.text.stop()).startswith("Scene: Seats")
    assert label_and_field_show(panel)
    for _each in range(8):
        at.press(Key.Key_Tab)
        assert label_and_field_show(panel)
    for row in (form.backdrop, form.text, form.notes):
        panel.bar.setValue(panel.bar.maximum())
        row.stop().setFocus()
        assert label_and_field_show(panel)
        form.way_on.setFocus()
    at.stage.context.change(text_size=100)
    at.stage.shell.resize(1280, 800)
    at.stage.settle(0.02)


def label_and_field_show(panel: FormPanel) -> bool:
    """Whether all of the field that has the focus is in view, and what it is called."""
    field = QApplication.focusWidget()
    row = field
    while row is not None and not isinstance(row, Row):
        row = row.parentWidget()
    if row is None or field is None:
        return True
    top = row.mapTo(panel.content, QPoint(0, 0)).y() - panel.bar.value()
    bottom = field.mapTo(panel.content, field.rect().bottomLeft()).y() - panel.bar.value()
    return top >= 0 and bottom < panel.viewport().height()


def one_begins_in_the_scenes_and_its_key_leads_back_there(at: At) -> None:
    assert at.page.map.view.hasFocus()
    at.press(Key.Key_2, CTRL)
    assert at.page.outline.tree.hasFocus()
    at.page.outline.about_button.setFocus()
    at.press(Key.Key_2, CTRL)
    assert at.page.outline.tree.hasFocus()
    at.press(Key.Key_3, CTRL)
    assert at.page.text.editor.hasFocus()
    at.press(Key.Key_1, CTRL)
    assert at.page.map.view.hasFocus()


def a_scene_is_found_and_renamed_from_the_form(at: At) -> None:
    at.page.stand_on_scenes(View.OUTLINE)
    at.write_at(*DOOR)
    form = at.page.form.form
    assert isinstance(form, SceneForm)
    at.page.rounds._last.pop(at.page.form, None)
    at.page.rounds.stand(at.page.form)
    assert form.text.stop().hasFocus()
    at.press(Key.Key_F, CTRL)
    assert at.page.outline.search.hasFocus()
    at.write_at(*DOOR, "choices", 0)
    at.press(Key.Key_F2)
    assert form.name.edit.hasFocus()
    at.press(Key.Key_Escape)
    assert form.text.stop().hasFocus()
    at.press(Key.Key_F2)
    at.type("Entrance")
    at.press(Key.Key_Return)
    assert at.bench.scene == "Entrance"
    assert form.text.stop().hasFocus()
    at.press(Key.Key_Z, CTRL)
    assert at.bench.scene == "door"
    assert at.told[-1] == "Taken back: Rename the scene “Door”"


def f2_leads_nowhere_out(at: At) -> None:
    at.page.problems.list.setFocus()
    at.page.stand_on_scenes(View.OUTLINE)
    at.write_at()
    assert at.bench.scene is None
    at.press(Key.Key_F2)
    assert at.stage.shell.page() is at.page
    assert at.bench.path == ("title",)
    at.press(Key.Key_F2)
    assert at.stage.shell.page() is at.page
    at.bench.select(DOOR)
    at.page.bar.more.setFocus(Qt.FocusReason.TabFocusReason)
    at.press(Key.Key_F2)
    form = at.page.form.form
    assert isinstance(form, SceneForm)
    assert form.name.edit.hasFocus()
    form.name.give_up()


def get_help_by_its_key_is_left_by_esc(at: At) -> None:
    at.page.stand_on_scenes(View.OUTLINE)
    tree = at.page.outline.tree
    at.stage.context._escaped = 0.0
    at.stage.shell.open_help()
    assert at.stage.shell.page().name == "help"
    at.stage.shell.escape()
    assert at.stage.shell.page() is at.page
    assert tree.hasFocus()
    at.stage.shell.open_help()
    at.stage.shell.escape()
    at.stage.shell.escape()
    assert at.stage.shell.is_left()
    at.stage.shell.come_back()
    at.stage.context.open_page("help")
    at.stage.context._escaped = 0.0
    at.stage.shell.escape()
    assert at.stage.shell.page().name == "help"
    at.stage.shell.go_back()


def test_an_evening_by_keys(at: At) -> None:
    one_begins_in_the_scenes_and_its_key_leads_back_there(at)
    a_scene_is_found_and_renamed_from_the_form(at)
    f2_leads_nowhere_out(at)
    get_help_by_its_key_is_left_by_esc(at)
    what_is_taken_back_is_said_and_shown(at)
    from_the_problems_alone_one_stays_there_and_is_told(at)
    it_leaves_no_line_selected_that_a_letter_would_wipe(at)
    in_which_scene_one_writes_shows_and_is_said(at)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(many_tabs, "MANY", 5)
        many_tabs_tell_once_of_the_key_that_goes_on(at)


def test_the_sheet_about_a_clash_waits_until_one_has_written(
    at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PAUSE", 0.5)
    document = at.bench.document
    assert document is not None
    at.write_at(*DOOR)
    at.type("A bell ")
    theirs = STORY.replace("You come in.", "They come in.")
    document.path.write_text(theirs)
    for _each in range(8):
        at.page.keeping.outside.look()
        at.type("rings. ")
        at.stage.settle(0.08)
        assert at.page.keeping._clash is None
    assert document.path in at.bench.desk.documents
    for _each in range(100):
        if at.page.keeping._clash is not None:
            break
        at.stage.settle(0.02)
    sheet = at.page.keeping._clash
    assert isinstance(sheet, ClashSheet)
    assert "rings. " * 8 in str(at.data(*DOOR, "text"))
    assert sheet.choices[0].key
    assert sheet.focusWidget() is sheet.told
    assert sheet.told.accessibleName().startswith("Somebody else has changed")
    for key in (Key.Key_Space, Key.Key_Return, Key.Key_A):
        QTest.keyClick(sheet.told, key)
    assert sheet.isVisible()
    assert not sheet.result()
    sheet.reject()
    assert document.path.read_text() == theirs


def test_the_first_place_of_an_entry_leaves_one_in_its_row(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda *told: caught.append(told))
    with Stage(Settings(keep=True, motion="reduced"), (1280, 720)) as stage:
        stage.shell.show()
        page = template(stage, "help", "entries", "first-place")
        stage.shell.activateWindow()
        stage.settle(0.05)
        row = next(one for one in page.form.findChildren(PlacesRow) if one.isVisible())
        row.pick.setFocus()
        QTest.keyClick(row.pick, Key.Key_Down)
        for key in (Key.Key_Down, Key.Key_Return):
            dropped = QApplication.activePopupWidget()
            assert dropped is not None
            QTest.keyClick(dropped.windowHandle(), key)
            stage.settle(0.05)
        assert page.bench.document is not None
        assert page.bench.document.data(row.path) == ["our-town"]
        assert row.pick.hasFocus()
        QTest.keyClick(stage.shell.windowHandle(), Key.Key_Tab)
        assert not row.pick.hasFocus()
        QTest.keyClick(stage.shell.windowHandle(), Key.Key_S, CTRL)
        stage.settle(0.1)
        assert not page.bench.document.is_changed
    assert not caught
