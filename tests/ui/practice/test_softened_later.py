"""Softening holds for what lies behind, too: whoever turns it on meets no hard words again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.practice.hands import Hands, Key

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

HARD = "You people brought it here."
SOFT = "He tells her to go back where she came from."


def saved(hands: Hands, path: Path) -> str:
    def ask(parent: QWidget, title: str, suggested: str, filters: str) -> str:
        return str(path)

    hands.debrief._save.ask = ask
    hands.debrief._save.save_markdown()
    return path.read_text("utf-8")


def test_a_debrief_of_an_earlier_run_is_saved_as_the_setting_says_now(
    hands: Hands, tmp_path: Path
) -> None:
    hands.play_to_the_end()
    run = hands.session.run_id
    hands.press(Key.Key_Return)
    assert HARD in saved(hands, tmp_path / "hard.md")
    hands.begin()  # another run, so that no page stands on the earlier one
    hands.open("home")
    hands.context.change(soften=True)
    hands.open("debrief", run=run)
    told = saved(hands, tmp_path / "soft.md")
    assert HARD not in told
    assert SOFT in told
    hands.open("home")
    hands.context.change(soften=False)
    hands.open("debrief", run=run)
    assert HARD in saved(hands, tmp_path / "hard-again.md")


def test_a_run_that_goes_on_is_softened_from_its_first_word(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_1, Key.Key_Backspace)
    run = hands.session.run_id
    hands.open("home")
    hands.context.change(soften=True)
    said: list[str] = []
    hands.context.announced.connect(said.append)
    hands.open("practice", run=run)
    assert SOFT in hands.seen()
    assert HARD not in hands.seen()
    assert SOFT in said[-1]
    assert not any(HARD in one for one in said)


def test_what_is_left_out_already_cannot_be_left_out_again(hands: Hands) -> None:
    hands.begin()
    hands.button("Skip the hard part").click()
    hands.settle()
    assert "The hard part is left out." in hands.seen()
    assert "Skip the hard part" not in hands.seen()
