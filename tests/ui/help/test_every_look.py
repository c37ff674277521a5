"""What Get help must get right in every look: names, Tab order, nothing cut, every word ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sweep
from tests.ui.showing import every_layout, large_and_small, showing
from trainer.language import PSEUDO
from trainer.scenario.texts.markup import plain
from trainer.settings import Settings
from trainer.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.scenes import Stage
    from tests.screenshots import Look
    from trainer.help.directory import Directory

SCENES = ("help", "help-nothing", "help-open", "help-ours", "help-place", "help-way-back")
SETTINGS = Settings(keep=True, motion="reduced", palette="light")


def sideways(stage: Stage) -> list[str]:
    """Places that are wider than what shows of them, so that something is out of view."""
    return [
        f"{one.content.width()} of {one.viewport().width()}"
        for one in stage.shell.page().findChildren(Scroller)
        if one.isVisible() and one.content.width() > one.viewport().width()
    ]


@pytest.mark.parametrize("scene", SCENES)
@large_and_small
def test_names_and_tab_order(qapp: QApplication, scene: str, size: tuple[int, int]) -> None:
    with showing(scene, SETTINGS, size, rest=0.4) as stage:
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []


@pytest.mark.parametrize("scene", SCENES)
@every_layout
@pytest.mark.soak
def test_nothing_is_cut(qapp: QApplication, scene: str, look: Look) -> None:
    with showing(scene, look.settings, look.size, rest=0.4) as stage:
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []
        assert sweep.cut_at_rest(stage) == []
        assert sideways(stage) == []


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.soak
def test_nothing_is_cut_in_a_language_of_longer_words(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, SETTINGS.but(text_size=200), (800, 600), rest=0.4) as stage:
        assert sweep.cut_at_rest(stage) == []
        assert sideways(stage) == []


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.soak
def test_every_word_goes_through_gettext(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, SETTINGS, rest=0.4) as stage:
        theirs = [*_written(stage.context.help), "scenarios"]
        assert sweep.untranslated(stage.top(), theirs) == []


def _written(directory: Directory) -> Iterator[str]:
    """Every text of the directory, as it shows."""
    for listed in directory.entries():
        entry = listed.entry
        texts = [entry.name, entry.summary, entry.takes, entry.takes_not, entry.after]
        texts += [entry.police_note, entry.unconfirmed, *entry.source]
        for reach in entry.reach:
            texts += [reach.value, reach.about]
        yield from (plain(text) for text in texts if text)
        yield from (place.name for key in entry.where if (place := directory.place(key)))
