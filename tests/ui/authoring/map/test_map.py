"""The map in the real window: what it shows, what keys and the mouse do, and undoing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from tests.scenes import Stage
from tests.scenes.authoring_map_scenes import author_map_writing
from tests.ui import sweep
from tests.until import until
from trainer.authoring.called import in_words
from trainer.authoring.checking.state import State
from trainer.authoring.source.splices import Splice
from trainer.scenario.model import Mark
from trainer.scenario.problems import problem
from trainer.settings import Settings
from trainer.ui.authoring.map.find_bar import FindBar
from trainer.ui.authoring.map.menu import menu_for
from trainer.ui.authoring.map.notes import NoteSheet
from trainer.ui.authoring.outline.sheets import NameSheet
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.window.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data


Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AuthorPage]:
    """One window for all: each test takes back what it has done."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UPSTANDER_HOME", str(tmp_path_factory.mktemp("home")))
        with Stage(Settings(keep=True, motion="reduced", palette="light")) as stage:
            stage.shell.show()
            author_map_writing(stage)
            stage.shell.activateWindow()
            QTest.qWaitForWindowActive(stage.shell)
            page = stage.shell.page()
            assert isinstance(page, AuthorPage)
            yield page


@pytest.fixture
def page(window: AuthorPage) -> Iterator[AuthorPage]:
    window.bench.select(("scenes", "desk"))
    window.map.view.show_all()
    window.map.view.setFocus()
    QApplication.processEvents()
    before = text(window)
    yield window
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog):
            dialog.close()
    while window.bench.desk.undoes is not None:
        window.bench.undo()
    QApplication.processEvents()
    window.keeping.keeper.writer.flush()
    assert text(window) == before


def text(page: AuthorPage) -> str:
    assert page.bench.document is not None
    return page.bench.document.text


