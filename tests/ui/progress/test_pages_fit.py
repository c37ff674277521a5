"""Progress and the look back, swept once a size: names, Tab, nothing cut, every word ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sweep
from tests.ui.showing import showing
from trainer.language import PSEUDO
from trainer.settings import Settings
from trainer.ui.widgets.story import StoryText

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.scenes import Stage

SCENES = ("progress", "progress-tables", "look-again")


def theirs(stage: Stage) -> list[str]:
    """Texts that are not ours: of scenarios, and numbers."""
    found = [str(number) for number in range(100)]
    for card in stage.context.library.cards():
        scenario = stage.context.library.load(card.id)
        found += [card.title, card.summary, *(one.name for one in scenario.cast.values())]
        for scene in scenario.scenes.values():
            for choice in scene.choices:
                found += [choice.words, choice.feedback.headline if choice.feedback else ""]
    stories = [one.toPlainText() for one in stage.shell.findChildren(StoryText)]
    return [*found, *stories, *(line for one in stories for line in one.splitlines())]


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.soak
def test_it_is_named_reached_and_whole(qapp: QApplication, scene: str) -> None:
    with showing(scene) as stage:
        assert sweep.all_of_it(stage) == []


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.soak
def test_it_is_whole_where_all_is_large_and_words_are_long(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, Settings(keep=True, text_size=200), (800, 600)) as stage:
        assert sweep.cut_at_rest(stage) == []
        assert sweep.untranslated(stage.top(), theirs(stage)) == []
