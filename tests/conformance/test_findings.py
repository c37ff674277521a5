"""What exploring finds: each code, its place, and where it stays silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.conformance.story import changed, choice, end, figures, fork, go, marked, story

if TYPE_CHECKING:
    from tests.conformance.story import Command

Scenes = dict[str, Any]


def place(text: str, of: str) -> tuple[int, int]:
    """Where ``scene`` or ``scene/choice`` begins: its key, or the choice's first key."""
    scene, _, chosen = of.partition("/")
    for number, row in enumerate(text.splitlines(), 1):
        if row.startswith(f"  {scene}: "):
            return number, row.index(f'"id": "{chosen}"') + 1 if chosen else 3
    raise AssertionError(of)


def both(to: str, *, d: str = "direct") -> Scenes:
    return fork(choice("x", to, d=d), choice("y", to, d=d))


NEVER = "n > 9"
FOUND: list[tuple[str, Scenes, dict[str, Any], list[tuple[str, str, str]]]] = [
    (
        "a scene that nothing leads to",
        {"a": both("e"), "alone": go("e"), "e": end()},
        {},
        [("unreachable-scene", "warning", "alone")],
    ),
    (
        "a scene that only an unreachable one leads to",
        {"a": both("e"), "alone": go("other"), "other": go("alone"), "e": end()},
        {},
        [("unreachable-scene", "warning", "alone"), ("unreachable-scene", "warning", "other")],
    ),
    (
        "a stub that nothing leads to",
        {"a": both("e"), "later": {"stub": True}, "e": end()},
        {},
        [("unreachable-scene", "warning", "later")],
    ),
    (
        "a choice no value allows",
        {"a": fork(choice("x", "e"), choice("y", "e", when=NEVER)), "e": end()},
        {"n": 9},
        [("never-offered", "warning", "a/y")],
    ),
    (
        "a choice that the ways taken do not allow",
        {
            "a": fork(choice("x", "b", change={"n": 1}), choice("y", "b", change={"n": 2})),
            "b": fork(choice("x", "e"), choice("y", "e", when="n == 3")),
            "e": end(),
        },
        {"n": 0},
        [("never-offered", "warning", "b/y")],
    ),
    (
        "offered in one state only",
        {
            "a": fork(choice("more", "a", change={"n": 4}), choice("out", "e", when="n == 10")),
            "e": end(),
        },
        {"n": 3},
        [],
    ),
    (
        "an arm of a choice never taken",
        {"a": fork(choice("x", [{"when": NEVER, "to": "e"}, {"to": "e"}])), "e": end()},
        {"n": 9},
        [("never-taken", "warning", "a/x")],
    ),
    (
        "the last arm never taken",
        {"a": fork(choice("x", [{"when": "n == 9", "to": "e"}, {"to": "e"}])), "e": end()},
        {"n": 9},
        [("never-taken", "warning", "a/x")],
    ),
    (
        "an arm of a scene never taken",
        {"a": both("b"), "b": go([{"when": NEVER, "to": "e"}, {"to": "e"}]), "e": end()},
        {"n": 9},
        [("never-taken", "warning", "b")],
    ),
    (
        "arms of what is never met stay silent",
        {
            "a": fork(
                choice("x", "e", when="n == 9"),
                choice("y", [{"when": "n == 1", "to": "e"}, {"to": "e"}], when=NEVER),
            ),
            "e": end(),
        },
        {"n": 9},
        [("never-offered", "warning", "a/y")],
    ),
    (
        "choices of a scene that is never reached stay silent",
        {"a": both("e"), "alone": fork(choice("x", "e", when="1 > 2")), "e": end()},
        {},
        [("unreachable-scene", "warning", "alone")],
    ),
    (
        "stuck at once",
        {"a": both("b"), "b": fork(choice("x", "e", when=NEVER)), "e": end()},
        {"n": 9},
        [("stuck", "error", "b"), ("never-offered", "warning", "b/x"),
         ("unreachable-scene", "warning", "e")],
    ),
    (
        "stuck in one of several states",
        {
            "a": fork(choice("x", "b"), choice("y", "b", change={"n": 1}), choice("z", "e")),
            "b": fork(choice("x", "e", when="n > 0")),
            "e": end(),
        },
        {"n": 0},
        [("stuck", "error", "b")],
    ),
    (
        "a circle without an end",
        {"a": fork(choice("x", "b"), choice("y", "e")), "b": both("c"), "c": both("b"),
         "e": end()},
        {},
        [("endless", "error", "b"), ("endless", "error", "c")],
    ),
    (
        "a scene that goes on to itself",
        {"a": fork(choice("x", "b"), choice("y", "e")), "b": go("b"), "e": end()},
        {},
        [("endless", "error", "b")],
    ),
    (
        "a circle that only one value leaves",
        {
            "a": fork(choice("x", "b"), choice("y", "b", change={"n": 1})),
            "b": fork(choice("stay", "b"), choice("out", "e", when="n > 0")),
            "e": end(),
        },
        {"n": 0},
        [("endless", "error", "b")],
    ),
    (
        "a circle that a stub ends",
        {"a": fork(choice("x", "b"), choice("y", "e")),
         "b": fork(choice("x", "b"), choice("y", "s")), "s": {"stub": True}, "e": end()},
        {},
        [("stub-reached", "warning", "s")],
    ),
    (
        "a circle that a stuck place ends",
        {
            "a": fork(choice("x", "b"), choice("y", "e")),
            "b": fork(choice("x", "b"), choice("y", "c")),
            "c": fork(choice("x", "e", when="n > 0")),
            "e": end(),
        },
        {"n": 0},
        [("stuck", "error", "c"), ("never-offered", "warning", "c/x")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("scenes", "state", "found"), [each[1:] for each in FOUND], ids=[each[0] for each in FOUND]
)
def test_what_exploring_finds(
    upstander: Command,
    scenes: Scenes,
    state: dict[str, Any],
    found: list[tuple[str, str, str]],
) -> None:
    text = story(scenes, state)
    told = upstander.check(text)
    expected = sorted((*place(text, of), code, severity) for code, severity, of in found)
    places = sorted((p["line"], p["column"], p["code"], p["severity"]) for p in told.problems)
    assert places == expected
    assert told.analysis is not None
    assert told.status == (1 if "error" in {severity for _, severity, _ in found} else 0)


@pytest.mark.parametrize(
    ("status", "severity"), [("draft", "warning"), ("reviewed", "error"), ("retired", "error")]
)
def test_a_stub_is_an_error_but_in_a_draft(upstander: Command, status: str, severity: str) -> None:
    more = {"reviewed": {"by": "Us", "on": "2025-01-01", "until": "2027-01-01"}}
    scenes = {"a": fork(choice("x", "s"), choice("y", "e")), "s": {"stub": True}, "e": end()}
    text = story(scenes, status=status, **(more if status == "reviewed" else {}))
    told = upstander.check(text)
    assert told.places == [("stub-reached", *place(text, "s"))]
    assert told.one["severity"] == severity
    assert told.status == (1 if severity == "error" else 0)
    assert figures(told, "states", "paths", "shortest", "longest") == (3, 1, 1, 1)


def test_findings_of_ways_name_one(upstander: Command) -> None:
    scenes = {
        "a": go("b"),
        "b": fork(choice("x", "c"), choice("y", "e")),
        "c": fork(choice("x", "e", when="n > 0")),
        "e": end(),
    }
    told = upstander.check(story(scenes, {"n": 0}))
    (stuck,) = [p for p in told.problems if p["code"] == "stuck"]
    assert "a → b → c" in stuck["message"] + (stuck["hint"] or "")


VARIABLES = [
    ("set and changed only", {"a": fork(choice("x", "e", set={"n": 1}), choice("y", "e"))}, True),
    ("read by a choice", {"a": fork(choice("x", "e", when="n > 1"), choice("y", "e"))}, False),
    ("read by a choice never offered",
     {"a": fork(choice("x", "e", when="n > 9"), choice("y", "e"))}, False),
    ("read by an arm of a choice",
     {"a": fork(choice("x", [{"when": "n > 1", "to": "e"}, {"to": "e"}]), choice("y", "e"))},
     False),
    ("read by an arm of a scene", {"a": go([{"when": "n > 1", "to": "e"}, {"to": "e"}])}, False),
    ("read where nobody comes",
     {"a": both("e"), "alone": fork(choice("x", "e", when="n > 1"))}, True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("scenes", "unused"), [each[1:] for each in VARIABLES], ids=[each[0] for each in VARIABLES]
)
def test_unused_variable(upstander: Command, scenes: Scenes, unused: bool) -> None:
    text = story({**scenes, "e": end()}, {"m": 1, "n": 2, "k": False}).replace('"n": 2', '«"n": 2')
    text, ((line, column),) = marked(text)
    told = upstander.check(text)
    found = [p for p in told.places if p[0] == "unused-variable"]
    row = text.splitlines()[line - 1]
    others = [("unused-variable", line, row.index(f'"{name}"') + 1) for name in ("m", "k")]
    mine = [("unused-variable", line, column)] if unused else []
    assert found == [others[0], *mine, others[1]]
    assert told.status == 0


CAST = {"lin": {"name": "Lin", "role": "targeted"}, "guard": {"name": "Guard", "role": "authority"}}
USES: list[tuple[str, Scenes, bool]] = [
    ("nowhere", {"a": both("e")}, True),
    ("speaks", {"a": {"lines": [{"guard": "Yes?"}], "next": "e"}}, False),
    ("is present", {"a": {**go("e"), "present": ["lin", "guard"]}}, False),
    ("is asked", {"a": fork(choice("x", "e", to="guard"), choice("y", "e"))}, False),
    ("feedback", {"a": fork(choice("x", "e", feedback={"headline": "Hm.", "guard": "Ok."}),
                            choice("y", "e"))}, False),
    ("speaks in a consequence", {"a": fork(
        choice("x", "e", consequence={"lines": [{"guard": "Ok."}]}), choice("y", "e"))}, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("scenes", "unused"), [each[1:] for each in USES], ids=[u[0] for u in USES]
)
def test_unused_cast(upstander: Command, scenes: Scenes, unused: bool) -> None:
    text, ((line, column),) = marked(
        story({**scenes, "e": end()}, cast=CAST).replace('"guard": {"name"', '«"guard": {"name"')
    )
    told = upstander.check(text)
    assert told.places == ([("unused-cast", line, column)] if unused else [])


def test_the_targeted_need_no_use(upstander: Command) -> None:
    cast = {**CAST, "guard": {"name": "Guard", "role": "targeted"}}
    assert upstander.check(story({"a": both("e"), "e": end()}, cast=cast)).codes == []


def test_a_timer_reaches_a_scene(upstander: Command) -> None:
    timed = {**both("e"), "timer": {"seconds": 3, "then": "late"}}
    told = upstander.check(story({"a": timed, "late": both("e"), "e": end()}))
    assert told.codes == []
    # a stub, a stuck and an endless place that only a timer leads to are reached all the same
    told = upstander.check(story({"a": timed, "late": {"stub": True}, "e": end()}))
    assert told.codes == ["stub-reached"]
    told = upstander.check(story({"a": timed, "late": go("late"), "e": end()}))
    assert told.codes == ["endless"]


REVIEW = "status: reviewed\nreviewed: {by: A body, on: 2024-01-01, until: «2026-05-04}"


@pytest.mark.parametrize(
    ("day", "codes"),
    [("2026-05-03", []), ("2026-05-04", []), ("2026-05-05", ["review-expired"])],
)
def test_a_review_ends_after_its_last_day(upstander: Command, day: str, codes: list[str]) -> None:
    text, ((line, column),) = marked(changed(("status: draft", REVIEW)))
    told = upstander.check(text, "--today", day)
    assert told.places == [(code, line, column) for code in codes]


def test_a_draft_needs_no_review_and_a_retired_one_neither(upstander: Command) -> None:
    assert upstander.check(changed(("status: draft", "status: retired"))).codes == []
    told = upstander.check(changed(("status: draft", "status: reviewed")))
    assert told.codes == ["review-missing"]