def press(page: AuthorPage, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(page.map.view, key, held)
        QApplication.processEvents()


def pixel(page: AuthorPage, name: str, side: float = 0.0) -> QPoint:
    """Where the middle of a box is, or of its right side."""
    rect = page.map.view.picture.boxes[name].rect
    unit = QPointF(rect.center().x() + side * rect.width() / 2, rect.center().y())
    return page.map.view.camera.pixel(unit).toPoint()


def drag(page: AuthorPage, start: QPoint, end: QPoint) -> None:
    view = page.map.view
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()


def test_it_says_what_stands_there_and_where_it_leads(page: AuthorPage) -> None:
    boxes = page.map.view.picture.boxes
    assert {name: box.detail for name, box in boxes.items()} == {
        "desk": "3 choices", "beside": "1 choice", "nurse": "planned", "forgotten": "goes on",
        "better": "End: supported", "film-him": "does not exist yet",
    }  # fmt: skip
    assert boxes["forgotten"].marks.lost
    # What is wrong may have been found meanwhile, or not yet.
    for told in (page.map.says.text(), page.map.view.accessibleDescription()):
        assert "Desk, 3 choices, the story starts here" in told
        assert "Distract leads to Beside" in told
    assert "5 scenes" in page.map.view.accessibleDescription()


def test_arrows_walk_and_each_box_is_announced(page: AuthorPage) -> None:
    said: list[str] = []
    page.context.announced.connect(said.append)
    press(page, Key.Key_Right)
    first = page.bench.scene or page.map.model.current
    assert first in ("nurse", "beside", "film-him")
    assert said[-1].startswith(in_words(first))
    press(page, Key.Key_Left)
    assert page.bench.scene == "desk"
    page.context.announced.disconnect(said.append)


def test_a_box_moved_by_keys_is_one_step_and_stays_pinned(page: AuthorPage) -> None:
    x, y = page.map.model.places.at("desk")
    press(page, Key.Key_Down, Key.Key_Down, Key.Key_Right, held=CTRL)
    document = page.bench.document
    assert document is not None
    assert document.arrangement.pins == {"desk": (round(x + 24), round(y + 48))}
    assert page.map.view.picture.boxes["desk"].pinned
    page.undo()
    assert document.arrangement.pins == {}
    assert page.bench.desk.undoes is None


def test_a_box_is_dragged_there_and_tidying_brings_it_back_in_one_step(page: AuthorPage) -> None:
    document = page.bench.document
    assert document is not None
    before = pixel(page, "nurse")
    drag(page, before, before + QPoint(40, 30))
    assert list(document.arrangement.pins) == ["nurse"]
    assert (pixel(page, "nurse") - before - QPoint(40, 30)).manhattanLength() <= 3
    press(page, Key.Key_T)
    assert document.arrangement.pins == {}
    page.undo()
    assert list(document.arrangement.pins) == ["nurse"]
    press(page, Key.Key_P)
    assert document.arrangement.pins == {}


def test_a_way_is_dragged_from_a_side_or_made_by_keys(page: AuthorPage) -> None:
    drag(page, pixel(page, "beside", 1), pixel(page, "nurse"))
    document = page.bench.document
    assert document is not None
    assert document.data(("scenes", "beside", "choices", 1, "next")) == "nurse"
    assert page.bench.path[:4] == ("scenes", "beside", "choices", 1)
    # What is done there is still to be written: nothing of ours stands in its place.
    assert document.data(("scenes", "beside", "choices", 1, "act")) == ""
    field = page.window().focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert (field.accessibleName(), field.toPlainText()) == (
        "Choice 2: What is done", ""
    )  # fmt: skip
    page.undo()
    assert page.bench.desk.undoes is None
    page.bench.select(("scenes", "forgotten"))
    page.map.view.setFocus()
    press(page, Key.Key_L)
    assert "goes on by itself" in page.map.says.text()
    drawn = page.map.view.grab().toImage()
    page.bench.select(("scenes", "nurse"))
    assert page.map.says.text().endswith(
        "Enter lets “Forgotten” lead to “Nurse”. Esc takes it back."
    )
    assert page.map.view.grab().toImage() != drawn
    press(page, Key.Key_Return)
    assert document.data(("scenes", "forgotten", "next")) == "nurse"
    # The story ends there: nothing follows by accident.
    page.map.acts.link("better", "desk")
    assert document.data(("scenes", "better", "next")) is None


@pytest.fixture
def left(page: AuthorPage) -> Iterator[list[int]]:
    """Counts how often it was left quickly; the window itself stays."""
    counted: list[int] = []
    shell = page.window()
    assert isinstance(shell, Shell)
    page.context.leave_wanted.disconnect(shell.leave_quickly)
    count = page.context.leave_wanted.connect(lambda: counted.append(1))
    page.context._escaped = float("-inf")
    yield counted
    page.context.leave_wanted.disconnect(count)
    page.context.leave_wanted.connect(shell.leave_quickly)
    page.context._escaped = float("-inf")


def test_esc_takes_back_a_way_that_was_begun_and_counts_all_the_same(
    page: AuthorPage, left: list[int]
) -> None:
    view = page.map.view
    press(page, Key.Key_L)
    assert page.map.says.text().startswith("A way from “Desk”")
    begun = view.grab().toImage()
    press(page, Key.Key_Escape)
    assert (view.linking, left) == ("", [])
    press(page, Key.Key_Escape)
    assert left == [1]
    assert page.map.says.text().startswith("Desk, 3 choices")
    assert view.grab().toImage() != begun
    # Beside the map it leads back into it.
    page.map.more.setFocus()
    QTest.keyClick(page.map.more, Key.Key_Escape)
    assert view.hasFocus()
    press(page, Key.Key_Escape)
    assert left == [1, 1]
    told: list[str] = []
    page.context.noticed.connect(lambda notice: told.append(notice.text if notice else ""))
    page.bench.select(("scenes", "better"))
    press(page, Key.Key_L)
    assert not view.linking
    assert told[0].startswith("The story ends with this scene.")


def test_a_new_scene_is_written_in_at_once(page: AuthorPage) -> None:
    press(page, Key.Key_N)
    sheet = page.window().findChild(NameSheet)
    assert sheet is not None
    sheet.field.setText("The lift")
    QTest.keyClick(sheet.field, Key.Key_Return)
    QApplication.processEvents()
    field = page.window().focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Nobody")
    document = page.bench.document
    assert document is not None
    assert document.data(("scenes", "the-lift", "text")) == "Nobody"


def test_what_does_not_exist_is_made_with_enter(page: AuthorPage) -> None:
    page.map.model.stand_on("film-him")
    QApplication.processEvents()
    assert page.map.make.isVisible()
    press(page, Key.Key_Return)
    assert "film-him" in page.bench.outline().scenes
    assert page.bench.scene == "film-him"
    assert not page.map.make.isVisible()


def test_a_folded_branch_hides_and_opens_and_stays_where_it_was(page: AuthorPage) -> None:
    view, model = page.map.view, page.map.model
    stood = model.places.at("nurse")
    press(page, Key.Key_C)
    assert set(view.picture.boxes) == {"desk", "forgotten", "better"}
    assert view.picture.boxes["desk"].behind == 3
    page.bench.select(("scenes", "nurse"))
    assert model.current == "desk"
    assert "folded away" in page.map.says.text()
    press(page, Key.Key_C)
    assert "nurse" in view.picture.boxes
    assert model.places.at("nurse") == stood
    page.bench.select(("scenes", "better"))
    steps = page.bench.desk.undoes
    press(page, Key.Key_C)
    assert page.bench.desk.undoes is steps  # Nothing is behind it.


def test_followed_ways_are_those_through_the_scene(page: AuthorPage) -> None:
    page.bench.select(("scenes", "beside"))
    press(page, Key.Key_F)
    assert set(page.map.model.followed or ()) == {("desk", "beside"), ("beside", "better")}
    press(page, Key.Key_Left, Key.Key_Right, Key.Key_Right)
    assert page.bench.scene == "better"
    press(page, Key.Key_F)
    assert page.map.model.followed is None


def test_a_note_is_written_moved_and_deleted_in_steps(page: AuthorPage) -> None:
    document = page.bench.document
    assert document is not None
    press(page, Key.Key_M)
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, NoteSheet))
    sheet.box.set_text("Ask Rosa about this.")
    sheet._keep()
    QApplication.processEvents()
    ((key, note),) = document.arrangement.notes.items()
    assert page.map.model.note == key
    assert "Ask Rosa" in page.map.says.text()
    page.map.view.setFocus()
    press(page, Key.Key_Down, held=CTRL)
    assert document.arrangement.notes[key].y == round(note.y + 24)
    press(page, Key.Key_Delete)
    assert document.arrangement.notes == {}
    page.undo()
    assert document.arrangement.notes[key].text == "Ask Rosa about this."


