"""Boosters in every look: names, Tab order, nothing cut, every word translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage
from tests.scenes.booster_scenes import DUE, booster, make_due
from tests.ui import sweep
from tests.ui.drills.test_every_page import cut_anywhere
from tests.ui.showing import every_layout, large_and_small
from trainer.language import PSEUDO
from trainer.progress.boosters.boosters import Rating
from trainer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest
    from PySide6.QtWidgets import QApplication

    from tests.screenshots import Look
    from trainer.progress.boosters.variants import Variant


def parts(stage: Stage) -> Iterator[str]:
    """Go through everything that a booster shows, a scene and a drill; the first page first."""
    stage.shell.show()
    make_due(stage, DUE)
    stage.play("gas-cap")
    stage.shell.open_page("home")
    stage.settle()
    yield "home"
    page = booster(stage, ())
    for _card in range(3):
        yield "before"
        page.go_on()
        stage.settle(0.05)
        yield "asking"
        page.asking.box.set_text("Words of mine.")
        page.go_on()
        stage.settle(0.05)
        yield "comparing"
        page.rate(Rating.YES)
        stage.settle(0.05)
    yield "over"


@large_and_small
def test_names_and_tab_order(qapp: QApplication, size: tuple[int, int]) -> None:
    with Stage(size=size) as stage:
        for part in parts(stage):
            assert sweep.names(stage.top()) == [], part
            assert sweep.tab_order(stage.top()) == [], part


@every_layout
def test_nothing_is_cut(qapp: QApplication, look: Look) -> None:
    with Stage(look.settings, look.size) as stage:
        for part in parts(stage):
            assert cut_anywhere(stage) == [], part
            assert sweep.names(stage.top()) == [], part
            assert sweep.tab_order(stage.top()) == [], part


def test_nothing_is_cut_in_a_language_of_longer_words_and_all_are_translated(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with Stage(Settings(keep=True, text_size=200), (800, 600)) as stage:
        theirs = ["Words of mine.", *(card.title for card in stage.context.library.cards())]
        for part in parts(stage):
            assert cut_anywhere(stage) == [], part
            if part != "home":
                page = stage.shell.page()
                sitting = getattr(page, "_sitting", None)
                texts = _written(sitting.variant) if sitting and sitting.variant else []
                assert sweep.untranslated(page, [*theirs, *texts]) == [], part


def _written(variant: Variant) -> Iterator[str]:
    """Every text of a situation, as it shows or is spoken."""
    from trainer.practice.transcript import spoken_text
    from trainer.scenario.texts.markup import plain

    yield from (variant.title, *variant.before, *map(plain, variant.points))
    yield "\n".join([plain(variant.passage.text), *map(spoken_text, variant.passage.lines)])
    for line in variant.passage.lines:
        yield from (line.name, plain(line.text))
    for way in variant.ways:
        yield from (plain(way.words), plain(way.why))
        for one in way.about:
            yield from (one.name, plain(one.text))
