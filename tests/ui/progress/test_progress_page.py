"""Progress in the real window, over a real history."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.practice.conftest import hands, scenario_file
from tests.ui.practice.hands import SMALL_BUS, Hands, Key
from trainer.method.five_steps import Step
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.progress.confidence import confidence
from trainer.progress.looking_back import look_again
from trainer.progress.looking_back.statistics import Span
from trainer.ui import dates
from trainer.ui.progress.progress_page import ProgressPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trainer.ui.charts.figure import Figure

__all__ = ["hands", "scenario_file"]


def page(hands: Hands) -> ProgressPage:
    hands.open("progress")
    found = hands.shell.page()
    assert isinstance(found, ProgressPage)
    hands.stage.settle(0.1)
    return found


def ago(hands: Hands, days: int) -> None:
    hands.context.store._now = lambda: datetime.now(UTC) - timedelta(days=days)


def play(hands: Hands, *choices: str, words: str = "") -> str:
    session = Session(hands.context.library.load(SMALL_BUS), recorder=hands.context.store)
    session.go_on()
    for choice in choices:
        session.choose(choice, words=words if choice == "own-words" else "")
        session.go_on()
    hands.context.store.name_scenario(SMALL_BUS, session.scenario.title, session.scenario.setting)
    hands.context.runs_changed.emit()
    return session.run_id


def figure(page: ProgressPage, index: int) -> Figure:
    found = page.parts[index].figure
    assert found is not None
    return found


def test_an_empty_page_says_what_will_be_here_and_offers_the_first_step(hands: Hands) -> None:
    page(hands)
    assert "Here you will see what you did and how it fitted" in hands.seen()
    assert QApplication.focusWidget() is hands.button("Choose a scenario")
    hands.press(Key.Key_Return)
    assert hands.shell.page().name == "home"


def test_decisions_are_told_by_d_by_place_and_by_day(hands: Hands) -> None:
    ago(hands, 3)
    play(hands, "film", "ask-noor", "are-you-all-right")
    ago(hands, 0)
    play(hands, "own-words", words="Leave her alone, please.")
    found = page(hands)
    ds, places, days = (figure(found, index) for index in (0, 2, 3))
    assert "Document: 1 time, 0 fitted" in ds.told
    assert not any(line.startswith("Distract") for line in ds.told), "nothing is owed"
    assert [row[0] for row in ds.table.rows] == [
        "Distract",
        "Delegate",
        "Document",
        "Delay",
        "Direct",
    ]
    assert places.table.rows == (("Transit", "4", *places.table.rows[0][2:]),)
    assert "You practised on 2 days." in days.told
    assert "You practised on 2 days." in hands.seen()


def test_a_span_leaves_out_what_is_older(hands: Hands) -> None:
    ago(hands, 40)
    play(hands, "film")
    ago(hands, 0)
    found = page(hands)
    assert figure(found, 0).told
    hands.press(Key.Key_1)
    assert found.parts[0].figure is None
    assert "Nothing in this time. You can look further back." in hands.seen()
    # What is worth another look is so however long ago it was.
    assert "Start filming the man from across the aisle." in hands.seen()
    hands.press(Key.Key_4)
    assert figure(found, 0).name == "The five D’s, from the beginning"
    assert QApplication.focusWidget() is hands.button("All")
    hands.button("90 days").click()
    assert figure(found, 0).name == "The five D’s, last 90 days"
    assert found._span is Span.QUARTER


def test_how_sure_needs_two_answers(hands: Hands) -> None:
    play(hands, "film")
    ago(hands, 30)
    confidence.put(hands.context.store, dict.fromkeys(Step, 2))
    ago(hands, 0)
    found = page(hands)
    assert found.parts[1].figure is None
    assert "After you have said twice how sure you feel" in hands.seen()
    hands.button("Say how sure you are").click()
    assert hands.shell.page().name == "confidence"
    confidence.put(hands.context.store, {Step.NOTICE: 4, Step.ACT: 5})
    found = page(hands)
    rows = figure(found, 1).table.rows
    assert [row[1:] for row in rows] == [
        ("2.0", "2", "2", "2", "2", "2"),
        ("4.5", "4", "", "", "", "5"),
    ]
    assert "nobody has validated them" in hands.seen()


def test_decisions_worth_another_look_lead_to_that_moment(hands: Hands) -> None:
    play(hands, "film", "ask-noor", "are-you-all-right")
    page(hands)
    seen = hands.seen()
    assert "Start filming the man from across the aisle." in seen
    assert "A camera before a hand." in seen
    hands.button("Replay").click()
    hands.settle()
    assert hands.shell.page().name == "look-again"
    assert "A camera before a hand." in hands.seen()
    hands.press(Key.Key_Backspace)
    assert hands.shell.page().name == "progress"
    assert "Played again" not in hands.seen()


@pytest.mark.parametrize("width", [1280, 700])
def test_what_was_played_again_says_so_and_stays(hands: Hands, width: int) -> None:
    play(hands, "film", "ask-noor", "are-you-all-right")
    hands.shell.resize(width, 800)
    page(hands)
    hands.button("Replay").setFocus()
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Return, Key.Key_1)
    hands.context.go_back()
    hands.context.go_back()
    hands.settle()
    assert hands.shell.page().name == "progress"
    said = hands.seen(hands.shell.page())
    assert f"Played again {dates.day(datetime.now(UTC))}" in said
    assert QApplication.focusWidget() is hands.button("Replay")


def test_a_narrow_window_sets_rows_below_each_other_and_keeps_the_focus(hands: Hands) -> None:
    play(hands, "film", "ask-noor", "are-you-all-right")
    page(hands)
    assert "What you did" in hands.seen()
    hands.button("Replay").setFocus()
    hands.shell.resize(700, 600)
    hands.stage.settle(0.1)
    assert "What you did" not in hands.seen()
    assert "Start filming the man from across the aisle." in hands.seen()
    assert QApplication.focusWidget() is hands.button("Replay")


def test_the_same_choice_stands_there_once(hands: Hands) -> None:
    for _time in range(3):
        play(hands, "film")
    found = page(hands)
    assert found._read is not None
    assert len(found._read.look) == 1
    assert len(look_again.listed(hands.context.store, 9)) == 3


def test_it_suggests_with_a_reason_and_never_an_unused_d(hands: Hands, qtbot: QtBot) -> None:
    run = play(hands, "film")
    found = page(hands)
    assert [tile.text() or tile.accessibleName() for tile in found.next.tiles][:2] == [
        "Shouting on the 22 bus",
        "Shouting on the 22 bus",
    ]
    qtbot.waitUntil(lambda: "Start filming the man" in found.next.tiles[1].accessibleDescription())
    seen = hands.seen()
    assert "It goes on where you stopped." in seen
    assert "Your choice here was a poor fit." in seen
    assert "A kind of place that is new to you: " in seen
    assert "unused" not in seen
    found.next.tiles[0].click()
    hands.settle()
    assert hands.session.run_id == run


def test_keys_turn_every_chart_and_open_past_runs(hands: Hands) -> None:
    play(hands, "film")
    found = page(hands)
    hands.press(Key.Key_T)
    assert all(card.as_table for card in found.cards)
    assert found.ds.table.isVisible()
    # Also where the keyboard is in a table, which would search for what is typed.
    found.ds.table.setFocus()
    hands.press(Key.Key_2, Key.Key_T)
    assert not any(card.as_table for card in found.cards)
    hands.press(Key.Key_P)
    assert hands.shell.page().name == "past-runs"
    # The rail stays where one came from.
    marked = [one.name for one in hands.shell.rail.buttons if one.isChecked()]
    assert marked == ["progress"]


def test_a_run_that_was_left_at_once_is_no_empty_page(hands: Hands) -> None:
    session = Session(hands.context.library.load(SMALL_BUS), recorder=hands.context.store)
    session.go_on()
    page(hands)
    assert "Nothing in this time." in hands.seen()
    hands.press(Key.Key_4)
    assert "look further back" not in hands.seen()
    assert "What you decide in a scenario will stand here." in hands.seen()
    assert session.phase is Phase.DECIDING


def test_what_is_not_kept_says_so(hands: Hands) -> None:
    page(hands)
    assert "Stored only on this computer" in hands.seen()
    hands.context.keeps = False
    page(hands)
    assert "Not kept: it goes when you close Upstander" in hands.seen()


def test_it_is_saved_as_pdf(hands: Hands, tmp_path: Path) -> None:
    play(hands, "film", "ask-noor", "are-you-all-right")
    found = page(hands)
    out = tmp_path / "mine.pdf"
    found.ask = lambda *asked: ""
    found.save()
    assert not out.exists()
    found.ask = lambda *asked: str(out)
    hands.button("Save as PDF …").click()
    hands.settle()
    assert out.read_bytes().startswith(b"%PDF")
    assert f"Saved as {out}." in hands.seen().replace("\u200b", "")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="this machine lacks pdftotext")
def test_on_paper_stand_charts_tables_and_decisions(hands: Hands, tmp_path: Path) -> None:
    for _time in range(30):
        play(hands, "film", "ask-noor", "are-you-all-right")
    found, out = page(hands), tmp_path / "mine.pdf"
    found.ask = lambda *asked: str(out)
    found.save()
    done = subprocess.run(["pdftotext", "-layout", str(out), "-"], capture_output=True, check=True)
    told = " ".join(done.stdout.decode().split())
    for words in (
        "The five D’s, last 90 days",
        "30 times, 0 fitted",
        "Full: it fitted.",
        "D Times Strong fit Fair fit Poor fit Without a fit",
        "Document 30 0 0 30 0",
        "Transit 90",
        "You practised on 1 day.",
        "Start filming the man from across the aisle.",
        "A camera before a hand.",
    ):
        assert words in told
    assert "How sure are you" not in told, "what is not there is not printed"


def test_deleting_takes_it_from_the_page(hands: Hands) -> None:
    run = play(hands, "film")
    page(hands)
    hands.context.store.delete_run(run)
    hands.context.runs_changed.emit()
    hands.settle()
    assert "Here you will see what you did" in hands.seen()
