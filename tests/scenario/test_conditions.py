"""The language of ``when``, against Python's own reading of the same words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.scenario.conditions import Condition, ConditionError, parse

TYPES: dict[str, type | None] = {"calm": int, "n": int, "helped": bool, "b": bool}
NUMBERS = st.sampled_from(["calm", "n", "0", "3", "10", "007"])
ORDERED = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
STATES = st.fixed_dictionaries(
    {"calm": st.integers(0, 10), "n": st.integers(0, 10), "helped": st.booleans(),
     "b": st.booleans()}
)  # fmt: skip


def booleans() -> st.SearchStrategy[str]:
    compared = st.tuples(NUMBERS, ORDERED, NUMBERS).map(" ".join)
    leaf = st.sampled_from(["helped", "b", "true", "false"]) | compared

    def grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        bracketed = inner.map(lambda text: f"({text})")
        same = st.tuples(bracketed, st.sampled_from([" == ", " != "]), bracketed).map("".join)
        return (
            bracketed
            | inner.map(lambda text: f"not {text}")
            | st.tuples(inner, st.sampled_from([" and ", " or "]), inner).map("".join)
            | same
        )

    return st.recursive(leaf, grow, max_leaves=12)


def as_python(source: str) -> str:
    return source.replace("true", "True").replace("false", "False").replace("007", "7")


@given(booleans(), STATES)
@settings(max_examples=150, deadline=None)
def test_it_means_what_python_means(source: str, state: dict[str, Any]) -> None:
    condition = parse(source, TYPES)
    assert isinstance(condition, Condition), condition
    assert condition.holds(state) is bool(eval(as_python(source), {}, state))
    assert condition.names == {
        name for name in TYPES if name in source.replace("(", " ").replace(")", " ").split()
    }
    assert hash(condition) == hash(parse(source, TYPES))


@given(st.text("calmhepd0123 ()<>=!&|.-+andortuf\n\té", max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_a_condition_or_places(source: str) -> None:
    found = parse(source, TYPES)
    if isinstance(found, tuple):
        assert found
        assert all(0 <= error.offset <= len(source) for error in found)


WRONG = [
    ("", 0, "unfinished"),
    ("   ", 3, "unfinished"),
    ("calm >=", 7, "unfinished"),
    ("not", 3, "unfinished"),
    ("helped and", 10, "unfinished"),
    ("(helped", 0, "unclosed"),
    ("helped)", 6, "stranger"),
    ("calm >= 1 helped", 10, "stranger"),
    ("calm = 1", 5, "stranger"),
    ("calm => 1", 5, "stranger"),
    ("calm <> 1", 5, "stranger"),
    ("!helped", 0, "stranger"),
    ("helped && b", 7, "stranger"),
    ("helped || b", 7, "stranger"),
    ("helped AND b", 7, "stranger"),
    ("calm is 1", 5, "stranger"),
    ("3calm > 1", 0, "stranger"),
    ("you.calm > 1", 3, "stranger"),
    ("'x' == 1", 0, "stranger"),
    ("_x == 1", 0, "stranger"),
    ("cälm > 1", 1, "stranger"),
    ("calm[0] > 1", 4, "stranger"),
    ("calm + 1 > 2", 5, "arithmetic"),
    ("calm > -1", 7, "arithmetic"),
    ("len(calm) > 1", 3, "call"),
    ("1 < calm < 3", 9, "chained"),
    ("calm", 0, "not-boolean"),
    ("7", 0, "not-boolean"),
    ("not calm", 4, "not-boolean"),
    ("helped and calm", 11, "not-boolean"),
    ("(calm) or helped", 0, "not-boolean"),
    ("helped == 1", 0, "mixed"),
    ("1 != helped", 0, "mixed"),
    ("calm == true", 0, "mixed"),
    ("helped < b", 0, "ordered"),
    ("helped == not b", 10, "stranger"),
    ("and helped", 0, "stranger"),
    ("helped == == b", 10, "chained"),
]


@pytest.mark.parametrize(("source", "offset", "case"), WRONG)
def test_what_is_wrong_is_named_by_place(source: str, offset: int, case: str) -> None:
    found = parse(source, {**TYPES, "len": int, "you": int})
    assert isinstance(found, tuple)
    assert [(error.offset, error.code, error.case) for error in found] == [
        (offset, "bad-condition", case)
    ]


def test_every_unknown_name_and_mixed_type_comes_at_once() -> None:
    found = parse("clam > 1 and hlped and calm", TYPES)
    assert isinstance(found, tuple)
    assert [(error.offset, error.code) for error in found] == [
        (0, "unknown-variable"), (13, "unknown-variable"), (23, "bad-condition"),
    ]  # fmt: skip


def test_a_name_of_unknown_type_goes_with_everything() -> None:
    condition = parse("x > 1 and x and x == true", {"x": None})
    assert isinstance(condition, Condition)


def test_brackets_end_at_forty_and_nothing_else_is_too_long() -> None:
    assert isinstance(parse("(" * 40 + "b" + ")" * 40, TYPES), Condition)
    found = parse("(" * 41 + "b" + ")" * 41, TYPES)
    assert isinstance(found, tuple)
    assert (found[0].code, found[0].offset) == ("too-deep", 40)
    assert isinstance(parse("(b) and " * 1000 + "b", TYPES), Condition)
    assert isinstance(parse("not " * 100_000 + "b", TYPES), Condition)
    long = parse("b and " * 100_000 + "b", TYPES)
    assert isinstance(long, Condition)
    assert long.holds({"b": True})


def test_a_number_of_any_length_is_compared() -> None:
    condition = parse("calm < " + "9" * 10_000, TYPES)
    assert isinstance(condition, Condition)
    assert condition.holds({"calm": 10})


def test_what_was_meant_is_known() -> None:
    meant = {"helped && b": "and", "calm = 1": "==", "!b": "not", "helped AND b": "and"}
    for source, word in meant.items():
        found = parse(source, TYPES)
        assert isinstance(found, tuple)
        assert isinstance(found[0], ConditionError)
        assert found[0].meant == word
