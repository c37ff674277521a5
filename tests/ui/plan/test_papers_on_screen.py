"""The safety plan and the records in the real window: kept as typed, locked, gone when deleted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from tests.scenes import Stage
from tests.scenes.plan_scenes import KEY, PLAN, RECORD, keep, plan, plan_locked, record
from tests.until import until
from trainer import paths
from trainer.progress.deletion import deletion
from trainer.progress.papers.paper_content import Kind
from trainer.progress.stretching import Stretching
from trainer.settings import Settings
from trainer.ui import find
from trainer.ui.dialogs import AskSheet, ErrorSheet
from trainer.ui.plan.passphrase_sheet import PassphraseSheet
from trainer.ui.widgets.fields import CheckBox, TextBox, TextField

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication, QWidget

    from trainer.progress.papers.papers import Paper
    from trainer.ui.plan.form import Form

MARKER = "MARKER-Tante-Minh"
PASSPHRASE = "MARKER correct horse"


def write(form: Form, key: str, text: str) -> None:
    answer = form.answer(key)
    if isinstance(answer, TextBox):
        QTest.keyClicks(answer.edit, text)
    else:
        assert isinstance(answer, TextField)
        QTest.keyClicks(answer, text)


def kept(stage: Stage, kind: Kind = Kind.PLAN) -> list[Paper]:
    return stage.context.drawer.papers.shelf().of(kind)


def shown(window: QWidget) -> str:
    """Everything that stands in a window, whether it is in view or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    texts = [one.text() for one in window.findChildren(QLabel)]
    texts += [one.text() for one in window.findChildren(QLineEdit)]
    texts += [one.toPlainText() for one in window.findChildren(QPlainTextEdit)]
    named = [
        one.accessibleName() + one.accessibleDescription() for one in window.findChildren(QLabel)
    ]
    return "\n".join([*texts, *named, window.windowTitle()])


def press(stage: Stage, *keys: Qt.Key) -> None:
    for key in keys:
        focus = stage.shell.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        stage.settle(0.02)


def move_papers(connection: sqlite3.Connection, page: int) -> None:
    """Say in the database's own list that papers lie on another page of it: a damaged file."""
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = 'paper'", (page,))
    connection.execute("PRAGMA writable_schema = RESET")


def agree(stage: Stage) -> None:
    sheet = stage.top()
    assert isinstance(sheet, AskSheet)
    sheet.agreed.emit()
    sheet.reject()
    stage.settle(0.02)


def test_a_plan_is_kept_a_moment_after_it_was_typed(stage: Stage) -> None:
    page = plan(stage)
    stage.settle(0.02)
    assert kept(stage) == []
    write(page.form, "if_me", "Go to the shop.")
    write(page.form, "safe_places", "The library")
    QTest.keyClicks(page.form.rows("people").editors[0].fields["name"], "Mei")
    assert kept(stage) == []
    until(lambda: bool(kept(stage)))
    (paper,) = kept(stage)
    assert paper.content.texts == {"if_me": "Go to the shop.", "safe_places": "The library"}
    assert paper.content.listed("people") == ({"name": "Mei"},)
    assert page.kept.text() == "Kept."
    write(page.form, "if_me", " Stay.")
    assert page.kept.text() == ""
    stage.shell.open_page("home")
    (again,) = kept(stage)
    assert (again.id, again.content.text("if_me")) == (paper.id, "Go to the shop. Stay.")


def test_looking_at_empty_papers_writes_nothing_and_is_nobodys_business(stage: Stage) -> None:
    plan(stage)
    record(stage).before.answer(0)
    stage.shell.open_page("home")
    assert stage.context.drawer.papers.shelf().papers == ()
    stage.shell.open_page("safety-plan")
    stage.shell.close()
    settings = json.loads(paths.settings().read_text("utf-8"))
    assert settings.get("last_page") == "home"


