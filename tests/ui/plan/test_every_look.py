"""What safety plan and records must get right in every look: names, Tab order, nothing cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scenes.plan_scenes import PLAN, RECORD
from tests.ui import sweep
from tests.ui.showing import every_layout, showing
from trainer.language import PSEUDO
from trainer.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.screenshots import Look

SCENES = ("plan", "plan-locked", "plan-passphrase", "plan-print", "record", "record-me")
SETTINGS = Settings(keep=True, motion="reduced", palette="light")


@pytest.mark.parametrize("scene", SCENES)
@every_layout
@pytest.mark.soak
def test_nothing_is_cut_and_everything_has_a_name(
    qapp: QApplication, scene: str, look: Look
) -> None:
    with showing(scene, look.settings, look.size) as stage:
        assert sweep.cut_at_rest(stage) == []
        assert sweep.names(stage.top()) == []


@pytest.mark.parametrize("scene", ["plan", "record", "record-me"])
def test_tab_goes_as_the_eye_does(qapp: QApplication, scene: str) -> None:
    with showing(scene, SETTINGS) as stage:
        assert sweep.tab_order(stage.top()) == []


@pytest.mark.parametrize("scene", SCENES)
def test_every_word_goes_through_gettext_and_longer_words_fit(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, SETTINGS.but(text_size=200), (800, 600)) as stage:
        rows = [row for one in (PLAN, RECORD) for rows in one.rows.values() for row in rows]
        theirs = [text for row in rows for text in row.values()]
        theirs += [*PLAN.texts.values(), *RECORD.texts.values(), "1", "2", "3", "F2"]
        assert sweep.untranslated(stage.top(), theirs) == []
        assert sweep.cut_at_rest(stage) == []
