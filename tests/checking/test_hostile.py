"""Whatever a file of help, drills, pages or plans holds, reading it ends with problems, no more."""

from __future__ import annotations

import random
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checking.marking import read
from tests.drills.sample import GOOD as DRILLS_FILE
from tests.help.sample import GOOD as HELP_FILE
from tests.pages.sample import GOOD as PAGE_FILE
from tests.plans.sample import GOOD as PLAN_FILE
from tests.scenario.test_reading_hostile import TOKENS
from trainer.drills.reading import DRILLS
from trainer.help.reading import HELP
from trainer.pages.reading import PAGES
from trainer.plans.reading import PLANS
from trainer.scenario.problems import Severity, hint, sentence

if TYPE_CHECKING:
    from trainer.scenario.files.shapes import Format

FOUR = [(HELP, HELP_FILE), (DRILLS, DRILLS_FILE), (PAGES, PAGE_FILE), (PLANS, PLAN_FILE)]


def all_right(text: str, form: Format[Any]) -> None:
    reading = read(text, form)
    places = [(one.mark.line, one.mark.column) for one in reading.problems]
    assert places == sorted(places)
    for problem in reading.problems:
        for words in (sentence(problem), hint(problem) or ""):
            assert not {unicodedata.category(char) for char in words} & {"Cc", "Cs", "Zl", "Zp"}
    errors = any(one.severity is Severity.ERROR for one in reading.problems)
    assert reading.content is not None or errors


@pytest.mark.parametrize(("form", "good"), FOUR, ids=["help", "drills", "page", "plan"])
@given(seed=st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_a_good_file_with_something_put_in_taken_out_or_moved(
    form: Format[Any], good: str, seed: int
) -> None:
    dice = random.Random(seed)
    text = good
    for _change in range(dice.randint(1, 4)):
        lines = text.splitlines(keepends=True)
        at = dice.randrange(len(text) + 1)
        match dice.randrange(4):
            case 0:
                text = text[:at] + dice.choice(TOKENS) + text[at:]
            case 1:
                text = text[:at] + text[at + dice.randint(1, 12) :]
            case 2:
                lines.insert(dice.randrange(len(lines)), dice.choice(lines))
                text = "".join(lines)
            case _:
                del lines[dice.randrange(len(lines))]
                text = "".join(lines)
        if not text:
            break
    all_right(text, form)


@pytest.mark.parametrize(("form", "good"), FOUR, ids=["help", "drills", "page", "plan"])
def test_each_line_left_out_or_replaced_by_another_kind(form: Format[Any], good: str) -> None:
    lines = good.splitlines(keepends=True)
    for number, line in enumerate(lines):
        all_right("".join(lines[:number] + lines[number + 1 :]), form)
        head, colon, _value = line.partition(": ")
        for value in ("[]", "{}", "~", "7", "true", "[a, [b]]", "{a: {b: c}}", "''"):
            if colon:
                all_right(
                    "".join([*lines[:number], f"{head}: {value}\n", *lines[number + 1 :]]), form
                )


@pytest.mark.parametrize(("form", "good"), FOUR, ids=["help", "drills", "page", "plan"])
@pytest.mark.parametrize("kept", ["", "{}", "[]", "~", "- a", "entries: 3", "sections: [{}, []]"])
def test_hardly_anything_is_told_too(form: Format[Any], good: str, kept: str) -> None:
    for text in (kept, f"{good.splitlines()[0]}\n{kept}\n"):
        all_right(text, form)
        assert read(text, form).content is None
