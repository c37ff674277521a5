"""In a trial the words come first, also where the text is large or the screen is low."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from tests.scenes import all_scenes
from tests.scenes.authoring_playing_scenes import CHAIR
from tests.scenes.authoring_scenes import written
from tests.ui.showing import words_in
from trainer.authoring.trying.starting import Start
from trainer.ui import theme
from trainer.ui.authoring.playing.page import PlayPage
from trainer.ui.widgets.story import StoryText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tests.scenes import Stage
    from trainer.ui.authoring.page import AuthorPage


@pytest.fixture
def author(stage: Stage) -> Iterator[AuthorPage]:
    page = written(stage, CHAIR, "chair")
    yield page
    page.playing.asker.stop_all()


def plays(
    stage: Stage, author: AuthorPage, scene: str, size: tuple[int, int], text: int
) -> PlayPage:
    stage.context.change(text_size=text)
    stage.shell.resize(*size)
    author.playing.play_from(Start(scene))
    stage.settle(0.02)
    page = stage.shell.page()
    assert isinstance(page, PlayPage)
    return page


def box_of(page: PlayPage, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page.stage, QPoint(0, 0)), widget.size())


def seen(page: PlayPage, widget: QWidget) -> bool:
    """Whether all of it is between the bar and what stands behind the scene."""
    return widget.isVisible() and page.stage.rect().contains(box_of(page, widget))


def test_text_and_first_choice_are_in_view_and_what_followed_after_it(
    stage: Stage, author: AuthorPage
) -> None:
    page = plays(stage, author, "louder", (1280, 720), 150)
    assert page.stage._columns.is_one
    first = page.stage.choices.cards()[0]
    assert seen(page, page.stage.reading)
    assert seen(page, first)
    assert 0 < page.stage._picture.height() < page.stage.height() / 2
    assert box_of(page, page.stage._picture).bottom() > theme.px(100)  # It is still there.
    assert page.bar.height() <= theme.px(theme.BAR_HEIGHT + 2)
    check = box_of(page, page.stage.check)
    assert check.top() - box_of(page, page.stage.choices).bottom() >= theme.px(12)
    QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_1)
    stage.settle(0.02)
    assert seen(page, page.stage.reading)
    said = {words: box for words, box in words_in(stage.shell)}
    assert "He looks up." in said
    assert box_of(page, page.stage.feedback).top() < page.stage.height() / 2


def test_where_not_all_fits_the_words_are_read_from_their_beginning(
    stage: Stage, author: AuthorPage
) -> None:
    page = plays(stage, author, "louder", (800, 600), 200)
    top = box_of(page, page.stage.reading).top()
    assert 0 <= top <= theme.px(24)


def test_a_small_picture_takes_no_room_from_the_words(stage: Stage) -> None:
    """The story has a part that is hard to read, which takes two lines where it is narrow."""
    stage.context.change(text_size=200)
    stage.shell.resize(1280, 800)
    all_scenes()["author-play"](stage)
    page = stage.shell.page()
    assert isinstance(page, PlayPage)
    assert page.stage._columns.is_one
    texts = [one for one in page.stage.findChildren(StoryText) if one.isVisible()]
    assert len(texts) > 3
    squeezed = [one.words() for one in texts if one.height() < one.heightForWidth(one.width())]
    assert squeezed == []


def test_what_stands_behind_leaves_the_room_to_the_scene_until_it_is_asked_for(
    stage: Stage, author: AuthorPage
) -> None:
    page = plays(stage, author, "louder", (1366, 768), 100)
    assert page.behind.scroller.isHidden()
    assert page.behind.state.isVisible()
    last = page.stage.choices.cards()[-1]
    assert seen(page, last)
    stage.shell.resize(1366, 1000)
    stage.settle(0.02)
    assert page.behind.scroller.isVisible()
    stage.shell.resize(1366, 768)
    page.behind.fold.click()
    stage.settle(0.02)
    assert page.behind.scroller.isVisible()


def test_who_you_are_is_said_once(stage: Stage, author: AuthorPage) -> None:
    plays(stage, author, "morning", (1280, 800), 100)
    said = [words for words, _box in words_in(stage.shell) if words.startswith("Your part")]
    assert said == ["Your part: somebody who is there."]
