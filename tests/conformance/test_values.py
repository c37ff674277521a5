"""Values that a key takes and that it refuses, names, and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conformance.story import changed, choice, end, fork, go, marked, story

if TYPE_CHECKING:
    from tests.conformance.story import Command

VALUES = {
    "setting: transit": "street transit shop restaurant work online school home health-care ride "
    "community",
    "severity: verbal": "microaggression verbal threat physical",
    "status: draft": "draft retired",
    "role: harming": "targeted harming bystander authority ally",
    "fit: strong": "strong fair poor",
    "d: delegate": "distract delegate document delay direct wait harm",
    "{outcome: mixed,": "supported mixed unresolved harmed",
}
TAKEN = [(old, value) for old, values in VALUES.items() for value in values.split()]
ADDED = {
    "asks": "recording police help",
    "contacts": "police security manager family",
    "shares": "recording",
}


@pytest.mark.parametrize(("old", "value"), TAKEN)
def test_a_value_that_is_there(upstander: Command, old: str, value: str) -> None:
    key, _, was = old.partition(": ")
    comma = "," if was.endswith(",") else ""
    told = upstander.check(changed((old, f"{key}: {value}{comma}")))
    assert "error" not in {problem["severity"] for problem in told.problems}


@pytest.mark.parametrize("old", [old for old in VALUES])
@pytest.mark.parametrize("value", ["zebra", "Draft", "1", "[]"])
def test_a_value_that_is_not_there(upstander: Command, old: str, value: str) -> None:
    key, _, was = old.partition(": ")
    comma = "," if was.endswith(",") else ""
    text, ((line, column),) = marked(changed((old, f"{key}: «{value}{comma}")))
    code = "wrong-type" if value == "[]" else "bad-value"
    told = upstander.check(text)
    assert told.places == [(code, line, column)]
    assert told.analysis is None


def test_a_near_value_is_proposed(upstander: Command) -> None:
    for old, new, hint in (
        ("setting: transit", "setting: tranist", "transit"),
        ("severity: verbal", "severity: Verbal", "verbal"),
        ("d: delegate", "d: delegat", "delegate"),
        ("fit: strong", "fit: srtong", "strong"),
        ("role: harming", "role: harmng", "harming"),
        ("outcome: supported", "outcome: suported", "supported"),
    ):
        told = upstander.check(changed((old, new)))
        assert told.codes == ["bad-value"]
        assert f'"{hint}"' in told.one["hint"]


@pytest.mark.parametrize(("key", "values"), ADDED.items())
def test_what_a_choice_asks_contacts_shares(upstander: Command, key: str, values: str) -> None:
    place = "        to: driver\n"
    for value in values.split():
        assert upstander.check(changed((place, f"{place}        {key}: {value}\n"))).codes == []
    text, ((line, column),) = marked(changed((place, f"{place}        {key}: «zebra\n")))
    assert upstander.check(text).places == [("bad-value", line, column)]


@pytest.mark.parametrize("value", ["a", "bus", "bus-shouting", "a-b-c", "bus2", "22-bus"])
def test_an_id(upstander: Command, value: str) -> None:
    told = upstander.check(changed(("id: bus-small", f"id: {value}")))
    assert (told.id, told.codes) == (value, [])


@pytest.mark.parametrize(
    "value", ["Bus", "bus_small", "bus small", "-bus", "bus-", "bus--small", "büs", "bus.small",
              "bus/small", "../bus", "bus-Small"]
)  # fmt: skip
def test_what_is_no_id(upstander: Command, value: str) -> None:
    text, ((line, column),) = marked(changed(("id: bus-small", f"id: «{value}")))
    assert upstander.check(text).places == [("bad-value", line, column)]


@pytest.mark.parametrize("value", ["en", "zh-Hant", "zh-Hant-TW", "pt-BR", "es-419", "ko"])
def test_a_language(upstander: Command, value: str) -> None:
    assert upstander.check(changed(("language: en", f"language: {value}"))).codes == []


@pytest.mark.parametrize("value", ["English language", "e", "zh_TW", "-en", "en-", "12"])
def test_what_is_no_language(upstander: Command, value: str) -> None:
    text, ((line, column),) = marked(changed(("language: en", f"language: «{value}")))
    assert upstander.check(text).places == [("bad-value", line, column)]


NAMES = ["a", "A1", "her-stop2", "her_stop", "x--y", "Z_-"]
NO_NAMES = ["1st", "-a", "_a", "her stop", "ä", "a.b", "a/b", "家"]


@pytest.mark.parametrize("name", NAMES)
def test_names(upstander: Command, name: str) -> None:
    text = story(
        {"s": fork(choice(name, name, to=name)), name: end()},
        cast={name: {"name": "Lin", "role": "bystander"}},
    )
    assert upstander.check(text).codes == []
    if "-" not in name:
        text = story({"s": fork(choice("x", "e", when=f"{name} > 1")), "e": end()}, {name: 2})
        assert upstander.check(text).codes == []


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_wrong_name_counts_as_defined(upstander: Command, name: str) -> None:
    """One message where it is defined, none where it is used."""
    told = upstander.check(story({"s": fork(choice("x", name), choice("y", name)), name: end()}))
    assert told.codes == ["bad-value"]
    told = upstander.check(story({name: go("e"), "e": end()}))
    assert told.codes == ["bad-value"]
    told = upstander.check(story({"s": fork(choice(name, "e"), choice("y", "e")), "e": end()}))
    assert told.codes == ["bad-value"]
    lines = [{name: "Hello."}, {"lin": "Yes?"}]
    cast = {"lin": {"name": "Lin", "role": "targeted"}, name: {"name": "X", "role": "harming"}}
    said = choice("x", "e", to=name, feedback={"headline": "Hm.", name: "Well."})
    scene = {"lines": lines, "present": [name], "choices": [said]}
    told = upstander.check(story({"s": scene, "e": end()}, cast=cast))
    assert told.codes == ["bad-value"]


@pytest.mark.parametrize("name", ["you", "you_think", "soft", "headline", "why"])
def test_names_not_to_be_used_for_cast(upstander: Command, name: str) -> None:
    text, ((line, column),) = marked(
        changed(("  driver: {name", f"  «{name}: {{name: X, role: ally}}\n  driver: {{name"))
    )
    assert upstander.check(text).places == [("bad-value", line, column)]


@pytest.mark.parametrize("name", ["and", "or", "not", "true", "false", "no-way", "1st", "ä", "a b"])
def test_names_not_to_be_used_for_state(upstander: Command, name: str) -> None:
    text, ((line, column),) = marked(changed(("  helped: false", f"  helped: false\n  «{name}: 1")))
    assert upstander.check(text).places == [("bad-value", line, column)]


@pytest.mark.parametrize("value", ["0", "10", "+3", "true", "false", "07"])
def test_what_a_state_holds(upstander: Command, value: str) -> None:
    told = upstander.check(changed(("  helped: false", f"  helped: false\n  other: {value}")))
    assert told.codes == ["unused-variable"]


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("11", {"bad-value"}), ("-1", {"bad-value"}),
        ("1.5", {"wrong-type", "bad-value"}), ("yes", {"wrong-type", "bad-value"}),
        ("no", {"wrong-type", "bad-value"}), ("some", {"wrong-type", "bad-value"}),
        ("[1]", {"wrong-type", "bad-value"}),
        ("~", {"wrong-type", "bad-value"}), ("0x1", {"wrong-type", "bad-value"}),
    ],
)  # fmt: skip
def test_a_wrong_state_counts_as_defined(upstander: Command, value: str, codes: set[str]) -> None:
    for old, key in (("  helped: false", "helped"), ("  calm: 2", "calm")):
        if key == "helped" and value in {"11", "-1"}:
            continue  # a number plainly, so its uses as a boolean are wrong as well
        text, ((line, column),) = marked(changed((old, f"  {key}: «{value}")))
        told = upstander.check(text)
        assert (told.one["line"], told.one["column"]) == (line, column)
        assert told.one["code"] in codes
        assert told.analysis is None


SETTING = [
    ("set: {helped: true}\n        ch", "set: {helped: «3}\n        ch"),
    ("set: {helped: true}\n        ch", "set: {helped: «yes}\n        ch"),
    ("set: {helped: true}\n        ch", "set: {calm: «true}\n        ch"),
    ("set: {helped: true}\n        ch", "set: {calm: «more}\n        ch"),
    ("change: {calm: 1}", "change: {calm: «true}"),
    ("change: {calm: 1}", "change: {calm: «1.5}"),
]


@pytest.mark.parametrize(("old", "new"), SETTING, ids=[new for _, new in SETTING])
def test_set_and_change_follow_the_type(upstander: Command, old: str, new: str) -> None:
    text, ((line, column),) = marked(changed((old, new)))
    told = upstander.check(text)
    assert told.one["code"] in {"wrong-type", "bad-value"}
    assert (told.one["line"], told.one["column"]) == (line, column)


def test_a_boolean_cannot_be_changed(upstander: Command) -> None:
    told = upstander.check(changed(("change: {calm: 1}", "change: {helped: 1}")))
    assert told.one["code"] in {"wrong-type", "bad-value"}


@pytest.mark.parametrize("value", ["1", "-1", "+2", "10", "-10", "0", "99", "-99"])
def test_what_a_change_takes(upstander: Command, value: str) -> None:
    told = upstander.check(changed(("change: {calm: 1}", f"change: {{calm: {value}}}")))
    assert "error" not in {problem["severity"] for problem in told.problems}


@pytest.mark.parametrize("value", ["soon", "2024-13-01", "2024-02-30", "1.1.2024", "24-01-01"])
@pytest.mark.parametrize("key", ["on", "until"])
def test_days_of_a_review(upstander: Command, key: str, value: str) -> None:
    days = {"on": "2025-01-01", "until": "2027-01-01", key: f"«{value}"}
    review = f"reviewed: {{by: Us, on: {days['on']}, until: {days['until']}}}"
    text, ((line, column),) = marked(changed(("status: draft", f"status: reviewed\n{review}")))
    assert upstander.check(text).places == [("bad-value", line, column)]


@pytest.mark.parametrize("value", ["0", "-5"])
def test_seconds(upstander: Command, value: str) -> None:
    old = "    text: You look up from your phone."
    text, ((line, column),) = marked(
        changed((old, f"    text: Now.\n    timer: {{seconds: «{value}, then: aboard}}"))
    )
    assert upstander.check(text).places == [("bad-value", line, column)]


def test_a_timer_needs_choices(upstander: Command) -> None:
    timer = {"seconds": 4, "then": "e"}
    told = upstander.check(story({"a": {**go("e"), "timer": timer}, "e": end()}))
    assert len(told.problems) == 1
    assert told.status == 1


def test_the_last_arm_has_no_when(upstander: Command) -> None:
    told = upstander.check(changed(("          - {to: she-leaves}\n", "")))
    found = [p for p in told.problems if p["severity"] == "error"]
    assert len(found) == 1
    arms = [{"to": "e"}, {"to": "e"}]
    told = upstander.check(story({"a": fork(choice("x", arms)), "e": end()}))
    assert len(told.problems) == 1
    assert told.status == 1


def test_one_arm_alone(upstander: Command) -> None:
    text = story({"a": fork(choice("x", [{"to": "b"}])), "b": go([{"to": "e"}]), "e": end()})
    assert upstander.check(text).codes == []


def test_a_stub_needs_nothing(upstander: Command) -> None:
    text = story({"a": fork(choice("x", "s"), choice("y", "e")), "s": {"stub": True}, "e": end()})
    assert upstander.check(text).codes == ["stub-reached"]


def test_lines_alone_and_both(upstander: Command) -> None:
    scenes = {
        "a": {"lines": ["Now.", {"lin": "Hello."}, {"you": "Hi."}, {"you_think": "Hm."}],
              "next": "b"},
        "b": {"text": "On.", "lines": [{"lin": "So.", "soft": "She speaks."}], "next": "e"},
        "e": end(),
    }  # fmt: skip
    assert upstander.check(story(scenes)).codes == []
