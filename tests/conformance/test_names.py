"""Names that nothing defines, and ids that are there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conformance.story import GOOD, changed, marked

if TYPE_CHECKING:
    from tests.conformance.story import Command

UNKNOWN = [
    ("unknown-scene", "start: look-up", "start: «look-pu", "look-up"),
    ("unknown-scene", "start: look-up", "start: «zebra", None),
    ("unknown-scene", "    next: her-stop", "    next: «her-stob", "her-stop"),
    ("unknown-scene", "- {when: helped, to: beside}", "- {when: helped, to: «besides}", "beside"),
    ("unknown-scene", "- {to: she-leaves}", "- {to: «zebra}", None),
    ("unknown-scene", "[Short, Calm]\n        next: beside", "[Short]\n        next: «Beside",
     "beside"),
    ("unknown-scene", "    text: You look up from your phone.",
     "    text: Now.\n    timer: {seconds: 5, then: «abroad}", "aboard"),
    ("unknown-cast", "        to: driver\n", "        to: «drivr\n", "driver"),
    ("unknown-cast", "        to: driver\n", "        to: «zebra\n", None),
    ("unknown-cast", "- lin: Please", "- «lim: Please", "lin"),
    ("unknown-cast", "- grey: Why don't you go back?\n", "- «gray: Why don't you go back?\n",
     "grey"),
    ("unknown-cast", "    text: She turns to you.", "    text: She.\n    present: [lin, «grye]",
     "grey"),
    ("unknown-cast", "        points: [Short, Calm]",
     "        points: [Short]\n        consequence: {lines: [«drivr: So.]}", "driver"),
    ("unknown-cast", "{headline: You saw it., lin: Nobody yet.}",
     "{headline: You saw it., «grye: Nobody yet.}", "grey"),
    ("unknown-variable", "when: calm >= 1 and", "when: «clam >= 1 and", "calm"),
    ("unknown-variable", "and not helped", "and not «zebra", None),
    ("unknown-variable", "- {when: helped, to", "- {when: «hepled, to", "helped"),
    ("unknown-variable", "set: {helped: true}\n        ch", "set: {«helpd: true}\n        ch",
     "helped"),
    ("unknown-variable", "change: {calm: 1}", "change: {«calmm: 1}", "calm"),
    ("unknown-resource", "resources: [stop-aapi-hate]", "resources: [«stop-aapi-hat]",
     "stop-aapi-hate"),
    ("unknown-resource", "resources: [stop-aapi-hate]", "resources: [«zebra]", None),
    ("unknown-picture", "status: draft", "status: draft\nbackdrop: «buss", "bus"),
    ("unknown-picture", "    text: She turns", "    backdrop: «zebra\n    text: She turns", None),
    ("unknown-picture", "grey: {name", "grey: {picture: «man-gray, name", "man-grey"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "old", "new", "hint"), [pytest.param(*each, id=each[2]) for each in UNKNOWN]
)
def test_an_unknown_name(
    upstander: Command, code: str, old: str, new: str, hint: str | None
) -> None:
    text, ((line, column),) = marked(changed((old, new)))
    told = upstander.check(text)
    assert told.places == [(code, line, column)]
    assert told.status == 1
    if code != "unknown-picture":
        assert told.analysis is None
    if hint is None:
        assert "Did you mean" not in (told.one["hint"] or "")
    else:
        assert told.one["hint"] == f'Did you mean "{hint}"?'


def test_a_pseudo_speaker_is_not_cast(upstander: Command) -> None:
    for old, new in (
        ("        to: driver\n", "        to: «you_think\n"),
        ("    text: She turns to you.", "    text: She.\n    present: [«zebra]"),
    ):
        text, ((line, column),) = marked(changed((old, new)))
        assert upstander.check(text).places == [("unknown-cast", line, column)]


@pytest.mark.parametrize(
    ("definition", "wrong", "codes"),
    [
        ("{name: Man in grey, role: harming}", "{name: Man in grey}", ["missing-key"]),
        ("{name: Man in grey, role: harming}", "{role: harming}", ["missing-key"]),
        ("{name: Man in grey, role: harming}", "{name: Man, role: evil}", ["bad-value"]),
        ("{name: Man in grey, role: harming}", "Man in grey", ["wrong-type"]),
        ("{name: Man in grey, role: harming}", "[]", ["wrong-type"]),
        ("{name: Man in grey, role: harming}", "{name: '', role: harming}", ["empty-text"]),
        ("{name: Man in grey, role: harming}", "{nam: Man, role: harming}", ["unknown-key"]),
    ],
)
def test_a_cast_member_defined_wrongly_is_defined(
    upstander: Command, definition: str, wrong: str, codes: list[str]
) -> None:
    assert upstander.check(changed((definition, wrong))).codes == codes


BESIDE = "  beside:\n    text: She turns to you.\n    next: her-stop\n"


@pytest.mark.parametrize(
    ("wrong", "codes"),
    [
        ("  beside: []\n", ["wrong-type"]),
        ("  beside: She turns.\n", ["wrong-type"]),
        ("  beside:\n    text: She turns.\n", ["missing-key"]),
        ("  beside:\n    next: her-stop\n", ["missing-key"]),
        ("  beside:\n    text:\n    next: her-stop\n", ["empty-text"]),
        ("  beside:\n    text: a\n    zebra: 1\n    next: her-stop\n", ["unknown-key"]),
    ],
)
def test_a_scene_defined_wrongly_is_defined(
    upstander: Command, wrong: str, codes: list[str]
) -> None:
    assert upstander.check(changed((BESIDE, wrong))).codes == codes


def test_an_empty_scene(upstander: Command) -> None:
    """It lacks text and a way on; what is not there is told at its one place."""
    line = GOOD[: GOOD.index(BESIDE)].count("\n") + 1
    for value in ("", " {}", " ~"):
        told = upstander.check(changed((BESIDE, f"  beside:{value}\n")))
        assert set(told.codes) <= {"missing-key", "bad-value", "wrong-type", "empty-text"}
        assert 1 <= len(told.problems) <= 2
        assert {problem["line"] for problem in told.problems} == {line}


def test_two_choices_of_one_scene_share_an_id(upstander: Command) -> None:
    text, places = marked(changed(("- id: tell", "- id: «ask"), ("- id: own", "- id: «ask")))
    told = upstander.check(text)
    assert told.places == [("duplicate-id", *place) for place in places]
    assert told.analysis is None


def test_choices_of_two_scenes_may_share_an_id(upstander: Command) -> None:
    assert upstander.check(changed(("- id: look", "- id: ask"))).codes == []


def test_scenarios_share_an_id(upstander: Command) -> None:
    for name in ("c.yaml", "a.yaml", "b/x.yaml"):
        upstander.put(name, GOOD)
    upstander.put("other.yaml", changed(("id: bus-small", "id: other")))
    status, files = upstander.files(upstander.folder)
    assert status == 1
    assert [file["path"].rpartition("here/")[2] for file in files] == [
        "a.yaml", "b/x.yaml", "c.yaml", "other.yaml"
    ]  # fmt: skip
    found = [[(p["code"], p["severity"], p["line"], p["column"]) for p in file["problems"]]
             for file in files]  # fmt: skip
    assert found == [[], [("duplicate-id", "error", 2, 5)], [("duplicate-id", "error", 2, 5)], []]
    # A long path is cut short, where the test's folder lies deep.
    assert "/here/a.y" in files[1]["problems"][0]["message"]


def test_a_broken_file_has_its_id_too(upstander: Command) -> None:
    upstander.put("a.yaml", changed(("minutes: 8", "minutes: 99")))
    upstander.put("b.yaml", GOOD)
    _status, files = upstander.files(upstander.folder)
    assert [[p["code"] for p in file["problems"]] for file in files] == [
        ["bad-value"], ["duplicate-id"]
    ]  # fmt: skip


def test_everything_at_once(upstander: Command) -> None:
    """Every problem of a file in one go, by line."""
    text, places = marked(changed(
        ("title: Shouting on the bus", "title: «"),
        ("minutes: 8", "«minuts: «99"),
        ("setting: transit", "setting: «transitt"),
        ("role: harming", "role: «harm"),
        ("  calm: 2", "  calm: «12"),
        ("start: look-up", "start: «lookup"),
        ("Rain runs", "Rain «<i>runs"),
        ("- lin: Please", "- «lni: Please"),
        ("when: calm >= 1", "when: calm «=> 1"),
        ("        fit: strong", "        fit: «strongest"),
        ("        to: driver\n", "        to: «drivers\n"),
        ("    next: her-stop", "    next: «herstop"),
        ("      outcome: supported", "      outcome: «suported"),
        ("resources: [stop", "resources: [«top"),
    ))  # fmt: skip
    told = upstander.check(text)
    by_line = sorted(places)
    codes = [
        "empty-text", "bad-value", "unknown-key", "bad-value", "bad-value", "bad-value",
        "unknown-scene", "unsafe-markup", "unknown-cast", "bad-condition", "bad-value",
        "unknown-cast", "unknown-scene", "bad-value", "unknown-resource",
    ]  # fmt: skip
    assert told.codes == codes
    assert [(p["line"], p["column"]) for p in told.problems][1:] == by_line[1:]
    assert told.analysis is None
