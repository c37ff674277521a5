"""Playing what is being written: by keyboard, with nothing kept, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.authoring.trying.drafts import HEAD, TEXT
from tests.scenes.authoring_playing_scenes import answered
from tests.ui.authoring.playing.player import CTRL, Hands
from tests.ui.showing import overlapping, words_in
from tests.ui.sweep import called
from tests.until import until
from trainer.authoring.scenes.renaming import rename_scene
from trainer.authoring.trying import sentences
from trainer.authoring.trying.starting import Start
from trainer.practice.snapshot import Phase
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.scenes import Stage


@pytest.fixture
def hands(stage: Stage) -> Iterator[Hands]:
    made = Hands(stage)
    yield made
    page = stage.shell._pages.get("author")
    assert isinstance(page, AuthorPage)
    page.playing.asker.stop_all()


def test_from_a_scene_through_the_form_by_keyboard_and_back_with_nothing_kept(hands: Hands) -> None:
    page = hands.opens(TEXT)
    hands.plays_from("door-again")
    answered(hands.stage, page)
    offered = [hands.sheet.list.itemText(at) for at in range(hands.sheet.list.count())]
    assert offered[:2] == ["Calm: 0", "Calm: 2, Helped: yes"]
    assert offered[-1] == "Something else"
    assert hands.sheet.values == (("calm", 0), ("helped", False))
    assert hands.sheet.found.text() == "Shortest way there: Door (Look on.) → Door again"
    assert [called(one) for one in hands.sheet.fields.values()] == ["Calm", "Helped"]
    field = hands.sheet.fields["calm"]
    field.setFocus()
    hands.key(Qt.Key.Key_Up)
    hands.key(Qt.Key.Key_Up)
    assert hands.sheet.list.currentText() == "Something else"
    assert hands.sheet.found.text() == "No way leads here so. It can be played all the same."
    hands.sheet.fields["helped"].setFocus()
    hands.key(Qt.Key.Key_Space)
    assert hands.sheet.list.currentText() == "Calm: 2, Helped: yes"
    hands.sheet.go.setFocus()
    hands.key(Qt.Key.Key_Return)
    assert dict(hands.session.state) == {"calm": 2, "helped": True}
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_1)
    assert hands.play.behind.state.text() == "Scene “Talk” · Calm: 2, Helped: yes"
    hands.key(Qt.Key.Key_Backspace)
    assert hands.session.scene.id == "talk"
    assert len(hands.play.stage.choices.cards()) == 1
    hands.key(Qt.Key.Key_R, CTRL)
    assert not hands.play.step.isEnabled()
    hands.key(Qt.Key.Key_Escape)
    assert hands.author is page
    assert not hands.stage.shell.is_left()
    assert hands.stage.context.store.runs() == []
    hands.plays_from("door-again")
    answered(hands.stage, page)
    assert dict(hands.sheet.values)["calm"] == 2  # as it was set before
    hands.sheet.reject()


def test_nothing_is_asked_where_a_scene_is_always_reached_in_the_same_way(hands: Hands) -> None:
    page = hands.opens(TEXT)
    hands.plays_from("door")  # where the story begins, though it comes back there otherwise
    assert dict(hands.session.state) == {"calm": 1, "helped": False}
    hands.key(Qt.Key.Key_Escape)
    hands.plays_from("talk")
    answered(hands.stage, page)
    assert dict(hands.session.state) == {"calm": 2, "helped": True}
    hands.key(Qt.Key.Key_Escape)
    hands.plays_from("attic")
    answered(hands.stage, page)
    assert hands.session.scene.id == "attic"
    assert not hands.stage.shell.notices.isHidden()


def test_the_strip_says_what_each_choice_does_and_why_one_is_not_offered(hands: Hands) -> None:
    hands.opens(TEXT)
    page = hands.author
    page.playing.bench.select(("scenes", "talk"))
    page.playing.play_from(Start("talk", (("calm", 1), ("helped", True))))
    behind = hands.play.behind
    behind.fold.click()
    said = [label.text() for label in behind.scroller.findChildren(QLabel) if label.isVisible()]
    assert "Not offered. Calm is 1, and must be at least 3." in said
    assert "Leads to “Door”." in said
    page.playing.play_from(Start("door", ()))
    said = [label.text() for label in behind.scroller.findChildren(QLabel) if label.isVisible()]
    assert (
        "Leads to “Door again”; else to “Calm end”. “Helped” is so from now on, “Calm” rises by 1."
        in said
    )
    behind.fold.setFocus()
    hands.key(Qt.Key.Key_Return)
    assert behind.scroller.isHidden()


def link(hands: Hands, words: str) -> LinkButton:
    links = hands.play.behind.scroller.findChildren(LinkButton)
    return next(one for one in links if one.isVisible() and one.words().startswith(words))


def test_every_sentence_leads_to_the_field_that_it_is_written_in(hands: Hands) -> None:
    page = hands.opens(TEXT)
    document = page.bench.document
    assert document is not None
    page.playing.play_from(Start("door", ()))
    scene = sentences.shown(hands.session)
    hands.play.behind.fold.click()
    hands.key(Qt.Key.Key_2)
    feedback = sentences.shown(hands.session)
    found = [*scene, *feedback]
    assert [one.what for one in found] == [
        "What happens", "Mrs. Lin", "What happens", "Check first",
        "The choice", "What follows", "Mrs. Lin", "What happens", "In short", "Mrs. Lin", "Why",
    ]  # fmt: skip
    for one in found:
        path = sentences.path_of(document, one.scene, one.choice, one.tail)
        assert document.data(path) == one.text
    link(hands, "Why: It turns").setFocus()
    hands.key(Qt.Key.Key_Return)
    assert hands.author is page
    assert hands.wanted == [("scenes", "door", "choices", 1, "feedback", "why")]


def test_a_draft_says_what_is_missing_and_leads_there(hands: Hands) -> None:
    hands.opens(
        HEAD.replace("state:\n  calm: 1\n  helped: false\n", "") + "  door:\n    text: Hi.\n"
    )
    hands.plays_from("door")
    assert not hands.play.note.isHidden()
    assert hands.play._note_words.text() == "A draft: 1 thing is still to be written."
    hands.play._show_error.setFocus()
    hands.key(Qt.Key.Key_Return)
    assert hands.wanted[0][:2] == ("scenes", "door")
    hands.changes(("scenes", "door", "next"), "roof")
    hands.plays_from("door")
    assert hands.play._note_words.text() == "A draft: 1 thing is missing or wrong."


def test_what_cannot_be_read_is_not_played_and_is_shown(hands: Hands) -> None:
    page = hands.opens("a: [\n")
    hands.key(Qt.Key.Key_Return, CTRL)
    assert hands.author is page
    hands.opens("format: drills/1\n")
    hands.key(Qt.Key.Key_Return, CTRL)
    assert hands.author is page


def test_the_last_way_is_walked_again_after_each_change(hands: Hands) -> None:
    page = hands.opens(TEXT)
    page.playing.play_from(Start("door", (("calm", 1),)))
    for key in (
        Qt.Key.Key_2,
        Qt.Key.Key_Return,
        Qt.Key.Key_Return,
        Qt.Key.Key_1,
        Qt.Key.Key_Escape,
    ):
        hands.key(key)
    assert page.bench.way == ("door", "door-again", "talk", "door")
    line = page.playing.line
    assert line.words.text() == "What you played last still goes the same way."
    hands.changes(("scenes", "talk", "choices", 0, "next"), "bad-end")
    assert line.said == (
        "What you played last goes another way in “Talk”: it leads to “Bad end” now, not to “Door”."
    )
    until(lambda: line.words.text() == line.said)  # Once it is known how much room there is.
    assert page.bench.way == ("door", "door-again", "talk", "bad-end")
    line.there.setFocus()
    hands.key(Qt.Key.Key_Return)
    assert hands.wanted == [("scenes", "talk", "choices", 0)]
    page.undo()
    assert page.bench.document is not None
    for old, new in (("talk", "beside-him"), ("door", "at-the-door")):
        with page.bench.step("renaming") as step:
            rename_scene(step, page.bench.document, old, new)
        answered(hands.stage, page)
        assert line.words.text() == "What you played last still goes the same way."
    assert page.bench.way == ("at-the-door", "door-again", "beside-him", "at-the-door")
    page.undo()
    page.undo()
    answered(hands.stage, page)
    assert line.words.text() == "What you played last still goes the same way."
    page.redo()
    page.redo()
    hands.changes(("scenes", "beside-him", "choices", 0, "next"), "bad-end")
    assert "in “Beside him”: it leads to “Bad end” now, not to “At the door”." in line.words.text()
    for _step in range(2):
        page.undo()
    page.undo()
    page.playing._walk_again()
    answered(hands.stage, page)
    assert line.words.text() == "What you played last still goes the same way."
    line.replay.setFocus()
    hands.key(Qt.Key.Key_Return)
    assert hands.session.scene.id == "door"
    assert len(hands.session.decisions) == 2


def test_played_again_it_begins_at_what_was_changed_and_the_line_goes(hands: Hands) -> None:
    page = hands.opens(TEXT)
    line = page.playing.line

    def again() -> None:
        hands.stage.settle(0.01)
        assert line.isVisible()
        line.replay.setFocus()
        hands.key(Qt.Key.Key_Return)

    page.playing.play_from(Start("door", (("calm", 1),)))
    for key in (Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_1):
        hands.key(key)
    hands.play.back.click()
    whole = page.bench.way
    assert whole == ("door", "door-again", "talk", "door")
    assert line.isHidden()  # Nothing is news yet.
    hands.changes(("scenes", "door-again", "text"), "It goes on, and on.")
    again()
    assert hands.session.scene.id == "door-again"
    assert hands.session.scene.text == "It goes on, and on."
    hands.play.back.click()
    assert line.isHidden()
    assert page.bench.document is not None
    page.bench.show(page.bench.document)  # Neither is it news that a file is opened.
    answered(hands.stage, page)
    assert line.isHidden()
    assert page.bench.way == whole  # The rest of it is not forgotten.
    hands.changes(("scenes", "door", "choices", 1, "feedback", "why"), "She turns away.")
    again()
    assert hands.session.scene.id == "door"
    assert hands.session.phase is Phase.FEEDBACK
    assert "She turns away." in hands.play.stage.spoken
    hands.play.back.click()
    hands.changes(("scenes", "talk", "choices", 0, "act"), "Go back.")
    again()
    assert hands.session.scene.id == "talk"
    assert hands.play.stage.choices.isVisible()
    hands.key(Qt.Key.Key_2)
    hands.play.back.click()
    assert page.bench.way == whole  # Its only choice has no 2.
    hands.changes(("scenes", "attic", "text"), "Dust.")
    line.close_line.setFocus()
    hands.key(Qt.Key.Key_Return)
    hands.changes(("scenes", "attic", "text"), "Much dust.")
    assert line.isHidden()
    page.playing.play_from(Start("talk", (("calm", 1),)))
    hands.play.back.click()
    assert list(page.bench.way) == ["talk"]  # Another play is another way.


def test_at_an_end_shows_how_it_was_and_nothing_of_an_earlier_play_lies_over_it(
    hands: Hands,
) -> None:
    page = hands.opens(f"{TEXT}you: {{role: rider}}\ndebrief: {{questions: [What now?]}}\n")
    page.playing.play_from(Start("talk", (("calm", 3),)))
    for key in (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Return):
        hands.key(key)
    assert hands.session.scene.id == "calm-end"
    said = [words for words, _box in words_in(hands.stage.shell)]
    assert {"What you did so far", "Go back to the door.", "How it was for Mrs. Lin"} <= {*said}
    hands.key(Qt.Key.Key_Escape)
    page.playing.play_from(Start("door-again"))
    QApplication.processEvents()
    said = [words for words, _box in words_in(hands.stage.shell)]
    assert [one for one in said if "Take your time" in one]
    assert hands.play.end.isHidden()
    assert [one for one in said if one.startswith("Your part")] == ["Your part: rider."]
    assert not {"Delay", "Go back to the door."} & {*said}
    assert overlapping(hands.stage.shell) == []
    page.playing.play_from(Start("calm-end"))
    QApplication.processEvents()
    said = [words for words, _box in words_in(hands.stage.shell)]
    assert {"How it was for Mrs. Lin", "It ended with support.", "What now?"} <= {*said}
    assert hands.play.end._view.words() == "Somebody was there."
    assert not [one for one in said if "decide" in one or one in ("Your part", "Delay")]
    assert overlapping(hands.stage.shell) == []


def test_a_renamed_scene_is_no_other_one_and_what_leads_to_it_says_nothing_new(
    hands: Hands,
) -> None:
    page = hands.opens(TEXT)
    document = page.bench.document
    assert document is not None
    page.playing.play_from(Start("door", (("calm", 1),)))
    for key in (Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_1):
        hands.key(key)
    hands.play.back.click()
    with page.bench.step("renaming") as step:
        rename_scene(step, document, "talk", "beside-him")
    hands.changes(("scenes", "beside-him", "text"), "You talk, and talk.")
    page.playing.line.replay.setFocus()
    hands.key(Qt.Key.Key_Return)
    assert hands.session.scene.id == "beside-him"
    assert hands.session.scene.text == "You talk, and talk."
    hands.play.back.click()
    hands.changes(("scenes", "door-again", "next"), "attic")  # That is news of this scene.
    page.playing.line.replay.setFocus()
    hands.key(Qt.Key.Key_Return)
    assert hands.session.scene.id == "door-again"


@pytest.mark.soak
def test_what_is_long_is_read_beside_the_window_and_not_played_for_who_has_gone_on(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = hands.opens(TEXT)
    monkeypatch.setattr("trainer.ui.authoring.playing.reader._AT_ONCE", 100)
    page.playing.play_from(Start("talk", (("calm", 2),)))
    assert hands.author is page
    hands.stage.shell.open_page("home")
    answered(hands.stage, page)
    assert hands.stage.shell.page().name == "home"
    hands.stage.shell.open_page("author")
    page.playing.play_from(Start("talk", (("calm", 3),)))
    answered(hands.stage, page)
    hands.key(Qt.Key.Key_2)
    hands.key(Qt.Key.Key_Return)
    assert hands.session.scene.id == "calm-end"
