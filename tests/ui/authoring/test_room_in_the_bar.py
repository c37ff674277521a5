"""The editor's bar and panels at any width and size of text, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.scenes import Stage
from tests.scenes.authoring_map_scenes import author_map_writing
from tests.scenes.authoring_scenes import written
from tests.ui.authoring.form.conftest import STORY
from tests.until import until
from trainer.authoring.checking.state import State
from trainer.settings import Settings
from trainer.ui import theme
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Iterator

USUAL = (1280, 800)
SMALL = (800, 600)


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UPSTANDER_HOME", str(tmp_path_factory.mktemp("home")))
        with Stage(Settings(keep=True, motion="reduced", palette="light")) as stage:
            stage.shell.show()
            author_map_writing(stage)
            stage.rest()
            yield stage


@pytest.fixture
def stage(window: Stage) -> Iterator[Stage]:
    yield window
    look(window, USUAL, 100)


def look(stage: Stage, size: tuple[int, int], text: int) -> AuthorPage:
    stage.context.change(text_size=text)
    stage.shell.resize(*size)
    stage.settle(0.02)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    return page


def lines(page: AuthorPage) -> int:
    """Lines that the bar takes: things of one line overlap in height."""
    count, bottom = 0, -1
    shown = [one for one in page.bar._flow.widgets() if one.isVisible()]
    for one in sorted(shown, key=lambda widget: widget.y()):
        if one.y() > bottom:
            count, bottom = count + 1, one.geometry().bottom()
    return count


@pytest.mark.parametrize(
    ("size", "text"),
    [
        pytest.param(USUAL, 100, marks=pytest.mark.soak),
        pytest.param(USUAL, 200, marks=pytest.mark.soak),
        (SMALL, 100),
        (SMALL, 200),
    ],
)
def test_the_bar_is_one_line(stage: Stage, size: tuple[int, int], text: int) -> None:
    page = look(stage, size, text)
    bar = page.bar
    assert lines(page) == 1
    assert bar.height() <= theme.px(theme.BAR_HEIGHT) + 1
    assert all(one.geometry().right() <= bar.width() for one in bar._flow.widgets())
    assert bar.leave.words() == "Leave quickly"  # Whatever else has no room.
    assert bar.play.accessibleName() == "Play from here"
    assert bar.back.accessibleName()
    assert bar.title.isHidden() is (size == SMALL and text == 200)
    assert bar.undo.isHidden() is (text == 200)
    assert bar.redo.isHidden() is (text == 200)


def test_a_small_window_keeps_undo_and_words_come_back(stage: Stage) -> None:
    page = look(stage, SMALL, 100)
    assert not page.bar.undo.isHidden()
    page = look(stage, (640, 600), 100)
    assert page.bar.more.words() == ""
    assert page.bar.more.accessibleName() == "More"
    page = look(stage, USUAL, 100)
    assert page.bar.more.words() == "More"
    assert page.bar.back.words() == "Back"
    assert page.bar.play.words() == "Play from here"
    assert page.bar.title.text() == "At the clinic"


def test_a_long_title_is_said_as_far_as_there_is_room(stage: Stage) -> None:
    page = look(stage, USUAL, 100)
    document = page.bench.document
    assert document is not None
    long = "The morning train, as Ana saw it from her seat by the door, before anybody spoke"
    with page.bench.step("Title", ("title",)) as step:
        step.put(document, ("title",), long)
    stage.settle(0.02)
    assert lines(page) == 1
    said = page.bar.title.text()
    assert said.endswith("…")
    assert long.startswith(said[:-1])
    assert len(said) > 20
    assert page.bar.leave._keys_shown  # They are needed in a hurry.
    assert page.bar.title.accessibleName() == long
    assert not page.bar.undo.isHidden()
    page.bench.undo()
    assert page.bar.title.text() == "At the clinic"


def test_buttons_and_panels_are_as_before_after_large_text_and_a_small_window(
    stage: Stage,
) -> None:
    page = look(stage, USUAL, 100)

    def sizes() -> list[tuple[str, int, int]]:
        buttons = [*page.map.foot.findChildren(Button), *page.bar.findChildren(Button)]
        shown = [one for one in buttons if one.isVisible()]
        told = [(one.accessibleName() or one.words(), one.width(), one.height()) for one in shown]
        return [*told, ("form", page.form.width(), page.problems.height())]

    def at_rest() -> list[tuple[str, int, int]]:
        """Give the sizes once what is told of the story stands, and nothing moves any more."""
        until(lambda: page.bench.checking is State.CHECKED)
        last, now = None, sizes()
        while last != now:
            stage.settle(0.05)
            last, now = now, sizes()
        return now

    *buttons, form = at_rest()
    for size, text in ((USUAL, 200), (SMALL, 100)):
        look(stage, size, text)
        look(stage, USUAL, 100)
        *now, panels = at_rest()
        assert now == buttons
        # A list that was just filled may have asked its splitter for a few pixels more.
        assert panels[:2] == form[:2]
        assert abs(panels[2] - form[2]) <= 4


def test_what_was_dragged_is_kept_through_a_small_window(stage: Stage) -> None:
    page = look(stage, USUAL, 100)
    frame = page.frame
    frame._whole.moveSplitter(frame._whole.width() - 460, 1)
    wide = page.form.width()
    assert wide > 430
    look(stage, SMALL, 100)
    look(stage, USUAL, 100)
    assert abs(page.form.width() - wide) <= 1
    assert frame.remembered().form == wide
    look(stage, (1600, 900), 100)
    page = look(stage, (1600, 900), 125)
    assert abs(page.form.width() - theme.px(wide)) <= 1
    frame._whole.moveSplitter(frame._whole.width() - theme.px(380) - frame._whole.handleWidth(), 1)


@pytest.mark.parametrize("text", [125, 150, 175])
def test_tabs_have_their_room_when_they_show_for_the_first_time(
    qapp: QApplication, text: int
) -> None:
    with Stage(Settings(keep=True, motion="reduced", text_size=text), (1280, 720)) as stage:
        stage.shell.show()
        stage.shell.open_page("author-home")
        QApplication.processEvents()
        page = written(stage, STORY, "clinic")
        stage.settle(0.05)
        assert page.frame.narrow
        for tabs in (page.frame.parts, page.frame.tabs):
            assert tabs.isVisible()
            assert tabs.width() >= tabs.sizeHint().width()
            for index in range(tabs.count()):
                needed = tabs.minimumTabSizeHint(index).width()
                assert not tabs.isTabVisible(index) or tabs.tabRect(index).width() >= needed
