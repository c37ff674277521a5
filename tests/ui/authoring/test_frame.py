"""What is around the panels: keys that work everywhere, going round, one column, what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.scenes import Stage
from tests.scenes.authoring_scenes import author
from tests.ui.looking import press
from tests.until import until
from trainer import paths
from trainer.authoring import shelf
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.authoring.templates.making import Asked
from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.authoring.finding.sheet import FindSheet
from trainer.ui.authoring.frame import places
from trainer.ui.authoring.frame.places import Places, View
from trainer.ui.widgets.focus_order import focusable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.ui.authoring.page import AuthorPage

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(stage: Stage) -> AuthorPage:
    stage.shell.show()
    page = author(stage)
    stage.shell.activateWindow()
    stage.settle(0.05)
    return page


def inside(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (part is focused or part.isAncestorOf(focused))


def write_in_the_form(page: AuthorPage) -> QWidget:
    page.bench.write_at(("scenes", "aboard", "text"))
    QApplication.processEvents()
    page.rounds.stand(page.form)
    field = QApplication.focusWidget()
    assert field is not None
    return field


def test_keys_work_inside_a_field_that_knows_them_too(qapp: QApplication) -> None:
    with Stage() as stage:
        page = opened(stage)
        document = page.bench.document
        assert document is not None
        before = document.text
        with page.bench.step("writing", ("title",)) as step:
            step.put(document, ("title",), "Another")
        write_in_the_form(page)
        press(Key.Key_Z, CTRL)
        assert document.text == before
        press(Key.Key_Z, CTRL | SHIFT)
        assert document.text != before
        assert document.path.read_text() == before
        press(Key.Key_S, CTRL)
        assert document.path.read_text() == document.text
        press(Key.Key_3, CTRL)
        assert page.frame.view is View.TEXT
        assert inside(page.text)


def test_f6_goes_round_and_back_to_where_one_was(qapp: QApplication) -> None:
    with Stage() as stage:
        page = opened(stage)
        first = write_in_the_form(page)
        # Not where one would begin in it.
        able = [one for one in focusable(page.form) if one.isVisible() and one.isEnabled()]
        field = next(one for one in able[3:] if one is not first)
        field.setFocus()
        QApplication.processEvents()
        parts = [*page.frame.regions(), page.bar]
        able = [part for part in parts if any(map(QWidget.isEnabled, focusable(part)))]
        seen = []
        for _turn in able:
            press(Key.Key_F6)
            seen.append(next(part for part in parts if inside(part)))
        assert seen[-1] is page.form
        assert set(seen) == set(able)
        assert QApplication.focusWidget() is field
        press(Key.Key_F6)
        press(Key.Key_F6, SHIFT)
        assert QApplication.focusWidget() is field


def test_the_focus_is_never_nowhere(qapp: QApplication) -> None:
    with Stage() as stage:
        page = opened(stage)
        field = write_in_the_form(page)
        field.clearFocus()
        stage.settle(0.02)
        assert inside(page.form)


def test_undo_by_a_click_and_what_goes_leave_the_focus_in_its_part(qapp: QApplication) -> None:
    with Stage() as stage:
        page = opened(stage)
        field = write_in_the_form(page)
        QTest.keyClicks(field, "Word")
        QTest.mouseClick(page.bar.undo, Qt.MouseButton.LeftButton)
        stage.settle(0.02)
        assert QApplication.focusWidget() is field
        # Behind the last control Qt begins anew, with the one that leads back.
        page.form.content.hide()
        assert not inside(page.form)
        page.form.content.show()
        stage.settle(0.02)
        assert inside(page.form)
        # What had the focus goes while a sheet is open: the window comes back elsewhere.
        field = write_in_the_form(page)
        page.find_everywhere()
        sheet = page.window().findChild(FindSheet)
        assert sheet is not None
        field.hide()
        sheet.close()
        stage.shell.activateWindow()
        stage.settle(0.05)
        assert inside(page.form)


def test_undo_at_the_foot_leads_back_and_hides_nothing_unread(qapp: QApplication) -> None:
    with Stage() as stage:
        page = opened(stage)
        field = write_in_the_form(page)
        QTest.keyClicks(field, "Word")
        page.bench.say("A word was written.", "Undo", page.bench.undo)
        shown = stage.shell.notices
        shown._act.setFocus()
        QTest.keyClick(shown._act, Key.Key_Space)
        stage.settle(0.2)
        assert page.bench.desk.undoes is None
        assert QApplication.focusWidget() is field
        # What nobody may have read yet stays: undo is only heard.
        QTest.keyClicks(field, "One")
        page.bench.say("Somebody else has changed it.", firm=True)
        QTest.keyClicks(field, "Two")
        page.bench.desk.pause()
        heard: list[str] = []
        page.context.announced.connect(heard.append)
        for act, said in ((page.undo, "Taken back"), (page.redo, "Done again")) * 2:
            act()
            assert heard[-1].startswith(said)
            assert shown._words.text() == "Somebody else has changed it."
            assert shown.isVisible()
        page.undo()
        page.undo()
        assert shown._words.text().startswith("Taken back")
        # Who goes on at once is not fetched back from where Qt has handed the focus on.
        write_in_the_form(page)
        page.form.content.hide()
        assert not inside(page.form)
        stage.shell.search.setFocus()
        stage.settle(0.05)
        assert QApplication.focusWidget() is stage.shell.search


def test_larger_text_gives_the_form_its_share_again(qapp: QApplication) -> None:
    wanted = Places(View.MAP, 400, 150, 50)
    with Stage(Settings(keep=True, author_view=wanted.written()), size=(1800, 1000)) as stage:
        page = opened(stage)
        assert abs(page.form.width() - theme.px(400)) <= 2
        stage.context.change(text_size=125)
        stage.settle(0.05)
        assert abs(page.form.width() - theme.px(400)) <= 2
        assert abs(page.problems.height() - theme.px(150)) <= 2
        assert theme.px(400) == 500


def test_a_narrow_window_shows_one_part_at_a_time(qapp: QApplication) -> None:
    with Stage(Settings(keep=True, author_view="both 380 142 45"), size=(800, 600)) as stage:
        page = opened(stage)
        assert page.frame.panels() == [page.text]
        write_in_the_form(page)
        assert page.frame.panels() == [page.form]
        page.rounds.stand(page.problems)
        assert page.frame.panels() == [page.problems]
        stage.shell.resize(1280, 800)
        stage.settle(0.05)
        assert page.problems in page.frame.panels()
        assert page.form in page.frame.panels()


def test_a_notice_of_several_lines_cuts_nothing_off(qapp: QApplication) -> None:
    with Stage(Settings(keep=True, text_size=200), size=(800, 600)) as stage:
        page = opened(stage)
        line = page.playing.line
        line.words.setText("What was chosen there is no choice any more. " * 4)
        line.show()
        stage.settle(0.05)
        leave = page.bar.leave
        assert page.bar.rect().contains(leave.geometry())
        assert leave.height() >= leave.heightForWidth(leave.width())
        assert page.bar.height() >= page.bar.heightForWidth(page.bar.width())
        assert page.frame.height() >= page.frame.minimumSizeHint().height()


def test_what_was_dragged_is_so_again(qapp: QApplication) -> None:
    wanted = Places(View.BOTH, 500, 200, 60)
    with Stage(Settings(keep=True, author_view=wanted.written())) as stage:
        page = opened(stage)
        assert abs(page.form.width() - 500) <= 2
        stage.shell.open_page("home")
        kept = places.read(stage.context.settings.author_view)
        assert kept.view is View.BOTH
        assert all(
            abs(a - b) <= 2 for a, b in zip(kept_sizes(kept), kept_sizes(wanted), strict=True)
        )


def kept_sizes(kept: Places) -> Iterator[int]:
    yield from (kept.form, kept.problems, kept.text)


def test_odd_settings_are_as_usual() -> None:
    for odd in ("", "map 1 2", "sky 1 2 3", "map x y z", "map 1e9 2 3"):
        assert places.read(odd) == places.USUAL
    assert places.read("map 9999999 1 99") == Places(View.MAP, places.MOST, places.LEAST, 90)


def test_a_file_without_scenes_is_a_form_and_the_view_is_remembered_all_the_same(
    qapp: QApplication,
) -> None:
    drills = shelf.lay(BY_NAME["drills"], Asked("Replies"), ())
    with Stage(Settings(keep=True, author_view="both 380 142 45")) as stage:
        page = opened(stage)
        assert page.outline in page.frame.panels() or page.map in page.frame.panels()
        stage.shell.open_page("author", path=drills)
        stage.settle(0.02)
        assert page.frame.panels() == [page.things, page.problems, page.form]
        assert inside(page.things)
        assert page.form.width() > page.things.width()
        assert page.frame.tabs.tabRect(1).left() == 0
        press(Key.Key_1, CTRL)
        assert page.frame.view is View.OUTLINE
        press(Key.Key_3, CTRL)
        assert page.text in page.frame.panels()
        assert inside(page.text)
        press(Key.Key_2, CTRL)
        assert inside(page.things)
        stage.shell.open_page("home")
        assert places.read(stage.context.settings.author_view).view is View.BOTH


def test_a_file_that_cannot_be_opened_leads_back_to_the_others(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.shell.show()
        stage.shell.open_page("author", path=paths.own_scenarios() / "none.yaml")
        stage.settle(0.02)
        assert stage.shell.page().name == "author-home"


def test_a_new_scene_shows_in_the_outline_whatever_was_looked_for(qapp: QApplication) -> None:
    with Stage() as stage:
        page = opened(stage)
        page.frame.show_view(View.OUTLINE)
        outline = page.outline
        outline.search.setText("aboard")
        outline.acts.add_scene("brand-new")
        stage.settle(0.02)
        here = outline.tree.currentIndex()
        assert here == outline.model.index_of("brand-new")
        assert not outline.tree.isRowHidden(here.row(), here.parent())


def test_tab_goes_in_order_at_once_and_later(qapp: QApplication) -> None:
    choice = ("scenes", "aboard", "choices", 0)
    with Stage() as stage:
        page = opened(stage)

        def is_due() -> bool:
            return page.form.ordering.is_due or page.ordering.is_due

        def tabs() -> list[str]:
            names: list[str] = []
            while inside(page.form) and len(names) < 14:
                focused = QApplication.focusWidget()
                assert focused is not None
                names.append(focused.accessibleName())
                press(Key.Key_Tab)
            assert len(names) > 6
            return names

        until(lambda: not is_due())
        page.bench.write_at(choice)
        assert is_due()
        at_once = tabs()
        assert not is_due()
        page.bench.write_at(("scenes", "aboard"))
        page.bench.write_at(choice)
        until(lambda: not is_due())
        assert tabs() == at_once
        assert not [one for one in focusable(page.form) if page.about.isAncestorOf(one)]
