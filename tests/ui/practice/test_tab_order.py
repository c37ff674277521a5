"""Tab goes as the eye does, also through what is made and filled later than the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from trainer.ui.practice.choices import ChoiceCard
from trainer.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from tests.ui.practice.hands import Hands

from tests.ui.practice.hands import Key


def tabbed(hands: Hands, stops: int) -> list[str]:
    """Names of what Tab comes to, from where the focus is."""
    found = []
    for _stop in range(stops):
        widget = QApplication.focusWidget()
        assert widget is not None
        if isinstance(widget, ChoiceCard):
            found.append(str(widget.dealt.number) if widget.dealt else "")
        else:
            words = widget.words() if isinstance(widget, Button) else widget.accessibleName()
            found.append(words)
        hands.press(Key.Key_Tab)
    return found


def test_through_a_scene_its_choices_and_check_first(hands: Hands) -> None:
    hands.begin()
    assert tabbed(hands, 9) == [
        *("The scene", "1", "2", "3", "4", "5", "6"),
        *("Look around", "More about it"),
    ]


def test_through_a_feedback(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_1)
    assert tabbed(hands, 5) == [
        *("What it did", "More about Distract", "See why"),
        *("Try another choice", "Go on"),
    ]


def test_through_own_words(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_6)
    hands.write("Let her be.")
    hands.press(Key.Key_Return, ctrl=True)
    names = ["", "", "", "Back to the choices", "Keep it and go on"]
    assert tabbed(hands, 5) == names


def test_through_a_debrief(hands: Hands) -> None:
    hands.play_to_the_end()
    hands.press(Key.Key_Return)
    assert tabbed(hands, 5) == [
        "Map of your path",
        "Your path in words",
        "When did you first notice that something was wrong, and what made you wait?",
        "What would you like to have near you next time?",
        "Play from decision 1",
    ]
