"""Somebody else writes into the file: put together and said, or asked; nothing is lost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.scenes import Stage
from tests.scenes.authoring_scenes import own_copy
from tests.ui.authoring.keeping.opened import (
    PLAIN,
    Light,
    answer,
    document,
    light,
    sheet,
    shown,
    state,
    write,
)
from trainer.authoring.document import Document
from trainer.authoring.keeping import aside, holding, kept, versions
from trainer.authoring.keeping.kept import State
from trainer.ui.authoring.keeping.clash_sheet import ClashSheet
from trainer.ui.authoring.keeping.rows import RowList
from trainer.ui.authoring.keeping.versions_sheet import VersionsSheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trainer.errors import UpstanderError
    from trainer.ui.authoring.page import AuthorPage


THERE = ("scenes", "aboard", "text")


def wait(page: AuthorPage | Light, until: Callable[[], bool]) -> None:
    """Let the system tell what has happened, as it does."""
    end = time.monotonic() + 5
    while not until():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.005)


def settle(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def elsewhere(path: Path, old: str, new: str) -> str:
    """Write into a file as an editor does that replaces it as a whole."""
    text = path.read_text().replace(old, new, 1)
    other = path.with_name("other.tmp")
    other.write_text(text)
    other.replace(path)
    return text


def look(page: AuthorPage | Light) -> None:
    """Have the file looked at as if the system had told of it, and again when it is at rest."""
    page.keeping.outside.look()
    page.keeping.outside.look()


def listen(page: AuthorPage | Light) -> list[str]:
    said: list[str] = []
    page.context.noticed.connect(lambda notice: said.append("" if notice is None else notice.text))
    return said


def test_what_was_changed_elsewhere_comes_in_and_can_be_undone(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        # What opening the file has had looked at is done: from here on, the system tells.
        settle(0.2)
        said, path, before = listen(page), document(page).path, document(page).text
        theirs = elsewhere(path, "  aboard:\n", "  aboard: # theirs\n")
        wait(page, lambda: document(page).text == theirs)
        assert state(page) is State.SAVED
        assert "Aboard" in said[-1]
        page.bench.undo()
        assert document(page).text == before
        assert state(page) is State.UNSAVED
        page.save()
        assert path.read_text() == before


def test_who_only_looks_sees_what_is_saved_elsewhere_and_has_nothing_to_save(
    qapp: QApplication,
) -> None:
    path = own_copy()
    writer = holding.Hold(path)
    with light(path) as page:
        told = sheet()
        theirs = elsewhere(path, "title: The 8:10", "title: Theirs")
        look(page)
        assert document(page).text == theirs
        assert document(page).fixed
        assert state(page) is State.FIXED
        assert not document(page).is_changed
        write(page, "Mine")
        assert document(page).text == theirs
        page.keeping.open(path)
        assert told.isVisible()
        writer.release()
        look(page)
        assert not told.isVisible()  # It says what is not so any more.
        assert state(page) is State.SAVED
        write(page, "Mine")
        page.save()
        assert path.read_text() == document(page).text


@pytest.mark.parametrize("keeps", [True, False])
def test_what_is_said_of_what_nobody_chose_is_so_for_whoever_keeps_nothing(
    qapp: QApplication, keeps: bool
) -> None:
    with light(own_copy()) as page:
        page.context.keeps = keeps
        said, path = listen(page), document(page).path
        ours = write(page, "Mine")
        elsewhere(path, "title: The 8:10", "title: Theirs")
        page.save()
        asked = sheet()
        assert isinstance(asked, ClashSheet)
        told = " ".join(one.text() for one in asked.findChildren(QLabel))
        assert ("stays under “Earlier versions”" in told) is keeps
        assert ("gone once you save" in told) is not keeps
        asked.choices[0].decide(True)
        answer("Put together")
        assert document(page).data(("title",)) == "Theirs to Harbor"
        assert ("Yours is under “Earlier versions”" in said[-1]) is keeps
        assert ("Ctrl Z brings yours back" in said[-1]) is not keeps
        assert (ours in [one.text for one in map(versions.read, versions.every(path)) if one]) is (
            keeps
        )
        page.bench.undo()
        assert document(page).text == ours


def test_what_both_wrote_is_put_together(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        path = document(page).path
        ours = write(page, "Mine")
        theirs = elsewhere(path, "  aboard:\n", "  aboard: # theirs\n")
        look(page)
        both = ours.replace("  aboard:\n", "  aboard: # theirs\n", 1)
        assert document(page).text == both
        assert state(page) is State.UNSAVED
        assert path.read_text() == theirs
        page.save()
        assert path.read_text() == both
        page.bench.undo()
        assert document(page).text == ours
        kept_texts = [one.text for one in map(versions.read, versions.every(path)) if one]
        assert {ours, theirs, both} <= set(kept_texts)


def test_what_cannot_be_put_together_is_asked_and_never_written_over(qapp: QApplication) -> None:
    with Stage(PLAIN) as stage:
        page = shown(stage)
        path, title = document(page).path, document(page).data(("title",))
        ours = write(page, "Mine")
        theirs = elsewhere(path, f"title: {title}", "title: Theirs")
        assert theirs.count("Theirs") == 1
        # Saved before the system has told anything.
        page.save()
        asked = sheet()
        assert isinstance(asked, ClashSheet)
        assert not asked.go.isEnabled()
        asked.reject()
        assert path.read_text() == theirs
        assert state(page) is State.DIFFERS
        page.save()
        asked = sheet()
        assert isinstance(asked, ClashSheet)
        asked.choices[0].decide(True)
        answer("Put together")
        assert document(page).text == theirs
        assert state(page) is State.SAVED
        page.bench.undo()
        assert document(page).text == ours
        page.save()
        assert path.read_text() == ours


def test_what_was_kept_of_ones_own_is_not_told_as_changed(qapp: QApplication) -> None:
    with Stage(PLAIN) as stage:
        page = shown(stage)
        made, said = document(page), listen(page)
        other = next(name for name in made.scenes() if name != "aboard")
        with page.bench.step("x") as step:
            step.put(made, THERE, "Mine.")
        there = Document(made.path, made.path.read_text())
        there.apply(there.put(THERE, "Theirs."))
        there.path.write_text(there.text.replace(f"  {other}:\n", f"  {other}: # theirs\n", 1))
        page.save()
        asked = sheet()
        assert isinstance(asked, ClashSheet)
        for choice in asked.choices:
            choice.decide(False)
        answer("Put together")
        assert "Mine." in str(made.data(THERE))
        assert "is put together as you chose" in said[-1]
        assert page.bench.names.scene(other) in said[-1]
        assert page.bench.names.scene("aboard") not in said[-1]


def test_a_file_that_goes_is_kept_and_comes_back(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        path, text = document(page).path, document(page).text
        path.unlink()
        look(page)
        assert state(page) is State.UNSAVED
        page.keeping.left()
        assert aside.is_there(path)
        path.write_text(text)
        look(page)
        assert state(page) is State.SAVED
        path.unlink()
        look(page)
        page.save()
        assert path.read_text() == text
        path.write_bytes(b"\xff")
        told: list[UpstanderError] = []
        page.context.told.connect(told.append)
        look(page)
        assert len(told) == 1
        assert document(page).text == text


def test_what_was_not_saved_goes_onto_a_file_that_was_changed(qapp: QApplication) -> None:
    path = own_copy()
    one = kept.opened(path)
    before = one.document.text
    versions.keep(path, before, one.document.arrangement, versions.Why.OPENED)
    one.document.text = before.replace("title:", "# mine\ntitle:", 1)
    aside.keep(path, one.unsaved(left=True), home=False)
    elsewhere(path, "  aboard:\n", "  aboard: # theirs\n")
    with light(path) as page:
        answer("Go on")
        text = document(page).text
        assert "# mine\n" in text
        assert "# theirs\n" in text
        assert state(page) is State.UNSAVED


def test_what_somebody_else_has_written_since_is_not_told_as_if_it_went(
    qapp: QApplication,
) -> None:
    path = own_copy()
    one = kept.opened(path)
    before = one.document.text
    versions.keep(path, before, one.document.arrangement, versions.Why.OPENED)
    assert one.document.settle()
    title = str(one.document.data(("title",)))
    one.document.text = before.replace(f"title: {title}", "title: Mine", 1)
    aside.keep(path, one.unsaved(left=True), home=False)
    elsewhere(path, "summary: ", "summary: Theirs ")
    with light(path) as page:
        rows = sheet().findChildren(RowList)[0]
        assert rows.count() == 1
        heard = rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert heard.endswith(f"Title: taken out: {title}; put in: Mine")
        answer("Go on")
        assert "Mine" in document(page).text
        assert "Theirs" in document(page).text


def test_an_earlier_version_comes_back_as_one_step(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        before = document(page).text
        after = write(page, "Later")
        page.save()
        page.keeping.show_versions()
        asked = sheet()
        assert isinstance(asked, VersionsSheet)
        assert asked.list.count() == 2
        assert not asked.back.isEnabled()
        asked.list.setCurrentRow(1)
        asked.back.click()
        assert document(page).text == before
        page.bench.undo()
        assert document(page).text == after


def test_what_comes_along_is_worked_on_as_a_copy(qapp: QApplication) -> None:
    from trainer import paths

    path = paths.built_in_scenarios() / "morning-train" / "morning-train.yaml"
    before = path.read_bytes()
    with light(path) as page:
        assert state(page) is State.FIXED
        assert write(page, "Mine") == before.decode()
        answer("copy")
        place = document(page).path
        assert place.is_relative_to(paths.own_scenarios())
        assert document(page).settle()
        assert document(page).data(("id",)) == place.stem
        write(page, "Mine")
        page.save()
        assert "title: Mine" in place.read_text()
    assert path.read_bytes() == before


def test_what_was_not_decided_is_asked_again_whatever_is_written_meanwhile(
    qapp: QApplication,
) -> None:
    with Stage(PLAIN) as stage:
        page = shown(stage)
        path, title = document(page).path, document(page).data(("title",))
        before = versions.Content(document(page).text, document(page).arrangement)
        write(page, "Mine")
        theirs = elsewhere(path, f"title: {title}", "title: Theirs")
        page.save()
        sheet().reject()
        opened = page.keeping.keeper.shown
        assert opened is not None
        page.keeping.return_to(opened, before)
        assert not document(page).is_changed
        assert state(page) is State.DIFFERS
        page.save()
        asked = sheet()
        assert isinstance(asked, ClashSheet)
        assert [choice.key for choice in asked.choices] == [("title",)]
        mine, other = asked.choices[0].answers
        mine.setFocus()
        QTest.keyClick(asked, Qt.Key.Key_Tab)
        QTest.keyClick(asked, Qt.Key.Key_Tab)
        assert asked.focusWidget() is other
        other.click()
        assert asked.choices[0].takes is True
        mine.click()
        assert (mine.isChecked(), other.isChecked()) == (True, False)
        asked.reject()
        with page.bench.step("x", ("summary",)) as step:
            step.put(document(page), ("summary",), "Also mine")
        page.save()
        asked = sheet()
        assert isinstance(asked, ClashSheet)
        asked.choices[0].decide(False)
        answer("Put together")
        assert document(page).data(("title",)) == title
        assert document(page).data(("summary",)) == "Also mine"
        assert path.read_text() == theirs
        said = stage.shell.notices.findChildren(QLabel)[0].text()
        assert "as you chose" in said
        assert state(page) is State.UNSAVED
        page.save()
        assert state(page) is State.SAVED
        assert not stage.shell.notices.isVisibleTo(stage.shell)


def test_a_notice_about_a_step_goes_with_it(qapp: QApplication) -> None:
    with Stage(PLAIN) as stage:
        page = shown(stage)
        notices = stage.shell.notices

        def shows(words: str) -> bool:
            return notices.isVisibleTo(stage.shell) and notices._words.text() == words

        write(page, "One")
        page.bench.say("One is gone.", "Undo", page.bench.undo)
        assert shows("One is gone.")
        page.undo()
        assert not shows("One is gone.")
        page.redo()
        page.bench.say("One is gone.", "Undo", page.bench.undo)
        write(page, "Two")
        assert not shows("One is gone.")
        page.bench.say("Put together.", firm=True)
        write(page, "Three")
        assert shows("Put together.")
        page.undo()
        assert shows("Put together.")
        page.undo()
        assert not shows("Put together.")
        page.redo()
        page.bench.say("Replaced.")
        page.context.notice("Something else.")
        write(page, "Four")
        assert shows("Something else.")


def test_what_both_wrote_is_told_in_words_and_found_again_from_the_chip(
    qapp: QApplication,
) -> None:
    with light(own_copy()) as page:
        page.keeping.chip.setParent(page)
        page.keeping.chip.show()
        path, made = document(page).path, document(page)
        title, check = made.data(("title",)), ("scenes", "aboard", "text")
        text = made.data(check)
        write(page, "Mine")
        with page.bench.step("x", check) as step:
            step.put(made, check, text.replace("half full", "nearly full"))
        elsewhere(path, f"title: {title}", "title: Theirs")
        theirs = elsewhere(path, "It is half full", "It is empty")
        chip = page.keeping.chip
        assert not chip.look.isVisibleTo(page)
        page.save()
        sheet().reject()
        assert path.read_text() == theirs
        assert not chip.fact.isVisibleTo(page)
        chip.look.setFocus()
        QTest.keyClick(chip.look, Qt.Key.Key_Space)
        wait(page, lambda: any(isinstance(one, ClashSheet) and one.isVisible()
                               for one in QApplication.topLevelWidgets()))  # fmt: skip
        asked = sheet()
        assert isinstance(asked, ClashSheet)
        heard = [button.accessibleDescription() for one in asked.choices
                 for button in one.answers]  # fmt: skip
        assert heard[2].endswith("Scene “Aboard” · What happens. taken out: half; put in: nearly")
        assert heard[3].endswith("taken out: half full; put in: empty")
        views = [view for one in asked.choices for view in one.views]
        assert not any(view.isVisibleTo(asked) for view in views)
        asked.as_text.click()
        assert all(view.isVisibleTo(asked) for view in views)
        asked.choices[0].decide(False)
        asked.choices[1].decide(True)
        answer("Put together")
        assert made.data(("title",)) == "Mine"
        assert "empty" in made.data(check)
        assert chip.fact.isVisibleTo(page)
        page.save()
        assert path.read_text() == made.text
