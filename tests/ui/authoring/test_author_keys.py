"""Keys that step through what is written, and the small map that covers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from tests.scenes import Stage
from tests.scenes.authoring_scenes import written
from tests.ui.authoring.form.conftest import STORY
from tests.ui.looking import press
from trainer.authoring.outline import Kind
from trainer.settings import Settings
from trainer.ui.authoring.form.choice_form import ChoiceForm
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.authoring.frame.places import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.ui.authoring.page import AuthorPage
    from trainer.ui.context import Notice

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page() -> Iterator[AuthorPage]:
    with Stage(Settings(keep=True, motion="reduced"), (1280, 800)) as stage:
        stage.shell.show()
        page = written(stage, STORY + "  later: {stub: true}\n", "clinic")
        stage.shell.activateWindow()
        QApplication.processEvents()
        yield page


def one_steps_through_the_scenes_from_anywhere_in_the_form(page: AuthorPage) -> None:
    page.bench.write_at(())
    press(Key.Key_PageDown, Held.AltModifier)
    assert page.bench.path == ("scenes", "door")
    press(Key.Key_PageDown, Held.AltModifier)
    assert page.bench.path == ("scenes", "seats")
    form = page.form.form
    assert isinstance(form, SceneForm)
    assert form.text.stop().hasFocus()
    press(Key.Key_PageUp, Held.AltModifier)
    press(Key.Key_PageUp, Held.AltModifier)
    assert page.bench.path == ("scenes", "door")


def one_steps_on_from_the_last_choice_and_back_to_the_whole_story(page: AuthorPage) -> None:
    bench = page.bench
    assert bench.document is not None
    last = len(bench.document.data(("scenes", "door", "choices"))) - 1
    bench.write_at(("scenes", "door", "choices", last))
    press(Key.Key_PageDown, Held.AltModifier)
    assert bench.path == ("scenes", "seats")
    bench.write_at(("scenes", "door", "choices", 0))
    press(Key.Key_PageUp, Held.AltModifier)
    assert bench.scene == "door"
    assert not isinstance(page.form.form, ChoiceForm)
    bench.write_at(("scenes", "later"))
    told: list[str] = []

    def tell(notice: Notice) -> None:
        told.append(notice.text)

    page.context.noticed.connect(tell)
    press(Key.Key_PageDown, Held.AltModifier)
    page.context.noticed.disconnect(tell)
    assert told == ["This is the last scene."]
    press(Key.Key_Home, Held.AltModifier)
    assert page.about.isVisible()
    assert page.about.isAncestorOf(page.window().focusWidget())
    bench.write_at(("scenes", "seats"))
    press(Key.Key_I, Held.ControlModifier)
    assert page.about.isAncestorOf(page.window().focusWidget())
    for view, button in ((View.OUTLINE, page.outline.about_button),
                         (View.MAP, page.map.about)):  # fmt: skip
        bench.write_at(("scenes", "seats"))
        page.stand_on_scenes(view)
        button.click()
        assert page.about.isAncestorOf(page.window().focusWidget())


def the_key_of_the_map_goes_into_it(page: AuthorPage) -> None:
    page.bench.write_at(())
    press(Key.Key_1, Held.ControlModifier)
    assert page.map.view.hasFocus()
    assert page.bench.path == ("scenes", "door")
    press(Key.Key_Right)
    assert page.bench.scene in ("seats", "end")


def the_keys_of_the_outline_are_told(page: AuthorPage) -> None:
    told = dict(page.key_help())
    assert told["F2"] == "Rename the scene …"
    page.stand_on_scenes(View.OUTLINE)
    assert page.key_help().count(("F2", "Rename the scene …")) == 1


def a_person_at_the_foot_opens_into_view(page: AuthorPage) -> None:
    page.bench.select(())
    QApplication.processEvents()
    part = page.about.cast.people.shown[-1]
    bar = page.form.verticalScrollBar()
    page.form.show_widget(part)
    part.fold.open()
    for _each in range(6):
        QApplication.processEvents()
    seen = QRect(0, bar.value(), 10, page.form.viewport().height())
    top = part.mapTo(page.form.content, part.rect().topLeft()).y()
    assert seen.top() <= top
    assert top + min(part.height(), seen.height() - 40) <= seen.bottom() + 1


def what_is_planned_and_written_says_what_is_missing(page: AuthorPage) -> None:
    page.bench.write_at(("scenes", "later"))
    form = page.form.form
    assert isinstance(form, SceneForm)
    assert form.way_on.currentText() == "planned, not written yet"
    with page.bench.step("x") as step:
        assert page.bench.document is not None
        step.put(page.bench.document, ("scenes", "later", "text"), "The next day.")
    assert form.kind is Kind.STUB
    page.bench.write_at(("scenes", "later", "choices"))  # Where its line among the problems leads.
    assert page.window().focusWidget() is form.way_on
    assert form.way_on.currentText() == "not said yet: until then it is not played"
    page.stand_on_scenes(View.OUTLINE)
    rows = page.outline.model.scene_rows()
    marks = next(row.marks for row in rows if row.name == "later")
    assert [one.words for one in marks][-1] == "how it goes on is still to be said"


def the_small_map_covers_no_box(page: AuthorPage) -> None:
    for _each in range(6):
        page.map.view.zoom_in()
    small = page.map.overview
    assert small.isVisible()
    view = page.map.view
    assert not view.rect().intersects(QRect(small.mapTo(page.map, small.rect().topLeft())
                                            - view.pos(), small.size()))  # fmt: skip


def a_way_that_would_run_back_has_the_map_laid_out_anew(page: AuthorPage) -> None:
    bench, places = page.bench, page.map.model.places
    assert bench.document is not None
    with bench.step("x") as step:
        path = ("scenes", "before")
        step.put(bench.document, path, {"text": "You wait.", "next": "seats"})
        step.put(bench.document, ("scenes", "door", "choices", 0, "next"), "before")
        step.put(bench.document, ("scenes", "door", "choices", 1, "next"), "end")
    for _each in range(4):
        QApplication.processEvents()
    columns = [places.at(one)[0] for one in ("door", "before", "seats", "end")]
    assert columns == sorted(columns)
    assert len(set(columns)) == 4


def test_keys_and_what_they_show(page: AuthorPage) -> None:
    """One window for all: to make it takes longer than all that is looked at."""
    one_steps_through_the_scenes_from_anywhere_in_the_form(page)
    one_steps_on_from_the_last_choice_and_back_to_the_whole_story(page)
    the_key_of_the_map_goes_into_it(page)
    a_way_that_would_run_back_has_the_map_laid_out_anew(page)
    the_small_map_covers_no_box(page)
    what_is_planned_and_written_says_what_is_missing(page)
    a_person_at_the_foot_opens_into_view(page)
    page.stand_on_scenes(View.MAP)
    the_keys_of_the_outline_are_told(page)
