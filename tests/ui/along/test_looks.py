"""The sheets about taking along, swept once a size: names, Tab, nothing cut, every word ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sweep
from tests.ui.showing import showing
from trainer import paths
from trainer.language import PSEUDO
from trainer.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SCENES = ("take-along-sealed", "take-along-certificate", "take-in")


@pytest.mark.parametrize("scene", SCENES)
def test_it_is_named_reached_and_whole(qapp: QApplication, scene: str) -> None:
    with showing(scene) as stage:
        assert sweep.all_of_it(stage) == []


@pytest.mark.parametrize("scene", SCENES)
def test_it_is_whole_where_all_is_large_and_words_are_long(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, Settings(keep=True, text_size=200), (800, 600)) as stage:
        assert sweep.cut_at_rest(stage) == []
        assert sweep.untranslated(stage.top(), [f"{paths.home().name}.upstander"]) == []
