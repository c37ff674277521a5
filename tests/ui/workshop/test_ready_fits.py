"""Getting ready in every look: names, Tab order, nothing cut, every word translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sweep
from tests.ui.showing import every_layout, showing
from trainer.language import PSEUDO
from trainer.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.screenshots import Look

SCENES = ("ready-several", "ready-test-doubt", "ready-wifi", "ready-hotspot", "ready-care")
REST = ("ready", "ready-none", "ready-holds", "ready-test", "ready-test-works")


@pytest.mark.parametrize(
    "scene", [*SCENES, *(pytest.param(one, marks=pytest.mark.soak) for one in REST)]
)
@every_layout
def test_nothing_is_wrong_with_it(qapp: QApplication, scene: str, look: Look) -> None:
    with showing(scene, look.settings, look.size) as stage:
        assert sweep.all_of_it(stage) == []


@pytest.mark.parametrize("scene", SCENES)
def test_every_word_goes_through_gettext(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, Settings(keep=True, text_size=200), (800, 600)) as stage:
        assert sweep.cut_at_rest(stage) == []
        theirs = ["http://192.168.4.20:34567/", "Community Hall", "open; sesame", "nmcli"]
        assert sweep.untranslated(stage.top(), theirs) == []
