"""What only exploring finds, each with its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from tests.scenario.exploring.naive import Naive
from tests.scenario.exploring.test_space import STATE, tales
from tests.scenario.small import Tale, scenario
from trainer.scenario.exploring import checks as exploring_checks
from trainer.scenario.exploring.space import explore
from trainer.scenario.model import (
    CastMember,
    Choice,
    Consequence,
    Line,
    Mark,
    Role,
    Scenario,
    Status,
)
from trainer.scenario.problems import Severity, sentence
from trainer.scenario.texts import words

if TYPE_CHECKING:
    from trainer.scenario.problems import Problem

END = {"ending": True}


def _found(told: Scenario) -> list[Problem]:
    space = explore(told)
    return exploring_checks.errors(space) + exploring_checks.warnings(space, words.of(told).seen)


def _codes(told: Scenario) -> list[tuple[str, int]]:
    return sorted((found.code, found.mark.line) for found in _found(told))


@settings(max_examples=150, deadline=None)
@given(tales())
def test_what_is_found_is_what_walking_everywhere_finds(tale: Tale) -> None:
    naive, told = Naive(tale, STATE), scenario(tale, STATE)
    found: dict[str, set[object]] = {}
    for problem in _found(told):
        place = (
            problem.params["choice"]
            if problem.code == "never-offered"
            else problem.params.get("scene")
        )
        found.setdefault(problem.code, set()).add(
            (problem.mark.line // 100, place) if problem.code == "never-offered" else place
        )
    line = {name: number for number, name in enumerate(tale, 1)}
    assert found.get("stuck", set()) == naive.stuck()
    assert found.get("endless", set()) == naive.endless()
    assert found.get("unreachable-scene", set()) == set(tale) - naive.reachable()
    assert found.get("stub-reached", set()) == {
        name for name in naive.reachable() if tale[name].get("stub")
    }
    assert found.get("never-offered", set()) == {
        (line[scene], choice) for scene, choice in naive.never_offered()
    }


def test_a_good_scenario_has_no_finding() -> None:
    assert _found(scenario({"a": {"choices": [{"next": "b"}]}, "b": END})) == []


def test_stuck_names_scene_values_and_way() -> None:
    tale: Tale = {
        "a": {"choices": [{"next": "b"}, {"next": "end", "set": {"helped": True}}]},
        "b": {"choices": [{"next": "end", "when": "helped"}], "timer": "end"},
        "end": END,
    }
    stuck, never = _found(scenario(tale, {"helped": False}))
    assert (stuck.code, stuck.severity, stuck.mark) == ("stuck", Severity.ERROR, Mark(200, 3))
    assert sentence(stuck) == (
        'in scene "b" no choice is offered with helped false, on the way a → b.'
    )
    assert (never.code, never.mark) == ("never-offered", Mark(201, 9))


def test_a_stuck_place_beyond_is_no_second_mistake() -> None:
    tale: Tale = {
        "a": {"next": "b"},
        "b": {"choices": [{"next": "b", "when": "not true"}]},
    }
    assert _codes(scenario(tale)) == [("never-offered", 201), ("stuck", 200)]


def test_endless_is_every_scene_without_a_way_out() -> None:
    tale: Tale = {
        "a": {"choices": [{"next": "b"}, {"next": "end"}]},
        "b": {"choices": [{"next": "c"}], "timer": "end"},
        "c": {"next": "b"},
        "end": END,
    }
    assert _codes(scenario(tale)) == [("endless", 200), ("endless", 300)]


def test_a_stub_is_an_end_and_has_its_own_finding() -> None:
    tale: Tale = {"a": {"choices": [{"next": "later"}]}, "later": {"stub": True}}
    (draft,) = _found(scenario(tale))
    assert (draft.code, draft.severity) == ("stub-reached", Severity.WARNING)
    for status in (Status.REVIEWED, Status.RETIRED):
        (found,) = _found(scenario(tale, status=status))
        assert (found.severity, found.mark) == (Severity.ERROR, Mark(200, 3))


def test_never_taken_is_named_at_the_choice_or_the_scene() -> None:
    tale: Tale = {
        "a": {"choices": [{"next": [("calm > 5", "b"), ("calm > 6", "end"), (None, "b")]}]},
        "b": {"next": [("calm <= 10", "end"), (None, "a")]},
        "end": END,
    }
    found = [one for one in _found(scenario(tale, {"calm": 3})) if one.code == "never-taken"]
    assert [(one.mark, one.params["number"], one.params["to"]) for one in found] == [
        (Mark(101, 9), 1, "b"),
        (Mark(101, 9), 2, "end"),
        (Mark(200, 3), 2, "a"),
    ]


def test_a_choice_never_offered_has_no_arms_never_taken() -> None:
    tale: Tale = {
        "a": {
            "choices": [
                {"next": "end"},
                {"when": "calm > 9", "next": [("calm > 3", "a"), (None, "end")]},
            ]
        },
        "end": END,
    }  # fmt: skip
    assert _codes(scenario(tale, {"calm": 3})) == [("never-offered", 102)]


def test_a_variable_read_out_of_reach_only_is_unused() -> None:
    tale: Tale = {
        "a": {"choices": [{"next": "end"}]},
        "b": {"choices": [{"next": "end", "when": "helped"}]},
        "end": END,
    }
    assert _codes(scenario(tale, {"helped": False})) == [
        ("unreachable-scene", 200),
        ("unused-variable", 5),
    ]


def _with_grey(**choice: object) -> Scenario:
    told = scenario({"a": {"choices": [{"next": "end"}]}, "end": END})
    grey = CastMember("grey", "Man in grey", Role.HARMING, mark=Mark(9, 3))
    scene = told.scenes["a"]
    changed: Choice = replace(scene.choices[0], **choice)  # type: ignore[arg-type]
    scenes = {**told.scenes, "a": replace(scene, choices=(changed,))}
    return replace(told, cast={**told.cast, "grey": grey}, scenes=scenes)


def test_unused_cast() -> None:
    assert _codes(_with_grey()) == [("unused-cast", 9)]
    assert _codes(_with_grey(to="grey")) == []
    assert _codes(_with_grey(consequence=Consequence(lines=(Line("grey", "So?"),)))) == []
    told = _with_grey()
    for shown in ({"present": ("grey",)}, {"lines": (Line("grey", "So?"),)}):
        scene = replace(told.scenes["a"], **shown)
        assert _codes(replace(told, scenes={**told.scenes, "a": scene})) == []
    choice = told.scenes["a"].choices[0]
    assert choice.feedback
    feedback = replace(choice.feedback, about={"grey": "Nobody to perform to."})
    assert _codes(_with_grey(feedback=feedback)) == []


def _text(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(("count", "found"), [(90, []), (91, [("long-scene", 300)])])
def test_a_long_scene_is_named_where_it_decides(count: int, found: list[object]) -> None:
    tale: Tale = {
        "a": {"choices": [{"next": "b"}], "text": _text(180)},
        "b": {"next": "c", "text": _text(80), "lines": [(None, _text(10))]},
        "c": {"choices": [{"next": "end"}], "text": _text(count)},
        "end": {**END, "text": _text(500)},
    }
    assert _codes(scenario(tale)) == found


def test_a_consequence_is_read_since_the_decision() -> None:
    seen = Consequence(text=_text(100))
    tale: Tale = {
        "a": {"choices": [{"next": "b"}, {"next": "b", "consequence": seen}]},
        "b": {"choices": [{"next": "end"}], "text": _text(81)},
        "end": END,
    }
    (long,) = _found(scenario(tale))
    assert (long.code, long.mark.line, long.params["words"]) == ("long-scene", 200, 181)


def test_a_circle_without_decisions_counts_no_words_for_ever() -> None:
    tale: Tale = {"a": {"next": "b", "text": _text(90)}, "b": {"next": "a", "text": _text(91)}}
    assert _codes(scenario(tale)) == [("endless", 100), ("endless", 200)]


@pytest.mark.soak
def test_past_the_limit_only_what_was_surely_seen_is_told() -> None:
    tale: Tale = {
        "a": {
            "choices": [
                {"next": "stuck"},
                *({"change": {f"n{n}": 1}, "next": "a", "when": f"n{n} < 10"} for n in range(6)),
            ]
        },
        "stuck": {"choices": [{"next": "end", "when": "n0 > 10"}]},
        "end": END,
        "far": END,
    }
    told = scenario(tale, {**{f"n{n}": 0 for n in range(6)}, "nowhere": False})
    assert _codes(told) == [("stuck", 200), ("too-many-states", 1), ("unused-variable", 5)]