def test_a_row_that_was_taken_out_comes_back(stage: Stage) -> None:
    keep(stage, Kind.PLAN, PLAN)
    page = plan(stage)
    rows = page.form.rows("people")
    rows.editors[0]._remove.click()
    assert [row.get("name") for row in rows.rows()] == ["Uncle Bao"]
    assert "Mei" not in shown(stage.shell.notices)
    stage.shell.undo()
    assert [row.get("name") for row in rows.rows()] == ["Mei", "Uncle Bao"]
    page.keep()
    assert kept(stage)[0].content == PLAN


def test_what_cannot_be_kept_stays_on_the_screen_and_is_said_once(stage: Stage) -> None:
    page = plan(stage)
    with stage.context.store.reading() as connection:
        connection.execute("PRAGMA max_page_count = 1")
    box = page.form.answer("if_me")
    assert isinstance(box, TextBox)
    box.set_text("much " * 3000)
    assert not page.keep()
    assert isinstance(stage.top(), ErrorSheet)
    stage.top().close()
    write(page.form, "if_me", "more")
    page.keep()
    assert stage.top() is stage.shell
    assert "more" in shown(page)
    stage.shell.open_page("home")
    assert stage.context.waiting == 1
    with stage.context.store.reading() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    stage.shell.close()
    assert "more" in kept(stage)[0].content.text("if_me")
    assert stage.context.waiting == 0


