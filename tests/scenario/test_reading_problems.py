"""Every code that reading finds: once at its exact place and alone, once silent."""

from __future__ import annotations

import pytest

from tests.scenario.sample import GOOD, changed, only, read, seen
from trainer.scenario.problems import CODES, METHOD, hint, person_line, sentence

FOUND_ELSEWHERE = {
    "stuck", "endless", "stub-reached", "unreachable-scene", "never-offered", "never-taken",
    "unused-variable", "unused-cast", "stale-translation", "too-many-states", "long-scene",
    "unknown-place", "unknown-source", "unused-source", "long-section", "entry-expired",
    "unknown-rule", "cards-and-size", "long-slide", "no-care", "survey-twice", "title-minutes",
    "unknown-contact", "unknown-page", "unknown-scenario", "unknown-section",
    "reviewed-unmended", "reviewed-other", "same-words", "no-ending",
    "forgotten-target", "unseen-target", "template-reason",
}  # fmt: skip

WHEN = "calm >= 1 and not helped"
REVIEW = "status: reviewed\nreviewed: {by: A body, on: 2026-01-31, until: 2027-01-31}"
GOALS = "goals:\n  - Notice early, before it gets loud"
LIN = "          lin: She could"
LEAVE = "      - lin: Please leave me alone."
TELL = "        next: home\n      - id: tell"
FEEDBACK = "feedback:\n          headline: A clear ask.\n          lin: The bus went quiet."

