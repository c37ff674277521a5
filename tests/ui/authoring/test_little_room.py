"""Where room is short: whole rows, one line of tabs, and menus in place of rows of buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.scenes import Stage, all_scenes
from tests.scenes.authoring_problems_scenes import mistaken
from tests.scenes.authoring_scenes import written
from tests.ui import sweep
from tests.ui.authoring.form.conftest import STORY
from tests.until import until
from trainer.authoring.called import Names
from trainer.authoring.trying.following import Again, Turn
from trainer.authoring.typing.completing import Offer
from trainer.scenario.model import Mark
from trainer.scenario.problems import problem
from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.authoring.form.scene_edit import SceneEdit
from trainer.ui.authoring.frame.frame import AS_TEXT, PROBLEMS, SCENES, WRITE
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.authoring.playing.page import PlayPage
from trainer.ui.authoring.playing.way_line import WayLine
from trainer.ui.authoring.text.popup import Popup
from trainer.ui.dress import dress
from trainer.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QListView
    from pytestqt.qtbot import QtBot

    from trainer.ui.authoring.problems.listing import ProblemList

LEAST = Settings(keep=True, text_size=200)


def whole_rows(rows: QListView) -> int:
    model, room = rows.model(), rows.viewport().rect()
    places = [rows.visualRect(model.index(row, 0)) for row in range(model.rowCount())]
    return sum(not place.isEmpty() and room.contains(place) for place in places)


def is_blank(rows: ProblemList, place: QRect) -> bool:
    picture = rows.viewport().grab(place.intersected(rows.viewport().rect())).toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(picture.height())
    } == {theme.colours().card.lower()}


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # said offscreen of any menu
def test_the_strip_of_problems_shows_whole_rows_and_two_at_least(qapp: QApplication) -> None:
    with Stage(Settings(keep=True)) as stage:
        stage.shell.show()
        page = mistaken(stage)
        rows = page.problems.list
        rows.setFocus()
        stage.settle(0.05)
        assert rows.rows.rowCount() == 3
        assert whole_rows(rows) == 2
        assert (
            rows.mapTo(page, rows.rect().bottomLeft()).y()
            <= page.problems.bar.mapTo(page, page.problems.bar.rect().topLeft()).y()
        )
        cut = rows.cut()
        if cut is None:  # The third begins below: less room lets it begin above.
            rows.setFixedHeight(rows.height() + 12)
            stage.settle(0.02)
            cut = rows.cut()
            rows.setMinimumHeight(0)
            rows.setMaximumHeight(9999)
        assert cut is not None
        assert is_blank(rows, cut)
        assert not is_blank(rows, rows.visualRect(rows.rows.index(1, 0)))

        # The same with very little room: what mends is in a menu.
        dress(qapp, LEAST)
        stage.shell.resize(800, 600)
        panel = page.problems
        until(lambda: page.frame.narrow)
        page.rounds.stand(panel)  # As F6 does.
        until(lambda: panel.bar.more.isVisible() and whole_rows(panel.list) >= 1)
        assert not panel.bar.isVisible()
        assert not panel.coverage.isVisible()
        before = len(page.bench.problems)
        panel.bar.open_menu()
        menu = panel.bar.more.findChild(QMenu)
        assert isinstance(menu, QMenu)
        words = [action.text() for action in menu.actions()]
        assert words[0] == panel.bar.go.words()
        assert len(words) == 3
        menu.actions()[1].trigger()
        menu.close()
        assert "next: xlooming" not in (page.bench.document.text if page.bench.document else "")
        stage.rest()
        assert len(page.bench.problems) < before


def test_the_outline_of_a_plan_has_room_for_rows(qapp: QApplication) -> None:
    with Stage(LEAST, (800, 600)) as stage:
        stage.shell.show()
        all_scenes()["author-drills"](stage)
        stage.settle(0.05)
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        frame = page.frame
        assert frame.panels() == [page.things]
        assert whole_rows(page.things.rows) >= 2
        assert page.things.more.x() > page.things.rows.geometry().right()
        assert not frame.tabs.isVisible()
        assert page.bar.title.text().endswith("…")
        assert page.bar.title.accessibleName().startswith(page.bar.title.text()[:-1])
        for part, panel in ((AS_TEXT, page.text), (WRITE, page.form), (SCENES, page.things)):
            frame.parts.setCurrentIndex(part)
            assert frame.panels() == [panel]
        frame.bring(page.text)
        assert frame.parts.currentIndex() == AS_TEXT
        frame.bring(page.problems)
        assert frame.parts.currentIndex() == PROBLEMS
        frame.bring(page.things)
        assert frame.parts.currentIndex() == SCENES
        frame.bring(page.text)
        frame.show_scenes(True)
        assert frame.parts.currentIndex() == SCENES
        assert not frame.parts.isTabVisible(AS_TEXT)
        assert (frame.tabs.isVisible(), frame.chooser.isVisible()) == (False, True)


def test_what_is_offered_shows_whole_rows(stage: Stage) -> None:
    popup = Popup(stage.shell)
    stage.shell.show()
    popup.offer(tuple(Offer(f"scene-{number}", "") for number in range(20)), choose=True)
    row = popup.list.sizeHintForRow(0)
    for room in (120, 150, 400):
        popup.place(QRect(10, 0, 5, 20), QRect(0, 0, 600, room))
        popup.show()
        stage.settle(0.02)
        assert popup.geometry().bottom() <= room
        tall = popup.list.viewport().height()
        assert tall >= row
        assert tall % row < row // 2


def what_is_offered_leaves_the_label_to_be_seen(stage: Stage, page: AuthorPage) -> None:
    page.bench.write_at(("scenes", "aboard", "choices", 0, "next"))
    stage.settle(0.02)
    (line,) = [one for one in page.form.findChildren(SceneEdit) if one.isVisible()]
    line.setFocus()
    below = page.window().height() - line.mapTo(page.window(), QPoint(0, 0)).y() - line.height()
    page.form.bar.setValue(page.form.bar.value() - below + 8)  # Until there is no room below.
    field = QRect(line.mapTo(page.window(), QPoint(0, 0)), line.size())
    assert field.bottom() > page.window().height() * 2 // 3
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert line.popup is not None
    shown = line.popup.geometry()
    assert shown.bottom() < field.top() - theme.px(16)
    line.popup.hide()
    with page.bench.step("Title", ("title",)) as step:
        assert page.bench.document is not None
        step.put(page.bench.document, ("title",), "Another title")
    stage.settle(0.05)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_views_are_one_button_where_tabs_would_take_a_line(qapp: QApplication) -> None:
    with Stage(LEAST, (800, 600)) as stage:
        stage.shell.show()
        all_scenes()["author"](stage)
        stage.settle(0.05)
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        frame, chooser = page.frame, page.frame.chooser
        assert frame._switch.height() < 2 * frame.parts.height()
        assert chooser.accessibleName() == "How the scenes show: Map"
        chooser.setFocus()
        chooser.click()
        (menu,) = [one for one in chooser.findChildren(QMenu) if one.isVisible()]
        assert [one.text() for one in menu.actions()] == ["Map", "Outline", "Text"]
        menu.actions()[1].trigger()
        menu.close()
        assert frame.panels() == [page.outline]
        assert chooser.accessibleName() == "How the scenes show: Outline"
        frame.bring(page.form)
        assert not chooser.isVisible()
        what_is_offered_leaves_the_label_to_be_seen(stage, page)
        assert page.keeping.chip.text() == "not saved yet"
        assert page.bar.height() <= theme.px(theme.BAR_HEIGHT) + 1
        frame.bring(page.outline)
        page.window().activateWindow()
        stage.settle(0.02)
        chooser.setFocus()
        stage.context.change(text_size=100)
        stage.settle(0.05)
        assert (frame.tabs.isVisible(), frame.tabs.hasFocus(), chooser.isVisible()) == (
            True, True, False,
        )  # fmt: skip


def test_the_bar_of_a_trial_is_one_line_and_its_icons_have_names(qapp: QApplication) -> None:
    with Stage(LEAST, (800, 600)) as stage:
        stage.shell.show()
        all_scenes()["author-play"](stage)
        stage.settle(0.05)
        page = stage.shell.page()
        assert isinstance(page, PlayPage)
        bar = page.bar
        assert bar.height() <= theme.px(theme.BAR_HEIGHT) + 1
        assert bar.leave.words() == "Leave quickly"
        assert (bar.back.words(), bar.back.accessibleName()) == ("", "Back to writing")
        assert (page.step.words(), page.step.accessibleName()) == ("", "Step back")
        assert sweep.names(page.bar) == []
        stage.context.change(text_size=100)
        stage.shell.resize(1280, 800)
        stage.settle(0.05)
        assert (bar.back.words(), page.step.words()) == ("Back to writing", "Step back")
        page.behind.set_open(True)
        links = [one.words() for one in page.behind.findChildren(LinkButton)]
        assert any("His open coat is almost in her face." in one for one in links)


def test_a_part_is_called_as_what_is_to_be_found_in_it(qapp: QApplication) -> None:
    with Stage(Settings(keep=True), size=(800, 600)) as stage:
        stage.shell.show()
        page = written(stage, STORY, "clinic")
        parts, mark = page.frame.parts, Mark(6, 1)
        assert parts.words(PROBLEMS) == "Problems"
        missing = problem("missing-key", mark, key="title")
        for given, words in (
            ([missing], "To write"),
            ([missing, problem("unknown-scene", mark, name="x")], "Problems"),
            ([], "Problems"),
        ):
            page.bench.show_problems(given)
            page.problems.renew()
            assert parts.words(PROBLEMS) == words
        aside = page.problems.nothing.contentsMargins().left()
        stage.context.change(text_size=150)
        assert page.problems.nothing.contentsMargins().left() == round(1.5 * aside)


def test_what_was_played_last_takes_one_line_and_says_all_of_it_when_asked(qtbot: QtBot) -> None:
    line = WayLine()
    qtbot.addWidget(line)
    line.resize(2000, 60)
    line.show()
    names = Names(None)
    again = Again(("door",), Turn.ELSEWHERE, "door", "in", "In", "seats", "end")
    assert line.tell(again, names)
    assert line.words.text() == line.said
    line.resize(480, 60)
    assert line.words.text() == "What you played last goes another way now."
    assert line.said in line.words.accessibleDescription()
    assert not line.tell(again, names)  # It is no news that there is less room.
    line.resize(2000, 60)
    assert line.words.text() == line.said
    assert line.words.accessibleDescription() == ""
    line.resize(100, 60)
    line.tell(None, names)
    assert line.words.text() == "The text cannot be played at the moment."


@pytest.mark.parametrize("ahead", [True, False])
def test_what_is_to_be_written_right_after_opening_has_the_keyboard(
    qapp: QApplication, ahead: bool
) -> None:
    with Stage(Settings(keep=True), size=(800, 600)) as stage:
        stage.shell.show()
        page = written(stage, STORY, "clinic")
        assert page.frame.narrow
        if ahead:
            list(page.about.ahead())
        page.bench.write_at(("cast", "ana", "note"))
        stage.settle(0.02)
        part = next(one for one in page.about.cast.people.shown if one.name == "ana")
        wanted = next(row for row in part.rows if row.path[-1] == "note").stop()
        assert wanted.hasFocus()
        assert page.rounds.at is page.form
