"""The file itself: encoding, characters, YAML 1.2 core, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conformance.story import GOOD, changed, choice, end, fork, go, marked, story

if TYPE_CHECKING:
    from tests.conformance.story import Command, Told

TITLE = "title: Shouting on the bus"


def only(told: Told, code: str) -> None:
    """The file gives this one error and is not analysed."""
    assert told.codes == [code]
    assert told.one["severity"] == "error"
    assert told.status == 1
    assert told.analysis is None


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace("Rain.", "Pluie é.").encode("latin-1"),
        GOOD.encode().replace(b"Rain.", b"Ra\xffin."),
        GOOD.encode().replace(b"Rain.", b"Ra\xc3"),
        GOOD.encode().replace(b"Rain.", b"Ra\xed\xa0\x80in."),
        GOOD.encode().replace(b"Rain.", b"Ra\xc0\xafin."),
        GOOD.encode("utf-16"),
    ],
    ids=["latin-1", "stray byte", "cut", "surrogate", "overlong", "utf-16"],
)
def test_not_utf8(upstander: Command, data: bytes) -> None:
    told = upstander.check(data)
    only(told, "not-utf8")
    assert told.id is None


CONTROLS = [*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x80, 0x85, 0x9F]


@pytest.mark.parametrize("code", [*CONTROLS, 0x2028, 0x2029], ids=hex)
def test_bad_characters(upstander: Command, code: int) -> None:
    text, (place,) = marked(changed(("Rain runs", f"Räin «{chr(code)}runs")))
    told = upstander.check(text)
    only(told, "bad-character")
    assert (told.one["line"], told.one["column"]) == place


def test_bad_characters_are_found_before_parsing(upstander: Command) -> None:
    broken = changed((TITLE, "title: [«\x07"))
    text, (place,) = marked(broken)
    told = upstander.check(text)
    assert told.places[0] == ("bad-character", *place)
    assert "not-yaml" not in told.codes


DAMAGED = [
    ("minutes: 8", "min«\x07utes: 8"),
    ("id: bus-small", "id: bus-«\x07small"),
    ("status: draft", "status: dra«\x07ft"),
    ("minutes: 8", "minutes: 8«\x07"),
    ("    next: her-stop", "    next: her-«\x07stop"),
    ("        to: driver\n", "        to: «\x07driver\n"),
    ("and not helped", "and not help«\x07ed"),
    ("and not helped", "and «\x07not helped"),
    ("  helped: false", "  helped: fal«\x07se"),
    ("- lin: Please", "- li«\x07n: Please"),
    ("change: {calm: 1}", "change: {cal«\x07m: 1}"),
    ("headline: A clear", "head«\x07line: A clear"),
    ("    over: true", "    over: tr«\x07ue"),
    ("resources: [stop", "resources: [sto«\x07p"),
    ("format: scenario/1", "«\x07format: scenario/1"),
    ("format: scenario/1", "format: scenario«\x07/1"),
    ("start: look-up", "start: «\x07look-up"),
]


@pytest.mark.parametrize(("old", "new"), DAMAGED, ids=[ascii(new) for _, new in DAMAGED])
def test_a_bad_character_in_a_word_is_one_mistake(upstander: Command, old: str, new: str) -> None:
    text, (place,) = marked(changed((old, new)))
    told = upstander.check(text)
    only(told, "bad-character")
    assert (told.one["line"], told.one["column"]) == place


def test_a_bad_character_hides_nothing_else(upstander: Command) -> None:
    text, places = marked(
        changed(("minutes: 8", "minutes: «80"), ("Rain runs", "Rain «\x07 «<b> runs"))
    )
    codes = ["bad-value", "bad-character", "unsafe-markup"]
    told = upstander.check(text)
    assert told.places == [(code, *place) for code, place in zip(codes, places, strict=True)]


def test_characters_that_are_fine(upstander: Command) -> None:
    told = upstander.check(changed(("Rain runs", "Rain\truns 😀 \u00a0 \u200b \u200f é ‑ 。")))
    assert told.codes == []


def test_a_byte_order_mark(upstander: Command) -> None:
    told = upstander.check(b"\xef\xbb\xbf" + GOOD.encode())
    assert (told.id, told.codes) == ("bus-small", [])
    told = upstander.check(b"\xef\xbb\xbf" + GOOD.replace("/1", "/2").encode())
    assert told.places == [("unsupported-format", 1, 9)]


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_ends(upstander: Command, ending: str) -> None:
    text, (place,) = marked(changed(("next: her-stop", "next: «her-stopp")))
    told = upstander.check(text.replace("\n", ending))
    assert told.places == [("unknown-scene", *place)]
    assert upstander.check(GOOD.replace("\n", ending)).codes == []


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "# nothing\n", "---\n", "---\n...\n"])
def test_an_empty_file(upstander: Command, text: str) -> None:
    told = upstander.check(text)
    only(told, "not-yaml")
    assert told.id is None
    assert told.one["line"] == 1


def test_a_list_on_top(upstander: Command) -> None:
    only(upstander.check("- format: scenario/1\n"), "wrong-type")
    only(upstander.check("[]\n"), "wrong-type")


NOT_YAML = [
    ("a colon in dialogue", "- Two riders look up.", "- grey: Listen: go back.", True),
    ("a colon in a title", TITLE, "title: Bus: shouting", True),
    ("a leading quotation mark", "- Two riders look up.", '- grey: "Go back" he says.', True),
    ("the same in a say", "act: Walk to the driver.", 'act: "Help" in a loud voice', True),
    ("a single one", "- Two riders look up.", "- grey: 'Go' he says.", True),
    ("a tab as indent", "  beside:\n    text:", "  beside:\n\ttext:", False),
    ("an open bracket", "authors: [Upstander]", "authors: [Upstander", False),
    ("an open quote", 'questions: ["When', 'questions: ["When did" you', False),
    ("less indent", "    text: She turns to you.", "   text: She turns to you.", False),
    ("an at sign", TITLE, "title: @home", False),
    ("a percent sign", TITLE, "title: %home", False),
]


@pytest.mark.parametrize(
    ("old", "new", "hinted"), [each[1:] for each in NOT_YAML], ids=[e[0] for e in NOT_YAML]
)
def test_not_yaml(upstander: Command, old: str, new: str, hinted: bool) -> None:
    """Of a file that is not YAML the first problem only, whatever else is wrong."""
    text = changed((old, new), ("next: her-stop", "next: nowhere"))
    told = upstander.check(text)
    assert len(told.problems) == 1
    only(told, "not-yaml")
    if hinted:
        assert told.one["hint"]
        line = GOOD[: GOOD.index(old)].count("\n") + 1
        assert told.one["line"] == line


def test_an_exclamation_mark_for_not(upstander: Command) -> None:
    told = upstander.check(changed(("when: calm >= 1 and not helped", "when: !helped")))
    assert len(told.problems) == 1
    assert told.one["code"] in {"tag", "not-yaml"}
    assert "not helped" in told.one["hint"]
    told = upstander.check(changed(("not helped", "!helped")))
    assert told.codes == ["bad-condition"]
    assert "not" in told.one["hint"]
    told = upstander.check(changed(("text: She turns to you.", "text: !She turns to you.")))
    assert told.codes == ["tag"]
    assert "not She" not in told.one["hint"]


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("alias", "status: draft", "status: «&here draft"),
        ("alias", "summary: A man shouts at an older woman.", "summary: «*here"),
        ("alias", "goals:\n", "goals: «&here\n"),
        ("alias", "{name: Man in grey,", "«&here {name: Man in grey,"),
        ("tag", "status: draft", "status: «!draft draft"),
        ("tag", "status: draft", "status: «!!str draft"),
        ("tag", "status: draft", "status: «! draft"),
        ("tag", "goals:\n", "goals: «!!seq\n"),
        ("tag", "authors: [Upstander]", "authors: «!!python/object:os.system [Upstander]"),
        ("several-documents", "resources: [", "«---\nresources: ["),
        ("several-documents", "resources: [", "...\n«---\nresources: ["),
    ],
)
def test_what_yaml_has_and_scenarios_have_not(
    upstander: Command, code: str, old: str, new: str
) -> None:
    text, ((line, column),) = marked(changed((old, new)))
    told = upstander.check(text)
    assert told.status == 1
    assert told.analysis is None
    assert (code, line, column) == told.places[0]
    assert set(told.codes) == {code}


def test_an_alias_bomb(upstander: Command) -> None:
    rows = ["a0: &a0 [x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    told = upstander.check("\n".join(rows) + "\n")
    assert "alias" in told.codes
    assert told.status == 1


def test_marks_of_one_document_are_fine(upstander: Command) -> None:
    assert upstander.check(f"---\n{GOOD}").codes == []
    assert upstander.check(f"{GOOD}...\n").codes == []
    assert upstander.check(f"# first\n---\n{GOOD}...\n# last\n").codes == []


@pytest.mark.parametrize("value", ["scenario/2", "scenario/1.1", "drills/2", "1", "Scenario/1"])
def test_of_an_unsupported_format_only_that(upstander: Command, value: str) -> None:
    changes = (("scenario/1", f"«{value}"), ("minutes: 8", "minuts: 99"), ("d: direct", "d: x"))
    text, ((line, column),) = marked(changed(*changes))
    told = upstander.check(text)
    only(told, "unsupported-format")
    assert told.places == [("unsupported-format", line, column)]


def test_a_missing_format_is_a_missing_key(upstander: Command) -> None:
    told = upstander.check(changed(("format: scenario/1\n", ""), ("minutes: 8", "minutes: 80")))
    assert told.codes == ["missing-key", "bad-value"]
    assert told.problems[0]["line"] == 1


WORDS = ["no", "off", "on", "yes", "y", "No", "2024-01-01", "12:30", "014", "1.10", "1984",
         "0x10", "1e3", "true", "False", "+1", "=", "1_000", ".inf"]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_a_text_is_any_scalar_as_written(upstander: Command, word: str) -> None:
    scenes = {"a": fork(choice("x", "e")), "e": end()}
    text = story(scenes).replace('"Now."', word).replace('title: "Small"', f"title: {word}")
    assert upstander.check(text).codes == []
    path = upstander.put("played.yaml", text)
    status, out, _err = upstander.run("play", path, "--choose", "1")
    assert status == 0
    assert word in out.replace("*", "")


@pytest.mark.parametrize("empty", ["", "~", "null", '""', "''"])
@pytest.mark.parametrize(
    "of", [TITLE, "check: Two riders look over.", "say: Excuse me, which stop is best?"]
)
def test_empty_text(upstander: Command, of: str, empty: str) -> None:
    key = of.partition(":")[0]
    text, ((line, column),) = marked(changed((of, f"{key}: «{empty}")))
    told = upstander.check(text)
    assert told.codes == ["empty-text"]
    assert told.one["line"] == line
    if empty:
        assert told.one["column"] == column


def test_an_empty_line_of_dialogue(upstander: Command) -> None:
    assert upstander.check(changed(("lin: Please leave me alone.", "lin:"))).codes == ["empty-text"]
    assert upstander.check(changed(("- Two riders look up.", "-"))).codes == ["empty-text"]


@pytest.mark.parametrize("value", ["true", "false"])
def test_booleans(upstander: Command, value: str) -> None:
    told = upstander.check(changed(("over: true", f"over: {value}")))
    assert told.codes == []


@pytest.mark.parametrize("value", ["yes", "no", "on", "off", "1", "maybe", "[true]"])
def test_what_is_no_boolean(upstander: Command, value: str) -> None:
    text, ((line, column),) = marked(changed(("over: true", f"over: «{value}")))
    assert upstander.check(text).places == [("wrong-type", line, column)]


@pytest.mark.parametrize("value", ["1", "60", "+8", "08", "008"])
def test_numbers(upstander: Command, value: str) -> None:
    assert upstander.check(changed(("minutes: 8", f"minutes: {value}"))).codes == []


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0", "bad-value"), ("61", "bad-value"), ("-8", "bad-value"), ("+0", "bad-value"),
        ("99999999999999999999999", "bad-value"),
        ("0x8", "wrong-type"), ("0o7", "wrong-type"), ("8.0", "wrong-type"), ("1_0", "wrong-type"),
        ("8e0", "wrong-type"), ("12:30", "wrong-type"), ("true", "wrong-type"),
        ("eight", "wrong-type"), ("٨", "wrong-type"), ("8 minutes", "wrong-type"),
        ("[8]", "wrong-type"), ("{a: 8}", "wrong-type"), ("--8", "wrong-type"),
    ],
)  # fmt: skip
def test_what_is_no_number_of_minutes(upstander: Command, value: str, code: str) -> None:
    text, ((line, column),) = marked(changed(("minutes: 8", f"minutes: «{value}")))
    assert upstander.check(text).places == [(code, line, column)]


def test_too_large(upstander: Command) -> None:
    limit = 8 * 1024 * 1024
    padding = limit - len(GOOD.encode())
    fits = GOOD + ("#" * 1023 + "\n") * (padding // 1024) + "#" * (padding % 1024)
    assert len(fits.encode()) == limit
    assert upstander.check(fits).codes == []
    told = upstander.check(fits + "#")
    only(told, "too-large")
    assert told.one["line"] == 1
    assert told.id is None


@pytest.mark.parametrize(("brackets", "code"), [(29, "wrong-type"), (30, "too-deep")])
@pytest.mark.parametrize("pair", ["[]", "{}"])
def test_too_deep(upstander: Command, brackets: int, code: str, pair: str) -> None:
    opening = {"[]": "[", "{}": "{a: "}[pair]
    nested = opening * brackets + "x" + pair[1] * brackets
    told = upstander.check(changed((TITLE, f"title: {nested}")))
    only(told, code)
    line = GOOD[: GOOD.index(TITLE)].count("\n") + 1
    assert told.one["line"] == line


def test_far_too_deep(upstander: Command) -> None:
    for text in (
        "[" * 200_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "x: " + "[" * 50_000 + "]" * 50_000,
    ):
        told = upstander.check(text)
        only(told, "too-deep")


def test_brackets_of_a_condition(upstander: Command) -> None:
    for count, codes in ((40, []), (41, ["too-deep"]), (5000, ["too-deep"])):
        whole = "(" * count + "n > 1" + ")" * count
        scenes = {"a": fork(choice("x", "e", when=whole), choice("y", "e")), "e": end()}
        told = upstander.check(story(scenes, {"n": 2}))
        assert told.codes == codes
    long = " or ".join(["(n > 1)"] * 30)
    scenes = {"a": go([{"when": long, "to": "e"}, {"to": "f"}]), "e": end(), "f": end()}
    told = upstander.check(story(scenes, {"n": 2}))
    assert "error" not in {problem["severity"] for problem in told.problems}
