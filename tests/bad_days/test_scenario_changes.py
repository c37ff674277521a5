"""A scenario that is changed or deleted while its run is not over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.bad_days import days
from tests.ui.practice.hands import SMALL_BUS, Hands, Key
from trainer import paths
from trainer.practice.snapshot import Phase

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

ASK = "Sit down beside Mrs. Lin and ask which stop is best for the market."
NOT_KEPT = "cannot be played any more"


@pytest.fixture
def own(home: Path) -> Path:
    return days.own_scenario()


def change(own: Path, **pieces: tuple[str, str]) -> None:
    text = own.read_text("utf-8")
    for old, new in pieces.values():
        assert old in text
        text = text.replace(old, new)
    own.write_text(text, "utf-8")


def without_choice(own: Path, choice: str) -> None:
    """Take a choice out of the file, with all that belongs to it."""
    lines, out, inside = own.read_text("utf-8").splitlines(), [], False
    for line in lines:
        if line.startswith("      - id: "):
            inside = line == f"      - id: {choice}"
        elif not line.startswith("       "):
            inside = False
        if not inside:
            out.append(line)
    assert len(out) < len(lines)
    own.write_text("\n".join(out) + "\n", "utf-8")


def half_a_run(hands: Hands) -> str:
    """Sit down beside Mrs. Lin, and go on to the next decision."""
    hands.begin()
    hands.press(Key.Key_1, Key.Key_Return)
    assert hands.phase is Phase.DECIDING
    return hands.session.run_id


def carry_on(hands: Hands) -> None:
    hands.open("home")
    hands.button("Continue").click()
    hands.settle()


def past_run_is_readable(hands: Hands, run: str) -> None:
    """The run stands in the list, with what was decided, whatever became of its scenario."""
    hands.open("past-runs")
    assert [one.run for one in hands.context.store.runs()] == [run]
    assert "Shouting on the 22 bus" in hands.seen()
    assert "ask-the-way" in [one.decided.choice for one in hands.context.store.run(run).decisions]


def dialogs(hands: Hands) -> str:
    return hands.seen(hands.sheet())


def test_only_words_have_changed(qapp: QApplication, own: Path) -> None:
    with days.window() as hands:
        half_a_run(hands)
    change(own, bus=("Rain runs down the windows.", "Snow runs down the windows."))
    with days.window() as hands:
        carry_on(hands)
        assert "This scenario has changed since you were here. Your decisions still hold." in (
            hands.seen()
        )
        assert [one.choice.id for one in hands.session.decisions if one.choice] == ["ask-the-way"]


def test_the_choice_that_was_made_is_gone(qapp: QApplication, own: Path) -> None:
    with days.window() as hands:
        run = half_a_run(hands)
    without_choice(own, "ask-the-way")
    with days.window() as hands:
        carry_on(hands)
        assert "1 decision no longer fits and was left out" in hands.seen()
        assert hands.session.scene.id == "grey-stops"
        past_run_is_readable(hands, run)
        carry_on(hands)
        hands.press(Key.Key_1)
        assert hands.phase is Phase.FEEDBACK


def test_the_scene_one_stood_in_is_gone(qapp: QApplication, own: Path) -> None:
    with days.window() as hands:
        run = half_a_run(hands)
        here = hands.session.scene.id
    text = re.sub(rf"(next|to): {here}\b", r"\1: he-turns", own.read_text("utf-8"))
    scenes = re.split(r"^(?=  [a-z-]+:\n)", text, flags=re.M)
    own.write_text("".join(one for one in scenes if not one.startswith(f"  {here}:")), "utf-8")
    with days.window() as hands:
        assert hands.context.library.broken() == ()
        carry_on(hands)
        assert "This scenario has changed since you were here." in hands.seen()
        past_run_is_readable(hands, run)


def test_the_file_is_gone_and_the_window_is_open(qapp: QApplication, own: Path) -> None:
    """What is in memory is played on; nothing asks for the file."""
    with days.window() as hands:
        run = half_a_run(hands)
        own.unlink()
        hands.press(Key.Key_1, Key.Key_Return)
        assert hands.phase is Phase.ENDED
        hands.press(Key.Key_Return)
        assert hands.shell.page().name == "debrief"
        past_run_is_readable(hands, run)


def test_the_file_is_gone_and_comes_back(qapp: QApplication, own: Path) -> None:
    data = own.read_bytes()
    with days.window() as hands:
        run = half_a_run(hands)
    own.unlink()
    with days.window() as hands:
        assert SMALL_BUS not in [card.id for card in hands.context.library.cards()]
        past_run_is_readable(hands, run)
        hands.open("practice", run=run)
        assert "There is no scenario “small-bus” in the library." in dialogs(hands)
        hands.press(Key.Key_Escape)
        assert hands.shell.page().name == "home"
        assert hands.context.store.place(run).phase is Phase.DECIDING
    own.write_bytes(data)
    with days.window() as hands:
        carry_on(hands)
        assert hands.session.run_id == run
        assert "You are back where you stopped." in hands.seen()


def test_the_file_goes_between_home_and_continue(qapp: QApplication, own: Path) -> None:
    """The run that was just played is still in memory; any other cannot be gone on with."""
    with days.window() as hands:
        run = half_a_run(hands)
        hands.open("home")
        own.unlink()
        hands.button("Continue").click()
        hands.settle()
        assert "You can still play this run to its end." in hands.seen()
        hands.press(Key.Key_1, Key.Key_Return)
        assert hands.phase is Phase.ENDED
        past_run_is_readable(hands, run)


def test_the_file_goes_and_another_scenario_was_looked_at(qapp: QApplication, own: Path) -> None:
    with days.window() as hands:
        run = half_a_run(hands)
        hands.open("practice", scenario="morning-train")
        hands.open("home")
        own.unlink()
        hands.button("Continue").click()
        hands.settle()
        assert NOT_KEPT in dialogs(hands)
        hands.press(Key.Key_Escape)
        past_run_is_readable(hands, run)


def test_the_file_is_broken_between_two_starts(qapp: QApplication, own: Path) -> None:
    with days.window() as hands:
        run = half_a_run(hands)
    own.write_bytes(own.read_bytes()[:1500])
    with days.window() as hands:
        assert "1 scenario in your own folder is not ready to be played" in hands.seen()
        past_run_is_readable(hands, run)
        hands.open("practice", run=run)
        hands.press(Key.Key_Escape)
        assert hands.context.store.place(run).phase is Phase.DECIDING


def test_another_scenario_took_the_file_s_place(qapp: QApplication, own: Path) -> None:
    with days.window() as hands:
        run = half_a_run(hands)
        hands.open("home")
        own.write_text(own.read_text("utf-8").replace("small-bus", "large-bus"), "utf-8")
        hands.button("Continue").click()
        hands.settle()
        assert "You can still play this run to its end." in hands.seen()
        past_run_is_readable(hands, run)


def test_an_earlier_folder_brings_the_same_id(qapp: QApplication, own: Path) -> None:
    """Two files of one id: the first is played, the other is listed, the run goes on."""
    with days.window() as hands:
        run = half_a_run(hands)
    (paths.own_scenarios() / "a-copy.yaml").write_bytes(own.read_bytes())
    with days.window() as hands:
        assert [one.path.name for one in hands.context.library.broken()] == ["small-bus.yaml"]
        carry_on(hands)
        assert hands.session.run_id == run


def test_what_the_command_line_says(home: Path) -> None:
    own = days.own_scenario()
    typed = "\n\n\n1\n\nq\n"
    assert days.upstander("play", SMALL_BUS, "--record", typed=typed).returncode == 0
    without_choice(own, "ask-the-way")
    again = days.upstander("play", SMALL_BUS, "--record", typed="\n\nq\n")
    assert again.returncode == 0
    assert "1 decision no longer fits and was left out" in again.stdout
    own.unlink()
    gone = days.upstander("play", SMALL_BUS, "--record")
    assert gone.returncode == 2
    assert "There is no file, and no scenario in the library" in days.told(gone)
    assert "not finished, 1 decision" in days.upstander("progress", "list").stdout
