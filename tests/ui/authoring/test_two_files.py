"""Two files of one evening: each has its own steps, and one page never shows two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.scenes import Stage
from tests.scenes.authoring_form_scenes import template
from tests.scenes.authoring_scenes import author
from tests.ui.looking import press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from trainer.ui.authoring.page import AuthorPage

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def shows(page: AuthorPage) -> tuple[bool, bool, bool]:
    """Whether a story's panels show: its scenes, its view as a map, the button that plays it."""
    map_ = page.frame.map.isVisible() or page.frame.outline.isVisible()
    assert map_ is not page.frame.things.isVisible()
    return map_, page.frame.tabs.isTabVisible(0), page.bar.play.isVisible()


def test_undo_stays_in_the_file_that_shows_and_the_page_shows_one(qapp: QApplication) -> None:
    with Stage() as stage:
        stage.shell.show()
        stage.shell.activateWindow()
        page = author(stage)
        bench, story = page.bench, page.bench.document
        assert story is not None
        before = story.text
        with bench.step("a title", ("title",)) as step:
            step.put(story, ("title",), "Another train")
        page.save()
        plan_page = template(stage, "plan", "segments", "talk")
        assert plan_page is page
        plan = bench.document
        assert plan is not None
        assert plan is not story
        assert shows(page) == (False, False, False)

        stage.settle(0.05)
        press(Key.Key_Z, CTRL)
        assert bench.document is plan
        assert story.data(("title",)) == "Another train"
        assert not page.bar.undo.isEnabled()

        # Where one act has changed both, what came after it in the other goes first, and shows.
        with bench.step("in all", ()) as step:
            step.put(plan, ("title",), "Our evening")
            step.put(story, ("title",), "Our train")
        written = plan.text
        with bench.step("a title", ("title",)) as step:
            step.put(plan, ("title",), "Our evening together")
        stage.shell.open_page("author", path=story.path)
        assert shows(page) == (True, True, True)
        page.undo()
        assert bench.document is plan
        assert plan.text == written
        assert shows(page) == (False, False, False)
        assert page.title() == "Our evening"

        stage.shell.open_page("author", path=story.path)
        assert shows(page) == (True, True, True)
        page.undo()
        assert bench.document is story
        page.undo()
        assert story.text == before
        assert not page.bar.undo.isEnabled()