SHAPE = [
    ("duplicate-key", "minutes: 8", "minutes: 8\n‸minutes: 9"),
    ("duplicate-key", "  grey: {", "  ‸lin: {name: Other, role: ally}\n  grey: {"),
    ("duplicate-key", "set: {helped: true}", "set: {helped: true, ‸helped: false}"),
    ("duplicate-key", LIN, "          ‸headline: 2.\n          lin: She could"),
    ("duplicate-key", "        soft: He tells her to go.", "        soft: A.\n        ‸soft: B."),
    ("duplicate-key", "  home:\n", "  ‸beside: {text: A., next: home}\n  home:\n"),
    ("unknown-key", "minutes: 8", "minutes: 8\n‸mood: dark"),
    ("unknown-key", "choices:", "‸choises:"),
    ("unknown-key", "headline: A", "‸hedline: A"),
    ("unknown-key", "title:", "‸Title:"),
    ("unknown-key", "own_words:", "‸own-words:"),
    ("unknown-key", "language:", "‸lang:"),
    ("unknown-key", "scenes:", "‸scens:"),
    ("unknown-key", "cast:", "‸casts:"),
    ("unknown-key", "state:", "‸stat:"),
    ("unknown-key", "soft: He", "‸sofft: He"),
    ("unknown-key", "  document: No", "  ‸documents: No"),
    ("unknown-key", "  document: No", "  ‸harm: No"),
    ("missing-key", "title: Shouting on the 22 bus\n", ""),
    ("missing-key", "        id: ask\n", ""),
    ("wrong-type", "minutes: 8", "minutes: ‸eight"),
    ("wrong-type", "minutes: 8", 'minutes: ‸"8"'),
    ("wrong-type", "minutes: 8", "minutes: ‸8.5"),
    ("wrong-type", "minutes: 8", "minutes:‸"),
    ("wrong-type", "targeted: false", "targeted: ‸no"),
    ("wrong-type", "targeted: false", "targeted: ‸False"),
    ("wrong-type", "title: Shouting on the 22 bus", "title: ‸[a, b]"),
    ("wrong-type", "text: You sit.", "text:\n      ‸He says: hello"),
    ("wrong-type", "  calm: 2", "  calm: ‸two"),
    ("wrong-type", "set: {helped: true}", "set: {helped: ‸1}"),
    ("wrong-type", "set: {helped: true}", "set: {calm: ‸true}"),
    ("wrong-type", "change: {calm: -1}", "change: {helped: ‸1}"),
    ("wrong-type", "change: {calm: -1}", "change: {calm: ‸true}"),
    ("wrong-type", "present: [lin, grey, driver]", "present: ‸lin"),
    ("wrong-type", "        next: home", "        next: ‸{to: home}"),
    ("wrong-type", "later: {stub: true}", "later:‸"),
    ("wrong-type", "later: {stub: true}", "later: ‸soon"),
    ("wrong-type", "      - Two riders look up, and down again.", "      - ‸[a]"),
    ("wrong-type", "  later:", "  ? ‸[a]\n  : b\n  later:"),
    ("wrong-type", "minutes: 8", "minutes: 8\n‸{a: b}: c"),
    ("bad-value", "setting: transit", "setting: ‸transite"),
    ("bad-value", "severity: verbal", "severity: ‸none"),
    ("bad-value", "d: distract", "d: ‸distrct"),
    ("bad-value", "asks: help", "asks: ‸money"),
    ("bad-value", "contacts: security", "contacts: ‸press"),
    ("bad-value", "shares: recording", "shares: ‸film"),
    ("bad-value", "minutes: 8", "minutes: ‸61"),
    ("bad-value", "minutes: 8", "minutes: ‸0"),
    ("bad-value", "seconds: 40", "seconds: ‸0"),
    ("bad-value", "  calm: 2", "  calm: ‸11"),
    ("bad-value", "set: {helped: true}", "set: {calm: ‸11}"),
    ("bad-value", "set: {helped: true}", "set: {calm: ‸-1}"),
    ("bad-value", "id: bus-shouting", "id: ‸Bus_Shouting"),
    ("bad-value", "language: en", "language: ‸en_US"),
    ("bad-value", "language: en", "language: ‸english"),
    ("bad-value", "on: 2026-01-31", "on: ‸2026-02-31"),
    ("bad-value", "until: 2027-01-31", "until: ‸soon"),
    ("bad-value", "- id: ask", "- id: ‸ask the way"),
    ("bad-value", "  later: {", "  ‸2nd: {text: A., next: home}\n  later: {"),
    ("bad-value", "  calm: 2", "  ‸is-calm: 1\n  calm: 2"),
    ("bad-value", "  calm: 2", "  ‸not: 1\n  calm: 2"),
    ("bad-value", "  grey: {", "  ‸you: {name: I, role: ally}\n  grey: {"),
    ("bad-value", "authors: [Upstander]", "authors: ‸[]"),
    ("bad-value", "later: {stub: true}", "later: ‸{}"),
    ("bad-value", "later: {stub: true}", "later: {stub: ‸false}"),
    ("bad-value", "    next: later", "    next: later\n    stub: ‸true"),
    ("bad-value", "        act: Walk", "        say: Hello.\n        act: ‸Walk"),
    ("bad-value", "        d: direct", "        d: direct\n        fit: ‸fair"),
    ("bad-value", "        d: distract", "        d: distract\n        points: ‸[Short]"),
    ("bad-value", "    next: later", "    next: later\n    timer: ‸{seconds: 3, then: home}"),
    ("bad-value", "          - {to: beside}", "          - {when: ‸helped, to: beside}"),
    ("bad-value", LEAVE, "      - {lin: Hello, grey: ‸Oh}"),
    ("bad-value", LEAVE, "      - ‸{}"),
    ("bad-value", "        next: home", "        next: ‸[]"),
    ("bad-value", "    ending: {outcome: supported, view: Someone sat down.}", "    ending: ‸{}"),
    ("bad-value", "backdrop: bus", "backdrop: ‸bus.svg"),
    ("empty-text", "title: Shouting on the 22 bus", "title:‸"),
    ("empty-text", "title: Shouting on the 22 bus", "title: ‸~"),
    ("empty-text", "title: Shouting on the 22 bus", "title: ‸null"),
    ("empty-text", "title: Shouting on the 22 bus", 'title: ‸""'),
    ("empty-text", "say: Excuse me, which stop is best?", 'say: ‸"  "'),
    ("empty-text", GOALS, "goals:\n  -‸"),
    ("empty-text", "start: aboard", "start:‸"),
    ("empty-text", "setting: transit", "setting:‸"),
    ("empty-text", "when: calm >= 1 and not helped", "when:‸"),
    ("duplicate-id", "- id: tell", "- id: ‸ask"),
]  # fmt: skip

TALK = [
    ("wrong-type", FEEDBACK, "feedback: ‸good"),
    ("wrong-type", "text: You sit.", "lines: ‸quiet"),
    ("wrong-type", "text: You sit.", "lines: [‸[a], b]"),
    ("wrong-type", LEAVE, "      - {lin: Hello, ‸[a]: b}"),
    ("wrong-type", LIN + " turn", "          ? ‸[a]\n          : b\n" + LIN + " turn"),
    ("missing-key", LEAVE, "      - ‸soft: Hello"),
    ("cut-text", FEEDBACK, "feedback: {headline: ‸A clear, short ask}"),
    ("unknown-key", "          why: Distraction", "          ‸whi: Distraction"),
    ("empty-text", LEAVE, "      - lin:‸"),
    ("unknown-key", "          text: She looks up.", "          ‸txet: She looks up."),
    ("duplicate-key", TELL, "        next: home\n        ‸next: home\n      - id: tell"),
    ("wrong-type", "change: {calm: -1}", "change: ‸1"),
    ("wrong-type", "set: {helped: true}", "set: {‸[a]: true}"),
    ("wrong-type", "change: {calm: -1}", "change: {‸{a: b}: 1}"),
]

