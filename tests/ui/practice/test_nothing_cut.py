"""No word is cut off, however large the text and small the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tests.scenes import Stage, all_scenes
from tests.ui.sweep import names, tab_order
from trainer.practice.snapshot import Phase
from trainer.settings import Settings
from trainer.ui.practice.page import PracticePage
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_PATIENCE = 100
"""Turns of the event loop in which a page comes to rest."""

SCENES = (
    "practice-begin",
    "practice",
    "practice-looking",
    "feedback",
    "feedback-poor",
    "tried",
    "own-words",
    "not-kept",
    "ending",
    "debrief",
    "compare",
    "past-runs",
    "past-runs-empty",
)


def cut(root: QWidget) -> list[str]:
    """Widgets that are lower than their words, or reach out of their parent."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, Words | Button | StoryText):
            continue
        need = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
        parent = widget.parentWidget()
        assert parent is not None
        words = widget.words() if isinstance(widget, Button | StoryText) else widget.text()
        if widget.height() < need or widget.geometry().right() > parent.width():
            found.append(f"{words!r}: {widget.height()} of {need} high")
    return found


def cut_at_rest(stage: Stage) -> list[str]:
    """What is cut once the layouts have come to rest."""
    for _turn in range(_PATIENCE):
        stage.settle(0.01)
        if not cut(stage.shell.page()):
            return []
    return cut(stage.shell.page())


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(
    ("size", "text_size"),
    [
        ((1280, 800), 100),
        ((800, 600), 200),
        pytest.param((1280, 800), 200, marks=pytest.mark.soak),
    ],
)
@pytest.mark.soak
def test_nothing_is_cut(
    qapp: QApplication, scene: str, size: tuple[int, int], text_size: int
) -> None:
    settings = Settings(keep=True, motion="reduced", palette="light", text_size=text_size)
    with Stage(settings, size) as stage:
        stage.shell.show()
        all_scenes()[scene](stage)
        assert cut_at_rest(stage) == []
        assert names(stage.top()) == []
        assert tab_order(stage.top()) == []


@pytest.mark.parametrize(("size", "text_size"), [((1280, 800), 100), ((800, 600), 200)])
@pytest.mark.parametrize("scenario", ["morning-train", "team-thread", "refund-counter"])
@pytest.mark.soak
def test_nothing_is_cut_from_scene_to_scene(
    qapp: QApplication, scenario: str, size: tuple[int, int], text_size: int
) -> None:
    """Widgets are filled anew; none may keep the height of the scene before."""
    settings = Settings(keep=True, motion="reduced", palette="light", text_size=text_size)
    with Stage(settings, size) as stage:
        stage.shell.show()
        stage.shell.open_page("practice", scenario=scenario)
        page = stage.shell.page()
        assert isinstance(page, PracticePage)
        page._begin.begin.emit(False)
        for turn in range(40):
            assert cut_at_rest(stage) == []
            session = page._session
            assert session is not None
            if session.phase is Phase.ENDED:
                return
            if session.phase is Phase.DECIDING:
                page._choose(session.offered[turn % len(session.offered)])
            else:
                page._go_on()
