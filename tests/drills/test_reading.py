"""A file becomes drills; each mistake, and each step off the method, is told at its place."""

from __future__ import annotations

import pytest

from tests.checking.marking import Case, read, seen
from tests.drills.sample import GOOD
from trainer.drills.model import Family, Reflection, Reply
from trainer.drills.reading import DRILLS
from trainer.method.ds import D
from trainer.scenario.model import Kind, Mark, Setting, Status
from trainer.scenario.problems import hint, sentence

LONG = " ".join(["word"] * 25)
DRILLS_PART = GOOD[GOOD.index("drills:\n") : GOOD.index("reflections:")]
REFLECTIONS = GOOD[GOOD.index("reflections:") :]

CASES = [
    Case("unsupported-format", "drills/1", "‸drill/1"),
    Case("missing-key", "summary: What is said at lunch.\n", "", at=(1, 1)),
    Case("missing-key", "family: joke\n", "", at=(1, 1)),
    Case("bad-value", "family: joke", "family: ‸jokes"),
    Case("bad-value", "authors: [Upstander]", "authors: ‸[]"),
    Case("bad-value", "drills:\n  lunch-soup", "drills:\n  ‸Lunch soup"),
    Case("bad-value", DRILLS_PART, "drills: ‸{}\n"),
    Case("bad-value", REFLECTIONS, "reflections: ‸{}\n"),
    Case("missing-key", "    setting: work\n", "", at=(16, 5)),
    Case("bad-value", "setting: work", "setting: ‸office"),
    Case("unknown-key", "    soft: A", "    ‸sotf: A"),
    # replies
    Case("bad-value", "      - id: later\n        say: Are you all right?\n        d: delay\n"
         "        does: 30 % of it is over.\n", "", at=(21, 7)),
    Case("missing-key", "        act: Turn to Wen.\n", "", at=(25, 9)),
    Case("missing-key", "        does: Wen has company.\n", "", at=(25, 9)),
    Case("missing-key", "      - id: turn\n        act", "      - ‸act"),
    Case("bad-value", "        act: Turn to Wen.", "        act: Turn to Wen.\n        say: ‸Hi."),
    Case("bad-value", "d: delay", "d: ‸wait"),
    Case("duplicate-id", "id: later", "id: ‸turn"),
    # points and repair
    Case("bad-value", "    points:\n      - Short\n      - Turns to Wen\n",
         "    points: ‸[Short]\n"),
    Case("missing-key", "      now: I ask about the food.\n", "", at=(37, 7)),
    Case("cut-text", "avoid:\n        - Sorry if you took it badly",
         "avoid: [‸Sorry if you took it badly, or not]", "warning"),
    Case("missing-key", "    ask: Name five leaders.\n", "", at=(45, 5)),
    Case("unsafe-markup", "*that*", "‸<i>that</i>"),
    # reviews
    Case("review-missing", "status: reviewed\nreviewed: {by: A body, on: 2026-01-31, until: "
         "2027-01-31}\n", "status: ‸reviewed\n", "warning"),
    Case("review-expired", "until: 2027-01-31", "until: ‸2026-05-31", "warning"),
    # the method
    Case("drill-ds", "  lunch-soup:", "  ‸lunch-soup:", "method"),
    Case("direct-too-long", "say: That is not funny.", f"say: ‸{LONG} more.", "method"),
    Case("no-content-notes", "content_notes: [racist language]\n", "", "method", (1, 1)),
    Case("no-content-notes", "content_notes: [racist language]", "content_notes: []", "method",
         (1, 1)),
    Case("unsourced-figure", 'sources:\n  - "A report, 2021"\n', "", "method", (30, 15)),
]  # fmt: skip


