"""A file that is saved and left is anybody's, and what was done to it can still be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage
from tests.scenes.authoring_scenes import own_copy
from tests.ui.authoring.keeping.opened import PLAIN, document, light, sheet, shown, state, write
from trainer.authoring.keeping import aside, holding, kept
from trainer.authoring.keeping.kept import State
from trainer.language import _
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_a_file_is_anybodys_once_it_is_saved_and_left(qapp: QApplication) -> None:
    path = own_copy()
    with Stage(PLAIN) as stage:
        page = shown(stage, path)
        before = document(page).text
        text = write(page, "One")
        stage.shell.open_page("author-home")
        stage.settle(0.02)
        assert holding.is_held(path)  # It is not saved.
        stage.shell.go_back()
        page.save()
        assert holding.is_held(path)
        page.play()
        stage.settle(0.05)
        assert stage.shell.page() is not page
        assert holding.is_held(path)  # Whoever plays it has not left it.
        stage.shell.open_page("author-home")
        stage.settle(0.05)
        assert not holding.is_held(path)
        assert not holding.place(path).exists()

        stage.shell.go_back()
        stage.shell.open_page("author")
        assert holding.is_held(path)
        page.bench.undo()
        assert document(page).text == before
        page.bench.redo()
        assert document(page).text == text

        stage.shell.open_page("author-home")
        stage.settle(0.05)
        theirs = holding.Hold(path)
        stage.shell.open_page("author", path=path)
        assert state(page) is State.FIXED
        assert sheet().heading.text() == _("Open in another window")
        sheet().reject()
        page.bench.undo()
        assert document(page).text == text
        theirs.release()
        page.keeping.outside.look()
        assert state(page) is State.SAVED
        page.bench.undo()
        assert document(page).text == before


def test_with_another_file_open_one_act_holds_both_again(qapp: QApplication) -> None:
    first = own_copy()
    with light(first) as page:
        one = document(page)
        second = first.with_name("second.yaml")
        second.write_bytes(first.read_bytes())
        page.keeping.open(second)
        page.keeping.keeper.writer.flush()
        assert [holding.is_held(path) for path in (first, second)] == [False, True]
        two = document(page)
        with page.bench.step("both", ()) as step:
            step.put(one, ("title",), "Both")
            step.put(two, ("title",), "Both")
        assert holding.is_held(first)
        page.save()
        page.keeping.keeper.leave()
        page.keeping.keeper.resting.rest_soon()
        page.keeping.keeper.writer.flush()
        assert not holding.is_held(first)

        # What somebody else keeps aside of it is not taken away by leaving.
        theirs = holding.Hold(first)
        there = kept.opened(first)
        there.document.text += "# theirs\n"
        aside.keep(first, there.unsaved(left=True), home=False)
        page.keeping.keeper.leave()
        assert aside.is_there(first)
        page.bench.undo()
        assert one.data(("title",)) == two.data(("title",)) == "Both"
        theirs.release()
        page.bench.undo()
        assert one.data(("title",)) != "Both"
        assert holding.is_held(first)


def test_what_is_changed_elsewhere_meanwhile_comes_in(qapp: QApplication) -> None:
    path = own_copy()
    with Stage(PLAIN) as stage:
        page = shown(stage, path)
        stage.shell.open_page("author-home")
        stage.settle(0.05)
        theirs = holding.Hold(path)
        text = path.read_text().replace("title: ", "title: The other ", 1)
        path.write_text(text)
        for _look in range(2):
            page.keeping.outside.look()
        assert document(page).text == text
        assert not document(page).fixed
        theirs.release()
        stage.shell.open_page("author")
        assert isinstance(stage.shell.page(), AuthorPage)
        assert holding.is_held(path)
        assert state(page) is State.SAVED
        # What has come in has left nothing behind: from elsewhere it is held again to be changed.
        stage.shell.open_page("author-home")
        stage.settle(0.05)
        assert not holding.is_held(path)
        page.bench.undo()
        assert holding.is_held(path)
