"""The disk fills up, or may no longer be written, in the middle of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from tests.bad_days import days
from tests.ui.practice.hands import SMALL_BUS, Hands, Key
from trainer import paths
from trainer.practice.snapshot import Phase
from trainer.progress.store import Store
from trainer.ui.window.closing import ClosingSheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = days.posix
FULL = "The disk is full"
WAITS = "not kept yet"


@pytest.fixture
def disk(home: Path) -> Iterator[Path]:
    """A home on a small disk of its own, with the small scenario in it."""
    with days.small_disk(home, 1500) as disk:
        days.own_scenario()
        yield disk


def choose_until_it_is_full(hands: Hands, disk: Path) -> Path:
    """Begin a run, fill the disk, and try to choose."""
    hands.begin()
    filler = days.fill_up(disk)
    hands.press(Key.Key_1)
    return filler


def kept(run: str) -> tuple[list[str | None], Phase]:
    """What another program would find on disk now: decisions, and the place."""
    with Store.open(paths.database()) as store:
        made = [one.decided.choice for one in store.run(run).decisions]
        return made, store.place(run).phase


def sheets(hands: Hands) -> list[QDialog]:
    return [one for one in hands.shell.findChildren(QDialog) if one.isVisible()]


def test_it_is_said_once_and_the_learner_stays_where_they_were(
    qapp: QApplication, disk: Path
) -> None:
    with days.window() as hands:
        choose_until_it_is_full(hands, disk)
        assert hands.phase is Phase.DECIDING
        assert hands.seen().count(FULL) == 1
        assert "You are where you were; nothing is lost." in hands.seen()
        assert sheets(hands) == []


def test_room_is_made_and_trying_again_keeps_the_choice(qapp: QApplication, disk: Path) -> None:
    with days.window() as hands:
        filler = choose_until_it_is_full(hands, disk)
        run = hands.session.run_id
        filler.unlink()
        hands.button("Try again").click()
        hands.settle()
        assert hands.phase is Phase.FEEDBACK
        assert FULL not in hands.seen()
    assert kept(run) == (["ask-the-way"], Phase.FEEDBACK)


def test_whoever_goes_on_loses_nothing_once_there_is_room(qapp: QApplication, disk: Path) -> None:
    with days.window() as hands:
        filler = choose_until_it_is_full(hands, disk)
        run = hands.session.run_id
        hands.button("Go on without keeping").click()
        hands.settle()
        assert WAITS in hands.seen()
        hands.press(Key.Key_Return, Key.Key_1, Key.Key_Return)
        assert hands.phase is Phase.ENDED
        assert len(sheets(hands)) == 0
        filler.unlink()
        hands.open("home")
        assert hands.context.recorder.waiting == 0
    decisions, phase = kept(run)
    assert (len(decisions), phase) == (2, Phase.ENDED)


def test_what_waits_outlives_another_scenario_and_is_gone_on_with(
    qapp: QApplication, disk: Path
) -> None:
    with days.window() as hands:
        filler = choose_until_it_is_full(hands, disk)
        run = hands.session.run_id
        hands.button("Go on without keeping").click()
        hands.settle()
        place = hands.session.snapshot()
        hands.open("practice", scenario="morning-train")
        hands.open("practice", scenario=SMALL_BUS)
        assert hands.session.run_id == run
        assert hands.session.snapshot() == place
        filler.unlink()
        hands.press(Key.Key_Return)
        assert WAITS not in hands.seen()
    assert kept(run)[0] == ["ask-the-way"]


def test_closing_asks_before_it_loses_what_waits(qapp: QApplication, disk: Path) -> None:
    with days.window() as hands:
        choose_until_it_is_full(hands, disk)
        hands.button("Go on without keeping").click()
        hands.settle()
        hands.shell.close()
        hands.settle()
        assert hands.shell.isVisible()
        sheet = hands.sheet()
        assert isinstance(sheet, ClosingSheet)
        assert "1 step is not kept yet" in hands.seen(sheet)
        hands.press(Key.Key_Escape)
        assert hands.shell.isVisible()
        assert hands.context.recorder.waiting
        hands.shell.close()
        hands.settle()
        hands.button("Close all the same", hands.sheet()).click()
        hands.settle()
        assert not hands.shell.isVisible()


def test_closing_after_room_was_made_asks_nothing(qapp: QApplication, disk: Path) -> None:
    with days.window() as hands:
        filler = choose_until_it_is_full(hands, disk)
        run = hands.session.run_id
        hands.button("Go on without keeping").click()
        hands.settle()
        filler.unlink()
        hands.shell.close()
        QCoreApplication.processEvents()
        assert not hands.shell.isVisible()
    assert kept(run) == (["ask-the-way"], Phase.FEEDBACK)


def test_a_note_that_finds_no_room_waits(qapp: QApplication, disk: Path) -> None:
    with days.window() as hands:
        hands.play_to_the_end()
        run = hands.session.run_id
        hands.press(Key.Key_Return)
        filler = days.fill_up(disk)
        next(iter(hands.debrief.reflection._boxes.values())).setFocus()
        hands.write("Next time I sit down beside her.")
        hands.open("home")
        assert hands.context.recorder.waiting == 1
        hands.open("debrief", run=run)
        assert "Next time I sit down beside her." in [
            box.text() for box in hands.debrief.reflection._boxes.values()
        ]
        filler.unlink()
        hands.open("home")
    with Store.open(paths.database()) as store:
        assert "Next time I sit down beside her." in store.run(run).notes.values()


def test_every_page_opens_on_a_full_disk(qapp: QApplication, disk: Path) -> None:
    with days.window() as hands:
        hands.play_to_the_end()
        run = hands.session.run_id
        days.fill_up(disk)
        for page in ("home", "progress", "past-runs", "settings"):
            hands.open(page)
            assert sheets(hands) == []
        hands.context.change(text_size=125)
        hands.settle()
        assert "Your settings hold until you close the window" in hands.seen()
        hands.open("debrief", run=run)
        assert sheets(hands) == []


def test_the_program_starts_on_a_full_disk(qapp: QApplication, disk: Path) -> None:
    with days.window() as hands:
        hands.begin()
        hands.press(Key.Key_1)
        run = hands.session.run_id
    days.fill_up(disk)
    result = days.upstander("progress", "list", "--json")
    assert result.returncode == 0 or FULL in days.told(result)
    smoke = days.upstander("--smoke")
    assert smoke.returncode == 0 or FULL in days.told(smoke)
    (disk / "filler").unlink()
    assert kept(run)[0] == ["ask-the-way"]


def test_own_words_that_find_no_room_wait(qapp: QApplication, disk: Path) -> None:
    with days.window() as hands:
        hands.begin()
        run = hands.session.run_id
        hands.press(Key.Key_6)
        filler = days.fill_up(disk)
        hands.write("Mrs. Lin, would you like to")
        hands.stage.settle(0.7)
        hands.open("home")
        assert hands.context.recorder.waiting == 1
        filler.unlink()
    with Store.open(paths.database()) as store:
        draft = store.place(run).draft
        assert draft is not None
        assert draft.words == "Mrs. Lin, would you like to"
