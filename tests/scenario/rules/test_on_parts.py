"""Rules about what a scenario brings along."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scenario.rules.story import choice, codes, ending, found, good

NEVER = "calm > 5"


@pytest.mark.parametrize(
    ("top", "code"),
    [
        ({"content_notes": None}, "no-content-notes"),
        ({"content_notes": []}, "no-content-notes"),
        ({"content_notes": None, "severity": "physical"}, "no-content-notes"),
        ({"debrief": None}, "no-debrief"),
        ({"debrief": {"questions": []}}, "no-debrief"),
        ({"resources": None}, "no-resources"),
        ({"resources": []}, "no-resources"),
    ],
)
def test_a_part_that_is_missing_is_told_on_the_first_line(top: dict[str, Any], code: str) -> None:
    (one,) = found(good(), **top)
    assert (one.code, one.mark.line) == (code, 1)


def test_a_slight_needs_no_content_notes() -> None:
    assert codes(good(), content_notes=None, severity="microaggression") == []


def test_an_ending_without_a_view() -> None:
    story = good()
    del story["end"]["ending"]["view"]
    (one,) = found(story)
    assert (one.code, one.params["scene"]) == ("no-view", "end")


def test_a_view_is_asked_for_where_an_ending_can_be_reached() -> None:
    story = good() | {"other": ending()}
    del story["other"]["ending"]["view"]
    story["beside"]["choices"].append(choice("turn", "distract", "other", when=NEVER))
    assert codes(story) == []
    story["beside"]["choices"][-1]["when"] = "calm == 0"
    assert codes(story) == ["no-view"]


def test_feedback_names_a_targeted_person() -> None:
    story = good()
    story["aboard"]["choices"][0]["feedback"] = {"headline": "So.", "driver": "He saw.", "you": "-"}
    (one,) = found(story)
    assert (one.code, one.params["choice"]) == ("no-targeted-feedback", "ask-the-way")


def test_a_targeted_learner_is_a_targeted_person() -> None:
    story = good()
    story["aboard"]["choices"][0]["feedback"] = {"headline": "So.", "you": "You got away."}
    assert codes(story, you={"role": "rider", "targeted": True}) == []


def test_feedback_of_what_is_never_offered_is_not_looked_at() -> None:
    story = good()
    silent = choice("turn", "distract", when=NEVER, feedback={"headline": "So."})
    story["beside"]["choices"].append(silent)
    assert codes(story) == []
    silent["when"] = "calm == 0"
    assert codes(story) == ["no-targeted-feedback"]


def test_own_words_need_no_feedback() -> None:
    story = good()
    story["beside"]["choices"].append(choice("own", "direct", own_words="Say it"))
    assert codes(story) == []
