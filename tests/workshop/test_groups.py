"""Pairs and threes: nobody alone, everybody acts and watches, and whoever sits out does."""

from __future__ import annotations

from collections import Counter
from operator import is_
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshop.phones import Crowd
from tests.workshop.room import Clock, go_on, walk_to
from tests.workshop.small import small
from trainer.workshop import holding
from trainer.workshop.groups import dividing, seating, turns
from trainer.workshop.refusals import Refused
from trainer.workshop.room.hall import made_of
from trainer.workshop.room.room import Room
from trainer.workshop.state import Part
from trainer.workshop.telling import console_view, phone_view
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence

THREES = small().plan.segments["threes"]
PAIRS = small().plan.segments["pairs"]


@given(st.integers(0, 400), st.sampled_from([2, 3, 4]))
def test_everybody_is_divided_and_nobody_is_alone(people: int, size: int) -> None:
    found = dividing.sizes(people, size)
    assert sum(found) == people
    assert all(2 <= one <= size + 1 for one in found) or people == 1
    # As few as can be are not of the size that was wanted.
    assert sum(one != size for one in found) <= 1


@pytest.mark.parametrize(
    ("people", "size", "wanted"),
    [(7, 2, (2, 2, 3)), (7, 3, (3, 4)), (8, 3, (3, 3, 2)), (4, 3, (4,)), (1, 3, (1,)), (0, 2, ())],
)
def test_what_remains_is_divided_as_a_facilitator_would(
    people: int, size: int, wanted: tuple[int, ...]
) -> None:
    assert dividing.sizes(people, size) == wanted


@settings(max_examples=50)
@given(
    st.integers(0, 30),
    st.sampled_from([2, 3]),
    st.lists(st.tuples(st.booleans(), st.integers(0, 40)), max_size=40),
)
def test_groups_hold_while_people_come_and_sit_out(
    people: int, size: int, changes: Sequence[tuple[bool, int]]
) -> None:
    now = seating.formed((f"v{n}" for n in range(people)), size, seed=7)
    there = {f"v{n}" for n in range(people)}
    for comes, number in changes:
        voter, before = f"v{number}", now
        now = (seating.with_one if comes else seating.without)(now, voter, size)
        there = there | {voter} if comes else there - {voter}
        flat = [one for group in now for one in group]
        assert Counter(flat) == Counter(there)
        assert all(2 <= len(group) <= size + 1 for group in now if group) or len(there) == 1
        # At most one other group is touched, and what is not keeps its number.
        assert sum(old != new for old, new in zip(before, now, strict=False)) <= 2


@settings(max_examples=50)
@given(st.integers(2, 4), st.sampled_from([THREES, PAIRS]), st.data())
def test_over_the_turns_everybody_acts_and_watches(
    people: int, segment: object, data: st.DataObject
) -> None:
    assert segment in (THREES, PAIRS)
    chosen = THREES if segment is THREES else PAIRS
    size = chosen.size or 0
    group = [f"v{n}" for n in range(min(people, size + 1))]
    parts: dict[str, Part | None] = {
        one: data.draw(st.sampled_from([None, Part.ACT, Part.OBSERVE])) for one in group
    }
    willing = [one for one in group if parts[one] is not Part.OBSERVE]
    did: dict[str, set[str]] = {one: set() for one in group}
    for turn in range(1, size + 1):
        dealt = turns.cards(group, parts, chosen, turn)
        assert dealt.keys() == set(group)
        # The targeted part is never given to anybody.
        assert not any(card.targeted for card in dealt.values())
        for voter, card in dealt.items():
            did[voter].add(card.id)
        if len(group) > 1:
            assert "observe" in {card.id for card in dealt.values()} or len(willing) == 1
        assert bool(willing) == ("act" in {card.id for card in dealt.values()})
    for one in group:
        assert ("act" in did[one]) == (one in willing)
        if len(willing) > 1 and len(group) == len(willing):
            assert "observe" in did[one]


def room(people: int, clock: Clock) -> Workshop:
    made = holding.begin(small(), clock=clock)
    for number in range(people):
        made.do("join", voter=f"v{number}")
    made.do("begin")
    walk_to(made, "threes")
    return made


def groups(workshop: Workshop) -> dict[str, dict[str, object]]:
    """What each phone shows of its group."""
    shown = {
        voter: phone_view.for_one(workshop.state, voter, workshop.making)["group"]
        for voter in workshop.state.voters
    }
    return {voter: one for voter, one in shown.items() if one is not None}


def test_phones_show_group_and_card_and_a_second_laptop_shows_the_same() -> None:
    clock = Clock()
    workshop = room(7, clock)
    assert groups(workshop) == {}
    workshop.do("form", on=True)
    assert Counter(one["number"] for one in groups(workshop).values()) == {1: 3, 2: 4}
    workshop.do("next")
    first = groups(workshop)
    assert sum(bool(one["acts"]) for one in first.values()) == 3
    workshop.do("part", voter="v3", part="pass")
    assert "v3" not in groups(workshop)
    workshop.do("join", voter="late")
    assert "late" in groups(workshop)
    shown = groups(workshop)
    folder = workshop.folder
    assert folder is not None
    workshop.close()
    again = go_on(folder / "journal.jsonl", clock)
    assert groups(again) == shown
    again.close()


