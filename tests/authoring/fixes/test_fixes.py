"""Each fix mends its problem, brings no other, and is undone as one step."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from tests.authoring.checking.breaking import BROKEN, FULL
from trainer.authoring import hints
from trainer.authoring.checking.later import EXPLORED
from trainer.authoring.checking.places import place_of
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import Document
from trainer.authoring.fixes.fixing import fixes_for
from trainer.checking.files import check_text
from trainer.scenario.problems import Problem, Severity, sentence

TODAY = date(2026, 11, 30)

MORE: Final = {
    "cut in a list": ("[What did you see?]", "[What did you see, and when?]"),
    "quotes around a number": ("  calm: 2", '  calm: "2"'),
    "one text for a list": ("[staring]", "staring"),
    "not written as a sign": ("when: calm >= 2 and not told", "when: !told"),
    "over is false": ("    ending: {", "    stub: false\n    ending: {"),
    "timer without choices": (
        "    ending: {", "    timer: {seconds: 9, then: aboard}\n    ending: {",
    ),
    "another choice of that id": ("      - id: ask\n", "      - id: sit\n"),
    "no one in particular": ("d: distract", "d: delegate"),
    "no view": (", view: It rained.", ""),
    "no word of her": (", lin: She knew.", ""),
    "no debrief": ("debrief: {questions: [What did you see?]}\n", ""),
    "debrief without questions": ("{questions: [What did you see?]}", "{}"),
    "no resources": ("resources: [stop-aapi-hate]\n", ""),
    "no notes": ("content_notes: [staring]\n", ""),
    "no word on direct": (", direct: She did it herself.", ""),
    "somebody unused": ("  grey: {name", "  kim: {name: Kim, role: ally}\n  grey: {name"),
    "remembered for nothing": ("calm >= 2 and not told", "calm >= 2"),
    "only one fits": ("d: delay\n        fit: fair", "d: delay\n        fit: poor"),
    "reviewed by nobody": ("status: draft", "status: reviewed"),
    "planned": (
        "  off:\n    text: She", "  off:\n    stub: true\n  more:\n    text: She",
    ),
    "key of the file twice": ("title: Small\n", "title: Small\ntitle: Large\n"),
    "person twice": ("    lines: [{lin: Thank you.}]", "    lines: [{lin: Thank you., lin: Yes.}]"),
    "no id": ("      - id: ask\n        say", "      - say"),
    "no status": ("status: draft\n", ""),
    "no format": ("format: scenario/1\n", ""),
    "no feedback": ("        feedback: {headline: You asked., lin: She knew.}\n", ""),
    "id in capitals": ("id: small", "id: Small one"),
    "a space in a scene's name": ("  off:\n", "  get off:\n"),
    "a space in a name": ("  grey: {name", "  the man: {name"),
    "merge": (
        "    text: She gets off.",
        "<<<<<<< a\n    text: She gets off.\n=======\n    text: He does.\n>>>>>>> b",
    ),
    "merge in quotation marks": (
        "text: She gets off.",
        'text: "She\n<<<<<<< a\n      gets off.\n=======\n      goes.\n>>>>>>> b\n      Slowly."',
    ),
    "colon": ("text: She gets off.", "text: She says: off."),
    "quotes that go on": ("text: She gets off.", 'text: "Off" she says.'),
    "sign": ("text: She gets off.", "text: @home."),
    "quotation mark that opens": ("text: She gets off.", 'text: "She gets off.'),
    "tab": ("    text: She gets off.", "\ttext: She gets off."),
    "colon in a dialogue": ("      - grey: Go back.", "      - grey: He says: go back."),
    "line of the story with a colon": (
        "      - lin: No.", "      - lin: No.\n      - She says: so.",
    ),
}  # fmt: skip

EVERY: Final = {**BROKEN, **MORE}

NONE: Final = {
    "markup", "condition", "condition mixes", "figure", "scene twice", "empty text", "tag",
    "line of the story with a colon", "key missing", "cast without a role", "empty scene",
    "no one in particular", "no view", "no word of her", "no debrief", "debrief without questions",
    "no resources", "no notes", "no word on direct", "somebody unused",
    "planned", "no feedback", "only one fits",
}  # fmt: skip
"""Mistakes of which only the author knows what was meant, and what is still to be written."""


def made(name: str) -> Document:
    old, new = EVERY[name]
    assert old in FULL, name
    document = Document(Path("a.yaml"), FULL.replace(old, new, 1))
    document.settle()
    return document


def found(document: Document) -> tuple[Problem, ...]:
    return check_text(document.text.encode(), document.path, TODAY)[0].problems


def told(problems: tuple[Problem, ...]) -> Counter[tuple[str, str]]:
    return Counter((one.code, sentence(one)) for one in problems)


@pytest.mark.parametrize("name", EVERY)
def test_a_fix_mends_its_problem_and_brings_no_other(name: str) -> None:
    document = made(name)
    before = document.text
    problems = found(document)
    assert problems
    mended = 0
    for problem in problems:
        fixes = fixes_for(document, problem)
        for fix in fixes:
            assert fix.words
            desk = Desk()
            with desk.step(fix.words, Place(document, ())) as step:
                fix.act(step, document)
            after = tuple(hints.parted(document, found(document))[0])
            assert (problem.code, sentence(problem)) not in told(after), fix.words
            more = told(after) - told(problems)
            # What only exploring tells could not be told as long as there was an error.
            if problem.code != "not-yaml":
                assert {code for code, _words in more} <= EXPLORED, (fix.words, more)
                assert errors(after) < errors(problems) or problem.severity != Severity.ERROR
            at = place_of(document, problem)[1]
            there = {place_of(document, one)[1] for one in after if new(one, more)}
            assert at not in there - {()}, fix.words
            desk.undo()
            assert document.text == before
            mended += 1
    assert bool(mended) == (name not in NONE)


def new(one: Problem, more: Counter[tuple[str, str]]) -> bool:
    return one.code not in EXPLORED and told((one,)) <= more


def errors(problems: tuple[Problem, ...]) -> int:
    told = [one for one in problems if one.code not in EXPLORED]
    return sum(one.severity is Severity.ERROR for one in told)