def test_finding_goes_on_with_enter_and_comes_back_with_escape(page: AuthorPage) -> None:
    page.find_words()
    bar = page.map.findChild(FindBar)
    assert bar is not None
    QTest.keyClicks(bar.field, "amina")
    assert bar.told.text() == "2 scenes"
    QTest.keyClick(bar.field, Key.Key_Return)
    QTest.keyClick(bar.field, Key.Key_Return)
    assert page.bench.scene == "beside"
    assert bar.told.text() == "2 of 2"
    QTest.keyClick(bar.field, Key.Key_Escape)
    assert bar.isHidden()
    assert page.window().focusWidget() is page.map.view


def test_zoom_stays_where_one_looks_and_the_overview_leads(page: AuthorPage) -> None:
    view = page.map.view
    kept = pixel(page, "desk")
    press(page, Key.Key_Plus, Key.Key_Plus)
    assert view.camera.zoom > 1
    assert (pixel(page, "desk") - kept).manhattanLength() <= 4
    press(page, *[Key.Key_Plus] * 3)
    overview = page.map.overview
    assert overview.isVisible()
    offset = QPointF(view.camera.offset)
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert view.camera.offset != offset
    press(page, Key.Key_0)
    assert overview.isHidden()
    view.grab()


def test_what_is_wrong_is_marked_and_a_broken_text_leaves_what_was(page: AuthorPage) -> None:
    until(lambda: page.bench.checking is not State.CHECKING)  # Nothing else is told then.
    page.problems.watch.look()
    line = text(page)[: text(page).index("  beside:")].count("\n") + 1
    page.bench.show_problems(
        [
            problem("stuck", Mark(line, 3), scene="beside", values="", way="desk"),
            problem("no-view", Mark(line, 3), scene="beside"),
        ]
    )
    QApplication.processEvents()
    box = page.map.view.picture.boxes["beside"]
    assert box.marks.stuck
    page.bench.select(("scenes", "beside"))
    assert "stuck, 1 note on the method" in page.map.says.text()
    document = page.bench.document
    assert document is not None
    with page.bench.step("Type") as step:
        step.splice(document, [Splice(0, 0, "{")])
    QApplication.processEvents()
    assert "cannot be read" in page.map.banner.text()
    assert "beside" in page.map.view.picture.boxes
    page.map.view.grab()
    _changes_nothing(page)
    page.undo()
    QApplication.processEvents()
    assert page.map.banner.text() == ""
    assert page.map.tidy.isEnabled()
    assert page.map.tidy.accessibleDescription() == ""
    menu = menu_for(page.map.view, page.map.acts)
    assert all(one.isEnabled() for one in menu.actions())
    menu.deleteLater()


