"""The editor is built while one looks at one's files, and is then as if it were built at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.bench.story import long_story
from tests.scenes import Stage
from tests.until import until
from trainer import paths
from trainer.authoring.checking.state import State
from trainer.settings import Settings
from trainer.ui.authoring.form.choice_form import ChoiceForm
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.widgets.focus_order import focusable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.authoring.source.lines import Path as Place

SEEN: tuple[Place, ...] = (
    (),
    ("scenes", "s2"),
    ("scenes", "s2", "choices", 1),
    ("scenes", "s5"),
    ("scenes", "s0", "choices", 0),
)


@pytest.fixture
def at(qapp: QApplication) -> Iterator[Stage]:
    with Stage(Settings(keep=True, motion="reduced", palette="light")) as stage:
        stage.shell.show()
        stage.shell.open_page("author-home")
        yield stage


@pytest.fixture
def story(home: Path) -> Path:
    file = paths.own_scenarios() / "a-story.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(long_story(6, choices=3), "utf-8")
    return file


def waiting(stage: Stage) -> list[AuthorPage]:
    """Give the editors that are built out of view."""
    return [one for one in stage.shell.children() if isinstance(one, AuthorPage)]


def is_ready(stage: Stage) -> bool:
    return any(page.is_ready for page in waiting(stage))


def is_gone(page: AuthorPage) -> bool:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not shiboken6.isValid(page)


def opened(stage: Stage, story: Path) -> AuthorPage:
    stage.shell.open_page("author", path=story)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    return page


def shown(widget: QWidget) -> list[tuple[Any, ...]]:
    """Give all that shows of a page, as it is read, and by keyboard."""
    labels = [one for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    stops = [one for one in focusable(widget) if one.isVisibleTo(widget)]
    return [
        *((type(one), one.text(), one.size()) for one in labels),
        *((type(one), one.accessibleName(), one.accessibleDescription()) for one in stops),
    ]


def seen(stage: Stage, page: AuthorPage) -> list[list[tuple[Any, ...]]]:
    found = []
    page.bench.write_at(())
    until(lambda: page.bench.checking is State.CHECKED)
    stage.settle(0.25)  # Where names are used is counted a little later.
    for path in SEEN:
        page.bench.write_at(path)
        stage.settle(0.03)
        found.append(shown(page))
    return found


def test_built_ahead_it_is_as_if_built_at_once(at: Stage, story: Path) -> None:
    until(lambda: is_ready(at))
    (ready,) = waiting(at)
    assert not ready.isVisible()
    page = opened(at, story)
    assert page is ready
    assert waiting(at) == []
    ahead = seen(at, page)
    at.shell.open_page("home")
    at.context.store_changed.emit()
    assert is_gone(page)
    again = opened(at, story)
    assert again is not page
    assert not again.is_ready
    for one, other in zip(ahead, seen(at, again), strict=True):
        assert [(a, b) for a, b in zip(one, other, strict=True) if a != b] == []


def test_opened_before_it_is_built_it_is_whole_all_the_same(at: Stage, story: Path) -> None:
    until(lambda: bool(waiting(at)))
    (begun,) = waiting(at)
    assert not begun.is_ready
    page = opened(at, story)
    assert page is begun
    page.bench.write_at(("scenes", "s2"))
    form = page.form.form
    assert isinstance(form, SceneForm)
    assert form.name.heading.text()
    until(lambda: page.is_ready)
    page.bench.write_at(())
    assert page.about.isVisible()
    assert page.about.first().isVisible()


@pytest.mark.parametrize("fails", [False, True])
def test_a_form_that_is_half_built_is_whole_once_it_shows(
    fails: bool, at: Stage, story: Path
) -> None:
    at.shell.open_page("home")
    page = opened(at, story)
    steps = page.form.forms.ahead()
    next(steps)
    half = page.form.forms.there("choice")
    assert isinstance(half, ChoiceForm)
    assert not half.building.is_done
    if fails:
        half.building.steps = iter(())
    page.bench.write_at(("scenes", "s2", "choices", 1))
    form = page.form.form
    assert isinstance(form, ChoiceForm)
    assert (form is half) is not fails
    assert form.building.is_done
    assert form.id.isVisibleTo(form.more.body)


def test_who_goes_on_at_once_has_none_built(at: Stage) -> None:
    at.settle(0.1)
    at.shell.open_page("home")
    at.settle(0.7)
    assert waiting(at) == []


def test_it_goes_with_what_it_stands_on(at: Stage) -> None:
    until(lambda: bool(waiting(at)))
    (begun,) = waiting(at)
    at.context.store_changed.emit()
    assert is_gone(begun)
    at.context.page_likely.emit("author")
    (again,) = waiting(at)
    at.context.change(language="ko")
    assert is_gone(again)


def test_what_could_not_be_built_is_built_at_once(
    at: Stage, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    until(lambda: bool(waiting(at)))
    (begun,) = waiting(at)
    assert begun.building is not None
    begun.building.steps = iter(())  # As after a step that has failed.
    page = opened(at, story)
    assert page is not begun
    assert page.bench.document is not None
    assert is_gone(begun)
