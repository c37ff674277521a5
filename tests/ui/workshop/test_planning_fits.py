"""Pages of planning a workshop, in the looks that tell: names, Tab, nothing cut, every word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screenshots import LAYOUTS
from tests.ui import sweep
from tests.ui.showing import showing
from trainer.language import PSEUDO
from trainer.plans.collection import Collection
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.scenes import Stage
    from tests.screenshots import Look

SCENES = ("workshop-home-kept", "plan-editor-slides", "plan-editor-problems", "plan-editor-add",
          "workshop-print")  # fmt: skip
OURS = ("plan-editor-problems", "workshop-print", "workshop-home-kept")
"""Those with few words that are a plan's or a page's own."""

_TELLING = {("small-200", "plan-editor-slides"), ("small-200", "workshop-home-kept"),
            ("light", "plan-editor-problems"), ("small-200", "workshop-print")}  # fmt: skip
"""The least room for each page, and the usual one for one of them; the others are soaked."""


@pytest.mark.parametrize(
    ("look", "scene"),
    [
        pytest.param(look, scene, id=f"{look.name}-{scene}",
                     marks=() if (look.name, scene) in _TELLING else pytest.mark.soak)
        for look in LAYOUTS
        for scene in SCENES
    ],
)  # fmt: skip
def test_a_page_of_planning_fits(qapp: QApplication, scene: str, look: Look) -> None:
    with showing(scene, look.settings, look.size) as stage:
        assert sweep.all_of_it(stage) == []


def _theirs(stage: Stage) -> Iterator[str]:
    for placed in Collection().plans():
        plan = placed.content
        yield from (plain(plan.title), plain(plan.summary))
        for segment in plan.segments.values():
            yield segment.title
    yield from ("American English", "English", "Upstander", "sixty-minutes-2.yaml")


@pytest.mark.parametrize("scene", [*OURS[:2], pytest.param(OURS[2], marks=pytest.mark.soak)])
def test_every_word_of_planning_goes_through_gettext(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene) as stage:
        assert sweep.untranslated(stage.top(), tuple(_theirs(stage))) == []
