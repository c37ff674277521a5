"""Every state of the drills page: names, Tab order, nothing cut, every word translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scenes import Stage
from tests.ui import sweep
from tests.ui.practice.test_nothing_cut import cut
from tests.ui.showing import every_layout, large_and_small, showing
from trainer.drills import wording
from trainer.language import PSEUDO
from trainer.scenario.texts.markup import plain
from trainer.settings import Settings
from trainer.ui.drills.page import DrillsPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.screenshots import Look
    from trainer.drills.model import Deck

SCENES = (
    "drill",
    "drill-pick",
    "drill-points",
    "drill-repaired",
    "drill-soft",
    "drills",
    "drills-notes",
    "drills-print",
    "thought",
    "thought-turned",
)


def cut_anywhere(stage: Stage) -> list[str]:
    """What is cut once the layouts have come to rest."""
    for _turn in range(50):
        stage.settle(0.01)
        if not (found := [*sweep.cut(stage.top()), *cut(stage.top())]):
            break
    return found


@pytest.mark.parametrize("scene", SCENES)
@large_and_small
def test_names_and_tab_order(qapp: QApplication, scene: str, size: tuple[int, int]) -> None:
    with showing(scene, size=size) as stage:
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []


@pytest.mark.parametrize("scene", SCENES)
@every_layout
@pytest.mark.soak
def test_nothing_is_cut(qapp: QApplication, scene: str, look: Look) -> None:
    with showing(scene, look.settings, look.size) as stage:
        assert sweep.names(stage.top()) == []
        assert sweep.tab_order(stage.top()) == []
        assert cut_anywhere(stage) == []


@pytest.mark.parametrize("size", [(800, 600), (1010, 640), (1280, 800)])
@pytest.mark.soak
def test_nothing_is_cut_from_card_to_card(qapp: QApplication, size: tuple[int, int]) -> None:
    """Widgets are filled anew; none may keep the height of the card before."""
    with Stage(Settings(keep=True, motion="reduced"), size) as stage:
        stage.shell.show()
        for what in ({"file": "they-are-all"}, {"reflections": True}):
            stage.shell.open_page("drills", **what)
            page = stage.shell.page()
            assert isinstance(page, DrillsPage)
            while page._hand.deck is not None:
                assert cut_anywhere(stage) == []
                page.go_on()


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.soak
def test_nothing_is_cut_in_a_language_of_longer_words(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, Settings(keep=True, text_size=200), (800, 600)) as stage:
        assert sweep.cut_at_rest(stage) == []


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.soak
def test_every_word_goes_through_gettext(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene) as stage:
        decks = [placed.content for placed in stage.context.drills.decks()]
        theirs = [text for deck in decks for text in _written(deck)]
        theirs += ["Wen, is that the place on Clement Street?", "A4"]
        theirs += ["That is her lunch.", "That was about your food, and it was unkind. I am sorry."]
        assert sweep.untranslated(stage.top(), theirs) == []


def _written(deck: Deck) -> Iterator[str]:
    """Every text of a file, as it shows."""
    yield plain(deck.title)
    yield plain(deck.summary)
    for drill in deck.drills.values():
        yield plain(drill.who)
        yield from map(plain, drill.points)
        yield wording.heard_replies(drill)
        rows = () if drill.repair is None else wording.repair_rows(drill.repair)
        yield from (plain(text) for _name, text in rows)
    for card in deck.reflections.values():
        yield plain(card.ask)
        yield plain(card.note or "")
        yield wording.sources(card.sources)
