"""Keys: unknown, missing, doubled, of a wrong type; one mistake gives one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conformance.story import GOOD, changed, choice, end, fork, marked, story

if TYPE_CHECKING:
    from tests.conformance.story import Command

REQUIRED = [
    "format", "id", "title", "summary", "language", "setting", "severity", "minutes", "cast",
    "start", "scenes", "authors", "licence", "status",
]  # fmt: skip


def without(key: str) -> str:
    """``GOOD`` without a key of the file and all that stands below it."""
    rows = GOOD.splitlines()
    first = next(at for at, row in enumerate(rows) if row.startswith(f"{key}:"))
    last = first + 1
    while last < len(rows) and rows[last][:1] in ("", " "):
        last += 1
    return "\n".join(rows[:first] + rows[last:]) + "\n"


@pytest.mark.parametrize("key", REQUIRED)
def test_a_missing_key_of_the_file(upstander: Command, key: str) -> None:
    """One message, whatever hangs on the key: names of a missing cast are not looked up."""
    told = upstander.check(without(key))
    assert told.places == [("missing-key", 1, 1)]
    assert f'"{key}"' in told.one["message"]
    assert told.status == 1
    assert told.analysis is None
    assert told.id == (None if key == "id" else "bus-small")


@pytest.mark.parametrize(
    "key", ["content_notes", "goals", "sources", "you", "debrief", "resources"]
)
def test_a_key_that_may_be_left_out(upstander: Command, key: str) -> None:
    assert upstander.check(without(key)).codes == []


def test_every_optional_key(upstander: Command) -> None:
    told = upstander.check(changed(
        ("status: draft", "status: reviewed\nreviewed: {by: A body, on: 2025-01-01, "
         "until: 2027-01-01}\nbackdrop: bus"),
        ("leaves_out: {document: Nobody is helping yet.}", "leaves_out:\n  document: Nobody is."),
        ("note: You are on your way to work.", "note: You go., targeted: false"),
        ("name: Man in grey,", "name: Man in grey, pronouns: he, note: Tall, picture: man-grey,"),
        ("    text: She turns to you.", "    text: She turns to you.\n    soft: She turns.\n"
         "    backdrop: bus\n    present: [lin, grey]\n    check: Look.\n    facilitator: Stop.\n"
         "    discuss: [Why?]\n    content_notes: [rain]\n    skip: She looks.\n"
         "    helping: true\n    over: true\n    emergency: true"),
        ("    text: You look up from your phone.", "    text: You look up.\n"
         "    timer: {seconds: 30, then: aboard}"),
        ("        d: delegate\n        to: driver", "        d: delegate\n        to: driver\n"
         "        helping: true\n        asks: help\n        contacts: security\n"
         "        shares: recording\n        consequence: {text: One., lines: [lin: Two.]}"),
        ("          headline: A clear ask.", "          headline: Yes.\n          you: Near.\n"
         "          grey: Hm.\n          driver: Ok.\n          why: A fact."),
    ))  # fmt: skip
    assert told.codes == []


MISSING = [
    ("who reviewed", "status: draft",
     "status: reviewed\nreviewed: «{on: 2025-01-01, until: 2027-01-01}"),
    ("when it was", "status: draft", "status: reviewed\nreviewed: «{by: Us, until: 2027-01-01}"),
    ("how long", "status: draft", "status: reviewed\nreviewed: «{by: Us, on: 2025-01-01}"),
    ("who you are", "you: {role: rider, ", "you: «{"),
    ("a name", "grey: {name: Man in grey, ", "grey: «{"),
    ("a role", ", role: harming}", "}"),
    ("text or lines", "    text: She turns to you.\n", "    «"),
    ("what a scene leads to", "    text: She turns to you.\n    next: her-stop",
     "    «text: She turns to you."),
    ("an id", "      - id: tell\n        act", "      - «act"),
    ("a d", "      - id: tell\n        act: Walk to the driver.\n        d: delegate",
     "      - «id: tell\n        act: Walk to the driver."),
    ("a next", "        points: [Short, Calm]\n        next: beside", "        points: [Short]"),
    ("say, act or own_words", "      - id: tell\n        act: Walk to the driver.",
     "      - «id: tell"),
    ("a fit", "      - id: look\n        act: Keep looking.\n        d: delay\n        set: "
     "{helped: true}\n        fit: fair", "      - «id: look\n        act: Keep looking.\n"
     "        d: delay\n        set: {helped: true}"),
    ("a feedback", "        feedback: {headline: You saw it., lin: Nobody yet.}\n", ""),
    ("points", "        points: [Short, Calm]\n", ""),
    ("a headline", "feedback: {headline: You saw it., ", "feedback: «{"),
    ("an outcome", "ending: {outcome: mixed, ", "ending: «{"),
    ("seconds", "    text: You look up from your phone.",
     "    text: Now.\n    timer: «{then: aboard}"),
    ("what a timer leads to", "    text: You look up from your phone.",
     "    text: Now.\n    timer: «{seconds: 5}"),
    ("text or lines of a consequence", "        points: [Short, Calm]\n",
     "        points: [Short, Calm]\n        consequence: «{}\n"),
    ("where an arm leads", "- {to: she-leaves}", "- «{}"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"), [each[1:] for each in MISSING], ids=[m[0] for m in MISSING]
)
def test_a_missing_key_is_told_at_its_mapping(upstander: Command, old: str, new: str) -> None:
    text, places = marked(changed((old, new)))
    told = upstander.check(text)
    wrong = [problem for problem in told.problems if problem["severity"] == "error"]
    if "{}" in new:  # an empty mapping lacks a key, or needs an entry
        assert [p["code"] for p in wrong] in (["missing-key"], ["bad-value"])
    else:
        assert [p["code"] for p in wrong] == ["missing-key"]
    assert told.analysis is None
    if places:
        assert wrong[0]["line"] == places[0][0]


UNKNOWN = [
    ("the file", "minutes: 8", "minutes: 8\n«zebra: 9"),
    ("reviewed", "status: draft",
     "status: reviewed\nreviewed: {by: Us, on: 2025-01-01, until: 2027-01-01, «zebra: 1}"),
    ("you", "you: {role", "you: {«zebra: 1, role"),
    ("cast", "grey: {name", "grey: {«zebra: 1, name"),
    ("a scene", "    text: She turns", "    «zebra: 1\n    text: She turns"),
    ("a choice", "        act: Walk", "        «zebra: 1\n        act: Walk"),
    ("an ending", "ending: {outcome", "ending: {«zebra: 1, outcome"),
    ("a timer", "    text: You look up from your phone.",
     "    text: Now.\n    timer: {seconds: 5, then: aboard, «zebra: 1}"),
    ("a consequence", "        points: [Short, Calm]",
     "        points: [Short]\n        consequence: {text: So., «zebra: 1}"),
    ("an arm", "- {to: she-leaves}", "- {to: she-leaves, «zebra: 1}"),
    ("debrief", "  questions: [", "  «zebra: 1\n  questions: ["),
    ("a list as its value", "minutes: 8", "minutes: 8\n«zebra: [{a: b}, 2]"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"), [each[1:] for each in UNKNOWN], ids=[u[0] for u in UNKNOWN]
)
def test_an_unknown_key(upstander: Command, old: str, new: str) -> None:
    text, ((line, column),) = marked(changed((old, new)))
    told = upstander.check(text)
    assert told.places == [("unknown-key", line, column)]
    assert told.one["hint"] is None
    assert told.analysis is None


NEAR = [
    ("format", "format: scenario/1", "«fromat: scenario/1"),
    ("id", "id: bus-small", "«Id: bus-small"),
    ("title", "title: Shouting", "«titel: Shouting"),
    ("summary", "summary: A man", "«sumary: A man"),
    ("language", "language: en", "«langauge: en"),
    ("minutes", "minutes: 8", "«minuts: 8"),
    ("content_notes", "content_notes: [", "«content-notes: ["),
    ("authors", "authors: [", "«author: ["),
    ("licence", "licence: CC", "«license: CC"),
    ("status", "status: draft", "«staus: draft"),
    ("cast", "cast:\n", "«csat:\n"),
    ("state", "state:\n", "«stat:\n"),
    ("start", "start: look-up", "«strat: look-up"),
    ("scenes", "scenes:\n", "«sceens:\n"),
    ("debrief", "debrief:\n", "«debreif:\n"),
    ("resources", "resources: [", "«resource: ["),
    ("role", "{role: rider", "{«rol: rider"),
    ("name", "grey: {name:", "grey: {«nmae:"),
    ("text", "    text: She turns", "    «txet: She turns"),
    ("lines", "    lines:\n", "    «line:\n"),
    ("check", "    check: Two", "    «chekc: Two"),
    ("choices", "    text: You look up from your phone.\n    choices:",
     "    text: Now.\n    «choises:"),
    ("next", "    next: her-stop", "    «nxt: her-stop"),
    ("ending", "    ending: {outcome", "    «endng: {outcome"),
    ("say", "        say: Excuse", "        «sya: Excuse"),
    ("act", "        act: Walk", "        «atc: Walk"),
    ("own_words", "        own_words: Say", "        «own-words: Say"),
    ("points", "        points: [Short", "        «point: [Short"),
    ("when", "        when: calm >=", "        «wehn: calm >="),
    ("set", "        set: {helped: true}\n        ch", "        «ste: {helped: true}\n        ch"),
    ("change", "        change: {calm", "        «chagne: {calm"),
    ("fit", "        fit: strong", "        «fti: strong"),
    ("feedback", "        feedback: {headline: You saw", "        «feedbak: {headline: You saw"),
    ("headline", "          headline: A clear", "          «headlin: A clear"),
    ("outcome", "      outcome: supported", "      «outcom: supported"),
    ("view", "      view: Someone", "      «veiw: Someone"),
    ("to", "- {to: she-leaves}", "- {«To: she-leaves}"),
    ("soft", "        soft: He", "        «sofy: He"),
    ("over", "    over: true", "    «ovre: true"),
    ("start", "start: look-up", "«stare: look-up"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "old", "new"), [pytest.param(*each, id=each[0]) for each in NEAR])
def test_a_near_miss_counts_as_its_key(upstander: Command, key: str, old: str, new: str) -> None:
    text, ((line, column),) = marked(changed((old, new)))
    told = upstander.check(text)
    assert told.places == [("unknown-key", line, column)]
    assert f'"{key}"' in told.one["hint"]


def test_what_stands_below_a_near_miss_is_looked_at(upstander: Command) -> None:
    changes = [("scenes:\n", "«sceens:\n"), ("next: her-stop", "next: «her-stopp"),
               ("      outcome: supported", "      «outcom: «suported")]  # fmt: skip
    text, places = marked(changed(*changes))
    told = upstander.check(text)
    codes = ["unknown-key", "unknown-scene", "unknown-key", "bad-value"]
    assert told.places == [(code, *place) for code, place in zip(codes, places, strict=True)]


def test_the_value_behind_a_near_miss_is_looked_at(upstander: Command) -> None:
    text, places = marked(changed(("        say: Excuse me", "        «sya: Excuse «<b>me</b>")))
    told = upstander.check(text)
    codes = ["unknown-key", "unsafe-markup"]
    assert told.places == [(code, *place) for code, place in zip(codes, places, strict=True)]


def test_a_near_miss_beside_its_key(upstander: Command) -> None:
    text, ((line, column),) = marked(changed(("minutes: 8", "minutes: 8\n«minuts: 9")))
    assert upstander.check(text).places == [("unknown-key", line, column)]
    text, ((line, column),) = marked(
        changed(("        say: Ex", "        «sya: No\n        say: Ex"))
    )
    assert upstander.check(text).places == [("unknown-key", line, column)]


DOUBLE = [
    ("minutes: 8", "minutes: 8\n«minutes: 9"),
    ("minutes: 8", "minutes: 8\n«\"minutes\": 9"),
    ("minutes: 8", "minutes: 8\n«'minutes': [wrong]"),
    ("  driver: {name", "  «lin: {name: Again, role: ally}\n  driver: {name"),
    ("  driver: {name", "  «lin: wrong\n  driver: {name"),
    ("  driver: {name", "  «lin: {nmae: Again}\n  driver: {name"),
    ("  helped: false", "  helped: false\n  «calm: 3"),
    ("  helped: false", "  helped: false\n  «calm: true"),
    ("  her-stop:\n", "  her-stop:\n    text: a\n    next: nowhere\n  «her-stop:\n"),
    ("{headline: You saw it.,", "{headline: You saw it., «headline: Again,"),
    ("        act: Walk", "        d: direct\n        act: Walk"),
    ("{outcome: mixed,", "{outcome: mixed, «outcome: mixed,"),
    ("{helped: true}\n        ch", "{helped: true, «helped: false}\n        ch"),
    ("grey: {name: Man in grey,", "grey: {name: Man in grey, «name: Grey,"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), DOUBLE, ids=[new for _, new in DOUBLE])
def test_a_duplicate_key(upstander: Command, old: str, new: str) -> None:
    text, places = marked(changed((old, new)))
    told = upstander.check(text)
    found = [problem for problem in told.problems if problem["code"] == "duplicate-key"]
    assert len(found) == 1
    if places:
        assert (found[0]["line"], found[0]["column"]) == places[0]
    # what stands at the second one may be wrong as well
    wrong = any(word in new for word in ("wrong", "nmae", "nowhere"))
    assert len(told.problems) == 1 or wrong


def test_a_key_three_times(upstander: Command) -> None:
    text, places = marked(changed(("minutes: 8", "minutes: 8\n«minutes: 9\n«minutes: 10")))
    assert upstander.check(text).places == [("duplicate-key", *place) for place in places]


TYPES = [
    ("title: Shouting on the bus", "title: «[Shouting]"),
    ("title: Shouting on the bus", "title: «{a: b}"),
    ("summary: A man shouts at an older woman.", "summary:\n  «- A man"),
    ("goals:\n  - Notice early", "goals: «Notice early"),
    ("goals:\n  - Notice early", "goals:\n  «a: Notice"),
    ("authors: [Upstander]", "authors: «Upstander"),
    ("content_notes: [racist language]", "content_notes: «racist"),
    ("content_notes: [racist language]", "content_notes: [«[racist]]"),
    ("you: {role: rider, note: You are on your way to work.}", "you: «rider"),
    ("  grey: {name: Man in grey, role: harming}", "  grey: «Man in grey"),
    ("  grey: {name: Man in grey, role: harming}", "  grey: «[Man, harming]"),
    ("name: Man in grey,", "name: «[Man],"),
    ("  beside:\n    text: She turns to you.\n    next: her-stop", "  beside: «her-stop"),
    ("  beside:\n    text: She turns to you.\n    next: her-stop", "  beside:\n    «- text: x"),
    ("    text: She turns to you.", "    text: «[She turns]"),
    ("      - Two riders look up.", "      - «[Two, riders]"),
    ("    check: Two riders look over.", "    check:\n      «- Two riders"),
    ("        change: {calm: 1}", "        change: «calm"),
    ("        change: {calm: 1}", "        change: {calm: «more}"),
    ("        feedback: {headline: You saw it., lin: Nobody yet.}", "        feedback: «Yes."),
    ("lin: Nobody yet.", "lin: «[Nobody]"),
    ("        points: [Short, Calm]", "        points: «Short"),
    ("    ending: {outcome: mixed, view: I walked the rest.}", "    ending: «mixed"),
    ("  questions: [\"When did you notice?\"]", "  questions: «When?"),
    ("resources: [stop-aapi-hate]", "resources: «stop-aapi-hate"),
    ("    next: her-stop", "    next: «{to: her-stop}"),
    ("          - {when: helped, to: beside}", "          - «beside"),
    ("    text: You look up from your phone.", "    text: Now.\n    timer: «30"),
    ("    text: You look up from your phone.",
     "    text: Now.\n    timer: {seconds: «soon, then: aboard}"),
    ("    text: She turns to you.", "    text: She turns.\n    present: «lin"),
    ("    over: true", "    over: «1"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), TYPES, ids=[new for _, new in TYPES])
def test_a_wrong_type(upstander: Command, old: str, new: str) -> None:
    text, ((line, column),) = marked(changed((old, new)))
    told = upstander.check(text)
    assert told.places == [("wrong-type", line, column)]
    assert told.analysis is None
    assert told.status == 1


@pytest.mark.parametrize("key", ["cast", "state", "scenes", "debrief", "you"])
@pytest.mark.parametrize("value", ["words", "[a, b]"])
def test_a_wrong_type_of_what_others_refer_to(upstander: Command, key: str, value: str) -> None:
    rows = without(key) + f"{key}: {value}\n"
    told = upstander.check(rows)
    assert told.places == [("wrong-type", rows.count("\n"), len(key) + 3)]


@pytest.mark.parametrize("key", ["cast", "scenes", "authors"])
def test_an_empty_one_that_needs_an_entry(upstander: Command, key: str) -> None:
    rows = without(key) + f"{key}: {'[]' if key == 'authors' else '{}'}\n"
    told = upstander.check(rows)
    assert told.places == [("bad-value", rows.count("\n"), len(key) + 3)]


EMPTY = [
    ("    text: She turns to you.", "    lines: «[]"),
    ("        points: [Short, Calm]", "        points: «[]"),
    ("        next:\n          - {when: helped, to: beside}\n          - {to: she-leaves}",
     "        next: «[]"),
    ("    next: her-stop", "    next: «[]"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), EMPTY, ids=[new for _, new in EMPTY])
def test_an_empty_list(upstander: Command, old: str, new: str) -> None:
    text, ((line, column),) = marked(changed((old, new)))
    found = [p for p in upstander.check(text).problems if p["severity"] == "error"]
    assert [(p["code"], p["line"], p["column"]) for p in found] == [("bad-value", line, column)]


def test_no_choices(upstander: Command) -> None:
    text = story({"a": fork(), "e": end()})
    assert upstander.check(text).codes == ["bad-value"]


@pytest.mark.parametrize("key", ["content_notes", "resources", "sources"])
def test_a_list_that_may_be_empty(upstander: Command, key: str) -> None:
    assert upstander.check(without(key) + f"{key}: []\n").codes == []


EXCLUDE = [
    ("next and ending", "    text: She gets off early.", "    text: She.\n    next: her-stop"),
    ("choices and next", "    text: You look up from your phone.",
     "    text: Now.\n    next: aboard"),
    ("stub and text with next", "    text: She turns to you.", "    text: She.\n    stub: true"),
    ("say and act", "        act: Walk to the driver.", "        act: Walk.\n        say: Hi."),
    ("act and own_words", "        act: Walk to the driver.",
     "        act: Walk.\n        own_words: Hi."),
    ("own words with a fit", "        points: [Short, Calm]",
     "        points: [Short]\n        fit: fair"),
    ("two speakers", "- lin: Please leave me alone.", "- {lin: Please., grey: No.}"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), [e[1:] for e in EXCLUDE], ids=[e[0] for e in EXCLUDE])
def test_what_excludes_each_other(upstander: Command, old: str, new: str) -> None:
    text = changed((old, new))
    told = upstander.check(text)
    found = [p for p in told.problems if p["severity"] == "error"]
    assert [p["code"] for p in found] == ["bad-value"]
    assert told.analysis is None


def test_all_three_ways_of_a_choice_at_once(upstander: Command) -> None:
    one = choice("x", "e", act="Walk.", own_words="Say it", points=["Short"])
    told = upstander.check(story({"a": fork(one), "e": end()}))
    assert set(told.codes) == {"bad-value"}
