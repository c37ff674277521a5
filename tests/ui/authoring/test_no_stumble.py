"""Small stumbles of an evening: where the focus is afterwards, and that one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.scenes import Stage
from tests.scenes.authoring_form_scenes import template
from tests.scenes.authoring_scenes import written
from tests.ui.authoring.form.conftest import DOOR, STORY
from tests.ui.authoring.standing import ALT, CTRL, SHIFT, At
from tests.until import until
from trainer.settings import Settings
from trainer.ui.authoring.finding.sheet import FindSheet
from trainer.ui.authoring.finding.where import HERE
from trainer.ui.authoring.form.choice_form import ChoiceForm
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from collections.abc import Iterator


Key = Qt.Key


@pytest.fixture
def at() -> Iterator[At]:
    with Stage(Settings(keep=True, motion="reduced"), (1280, 800)) as stage:
        stage.shell.show()
        page = written(stage, STORY, "clinic")
        stage.shell.activateWindow()
        QApplication.processEvents()
        yield At(stage, page)


# What was taken out and is back


def a_choice_comes_back_to_its_card(at: At) -> None:
    at.write_at(*DOOR, "choices")
    assert at.focus().startswith("Choice 1: Sit down")
    at.press(Key.Key_Delete)
    assert at.focus().startswith("Choice 1: Could you")
    at.press(Key.Key_Down)
    at.press(Key.Key_Z, CTRL)
    assert at.focus().startswith("Choice 1: Sit down")
    assert isinstance(at.page.form.form, SceneForm)


def a_choice_comes_back_to_its_form(at: At) -> None:
    at.write_at(*DOOR, "choices", 1)
    form = at.page.form.form
    assert isinstance(form, ChoiceForm)
    form.remove.setFocus()
    at.press(Key.Key_Space)
    assert isinstance(at.page.form.form, SceneForm)
    at.press(Key.Key_Z, CTRL)
    assert at.bench.path == (*DOOR, "choices", 1)
    assert at.focus() == "Choice 2: What is said"


def a_line_comes_back_with_the_cursor_in_it(at: At) -> None:
    at.write_at(*DOOR)
    form = at.page.form.form
    assert isinstance(form, SceneForm)
    form.talk.lines.shown[1].remove.setFocus()
    at.press(Key.Key_Space)
    assert at.focus() == "Line 2: delete"
    at.press(Key.Key_Z, CTRL)
    assert at.focus() == "Line 2: what is said"
    assert at.data(*DOOR, "lines", 1) == {"ana": "I am waiting."}


def a_scene_comes_back_in_the_outline(at: At) -> None:
    at.press(Key.Key_2, CTRL)
    at.bench.select(("scenes", "seats"))
    at.page.outline.acts.delete_scene("seats")
    assert at.bench.scene == "end"
    at.press(Key.Key_Z, CTRL)
    assert at.bench.scene == "seats"
    assert at.page.outline.tree.hasFocus()


def a_person_comes_back_opened(at: At) -> None:
    at.write_at("cast", "nurse")
    nurse = next(one for one in at.page.about.cast.people.shown if one.name == "nurse")
    nurse.remove.setFocus()
    at.press(Key.Key_Return)
    sheet = at.stage.top()
    assert isinstance(sheet, AskSheet)
    sheet.go.click()
    QApplication.processEvents()
    assert at.data("cast", "nurse") is None
    until(lambda: at.page.form.isAncestorOf(at.hands.focus()))
    at.press(Key.Key_Z, CTRL)
    assert at.focus().startswith("The nurse: ")


def the_focus_stays_where_one_writes_while_much_is_taken_back(at: At) -> None:
    at.write_at(*DOOR)
    form = at.page.form.form
    assert isinstance(form, SceneForm)
    form.text.stop().setFocus()
    at.type("So ")
    form.talk.add.setFocus()
    at.press(Key.Key_Z, CTRL)
    assert form.talk.add.hasFocus()  # Nothing has come back: one stays where one is.
    form.text.stop().setFocus()
    at.type("And ")
    at.write_at("scenes", "seats")
    at.page.form.form.way_on.chosen.emit("choices")  # type: ignore[union-attr]
    at.hands.settle()
    at.page.form.form.choices.add.setFocus()  # type: ignore[union-attr]
    at.press(Key.Key_Z, CTRL)
    assert at.page.form.isAncestorOf(at.hands.focus())
    at.press(Key.Key_Z, CTRL)
    assert at.bench.scene == "door"
    assert at.page.form.isAncestorOf(at.hands.focus())


def the_button_at_the_foot_leads_back_to_what_it_brings_back(at: At) -> None:
    at.write_at("scenes", "seats")
    form = at.page.form.form
    assert isinstance(form, SceneForm)
    form.way_on.chosen.emit("choices")
    form.choices.append()
    at.write_at("scenes", "seats", "choices")
    at.press(Key.Key_Delete)
    at.hands.button("Undo").setFocus()
    at.press(Key.Key_Space)
    assert at.focus().startswith("Choice 2: ")
    for _step in range(2):
        at.press(Key.Key_Z, CTRL)


def a_new_scene_is_written_in_at_once(at: At) -> None:
    at.press(Key.Key_2, CTRL)
    at.press(Key.Key_N, CTRL)
    at.type("Out in the street")
    at.press(Key.Key_Return)
    assert at.bench.path == ("scenes", "out-in-the-street")
    assert at.focus() == "What happens"


def the_last_undo_keeps_the_focus_and_says_so(at: At) -> None:
    bar = at.page.bar
    bar.undo.setFocus(Qt.FocusReason.TabFocusReason)
    while at.bench.desk.undoes is not None:
        at.press(Key.Key_Return)
    assert bar.undo.hasFocus()
    at.press(Key.Key_Return)
    assert at.told[-1] == "There is nothing to undo."
    assert at.bench.desk.undoes is None
    at.press(Key.Key_Tab)
    assert bar.redo.hasFocus()
    assert not bar.undo.isEnabled()


def test_where_one_is_after_taking_back(at: At) -> None:
    for act in (
        a_choice_comes_back_to_its_card,
        a_choice_comes_back_to_its_form,
        a_line_comes_back_with_the_cursor_in_it,
        a_scene_comes_back_in_the_outline,
        a_person_comes_back_opened,
        the_focus_stays_where_one_writes_while_much_is_taken_back,
        the_button_at_the_foot_leads_back_to_what_it_brings_back,
    ):
        act(at)
        assert at.bench.document is not None
        assert at.bench.document.text == STORY, act.__name__
    a_new_scene_is_written_in_at_once(at)
    the_last_undo_keeps_the_focus_and_says_so(at)


# What is open, hidden, and shown


def what_one_opens_is_open_for_that_scene(at: At) -> None:
    at.write_at("scenes", "door")
    form = at.page.form.form
    assert isinstance(form, SceneForm)
    form.more.link.click()
    assert form.more.is_open
    at.write_at("scenes", "seats")
    assert not form.more.is_open
    at.write_at("scenes", "door")
    assert form.more.is_open
    form.more.link.click()
    at.write_at("scenes", "seats")
    at.write_at("scenes", "door")
    assert not form.more.is_open
    at.write_at("scenes", "end", "content_notes")
    at.write_at("scenes", "end", "emergency")
    assert form.more.is_open


def a_filter_goes_when_one_goes_to_a_scene_that_it_hides(at: At) -> None:
    outline = at.page.outline
    at.press(Key.Key_2, CTRL)
    at.press(Key.Key_F, CTRL)
    at.type("door")
    hidden = outline.model.index_of("seats")
    assert outline.tree.isRowHidden(hidden.row(), hidden.parent())
    at.press(Key.Key_1, CTRL)
    at.bench.select(("scenes", "seats"))
    at.press(Key.Key_2, CTRL)
    assert outline.search.text() == ""
    assert not outline.tree.isRowHidden(hidden.row(), hidden.parent())
    assert outline.count.text().startswith("3 scenes")


def saving_what_is_saved_says_so(at: At) -> None:
    chip = at.page.keeping.chip
    at.press(Key.Key_S, CTRL)
    assert chip.text() == "saved, nothing new"
    chip._nothing_new.stop()
    chip._show()
    assert chip.text() == "saved"
    at.press(Key.Key_S, CTRL)
    at.write_at("scenes", "seats")
    at.type("Now ")
    assert chip.text() == "not saved yet"
    at.press(Key.Key_S, CTRL)
    assert chip.text() == "saved"


def what_is_said_goes_when_it_is_over(at: At) -> None:
    at.write_at("scenes", "end")
    at.press(Key.Key_PageDown, ALT)
    assert at.told[-1] == "This is the last scene."
    assert at.shows("This is the last scene.")
    at.press(Key.Key_PageUp, ALT)
    assert not at.shows("This is the last scene.")
    at.press(Key.Key_1, CTRL)
    at.bench.select(("scenes", "end"))
    at.press(Key.Key_L)
    assert at.shows("The story ends with this scene. Change that in its form first.")
    at.bench.select(("scenes", "seats"))
    assert not at.shows("The story ends with this scene. Change that in its form first.")
    at.press(Key.Key_3, CTRL)
    at.page.text.editor.setFocus()
    at.press(Key.Key_Tab)
    assert not at.page.text.editor.hasFocus()


def a_sheet_that_grows_stays_on_the_screen(at: At) -> None:
    at.page.find_everywhere()
    sheet = at.stage.top()
    assert isinstance(sheet, FindSheet)
    assert sheet.fields.where.value() == HERE
    screen = sheet.screen().availableGeometry()
    sheet.move(sheet.x(), screen.bottom() - 200)
    sheet.fields.sought.setText("You")
    for _turn in range(400):
        if sheet.places.count():
            break
        at.stage.settle(0.01)
    assert sheet.places.count()
    assert sheet.frameGeometry().bottom() <= screen.bottom()
    assert sheet.frameGeometry().top() >= screen.top()
    sheet.reject()


def test_what_is_open_hidden_and_saved(at: At) -> None:
    what_one_opens_is_open_for_that_scene(at)
    a_filter_goes_when_one_goes_to_a_scene_that_it_hides(at)
    what_is_said_goes_when_it_is_over(at)
    a_sheet_that_grows_stays_on_the_screen(at)
    saving_what_is_saved_says_so(at)


def test_a_place_that_is_named_is_asked_about_and_comes_back(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.shell.show()
        page = template(stage, "help")
        at = At(stage, page)
        stage.shell.activateWindow()
        stage.settle(0.05)
        key = "our-town"
        with at.bench.step("where it helps", ()) as step:
            assert at.bench.document is not None
            step.put(at.bench.document, ("entries", "first-place", "where", 0), key)
        at.bench.select(("places", key))
        page.things.enter()
        at.press(Key.Key_Delete)
        sheet = stage.top()
        assert isinstance(sheet, AskSheet)
        assert "Entry 1: Nothing is written here yet" in at.hands.seen(sheet)
        assert at.data("places", key)
        sheet.go.click()
        QApplication.processEvents()
        assert not at.data("places")
        assert at.hands.focus() is page.things.rows
        at.press(Key.Key_Z, CTRL)
        assert at.bench.path == ("places", key)
        assert page.things.rows.path() == ("places", key)
        at.press(Key.Key_Z, CTRL | SHIFT)
        assert at.bench.path[:1] != ("places",)
