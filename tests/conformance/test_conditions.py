"""The small language of ``when``: what it takes, and what it refuses where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conformance.story import choice, end, fork, marked, story

if TYPE_CHECKING:
    from tests.conformance.story import Command

STATE = {"calm": 2, "other": 5, "helped": False, "seen": True}

HOLDS = [
    ("calm == 2", True),
    ("calm != 2", False),
    ("calm < 2", False),
    ("calm <= 2", True),
    ("calm > 2", False),
    ("calm >= 2", True),
    ("2 == calm", True),
    ("3 < other", True),
    ("calm < other", True),
    ("calm == calm", True),
    ("1 < 2", True),
    ("true", True),
    ("false", False),
    ("seen", True),
    ("helped", False),
    ("not helped", True),
    ("not not helped", False),
    ("not calm == 2", False),
    ("not calm > 2 and seen", True),
    ("not (calm > 2 and seen)", True),
    ("helped == false", True),
    ("helped != seen", True),
    ("seen == true", True),
    ("true == seen", True),
    ("seen or helped and helped", True),
    ("(seen or helped) and helped", False),
    ("helped and helped or seen", True),
    ("not helped or helped", True),
    ("not seen and helped or seen", True),
    ("calm >= 1 and calm <= 3 and not helped", True),
    ("((calm == 2))", True),
    ("calm>=1and seen", None),
    ("calm>=1 and(seen)", True),
    ("(calm)==(2)", True),
    ("calm == 02", True),
    ("calm < 100", True),
]


@pytest.mark.parametrize(("when", "holds"), HOLDS, ids=[when for when, _ in HOLDS])
def test_a_condition_that_parses(upstander: Command, when: str, holds: bool | None) -> None:
    scenes = {"a": fork(choice("x", "e", when=when), choice("y", "e")), "e": end()}
    text = story(scenes, STATE)
    told = upstander.check(text)
    if holds is None:  # whether a number may touch a word is not said
        return
    assert "error" not in {problem["severity"] for problem in told.problems}
    assert ("never-offered" in told.codes) == (not holds)
    offered = upstander.play(text, "1")["offered"]
    assert offered == [["x", "y"] if holds else ["y"]]


BAD = [
    "«calm",
    "«3",
    "not «calm",
    "seen and «calm",
    "«calm or seen",
    "helped «>= 1",
    "calm == «true",
    "calm == «seen",
    "seen == «1",
    "true «> false",
    "helped «< seen",
    "calm «= 2",
    "calm «=> 2",
    "calm «=< 2",
    "calm «<> 2",
    "calm «=== 2",
    "seen «&& helped",
    "seen «|| helped",
    "«! helped",
    "«!helped",
    "calm «+ 1 == 3",
    "calm > «-1",
    "calm «- 1 > 0",
    "calm «* 2 > 3",
    "calm > 1«.5",
    "0 < calm «< 3",
    "calm == 2 «== true",
    "calm «is 2",
    "calm «in other",
    "seen «helped",
    "seen and «and helped",
    "seen «not helped",
    "«and seen",
    "«or seen",
    "«) seen",
    "seen «)",
    "(seen «))",
    "calm «.x > 2",
    "seen «()",
    "calm «[0] > 2",
    "seen «; helped",
    "seen «# helped",
    "seen «, helped",
    "calm > «'2'",
    'calm > «"2"',
    "calm > «२",
    "seen «@ helped",
    "seen «? helped",
    "«{seen}",
    "calm 2",
    "seen and",
    "not",
    "calm >=",
    "(seen",
    "((seen)",
    "()",
    "seen and ()",
    "calm == not seen",
    "calm == 2 if seen else 3",
    "__import__('os').system('ls')",
    "lambda: seen",
    "calm := 2",
    "a < b < c",
    "«𝒳 > 2",
    "seen and\u00a0«; helped",
]


@pytest.mark.parametrize("when", BAD)
def test_a_condition_that_does_not(upstander: Command, when: str) -> None:
    text, places = marked(
        story({"a": fork(choice("x", "e", when=when), choice("y", "e")), "e": end()}, STATE)
    )
    told = upstander.check(text)
    assert told.status == 1
    assert told.analysis is None
    problem = told.one
    assert problem["severity"] == "error"
    assert problem["code"] in {"bad-condition", "unknown-variable"}
    if places and "\u00a0" not in when:
        # which of two sides that do not fit is named is not said, but it is inside
        row = text.splitlines()[places[0][0] - 1]
        begins = row.index('"when": "') + 10
        assert problem["line"] == places[0][0]
        ends = begins + len(json.dumps(when, ensure_ascii=False)) - 3
        assert begins <= problem["column"] <= ends


EXACT = [
    "calm «= 2",
    "calm «=> 2",
    "seen «&& helped",
    "seen «|| helped",
    "calm «+ 1 == 3",
    "0 < calm «< 3",
    "seen «helped",
    "seen and «and helped",
    "«and seen",
    "seen «)",
    "seen «()",
    "seen «; helped",
    "«zebra > 2",
    "seen and (helped or «zebra)",
]


@pytest.mark.parametrize("when", EXACT)
def test_the_column_is_inside_the_expression(upstander: Command, when: str) -> None:
    for scene in (
        fork(choice("x", "e", when=when), choice("y", "e")),
        fork(choice("x", [{"when": when, "to": "e"}, {"to": "e"}]), choice("y", "e")),
        {"text": "On.", "next": [{"when": when, "to": "e"}, {"to": "e"}]},
    ):
        text, (place,) = marked(story({"a": scene, "e": end()}, STATE))
        told = upstander.check(text)
        code = "unknown-variable" if "zebra" in when else "bad-condition"
        assert told.places == [(code, *place)]


@pytest.mark.parametrize("when", ["", "~", "null"])
def test_an_empty_condition(upstander: Command, when: str) -> None:
    scenes = {"a": fork(choice("x", "e", when="HERE"), choice("y", "e")), "e": end()}
    told = upstander.check(story(scenes, STATE).replace('"HERE"', when or '""'))
    assert told.one["severity"] == "error"
    assert told.analysis is None


def test_a_condition_may_look_like_another_value(upstander: Command) -> None:
    """``true`` is a boolean for YAML and a condition for us."""
    scenes = {"a": fork(choice("x", "e", when="HERE"), choice("y", "e")), "e": end()}
    text = story(scenes, STATE)
    assert upstander.check(text.replace('"HERE"', "true")).codes == ["unused-variable"] * 4
    assert "never-offered" in upstander.check(text.replace('"HERE"', "false")).codes


def test_each_variable_that_is_unknown(upstander: Command) -> None:
    when = "«zebra > 1 and «yak or «gnu == 2"
    text, places = marked(story({"a": fork(choice("x", "e", when=when)), "e": end()}, STATE))
    told = upstander.check(text)
    assert set(told.codes) == {"unknown-variable"}
    assert set(told.places) <= {("unknown-variable", *place) for place in places}
