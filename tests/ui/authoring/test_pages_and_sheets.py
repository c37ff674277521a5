"""Trying out, the review, their sheets: names, Tab order, nothing cut, every word translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screenshots import LAYOUTS
from tests.ui import sweep
from tests.ui.showing import every_layout, showing
from trainer.authoring.called import in_words
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
    "author-review",
    "author-hints",
    "author-begun",
    "author-review-not-yet",
    "author-review-of-cards",
    "author-reviewed-sheet",
    "author-reviewed-refused",
)


@pytest.mark.soak
@pytest.mark.parametrize("scene", SCENES)
@every_layout
def test_it_is_named_reached_in_order_and_not_cut(
    qapp: QApplication, scene: str, look: Look
) -> None:
    with showing(scene, look.settings, look.size) as stage:
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []
        assert sweep.cut_at_rest(stage) == []


@pytest.mark.parametrize("scene", ["author-try", "author-reviewed-refused"])
def test_all_of_it_in_the_least_room(qapp: QApplication, scene: str) -> None:
    test_it_is_named_reached_in_order_and_not_cut(qapp, scene, LAYOUTS[-1])


@pytest.mark.soak
@pytest.mark.parametrize(
    "scene", ["author-play-start", "author-try-new", "author-reach", "author-reviewed-sheet"]
)
def test_every_word_goes_through_gettext(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene) as stage:
        story = stage.context.library.load("morning-train")
        assert (
            sweep.untranslated(stage.top(), [*map(in_words, (*story.scenes, *story.state))]) == []
        )
