"""A key decides once, and only when it is pressed: not when it is held, nor for another card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.practice.hands import Key
from trainer.practice.snapshot import Phase
from trainer.ui.practice.choices import ChoiceCard

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.practice.hands import Hands

MORE = """
      - id: more-{number}
        act: Wait for one more stop, number {number}.
        d: wait
        fit: poor
        feedback: {{headline: "You waited, number {number}."}}
        next: he-turns
"""


def repeat(hands: Hands, key: Key, text: str) -> None:
    """What the system sends again and again while a key is held."""
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, key, none, text, autorep=True)
    QApplication.sendEvent(hands.focus(), event)
    hands.settle()


@pytest.mark.parametrize(("key", "text"), [(Key.Key_1, "1"), (Key.Key_Return, "\r")])
def test_a_key_that_is_still_held_makes_no_choice(hands: Hands, key: Key, text: str) -> None:
    hands.begin()
    hands.press(Key.Key_Return)  # which leads to the first card
    assert isinstance(QApplication.focusWidget(), ChoiceCard)
    repeat(hands, key, text)
    assert hands.phase is Phase.DECIDING
    assert hands.session.last is None


def test_one_press_decides_once(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_Return, Key.Key_Return)
    for key, text in ((Key.Key_Return, "\r"), (Key.Key_1, "1")):
        repeat(hands, key, text)
    assert hands.phase is Phase.FEEDBACK
    assert len(hands.session.decisions) == 1
    kept = hands.context.store.run(hands.session.run_id)
    assert len(kept.decisions) == 1


def test_a_card_that_was_left_on_the_screen_decides_nothing_more(hands: Hands) -> None:
    hands.begin()
    first, second = hands.practice._stage.choices.cards()[:2]
    first.click()
    second.click()
    hands.settle()
    assert [one.choice.id for one in hands.session.decisions if one.choice] == ["ask-the-way"]
    assert len(hands.context.store.run(hands.session.run_id).decisions) == 1


@pytest.mark.parametrize("number", range(1, 10))
@pytest.mark.soak
def test_each_digit_is_its_own_card(hands: Hands, scenario_file: Path, number: int) -> None:
    text = scenario_file.read_text("utf-8")
    more = "".join(MORE.format(number=number) for number in (7, 8, 9))
    start = text.index("  he-turns:\n")
    scenario_file.write_text(text[:start] + more + text[start:], "utf-8")
    hands.context.library.refresh()
    hands.begin()
    offered = hands.session.offered
    assert len(offered) == 9
    hands.press(Key(Key.Key_0.value + number))
    if number == 6:
        assert hands.practice._stage.is_writing
    else:
        assert hands.session.last is not None
        assert hands.session.last.choice is offered[number - 1]
