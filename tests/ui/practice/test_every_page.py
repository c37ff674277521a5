"""What every page of practising must get right: names, Tab order, words of every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scenes import Stage, all_scenes
from tests.ui import sweep
from tests.ui.practice.test_nothing_cut import SCENES
from trainer import language
from trainer.help import directory
from trainer.language import PSEUDO
from trainer.scenario.texts.markup import plain
from trainer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from trainer.scenario.model import Scenario

EVERY = (*SCENES, "debrief-unfinished", "pick-run", "delete-run")
SETTINGS = Settings(keep=True, motion="reduced", palette="light")


def shown(stage: Stage, scene: str) -> None:
    stage.shell.open_page("home")
    stage.shell.show()
    all_scenes()[scene](stage)
    stage.settle()


@pytest.mark.soak
@pytest.mark.parametrize("scene", EVERY)
def test_names_and_tab_order(qapp: QApplication, scene: str) -> None:
    with Stage(SETTINGS) as stage:
        shown(stage, scene)
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []


@pytest.mark.parametrize("scene", EVERY)
@pytest.mark.soak
def test_every_word_goes_through_gettext(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with Stage(SETTINGS) as stage:
        language.use(PSEUDO)
        shown(stage, scene)
        written = list(_written(stage.context.library.load("morning-train")))
        names = [listed.entry.name for listed in directory.built_in().entries()]
        theirs = [*written, *names, "Is this seat free? May I sit with you?"]
        untranslated = sweep.untranslated(stage.top(), theirs)
        assert [one for one in untranslated if "•" not in one] == []


def _written(scenario: Scenario) -> Iterator[str]:
    """Every text of a scenario, as it shows."""
    texts = [scenario.title, scenario.summary, *scenario.goals, *scenario.questions]
    texts += [member.name for member in scenario.cast.values()]
    for scene in scenario.scenes.values():
        texts += [scene.text or "", scene.skip or "", scene.check or ""]
        texts += [line.text for line in scene.lines]
        texts += [(scene.ending.view or "") if scene.ending else ""]
        for choice in scene.choices:
            texts += [choice.words, *choice.points]
            if choice.feedback is not None:
                texts += [choice.feedback.headline, choice.feedback.why or ""]
                texts += choice.feedback.about.values()
    return (plain(text) for text in texts if text)
