"""What is said of drills: whose words are quoted, and what a screen reader hears."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.drills.sample import GOOD
from tests.scenario.good_file import put
from trainer import language
from trainer.drills import wording
from trainer.drills.hand import Part
from trainer.drills.reading import DRILLS
from trainer.language import PSEUDO
from trainer.scenario.files import reading as files

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.drills.model import Drill


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    found = files.read_file(put(tmp_path / "a.yaml", GOOD), (DRILLS,)).content
    assert found is not None
    return found.drills["lunch-soup"]


def test_what_is_said_is_quoted_and_what_is_told_instead_is_not(drill: Drill) -> None:
    assert wording.line(drill, soften=False).plain() == "“99 % of you eat that?”"
    assert wording.line(drill, soften=True).plain() == "A joke about food."
    assert wording.line(replace(drill, soft=None), soften=True).plain() == "“99 % of you eat that?”"


def test_marks_that_stand_there_are_not_doubled(drill: Drill) -> None:
    said = wording.line(replace(drill, line="“Bat?” he asks."), soften=False)
    assert said.plain() == "“Bat?” he asks."


def test_what_is_done_is_not_quoted(drill: Drill) -> None:
    say, act, _later = drill.replies
    assert wording.reply(say).plain() == "“That is not funny.”"
    assert wording.reply(act).plain() == "Turn to Wen."


def test_a_screen_reader_hears_all_of_a_side_and_nothing_of_the_other(drill: Drill) -> None:
    heard = wording.heard_drill(drill, soften=False)
    assert heard.splitlines() == [
        "Work",
        "A colleague, to the table; Wen sits beside you.",
        "“99 % of you eat that?”",
    ]
    assert "funny" not in heard
    replies = wording.heard_replies(drill)
    for words in ("Direct", "“That is not funny.”", "Wen hears that somebody minds.", "Delay"):
        assert words in replies


def test_marks_and_numbers_follow_the_language(drill: Drill) -> None:
    language.use(PSEUDO)
    before, behind = wording.line(drill, soften=False).marks()
    assert before.startswith(language.OPEN)
    assert behind.endswith(language.CLOSE)
    assert wording.how_many(Part.DRILLS, 1) == "⟦1 line⟧"
    language.use(language.SOURCE)
    assert wording.how_many(Part.DRILLS, 3) == "3 lines"
    assert wording.how_many(Part.REFLECTIONS, 1) == "1 card"


def test_repair_has_a_row_for_what_not_to_say_only_if_there_is_something(drill: Drill) -> None:
    assert drill.repair is not None
    rows = wording.repair_rows(drill.repair)
    assert rows[-1] == ("Better not", "“Sorry if you took it badly”")
    assert len(wording.repair_rows(replace(drill.repair, avoid=()))) == 3


def test_one_source_and_several() -> None:
    assert wording.sources(()) == ""
    assert wording.sources(("A",)) == "Source: A"
    assert wording.sources(("A", "B")) == "Sources:\nA\nB"