def test_nothing_is_written_over_papers_that_cannot_be_looked_at(stage: Stage) -> None:
    keep(stage, Kind.PLAN, PLAN)
    with stage.context.store.reading() as connection:
        (kept_at,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'paper'")
        move_papers(connection, 99_999)
    page = plan(stage)
    assert isinstance(stage.top(), ErrorSheet)
    assert not page.form.rows("people").add.isEnabled()
    stage.shell.open_page("home")
    with stage.context.store.reading() as connection:
        move_papers(connection, kept_at[0])
    assert plan(stage).form.rows("people").add.isEnabled()
    assert kept(stage)[0].content == PLAN
    assert len(kept(stage)) == 1


# The lock


def passphrase_sheet(stage: Stage) -> PassphraseSheet:
    sheet = stage.top()
    assert isinstance(sheet, PassphraseSheet)
    return sheet


def fill(sheet: PassphraseSheet, now: str = "", new: str = "", again: str = "") -> None:
    for field, text in ((sheet.now, now), (sheet.new, new), (sheet.again, again)):
        if field is not None:
            field.clear()
            QTest.keyClicks(field, text)
    sheet.go.click()


def test_a_passphrase_from_setting_to_taking_away(stage: Stage, home: Path) -> None:
    page = plan(stage)
    write(page.form, "if_me", MARKER)
    page.keep()
    stage.context.store.backup()
    assert len(deletion.traces(home, MARKER)) >= 2

    page.lock_card.set.click()
    sheet = passphrase_sheet(stage)
    fill(sheet, new=PASSPHRASE, again=PASSPHRASE[:-1])
    assert "not the same" in sheet.said.text()
    assert sheet.again is not None
    QTest.keyClick(sheet.again, Qt.Key.Key_Backspace)
    assert sheet.said.text() == ""
    assert not stage.context.drawer.papers.has_lock
    fill(sheet, new=PASSPHRASE, again=PASSPHRASE)
    assert not sheet.go.isEnabled()
    until(lambda: stage.top() is stage.shell)
    write(page.form, "if_me", " and more")
    assert page.keep()
    assert deletion.traces(home, MARKER) == []
    assert page.lock_card.lock.isVisibleTo(page)

    page.lock_card.lock.click()
    assert MARKER not in shown(stage.shell)
    assert stage.shell.focusWidget() is page.locked.field
    QTest.keyClicks(page.locked.field, "something else")
    press(stage, Qt.Key.Key_Return)
    until(lambda: bool(page.locked.said.text()))
    assert "not the passphrase" in page.locked.said.text()
    assert stage.context.drawer.is_locked()
    page.locked.field.selectAll()
    QTest.keyClicks(page.locked.field, PASSPHRASE)
    press(stage, Qt.Key.Key_Return)
    until(lambda: not stage.context.drawer.is_locked())
    assert f"{MARKER} and more" in shown(page)
    assert page.locked.field.text() == ""
    assert stage.shell.focusWidget() is page.form.rows("people").editors[0].fields["name"]
    focused = stage.shell.focusWidget()
    assert focused is not None
    assert page.form.isAncestorOf(focused)

    page.lock_card.change.click()
    sheet = passphrase_sheet(stage)
    fill(sheet, "wrong", "MARKER two", "MARKER two")
    until(lambda: "not the passphrase" in sheet.said.text())
    fill(sheet, PASSPHRASE, "MARKER two", "MARKER two")
    until(lambda: stage.top() is stage.shell)
    assert not stage.context.drawer.papers.opens(
        stage.context.drawer.papers.stretching().key(PASSPHRASE)
    )

    page.lock_card.remove.click()
    sheet = passphrase_sheet(stage)
    fill(sheet, "MARKER two")
    until(lambda: stage.top() is stage.shell)
    assert not stage.context.drawer.papers.has_lock
    assert f"{MARKER} and more" in shown(page)
    stage.shell.close()
    stage.context.store.close()
    assert deletion.traces(home, "MARKER correct") == deletion.traces(home, "MARKER two") == []


def test_what_was_just_typed_outlives_that_a_lock_is_set_and_taken_away(stage: Stage) -> None:
    page = plan(stage)
    page._soon.setInterval(60_000)  # quicker hands than the pause after typing
    write(page.form, "if_me", "Go to the shop.")
    page.lock_card.set.click()
    fill(passphrase_sheet(stage), new=PASSPHRASE, again=PASSPHRASE)
    until(lambda: stage.top() is stage.shell)
    assert stage.context.drawer.papers.has_lock
    assert page.form.content().texts == {"if_me": "Go to the shop."}
    write(page.form, "if_me", " Stay.")
    page.lock_card.remove.click()
    fill(passphrase_sheet(stage), PASSPHRASE)
    until(lambda: stage.top() is stage.shell)
    (paper,) = kept(stage)
    assert paper.content.text("if_me") == "Go to the shop. Stay."
    assert page.form.content() == paper.content


def test_a_refusal_is_in_view_at_the_largest_text(qapp: QApplication) -> None:
    large = Settings(keep=True, motion="reduced", palette="light", text_size=200)
    with Stage(large, (800, 600)) as stage:
        stage.shell.show()
        plan(stage).lock_card.set.click()
        sheet = passphrase_sheet(stage)
        fill(sheet, new=PASSPHRASE, again="another")
        stage.settle(0.1)
        place = sheet.said.mapTo(sheet.scroller.viewport(), sheet.said.rect().bottomLeft())
        assert 0 <= place.y() <= sheet.scroller.viewport().height()


def test_leaving_quickly_keeps_what_was_typed_and_locks_it_away(
    stage: Stage, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_locked(stage)
    stage.context.drawer.papers.unlock(KEY)
    stage.context.drawer.turned.emit()
    page = plan(stage)
    write(page.form, "if_near", MARKER)
    other = record(stage, keep(stage, Kind.INCIDENT, RECORD).id)
    assert "Mrs. Lin" in shown(other)
    said: list[str] = []
    monkeypatch.setattr("trainer.ui.announcing.announce", lambda _window, text: said.append(text))
    stage.shell.leave_quickly()
    assert stage.context.drawer.is_locked()
    texts = shown(stage.shell)
    for secret in (MARKER, "Mei", "Mrs. Lin", "22 bus"):
        assert secret not in texts
    assert said == []
    stage.shell.come_back()
    assert stage.shell.focusWidget() is other.locked.field
    stage.context.drawer.papers.unlock(KEY)
    stage.context.drawer.turned.emit()
    assert "Mrs. Lin" in shown(other)
    assert kept(stage)[0].content.text("if_near").startswith(MARKER)
    assert deletion.traces(home, MARKER) == []


def test_leaving_quickly_while_the_passphrase_is_tried_leaves_it_locked(stage: Stage) -> None:
    numbers = Stretching(b"s" * 16, 1, 8 * 2**20)
    keep(stage, Kind.PLAN, PLAN)
    stage.context.drawer.papers.set_key(numbers.key("right"), numbers)
    stage.context.drawer.lock()
    page = plan(stage)
    QTest.keyClicks(page.locked.field, "right")
    page.locked.open_papers()
    work = stage.context.drawer._work
    assert work is not None
    stage.shell.leave_quickly()
    work.wait()
    stage.settle(0.1)
    assert stage.context.drawer.is_locked()
    stage.shell.come_back()
    assert page.locked.field.text() == ""
    assert page.locked.go.isEnabled()


def test_a_forgotten_passphrase_leaves_deleting_them(stage: Stage, home: Path) -> None:
    stage.play("morning-train")
    plan_locked(stage)
    page = plan(stage)
    page.locked.forgotten.click()
    assert "1 safety plan goes." in shown(stage.top())
    agree(stage)
    assert not stage.context.drawer.papers.has_lock
    assert page.locked.isHidden()
    assert "Mei" not in shown(stage.shell)
    assert stage.context.store.run_count() == 1
    write(page.form, "if_me", "anew")
    page.keep()
    assert [paper.content.text("if_me") for paper in kept(stage)] == ["anew"]


def test_the_end_of_the_program_locks_them(stage: Stage) -> None:
    plan_locked(stage)
    stage.context.drawer.papers.unlock(KEY)
    stage.app.aboutToQuit.emit()
    assert stage.context.drawer.is_locked()


# Records


def test_whoever_comes_back_from_a_new_record_sees_it_listed(stage: Stage) -> None:
    page = record(stage)
    press(stage, Qt.Key.Key_1)
    page.before.buttons[0].click()
    done = page.form.answer("done")
    assert isinstance(done, TextBox)
    assert "happened to you" in done.edit.placeholderText()  # not: what you saw
    write(page.form, "place", "22 bus")
    stage.context.go_back()
    stage.settle(0.02)
    assert stage.shell.page().name == "safety-plan"
    assert "22 bus" in shown(stage.shell.page())


def test_what_they_do_not_want_written_is_not_written(stage: Stage, home: Path) -> None:
    page = record(stage, keep(stage, Kind.INCIDENT, RECORD).id)
    write(page.form, "done", "more")
    page.keep()
    keep_said = page.kept.text()
    assert keep_said == "Kept."
    page = record(stage)
    press(stage, Qt.Key.Key_2, Qt.Key.Key_2)
    assert "nothing is written" in shown(page)
    assert page.kept.text() == ""
    assert page.form.isHidden()
    press(stage, Qt.Key.Key_1)
    assert stage.shell.page().name == "safety-plan"
    assert len(stage.context.drawer.papers.shelf().papers) == 1


def test_a_record_is_asked_for_first_then_written_and_found_again(stage: Stage) -> None:
    page = record(stage)
    press(stage, Qt.Key.Key_2, Qt.Key.Key_1)
    field = page.before.field
    assert field is not None
    assert stage.shell.focusWidget() is field
    QTest.keyClicks(field, "Her daughter")
    press(stage, Qt.Key.Key_Return)
    write(page.form, "said", MARKER)
    write(page.form, "place", "22 bus")
    about = page.form.answer("about")
    assert isinstance(about, CheckBox)
    about.setChecked(True)
    assert MARKER not in stage.shell.windowTitle()
    stage.shell.open_page("safety-plan")
    (paper,) = kept(stage, Kind.INCIDENT)
    assert paper.content.texts == {
        "for_whom": "other",
        "asked": "yes",
        "may_see": "Her daughter",
        "said": MARKER,
        "place": "22 bus",
        "about": "yes",
    }
    again = plan(stage)
    (row,) = again.records.rows()
    assert row.accessibleName() == "22 bus"
    row.click()
    assert stage.shell.page() is page
    assert MARKER in shown(page)
    assert "their" in shown(page.form).casefold()


def test_a_record_for_oneself_speaks_to_oneself(stage: Stage) -> None:
    page = record(stage)
    press(stage, Qt.Key.Key_1)
    press(stage, Qt.Key.Key_Tab, Qt.Key.Key_1)
    assert page.paper is not None
    assert page.paper.content.texts == {"for_whom": "me"}
    texts = shown(page.form)
    assert "Your ancestry" in texts
    assert "Their" not in texts


def test_backspace_steps_back_through_the_questions_and_out(stage: Stage) -> None:
    page = record(stage)
    press(stage, Qt.Key.Key_2, Qt.Key.Key_3)
    assert page.before.step == "could_not"
    press(stage, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert page.before.step == "whom"
    press(stage, Qt.Key.Key_Backspace)
    assert stage.shell.page().name == "safety-plan"


def test_a_deleted_record_is_gone_also_what_was_just_typed(stage: Stage, home: Path) -> None:
    keep(stage, Kind.PLAN, PLAN)
    page = record(stage, keep(stage, Kind.INCIDENT, RECORD).id)
    write(page.form, "done", MARKER)
    page.keep()
    stage.context.store.backup()
    write(page.form, "done", MARKER)
    page._delete_link.click()
    agree(stage)
    assert stage.shell.page().name == "safety-plan"
    assert "Looked again: Upstander keeps nothing of it" in shown(stage.shell.notices)
    assert kept(stage, Kind.INCIDENT) == []
    assert kept(stage)[0].content == PLAN
    assert deletion.traces(home, MARKER) == deletion.traces(home, "hit the window") == []
    assert not page._soon.isActive()
    page.keep()
    assert kept(stage, Kind.INCIDENT) == []


def test_deleting_the_plan_leaves_the_records_and_deleting_all_leaves_none(
    stage: Stage, home: Path
) -> None:
    keep(stage, Kind.INCIDENT, RECORD)
    page = plan(stage)
    write(page.form, "if_me", MARKER)
    page.keep()
    write(page.form, "if_me", MARKER)
    page._delete_plan.click()
    agree(stage)
    assert MARKER not in shown(stage.shell)
    assert deletion.traces(home, MARKER) == []
    assert len(kept(stage, Kind.INCIDENT)) == 1
    page._delete_all.click()
    assert "1 record of what happened goes." in shown(stage.top())
    agree(stage)
    assert stage.context.drawer.papers.shelf().papers == ()
    assert page.records.rows() == []
    assert deletion.traces(home, "hit the window") == []


def test_one_that_cannot_be_read_is_said_and_the_others_open(stage: Stage) -> None:
    good, bad = keep(stage, Kind.PLAN, PLAN), keep(stage, Kind.INCIDENT, RECORD)
    with stage.context.store.writing() as connection:
        connection.execute("UPDATE paper SET content = x'00' WHERE id = ?", (bad.id,))
    page = plan(stage)
    assert page.paper == good
    assert "1 paper cannot be read" in shown(page.records)
    page.records.broken_deleted.emit()
    agree(stage)
    assert "cannot be read" not in shown(page.records)
    assert kept(stage) == [good]


def test_the_search_finds_the_page_and_never_what_is_written(stage: Stage) -> None:
    keep(stage, Kind.PLAN, PLAN)
    keep(stage, Kind.INCIDENT, RECORD)
    found = [*find.everything(stage.context), *find.read_later(stage.context)]
    assert find.fitting(found, "safety plan")[0].page == "safety-plan"
    assert find.fitting(found, "what happened")[0].page == "what-happened"
    assert find.fitting(found, "Uncle Bao") == []


def test_where_nothing_is_kept_papers_live_and_go_with_the_window(home: Path) -> None:
    with Stage(Settings(keep=False, motion="reduced")) as stage:
        stage.shell.show()
        page = plan(stage)
        write(page.form, "if_me", MARKER)
        assert page.keep()
        assert "Nothing is kept" in shown(page.lock_card)
        stage.context.drawer.papers.set_key(KEY, Stretching(b"s" * 16, 1, 8 * 2**20))
        stage.shell.leave_quickly()
        stage.shell.come_back()
        assert MARKER not in shown(stage.shell)
        stage.context.drawer.papers.unlock(KEY)
        stage.context.drawer.turned.emit()
        assert MARKER in shown(page)
    assert deletion.traces(home, MARKER) == []
    assert not paths.database().exists()
