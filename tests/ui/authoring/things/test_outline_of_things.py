"""The outline of drills, help, plans and pages: by keyboard alone, all of it undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from tests.scenes import Stage
from tests.scenes.authoring_form_scenes import shipped, template
from tests.ui import sweep
from tests.ui.looking import press
from trainer import paths
from trainer.authoring import own
from trainer.authoring.source.splices import Splice
from trainer.plans.model import Kind
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.authoring.things.as_seen import DrillSheet
from trainer.ui.authoring.things.kind_sheet import KindSheet, KindTile
from trainer.ui.dialogs import AskSheet
from trainer.ui.drills.page import DrillsPage
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(stage: Stage, name: str) -> AuthorPage:
    stage.shell.show()
    page = template(stage, name)
    stage.shell.activateWindow()
    stage.settle(0.05)
    page.things.enter()
    return page


def keys(page: AuthorPage, holder: str) -> list[str]:
    assert page.bench.document is not None
    return list(page.bench.document.data((holder,)))


def text(page: AuthorPage) -> str:
    assert page.bench.document is not None
    return page.bench.document.text


def spoken(page: AuthorPage) -> list[str]:
    rows = page.things.rows
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(rows.item(at).data(role)) for at in range(rows.count())]


def a_part_is_moved_doubled_and_taken_out(page: AuthorPage) -> None:
    before = text(page)
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert page.bench.path == ("segments", "talk")
    press(Key.Key_Up, ALT)
    assert keys(page, "segments") == ["talk", "welcome", "close"]
    press(Key.Key_D, CTRL)
    assert keys(page, "segments") == ["talk", "talk-2", "welcome", "close"]
    assert page.bench.path == ("segments", "talk-2")
    assert page.bench.document is not None
    first, second = (page.bench.document.data(("segments", one)) for one in ("talk", "talk-2"))
    assert first == second
    press(Key.Key_Delete)
    assert page.bench.path == ("segments", "welcome")
    assert page.things.rows.hasFocus()
    for _step in range(3):
        press(Key.Key_Z, CTRL)
    assert text(page) == before
    for _step in range(3):
        press(Key.Key_Z, CTRL | SHIFT)
    assert keys(page, "segments") == ["talk", "welcome", "close"]


def a_part_of_a_kind_is_added_behind_the_one_that_is_chosen(page: AuthorPage, stage: Stage) -> None:
    page.bench.select(("segments", "welcome"))
    page.things.adds[0].click()
    sheet = stage.top()
    assert isinstance(sheet, KindSheet)
    tile = next(one for one in sheet.findChildren(KindTile) if one.kind is Kind.GROUPS)
    tile.click()
    stage.settle(0.05)
    assert keys(page, "segments")[1:3] == ["groups", "talk"]
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Part 2: Title in the run of show"
    assert spoken(page)[2].startswith("Part 2: Practice in small groups, ")


def a_part_is_carried_with_the_mouse(page: AuthorPage) -> None:
    rows = page.things.rows
    page.bench.select(("segments", "close"))
    box = rows.visualItemRect(rows.item(1))
    event = QDropEvent(
        QPointF(box.center().x(), box.top() + 2), Qt.DropAction.MoveAction, QMimeData(),
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    rows.dropEvent(event)
    assert keys(page, "segments")[0] == "close"
    assert page.bench.path == ("segments", "close")


def test_a_plan(qapp: QApplication) -> None:
    """One window for all of these: opening one takes longer than each of them."""
    with Stage() as stage:
        page = opened(stage, "plan")
        begun = text(page)
        for act in (a_part_is_moved_doubled_and_taken_out, a_part_is_carried_with_the_mouse):
            act(page)
            while page.bench.desk.undoes is not None:
                page.undo()
            assert text(page) == begun
            page.things.enter()
            page.bench.select(())
        a_part_of_a_kind_is_added_behind_the_one_that_is_chosen(page, stage)


def test_sorts_stand_under_their_headings_and_what_is_wrong_is_marked(qapp: QApplication) -> None:
    with Stage() as stage:
        page = opened(stage, "drills")
        page.things.adds[1].click()
        stage.settle(0.05)
        said = spoken(page)
        assert said[0].startswith("About these drills, What can be said")
        assert [said[1], said[3]] == ["Drills", "Cards to think about"]
        assert said[2].startswith("Drill 1: Nothing is written here yet, 3 replies")
        page.things.enter()
        for _step in range(3):
            press(Key.Key_Up)
        assert page.bench.path == ()
        for _turn in range(200):
            if spoken(page)[4].endswith("to look at"):
                break
            stage.settle(0.02)
        assert spoken(page)[4].endswith("1 thing to look at")
        assert sweep.names(page.things) == []


def test_a_drill_is_tried_and_a_help_entry_seen_as_others_will(qapp: QApplication) -> None:
    with Stage() as stage:
        page = opened(stage, "help")
        page.bench.select(("entries", "first-place"))
        page.things.try_out.click()
        assert stage.top() is stage.shell, "what is not written is not shown"
        page = drills_of(stage)
        page.things.try_out.click()
        sheet = stage.top()
        assert isinstance(sheet, DrillSheet)
        assert sheet.hand.number == 2
        said = [one.text() for one in sheet.findChildren(Words)]
        assert "This is how Learn shows it. Nothing that you answer here is kept." in said
        sheet.on.click()
        assert sheet.hand.is_turned
        assert sheet.pane.answers.isVisible()
        sheet.close_button.click()
        assert page.bench.desk.undoes is None


def test_who_takes_an_entry_out_is_told_before_which_stories_point_to_it(
    qapp: QApplication,
) -> None:
    with Stage() as stage:
        page = opened(stage, "help")
        (entry,) = keys(page, "entries")
        _stories(entry)
        page.bench.select(("entries", entry))
        page.things.enter()
        before = text(page)
        press(Key.Key_Delete)
        sheet = stage.top()
        assert isinstance(sheet, AskSheet)
        shown = [one.text() for one in sheet.findChildren(Words)]
        assert "At the clinic" in shown
        assert "At the bus" not in shown
        assert text(page) == before
        sheet.agreed.emit()
        sheet.accept()
        assert f"  {entry}:" not in text(page)
        page.save()
        assert "is not in this list" not in "".join(words_of(page))  # That was asked.
        page.bench.undo()
        page.save()
        calls(page, entry, "night-line")
        assert f"“{entry}” is not in this list any more" in "".join(words_of(page))


def _stories(entry: str) -> None:
    for name, named in (("clinic", entry), ("bus", "another")):
        file = paths.own_scenarios() / name / f"{name}.yaml"
        file.parent.mkdir(parents=True)
        said = f"format: scenario/1\ntitle: At the {name}\nresources: [{named}]\n"
        file.write_text(f"{said}summary: Not {entry}.\n", "utf-8")


def calls(page: AuthorPage, old: str, new: str) -> None:
    """Give an entry another name, in the text, and save."""
    document, at = page.bench.document, text(page).index(f"  {old}:") + 2
    assert document is not None
    with page.bench.step("typing", ()) as step:
        step.splice(document, [Splice(at, at + len(old), new)])
    page.save()


def words_of(page: AuthorPage) -> list[str]:
    """What the window says in a bar."""
    found = page.window().findChildren(QLabel)
    return [one.text() for one in found if one.isVisible()]


def test_who_gives_an_entry_another_name_in_the_text_hears_who_points_to_the_old_one(
    qapp: QApplication,
) -> None:
    with Stage() as stage:
        page = opened(stage, "help")
        (entry,) = keys(page, "entries")
        _stories(entry)
        calls(page, entry, "night-line")
        said = (
            f"“{entry}” is not in this list any more, and 1 other file of yours points to it: "
            "At the clinic."
        )
        assert said in words_of(page)
        calls(page, "night-line", "day-line")  # To that nothing points.
        assert "is not in this list" not in "".join(words_of(page))
        calls(page, "day-line", entry)
        assert "is not in this list" not in "".join(words_of(page))


def test_practice_changes_a_copy_of_what_comes_along(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.shell.show()
        stage.shell.open_page("drills", file="compliments")
        drills = stage.shell.page()
        assert isinstance(drills, DrillsPage)
        drills.change.click()
        sheet = stage.top()
        assert isinstance(sheet, AskSheet)
        sheet.agreed.emit()
        sheet.accept()
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        assert page.bench.document is not None
        assert own.is_own(page.bench.document.path)
        assert page.bench.document.data(("status",)) == "draft"


def drills_of(stage: Stage) -> AuthorPage:
    return shipped(stage, paths.built_in_drills() / "compliments.yaml", "drills", at=1)
