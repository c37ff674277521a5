"""The pages and sheets of trying out: names, Tab order, nothing cut, every word translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sweep
from tests.ui.showing import every_layout, showing
from trainer.language import PSEUDO

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.screenshots import Look

SCENES = (
    "author-play",
    "author-play-feedback",
    "author-play-start",
    "author-try",
    "author-reach",
)
each = pytest.mark.parametrize(
    "scene",
    [pytest.param(one, marks=() if one == "author-try" else pytest.mark.soak) for one in SCENES],
)


@each
@every_layout
def test_it_is_named_reached_in_order_and_not_cut(
    qapp: QApplication, scene: str, look: Look
) -> None:
    with showing(scene, look.settings, look.size) as stage:
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []
        assert sweep.cut_at_rest(stage) == []


@pytest.mark.soak
@pytest.mark.parametrize("scene", ["author-play-start", "author-try-new", "author-reach"])
def test_every_word_goes_through_gettext(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene) as stage:
        story = stage.context.library.load("morning-train")
        assert sweep.untranslated(stage.top(), [*story.scenes, *story.state]) == []
