"""Author's first page: beginning a file by keyboard, finding it again, and how far it is."""

from __future__ import annotations

import os
import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.full_disk import full_at
from tests.scenes import Stage
from tests.scenes.authoring_review_scenes import begun
from tests.scenes.authoring_scenes import own_copy
from tests.ui.practice.hands import Hands
from trainer import paths
from trainer.authoring import shelf
from trainer.authoring.document import Document
from trainer.authoring.forms.licences import ONLY_OUR_GROUP
from trainer.authoring.keeping import aside, own_copies
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.authoring.templates.making import Asked, id_of
from trainer.settings import Settings
from trainer.ui.authoring.home import looking, own_files
from trainer.ui.authoring.home.copy_sheet import CopySheet
from trainer.ui.authoring.home.file_card import state
from trainer.ui.authoring.home.new_sheet import NewSheet
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.dialogs import AskSheet, ErrorSheet
from trainer.ui.find import everything, fitting, read_later
from trainer.ui.keys_help import KeysSheet
from trainer.ui.library.home import HomePage
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


Key = Qt.Key


def home_page(stage: Stage) -> AuthorHomePage:
    stage.shell.open_page("author-home")
    page = stage.shell.page()
    assert isinstance(page, AuthorHomePage)
    return page


def shown_file(stage: Stage) -> Document:
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    assert page.bench.document is not None
    return page.bench.document


def test_a_file_is_begun_by_keyboard_and_found_again(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.shell.show()
        hands = Hands(stage)
        page = home_page(stage)
        assert page.files == []
        hands.press(Key.Key_Return)
        sheet = hands.sheet()
        assert isinstance(sheet, NewSheet)
        assert "If it happened to you: you may stop" in hands.seen(sheet)
        hands.press(Key.Key_Return)
        assert sheet.isVisible()
        assert not paths.own_scenarios().exists()
        hands.write("The waiting room")
        hands.press(Key.Key_Tab, Key.Key_Tab)
        hands.write("Mrs. Phan")
        hands.press(Key.Key_Return)
        document = shown_file(stage)
        assert "came along as examples" in hands.seen()
        assert document.path == paths.own_scenarios() / "the-waiting-room/the-waiting-room.yaml"
        assert document.data(("cast", "targeted", "name")) == "Mrs. Phan"
        assert document.data(("authors",)) == ["Anonymous"]
        editor = stage.shell.page()
        assert isinstance(editor, AuthorPage)
        assert editor.bench.scene == "at-first"
        assert editor.form.isAncestorOf(hands.focus())
        hands.write("It rains.")
        assert "came along as examples" in hands.seen()  # Whoever writes has not read it yet.
        editor.bench.select(())
        assert "came along as examples" not in hands.seen()
        for firm, passing in ((True, True), (True, False), (False, False)):
            editor.bench.say("Of the waiting room.", firm=firm, passing=passing)
            assert "Of the waiting room." in hands.seen()
            editor.bench.show(document)
            assert "Of the waiting room." in hands.seen()
            editor.bench.show(Document(document.path.with_name("other.yaml"), document.text))
            assert "Of the waiting room." not in hands.seen()
            editor.bench.show(document)
        other = editor.bench.desk.add(
            Document(document.path.with_name("third.yaml"), document.text)
        )
        with editor.bench.step("both", ("title",)) as step:
            step.put(document, ("title",), "Both")
            step.put(other, ("title",), "Both")
        for passing in (False, True):
            editor.bench.show(document)
            editor.bench.say("Of both.", passing=passing)
            editor.bench.show(other)
            assert ("Of both." in hands.seen()) is not passing
        editor.bench.show(document)
        editor.undo()
        editor.undo()
        with editor.bench.step("x", ("title",)) as step:
            step.put(document, ("title",), "Never saved")
        assert stage.shell.windowTitle().startswith("Never saved")
        page = home_page(stage)
        assert [card.mine.title for card in page.files] == ["The waiting room"]
        seen = hands.seen(page)
        assert "All that you wrote is kept here, and not saved yet" in seen
        assert "Last written on " in seen
        assert "Last changed on " not in seen
        assert "·" not in seen.split("All that you wrote")[0].rsplit("The waiting room", 1)[-1]
        assert page.files[0].playable == ""
        aside.forget(document.path)
        page = home_page(stage)
        assert "13 texts are still to be written" in hands.seen(page)
        for sought in ("make my own", "what happened to me", "own story"):
            pages = {one.page for one in fitting(everything(stage.context), sought)}
            assert "author-home" in pages, sought
        page.begin(BY_NAME["empty"])
        assert "If it happened to you" not in hands.seen(hands.sheet())  # It is said once.
        hands.sheet().reject()
        found = fitting(read_later(stage.context), "waiting")[0]
        assert (found.page, found.what) == ("author", (("path", str(document.path)),))


def told_in_a_ready_made_story(sheet: CopySheet) -> None:
    """How long it is, and by which words it is found: also by who is targeted, and what happens."""
    thread = next(one for one in sheet.choices if one.card.id == "the-white-thread")
    said = thread.accessibleDescription()
    assert f"{thread.card.scenes} scenes" in said
    assert f"{thread.card.minutes} min" in said
    (label,) = (one for one in thread.findChildren(Words) if "scenes" in one.text())
    assert label.text() in said
    for sought in (
        "elderly",
        "Mrs. Eng",
        "toisanese",
        "fruit crates",
        "old ambulance",
        "windbreak",
    ):
        sheet.field.setText(sought)
        # Whoever harms is in it, too; but nobody looks for a story by them.
        assert (thread in sheet.shown()) is (sought != "windbreak"), sought
    assert all(one.card.scenes > 1 for one in sheet.choices)


def test_one_that_comes_along_is_copied(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.shell.show()
        hands = Hands(stage)
        page = home_page(stage)
        page.copy.click()
        sheet = hands.sheet()
        assert isinstance(sheet, CopySheet)
        room = sheet.scroller.viewport().width()
        assert sheet.scroller.content.width() == room
        # In the middle of the window, as far as the screen goes; at its edge it would stand at 0.
        assert sheet.x() > 0
        for choice in sheet.choices:
            assert room - 40 < choice.width() <= room
            for label in choice.findChildren(Words):
                assert label.height() >= label.heightForWidth(label.width()) > 0
                assert choice.rect().contains(label.geometry())
        sheet.resize(sheet.width() - 60, sheet.height())
        stage.settle(0.02)
        assert sheet.scroller.content.width() == sheet.scroller.viewport().width()
        titles = [one.card.title.casefold() for one in sheet.choices]
        assert titles == sorted(titles)
        # What is typed looks for a story and begins none, wherever the keyboard stands.
        hands.press(Key.Key_Down, Key.Key_Down)
        assert sheet.choices[1].hasFocus()
        for letter in "work ":
            hands.write(letter)  # Wherever the keyboard stands by then.
        assert sheet.field.hasFocus()
        hands.press(Key.Key_Return)
        assert sheet.field.text() == "work "
        assert sheet.isVisible()
        assert 1 < len(sheet.shown()) < len(sheet.choices)
        hands.write("zzz")
        assert "No ready-made story" in hands.seen(sheet)
        told_in_a_ready_made_story(sheet)
        sheet.field.clear()
        chosen = sheet.choices[1].card
        hands.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
        assert shown_file(stage).path.is_relative_to(paths.own_scenarios())
        assert chosen.title in str(shown_file(stage).data(("title",)))
        stage.settle(0.2)
        assert home_page(stage).files[0].playable


def test_a_file_from_elsewhere_and_how_far_each_is(qapp: QApplication) -> None:
    folder = paths.own_scenarios()
    folder.mkdir(parents=True)
    good = paths.built_in_scenarios() / "blue-tape" / "blue-tape.yaml"
    (folder / "mend.yaml").write_text(good.read_text().replace("next: ", "next: no-", 2))
    (folder / "torn.yaml").write_text("title: [\n")
    (folder / "old.yaml").write_text(
        good.read_text().replace("id: blue-tape", "id: old").replace(": draft", ": retired")
    )
    with Stage() as stage:
        stage.shell.show()
        page = home_page(stage)
        seen = Hands(stage).seen(page)
        for said in ("2 things to mend", "Cannot be read at the moment", "No longer in use"):
            assert said in seen
        elsewhere = folder.parent / "elsewhere.yaml"
        elsewhere.write_text(good.read_text())
        page.ask = lambda _parent: str(elsewhere)
        page.elsewhere.click()
        assert shown_file(stage).path == elsewhere


def _choose(page: AuthorHomePage, words: str) -> None:
    acts = {said: act for said, _keys, act, _possible in page.files[0].more.menu_acts}
    acts[words]()


def test_a_file_is_duplicated_given_away_deleted_and_brought_back(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = own_copy()
    before = path.read_bytes()
    with Stage() as stage:
        stage.shell.show()
        page = home_page(stage)
        assert len(page.files) == 1
        _choose(page, "Delete")
        assert page.files == []
        assert not path.exists()
        with full_at(100):
            stage.shell.undo()
        assert not path.exists()
        full = stage.top()
        assert isinstance(full, ErrorSheet)
        assert "could not be brought back" in full.windowTitle()
        full.reject()
        stage.shell.undo()
        assert path.read_bytes() == before
        assert len(page.files) == 1
        asked: list[str] = []
        for place in (path, tmp_path / "for-her.yaml"):
            page.acts.ask = partial(_choosing, asked, place)
            _choose(page, "Give away a copy …")
        sheet = stage.top()
        assert isinstance(sheet, ErrorSheet)
        sheet.reject()
        assert (tmp_path / "for-her.yaml").read_bytes() == path.read_bytes() == before
        only = re.sub("(?m)^licence: .*", f"licence: {ONLY_OUR_GROUP}", before.decode())
        assert only != before.decode()
        path.write_text(only, "utf-8")
        for agree in (False, True):
            place = tmp_path / "of-the-group.yaml"
            page.acts.ask = lambda *_asked, chosen=place: str(chosen)
            _choose(page, "Give away a copy …")
            asking = stage.top()
            assert isinstance(asking, AskSheet)
            assert not place.exists()
            (asking.go if agree else asking.cancel).click()
            assert place.exists() is agree
        assert place.read_text("utf-8") == only
        path.write_bytes(before)
        title = page.files[0].mine.title
        assert asked[-1].endswith(f"/{id_of(title, ())}.yaml")
        editor = shown_editor(stage, path)
        editor.keeping.ask = lambda *_said: str(tmp_path / "again.yaml")
        acts = {words: act for words, _keys, act, _possible in editor.bar.more.menu_acts}
        acts["Give away a copy …"]()
        assert (tmp_path / "again.yaml").read_bytes() == before
        page = home_page(stage)
        _choose(page, "Duplicate")
        assert len(page.files) == 2
        assert path.read_bytes() == before


def _choosing(asked: list[str], place: Path, *said: object) -> str:
    asked.append(str(said[2]))
    return str(place)


def shown_editor(stage: Stage, path: Path) -> AuthorPage:
    stage.shell.open_page("author", path=path)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    return page


def test_a_story_that_a_plan_uses_says_so_when_it_goes_and_when_it_is_back(
    qapp: QApplication,
) -> None:
    path = own_copy()
    id_ = "our-train"
    told = path.read_text("utf-8")
    path.write_text(re.sub("(?m)^id: .*", f"id: {id_}", told, count=1), "utf-8")
    plan = own_copies.copy(min((paths.assets() / "plans").glob("*.yaml")), ())
    text = re.sub(r"scenario: \S+", f"scenario: {id_}", plan.read_text("utf-8"))
    plan.write_text(text, "utf-8")
    other = own_copies.copy(min((paths.assets() / "plans").glob("*.yaml")), ())
    another = re.sub(r"scenario: \S+", "scenario: blue-tape", other.read_text("utf-8"))
    other.write_text(another, "utf-8")
    with Stage() as stage:
        stage.shell.show()
        said: list[str] = []
        stage.context.noticed.connect(lambda one: said.append(one.text if one else ""))
        page = home_page(stage)
        story = next(one for one in page.files if one.mine.path == path)
        (mine,) = [one for one in stage.context.plans.plans() if one.path == plan]
        for agree in (False, True):
            page.acts.delete(story.mine)
            asked = stage.top()
            assert isinstance(asked, AskSheet)
            assert f"“{mine.content.title}” uses it." in [
                one.text() for one in asked.findChildren(Words)
            ]
            (asked.go if agree else asked.cancel).click()
            assert path.exists() is not agree
        assert said[-1] == f"“{story.mine.title}” is deleted."
        stage.shell.undo()
        assert said[-1] == f"“{story.mine.title}” is back."
        assert stage.context.library.card(id_) is not None
        stage.shell.open_page("home")
        stage.settle(0.1)
        home = stage.shell.page()
        assert isinstance(home, HomePage)
        assert home._cards[0].path == path


def test_f1_answers_over_a_sheet_and_the_first_sheet_warns_before_names(
    qapp: QApplication,
) -> None:
    with Stage() as stage:
        stage.shell.show()
        hands = Hands(stage)
        page = home_page(stage)
        page.templates[0].click()
        sheet = hands.sheet()
        assert isinstance(sheet, NewSheet)
        assert sheet.targeted is not None
        (hint,) = [one for one in sheet.findChildren(Words) if "recognise" in one.text()]
        place = sheet.scroller.place_of
        assert place(hint).bottom() < place(sheet.targeted).top()
        assert place(hint).bottom() < sheet.scroller.viewport().height()
        hands.press(Key.Key_F1)
        top = QApplication.activeModalWidget()
        assert isinstance(top, KeysSheet)
        assert "colleague" in hands.seen(top)
        QTest.keyClick(top, Key.Key_F1)
        assert len(stage.shell.findChildren(KeysSheet)) == 1
        top.close()


def many_files(count: int) -> None:
    """Files of one's own, the last of them changed last, and nothing in them yet."""
    folder = paths.own_scenarios()
    folder.mkdir(parents=True)
    for number in range(count):
        place = folder / f"story-{number}.yaml"
        place.write_text(f"format: scenario/1\ntitle: Story number {number}\n")
        os.utime(place, (1e9 + number, 1e9 + number))


def titles(page: AuthorHomePage) -> list[str]:
    return [card.name for card in page.files]


def test_of_many_files_the_first_show_then_more_and_one_is_found(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_files, "MOST", 2)
    many_files(5)
    with Stage() as stage:
        stage.shell.show()
        hands = Hands(stage)
        page = home_page(stage)
        assert titles(page) == ["Story number 4", "Story number 3"]
        assert "2 of 5 show." in hands.seen(page)
        page.own.more.setFocus()
        hands.press(Key.Key_Return)
        assert titles(page)[2:] == ["Story number 2", "Story number 1"]
        page.own.more.click()
        assert len(page.files) == 5
        assert not page.own.more.isVisible()
        page.own.field.setFocus()
        hands.write("number 2")
        stage.settle(0.4)
        assert titles(page) == ["Story number 2"]
        assert hands.focus() is page.own.field
        hands.write("nowhere")
        stage.settle(0.4)
        assert not page.files
        assert "No file of yours has that" in hands.seen(page)


def test_what_takes_a_while_is_said_and_keeps_nobody_waiting(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "AT_ONCE", 0.0)
    many_files(1)
    with Stage() as stage:
        stage.shell.show()
        page = home_page(stage)
        assert not page.files
        assert "Your files are being looked at" in Hands(stage).seen(page)
        stage.rest()
        assert titles(page) == ["Story number 0"]
        assert "being looked at" not in Hands(stage).seen(page)
        assert page.files[0].isAncestorOf(Hands(stage).focus())
        # Whoever comes back, and stands on a card, stays there while nothing has changed.
        stage.shell.open_page("home")
        page = home_page(stage)
        page.files[0].more.setFocus()
        stage.rest()
        assert page.files[0].more.hasFocus()
        # Of two questions, the later is answered.
        page.own.looking.look("nothing of the kind", 24)
        page.own.looking.look("", 24)
        stage.rest()
        assert titles(page) == ["Story number 0"]


def test_whoever_comes_to_go_on_writing_stands_on_what_was_written_last(stage: Stage) -> None:
    """Enter would else begin something new."""
    many_files(1)
    hands = Hands(stage)
    hands.press(Key.Key_K, ctrl=True)
    hands.write("write a scenario")
    hands.press(Key.Key_Return)
    page = stage.shell.page()
    assert isinstance(page, AuthorHomePage)
    assert page.files[0].isAncestorOf(hands.focus())
    hands.press(Key.Key_Return)
    assert shown_file(stage).path == page.files[0].mine.path


def test_a_card_counts_all_that_is_lacking_and_guesses_nothing(stage: Stage) -> None:
    path = shelf.lay(BY_NAME["help"], Asked("Near us"), ())
    (mine,) = shelf.Shelf().files()
    assert (mine.unwritten, mine.errors) == (11, 0)
    assert state(mine, errors=0, unsaved=False).startswith("11 texts")
    drills = next(paths.built_in_drills().glob("*.yaml")).read_text("utf-8")
    path.write_text(drills.replace("status: draft", "status: drafft"), "utf-8")
    (mine,) = shelf.Shelf().files()
    assert (mine.unwritten, mine.errors) == (0, 1)
    assert state(mine, errors=mine.errors, unsaved=False) == "1 thing to mend"
    story = own_copy()
    mine = next(one for one in shelf.Shelf().files() if one.path == story)
    assert state(mine, errors=0, unsaved=False) == "Draft"
    assert state(mine, errors=0, unsaved=False, waits=True) == "It is being looked at"
    assert state(mine, errors=2, unsaved=False, waits=True) == "2 things to mend"


def test_a_new_file_shows_every_part_of_the_editor_also_in_large_text(qapp: QApplication) -> None:
    with Stage(Settings(keep=True, text_size=200, motion="reduced")) as stage:
        stage.shell.resize(1280, 800)
        stage.shell.show()
        begun(stage)
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        assert page.frame.narrow
        assert page.frame.parts.width() >= page.frame.parts.sizeHint().width()