def test_a_pass_holds_until_they_want_to_and_the_next_exercise_asks_anew() -> None:
    workshop = room(6, Clock())
    workshop.do("part", voter="v0", part="pass")
    workshop.do("form", on=True)
    assert "v0" not in groups(workshop)
    workshop.do("next")
    workshop.do("part", voter="v0", part="observe")
    assert groups(workshop)["v0"]["card"]["id"] == "observe"  # type: ignore[index]
    assert not groups(workshop)["v0"]["acts"]
    workshop.do("part", voter="v0", part="pass")
    walk_to(workshop, "pairs")
    assert groups(workshop) == {}
    assert workshop.state.voters["v0"].part is None
    workshop.do("form", on=True)
    assert "v0" in groups(workshop)
    workshop.do("form", on=False)
    assert groups(workshop) == {}
    workshop.close()


def test_what_one_phone_shows_is_written_again_wherever_it_is_another() -> None:
    workshop = room(5, Clock())
    seen = {voter: (made_of(workshop.state, voter), "") for voter in workshop.state.voters}
    again = 0
    for act, what in (
        ("form", {"on": True}), ("next", {}), ("next", {}), ("blank", {"on": True}),
        ("part", {"voter": "v1", "part": "observe"}), ("part", {"voter": "v1", "part": "pass"}),
        ("ask", {"voter": "v2", "text": "Why?"}), ("join", {"voter": "v0", "language": "zh-Hant"}),
        ("form", {"on": False}),
    ):  # fmt: skip
        workshop.do(act, **what)
        for voter, (of, own) in seen.items():
            now = made_of(workshop.state, voter)
            fresh = str(phone_view.for_one(workshop.state, voter, workshop.making))
            if all(map(is_, of, now)):
                again += 1
                assert not own or fresh == own
            seen[voter] = now, fresh
    assert again
    workshop.close()


def test_a_turn_has_its_timer_and_ends_with_the_bell() -> None:
    clock = Clock()
    workshop = room(3, clock)
    assert workshop.state.timer is None
    workshop.do("next")
    assert workshop.state.timer is not None
    assert workshop.state.timer.seconds == 120
    clock.go(100)
    workshop.do("next")
    assert workshop.state.rang == 100_000
    assert workshop.state.timer.ends == 220_000
    walk_to(workshop, "pairs")
    assert workshop.state.timer is None
    workshop.close()


def test_groups_are_formed_only_where_there_are_some() -> None:
    workshop = room(1, Clock())
    with pytest.raises(Refused):
        workshop.do("form", on=True)
    walk_to(workshop, "welcome")
    with pytest.raises(Refused):
        workshop.do("form", on=True)
    workshop.close()


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (60, "60 people make 20 groups of 3."),
        (61, "61 people make 19 groups of 3, and one of 4."),
        (5, "5 people make 1 group of 3, and one of 2."),
        (4, "4 people are one group."),
        (0, ""),
    ],
)
def test_the_facilitator_is_told_how_people_divide(people: int, said: str) -> None:
    workshop = Workshop(small(), None, Clock())
    workshop.do("begin")
    workshop.do("people", count=people)
    walk_to(workshop, "threes")
    notes = [one.text for one in console_view.notes(workshop.making, workshop.state)]
    assert notes == ([said] if said else [])


def test_phones_are_not_taken_for_all_the_people_there_are() -> None:
    workshop = Workshop(small(), None, Clock())
    workshop.do("begin")
    walk_to(workshop, "threes")
    for number in range(7):
        workshop.do("join", voter=f"v{number}")

    def said() -> list[str]:
        return [one.text for one in console_view.notes(workshop.making, workshop.state)]

    assert said() == ["7 phones make 1 group of 3, and one of 4."]
    workshop.do("people", count=60)
    assert said() == ["60 people make 20 groups of 3."]
    workshop.do("people", count=0)
    assert "count" in console_view.console_view(workshop.making, workshop.state).can
    assert said() == ["7 phones make 1 group of 3, and one of 4."]


def test_when_somebody_sits_out_the_others_phones_say_what_they_do_now() -> None:
    workshop = Workshop(small(), None, Clock())
    workshop.do("begin")
    walk_to(workshop, "threes")
    with Room(workshop, "127.0.0.1") as made, Crowd(made.url, made.door.code) as crowd:
        phones = crowd.join(3)
        workshop.do("form", on=True)
        workshop.do("next")
        first = phones[0]
        crowd.run(first.until(lambda: first.state["all"]["turn"] == 1))
        assert {one["id"] for one in first.state["all"]["cards"]} == {"act", "act-with", "observe"}
        crowd.run(phones[2].say("part", part="pass"))
        crowd.run(first.until(lambda: first.state["you"]["group"]["people"] == 2))
        assert first.state["you"]["group"]["card"]["id"] in ("act", "observe")
        workshop.do("form", on=False)
        crowd.run(first.until(lambda: first.state["you"]["group"] is None))