NAMES = [
    ("unknown-scene", "start: aboard", "start: ‸abord"),
    ("unknown-scene", "        next: home", "        next: ‸hom"),
    ("unknown-scene", "then: home", "then: ‸hom"),
    ("unknown-scene", "{to: beside}", "{to: ‸besides}"),
    ("unknown-scene", "    next: later", "    next: ‸latr"),
    ("unknown-cast", "present: [lin, grey, driver]", "present: [lin, ‸gray, driver]"),
    ("unknown-cast", "to: driver", "to: ‸guard"),
    ("unknown-cast", "- lin: Please", "- ‸Lin: Please"),
    ("unknown-cast", "          lin: She could turn", "          ‸lim: She could turn"),
    ("unknown-cast", "      - Two riders look up, and", "      - ‸Two riders: look up, and"),
    ("unknown-variable", "calm >= 1 and", "‸clam >= 1 and"),
    ("unknown-variable", "set: {helped: true}", "set: {‸help: true}"),
    ("unknown-variable", "change: {calm: -1}", "change: {‸clam: -1}"),
    ("unknown-resource", "[stop-aapi-hate]", "[‸stop-aapi-hat]"),
    ("unknown-picture", "backdrop: bus", "backdrop: ‸buss"),
    ("unknown-picture", "role: harming", "role: harming, picture: ‸nobody-has-this"),
    ("missing-asset", "backdrop: bus", "backdrop: ‸own.png"),
    ("unsafe-path", "backdrop: bus", "backdrop: ‸/etc/bus.png"),
    ("unsafe-path", "backdrop: bus", "backdrop: ‸../bus.png"),
    ("unsafe-path", "backdrop: bus", 'backdrop: ‸"..\\\\bus.png"'),
    ("unsafe-path", "backdrop: bus", "backdrop: ‸C:/bus.png"),
    ("unsafe-path", "backdrop: bus", "backdrop: ‸https://example.org/bus.png"),
    ("bad-condition", WHEN, "calm >= 1 ‸&& helped"),
    ("bad-condition", WHEN, "‸calm and helped"),
    ("bad-condition", WHEN, "|\n          calm >= 1\n          and not ‸calm"),
    ("bad-condition", WHEN, ">-\n          calm >= 1\n          or ‸or helped"),
    ("bad-condition", WHEN, "'helped ‸x'"),
    ("bad-condition", WHEN, "calm >= 1\n          and helped ‸)"),
    ("too-deep", WHEN, "(" * 40 + "‸(helped" + ")" * 41),
    ("unsafe-markup", "text: You sit.", "text: You ‸<b>sit</b>".replace("</b>", "")),
    ("unsafe-markup", "      The bus is", "      First, é\n\n      then ‸![a](b.png) The bus is"),
    ("unsafe-markup", "text: You sit.", 'text: "You \\"‸[sit](http://a.b)"'),
    ("unsafe-markup", "text: You sit.", "text: 'It''s ‸[sit](javascript:a)'"),
    ("unsafe-markup", "text: You sit.", "text: >\n      You\n      sit\n\n      ‸<i and on"),
    ("unsafe-markup", "summary: A man", "summary: ‸<!-- A man"),
    ("unsafe-markup", "view: Someone sat down.", "view: Someone ‸<script sat down."),
    ("cut-text", "say: Excuse me, which", "say: ‸Bus #22, which"),
    ("cut-text", "text: You sit.", "lines: [‸You sit down, and wait.]"),
    ("cut-text", GOALS, "goals: [‸Notice early, before it]"),
    ("cut-text", '["What did you notice first?"]', "[‸What now, Mrs. Lin?]"),
    ("cut-text", "note: You are on your way.", "note: ‸You are tired, on your way"),
    ("cut-text", LEAVE, "      - {lin: ‸Please, leave me alone}"),
    ("review-missing", REVIEW, "status: ‸reviewed"),
    ("review-expired", "until: 2027-01-31", "until: ‸2026-05-31"),
    ("unsupported-format", "format: scenario/1\nid", "format: ‸scenario/2\nidd"),
    ("alias", "title: Shouting", "title: ‸&a Shouting"),
    ("alias", "title: Shouting on the 22 bus", "title: ‸*a"),
    ("tag", "when: calm >= 1 and not helped", "when: ‸!helped"),
    ("tag", "when: calm >= 1 and not helped", "when: ‸! helped"),
    ("tag", "title: Shouting", "title: ‸!!str Shouting"),
    ("tag", "cast:\n", "cast: ‸!people\n"),
    ("several-documents", "resources: [stop-aapi-hate]\n", "‸---\nid: other\n"),
    ("bad-character", "title: Shouting", "title: Sho‸\x07uting"),
    ("bad-character", "title: Shouting", "title: Sho‸\u2028uting"),
    ("bad-character", "title: Shouting", "title: Sho‸\x85uting"),
    ("bad-character", "title: Shouting on the 22 bus", 'title: "Shouting ‸\\e[31m"'),
    ("bad-character", "licence: CC-BY-4.0", 'licence: "CC‸\\0"'),
    ("too-deep", "note: Reads.", "note: " + "[" * 27 + "‸[" + "]" * 28),
]  # fmt: skip


