"""From a scenario to what the method says, and back to the very same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.practice.hands import Hands, Key
from trainer.method.ds import D
from trainer.pages.collection import Collection
from trainer.practice.snapshot import Phase
from trainer.ui.learn.method_page import MethodPage
from trainer.ui.practice import looking_up
from trainer.ui.practice.looking_up import more_words

if TYPE_CHECKING:
    from trainer.ui.context import Context


def section(hands: Hands) -> str:
    """Name of the section that has the focus, once it has its place."""
    hands.stage.settle(0.05)
    assert isinstance(hands.shell.page(), MethodPage)
    return hands.focus().accessibleName()


def alt_m(hands: Hands) -> None:
    QTest.keyClick(hands.focus(), Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    hands.settle()


def test_more_about_the_d_that_was_chosen_and_back_by_backspace(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_1)
    place, seen = hands.session.snapshot(), hands.seen(hands.practice)
    scrolled = hands.practice._stage._columns._right.bar.value()
    more = hands.button("More about Distract")
    more.setFocus()
    hands.press(Key.Key_Return)
    assert section(hands) == "Distract"
    assert hands.shell.page().title() == "The five D’s"
    hands.press(Key.Key_Backspace)
    assert hands.session.snapshot() == place
    assert hands.phase is Phase.FEEDBACK
    assert hands.seen(hands.practice) == seen
    assert hands.focus() is more
    assert hands.practice._stage._columns._right.bar.value() == scrolled
    hands.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    hands.press(Key.Key_Return)
    assert hands.phase is not Phase.FEEDBACK


def test_and_back_by_the_button_also_after_turning_pages(hands: Hands) -> None:
    hands.begin()
    hands.press(Key.Key_1)
    place = hands.session.snapshot()
    hands.button("More about Distract").click()
    hands.settle()
    hands.button("Next: Before you do anything").click()
    hands.settle()
    hands.button("Back to the scenario").click()
    hands.settle()
    assert hands.session.snapshot() == place
    assert [one.run for one in hands.context.store.unfinished(limit=5)] == [hands.session.run_id]


def test_a_key_leads_there_from_a_feedback_and_from_check_first(hands: Hands) -> None:
    hands.begin()
    alt_m(hands)
    section(hands)
    assert hands.shell.page().title() == "Before you do anything"
    hands.press(Key.Key_Backspace)
    assert hands.phase is Phase.DECIDING
    hands.press(Key.Key_1)
    alt_m(hands)
    assert section(hands) == "Distract"
    hands.press(Key.Key_Backspace, Key.Key_F1)
    assert "More about the D you chose, or about what to check first" in hands.seen(hands.sheet())


def test_check_first_leads_to_what_to_look_for(hands: Hands) -> None:
    hands.begin()
    place = hands.session.snapshot()
    hands.button("More about it").setFocus()
    hands.press(Key.Key_Return)
    section(hands)
    assert hands.shell.page().title() == "Before you do anything"
    hands.press(Key.Key_Backspace)
    assert hands.session.snapshot() == place
    assert hands.focus() is hands.button("More about it")


def test_the_time_stands_still_meanwhile(hands: Hands) -> None:
    hands.context.change(timed=True)
    hands.begin()
    timer = hands.practice._timer
    assert timer.is_running
    alt_m(hands)
    used = timer._used
    hands.stage.settle(0.1)
    hands.press(Key.Key_Backspace)
    assert hands.phase is Phase.DECIDING
    assert timer._used == used
    assert not timer.is_running


def test_every_d_has_its_section_and_waiting_has_one(hands: Hands) -> None:
    pages = Collection()
    asked: list[tuple[str, str | None]] = []

    class Asked:
        def open_page(self, name: str, /, **what: str) -> None:
            assert name == "method"
            asked.append((what["page"], what.get("section")))

    context: Context = Asked()  # type: ignore[assignment]
    for d in (*D, None):
        looking_up.look_up(context, d)
    assert len(asked) == len(D)  # all but harm, and checking first
    for page, named in asked:
        placed = pages.page(page)
        assert placed is not None
        assert named is None or named in [one.id for one in placed.content.sections]
    assert [d for d in D if not more_words(d)] == [D.HARM]
    assert more_words(D.WAIT) == "More about “not now”"
