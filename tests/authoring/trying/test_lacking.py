"""Why a condition does not hold, in plain words."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.trying.drafts import condition
from trainer.authoring.trying import words
from trainer.authoring.trying.conditions import AllOf, Compared, Part, parts
from trainer.authoring.trying.lacking import lacks, never

if TYPE_CHECKING:
    from trainer.scenario.model import Value

STATE: dict[str, Value] = {"calm": 1, "brave": 3, "helped": False, "near": True}

EVERY: list[dict[str, Value]] = [
    {"calm": calm, "brave": brave, "helped": helped, "near": near}
    for calm, brave, helped, near in product(range(4), range(4), (True, False), (True, False))
]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("calm >= 3", "Calm is 1, and must be at least 3."),
        ("calm > 3", "Calm is 1, and must be more than 3."),
        ("brave < 2", "Brave is 3, and must be less than 2."),
        ("brave <= 2", "Brave is 3, and must be at most 2."),
        ("calm == 3", "Calm is 1, and must be 3."),
        ("calm != 1", "Calm is 1, and must be something else."),
        ("3 <= calm", "Calm is 1, and must be at least 3."),
        ("not near", "“Near” must not be so."),
        ("near != true", "“Near” must not be so."),
        ("calm >= brave", "Calm is 1, and must be at least 3 (like Brave)."),
        (
            "calm >= 3 and helped",
            "Calm is 1, and must be at least 3. “Helped” must be so.",
        ),
        ("calm >= 3 and near", "Calm is 1, and must be at least 3."),
        (
            "calm >= 3 or helped",
            "“Helped” must be so. Or: Calm is 1, and must be at least 3.",
        ),
        (
            "not (near or calm < 3)",
            "“Near” must not be so. Calm is 1, and must be at least 3.",
        ),
        ("helped == near", "“Helped” must be so."),
        (
            "(helped or false) == near",
            "“Helped” must be so. Or: “Near” must not be so.",
        ),
        ("near and false", "What it asks for can never be."),
        ("calm == 1", ""),
    ],
)  # fmt: skip
def test_what_is_lacking_is_said_with_the_values_now(source: str, said: str) -> None:
    assert words.why_not(lacks(condition(source), STATE)) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("calm >= 8", "Calm must be at least 8; the highest that ever reaches here is 3."),
        ("brave < 0", "Brave must be less than 0; the lowest that ever reaches here is 0."),
        ("calm == 7", "Calm must be 7; it never is here. The nearest is 3."),
        ("calm > 8 and near", "Calm must be more than 8; the highest that ever reaches here is 3."),
        ("calm >= 2 and calm <= 1", "What it asks for never comes together. The nearest: "
         "Calm is 2, and must be at most 1."),
    ],
)  # fmt: skip
def test_what_is_never_so_names_the_nearest_that_ever_is(source: str, said: str) -> None:
    found = never(condition(source), EVERY)
    assert found is not None
    assert words.never(found) in (said, said.replace("2, and must be at most 1", "1, and must be "
                                                     "at least 2"))  # fmt: skip


def test_what_is_always_the_same_is_said_so() -> None:
    found = never(condition("helped"), [state for state in EVERY if not state["helped"]])
    assert found is not None
    assert words.never(found) == "“Helped” must be so; here it never is."


def test_what_is_so_somewhere_is_not_never() -> None:
    assert never(condition("calm == 2 and near"), EVERY) is None
    assert never(condition("calm == 2"), []) is None


ATOMS = st.sampled_from(
    ["calm >= 2", "brave < 2", "helped", "near == false", "calm != brave", "2 > calm", "true",
     "(helped or near) == helped", "calm == 3"]
)  # fmt: skip
SOURCES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"({two[0]}) and ({two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}) or ({two[1]})"),
        inner.map(lambda one: f"not ({one})"),
        inner.map(lambda one: f"not not ({one})"),
    ),
    max_leaves=5,
)


def holds(part: Part, state: dict[str, Value]) -> bool:
    if isinstance(part, Compared):
        return part.holds(state)
    found = [holds(one, state) for one in part.parts]
    return all(found) if isinstance(part, AllOf) else any(found)


@settings(max_examples=40)
@given(SOURCES)
def test_taken_apart_a_condition_means_what_it_meant(source: str) -> None:
    read = condition(source)
    for state in EVERY:
        assert holds(parts(read), state) == read.holds(state)
        assert (lacks(read, state) == ()) == read.holds(state)