def test_the_good_one_has_no_problem() -> None:
    assert read(GOOD).problems == ()


@pytest.mark.parametrize(
    ("code", "old", "new"), [case for case in SHAPE + TALK + NAMES if "‸" in case[2]]
)
def test_one_mistake_is_one_message_at_its_place(code: str, old: str, new: str) -> None:
    text, mark = changed(old, new)
    reading = read(text)
    assert seen(reading) == [(code, mark)]
    assert sentence(reading.problems[0])


def test_every_code_is_tried_here_or_found_elsewhere() -> None:
    tried = {case[0] for case in SHAPE + TALK + NAMES}
    files = {"not-utf8", "not-yaml", "too-large", "unreadable"}
    assert tried | files | FOUND_ELSEWHERE == CODES - METHOD


@pytest.mark.parametrize(
    ("old", "lacks", "line"),
    [
        ("title: Shouting on the 22 bus\n", "title", (1, 1)),
        ("cast:\n  lin: {name: Mrs. Lin, role: targeted, pronouns: she, note: Reads.}\n"
         "  grey: {name: Man in grey, role: harming}\n"
         "  driver: {name: The driver, role: authority}\n", "cast", (1, 1)),
        (", role: harming", "role", (22, 9)),
        ("        fit: strong\n", "fit", (49, 9)),
        ("        points: [Names what happened, Short]\n", "points", (81, 9)),
        ("          headline: A clear ask.\n", "headline", (76, 11)),
        ("outcome: supported, ", "outcome", (94, 13)),
        ("seconds: 40, ", "seconds", (45, 12)),
        ("when: calm >= 3, ", "when", (79, 13)),
    ],
)  # fmt: skip
def test_a_missing_key_is_named_where_its_mapping_starts(
    old: str, lacks: str, line: tuple[int, int]
) -> None:
    problem = only(read(GOOD.replace(old, "", 1)))
    assert problem.code == "missing-key"
    assert problem.params["key"] == lacks
    assert (problem.mark.line, problem.mark.column) == line


@pytest.mark.parametrize(
    ("old", "keys"),
    [
        ("    next: later\n", "choices, next, ending, stub"),
        ("    text: You sit.\n", "text, lines"),
        ("        act: Walk to the driver.\n", "say, act, own_words"),
    ],
)
def test_one_of_several_keys_is_missing(old: str, keys: str) -> None:
    problem = only(read(GOOD.replace(old, "", 1)))
    assert problem.code == "missing-key"
    assert problem.params["keys"] == keys


@pytest.mark.parametrize(
    ("old", "new", "offered"),
    [
        ("choices:", "choises:", "choices"),
        ("lang", "lng", "language"),
        ("setting: transit", "setting: transite", "transit"),
        ("start: aboard", "start: abord", "aboard"),
        ("- lin: Please", "- Lin: Please", "lin"),
        ("calm >= 1 and", "clam >= 1 and", "calm"),
        ("calm >= 1 and", "calm >= 1 &&", "and"),
        ("calm >= 1", "calm => 1", ">="),
        ("set: {helped: true}", "set: {help: true}", "helped"),
        ("[stop-aapi-hate]", "[stop-aapi-hat]", "stop-aapi-hate"),
        ("backdrop: bus", "backdrop: buss", "bus"),
        ("id: bus-shouting", "id: Bus Shouting", "bus-shouting"),
        ("language: en", "language: en_US", "en-US"),
        ("- id: ask\n", "- id: ask it\n", "ask-it"),
    ],
)
def test_what_was_meant_is_offered(old: str, new: str, offered: str) -> None:
    assert hint(only(read(GOOD.replace(old, new, 1)))) == f'Did you mean "{offered}"?'


