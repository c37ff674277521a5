"""Conditions as tests that are picked: what comes back is what was written, or nothing is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.files import read, shipped
from trainer.authoring.forms import conditions
from trainer.authoring.forms.conditions import Comparison, Comparisons, in_words, written
from trainer.scenario.conditions import Condition, parse

STATE = {"calm": int, "heat": int, "helped": bool, "near": bool}
NUMBERS = st.builds(
    Comparison,
    st.sampled_from(["calm", "heat"]),
    st.sampled_from(list(conditions.SIGNS)),
    st.integers(0, 10).map(str),
)
BOOLEANS = st.builds(
    Comparison,
    st.sampled_from(["helped", "near"]),
    st.just("=="),
    st.sampled_from(["true", "false"]),
)
LISTS = st.lists(NUMBERS | BOOLEANS, min_size=2, max_size=4).map(tuple)
ALL = st.builds(Comparisons, LISTS, st.booleans()) | st.builds(
    Comparisons, st.tuples(NUMBERS | BOOLEANS), st.just(value=False)
)


@given(ALL)
def test_what_is_picked_is_written_so_that_it_is_read_again(tests: Comparisons) -> None:
    source = written(tests)
    assert isinstance(parse(source, STATE), Condition)
    assert conditions.read(source) == tests


@pytest.mark.parametrize(
    ("source", "tests"),
    [
        ("helped != true", (Comparison("helped", "==", "false"),)),
        (
            "not  helped\nand calm>=3",
            (Comparison("helped", "==", "false"), Comparison("calm", ">=", "3")),
        ),
    ],
)
def test_other_ways_to_say_the_same_show_as_picks(
    source: str, tests: tuple[Comparison, ...]
) -> None:
    assert conditions.read(source) == Comparisons(tests)


@pytest.mark.parametrize(
    "source",
    ["calm > 1 and near or helped", "not (near)", "3 < calm", "not calm > 2", "near and", "true",
     "helped < true", "calm >= heat", "and", "near == 1 2"],
)  # fmt: skip
def test_what_is_more_than_that_is_left_to_its_own_line(source: str) -> None:
    assert conditions.read(source) is None


def test_every_condition_that_comes_along_means_the_same_after_picking() -> None:
    seen = 0
    for file in shipped():
        for source in re.findall(r"when: ([^,}\n]+?)(?:, to:|}|\n)", read(file)):
            tests = conditions.read(source)
            if tests is None:
                continue
            names = {one.name: bool if one.is_boolean else int for one in tests.tests}
            before, after = parse(source, names), parse(written(tests), names)
            assert isinstance(before, Condition)
            assert isinstance(after, Condition)
            for low in (0, 1, 2, 3, 5, 9):
                state = {name: low > 1 if kind is bool else low for name, kind in names.items()}
                assert before.holds(state) == after.holds(state)
            seen += 1
    assert seen > 100


def test_a_condition_is_said_in_words() -> None:
    assert in_words("calm >= 3 and not helped") == "“Calm” is at least 3 and “Helped” is not so"
    assert in_words("near or helped or heat < 2") == (
        "“Near” is so or “Helped” is so or “Heat” is less than 2"
    )
    assert in_words("(near) or helped") == "(near) or helped"
