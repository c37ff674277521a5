"""One card at a time: the notes first, then each card and what is behind it, and back again."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from tests.drills.sample import GOOD
from tests.scenario.good_file import put
from trainer.drills.hand import Hand, Part
from trainer.drills.reading import DRILLS
from trainer.scenario.files import reading as files

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.drills.model import Deck


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    """A file with three drills and two cards to think about, one of them with a thought."""
    one = files.read_file(put(tmp_path / "a.yaml", GOOD), (DRILLS,)).content
    assert one is not None
    drill, card = one.drills["lunch-soup"], one.reflections["five-leaders"]
    drills = {key: replace(drill, key=key) for key in ("a", "b", "c")}
    silent = replace(card, key="e", note=None, sources=())
    return replace(
        one,
        drills=MappingProxyType(drills),
        reflections=MappingProxyType({"d": replace(card, key="d"), "e": silent}),
    )


def seen(hand: Hand) -> tuple[str, bool]:
    return (hand.card.key if hand.card else "notes", hand.is_turned)


def test_going_on_passes_everything_once_and_stops_at_the_end(deck: Deck) -> None:
    hand = Hand()
    hand.take(deck, Part.DRILLS)
    passed = [seen(hand)]
    while hand.go_on():
        passed.append(seen(hand))
    expected = [(key, turned) for key in "abc" for turned in (False, True)]
    assert passed == [("notes", False), *expected]
    assert seen(hand) == ("c", True)


def test_stepping_back_leads_to_the_notes_and_no_further(deck: Deck) -> None:
    hand = Hand()
    hand.take(deck, Part.DRILLS)
    for _step in range(4):
        hand.go_on()
    passed = [seen(hand)]
    while hand.step_back():
        passed.append(seen(hand))
    assert passed == [("b", True), ("b", False), ("a", False), ("notes", False)]


def test_next_and_previous_pass_by_what_is_behind(deck: Deck) -> None:
    hand = Hand()
    hand.take(deck, Part.DRILLS)
    assert not hand.previous()
    assert hand.next()
    hand.go_on()
    assert hand.next()
    assert seen(hand) == ("b", False)
    assert hand.next()
    assert not hand.next()
    assert seen(hand) == ("c", False)
    assert hand.previous()
    assert (hand.number, hand.count) == (2, 3)


def test_the_notes_come_first_also_for_whoever_asks_for_one_card(deck: Deck) -> None:
    hand = Hand()
    hand.take(deck, Part.DRILLS, "b")
    assert seen(hand) == ("notes", False)
    hand.go_on()
    assert seen(hand) == ("b", False)


def test_who_comes_back_stands_where_they_were_without_the_notes(deck: Deck) -> None:
    hand = Hand()
    hand.take(deck, Part.DRILLS, "b")
    hand.go_on()
    hand.go_on()
    hand.put_down()
    assert hand.card is None
    hand.take(deck, Part.DRILLS)
    assert seen(hand) == ("b", False)
    hand.take(deck, Part.DRILLS, "c")
    assert seen(hand) == ("c", False)


def test_a_file_that_has_become_shorter_still_opens(deck: Deck) -> None:
    hand = Hand()
    hand.take(deck, Part.DRILLS, "c")
    hand.go_on()
    shorter = replace(deck, drills=MappingProxyType({"a": deck.drills["a"]}))
    hand.take(shorter, Part.DRILLS)
    assert seen(hand) == ("a", False)


def test_a_card_with_nothing_behind_it_leads_to_the_next(deck: Deck) -> None:
    hand = Hand()
    hand.take(deck, Part.REFLECTIONS, "d")
    hand.go_on()
    assert seen(hand) == ("d", False)
    assert hand.has_more
    hand.go_on()
    assert seen(hand) == ("d", True)
    assert not hand.has_more
    hand.go_on()
    assert seen(hand) == ("e", False)
    assert not hand.has_more
    assert not hand.go_on()


def test_cards_to_think_about_without_notes_are_open_at_once(deck: Deck) -> None:
    hand = Hand()
    hand.take(replace(deck, content_notes=()), Part.REFLECTIONS)
    assert seen(hand) == ("d", False)
    assert not hand.step_back()
    hand.take(replace(deck, content_notes=()), Part.DRILLS)
    assert seen(hand) == ("notes", False)
