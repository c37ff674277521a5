"""The questions about how sure one feels in every look: names, Tab order, nothing cut, words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screenshots import LAYOUTS
from tests.ui import sweep
from tests.ui.showing import large_and_small, showing
from trainer.language import PSEUDO
from trainer.settings import Settings
from trainer.ui.widgets.scale import PlaceButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SCENES = ("confidence-earlier", "confidence-wish")


@pytest.mark.parametrize("scene", SCENES)
@large_and_small
def test_names_and_tab_order(qapp: QApplication, scene: str, size: tuple[int, int]) -> None:
    with showing(scene, size=size) as stage:
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []


@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_cut(qapp: QApplication, scene: str) -> None:
    for look in LAYOUTS:
        with showing(scene, look.settings, look.size) as stage:
            assert sweep.cut_at_rest(stage) == [], look.name
            for place in stage.shell.page().findChildren(PlaceButton):
                if place.isVisible() and not place.stacked:
                    assert place.needs(place.width()) <= place.height(), look.name


@pytest.mark.parametrize("scene", SCENES)
def test_in_a_language_of_longer_words(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, Settings(keep=True, text_size=200), (800, 600)) as stage:
        assert sweep.cut_at_rest(stage) == []
        assert sweep.untranslated(stage.top()) == []
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []
