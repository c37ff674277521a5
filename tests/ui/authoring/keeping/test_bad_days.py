"""What goes wrong around a file that is being written: nothing is lost, and it is said."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.authoring.keeping.test_failing_calls import Disk
from tests.bad_days.days import posix
from tests.scenes.authoring_scenes import own_copy
from tests.ui.authoring.keeping.opened import Light, answer, document, light, sheet, state, write
from tests.ui.authoring.keeping.test_outside import elsewhere, look
from trainer import paths
from trainer.authoring.desk import Place
from trainer.authoring.document import Document
from trainer.authoring.finding import looking
from trainer.authoring.finding.asking import Asked
from trainer.authoring.finding.replacing import Replacing
from trainer.authoring.keeping import aside, holding, kept, versions
from trainer.authoring.keeping.kept import State
from trainer.ui.authoring.keeping import holds
from trainer.ui.authoring.keeping.clash_sheet import ClashSheet
from trainer.ui.authoring.keeping.found_sheet import FoundSheet
from trainer.ui.authoring.keeping.moving import save_as
from trainer.ui.authoring.keeping.rows import RowList
from trainer.ui.authoring.keeping.versions_sheet import VersionsSheet
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from trainer.authoring.keeping.kept import Kept
    from trainer.errors import UpstanderError


def left_unsaved(path: Path, text: str) -> None:
    """Let something be kept aside of a file, as a kill leaves it."""
    one = kept.opened(path)
    one.document.text = text
    aside.keep(path, one.unsaved(), home=False)


def texts(path: Path) -> set[str]:
    return {one.text for one in map(versions.read, versions.every(path)) if one}


def shown(page: Light) -> Kept:
    assert page.keeping.keeper.shown is not None
    return page.keeping.keeper.shown


def told(page: Light) -> list[UpstanderError]:
    said: list[UpstanderError] = []
    page.context.told.connect(said.append)
    page.keeping.keeper.not_saved.connect(said.append)
    return said


@pytest.mark.parametrize("what", ["typed", "saved", "same again"])
def test_what_was_found_stays_until_somebody_has_answered(qapp: QApplication, what: str) -> None:
    path = own_copy()
    left_unsaved(path, "before the kill\n")
    with light(path) as page:
        kept_by = page.keeping.keeper
        write(page, "Typed before the answer")
        if what == "saved":
            page.save()
        elif what == "same again":
            page.bench.undo()
        kept_by._keep_aside()
        kept_by.writer.flush()
        assert "before the kill\n" in texts(path)
        # The answer still counts.
        answer("Go on")
        assert document(page).text == "before the kill\n"


def left_by_somebody_else(path: Path, home: Path) -> None:
    """Let something be kept aside of a file from another home, whose window was closed with it."""
    here = paths.home()
    paths.move_home(home)
    one = kept.opened(path)
    one.document.text = "theirs\n"
    aside.keep(path, one.unsaved(left=True), home=False)
    paths.move_home(here)


def test_who_goes_on_with_what_somebody_else_has_left_is_not_asked_again(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = own_copy()
    before = path.read_text()
    left_by_somebody_else(path, tmp_path / "theirs")
    with light(path) as page:
        answer("Go on")
        assert document(page).text == "theirs\n"
        page.bench.undo()
        page.keeping.keeper.writer.flush()
        assert path.with_name(f".{path.name}.autosave.1").read_text().endswith("theirs\n")
    with light(path) as page:
        assert document(page).text == before
        assert state(page) is State.SAVED


@pytest.mark.parametrize("elsewhere_", [True, False])
def test_what_somebody_else_has_left_unsaved_does_not_come_in_by_itself(
    qapp: QApplication, tmp_path: Path, elsewhere_: bool
) -> None:
    path = own_copy()
    left_by_somebody_else(path, tmp_path / "theirs" if elsewhere_ else paths.home())
    with light(path) as page:
        assert (document(page).text == "theirs\n") is not elsewhere_
        if elsewhere_:
            assert "was written elsewhere" in sheet().findChildren(Words)[1].text()
            answer("Leave")
            page.keeping.keeper.writer.flush()
            assert "theirs\n" in texts(path)
            # It is somebody else's, who may write in it still, from another copy of the folder.
            put_by = path.with_name(f".{path.name}.autosave.1")
            assert put_by.read_text().endswith("theirs\n")
            assert not aside.is_there(path)


def test_the_second_window_finds_what_the_first_has_left(qapp: QApplication) -> None:
    path = own_copy()
    first = kept.opened(path)
    assert kept.take_hold(first)
    with light(path) as page:
        sheet().reject()
        assert state(page) is State.FIXED
        left_unsaved(path, "before the kill\n")
        assert first.hold is not None
        first.hold.release()
        look(page)
        answer("Go on")
        assert document(page).text == "before the kill\n"
        assert not document(page).fixed


def test_two_open_files_never_become_one(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        one = shown(page)
        other = own_copy("blue-tape")
        assert page.keeping.open(other)
        before = other.read_text()
        said = told(page)
        assert not save_as(page.keeping.keeper, one, other)
        sheet().reject()
        assert "open here" in said[0].what
        assert other.read_text() == before
        assert document(page).path == other
        assert one.place.name == "morning-train.yaml"


def test_no_place_is_taken_from_another_window_nor_from_the_library(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        other = own_copy("blue-tape")
        before, said = other.read_text(), told(page)
        hold = holding.Hold(other)
        shipped = next(paths.built_in_scenarios().rglob("*.yaml"))
        shipped_before = shipped.read_bytes()
        for place in (other, shipped):
            assert not save_as(page.keeping.keeper, shown(page), place)
            sheet().reject()
        hold.release()
        assert "another window" in said[0].what
        assert "comes with Upstander" in said[1].what
        assert (other.read_text(), shipped.read_bytes()) == (before, shipped_before)
        assert state(page) is State.SAVED


def test_what_is_written_over_elsewhere_can_be_returned_to(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        other = own_copy("blue-tape")
        before = other.read_text()
        left_unsaved(other, "before the kill\n")
        text = write(page, "Mine")
        assert save_as(page.keeping.keeper, shown(page), other)
        page.keeping.keeper.writer.flush()
        assert other.read_text() == text
        assert {before, "before the kill\n"} <= texts(other)
        assert not aside.is_there(other)


def test_the_same_place_is_no_other_one(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        path = document(page).path
        write(page, "Mine")
        theirs = elsewhere(path, "title: The 8:10", "title: Theirs")
        assert not save_as(page.keeping.keeper, shown(page), path)
        assert path.read_text() == theirs
        assert state(page) is State.DIFFERS


def test_who_saves_over_what_cannot_be_read_is_told_each_time(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        path, said = document(page).path, told(page)
        text = write(page, "Mine")
        path.write_bytes(b"\xff")
        look(page)
        assert len(said) == 1
        for times in (2, 3):
            page.save()
            assert len(said) == times
            assert path.read_bytes() == b"\xff"
        path.unlink()
        path.mkdir()
        look(page)
        page.save()
        assert len(said) >= 5
        sheet().reject()
        path.rmdir()
        page.save()
        assert path.read_text() == text
        assert state(page) is State.SAVED


def replaced(page: Light, *files: Path) -> Replacing:
    """Let a word be another one in files that are not open."""
    found = [
        looking.in_document(Asked("the", "thy"), Document(one, one.read_text())) for one in files
    ]
    work = Replacing([one for some in found for one in some], page.bench.desk)
    for _step in work.steps():
        pass
    assert work.do("replace", Place(document(page), ()))
    return work


def test_replacing_leaves_what_others_have_open_and_what_comes_along(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        free, held = own_copy("blue-tape"), own_copy("gas-cap")
        shipped = paths.built_in_scenarios() / "blue-tape" / "blue-tape.yaml"
        hold = holding.Hold(held)
        left_unsaved(free, "before the kill\n")
        work = replaced(page, free, held, shipped)
        hold.release()
        assert (work.files, work.closed, work.left) == (1, 2, 0)
        assert holding.is_held(free)
        page.keeping.keeper._keep_aside()
        page.keeping.keeper.writer.flush()
        assert "before the kill\n" in texts(free)
        before = held.read_bytes(), shipped.read_bytes()
        page.save()
        page.keeping.keeper.writer.flush()
        assert " thy " in free.read_text()
        assert (held.read_bytes(), shipped.read_bytes()) == before


@posix
def test_a_link_that_leads_in_a_circle_is_said(qapp: QApplication) -> None:
    path = own_copy()
    circle = path.with_name("circle.yaml")
    circle.symlink_to(circle)
    with light(path) as page:
        said = told(page)
        assert not page.keeping.open(circle)
        assert not save_as(page.keeping.keeper, shown(page), circle)
        sheet().reject()
        assert [one.what.endswith("leads nowhere.") for one in said] == [True, True]


def translated(path: Path, text: str) -> Path:
    """Lay a translation beside a file, of which something is not saved."""
    beside = path.with_name(f"{path.stem}.xx.po")
    beside.write_text('msgctxt "aboard/text"\nmsgid "a"\nmsgstr "b"\n')
    left_unsaved(beside, text)
    return beside


def test_a_rename_that_was_half_saved_is_finished(qapp: QApplication) -> None:
    path = own_copy()
    beside = translated(path, 'msgctxt "renamed/text"\nmsgid "a"\nmsgstr "b"\n')
    with light(path) as page:
        page.save()
        page.keeping.keeper.writer.flush()
        assert "renamed" in beside.read_text()
        assert not aside.is_there(beside)
        page.bench.undo()
        page.save()
        page.keeping.keeper.writer.flush()
        assert "aboard" in beside.read_text()


@pytest.mark.parametrize(("said", "left"), [("Leave", True), ("Go on", False)])
def test_translations_follow_the_answer(qapp: QApplication, said: str, left: bool) -> None:
    path = own_copy()
    beside = translated(path, "renamed")
    left_unsaved(path, "before the kill\n")
    with light(path) as page:
        there = page.bench.desk.documents.get(beside)
        assert there is None
        answer(said)
        page.keeping.keeper.writer.flush()
        there = page.bench.desk.documents.get(beside)
        assert (there is None) is left
        assert ("renamed" in texts(beside)) is left
        assert there is None or there.text == "renamed"


def test_a_translation_that_was_changed_since_stays_and_the_rest_is_put_by(
    qapp: QApplication,
) -> None:
    path = own_copy()
    beside = translated(path, "renamed")
    beside.write_text("theirs")
    with light(path) as page:
        page.save()
        page.keeping.keeper.writer.flush()
        assert beside.read_text() == "theirs"
        assert "renamed" in texts(beside)


def test_many_files_keep_nobody_waiting_and_all_are_saved(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holds, "MOST_HELD", 2)
    with light(own_copy()) as page:
        names = ("blue-tape", "gas-cap", "marble-run")
        copies = [own_copy(name) for name in names]
        replaced(page, *copies)
        assert [holding.is_held(one) for one in copies] == [True, False, False]
        page.save()
        saving = [one for one in page.keeping.keeper.open_files.values() if one.is_saving]
        assert [one.place for one in saving] == copies
        page.keeping.keeper.writer.flush()
        assert all(" thy " in one.read_text() for one in copies)
        page.bench.undo()
        page.save()
        page.keeping.keeper.writer.flush()
        assert [one.read_bytes() for one in copies] == [
            (paths.built_in_scenarios() / name / f"{name}.yaml").read_bytes() for name in names
        ]


def test_closing_while_somebody_else_writes_the_same_words_loses_neither(
    qapp: QApplication,
) -> None:
    path = own_copy()
    with light(path) as page:
        title, summary = (document(page).data((key,)) for key in ("title", "summary"))
        ours = write(page, "Mine")
        # At once, before the system has told of it; the window closes when this block is left.
        theirs = elsewhere(path, f"title: {title}", "title: Theirs")
    assert path.read_text() == theirs
    with light(path) as page:
        asked = sheet()
        assert isinstance(asked, FoundSheet)
        heard = asked.findChildren(RowList)[0].item(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert heard.endswith("Title: taken out: Theirs; put in: Mine")
        answer("Go on")
        assert document(page).text == ours
        asked = sheet()
        assert isinstance(asked, ClashSheet)
        assert [one.key for one in asked.choices] == [("title",)]
        asked.choices[0].decide(True)
        answer("Put together")
        made = document(page)
        assert (made.data(("title",)), made.data(("summary",))) == ("Theirs", summary)
        assert path.read_text() == theirs
    assert {ours, theirs} <= texts(path)


def test_versions_that_cannot_be_listed_are_not_said_to_be_none(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own_copy()
    with light(path) as page:
        write(page, "Mine")
        page.save()
        page.keeping.keeper.writer.flush()
        disk = Disk(monkeypatch, random.Random(1))
        for bad, said in ((1.0, "cannot be read"), (0.0, "the latest first")):
            with disk.bad(bad):
                page.keeping.show_versions()
            asked = sheet()
            told = [one.text() for one in asked.findChildren(Words)]
            told += [one.accessibleName() for one in asked.findChildren(QWidget)]
            assert said in " ".join(told)
            asked.reject()


def test_versions_without_end_are_listed_some_at_a_time_and_the_damaged_say_so(
    qapp: QApplication,
) -> None:
    path = own_copy()
    with light(path) as page:
        place, text = path.resolve(), document(page).text
        lies = document(page).arrangement
        versions.keep(place, text.replace("title:", "title: [", 1), lies, versions.Why.SAVED)
        first = versions.every(place)[0].place
        now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        for number in range(3, 130):
            name = f"{number:08d}-{now}Z-theirs-{number:016x}.version"
            first.with_name(name).write_bytes(b"damaged")
        versions.keep(place, text, lies, versions.Why.SAVED)
        page.keeping.show_versions()
        asked = sheet()
        assert isinstance(asked, VersionsSheet)
        page.keeping.looker.flush()
        assert asked.list.count() == 60
        assert "Nothing in it differs" in asked.what.text()
        asked.list.setCurrentRow(5)
        assert "damaged" in asked.what.text()
        assert not asked.back.isEnabled()
        assert asked.as_text.isHidden()
        asked.more.click()
        asked.more.click()
        assert asked.list.count() == 129
        assert asked.more.isHidden()
        asked.list.setCurrentRow(128)
        assert "cannot be told place by place" in asked.what.text()
        assert not asked.view.isHidden()
        assert "title: [" in asked.view.edit.toPlainText()
        asked.back.click()
        assert "title: [" in document(page).text
        page.bench.undo()
        assert document(page).text == text


def test_what_cannot_be_read_elsewhere_is_shown_as_it_stands_with_the_reason(
    qapp: QApplication,
) -> None:
    path = own_copy()
    with light(path) as page:
        title = document(page).data(("title",))
        ours = write(page, "Mine")
        theirs = elsewhere(path, f"title: {title}", "title: [Theirs")
        page.save()
        asked = sheet()
        assert isinstance(asked, ClashSheet)
        [one] = asked.choices
        mine, other = one.views
        assert mine.isHidden()
        assert "title: [Theirs" in other.edit.toPlainText()
        assert not other.isHidden()
        rows = asked.findChildren(RowList)
        assert "bracket" in rows[1].item(0).text()
        asked.reject()
        assert (document(page).text, path.read_text()) == (ours, theirs)
        page.save()
        asked = sheet()
        assert isinstance(asked, ClashSheet)
        asked.choices[0].decide(False)
        answer("Put together")
        page.save()
        assert path.read_text() == ours
