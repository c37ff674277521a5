"""A file becomes a plan; each mistake, and each lack of care, is told at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.checking.marking import Case, read, seen
from tests.plans.sample import GOOD
from tests.scenario.good_file import put
from trainer.plans.keys import MOST_LISTED, MOST_SEGMENTS
from trainer.plans.model import Answer, Card, Care, Kind, Rung, Slide, When
from trainer.plans.reading import PLANS
from trainer.scenario.model import Mark, Severity, Status
from trainer.scenario.problems import METHOD, hint, reason, sentence

if TYPE_CHECKING:
    from pathlib import Path

LONG = " ".join(["word"] * 45)
BREAKS = "".join(f"  b{n}: {{kind: break, title: B, minutes: 1}}\n" for n in range(MOST_SEGMENTS))
ANSWERS = ", ".join(f"{{id: a{n}, text: A.}}" for n in range(MOST_LISTED))

CASES = [
    Case("unsupported-format", "plan/1", "‸plans/1"),
    Case("missing-key", "summary: What happens on Thursday.\n", "", at=(1, 1)),
    Case("bad-value", "languages: [zh-TW]", "languages: [zh-TW, ‸ko]"),
    Case("bad-value", "keep_days: 0", "keep_days: ‸1000"),
    Case("missing-key", "care: {name: Noor, where: in the foyer}", "care: ‸{name: Noor}"),
    Case("wrong-type", "interpreted: true", "interpreted: ‸maybe"),
    Case("bad-value", "  welcome:\n", "  ‸Welcome:\n"),
    Case("bad-value", "  welcome:\n", f"{BREAKS}  ‸welcome:\n"),
    # segments
    Case("missing-key", "    kind: survey\n    title: After\n", "    title: After\n", at=(85, 5)),
    Case("bad-value", "kind: break", "kind: ‸brake"),
    Case("bad-value", "minutes: 10", "minutes: ‸0"),
    Case("missing-key", "    when: after\n", "", at=(85, 5)),
    Case("missing-key", "    scenario: morning-train\n", "", at=(51, 5)),
    Case("missing-key", "    situation: Somebody laughs at her.\n", "", at=(56, 5)),
    Case("bad-value", "    when: before", "    when: before\n    turn: ‸2"),
    Case("bad-value", "least: 5", "least: ‸9"),
    Case("bad-value", "    text: Back at seven.", "    text: Back.\n    least: ‸2"),
    Case("bad-value", "size: 2", "size: ‸1"),
    # what they hold
    Case("bad-value", "      - page: five-ds\n      -",
         "      - page: five-ds\n        text: ‸Hi.\n      -"),
    Case("bad-value", "      - page: five-ds\n      -",
         "      - page: five-ds\n        title: ‸Hi\n      -"),
    Case("missing-key", "slides: [{text: Go well.}]", "slides: [‸{title: Go}]"),
    Case("missing-key", "      - title: Hello\n", "      - ‸section: delay\n"),
    Case("duplicate-id", "id: shove", "id: ‸joke"),
    Case("duplicate-id", "id: watch", "id: ‸act"),
    Case("duplicate-id", "{id: none", "{id: ‸help"),
    Case("bad-value", "[{id: help, text: Help.}, {id: none", f"[{ANSWERS}, ‸{{id: none"),
    Case("bad-value", "severity: physical", "severity: ‸violent"),
    Case("bad-value", "targeted: true", "targeted: ‸false"),
    Case("unknown-key", "why: It", "‸wyh: It"),
    Case("unsafe-markup", "*here*", "‸<b>here</b>"),
    # names
    Case("unknown-page", "      - page: five-ds\n      -", "      - page: ‸five-d\n      -",
         "warning"),
    Case("unknown-section", "section: delay", "section: ‸dalay", "warning"),
    Case("unknown-scenario", "scenario: morning-train", "scenario: ‸morning-trian", "warning"),
    Case("unknown-contact", "[988-lifeline]", "[‸988-lifelines]", "warning"),
    # reviews
    Case("review-missing", "reviewed: {by: A body, on: 2026-01-31, until: 2027-01-31}\n", "",
         "warning", (9, 9)),
    Case("review-expired", "until: 2027-01-31", "until: ‸2026-05-31", "warning"),
    # care for those in the room
    Case("no-care", "care: {name: Noor, where: in the foyer}\n", "", "warning", (1, 1)),
    Case("title-minutes", "title: A plan in small, 53 min", "title: ‸A plan of 60 minutes",
         "warning"),
    Case("long-slide", "      - title: Hello\n        text: We are *here*.",
         f"      - ‸title: Hello\n        text: {LONG} more.", "warning"),
    Case("no-agreements", "agreements:\n  - You may step out.\n", "", "method", (1, 1)),
    Case("unsourced-figure", 'sources:\n  - "A report, 2021"\n', "", "method", (47, 21)),
]  # fmt: skip


FIRST = 12


def room(*segments: str, agreements: str = "agreements: [You may step out.]") -> str:
    """A plan that is nothing but its segments, from line :data:`FIRST` on."""
    top = ("title: A plan", "summary: S.", "language: en", "authors: [U]", "licence: L",
           "status: draft", agreements, "care: {name: Noor, where: here}")  # fmt: skip
    lines = [f"  s{number}: {{{one}}}" for number, one in enumerate(segments, 1)]
    return "\n".join(["format: plan/1", "id: a-plan", "; ".join(top), "segments:", *lines]).replace(
        "; ", "\n"
    )


CLOSE = "kind: close, title: C, minutes: 5, contacts: [988-lifeline]"
BREAK = "kind: break, title: B, minutes: 5"
STORY = "kind: scenario, title: S, minutes: 10, scenario: morning-train"
TALK = "kind: discussion, title: T, minutes: 90, ask: What?"
BEFORE = "kind: survey, title: S, minutes: 2, when: before"
AFTER = "kind: survey, title: S, minutes: 2, when: after"
SLIDES = "kind: slides, title: S, minutes: 90, slides: [{text: T}]"


def groups(size: int, *cards: str) -> str:
    """A segment in groups, with these cards; one that is called ``her`` is the targeted part."""
    of_her = {"her": ", targeted: true"}
    told = ", ".join(f"{{id: {one}, title: T, text: X{of_her.get(one, '')}}}" for one in cards)
    return f"kind: groups, title: G, minutes: 8, situation: S, size: {size}, cards: [{told}]"


ROOMS = [
    ((SLIDES, BREAK, CLOSE), []),
    ((BREAK.replace("5", "95"), SLIDES.replace("90", "5"), BREAK, CLOSE), []),
    ((f"kind: slides, title: S, minutes: 5, slides: [{{text: {LONG}}}]", CLOSE), []),
    ((SLIDES, STORY, TALK.replace("90", "5"), BREAK, CLOSE), [("no-break", "method", 1)]),
    ((BREAK, SLIDES, CLOSE), [("no-break", "method", 2)]),
    ((SLIDES,), [("no-close", "method", 1)]),
    ((CLOSE, BREAK), [("after-close", "method", 2)]),
    ((BREAK, STORY, CLOSE), [("scenario-then-close", "method", 2)]),
    ((BREAK, STORY, BREAK, CLOSE), []),
    ((STORY, BREAK, CLOSE), [("not-arrived", "method", 1)]),
    (("kind: close, title: C, minutes: 5",), [("no-resources", "method", 1)]),
    ((AFTER, CLOSE), [("survey-alone", "method", 1)]),
    ((AFTER, BEFORE, CLOSE), [("survey-alone", "method", 1)]),
    ((BEFORE, AFTER, CLOSE), []),
    ((BEFORE, BEFORE, CLOSE), [("survey-twice", "warning", 2)]),
    ((BREAK, groups(2, "act", "watch"), CLOSE), []),
    ((BREAK, groups(2, "act", "watch", "her"), CLOSE), []),
    ((BREAK, groups(2, "act", "her"), CLOSE), [("targeted-unasked", "method", 2)]),
    ((BREAK, groups(3, "act", "watch"), CLOSE), [("cards-and-size", "warning", 2)]),
    ((BREAK, groups(2, "act", "watch", "help"), CLOSE), [("cards-and-size", "warning", 2)]),
]  # fmt: skip


def test_a_good_file_becomes_a_plan() -> None:
    reading = read(GOOD, PLANS)
    assert reading.problems == ()
    plan = reading.content
    assert plan is not None
    assert (plan.id, plan.status, plan.languages) == ("small-plan", Status.REVIEWED, ("zh-TW",))
    assert (plan.agreements, plan.care) == (("You may step out.",), Care("Noor", "in the foyer"))
    assert (plan.interpreted, plan.keep_days, plan.minutes) == (True, 0, 53)
    assert list(plan.segments) == [
        "welcome", "before", "ladder", "story", "threes", "talk", "pause", "will-do", "after",
        "close",
    ]  # fmt: skip
    welcome, ladder, threes = (plan.segments[key] for key in ("welcome", "ladder", "threes"))
    assert (welcome.key, welcome.kind, welcome.mark) == ("welcome", Kind.SLIDES, Mark(19, 3))
    assert welcome.slides == (
        Slide(page="five-ds"),
        Slide("five-ds", "delay", "Afterwards", "Ask her.", "Slowly."),
        Slide(title="Hello", text="We are *here*."),
    )
    assert (welcome.notes, welcome.least, plan.segments["before"].least) == ("Breathe.", None, 0)
    assert ladder.rungs[1] == Rung("shove", "A shove.", Severity.PHYSICAL, "It hurts.")
    assert (threes.size, threes.turn, threes.situation) == (2, 2, "Somebody laughs at her.")
    assert threes.cards[2] == Card("her", "Her", "You are her.", targeted=True)
    assert plan.segments["talk"].answers[1] == Answer("none", "Nothing.")
    assert plan.segments["after"].when is When.AFTER
    assert (plan.segments["close"].contacts, plan.segments["pause"].text) == (
        ("988-lifeline",), "Back at seven.",
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_one_mistake_is_one_message_at_its_place(case: Case) -> None:
    text, place = case.applied(GOOD)
    reading = read(text, PLANS)
    assert seen(reading) == [(case.code, case.severity, place)]
    for found in reading.problems:
        assert "%(" not in sentence(found) + (hint(found) or "")


@pytest.mark.parametrize(("segments", "found"), ROOMS)
def test_care_for_those_in_the_room(
    segments: tuple[str, ...], found: list[tuple[str, str, int]]
) -> None:
    reading = read(room(*segments), PLANS)
    assert [(code, said, line - FIRST + 1) for code, said, (line, _) in seen(reading)] == found
    for one in reading.problems:
        assert "%(" not in sentence(one) + (hint(one) or "")
        assert one.code not in METHOD or reason(one.code)


def test_only_talking_needs_agreements() -> None:
    assert seen(read(room(SLIDES, CLOSE, agreements="keep_days: 1"), PLANS))[0][0] == "no-break"
    quiet = (SLIDES.replace("90", "5"), BEFORE, CLOSE)
    assert seen(read(room(*quiet, agreements="keep_days: 1"), PLANS)) == []


def test_a_misspelt_name_is_offered_and_nothing_is_lost() -> None:
    text = GOOD.replace("morning-train", "morning-trian").replace("section: delay", "section: dlay")
    reading = read(text, PLANS)
    assert [hint(one) for one in reading.problems] == [
        'Did you mean "delay"?', 'Did you mean "morning-train"?',
    ]  # fmt: skip
    assert reading.content is not None
    assert reading.content.segments["story"].scenario == "morning-trian"


def test_what_lies_beside_a_plan_is_known_and_else_it_is_not(tmp_path: Path) -> None:
    page = "format: page/1\nid: ours\nsections:\n- heading: A\n  id: one\n- {id: two}\n"
    text = GOOD.replace("morning-train", "our-story").replace("page: five-ds\n", "page: ours\n")
    text = text.replace("section: delay", "section: two")
    plans = tmp_path / "home" / "plans"
    assert [one.code for one in read(text, PLANS, plans).problems] == [
        "unknown-page", "unknown-page", "unknown-scenario",
    ]  # fmt: skip
    put(tmp_path / "home" / "scenarios" / "a" / "a.yaml", "format: scenario/1\nid: our-story\n")
    put(tmp_path / "home" / "pages" / "p.yaml", page)
    assert read(text, PLANS, plans).problems == ()
    assert seen(read(text.replace("section: two", "section: three"), PLANS, plans)) == [
        ("unknown-section", "warning", (27, 18))
    ]


def test_a_list_of_help_of_ones_own_is_known_to_a_plan_of_ones_own(tmp_path: Path) -> None:
    text = GOOD.replace("988-lifeline", "our-clinic")
    plans = tmp_path / "home" / "plans" / "a"
    assert [one.code for one in read(text, PLANS, plans).problems] == ["unknown-contact"]
    ours = "format: help/1\nid: ours\nentries:\n  our-clinic:\n    name: A\n"
    put(tmp_path / "home" / "scenarios" / "ours" / "ours.yaml", ours)
    assert read(text, PLANS, plans).problems == ()


def test_a_pack_knows_all_that_lies_in_it_and_nothing_beside_it(tmp_path: Path) -> None:
    text = GOOD.replace("morning-train", "our-story")
    put(tmp_path / "pack" / "any" / "a.yaml", "id: our-story\nformat: 'scenario/1'\n")
    put(tmp_path / "scenarios" / "b.yaml", "format: scenario/1\nid: not-ours\n")
    deep = tmp_path / "pack" / "more" / "plans"
    assert [one.code for one in read(text, PLANS, deep).problems] == ["unknown-scenario"]
    put(tmp_path / "pack" / "pack.yaml", "id: a-pack\n")
    assert read(text, PLANS, deep).problems == ()
    assert [
        one.code for one in read(GOOD.replace("morning-train", "not-ours"), PLANS, deep).problems
    ] == ["unknown-scenario"]
