"""The form shows what stands in the file, and writes there what is typed and picked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from tests.ui import sweep
from tests.ui.authoring.form.conftest import DOOR, STORY
from trainer.authoring.outline import Kind
from trainer.authoring.source.splices import Splice
from trainer.checking.files import check_text
from trainer.scenario.model import Mark
from trainer.scenario.problems import problem
from trainer.ui.authoring.form.choice_form import ChoiceForm
from trainer.ui.authoring.form.choice_rows import NameRow, WordsRow
from trainer.ui.authoring.form.effects_row import EffectsRow
from trainer.ui.authoring.form.picks import NumberRow, PeopleRow, PickRow
from trainer.ui.authoring.form.rows import LineRow, NamesRow, SentencesRow, TextRow, TickRow
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.authoring.form.talk import TalkLine
from trainer.ui.authoring.form.target import SceneRow
from trainer.ui.authoring.form.when import WhenRow
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from tests.ui.authoring.form.conftest import Writing

Key, Held = Qt.Key, Qt.KeyboardModifier


def scene_form(writing: Writing) -> SceneForm:
    form = writing.panel.form
    assert isinstance(form, SceneForm)
    return form


def choice_form(writing: Writing) -> ChoiceForm:
    form = writing.panel.form
    assert isinstance(form, ChoiceForm)
    return form


def test_typing_in_one_go_is_one_step_and_touches_nothing_else(writing: Writing) -> None:
    edit = writing.at().a(TextRow, "text").box.edit
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    writing.type(" Slowly")
    assert writing.document.text == STORY.replace("You come in.", "You come in. Slowly")
    writing.press(Key.Key_Tab)
    edit.setFocus()
    writing.type("X")
    writing.bench.undo()
    assert "You come in. Slowly\n" in writing.document.text
    writing.bench.undo()
    assert writing.document.text == STORY
    assert edit.toPlainText() == "You come in."


def test_what_is_changed_elsewhere_shows_and_leaves_the_cursor(writing: Writing) -> None:
    edit = writing.at().a(TextRow, "text").box.edit
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.setPosition(5)
    edit.setTextCursor(cursor)
    with writing.bench.step("text", DOOR) as step:
        step.put(writing.document, (*DOOR, "text"), "You go in.")
    assert edit.toPlainText() == "You go in."
    assert edit.textCursor().position() == 5
    assert edit.hasFocus()


def test_what_is_not_readable_shows_as_it_was_and_cannot_change(writing: Writing) -> None:
    writing.at()
    at = writing.document.text.index("    check")
    with writing.bench.step("text", DOOR, "text") as step:
        step.splice(writing.document, [Splice(at, at, "  : [\n")])
    assert not scene_form(writing).isEnabled()
    assert not writing.panel.broken.isHidden()
    writing.bench.undo()
    assert scene_form(writing).isEnabled()
    assert writing.panel.broken.isHidden()


def test_optional_texts_go_when_they_are_emptied_and_needed_ones_stay_empty(
    writing: Writing,
) -> None:
    check = writing.at().a(TextRow, "check")
    check.box.edit.clear()
    assert writing.data("check") is None
    check.box.edit.insertPlainText("Facts")
    assert writing.data("check") == "Facts"
    headline = writing.at("choices", 0).a(LineRow, "feedback", "headline")
    headline.edit.selectAll()
    headline.edit.setFocus()
    writing.press(Key.Key_Delete)
    assert writing.data("choices", 0, "feedback", "headline") == ""


def test_lists_are_written_as_lines_and_as_names(writing: Writing) -> None:
    writing.at().a(SentencesRow, "discuss").box.edit.insertPlainText("One?\n\nTwo, or three?")
    assert writing.data("discuss") == ["One?", "Two, or three?"]
    names = writing.a(NamesRow, "content_notes")
    names.box.edit.setFocus()
    writing.type("shouting, a, ")
    assert writing.data("content_notes") == ["shouting", "a"]
    assert names.box.text() == "shouting, a, "


def test_ticks_people_and_numbers(writing: Writing) -> None:
    writing.at().a(TickRow, "over").tick.click()
    assert writing.data("over") == "true"
    writing.a(TickRow, "over").tick.click()
    assert writing.data("over") is None
    people = writing.a(PeopleRow, "present")
    people.chips["man"].click()
    people.chips["ana"].click()
    assert writing.data("present") == ["man", "ana"]
    writing.a(NumberRow, "timer", "seconds").number.setValue(40)
    assert writing.data("timer") == {"seconds": "40"}
    assert not writing.a(SceneRow, "timer", "then").isHidden()


def test_a_scene_goes_on_another_way_and_says_what_went(writing: Writing) -> None:
    form = scene_form(writing.at())
    assert form.way_on.value() == Kind.CHOICES
    form.way_on.chosen.emit(Kind.ENDING.value)
    assert writing.data("choices") is None
    assert writing.notices[-1].button
    assert not form.ending.isHidden()
    order = [form.ending_rows[0].field.path[-1], form.ending_rows[1].field.path[-1]]
    assert order == ["view", "outcome"]
    act = writing.notices[-1].act
    assert act is not None
    writing.bench.undo()
    act()
    assert writing.document.text == STORY
    assert not form.choices.isHidden()


def test_a_scene_that_is_not_there_yet_is_made_on_the_spot(writing: Writing) -> None:
    target = writing.at("choices", 0).a(SceneRow, "next")
    target.edit.setFocus()
    target.edit.selectAll()
    writing.type("Film him")
    assert writing.data("choices", 0, "next") == "seats"
    writing.press(Key.Key_Escape)
    writing.press(Key.Key_Tab)
    assert writing.data("choices", 0, "next") == "film-him"
    assert target.edit.is_missing
    assert not target.making.isHidden()
    target.making.click()
    # Behind all to which the scene leads, so that they stand in the order in which they came.
    assert list(writing.document.scenes()) == ["door", "seats", "end", "film-him"]
    assert not target.edit.is_missing
    writing.bench.undo()
    assert "film-him" not in writing.document.scenes()
    assert writing.data("choices", 0, "next") == "film-him"


def test_scenes_that_are_offered_cover_no_field_above(writing: Writing) -> None:
    target = writing.at("choices", 0).a(SceneRow, "next")
    window = writing.panel.window()
    window.resize(620, 400)
    form = writing.panel.form
    assert form is not None
    form.setMinimumHeight(900)  # As with a choice that says more below.
    QApplication.processEvents()
    scroller = target.parentWidget()
    while not isinstance(scroller, QAbstractScrollArea):
        assert scroller is not None
        scroller = scroller.parentWidget()
    target.edit.setFocus()
    bar = scroller.verticalScrollBar()
    below = target.edit.mapTo(scroller, QPoint(0, target.edit.height())).y() - scroller.height()
    bar.setValue(bar.value() + below)  # The field is the last that shows.
    target.edit.selectAll()
    writing.type("e")
    popup = target.edit.popup
    assert popup is not None
    assert popup.isVisible()
    assert popup.y() >= target.edit.mapTo(window, QPoint(0, target.edit.height())).y()
    assert popup.geometry().bottom() <= window.height()
    assert target.edit.visibleRegion().boundingRect().height() == target.edit.height()


def test_scenes_are_offered_by_name_and_by_their_words(writing: Writing) -> None:
    target = writing.at("choices", 0).a(SceneRow, "next")
    target.edit.setFocus()
    target.edit.selectAll()
    writing.type("over")
    popup = target.edit.popup
    assert popup is not None
    assert popup.isVisible()
    said = [popup.list.item(at).text() for at in range(popup.list.count())]
    assert said[0] == "End"
    assert "“Over”" in said[-1]
    # Enter is for what was typed: nothing else is marked, and what is not there is asked about.
    assert popup.chosen() is None
    writing.press(Key.Key_Return)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, AskSheet)
    QTest.keyClick(sheet.cancel, Key.Key_Return)
    assert writing.data("choices", 0, "next") == "seats"
    QTest.keyClick(target.edit, Key.Key_Return)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, AskSheet)
    # Whoever types on says neither yes nor no with that; Enter says yes.
    told = sheet.focusWidget()
    assert told is not None
    assert told.accessibleName() == "There is no scene of that name yet."
    QTest.keyClicks(told, " and out")
    assert sheet.isVisible()
    assert writing.data("choices", 0, "next") == "seats"
    QTest.keyClick(told, Key.Key_Return)
    assert writing.data("choices", 0, "next") == "over"
    assert "over" in writing.document.scenes()
    writing.bench.undo()
    target.edit.selectAll()
    QTest.keyClicks(target.edit, "over")
    QTest.keyClick(target.edit, Key.Key_Down)
    QTest.keyClick(target.edit, Key.Key_Return)
    assert writing.data("choices", 0, "next") == "end"
    target.edit.selectAll()
    QTest.keyClicks(target.edit, "zoo")
    QTest.keyClick(target.edit, Key.Key_Return)
    assert "zoo" in writing.document.scenes()
    assert writing.data("choices", 0, "next") == "zoo"
    QTest.keyClick(target.edit, Key.Key_Down)
    assert popup.list.count() == 4
    assert popup.chosen() is None
    QTest.keyClick(target.edit, Key.Key_Down)
    QTest.keyClick(target.edit, Key.Key_Down)
    assert writing.announced[-1].startswith("Seats, ")
    QTest.keyClick(target.edit, Key.Key_Escape)
    assert not popup.isVisible()


def test_a_new_choice_is_named_after_its_words_once(writing: Writing) -> None:
    scene_form(writing.at()).choices.add.click()
    assert writing.data("choices", 2, "id") == "choice"
    words = writing.a(WordsRow, "act")
    assert words.box.edit.hasFocus()
    writing.type("Ask for the time")
    assert writing.data("choices", 2, "id") == "ask-for-the-time"
    writing.press(Key.Key_Tab)
    words.box.edit.setFocus()
    writing.type(" now")
    assert writing.data("choices", 2, "id") == "ask-for-the-time"
    writing.bench.undo()
    writing.bench.undo()
    writing.bench.undo()
    assert writing.document.text == STORY


def test_the_short_name_changes_when_one_is_done(writing: Writing) -> None:
    name = writing.at("choices", 1).a(NameRow, "id")
    choice_form(writing).more.open()
    name.edit.setFocus()
    name.edit.selectAll()
    writing.type("sit")
    assert writing.data("choices", 1, "id") == "tell"
    writing.press(Key.Key_Return)
    assert writing.data("choices", 1, "id") == "sit-2"
    assert name.edit.text() == "sit-2"


def test_a_choice_is_said_or_done_without_losing_its_words(writing: Writing) -> None:
    form = choice_form(writing.at("choices", 1))
    form.made.chosen.emit("own_words")
    assert writing.data("choices", 1, "own_words") == "Could you come?"
    assert form.words.box.text() == "Could you come?"
    assert form.fit.isHidden()
    assert not form.points.isHidden()


def test_who_is_targeted_comes_first_and_delegating_asks_to_whom(writing: Writing) -> None:
    form = choice_form(writing.at("choices", 1))
    assert [row.field.path[-1] for row in form.targeted.shown] == ["ana"]
    assert [row.field.path[-1] for row in form.others.shown] == ["nurse", "you", "man"]
    assert not form.to.isHidden()
    assert choice_form(writing.at("choices", 0)).to.isHidden()
    with writing.bench.step("you", ("you",)) as step:
        step.put(writing.document, ("you",), {"role": "rider", "targeted": "true"})
    assert [row.field.path[-1] for row in form.targeted.shown] == ["ana", "you"]
    form.targeted.shown[1].box.edit.insertPlainText("Safe")
    assert writing.data("choices", 0, "feedback", "you") == "Safe"


def test_conditions_are_picked(writing: Writing) -> None:
    when = writing.at("choices", 0).a(WhenRow, "when")
    choice_form(writing).more.open()
    when.add.click()
    assert writing.data("choices", 0, "when") == "calm >= 1"
    when.tests.shown[0].number.setValue(4)
    when.add.click()
    line = when.tests.shown[1]
    line.name.choose("told")
    line.name.chosen.emit("told")
    assert writing.data("choices", 0, "when") == "calm >= 4 and told"
    when.joint.choose("or")
    when.joint.chosen.emit("or")
    line.what.choose("false")
    line.what.chosen.emit("false")
    assert writing.data("choices", 0, "when") == "calm >= 4 or not told"
    when.tests.shown[0].remove.click()
    assert writing.data("choices", 0, "when") == "not told"
    when.tests.shown[0].remove.click()
    assert writing.data("choices", 0, "when") is None
    with writing.bench.step("when", DOOR) as step:
        step.put(writing.document, (*DOOR, "choices", 0, "when"), "(told) or calm == 2")
    assert when.raw.text() == "(told) or calm == 2"
    assert not when.raw.isHidden()
    assert when.tests.isHidden()


def test_what_a_choice_changes_is_one_list(writing: Writing) -> None:
    effects = writing.at("choices", 1).a(EffectsRow, "set")
    effects.add.click()
    assert writing.data("choices", 1, "change") == {"calm": "1"}
    line = effects.lines.shown[1]
    line.what.choose("down")
    line.what.chosen.emit("down")
    assert writing.data("choices", 1, "change") == {"calm": "-1"}
    effects.lines.shown[0].remove.click()
    assert writing.data("choices", 1, "set") is None


def test_a_story_that_remembers_nothing_begins_to(writing: Writing) -> None:
    with writing.bench.step("state", ("state",)) as step:
        step.put(writing.document, ("state",), None)
    effects = writing.at("choices", 0).a(EffectsRow, "set")
    choice_form(writing).more.open()
    effects.remember.edit.setFocus()
    writing.type("Driver told")
    writing.press(Key.Key_Return)
    assert writing.document.data(("state",)) == {"driver_told": "false"}
    assert writing.data("choices", 0, "set") == {"driver_told": "true"}


def test_ways_depend_on_what_happened(writing: Writing) -> None:
    form = choice_form(writing.at("choices", 0))
    form.next.split.click()
    assert writing.data("choices", 0, "next") == [{"when": "", "to": ""}, {"to": "seats"}]
    first, last = form.next.cards.shown
    assert last.when.isHidden()
    first.when.add.click()
    assert writing.data("choices", 0, "next", 0, "when") == "calm >= 1"
    first.remove.click()
    assert writing.data("choices", 0, "next") == "seats"
    assert not form.next.single.isHidden()


def test_lines_are_added_moved_and_said_by_another(writing: Writing) -> None:
    form = scene_form(writing.at())
    line = form.talk.lines.shown[0]
    assert isinstance(line, TalkLine)
    line.box.edit.setFocus()
    writing.press(Key.Key_Down, Held.AltModifier)
    assert writing.data("lines", 1) == {
        "man": "Speak English.",
        "soft": "He tells her to speak English.",
    }
    assert writing.focused == "Line 2: what is said"
    writing.press(Key.Key_Return)
    assert writing.data("lines", 2) == {"ana": ""}
    writing.type("Hm")
    assert writing.data("lines", 2) == {"ana": "Hm"}
    form.talk.lines.shown[2].who.chosen.emit("")
    assert writing.data("lines", 2) == "Hm"
    form.talk.lines.shown[2].remove.click()
    assert len(form.talk.lines.shown) == 3


def test_after_who_speaks_comes_what_is_said(writing: Writing) -> None:
    form = scene_form(writing.at())
    form.talk.add.click()
    line = form.talk.lines.shown[3]
    line.who.setFocus()
    line.who.chosen.emit("nurse")
    assert writing.focused == "Line 4: what is said"
    writing.type("Next, please.")
    line.who.setFocus()
    line.who.chosen.emit("man")
    assert writing.focused == "Line 4: who speaks"
    assert writing.data("lines", 3) == {"man": "Next, please."}


def test_a_planned_scene_gets_a_choice_by_the_same_key_and_an_ending_keeps_what_it_has(
    writing: Writing,
) -> None:
    writing.at()
    with writing.bench.step("plan", ("scenes", "seats")) as step:
        step.put(writing.document, ("scenes", "seats"), {"text": "You sit.", "stub": "true"})
    for name in ("seats", "end"):
        writing.bench.write_at(("scenes", name))
        writing.press(Key.Key_Return, Held.ControlModifier | Held.ShiftModifier)
    assert "stub" not in writing.document.data(("scenes", "seats"))
    assert len(writing.document.data(("scenes", "seats", "choices"))) == 1
    assert "choices" not in writing.document.data(("scenes", "end"))
    assert "without choices" in writing.notices[-1].text


def test_softer_words_come_and_go(writing: Writing) -> None:
    form = scene_form(writing.at())
    line = form.talk.lines.shown[1]
    line.soften.click()
    assert not line.soft.isHidden()
    writing.type("She is calm")
    assert writing.data("lines", 1) == {"ana": "I am waiting.", "soft": "She is calm"}
    line.soft.edit.clear()
    assert writing.data("lines", 1) == {"ana": "I am waiting."}
    writing.press(Key.Key_Backtab)
    assert line.soft.isHidden()
    assert form.talk.lines.shown[2].soften.isHidden()


def test_choices_move_double_and_go_by_keys_on_their_cards(writing: Writing) -> None:
    form = scene_form(writing.at())
    form.choices.stand_on(0)
    writing.press(Key.Key_Down, Held.AltModifier)
    assert [one["id"] for one in _choices(writing)] == ["tell", "sit"]
    assert writing.focused == "Choice 2: Sit down beside her."
    writing.press(Key.Key_D, Held.ControlModifier)
    assert [one["id"] for one in _choices(writing)] == ["tell", "sit", "sit-2"]
    writing.press(Key.Key_Delete)
    writing.bench.undo()
    writing.bench.undo()
    writing.bench.undo()
    assert writing.document.text == STORY
    form.choices.stand_on(1)
    writing.press(Key.Key_Return)
    assert choice_form(writing).place == 1
    assert writing.focused == "Choice 2: What is said"
    writing.press(Key.Key_PageUp, Held.AltModifier)
    assert choice_form(writing).place == 0
    writing.press(Key.Key_Home, Held.AltModifier)
    assert writing.panel.form is form
    assert writing.focused == "Choice 1: Sit down beside her."
    writing.press(Key.Key_Return, Held.ControlModifier | Held.ShiftModifier)
    assert choice_form(writing).place == 2


def _choices(writing: Writing) -> list[dict[str, str]]:
    found = writing.data("choices")
    assert isinstance(found, list)
    return found


def test_a_scene_is_renamed_with_all_that_leads_there(writing: Writing) -> None:
    writing.bench.select(("scenes", "seats"))
    name = scene_form(writing).name
    name.rename.click()
    writing.type("door")
    writing.press(Key.Key_Return)
    assert "seats" in writing.document.scenes()
    assert "“Door”" in name.note.text()
    name.edit.selectAll()
    writing.type("The seats")
    writing.press(Key.Key_Return)
    assert "the-seats" in writing.document.scenes()
    assert writing.data("choices", 0, "next") == "the-seats"
    assert writing.bench.path == ("scenes", "the-seats")
    assert name.heading.text() == "Scene: The seats"


def test_what_is_wrong_stands_beside_its_field(writing: Writing) -> None:
    with writing.bench.step("x", DOOR) as step:
        step.put(writing.document, (*DOOR, "choices", 1, "d"), "")
        step.put(writing.document, (*DOOR, "lines", 1), {"nobody": "Hi"})
    document = writing.document
    (checked,) = check_text(document.text.encode(), document.path, date(2026, 1, 1))
    writing.at("choices", 1)
    writing.bench.show_problems(checked.problems)
    d = writing.a(PickRow, "d")
    assert d.wrong.words()
    assert d.wrong.words() in d.pick.accessibleDescription()
    assert not writing.row("fit").wrong.words()
    line = writing.at().a(TalkLine, "lines", 1)
    assert "“Nobody” is named here" in line.wrong.words()
    writing.bench.show_problems(())
    assert not line.wrong.words()


def test_what_is_wrong_is_shown_where_it_is_after_undoing_too(writing: Writing) -> None:
    line = STORY[: STORY.index("- man:")].count("\n") + 1
    writing.at()
    writing.bench.show_problems([problem("unknown-cast", Mark(line, 9), name="man")])
    text, first = writing.row("text"), writing.row("lines", 0)
    with writing.bench.step("write", DOOR) as step:
        step.put(writing.document, (*DOOR, "text"), "You come in.\nYou sit.")
    writing.at()
    for shown, acts in ((text, writing.bench.undo), (first, writing.bench.redo), (text, None)):
        QApplication.processEvents()
        assert [bool(one.wrong.words()) for one in (text, first)] == [shown is text, shown is first]
        if acts is not None:
            acts()


def test_who_is_asked_to_write_somewhere_stands_there(writing: Writing) -> None:
    writing.bench.write_at((*DOOR, "choices", 1, "asks"))
    assert choice_form(writing).more.is_open
    assert writing.focused == "Choice 2: What it asks whoever it happens to"
    writing.bench.write_at((*DOOR, "lines", 1, "ana"))
    assert writing.focused == "Line 2: what is said"
    writing.bench.write_at(("scenes", "end", "ending", "view"))
    assert writing.focused == "How Ana sees it"


def test_a_scene_that_went_gives_way_to_the_one_in_its_place(writing: Writing) -> None:
    writing.bench.select(("scenes", "seats"))
    with writing.bench.step("x", ("scenes", "seats")) as step:
        step.put(writing.document, ("scenes", "seats"), None)
    assert isinstance(writing.panel.form, SceneForm)
    assert writing.panel.form.base == ("scenes", "end") == writing.bench.path
    writing.bench.undo()
    assert writing.panel.form.base == ("scenes", "seats") == writing.bench.path
    writing.bench.redo()
    assert writing.panel.form.base == ("scenes", "end") == writing.bench.path


@pytest.mark.parametrize("path", [(), ("choices", 1)])
def test_everything_has_a_name_and_tab_goes_as_the_eye_does(
    writing: Writing, path: tuple[str | int, ...]
) -> None:
    writing.at(*path)
    form = writing.panel.form
    assert form is not None
    for fold in form.folds:
        fold.open()
    QApplication.processEvents()
    assert sweep.names(writing.window) == []
    assert sweep.tab_order(writing.window) == []


def test_a_scene_without_a_word_keeps_the_place_for_its_text(writing: Writing) -> None:
    writing.at().a(TextRow, "text").box.edit.clear()
    assert writing.data("text") is None
    writing.bench.select(("scenes", "seats"))
    writing.a(TextRow, "text").box.edit.clear()
    assert writing.document.data(("scenes", "seats", "text")) == ""


def test_a_blank_at_the_end_waits_for_the_next_word(writing: Writing) -> None:
    edit = writing.at().a(TextRow, "text").box.edit
    assert not edit.isUndoRedoEnabled()
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    writing.type(" Slowly ")
    assert edit.toPlainText() == "You come in. Slowly "
    assert writing.data("text") == "You come in. Slowly"
    with writing.bench.step("x", DOOR) as step:
        step.put(writing.document, (*DOOR, "check"), "Nobody looks up.")
    assert edit.toPlainText() == "You come in. Slowly "
    writing.type("on")
    assert writing.data("text") == "You come in. Slowly on"


def test_fields_do_not_undo_by_themselves(writing: Writing) -> None:
    for path, text in (((), "text"), (("choices", 0), "feedback")):
        writing.at(*path)
        row = writing.row(text, *(("headline",) if path else ()))
        row.stop().setFocus()
        writing.press(Key.Key_End, Held.ControlModifier)
        writing.type("X")
        after = writing.document.text
        writing.press(Key.Key_Z, Held.ControlModifier)
        assert writing.document.text == after
        assert "X" in row.stop().property("plainText" if not path else "text")


def test_a_line_of_a_list_that_is_not_touched_stays_as_it_is_written(writing: Writing) -> None:
    with writing.bench.step("x", DOOR) as step:
        step.put(writing.document, (*DOOR, "discuss"), ["One\nand two", "Three"])
    box = writing.at().a(SentencesRow, "discuss").box.edit
    assert box.toPlainText() == "One and two\nThree"
    box.moveCursor(box.textCursor().MoveOperation.End)
    box.insertPlainText("?")
    there = writing.data("discuss")
    assert isinstance(there, list)
    assert [one.rstrip() for one in there] == ["One\nand two", "Three?"]


def test_what_surely_mends_it_is_one_press_away(writing: Writing) -> None:
    with writing.bench.step("x", DOOR) as step:
        step.put(writing.document, (*DOOR, "choices", 0, "next"), "seat")
    document = writing.document
    (checked,) = check_text(document.text.encode(), document.path, date(2026, 1, 1))
    writing.at("choices", 0)
    writing.bench.show_problems(checked.problems)
    wrong = writing.row("next").wrong
    assert not wrong.mend.isHidden()
    wrong.mend.click()
    assert writing.data("choices", 0, "next") == "seats"
    writing.bench.show_problems(())
    assert wrong.isHidden()


def test_an_empty_field_asks_and_what_is_folded_opens_where_something_is_to_be_written(
    writing: Writing,
) -> None:
    form = scene_form(writing.at())
    assert not form.more.is_open
    document = writing.document
    with writing.bench.step("empty") as step:
        step.put(document, (*DOOR, "lines", 0, "man"), "")
        step.put(document, (*DOOR, "text"), "")
        step.put(document, (*DOOR, "check"), "")
    writing.bench.select(("scenes", "seats"))
    writing.at()
    assert form.more.is_open
    box = writing.a(TextRow, "text").box
    assert box.edit.placeholderText() == "Where are you? What do you see and hear?"
    line = form.talk.lines.shown[0].box.edit
    assert line.placeholderText() == "What do they say, in their own words?"
    long = writing.a(TextRow, "check").box
    line_height = QFontMetrics(long.edit.font()).lineSpacing()
    long._lines = 1
    long.resize(160, long.height())
    long._grow()
    assert long.edit.height() > 3 * line_height
    line.setFocus()
    writing.type("Go")
    assert document.data((*DOOR, "lines", 0, "man")) == "Go"
    form.more.open(False)
    writing.bench.undo()
    assert not form.more.is_open  # whoever has folded it while they write here


def test_who_is_in_the_picture_is_asked_beside_who_speaks(writing: Writing) -> None:
    form = scene_form(writing.at())
    assert not form.more.body.isAncestorOf(form.present)
    assert form.present.note.text() == "Nobody ticked: whoever speaks."
    with writing.bench.step("quiet") as step:
        step.put(writing.document, (*DOOR, "lines"), None)
    assert form.present.note.text().endswith("the picture is without people.")
    chip = form.present.chips["nurse"]
    assert chip.accessibleDescription() == form.present.note.text()
    chip.setFocus()
    writing.press(Key.Key_Space)
    assert writing.document.data((*DOOR, "present")) == ["nurse"]
    assert form.present.note.text() == "Ana is not ticked, so nobody sees them here."
    assert form.present.put_in.words() == "Put Ana in the picture"
    form.present.put_in.setFocus()
    writing.press(Key.Key_Space)
    assert writing.document.data((*DOOR, "present")) == ["nurse", "ana"]
    assert writing.focused == "Who is in the picture: Ana"
    assert form.present.put_in.isHidden()
    assert form.present.note.isHidden()
    form.talk.add.setFocus()
    writing.press(Key.Key_Space)
    who = form.talk.lines.shown[0].who
    who.chosen.emit("man")
    assert writing.document.data((*DOOR, "present")) == ["nurse", "ana", "man"]
    who.chosen.emit("ana")
    assert writing.document.data((*DOOR, "present")) == ["nurse", "ana", "man"]
    writing.bench.undo()
    writing.bench.undo()
    assert writing.document.data((*DOOR, "present")) == ["nurse", "ana"]
    with writing.bench.step("alone") as step:
        step.put(writing.document, ("cast",), None)
        step.put(writing.document, (*DOOR, "present"), None)
    assert form.present.isHidden()


def test_a_closed_list_opens_and_only_what_is_taken_in_it_is_written(writing: Writing) -> None:
    """Passing over somebody would put words in the wrong mouth."""
    writing.at()
    form = writing.panel.form
    assert isinstance(form, SceneForm)
    form.talk.add.setFocus()
    writing.press(Key.Key_Space)
    line = form.talk.lines.shown[-1]
    before = writing.document.text
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_End, Key.Key_PageDown, Key.Key_T):
        line.who.setFocus()
        writing.press(key)
        assert line.who.view().isVisible(), key
        if key is Key.Key_T:
            assert line.who.view().currentIndex().data() == "The man"
        QTest.keyClick(line.who.view(), Key.Key_Escape)
        QApplication.processEvents()
        assert writing.document.text == before, key
    line.who.choose("")
    writing.press(Key.Key_Down)
    for _step in range(3):
        QTest.keyClick(line.who.view(), Key.Key_Down)
    QTest.keyClick(line.who.view(), Key.Key_Return)
    QApplication.processEvents()
    writing.type("Come with me.")
    assert writing.data("lines", 3) == {"nurse": "Come with me."}


def test_a_list_leaves_the_panel_its_keys(writing: Writing) -> None:
    """Alt Page Down goes on, also from a list."""
    writing.at("choices", 0)
    form = writing.panel.form
    assert isinstance(form, ChoiceForm)
    pick = writing.a(PickRow, "fit").pick
    pick.setFocus()
    writing.press(Key.Key_PageDown, Held.AltModifier)
    assert writing.bench.path == (*DOOR, "choices", 1)
    assert writing.data("choices", 0, "fit") == "strong"
