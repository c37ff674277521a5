"""Every page of the shell, in every look: names, Tab order, nothing cut, every word translated."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.scenes import Stage, all_scenes
from tests.ui import sweep
from tests.ui.showing import every_layout, large_and_small
from trainer import paths
from trainer.language import PSEUDO
from trainer.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.screenshots import Look

OURS = (
    "error",
    "find",
    "first-start",
    "home",
    "home-broken",
    "home-new",
    "keys",
    "notice",
    "settings",
    "settings-keeping",
)


AUTHOR = (
    "author",
    "author-about",
    "author-drills",
    "author-find",
    "author-find-more",
    "author-form-choice",
    "author-form-new-choice",
    "author-form-part",
    "author-form-scene",
    "author-help-entry",
    "author-home",
    "author-lead",
    "author-memory",
    "author-outline",
    "author-outline-choice",
    "author-outline-delete",
    "author-pictures",
    "author-places",
    "author-problems",
    "author-seen",
    "author-text",
    "author-text-broken",
    "author-versions",
    "author-writing",
)
"""Pages and sheets of writing; those of trying out and of reviews have sweeps of their own."""

_CHEAP = ("author-drills",)
"""What the short suite looks at: bar, tabs, an outline, a form and problems."""


def shown(stage: Stage, scene: str) -> None:
    stage.shell.show()
    all_scenes()[scene](stage)
    stage.settle()


@pytest.mark.soak
@pytest.mark.parametrize("scene", OURS)
def test_what_takes_the_focus_has_a_name(qapp: QApplication, scene: str) -> None:
    with Stage() as stage:
        shown(stage, scene)
        assert sweep.names(stage.top()) == []


@pytest.mark.parametrize("scene", OURS)
@large_and_small
def test_tab_goes_as_the_eye_does(qapp: QApplication, scene: str, size: tuple[int, int]) -> None:
    with Stage(size=size) as stage:
        shown(stage, scene)
        assert sweep.tab_order(stage.top()) == []


@pytest.mark.parametrize("scene", OURS)
@every_layout
def test_nothing_is_cut(qapp: QApplication, scene: str, look: Look) -> None:
    with Stage(look.settings, look.size) as stage:
        shown(stage, scene)
        assert sweep.cut_at_rest(stage) == []


@pytest.mark.parametrize("scene", OURS)
@pytest.mark.soak
def test_nothing_is_cut_in_a_language_of_longer_words(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with Stage(Settings(keep=True, text_size=200), (800, 600)) as stage:
        shown(stage, scene)
        assert sweep.cut_at_rest(stage) == []


@pytest.mark.parametrize("scene", sorted(set(OURS) - {"error", "notice"}))
def test_every_word_goes_through_gettext(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with Stage() as stage:
        shown(stage, scene)
        cards = stage.context.library.cards()
        texts = [text for card in cards for text in (card.title, card.summary, *card.goals)]
        places = [str(paths.home()), os.fspath(paths.own_scenarios() / "half.yaml")]
        theirs = [*texts, *places, "English", "Upstander"]
        assert sweep.untranslated(stage.top(), theirs) == []
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []


@pytest.mark.parametrize(
    "scene", [pytest.param(one, marks=() if one in _CHEAP else pytest.mark.soak) for one in AUTHOR]
)
@every_layout
def test_pages_to_write_in_are_named_reached_in_order_and_not_cut(
    qapp: QApplication, scene: str, look: Look
) -> None:
    with Stage(look.settings, look.size) as stage:
        shown(stage, scene)
        stage.rest()
        assert sweep.all_of_it(stage) == []
