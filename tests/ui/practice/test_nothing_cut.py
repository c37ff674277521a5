"""No word is cut off, however large the text and small the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tests.scenes import Stage, all_scenes
from trainer.settings import Settings
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import ElidedLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

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
        if isinstance(widget, ElidedLabel):
            continue
        need = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
        parent = widget.parentWidget()
        assert parent is not None
        words = widget.words() if isinstance(widget, Button | StoryText) else widget.text()
        if widget.height() < need or widget.geometry().right() > parent.width():
            found.append(f"{words!r}: {widget.height()} of {need} high")
    return found


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(
    ("size", "text_size"), [((1280, 800), 100), ((800, 600), 200), ((1280, 800), 200)]
)
def test_nothing_is_cut(
    qapp: QApplication, scene: str, size: tuple[int, int], text_size: int
) -> None:
    settings = Settings(keep=True, motion="reduced", palette="light", text_size=text_size)
    with Stage(settings, size) as stage:
        stage.shell.show()
        all_scenes()[scene](stage)
        stage.settle()
        assert cut(stage.shell.page()) == []
