"""The keys of a workshop: what a clicker sends, and what must never do anything."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.workshop.room import Clock, at_the_question, made_of
from trainer.ui.workshop import keys
from trainer.ui.workshop.keys import Pressed, Wish
from trainer.workshop.state import Phase
from trainer.workshop.workshop import Workshop

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PAD = Qt.KeyboardModifier.KeypadModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, how: Qt.KeyboardModifier = NONE, *, held: bool = False) -> Pressed | None:
    return keys.pressed(QKeyEvent(QEvent.Type.KeyPress, key, how, "", held))


@pytest.mark.parametrize(
    ("key", "how", "wish"),
    [
        (KEY.Key_PageDown, NONE, Pressed(Wish.NEXT)),
        (KEY.Key_PageUp, NONE, Pressed(Wish.BACK)),
        (KEY.Key_Period, NONE, Pressed(Wish.BLANK)),
        (KEY.Key_B, NONE, Pressed(Wish.BLANK)),
        (KEY.Key_3, NONE, Pressed(Wish.ANSWER, 3)),
        (KEY.Key_3, PAD, Pressed(Wish.ANSWER, 3)),
        (KEY.Key_F, SHIFT, Pressed(Wish.REJOIN)),
        (KEY.Key_H, CTRL | SHIFT, Pressed(Wish.CALM)),
        (KEY.Key_C, CTRL | SHIFT, Pressed(Wish.CONSOLE)),
        # Some clickers send these two by turns; neither may end, start or uncover anything.
        (KEY.Key_Escape, NONE, None),
        (KEY.Key_F5, NONE, None),
        (KEY.Key_F5, SHIFT, None),
        (KEY.Key_C, CTRL, None),
        (KEY.Key_0, NONE, None),
    ],
)
def test_what_a_key_asks_for(key: Qt.Key, how: Qt.KeyboardModifier, wish: Pressed | None) -> None:
    assert press(key, how) == wish
    # A clicker's button that sticks must not run through the workshop.
    assert press(key, how, held=True) is None


def do(workshop: Workshop, wish: Wish, answer: int = 0) -> tuple[str, dict[str, Any]] | None:
    act = keys.act(workshop.making, workshop.state, Pressed(wish, answer))
    if act is not None:
        workshop.do(act[0], **act[1])
    return act


def test_a_wish_becomes_the_act_that_fits_now() -> None:
    workshop = Workshop(made_of(), None, Clock())
    assert do(workshop, Wish.NEXT) == ("begin", {})
    assert do(workshop, Wish.BLANK) == ("blank", {"on": True})
    assert do(workshop, Wish.CALM) == ("blank", {"on": True})
    assert do(workshop, Wish.BLANK) == ("blank", {"on": False})
    assert do(workshop, Wish.REJOIN) is None
    assert do(workshop, Wish.FREEZE) == ("freeze", {"on": True})
    assert do(workshop, Wish.REJOIN) == ("rejoin", {})
    assert do(workshop, Wish.FREEZE) == ("freeze", {"on": True})
    assert do(workshop, Wish.FREEZE) == ("freeze", {"on": False})
    assert do(workshop, Wish.TIMER) == ("timer", {"seconds": keys.USUAL_TIMER})
    assert do(workshop, Wish.TIMER) == ("timer", {"seconds": 0})
    assert do(workshop, Wish.ANSWER, 1) is None
    assert do(workshop, Wish.SWAP) is None
    assert do(workshop, Wish.CONSOLE) is None


def test_a_digit_plays_that_answer_also_after_another_one() -> None:
    workshop = at_the_question()
    assert do(workshop, Wish.VOTE) == ("close", {})
    assert do(workshop, Wish.VOTE) == ("open", {})
    offered = [one.id for one in workshop.state.at.run.at.offered]  # type: ignore[union-attr]
    assert do(workshop, Wish.ANSWER, 2) == ("play", {"choice": offered[1]})
    assert workshop.state.at.phase is Phase.FEEDBACK
    assert do(workshop, Wish.ANSWER, 1) == ("play", {"choice": offered[0]})
    # The two answers that are none of the scenario's cannot be played.
    assert do(workshop, Wish.ANSWER, len(offered) + 1) is None
    assert [key for key, _act in keys.key_help()]
