"""Every page to learn from, in every look: names, Tab order, nothing cut, every word translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scenes import Stage
from tests.ui import sweep
from tests.ui.showing import every_layout, large_and_small, showing
from trainer.drills.collection import Collection as Drills
from trainer.language import PSEUDO
from trainer.pages.collection import Collection
from trainer.scenario.texts.markup import plain
from trainer.settings import Settings
from trainer.ui.learn.index_page import WELCOME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.screenshots import Look

SCENES = ("learn", "method", "method-section", "method-foot", "method-gone", "welcome",
          "welcome-last")  # fmt: skip
PAGES = [one.content.id for one in Collection().pages() if one.content.id != WELCOME]
SETTINGS = Settings(keep=True, motion="reduced", palette="light")


@pytest.mark.parametrize("scene", SCENES)
@large_and_small
def test_names_and_tab_order(qapp: QApplication, scene: str, size: tuple[int, int]) -> None:
    with showing(scene, SETTINGS, size) as stage:
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []


@pytest.mark.parametrize("scene", SCENES)
@every_layout
@pytest.mark.soak
def test_nothing_is_cut(qapp: QApplication, scene: str, look: Look) -> None:
    with showing(scene, look.settings, look.size) as stage:
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []
        assert sweep.cut_at_rest(stage) == []


@pytest.mark.parametrize("page", PAGES)
def test_each_built_in_page_opens_whole_in_the_smallest_window(
    qapp: QApplication, page: str
) -> None:
    with Stage(SETTINGS.but(text_size=200), (800, 600)) as stage:
        stage.shell.show()
        stage.shell.open_page("method", page=page)
        stage.settle()
        assert sweep.cut_at_rest(stage) == []
        assert sweep.names(stage.top()) == []


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.soak
def test_nothing_is_cut_in_a_language_of_longer_words(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, SETTINGS.but(text_size=200), (800, 600)) as stage:
        assert sweep.cut_at_rest(stage) == []


@pytest.mark.parametrize("scene", SCENES)
def test_every_word_goes_through_gettext(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, SETTINGS) as stage:
        theirs = [*_written(), *map(str, range(1, 10))]
        assert sweep.untranslated(stage.top(), theirs) == []


def _written() -> Iterator[str]:
    """Every text of the built-in pages, and of the tiles of drills, as it shows."""
    for placed in Collection().pages():
        page = placed.content
        texts = [page.title, page.summary, *(source.title for source in page.sources.values())]
        texts += [text for one in page.sections for text in (one.heading, one.text)]
        yield from map(plain, texts)
    for deck in (one.content for one in Drills().decks()):
        yield from map(plain, (deck.title, deck.summary))