def test_the_line_for_a_person_reads_as_the_format_shows_it() -> None:
    text = GOOD.replace("id: tell", "id: film").replace("{to: beside}", "{to: film-him}")
    text = text.replace("  beside:", "  filming:").replace("next: beside", "next: filming")
    text, mark = text, only(read(text)).mark
    assert person_line("bus.yaml", only(read(text))) == (
        f'bus.yaml:{mark.line}:{mark.column}: error: choice "film" leads to "film-him", '
        'which does not exist. Did you mean "filming"? [unknown-scene]'
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Shouting on the 22 bus", "title: 1984"),
        ("title: Shouting on the 22 bus", "title: no"),
        ("title: Shouting on the 22 bus", "title: 12:30"),
        ("title: Shouting on the 22 bus", "title: false"),
        ("title: Shouting on the 22 bus", 'title: "~"'),
        ("title: Shouting", "title: Shouting  # a comment of two spaces"),
        ("title: Shouting on the 22 bus", "title: a < b, I <3 you & [sighs] (so)"),
        ("language: en", "language: no"),
        ("language: en", "language: zh-Hant-TW"),
        ("minutes: 8", "minutes: +08"),
        ("change: {calm: -1}", "change: {calm: -99999999999999999999}"),
        ("content_notes: [racist language, shouting]", "content_notes: []"),
        ("content_notes: [racist language, shouting]", "content_notes: [Racism, shouting]"),
        ("resources: [stop-aapi-hate]", "resources: []"),
        ("  questions: [\"When did you first notice?\"]", "  questions: []"),
        ("present: [lin, grey, driver]", "present: []"),
        ("until: 2027-01-31", "until: 2026-06-01"),
        ("- id: own", "- id: ask2"),
        (WHEN, "(" * 40 + "helped" + ")" * 40),
        ("text: You sit.", "text: Write to <mailto:a@b.org>, [call](tel:988), <a@b.org>."),
        ("text: You sit.", 'text: "Tab\\tand\\nline"'),
        ("format: scenario/1", "# first a comment\n---\nformat: scenario/1"),
        ("summary: A man", "summary: \ufffd A man"),
        ("[Names what happened, Short]", "[Names what happened, Short, Turns to her afterwards]"),
    ],
)  # fmt: skip
def test_this_is_fine(old: str, new: str) -> None:
    assert old in GOOD
    assert read(GOOD.replace(old, new, 1)).problems == ()


def test_one_wrong_definition_does_not_make_every_use_wrong() -> None:
    for old, new in (
        ("  aboard:", "  1aboard:"),
        ("cast:\n", "cast: 3\nleft:\n"),
        ("scenes:\n", "nothing:\n"),
    ):
        text = GOOD.replace(old, new, 1).replace(
            "start: aboard", f"start: {'1aboard' if '1' in new else 'aboard'}"
        )
        codes = {problem.code for problem in read(text).problems}
        assert not codes & {"unknown-scene", "unknown-cast"}, new


def test_all_problems_of_a_file_come_at_once_and_in_order() -> None:
    text = GOOD
    for old, new in (
        ("minutes: 8", "minutes: 99"),
        ("start: aboard", "start: nowhere-at-all"),
        ("text: You sit.", "text: <b>"),
        ("d: direct", "d: driect"),
        ("title:", "&x title:"),
        ("role: harming", "role: bad"),
    ):
        text = text.replace(old, new, 1)
    found = read(text).problems
    assert [problem.code for problem in found] == [
        "alias", "bad-value", "bad-value", "unknown-scene", "bad-value", "unsafe-markup",
    ]  # fmt: skip
    assert [problem.mark.line for problem in found] == sorted(one.mark.line for one in found)


def test_errors_of_text_and_assets_leave_the_scenario() -> None:
    for old, new in (("text: You sit.", "text: <b>"), ("backdrop: bus", "backdrop: a.png")):
        reading = read(GOOD.replace(old, new, 1))
        assert reading.content is not None
    reading = read(GOOD.replace("title: Sh", "titel: Sh"))
    assert reading.content is None
    assert reading.id == "bus-shouting"


@pytest.mark.parametrize("wrong", ["{a: 5 %}", "[5 %]", "!x 5 %"])
def test_a_figure_does_not_hide_a_text_that_is_none(wrong: str) -> None:
    sources = 'sources:\n  - "Stop AAPI Hate, national report to June 2021"\n'
    assert sources in GOOD
    reading = read(GOOD.replace(sources, "").replace("text: You sit.", f"text: {wrong}"))
    assert only(reading).code in ("wrong-type", "tag")
