"""The outline alone, by keyboard alone: a story is begun, changed, walked through, taken back."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.authoring.files import document
from tests.authoring.scenes.acts import ACTS
from tests.scenes import Stage
from tests.scenes.outline_scenes import outlined, outlined_file
from tests.ui import sweep
from tests.ui.looking import press
from trainer.authoring.called import in_words
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import CannotChangeError
from trainer.authoring.outline import Outliner
from trainer.authoring.scenes.naming import scene_names
from trainer.scenario.model import Mark
from trainer.scenario.problems import problem
from trainer.settings import Settings
from trainer.ui.authoring.outline.model import OutlineModel
from trainer.ui.authoring.outline.panel import distance
from trainer.ui.authoring.outline.rows import Rows, WayRow
from trainer.ui.authoring.outline.tree import OutlineTree
from trainer.ui.dialogs import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.ui.authoring.page import AuthorPage

Key, Held = Qt.Key, Qt.KeyboardModifier

STORY = """\
format: scenario/1
id: clinic
# mine
start: waiting-room
scenes:
  waiting-room:
    text: |
      Six chairs, and a free one beside her.

      A man raises his voice.
    choices:
      - id: ask
        say: "Is this seat free?"
        d: distract
        fit: fair
        feedback: {headline: She looks up.}
        next: beside
  beside:
    text: You sit down.
    next: outside
  outside: {text: "Air.", ending: {outcome: mixed}}
  forgotten: {stub: true}
