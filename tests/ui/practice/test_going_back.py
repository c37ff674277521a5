"""A look aside ends where it began: the page as it was left, with the focus where it was."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.ui.practice.hands import Key
from trainer.language import PSEUDO
from trainer.ui.window.trail import Trail

if TYPE_CHECKING:
    from tests.scenes import Stage
    from tests.ui.practice.hands import Hands


def test_back_in_a_feedback_everything_is_as_it_was(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_1, Key.Key_Tab)
    place, focus = hands.session.snapshot(), QApplication.focusWidget()
    seen = hands.seen(hands.practice)
    hands.open("settings", section="look")
    assert hands.context.trail.latest == "practice"
    hands.context.go_back()
    hands.settle()
    assert hands.session.snapshot() == place
    assert hands.seen(hands.practice) == seen
    assert QApplication.focusWidget() is focus
    assert hands.context.trail.latest == "home"


def test_without_a_page_to_go_back_to_it_is_home(stage: Stage) -> None:
    stage.shell.open_page("settings")
    stage.context.go_back()
    assert stage.shell.page().name == "home"
    stage.context.go_back()
    assert stage.shell.page().name == "home"


def test_a_page_that_went_with_its_records_is_not_gone_back_to(hands: Hands) -> None:
    hands.begin()
    hands.open("settings")
    hands.context.keep(False)
    hands.settle()
    hands.context.go_back()
    assert hands.shell.page().name == "home"


def test_another_language_begins_a_new_trail(stage: Stage) -> None:
    stage.shell.open_page("settings")
    assert stage.context.trail.latest
    stage.context.change(language=PSEUDO)
    stage.settle(0.02)
    assert stage.context.trail.latest == ""


def walked(*pages: str) -> Trail:
    trail = Trail()
    for before, to in pairwise(pages):
        trail.went(before, to, None)
    return trail


def test_a_trail_never_goes_round_in_circles() -> None:
    trail = walked("practice", "help", "method", "help")
    there = {"practice", "help", "method"}
    assert trail.latest == "method"
    assert [step.page for step in iter(lambda: trail.back(there), None)] == ["method", "practice"]


def test_what_is_gone_through_once_is_on_no_trail() -> None:
    assert walked("first-start", "welcome", "home", "settings").latest == "home"
    assert walked("first-start", "welcome").latest == ""
    assert walked("home", "home").latest == ""
