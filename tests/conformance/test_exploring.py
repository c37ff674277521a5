"""The figures of the analysis, on stories counted by hand."""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING, Any

import pytest

from tests.conformance.story import changed, choice, end, figures, fork, go, story

if TYPE_CHECKING:
    from tests.conformance.story import Command

WAYS = ("states", "paths", "shortest", "longest")


def layers(*widths: int, to: str = "end") -> dict[str, Any]:
    """Scenes in a row; each has so many choices, all to the next one."""
    names = [f"s{number}" for number in range(len(widths))] + [to]
    return {
        names[at]: fork(*(choice(f"c{n}", names[at + 1]) for n in range(width)))
        for at, width in enumerate(widths)
    }


STORIES = [
    ("an ending at the start", {"a": end()}, {}, (1, 1, 0, 0)),
    ("only next", {"a": go("b"), "b": go("c"), "c": end()}, {}, (3, 1, 0, 0)),
    ("two choices to one state are two ways", {**layers(2), "end": end()}, {}, (2, 2, 1, 1)),
    (
        "scenes without a decision do not lengthen a way",
        {
            "a": fork(choice("x", "b"), choice("y", "end")),
            "b": go("c"),
            "c": fork(choice("x", "d")),
            "d": go("end"),
            "end": end(),
        },
        {},
        (5, 2, 1, 2),
    ),
    (
        "two endings",
        {"a": fork(choice("x", "e"), choice("y", "f")), "e": end(), "f": end("harmed")},
        {},
        (3, 2, 1, 1),
    ),
    (
        "an ending entered with other values is another state",
        {"a": fork(choice("x", "e"), choice("y", "e", set={"told": True})), "e": end()},
        {"told": False},
        (3, 2, 1, 1),
    ),
    (
        "a circle: no state twice on a way",
        {
            "a": fork(choice("over", "b"), choice("out", "e")),
            "b": fork(choice("back", "a"), choice("out", "e")),
            "e": end(),
        },
        {},
        (3, 2, 1, 2),
    ),
    (
        "a circle of three in both directions",
        {
            "a": fork(choice("p", "b"), choice("q", "c")),
            "b": fork(choice("p", "c"), choice("q", "a"), choice("out", "e")),
            "c": fork(choice("p", "a"), choice("q", "b"), choice("out", "e")),
            "e": end(),
        },
        {},
        # a b e, a b c e, a c e, a c b e
        (4, 4, 2, 3),
    ),
    (
        "a choice back to the same state",
        {"a": fork(choice("stay", "a"), choice("out", "e")), "e": end()},
        {},
        (2, 1, 1, 1),
    ),
    (
        "two parallel choices inside a circle",
        {
            "a": fork(choice("p", "b"), choice("q", "b")),
            "b": fork(choice("back", "a"), choice("x", "e"), choice("y", "e")),
            "e": end(),
        },
        {},
        (3, 4, 2, 2),
    ),
    (
        "a circle through a scene that only goes on",
        {
            "a": fork(choice("p", "b"), choice("out", "e")),
            "b": go("c"),
            "c": fork(choice("back", "a"), choice("out", "e")),
            "e": end(),
        },
        {},
        (4, 2, 1, 2),
    ),
    (
        "two circles one after the other: the ways multiply",
        {
            "a": fork(choice("p", "b"), choice("q", "c")),
            "b": fork(choice("p", "a"), choice("q", "c")),
            "c": fork(choice("p", "d"), choice("q", "e")),
            "d": fork(choice("p", "c"), choice("q", "e")),
            "e": end(),
        },
        {},
        # a c or a b c; then c e or c d e
        (5, 4, 2, 4),
    ),
    (
        "a circle left into two places",
        {
            "a": fork(choice("p", "b"), choice("out", "x")),
            "b": fork(choice("p", "a"), choice("out", "y")),
            "x": fork(choice("one", "e"), choice("two", "e"), choice("three", "e")),
            "y": fork(choice("one", "x"), choice("two", "e")),
            "e": end(),
        },
        {},
        # a x: 3; a b y x: 3; a b y: 1
        (5, 7, 2, 4),
    ),
    (
        "a number stays at 10",
        {
            "a": fork(choice("more", "a", change={"n": 3}), choice("out", "e")),
            "e": end(),
        },
        {"n": 2},
        # n is 2, 5, 8, 10; at 10 more changes nothing
        (8, 4, 1, 4),
    ),
    (
        "a number stays at 0",
        {
            "a": fork(choice("less", "a", change={"n": -4}), choice("out", "e")),
            "e": end(),
        },
        {"n": 5},
        # 5, 1, 0
        (6, 3, 1, 3),
    ),
    (
        "a change far past the end",
        {"a": fork(choice("out", "b", change={"n": 99})), "b": fork(
            choice("x", "e", when="n == 10"), choice("y", "e", when="n == 10")), "e": end()},
        {"n": 2},
        (3, 2, 2, 2),
    ),
    (
        "set comes before change, and next after both",
        {
            "a": fork(
                choice(
                    "x",
                    [{"when": "n == 6 and told", "to": "b"}, {"to": "e"}],
                    change={"n": 1},
                    set={"n": 5, "told": True},
                ),
                choice("y", "e"),
            ),
            "b": fork(choice("x", "e"), choice("y", "e")),
            "e": end(),
        },
        {"n": 0, "told": False},
        # a, b, and e with 6 and told, and with 0 and not told; x is always decided after both
        (4, 3, 1, 2),
    ),
    (
        "arms are tried in order",
        {
            "a": fork(choice("x", "b"), choice("y", "b", set={"n": 4})),
            "b": go([{"when": "n > 3", "to": "e"}, {"when": "n > 0", "to": "f"}, {"to": "g"}]),
            "e": end(),
            "f": end(),
            "g": end(),
        },
        {"n": 1},
        # b twice; e with 4, f with 1; g never
        (5, 2, 1, 1),
    ),
    (
        "a state that nothing tells apart is one",
        {
            "a": fork(choice("x", "b", set={"n": 3}), choice("y", "b", change={"n": 3})),
            "b": fork(choice("x", "e"), choice("y", "e")),
            "e": end(),
        },
        {"n": 0},
        (3, 4, 2, 2),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("scenes", "state", "expected"),
    [each[1:] for each in STORIES],
    ids=[each[0] for each in STORIES],
)
def test_states_and_ways(
    upstander: Command,
    scenes: dict[str, Any],
    state: dict[str, Any],
    expected: tuple[int | None, ...],
) -> None:
    told = upstander.check(story(scenes, state))
    assert "error" not in {problem["severity"] for problem in told.problems}
    assert figures(told, *WAYS) == expected


def test_many_ways_are_counted_exactly(upstander: Command) -> None:
    for widths, paths in (
        ([2] * 29, 2**29),
        ([10] * 9, 1_000_000_000),
        ([10] * 8 + [11], None),
        ([2] * 30, None),
        ([4] * 400, None),
    ):
        told = upstander.check(story({**layers(*widths), "end": end()}))
        assert told.codes == []
        steps = len(widths)
        assert figures(told, *WAYS) == (steps + 1, paths, steps, steps)


def test_a_circle_is_searched_inside_its_part(upstander: Command) -> None:
    before = layers(*[2] * 24, to="a")
    around = {
        "a": fork(choice("p", "b"), choice("q", "c")),
        "b": fork(choice("p", "a"), choice("q", "c")),
        "c": fork(choice("x", "e"), choice("y", "e")),
        "e": end(),
    }
    told = upstander.check(story({**before, **around}))
    assert figures(told, *WAYS) == (24 + 4, 2**24 * 2 * 2, 26, 27)


def test_a_circle_too_wide_to_search(upstander: Command) -> None:
    names = [f"s{number}" for number in range(16)]
    scenes = {
        name: fork(*(choice(f"to-{to}", to) for to in [*names, "e"] if to != name))
        for name in names
    }
    told = upstander.check(story({**scenes, "e": end()}))
    assert told.codes == []
    assert figures(told, *WAYS) == (17, None, 1, None)


@pytest.mark.soak
def test_too_many_states(upstander: Command) -> None:
    """A counter of six digits, one scene a digit, that carries into the next scene."""
    names = ["a", "b", "c", "d", "f", "g", "e"]
    scenes: dict[str, Any] = {"e": end()}
    first = [0, 0, 0, 0, 1, 8]
    for at, low in enumerate(first):
        arms = [{"when": f"n{at} == 10", "to": names[at + 1]}, {"to": "a"}]
        back = {"set": {f"n{at - 1}": first[at - 1]}} if at else {}
        scenes[names[at]] = fork(choice("more", arms, change={f"n{at}": 1}, **back))
        assert low < 10
    state = {f"n{at}": low for at, low in enumerate(first)}
    # 10 * 10 * 10 * 10 * 9 * 2 states of a, 18,000 of b, 1800, 180, 18, 2, and the end
    text = story(scenes, state, start="a")
    told = upstander.check(text)
    assert told.codes == ["too-many-states"]
    assert told.one["severity"] == "warning"
    assert told.one["line"] == 1
    assert figures(told, "reachable", *WAYS) == (None,) * 5
    assert figures(told, "scenes", "choices", "endings") == (7, 6, 1)

    told = upstander.check(changed(('state: {"n0": 0', 'state: {"n0": 1'), text=text))
    assert told.codes == []
    assert figures(told, "reachable", *WAYS) == (7, 200_000, 1, 199_999, 199_999)


def test_a_dense_circle_within_five_million_edges(upstander: Command) -> None:
    names = [f"s{number}" for number in range(8)]
    scenes = {
        name: fork(*(choice(f"to-{to}", to) for to in [*names, "e"] if to != name))
        for name in names
    }
    told = upstander.check(story({**scenes, "e": end()}))
    ways = sum(factorial(7) // factorial(7 - others) for others in range(8))
    assert figures(told, *WAYS) == (9, ways, 1, 8)


def test_no_ending_in_reach(upstander: Command) -> None:
    scenes = {"a": fork(choice("x", "b"), choice("y", "b")), "b": {"stub": True}}
    told = upstander.check(story(scenes))
    assert told.codes == ["stub-reached"]
    assert figures(told, *WAYS) == (2, 0, None, None)


def test_a_timer_adds_places_but_no_way(upstander: Command) -> None:
    scenes = {
        "a": fork(choice("x", "e", set={"n": 1}), timer={"seconds": 5, "then": "late"}),
        "late": fork(choice("x", "e"), choice("y", "e")),
        "e": end(),
    }
    told = upstander.check(story(scenes, {"n": 0}))
    # n is read nowhere: that is the only thing to say
    assert told.codes == ["unused-variable"]
    assert figures(told, "reachable", *WAYS) == (3, 4, 1, 1, 1)


def test_a_timer_is_no_way_out(upstander: Command) -> None:
    scenes = {
        "a": fork(choice("x", "b"), timer={"seconds": 5, "then": "e"}),
        "b": fork(choice("x", "a")),
        "e": end(),
    }
    told = upstander.check(story(scenes))
    assert told.status == 1
    assert set(told.codes) == {"endless"}
    assert "a" in told.problems[0]["message"]
    assert figures(told, "reachable", *WAYS) == (3, 3, 0, None, None)

    stuck = {
        "a": fork(choice("x", "e", when="n > 0"), choice("y", "e", when="n > 1"),
                  timer={"seconds": 5, "then": "e"}),
        "e": end(),
    }  # fmt: skip
    told = upstander.check(story(stuck, {"n": 0}))
    assert sorted(set(told.codes)) == ["never-offered", "stuck"]
    assert figures(told, "reachable", *WAYS) == (2, 2, 0, None, None)


def test_what_is_counted_in_the_file(upstander: Command) -> None:
    ds = ["distract", "distract", "delegate", "document", "delay", "direct", "wait", "harm"]
    scenes = {
        "a": fork(*(choice(f"c{at}", "e", d=d) for at, d in enumerate(ds))),
        "alone": fork(choice("own", "e", d="delay", own_words="Say it", points=["Short"],
                             say=None, fit=None, feedback=None)),
        "e": end(),
    }  # fmt: skip
    told = upstander.check(story(scenes))
    assert told.codes == ["unreachable-scene"]
    assert told.analysis is not None
    assert told.analysis["d"] == {
        "distract": 2, "delegate": 1, "document": 1, "delay": 2, "direct": 1
    }  # fmt: skip
    assert figures(told, "scenes", "reachable", "choices", "endings") == (3, 2, 9, 1)
    assert set(told.analysis) == {
        "scenes", "reachable", "choices", "endings", "paths", "states", "shortest", "longest",
        "d", "words",
    }  # fmt: skip
