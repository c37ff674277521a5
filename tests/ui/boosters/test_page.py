"""A booster by keyboard: due on the first page, answered from memory, compared, and gone."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from tests.scenes.booster_scenes import DUE, make_due
from tests.ui.practice.hands import Hands, Key
from trainer.method import ds
from trainer.method.ds import D
from trainer.progress.boosters import boosters
from trainer.progress.boosters.due import DueCard
from trainer.progress.boosters.sitting import Phase
from trainer.progress.deletion import deletion
from trainer.scenario.texts.markup import plain
from trainer.ui.boosters.due_card import DueForABooster
from trainer.ui.boosters.page import BoosterPage
from trainer.ui.widgets.chips import DChip
from trainer.ui.window.rail import Rail

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.scenes import Stage
    from trainer.progress.boosters.variants import Variant

ENTER, BACK = Key.Key_Return, Key.Key_Backspace
DRILL = [(D.DELAY, "school")]


@pytest.fixture
def hands(stage: Stage) -> Hands:
    return Hands(stage)


def sit_down(hands: Hands, cards: Iterable[tuple[D, str]] = DRILL) -> BoosterPage:
    """Have these due, and open them from the first page."""
    make_due(hands.stage, cards)
    hands.open("home")
    due_card(hands).begin.click()
    hands.settle()
    return page(hands)


def page(hands: Hands) -> BoosterPage:
    found = hands.shell.page()
    assert isinstance(found, BoosterPage)
    return found


def due_card(hands: Hands) -> DueForABooster:
    return next(one for one in hands.shell.findChildren(DueForABooster) if one.isVisible())


def asked(hands: Hands) -> Variant:
    sitting = page(hands)._sitting
    assert sitting is not None
    assert sitting.variant is not None
    return sitting.variant


def answers(hands: Hands) -> list[tuple[object, ...]]:
    query = "SELECT skill, family, variant, rating, words, ticked FROM answer ORDER BY number"
    with hands.context.store.reading() as connection:
        return [tuple(row) for row in connection.execute(query)]


def chips(hands: Hands) -> set[D]:
    return {chip.d for chip in page(hands).findChildren(DChip) if chip.isVisible()}


def test_what_is_due_stands_on_the_first_page_and_nowhere_else(hands: Hands) -> None:
    hands.stage.play("gas-cap", 99)
    hands.open("home")
    assert not hands.shell.findChildren(DueForABooster)
    rail = hands.seen(hands.shell.findChild(Rail))
    make_due(hands.stage)
    hands.settle()
    shown = hands.seen(due_card(hands))
    for skill, _family in DUE:
        assert ds.name(skill) in shown
    assert "Street" in shown
    assert hands.seen(hands.shell.findChild(Rail)) == rail
    assert "Document: ask before you record" in due_card(hands).begin.accessibleDescription()
    hands.open("learn")
    assert "booster" not in hands.seen().lower()


def test_a_sitting_from_the_first_page_and_back_to_it(hands: Hands) -> None:
    sitting = sit_down(hands)._sitting
    assert sitting is not None
    variant = sitting.variant = replace(asked(hands), points=("Short", "Turns to her"))
    situation = plain(variant.passage.text)
    # First what is hard in it, then the situation, and what fits only after an answer.
    before = hands.seen()
    assert variant.content_notes[0] in before
    assert situation not in before
    hands.press(ENTER)
    asking = hands.seen()
    assert situation in asking
    assert variant.ways[0].why not in asking
    # Whoever simply begins to write, writes.
    hands.write("Are you all right?")
    hands.press(ENTER)
    hands.write("I saw that.")
    assert variant.ways[0].why not in hands.seen()
    hands.press(ENTER, ctrl=True)
    comparing = hands.seen()
    for part in (variant.ways[0].why, *variant.points, "Are you all right?"):
        assert plain(part) in comparing
    assert answers(hands) == []
    page(hands).comparing.points._boxes[1].click()
    hands.press(Key.Key_3)
    written = "Are you all right?\nI saw that."
    assert answers(hands) == [("delay", "school", variant.key, 3, written, "1")]
    assert "That was it for today." in hands.seen()
    hands.press(ENTER)
    assert hands.shell.page().name == "home"
    assert "Due for a booster" not in hands.seen()


def test_answering_in_ones_head_is_answering(hands: Hands) -> None:
    sit_down(hands)
    hands.press(ENTER, ENTER)
    assert "Your words" not in hands.seen()
    hands.press(Key.Key_1)
    assert [answer[3:] for answer in answers(hands)] == [(1, "", "")]


def test_one_may_go_on_without_saying_how_it_went(hands: Hands) -> None:
    sit_down(hands)
    hands.press(ENTER)
    page(hands).asking.box.set_text("Hm.")
    hands.press(ENTER)
    page(hands).comparing.how.without.click()
    assert [answer[3:] for answer in answers(hands)] == [(None, "Hm.", "")]
    assert boosters.due(hands.context.store) == []


def test_a_skipped_one_rests_and_keeps_no_words(hands: Hands) -> None:
    sit_down(hands, DUE[:2])
    first = asked(hands)
    hands.press(ENTER)
    page(hands).asking.box.set_text("No.")
    hands.press(BACK)
    hands.open("booster")
    assert page(hands).asking.box.text() == "No."
    hands.button("Skip this one").click()
    hands.settle()
    assert [answer[3:] for answer in answers(hands)] == [(None, "", "")]
    assert asked(hands).key != first.key
    assert [card.skill for card in boosters.due(hands.context.store)] == ["delegate"]
    hands.press(ENTER)
    assert page(hands).asking.box.text() == ""


def test_one_stops_before_a_situation_only_where_its_notes_say_more(hands: Hands) -> None:
    sit_down(hands, [*DUE[:2], *DRILL])
    sitting = page(hands)._sitting
    assert sitting is not None
    draw = sitting._draw
    notes = iter((("one",), ("one", "two")))

    def drawn(card: DueCard, seen: list[str]) -> Variant | None:
        found = draw(card, seen)
        return found and replace(found, content_notes=next(notes))

    sitting.variant = replace(asked(hands), content_notes=("one",))
    sitting._draw = drawn
    hands.press(ENTER, ENTER, Key.Key_3)
    # It brings nothing new: one stands in the situation at once, and can begin to write.
    assert page(hands).situation.reading.isVisible()
    hands.write("At once.")
    assert page(hands).asking.box.text() == "At once."
    hands.press(ENTER, ctrl=True)
    hands.press(Key.Key_3)
    assert "one; two" in hands.seen()
    assert plain(asked(hands).passage.text) not in hands.seen()


def test_who_skips_what_is_hard_in_it_is_told_again_before_the_next(hands: Hands) -> None:
    sit_down(hands, DUE[:2])
    sitting = page(hands)._sitting
    assert sitting is not None
    draw = sitting._draw

    def drawn(card: DueCard, seen: list[str]) -> Variant | None:
        found = draw(card, seen)
        return found and replace(found, content_notes=())

    sitting._draw = drawn
    page(hands).skip()
    assert plain(asked(hands).passage.text) not in hands.seen()


def test_the_notes_of_a_drill_are_said_to_be_of_its_set(hands: Hands) -> None:
    sit_down(hands, [(D.DISTRACT, "street")])
    variant, opening = asked(hands), page(hands).opening
    for one, said in ((variant, "In it: here."), (replace(variant, scene=None), "The set that")):
        opening.before(DueCard(*DRILL[0]), replace(one, content_notes=("here",)), named=False)
        assert said in hands.seen()
        assert said in opening.told.accessibleDescription()


def test_a_sitting_is_short(hands: Hands) -> None:
    sit_down(hands, [*DUE, *DRILL])
    for _card in range(3):
        if page(hands)._phase() is Phase.BEFORE:
            hands.press(ENTER)
        hands.press(ENTER, Key.Key_4)
    assert "That was it for today." in hands.seen()
    assert boosters.due_count(hands.context.store) == 1


def test_whoever_leaves_in_the_middle_finds_it_as_it_was(hands: Hands) -> None:
    sit_down(hands)
    hands.press(ENTER)
    page(hands).asking.box.set_text("Half a sent")
    variant = asked(hands)
    hands.press(BACK)
    assert hands.shell.page().name == "home"
    assert answers(hands) == []
    due_card(hands).begin.click()
    hands.settle()
    assert asked(hands) is variant
    assert page(hands).asking.box.text() == "Half a sent"


def test_the_first_page_is_right_also_when_gone_back_to(hands: Hands) -> None:
    sit_down(hands, DUE[:2])
    hands.press(ENTER, ENTER, Key.Key_3)
    hands.press(BACK)
    assert hands.shell.page().name == "home"
    assert "Delegate" in hands.seen(due_card(hands))
    assert "Distract" not in hands.seen(due_card(hands))


def test_the_d_is_named_after_the_answer_or_if_that_is_wanted(hands: Hands) -> None:
    sit_down(hands)
    assert chips(hands) == set()
    hands.press(ENTER)
    assert chips(hands) == set()
    hands.context.change(show_d_names=True)
    hands.settle()
    assert chips(hands) == {D.DELAY}
    hands.context.change(show_d_names=False)
    hands.press(ENTER)
    assert chips(hands) == {D.DELAY}


def test_words_are_softened_at_once_and_ones_own_stay(hands: Hands) -> None:
    sit_down(hands, [(D.DOCUMENT, "street")])
    key = asked(hands).key
    hands.press(ENTER)
    page(hands).asking.box.set_text("Her plate.")
    hard = asked(hands).passage.lines[0].text
    assert hard in hands.seen()
    hands.context.change(soften=True)
    hands.settle()
    assert asked(hands).key == key
    assert hard not in hands.seen()
    assert page(hands).asking.box.text() == "Her plate."


def test_what_cannot_be_kept_is_told_and_still_there(hands: Hands) -> None:
    sit_down(hands)
    hands.press(ENTER)
    page(hands).asking.box.set_text("Stay.")
    hands.press(ENTER)
    path = hands.context.store.path
    assert path is not None
    path.rename(path.with_suffix(".away"))
    hands.press(Key.Key_3)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, QDialog)
    sheet.reject()
    path.with_suffix(".away").rename(path)
    assert "Stay." in hands.seen()
    hands.press(Key.Key_3)
    assert [answer[4] for answer in answers(hands)] == ["Stay."]


def test_what_nothing_can_be_asked_about_rests(hands: Hands) -> None:
    sit_down(hands, [(D.DELAY, "moon"), *DRILL])
    assert asked(hands).key
    assert [card.family for card in boosters.due(hands.context.store)] == ["school"]


def test_it_waits_until_the_scenarios_are_read(hands: Hands) -> None:
    make_due(hands.stage, DRILL)
    hands.context.reading = (1, 2)
    hands.open("booster")
    assert "The scenarios are being read …" in hands.seen()
    hands.press(ENTER)
    hands.context.reading = None
    hands.context.library_changed.emit()
    hands.settle()
    assert asked(hands).content_notes[0] in hands.seen()


def test_a_screen_reader_is_told_what_stands_there(hands: Hands) -> None:
    sit_down(hands)
    told = page(hands).opening.told
    assert hands.focus() is told
    assert told.accessibleName() == "In another situation"
    assert asked(hands).content_notes[0] in told.accessibleDescription()
    hands.press(ENTER)
    assert plain(asked(hands).passage.text) in page(hands).situation.reading.accessibleDescription()
    hands.press(ENTER)
    ways = page(hands).comparing.ways
    assert hands.focus() is ways
    for part in ("Delay", plain(asked(hands).ways[0].words), plain(asked(hands).ways[0].why)):
        assert part in ways.accessibleDescription()


def test_nothing_due_is_said(hands: Hands) -> None:
    hands.open("booster")
    assert "Nothing is due now." in hands.seen()
    assert "Delete what I wrote …" not in hands.seen()


def test_what_was_written_can_be_deleted(hands: Hands) -> None:
    sit_down(hands)
    hands.press(ENTER)
    page(hands).asking.box.set_text("plumbago")
    hands.press(ENTER, Key.Key_3)
    hands.button("Delete what I wrote …").click()
    hands.settle()
    assert "in 1 booster or drill" in hands.seen(hands.sheet())
    hands.button("Delete", hands.sheet()).click()
    hands.settle()
    assert [answer[3:5] for answer in answers(hands)] == [(3, "")]
    assert "Delete what I wrote …" not in hands.seen()
    path = hands.context.store.path
    assert path is not None
    hands.open("home")
    hands.context.store.close()
    assert deletion.traces(path.parent, "plumbago") == []


def test_keeping_nothing_keeps_nothing(hands: Hands) -> None:
    kept = hands.context.store.path
    assert kept is not None
    hands.context.keep(False)
    sit_down(hands)
    hands.press(ENTER)
    assert "It is gone when the window closes." in hands.seen()
    page(hands).asking.box.set_text("plumbago")
    hands.press(ENTER, Key.Key_3)
    assert len(answers(hands)) == 1
    assert deletion.traces(kept.parent, "plumbago") == []
    with sqlite3.connect(kept) as connection:
        assert connection.execute("SELECT count(*) FROM card").fetchone() == (0,)
    connection.close()


def test_a_decision_comes_back_a_week_later(hands: Hands) -> None:
    store = hands.context.store
    hands.open("practice", scenario="gas-cap", again=True)
    hands.press(ENTER)
    strong = next(one for one in hands.session.offered if one.id == "take-nozzle")
    hands.press(Key(Key.Key_1.value + hands.session.offered.index(strong)))
    assert boosters.due(store) == []
    later = datetime.now(UTC) + timedelta(days=8)
    store._now = lambda: later
    assert [tuple(card) for card in boosters.due(store)] == [("distract", "shop")]