"""


def write(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def said(page: AuthorPage) -> str:
    """What a screen reader says of the line on which one stands."""
    index = page.outline.tree.currentIndex()
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def agree() -> None:
    """Press the button of the sheet that does it."""
    go = sheet().go  # type: ignore[attr-defined]
    go.setFocus()
    press(Key.Key_Return)


def sheet() -> QWidget:
    found = QApplication.activeWindow()
    assert isinstance(found, Sheet)
    return found


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[AuthorPage]:
    with Stage() as stage:
        shown = outlined_file(stage, tmp_path / "clinic.yaml", STORY)
        shown.outline.enter()
        stage.settle(0.02)
        yield shown


def back(page: AuthorPage) -> None:
    """Have the window in front again, as a desktop does; the focus is where it was."""
    page.window().activateWindow()
    QApplication.processEvents()
    assert QApplication.focusWidget() is page.outline.tree


def text_of(page: AuthorPage) -> str:
    assert page.bench.document is not None
    return page.bench.document.text


def test_a_story_is_written_by_keys_alone_and_taken_back(page: AuthorPage) -> None:
    assert said(page).startswith("Waiting room, start, 1 choice")

    press(Key.Key_Insert)
    write("At the Desk")
    press(Key.Key_Return)
    assert page.bench.path == ("scenes", "at-the-Desk")
    assert said(page).startswith(
        "At the Desk, Only planned so far, cannot be reached, still to be written"
    )
    page.outline.enter()
    back(page)

    press(Key.Key_Home)
    press(Key.Key_Insert, Held.ShiftModifier)
    write("Ring the bell: twice")
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    write("Del")
    press(Key.Key_Tab)
    write("at-the-desk")
    agree()
    back(page)
    assert 'act: "Ring the bell: twice"' in text_of(page)
    assert "d: delegate" in text_of(page)
    assert "next: at-the-Desk" in text_of(page)

    page.bench.select(("scenes", "beside"))
    press(Key.Key_F2)
    write("by her side")
    press(Key.Key_Return)
    back(page)
    assert "next: by-her-side\n" in text_of(page)
    assert "  by-her-side:\n" in text_of(page)

    press(Key.Key_J, Held.ControlModifier)
    assert "outside" not in page.bench.outline().scenes
    press(Key.Key_D, Held.ControlModifier)
    assert page.bench.scene == "by-her-side-2"
    press(Key.Key_Down, Held.AltModifier)
    assert page.bench.outline().strays == ("forgotten", "by-her-side-2")
    press(Key.Key_Delete)
    assert "by-her-side-2" not in text_of(page)

    steps = 0
    while page.bench.desk.undoes is not None:
        press(Key.Key_Z, Held.ControlModifier)
        steps += 1
    assert text_of(page) == STORY
    assert steps == 7


def test_ways_are_followed_and_come_back_from(page: AuthorPage) -> None:
    press(Key.Key_Right)
    press(Key.Key_Down)
    assert said(page) == "Distract: Is this seat free?, leads to Beside"
    assert page.bench.path == ("scenes", "waiting-room", "choices", 0)
    press(Key.Key_Return)
    assert page.bench.scene == "beside"
    press(Key.Key_Backspace)
    assert page.bench.path == ("scenes", "waiting-room", "choices", 0)
    write("out")
    assert page.bench.scene == "outside"


def test_deleting_says_what_led_there_and_lets_it_lead_elsewhere(page: AuthorPage) -> None:
    page.bench.select(("scenes", "outside"))
    press(Key.Key_Delete)
    assert "Beside: followed by it" in sweep_words(sheet())
    write("forg")
    agree()
    assert "next: forgotten" in text_of(page)
    assert "outside" not in text_of(page)


def sweep_words(widget: QWidget) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(one.text().replace("\u200b", "") for one in widget.findChildren(QLabel))


def test_a_scene_is_cut_where_one_says(page: AuthorPage) -> None:
    press(Key.Key_B, Held.ControlModifier)
    press(Key.Key_Tab)
    write("he shouts")
    press(Key.Key_Return)
    assert page.bench.scene == "he-shouts"
    scenes = page.bench.outline().scenes
    assert [way.to for way in scenes["waiting-room"].ways] == ["he-shouts"]
    assert [way.to for way in scenes["he-shouts"].ways] == ["beside"]
    assert scenes["he-shouts"].words == "A man raises his voice."


def test_a_way_to_a_scene_that_is_not_there_makes_it(page: AuthorPage) -> None:
    page.bench.select(("scenes", "outside"))
    press(Key.Key_Delete)
    agree()
    back(page)
    page.bench.select(("scenes", "beside"))
    assert "1 way leads nowhere" in said(page)
    press(Key.Key_Right)
    press(Key.Key_Down)
    assert said(page) == "Goes on by itself, leads to Outside, which is not there yet"
    press(Key.Key_Return)
    assert page.bench.path == ("scenes", "outside")
    assert "outside" in page.bench.outline().scenes


def test_only_what_needs_work_shows_and_letters_find(page: AuthorPage) -> None:
    outline = page.outline

    def shown() -> list[str]:
        rows = outline.model.scene_rows()
        hidden = outline.tree.isRowHidden
        return [row.name for at, row in enumerate(rows) if not hidden(at, QModelIndex())]

    outline.only.setChecked(True)
    assert shown() == ["forgotten"]
    found = problem(
        "long-scene",
        Mark(STORY[: STORY.index("  beside:")].count("\n") + 1, 3),
        scene="beside",
        words=200,
        limit=180,
    )
    empty = replace(found, code="empty-text")
    more = replace(found, code="never-offered")
    page.bench.show_problems([found, empty, empty, more])
    assert shown() == ["beside", "forgotten"]
    (row,) = [one for one in outline.model.scene_rows() if one.name == "beside"]
    assert [one.words for one in row.marks] == ["1 to write", "1 problem"]
    outline.only.setChecked(False)
    outline.search.setText("seat FREE")
    assert shown() == ["waiting-room"]
    outline.search.clear()
    assert len(shown()) == 4


def test_letters_mean_the_scene_that_is_called_so_and_the_whole_marks_none(
    page: AuthorPage,
) -> None:
    press(Key.Key_I, Held.ControlModifier)
    assert not page.bench.path
    assert not page.outline.tree.currentIndex().isValid()
    page.outline.find_words()
    write("BESIDE")  # The first scene has a choice that leads there, and is higher up.
    press(Key.Key_Return)
    assert page.bench.path == ("scenes", "beside")
    page.bench.select(("scenes", "waiting-room"))
    page.outline.find_words()
    press(Key.Key_Return)
    assert page.bench.path == ("scenes", "beside")
    names = ["out", "besides", "beside-her", "Beside"]
    assert sorted(names, key=lambda name: distance(name, in_words(name), "beside"))[0] == "Beside"
    assert (
        min(names[:3], key=lambda name: distance(name, in_words(name), "beside h")) == "beside-her"
    )


def test_esc_is_the_fields_and_f2_the_maps_before_they_are_the_windows(page: AuthorPage) -> None:
    page.context.escape_leaves = False

    def escape() -> bool:
        """Press Esc, and tell whether it was counted as the first of two that leave quickly."""
        page.context._escaped = 0.0
        press(Key.Key_Escape)
        return page.context._escaped > 0

    page.outline.find_words()
    write("free")
    assert escape()
    assert page.outline.search.text() == ""
    press(Key.Key_1, Held.ControlModifier)
    press(Key.Key_F, Held.ControlModifier)
    write("beside")
    press(Key.Key_Return)
    assert escape()
    assert page.map.find_bar.isHidden()
    press(Key.Key_F2)
    assert "Beside" in sheet().windowTitle()
    assert escape()
    page.window().activateWindow()
    QApplication.processEvents()
    assert QApplication.focusWidget() is page.map.view
    assert escape()
    assert page.isVisible()


def test_while_the_text_cannot_be_read_nothing_is_changed(page: AuthorPage) -> None:
    document = page.bench.document
    assert document is not None
    with page.bench.step("typing") as step:
        from trainer.authoring.source.splices import Splice

        step.splice(document, [Splice(0, 0, "[")])
    broken = text_of(page)
    for key in (Key.Key_Delete, Key.Key_F2, Key.Key_Insert):
        press(key)
    for key in (Key.Key_D, Key.Key_J, Key.Key_B):
        press(key, Held.ControlModifier)
    assert text_of(page) == broken
    assert page.outline.model.rowCount() == 4


def test_its_keys_are_not_the_windows(page: AuthorPage) -> None:
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_F2, Held.NoModifier)
    asked.ignore()
    QApplication.sendEvent(page.outline.tree, asked)
    assert asked.isAccepted()


def test_what_has_not_changed_is_not_told_anew(page: AuthorPage) -> None:
    outline = page.outline
    told: list[int] = []
    outline.model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    document = page.bench.document
    assert document is not None
    with page.bench.step("x") as step:
        step.put(document, ("scenes", "waiting-room", "choices", 0, "d"), "direct")
    assert told == [0, 0]
    row = outline.model.row_at(outline.model.index(0, 0, outline.model.index(0, 0)))
    assert isinstance(row, WayRow)
    assert row.d == "direct"


def test_rows_that_are_kept_are_those_that_would_be_made_anew() -> None:
    """Whatever is done to scenes, in whatever order, undone ones included."""
    rng = random.Random(6)
    doc = document(STORY)
    desk, outliner, kept = Desk(), Outliner(doc), Rows()
    for _each in range(60):
        if rng.random() < 0.2:
            desk.undo()
        else:
            with suppress(CannotChangeError), desk.step("act", Place(doc, ())) as step:
                ACTS[rng.choice(sorted(ACTS))](rng, step, doc, rng.choice(scene_names(doc)))
        outline = outliner.outline()
        assert kept.rows(outline, {}) == Rows().rows(outline, {})


def test_scenes_stand_as_the_story_goes_and_stay_open_when_they_move(page: AuthorPage) -> None:
    outline, order = page.outline, ["waiting-room", "beside", "outside", "forgotten"]
    told = "4 scenes, as the story goes; 1 that nothing leads to comes last"
    assert outline.count.text() == told
    outline.tree.expand(outline.model.index_of("beside"))
    document = page.bench.document
    assert document is not None
    with page.bench.step("x") as step:
        step.put(document, ("scenes", "waiting-room", "choices", 0, "next"), "forgotten")
        step.put(document, ("scenes", "forgotten"), {"next": "outside"})
    kept = ["waiting-room", "forgotten", "beside", "outside"]  # Nobody has moved those two.
    assert [row.name for row in outline.model.scene_rows()] == kept
    assert outline.count.text() == "4 scenes, left where they were while you write"
    page.bench.select(("scenes", "beside"))
    outline.order_button.setFocus()
    outline.order_button.click()
    assert outline.tree.hasFocus()
    moved = ["waiting-room", "forgotten", "outside", "beside"]
    assert [row.name for row in outline.model.scene_rows()] == moved
    assert page.bench.scene == "beside"
    assert outline.order_button.isHidden()
    assert outline.tree.isExpanded(outline.model.index_of("beside"))
    assert not outline.tree.isExpanded(outline.model.index_of("outside"))
    page.bench.write_at(("scenes", "waiting-room"))
    walked = []
    for _each in moved:
        walked.append(page.bench.scene)
        page.form._turn(1)
    assert walked == moved
    page.undo()
    left = ["waiting-room", "beside", "forgotten", "outside"]
    assert [row.name for row in outline.model.scene_rows()] == left
    assert not outline.order_button.isHidden()
    page.bench.put_in_order()
    assert [row.name for row in outline.model.scene_rows()] == order
    before = text_of(page)
    page.bench.select(("scenes", "outside"))
    page.outline.acts.move_up()
    assert text_of(page) == before  # It stands where the story comes to it.


def test_a_scene_that_nothing_leads_to_any_more_is_moved_as_it_is_said(page: AuthorPage) -> None:
    document = page.bench.document
    assert document is not None
    with page.bench.step("x") as step:
        step.put(document, ("scenes", "waiting-room", "choices", 0, "next"), "forgotten")
    page.bench.select(("scenes", "beside"))
    page.outline.acts.move_down()
    assert page.bench.outline().strays == ("outside", "beside")
    moved = ["waiting-room", "forgotten", "outside", "beside"]
    assert [row.name for row in page.outline.model.scene_rows()] == moved
    assert not page.bench.outline().kept


def test_qt_is_told_of_every_line_that_comes_goes_or_moves(page: AuthorPage) -> None:
    rng = random.Random(7)
    doc = document(STORY)
    desk, outliner, rows, model = Desk(), Outliner(doc), Rows(), OutlineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(rows.rows(outliner.outline(), {}))
    view = OutlineTree(model, {}, page)
    for _each in range(80):
        for at in range(model.rowCount()):
            view.setExpanded(model.index(at, 0), rng.random() < 0.5)
        model_of = {row.name: at for at, row in enumerate(model.scene_rows())}
        was = {name: view.isExpanded(model.index(at, 0)) for name, at in model_of.items()}
        had = {name: bool(model.scene_rows()[at].ways) for name, at in model_of.items()}
        if rng.random() < 0.2:
            desk.undo()
        else:
            with suppress(CannotChangeError), desk.step("act", Place(doc, ())) as step:
                ACTS[rng.choice(sorted(ACTS))](rng, step, doc, rng.choice(scene_names(doc)))
        shown = rows.rows(outliner.outline(), {})
        model.show(shown)
        assert model.scene_rows() == shown
        for row in shown:
            if row.ways and had.get(row.name):
                assert view.isExpanded(model.index_of(row.name)) == was[row.name]
    assert tester.model() is model


def test_a_screen_reader_hears_every_line(page: AuthorPage) -> None:
    page.outline.tree.expandAll()
    interface = QAccessible.queryAccessibleInterface(page.outline.tree)
    names = [
        interface.child(at).text(QAccessible.Text.Name) for at in range(interface.childCount())
    ]
    assert any(name.endswith("2 of 4") and name.startswith("Beside, ") for name in names)
    assert "Distract: Is this seat free?, leads to Beside" in names


@pytest.mark.parametrize(
    ("percent", "size"), [pytest.param(100, (1280, 800), marks=pytest.mark.soak), (200, (800, 600))]
)
def test_nothing_is_wrong_with_how_it_shows(
    qapp: QApplication, percent: int, size: tuple[int, int]
) -> None:
    with Stage(Settings(keep=True, text_size=percent), size) as stage:
        stage.shell.show()
        page = outlined(stage)
        stage.settle(0.02)
        assert sweep.names(page.outline) == []
        assert sweep.cut(page.outline) == []
        for ask in (page.outline.acts.new_choice, page.outline.acts.rename):
            page.bench.select(("scenes", "looming"))
            ask()
            stage.settle(0.02)
            assert sweep.all_of_it(stage) == []
            sheet().close()