def test_a_good_file_becomes_drills() -> None:
    reading = read(GOOD, DRILLS)
    assert reading.problems == ()
    deck = reading.content
    assert deck is not None
    assert (deck.id, deck.family, deck.status) == ("small-drills", Family.JOKE, Status.REVIEWED)
    assert (deck.content_notes, deck.sources) == (("racist language",), ("A report, 2021",))
    assert deck.reviewed is not None
    drill = deck.drills["lunch-soup"]
    assert (drill.key, drill.setting, drill.mark) == ("lunch-soup", Setting.WORK, Mark(15, 3))
    assert (drill.line, drill.soft) == ("99 % of you eat *that*?", "A joke about food.")
    assert drill.replies[1] == Reply(
        "turn", Kind.ACT, "Turn to Wen.", D.DISTRACT, "Wen has company."
    )
    assert [reply.kind for reply in drill.replies] == [Kind.SAY, Kind.ACT, Kind.SAY]
    assert drill.points == ("Short", "Turns to Wen")
    assert drill.repair is not None
    assert (drill.repair.said, drill.repair.avoid) == (
        "I made that joke.", ("Sorry if you took it badly",),
    )  # fmt: skip
    assert deck.reflections["five-leaders"] == Reflection(
        "five-leaders", "Name five leaders.", "Half of all people can name none, 50 percent.",
        ("A study",),
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_one_mistake_is_one_message_at_its_place(case: Case) -> None:
    if case.code == "drill-ds":
        text = GOOD.replace("d: delay", "d: direct").replace("d: distract", "d: direct")
        place = (15, 3)
    else:
        text, place = case.applied(GOOD)
    reading = read(text, DRILLS)
    assert seen(reading) == [(case.code, case.severity, place)]
    for found in reading.problems:
        assert "%(" not in sentence(found) + (hint(found) or "")


@pytest.mark.parametrize(("ds", "told"), [("direct", True), ("document", False)])
def test_two_ds_are_too_few_three_are_enough(ds: str, told: bool) -> None:
    codes = [one.code for one in read(GOOD.replace("d: delay", f"d: {ds}"), DRILLS).problems]
    assert codes == (["drill-ds"] if told else [])


def test_as_long_as_one_has_no_d_nobody_says_that_they_are_too_few() -> None:
    text = GOOD.replace("d: delay", "d:").replace("d: distract", "d: direct")
    assert "drill-ds" not in {one.code for one in read(text, DRILLS).problems}


def test_25_words_are_not_too_long_and_only_direct_is_short() -> None:
    for old, new in (("That is not funny.", f"{LONG}."), ("Are you all right?", f"{LONG} more?")):
        assert read(GOOD.replace(old, new), DRILLS).problems == ()


def test_what_somebody_says_needs_no_source() -> None:
    """The line, and a card with sources of its own, may hold figures."""
    text = GOOD.replace('sources:\n  - "A report, 2021"\n', "").replace("30 % of it", "All of it")
    assert read(text, DRILLS).problems == ()
    figures = read(text.replace("    sources: [A study]\n", ""), DRILLS).problems
    assert [one.code for one in figures] == ["unsourced-figure"]


def test_nobody_has_to_say_how_to_make_it_right() -> None:
    start, end = GOOD.index("    repair:\n"), GOOD.index("    to_you: true")
    reading = read(GOOD[:start] + GOOD[end:], DRILLS)
    assert reading.problems == ()
    assert reading.content is not None
    assert reading.content.drills["lunch-soup"].repair is None


@pytest.mark.parametrize("kept", [DRILLS_PART, REFLECTIONS])
def test_drills_or_reflections_alone_are_a_file(kept: str) -> None:
    start = GOOD[: GOOD.index("drills:\n")]
    assert read(start + kept, DRILLS).problems == ()
    if kept is REFLECTIONS:
        bare = start.replace("family: joke\n", "").replace("content_notes: [racist language]\n", "")
        assert read(bare + kept, DRILLS).problems == ()
    assert seen(read(start, DRILLS)) == [("missing-key", "error", (1, 1))]


def test_several_mistakes_are_told_at_once() -> None:
    text = GOOD.replace("d: delay", "d: direct").replace("family: joke\n", "")
    text = text.replace("setting: work", "setting: wrok").replace(
        "That is not funny.", f"{LONG} a."
    )
    assert [one.code for one in read(text, DRILLS).problems] == [
        "missing-key", "drill-ds", "bad-value", "direct-too-long",
    ]  # fmt: skip
