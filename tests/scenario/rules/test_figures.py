"""Percentages that the story tells as fact need a source."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scenario.rules.story import Scenes, choice, codes, found, good, written
from trainer.scenario.problems import sentence

FIGURE = "Of those who saw it 72 % walked on."


def _told(where: str) -> Scenes:
    story = good()
    first = story["aboard"]["choices"][0]
    places: dict[str, tuple[dict[str, Any], str, Any]] = {
        "text": (story["aboard"], "text", FIGURE),
        "soft": (story["aboard"], "soft", FIGURE),
        "check": (story["aboard"], "check", FIGURE),
        "narration": (story["aboard"], "lines", [{"lin": "Please."}, FIGURE]),
        "headline": (first["feedback"], "headline", FIGURE),
        "why": (first["feedback"], "why", FIGURE),
        "person": (first["feedback"], "lin", FIGURE),
        "view": (story["end"]["ending"], "view", FIGURE),
        "consequence": (first, "consequence", {"text": FIGURE}),
        "consequence-line": (first, "consequence", {"lines": [FIGURE]}),
        "speech": (story["aboard"], "lines", [{"lin": FIGURE}]),
        "said": (first, "say", FIGURE),
        "facilitator": (story["aboard"], "facilitator", FIGURE),
    }
    holder, key, value = places[where]
    holder[key] = value
    return story


@pytest.mark.parametrize(
    "where",
    [
        "text", "soft", "check", "narration", "headline", "why", "person", "view", "consequence",
        "consequence-line",
    ],
)  # fmt: skip
def test_a_percentage_is_found_at_its_place(where: str) -> None:
    (one,) = found(_told(where))
    line = written(_told(where)).splitlines()[one.mark.line - 1]
    assert one.code == "unsourced-figure"
    assert line[one.mark.column - 1 :].startswith("72 % walked")
    assert sentence(one).startswith("“72 %”")


@pytest.mark.parametrize("where", ["speech", "said", "facilitator"])
def test_what_people_say_is_theirs(where: str) -> None:
    assert codes(_told(where)) == []


def test_a_source_is_enough_and_an_empty_list_is_none() -> None:
    assert codes(_told("text"), sources=["A report"]) == []
    assert codes(_told("text"), sources=[]) == ["unsourced-figure"]


@pytest.mark.parametrize("text", ["72%", "7.5 percent", "1,000 per cent", "٣٠٪", "80％"])
def test_percentages_as_people_write_them(text: str) -> None:
    story = good()
    story["end"]["text"] = f"It was {text} of them."
    assert codes(story) == ["unsourced-figure"]


@pytest.mark.parametrize("text", ["Bus 72", "100 percenters", "a % sign", "9/11", "8:10"])
def test_other_numbers_are_no_percentages(text: str) -> None:
    story = good()
    story["end"]["text"] = text
    assert codes(story) == []


def test_two_in_one_text_are_two_findings() -> None:
    story = good()
    story["end"]["text"] = "First 5 %, then 6 %."
    assert [one.params["figure"] for one in found(story)] == ["5 %", "6 %"]


def test_a_percentage_does_not_keep_the_story_from_being_explored() -> None:
    story = _told("text")
    story["beside"]["choices"].append(choice("film", "document", when="calm > 5"))
    assert codes(story) == ["unsourced-figure"]
