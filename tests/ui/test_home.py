"""Home: carrying on, the library's cards, filters, files that cannot be played."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.built_in import BUILT_IN
from tests.scenes import Stage
from tests.ui.looking import words
from trainer import paths
from trainer.authoring import shelf
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.authoring.templates.making import Asked
from trainer.errors import KeepingError
from trainer.progress.store import Store
from trainer.scenario.libraries.library import Library
from trainer.settings import Settings
from trainer.ui.broken_note import BrokenNote
from trainer.ui.library.card_painter import CardPainter
from trainer.ui.library.home import HomePage
from trainer.ui.library.home_filters import ListChip
from trainer.ui.library.home_top import CarryOn, HowItWorks, ReadingCard, RunCard
from trainer.ui.unfinished_note import UnfinishedNote
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.chips import FilterChip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

SMALL = Path(__file__).parent.parent / "data" / "scenarios" / "small-bus.yaml"


def page(stage: Stage) -> HomePage:
    found = stage.shell.page()
    assert isinstance(found, HomePage)
    return found


def button(root: QWidget, words: str) -> Button:
    return next(
        one for one in root.findChildren(Button) if one.words() == words and not one.isHidden()
    )


def seen(stage: Stage) -> RunCard:
    """The run to carry on with; one that was shown before may wait for its end unseen."""
    return next(one for one in page(stage).findChildren(RunCard) if one.isVisible())


def add_scenarios(count: int) -> None:
    folder = paths.own_scenarios()
    folder.mkdir(parents=True, exist_ok=True)
    source = SMALL.read_text("utf-8")
    ids = source.split("id: ", 1)[1].split("\n", 1)[0].split("#")[0].strip()
    for number in range(count):
        text = source.replace(f"id: {ids}", f"id: copy-{number}", 1)
        (folder / f"copy-{number}.yaml").write_text(text, "utf-8")


def test_a_newcomer_is_told_how_this_works(stage: Stage) -> None:
    assert page(stage).findChildren(HowItWorks)
    assert not page(stage).findChildren(CarryOn)
    assert QApplication.focusWidget() is page(stage).grid


def test_every_scenario_is_an_item_with_its_whole_text(stage: Stage) -> None:
    model = page(stage).grid.model()
    cards = stage.context.library.cards()
    assert model.rowCount() == len(cards)
    for row, card in enumerate(cards):
        said = model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
        assert card.title in said
        assert card.goals[0].rstrip(".") in said
        assert f"{card.minutes} min" in said
        assert "new" in said
        assert "Not yet reviewed by a community organisation" in said


def test_a_card_opens_with_enter_and_with_a_click(stage: Stage) -> None:
    grid = page(stage).grid
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    stage.settle(0.05)
    assert stage.shell.page().name == "practice"
    stage.shell.open_page("home")
    stage.settle(0.05)
    place = grid.card_rect(0).center()
    QTest.mouseClick(grid.viewport_widget, Qt.MouseButton.LeftButton, pos=place)
    stage.settle(0.05)
    assert stage.shell.page().name == "practice"


def test_letters_go_to_the_scenario_that_begins_so(stage: Stage) -> None:
    grid = page(stage).grid
    titles = [card.title for card in stage.context.library.cards()]
    begins = Counter(title[:4] for title in titles)
    wanted = next(title for title in reversed(titles) if begins[title[:4]] == 1)
    QTest.keyClicks(grid, wanted[:4])
    assert grid.currentIndex().data() == wanted


def test_carrying_on_comes_first_and_has_the_focus(stage: Stage) -> None:
    card = stage.context.library.cards()[1]
    run = stage.play(card.id, 1)
    stage.shell.open_page("home")
    stage.settle(0.05)
    found = seen(stage)
    assert card.title in words(found)
    assert "1 decision made" in words(found)
    assert QApplication.focusWidget() is button(found, "Continue")
    said = page(stage).grid.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "played" in said
    button(found, "Continue").click()
    stage.settle(0.05)
    assert stage.shell.page().name == "practice"
    assert stage.context.store.unfinished()[0].run == run


def test_a_run_whose_scenario_has_gone_says_so(stage: Stage) -> None:
    folder = paths.own_scenarios()
    folder.mkdir(parents=True)
    shutil.copy(SMALL, folder)
    stage.context.library.refresh()
    own = next(card for card in stage.context.library.cards() if not card.built_in)
    stage.play(own.id, 1)
    (folder / SMALL.name).unlink()
    stage.context.library.refresh()
    stage.shell.open_page("home")
    stage.settle(0.05)
    found = seen(stage)
    assert "no longer in the library" in words(found)
    assert not any(one.words() == "Continue" for one in found.findChildren(Button))
    button(found, "Past runs").click()
    assert stage.shell.page().name == "past-runs"


def test_filters_leave_what_fits(stage: Stage) -> None:
    cards = stage.context.library.cards()
    home = page(stage)
    for chip in home.findChildren(FilterChip):
        if chip.isCheckable() and chip.isVisible() and not chip.isChecked():
            chip.click()
            left = home.grid.cards.cards
            assert 0 < len(left) < len(cards)
            assert len({card.setting for card in left}) == 1
    button(home, f"All {len(cards)}").click()
    assert len(home.grid.cards.cards) == len(cards)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_filter_from_a_list(stage: Stage) -> None:
    home = page(stage)
    chip = next(one for one in home.findChildren(ListChip) if "Intensity" in one.words())
    QTest.keyClick(chip, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chip.value is not None
    assert {card.severity for card in home.grid.cards.cards} == {chip.value}


def test_filters_that_fit_nothing_say_so(stage: Stage) -> None:
    home = page(stage)
    cards = stage.context.library.cards()
    chip = next(one for one in home.findChildren(ListChip) if "Intensity" in one.words())
    other = next(card for card in cards if card.severity != cards[0].severity)
    chip.value = other.severity
    name = next(
        one
        for one in home.findChildren(FilterChip)
        if one.isCheckable() and one.words().casefold() == cards[0].setting.value
    )
    name.click()
    assert len(home.grid.cards.cards) == 0
    assert "No scenario fits" in words(home)


def test_what_one_writes_is_not_ready_to_be_played_and_is_led_to(stage: Stage) -> None:
    shelf.lay(BY_NAME["two-step"], Asked("Half"), ())
    stage.context.read_library()
    stage.settle(0.1)
    note = page(stage).findChild(UnfinishedNote)
    assert note is not None
    assert page(stage).findChild(BrokenNote) is None
    assert "1 scenario in your own folder is not ready" in words(note)
    assert "half" not in {one.id for one in page(stage).grid.cards.cards}
    note.go.click()
    assert stage.shell.page().name == "author-home"


def test_broken_files_are_listed_and_the_good_ones_play(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "half.yaml").write_text("format: scenario/1\nid: half\ntitel: Half\n", "utf-8")
    good = len(stage.context.library.cards())
    stage.context.library = Library((tmp_path, paths.built_in_scenarios()), None)
    stage.shell.open_page("home")
    stage.settle(0.1)
    note = page(stage).findChild(BrokenNote)
    assert note is not None
    assert "1 file" in words(note)
    assert "not changed" in words(note)
    assert "half.yaml" not in words(note)
    button(note, "Show what is wrong").click()
    stage.settle(0.05)
    assert "half.yaml" in words(note)
    assert "Line 1: " in words(note)
    assert "authors" in words(note)
    assert len(page(stage).grid.cards.cards) == good


def test_an_empty_library_says_what_will_be_here(stage: Stage, tmp_path: Path) -> None:
    stage.context.library = Library((tmp_path / "nothing",), None)
    stage.shell.open_page("home")
    assert "No scenarios yet" in words(page(stage))
    assert str(paths.own_scenarios()) in words(page(stage))


def test_of_many_scenarios_only_those_in_view_are_painted(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: set[str] = set()
    real = CardPainter.paint

    def paint(self: CardPainter, painter: Any, box: Any, card: Any, played: Any) -> None:
        painted.add(card.id)
        real(self, painter, box, card, played)

    monkeypatch.setattr(CardPainter, "paint", paint)
    add_scenarios(120)
    with Stage(Settings(keep=True, palette="light")) as stage:
        stage.shell.show()
        stage.shell.open_page("home")
        stage.settle(0.3)
        grid = page(stage).grid
        assert grid.model().rowCount() >= 120
        assert 0 < len(painted) <= 9


def test_arrows_walk_all_cards_and_the_page_follows(home: Path) -> None:
    add_scenarios(60)
    with Stage(Settings(keep=True, palette="light")) as stage:
        stage.shell.show()
        stage.shell.open_page("home")
        stage.settle(0.05)
        home_page = page(stage)
        assert home_page.scroller is not None
        for _row in range(40):
            QTest.keyClick(home_page.grid, Qt.Key.Key_Down)
        stage.settle(0.05)
        assert home_page.grid.currentIndex().row() >= 60
        part = home_page.grid.card_rect(home_page.grid.currentIndex().row())
        top = home_page.grid.mapTo(home_page.scroller.content, part.topLeft()).y()
        seen = home_page.scroller.bar.value()
        assert seen <= top <= seen + home_page.scroller.height()


def test_a_library_that_takes_long_says_how_far_it_is_and_can_be_stopped(home: Path) -> None:
    add_scenarios(400)
    with Stage(Settings(keep=True, palette="light")) as stage:
        stage.program.show()
        stage.app.processEvents()
        assert stage.context.reading is not None
        reading = page(stage).findChild(ReadingCard)
        assert reading is not None
        assert f"of {400 + BUILT_IN}" in words(reading)
        button(reading, "Stop").click()
        assert stage.context.reading is None
        stage.settle(0.05)
        assert 0 < page(stage).grid.model().rowCount() < 400
        stage.context.read_library()
        while stage.context.reading is not None:
            stage.app.processEvents()
        assert page(stage).grid.model().rowCount() >= 400


class Failing(Store):
    """Records on a disk that has begun to fail."""

    def last_played(self) -> Mapping[str, datetime]:
        raise KeepingError("The disk did not answer.", "Everything kept before is safe.")


def test_records_that_cannot_be_read_are_told_and_leave_the_library(stage: Stage) -> None:
    told: list[str] = []
    stage.context.told.connect(lambda error: told.append(error.what))
    stage.context.use_store(Failing.in_memory(), keeps=True)
    assert told == ["The disk did not answer."]
    assert page(stage).grid.cards.cards


def test_opened_anew_it_begins_at_its_top_and_gone_back_to_it_stands_as_it_was(home: Path) -> None:
    add_scenarios(30)
    with Stage(Settings(keep=True, palette="light")) as stage:
        stage.shell.show()
        stage.play("gas-cap", 99)
        stage.shell.open_page("home")
        stage.settle(0.05)
        home_page = page(stage)
        assert home_page.scroller is not None
        bar = home_page.scroller.bar
        for _row in range(6):
            QTest.keyClick(home_page.grid, Qt.Key.Key_Down)
        stage.settle(0.05)
        place = bar.value()
        assert place > 0
        stage.shell.open_page("learn")
        stage.context.go_back()
        stage.settle(0.05)
        assert bar.value() == place
        stage.shell.open_page("learn")
        stage.shell.open_page("home")
        stage.settle(0.05)
        assert home_page.grid.hasFocus(), "nothing is to be carried on with"
        assert bar.value() == 0
        # What is read anew meanwhile has no place any more.
        for way in (stage.context.go_back, lambda: stage.shell.open_page("home")):
            bar.setValue(place)
            stage.shell.open_page("learn")
            stage.play("gas-cap", 99)
            way()
            stage.settle(0.05)
            assert bar.value() == 0
        # Any page, not only this one.
        stage.shell.open_page("settings")
        stage.settle(0.05)
        settings = stage.shell.page().scroller
        assert settings is not None
        settings.bar.setValue(200)
        stage.shell.open_page("home")
        stage.shell.open_page("settings")
        stage.settle(0.05)
        assert settings.bar.value() == 0