def _changes_nothing(page: AuthorPage) -> None:
    """Try all that would change something while the text cannot be read."""
    view, bench = page.map.view, page.bench
    assert not page.map.tidy.isEnabled()
    assert "cannot be read" in page.map.tidy.accessibleDescription()
    menu = menu_for(view, page.map.acts)
    why, *others = [one for one in menu.actions() if not one.isSeparator()]
    assert "cannot be read" in why.text()
    works = {one.text().partition("\t")[0] for one in others if one.isEnabled()}
    assert works == {
        "Write in this scene", "Follow the ways through here", "Find a scene", "Larger", "Smaller",
        "Show all", "About this scenario",
    }  # fmt: skip
    menu.deleteLater()
    undoes, drawn, place = bench.desk.undoes, bench.document, view.picture.boxes["beside"].rect
    assert drawn is not None
    laid, at, offset = drawn.arrangement, QPointF(place.center()), QPointF(view.camera.offset)
    press(page, Key.Key_L, Key.Key_P, Key.Key_C, Key.Key_T, Key.Key_M, Key.Key_N)
    press(page, Key.Key_F2, Key.Key_Delete)
    for key in (Key.Key_D, Key.Key_B, Key.Key_J, Key.Key_N, Key.Key_Right):
        press(page, key, held=CTRL)
    press(page, Key.Key_Insert, held=Qt.KeyboardModifier.ShiftModifier)
    drag(page, pixel(page, "beside"), pixel(page, "beside") + QPoint(60, 40))
    assert bench.desk.undoes is undoes
    assert drawn.arrangement is laid
    assert not view.linking
    assert not [one for one in page.window().findChildren(QDialog) if one.isVisible()]
    assert view.picture.boxes["beside"].rect.center() == at
    assert view.camera.offset != offset  # The ground was moved instead.


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_it_is_painted_anew_for_what_is_seen_on_it_and_not_for_each_word(page: AuthorPage) -> None:
    paints, document = _Paints(page.map.view), page.bench.document
    assert document is not None
    scene = ("scenes", "desk")
    with page.bench.step("Write", scene) as step:  # What was said of the last one goes.
        step.put(document, (*scene, "text"), "You stand.")
    puts: list[tuple[Path, Data, bool]] = [
        ((*scene, "text"), "You stand here.", False),
        ((*scene, "check"), "Two look up.", False),
        ((*scene, "choices", 0, "d"), "delay", True),
        (("scenes", "beside", "ending"), {"outcome": "mixed"}, True),
        (("scenes", "beside", "ending", "outcome"), "harmed", True),
        (("scenes", "beside", "ending", "view"), "It was long.", False),
    ]
    until(lambda: page.bench.checking is State.CHECKED)
    for path, data, seen in puts:
        for _turn in range(3):
            QApplication.processEvents()
        page.grab()
        paints.count = 0
        with page.bench.step("Write", path) as step:
            step.put(document, path, data)
        for _turn in range(3):
            QApplication.processEvents()
        assert bool(paints.count) == seen, path
    with page.bench.step("Type") as step:
        step.splice(document, [Splice(0, 0, "{")])
    paints.count = 0
    until(lambda: paints.count > 0)  # All of it is pale as long as that cannot be read.


def test_mirrored_it_leads_to_the_left(page: AuthorPage) -> None:
    view = page.map.view
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    boxes = view.picture.boxes
    assert boxes["beside"].rect.x() < boxes["desk"].rect.x()
    press(page, Key.Key_Left)
    assert page.map.model.current != "desk"
    view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_it_passes_the_sweep(page: AuthorPage) -> None:
    assert sweep.names(page.map) == []
    assert sweep.cut(page.map) == []


def test_a_scene_to_which_no_way_leads_is_marked_as_soon_as_that_is_so(page: AuthorPage) -> None:
    document = page.bench.document
    assert document is not None
    first = page.map.model.graph.start

    def put(path: tuple[str, ...], data: Data) -> None:
        with page.bench.step("Change") as step:
            step.put(document, path, data)

    put(("scenes", "alone"), {"text": "A"})
    until(lambda: _is_lost(page, "alone"))
    assert not _is_lost(page, first)
    put(("start",), "alone")
    # What a check has found just before stands until it has looked again.
    until(lambda: _is_lost(page, first) and not _is_lost(page, "alone"))


def _is_lost(page: AuthorPage, scene: str) -> bool:
    box = page.map.view.picture.boxes.get(scene)
    return box is not None and box.marks.lost
