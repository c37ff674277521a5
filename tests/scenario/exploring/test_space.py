"""Exploring and counting, beside a second implementation that is plain and slow."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scenario.exploring.naive import Naive
from tests.scenario.small import Tale, scenario
from trainer.scenario.exploring import ways
from trainer.scenario.exploring.space import LIMIT, explore
from trainer.scenario.exploring.ways import Ways

if TYPE_CHECKING:
    from trainer.scenario.model import Value

STATE: dict[str, Value] = {"calm": 2, "helped": False}
CONDITIONS = st.sampled_from(
    [None, None, "helped", "not helped", "calm > 2", "calm == 0", "calm <= 9 and not helped",
     "helped == (calm >= 3)", "helped or calm != 10"]
)  # fmt: skip


@st.composite
def tales(draw: st.DrawFn) -> Tale:
    names = [f"s{number}" for number in range(draw(st.integers(1, 6)))]
    some = st.sampled_from(names)

    def way() -> Any:
        arms = draw(st.lists(st.tuples(CONDITIONS.filter(bool), some), max_size=2))
        return [*arms, (None, draw(some))] if arms else draw(some)

    def choice() -> dict[str, Any]:
        told: dict[str, Any] = {"next": way(), "when": draw(CONDITIONS)}
        if draw(st.booleans()):
            told["set"] = draw(st.sampled_from([{"helped": True}, {"helped": False}, {"calm": 9}]))
        if draw(st.booleans()):
            told["change"] = {"calm": draw(st.integers(-12, 12))}
        return told

    def scene() -> dict[str, Any]:
        kind = draw(st.sampled_from(["choices"] * 5 + ["next", "ending", "ending", "stub"]))
        if kind == "choices":
            told = {"choices": [choice() for _ in range(draw(st.integers(1, 3)))]}
            return {**told, "timer": draw(some)} if draw(st.integers(0, 4)) == 0 else told
        return {"next": {"next": way()}}.get(kind, {kind: True})

    return {name: scene() for name in names}


def _first(found: Any, most: int) -> list[int] | None:
    """The first of many ways, or None if there are too many to walk in a test."""
    some = list(itertools.islice(found, most + 1))
    return some if len(some) <= most else None


@settings(max_examples=150, deadline=None)
@given(tales())
def test_the_space_is_what_walking_everywhere_finds(tale: Tale) -> None:
    naive = Naive(tale, STATE)
    space = explore(scenario(tale, STATE))
    found = {
        (space.scene(state).id, tuple(sorted(space.values_at(state).items())))
        for state in range(len(space.scenes))
    }
    assert space.complete
    assert found == naive.states
    assert len(found) == len(space.scenes)
    for state in range(len(space.scenes)):
        key = (space.scene(state).id, tuple(sorted(space.values_at(state).items())))
        assert [space.scene(state).choices[n].id for n in space.offered[state]] == [
            name for name, _to in naive.moves(key)
        ]
        way = [*space.way_back(state)]
        assert (way[-1], way[0]) == ("s0", key[0])


@settings(max_examples=150, deadline=None)
@given(tales())
def test_the_ways_are_those_that_walking_every_way_finds(tale: Tale) -> None:
    walked = _first(Naive(tale, STATE).ways(), 3000)
    if walked is not None:
        expected = (len(walked), min(walked, default=None), max(walked, default=None))
        assert ways.count(explore(scenario(tale, STATE))) == Ways(*expected)


@pytest.mark.soak
@settings(max_examples=200, deadline=None)
@given(tales(), st.integers(0, 40))
def test_a_spent_budget_only_leaves_things_out(tale: Tale, budget: int) -> None:
    space = explore(scenario(tale, STATE))
    whole, short = ways.count(space), ways.count(space, budget)
    assert short in (whole, Ways(None, whole.shortest, None))


def _ladder(rungs: int) -> Tale:
    """Two choices a rung that lead to the same next one."""
    tale: Tale = {
        f"s{n}": {"choices": [{"next": f"s{n + 1}"}, {"next": f"s{n + 1}"}]} for n in range(rungs)
    }
    return {**tale, f"s{rungs}": {"ending": True}}


def test_two_choices_to_one_state_are_two_ways() -> None:
    assert ways.count(explore(scenario(_ladder(4)))) == Ways(16, 4, 4)


def test_above_a_milliard_the_ways_are_not_told_but_the_longest_is() -> None:
    assert ways.count(explore(scenario(_ladder(29)))).paths == 2**29
    assert ways.count(explore(scenario(_ladder(3000)))) == Ways(None, 3000, 3000)


def _crowd(size: int) -> Tale:
    """Everyone leads to everyone: a circle with more ways than can be walked."""
    names = [f"s{n}" for n in range(size)]
    tale: Tale = {name: {"choices": [{"next": to} for to in [*names, "end"]]} for name in names}
    return {**tale, "end": {"ending": True}}


def test_a_circle_that_cannot_be_searched_leaves_the_shortest() -> None:
    assert ways.count(explore(scenario(_crowd(40)))) == Ways(None, 1, None)


def test_a_crowd_of_five() -> None:
    # From the start to any of the other four in any order: 1 + 4 + 12 + 24 + 24.
    assert ways.count(explore(scenario(_crowd(5)))) == Ways(65, 1, 5)


@pytest.mark.soak
def test_a_long_ring_is_no_depth() -> None:
    size = 20_000
    tale: Tale = {
        f"s{n}": {"choices": [{"next": f"s{(n + 1) % size}"}, {"next": "end"}]} for n in range(size)
    }
    tale["end"] = {"ending": True}
    assert ways.count(explore(scenario(tale))) == Ways(size, 1, size)


def test_a_start_that_ends_is_one_way_without_a_decision() -> None:
    assert ways.count(explore(scenario({"a": {"ending": True}}))) == Ways(1, 0, 0)


def test_a_timer_is_no_way_to_an_ending() -> None:
    tale: Tale = {
        "a": {"choices": [{"next": "a"}], "timer": "b"},
        "b": {"ending": True},
    }
    space = explore(scenario(tale))
    assert len(space.scenes) == 2
    assert ways.count(space) == Ways(0, None, None)


def test_set_comes_before_change_and_next_after_both() -> None:
    tale: Tale = {
        "a": {
            "choices": [
                {
                    "set": {"calm": 9},
                    "change": {"calm": 5},
                    "next": [("calm == 10", "b"), (None, "a")],
                }
            ]
        },
        "b": {"ending": True},
    }
    space = explore(scenario(tale, {"calm": 2}))
    assert [dict(values) for values in space.values] == [{"calm": 2}, {"calm": 10}]
    assert space.way(1) == "a → b"


def test_exploring_stops_at_its_limit() -> None:
    turns = {f"n{number}": 0 for number in range(6)}
    tale: Tale = {
        "a": {"choices": [{"change": {name: 1}, "next": "a"} for name in turns]},
    }
    space = explore(scenario(tale, dict(turns)), limit=500)
    assert not space.complete
    assert len(space.scenes) == 500
    assert explore(scenario(_ladder(499)), limit=500).complete


@pytest.mark.soak
def test_no_tale_keeps_exploring_busy_for_ever() -> None:
    turns = {f"n{number}": 0 for number in range(6)}
    many: list[dict[str, Any]] = [{"change": {name: 1}, "next": "a"} for name in turns] * 500
    space = explore(scenario({"a": {"choices": many}}, dict(turns)))
    assert not space.complete
    assert 1000 < len(space.scenes) < LIMIT
    wide = {f"n{number}": 0 for number in range(5000)}
    tale: Tale = {"a": {"choices": [{"change": {f"n{n}": 1}, "next": "a"} for n in range(20)]}}
    assert not explore(scenario(tale, dict(wide))).complete


def test_a_long_way_is_told_by_its_ends() -> None:
    space = explore(scenario(_ladder(30)))
    assert len([*space.way_back(30)]) == 31
    assert space.way(30) == "s0 → … → s25 → s26 → s27 → s28 → s29 → s30"
    assert space.way(11).split(" → ") == [f"s{number}" for number in range(12)]
