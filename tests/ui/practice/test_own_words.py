"""What a learner wrote shows letter by letter: it is never read as Markdown or HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.practice.hands import Key

if TYPE_CHECKING:
    from tests.ui.practice.hands import Hands

WORDS = "*Let* her be. [Go](https://example.org), <b>now</b> & 1. please"


def test_in_the_scene_and_in_past_runs(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_6)
    hands.practice._stage.own_words._box.set_text(WORDS)
    hands.press(Key.Key_Return, ctrl=True)
    hands.press(Key.Key_Return, ctrl=True)
    assert f"“{WORDS}”" in hands.seen()
    hands.open("past-runs")
    hands.settle()
    assert f"“{WORDS}”" in hands.seen().replace("\u200b", "")
