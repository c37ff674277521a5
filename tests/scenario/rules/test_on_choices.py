"""Rules about what is offered: each fires, stays silent, and asks what can really be met."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scenario.rules.story import Scenes, choice, codes, ending, found, good, scene
from trainer.scenario.problems import hint, sentence

DS = ("distract", "delegate", "document", "delay", "direct")
NEVER = "calm > 5"
"""Never holds: nothing changes ``calm``."""


def test_a_good_story_has_no_finding() -> None:
    assert codes(good()) == []


# --- one-right-answer


def test_one_right_answer_fires_where_only_one_d_fits() -> None:
    story = good()
    story["aboard"]["choices"][1]["fit"] = "poor"
    (one,) = found(story)
    assert one.code == "one-right-answer"
    assert sentence(one).startswith('in scene "aboard"')
    assert "over: true" in (hint(one) or "")


def test_one_right_answer_counts_ds_and_not_choices() -> None:
    story = good()
    story["aboard"]["choices"][1] |= {"d": "distract"}
    story["beside"]["choices"].append(choice("call", "delegate"))
    assert codes(story) == ["one-right-answer"]


def test_waiting_is_none_of_the_five() -> None:
    story = good()
    story["aboard"]["choices"][1] |= {"d": "wait"}
    story["beside"]["choices"].append(choice("call", "delegate"))
    assert codes(story) == ["one-right-answer"]


def test_own_words_are_not_rated_and_so_do_not_fit() -> None:
    story = good()
    story["aboard"]["choices"][1]["fit"] = "poor"
    story["aboard"]["choices"].append(choice("own", "direct", "beside", own_words="Say it"))
    assert codes(story) == ["one-right-answer"]


def test_one_right_answer_is_silent_once_the_harm_is_over() -> None:
    story = good()
    story["aboard"]["choices"][1]["fit"] = "poor"
    story["aboard"]["over"] = True
    assert codes(story) == []


def test_one_right_answer_is_silent_where_there_is_nothing_to_choose() -> None:
    story = good()
    del story["aboard"]["choices"][1]
    story["beside"]["choices"].append(choice("call", "delegate"))
    assert codes(story) == []


def test_one_right_answer_looks_at_what_is_ever_offered() -> None:
    story = good()
    story["aboard"]["choices"][1]["when"] = NEVER
    story["beside"]["choices"].append(choice("call", "delegate"))
    assert codes(story) == ["one-right-answer"]
    story["aboard"]["choices"][1]["when"] = "calm == 0"
    assert codes(story) == []


def test_a_scene_that_nobody_reaches_is_not_looked_at() -> None:
    story = good() | {"alone": scene(choice("a", "distract"), choice("b", "distract"))}
    assert codes(story) == []


# --- five-buttons


def _buttons(*sorted_: bool, when: str | None = None) -> Scenes:
    """Decisions one after the other; the sorted ones offer each D once."""
    story: Scenes = {}
    for number, is_sorted in enumerate(sorted_):
        to = f"s{number + 1}" if number + 1 < len(sorted_) else "end"
        offered = [choice(d, d, to) for d in DS]
        offered[2] |= {"asks": "recording", "fit": "poor"}
        if not is_sorted:
            offered.append(choice("again", "distract", to, fit="poor", when=when))
        story[f"s{number}"] = scene(*offered, lines=[{"lin": "Please."}])
    return story | {"end": ending()}


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ((True, True, True), ["five-buttons"]),
        ((True, True, False), ["five-buttons"]),
        ((True, False, False), []),
        ((True, True, False, False), []),
        ((True, True), []),
    ],
)
def test_five_buttons(decisions: tuple[bool, ...], expected: list[str]) -> None:
    assert [code for code in codes(_buttons(*decisions)) if code == "five-buttons"] == expected


def test_a_second_choice_that_is_never_offered_leaves_the_five_buttons() -> None:
    assert "five-buttons" in codes(_buttons(False, False, False, when=NEVER))
    assert "five-buttons" not in codes(_buttons(False, False, False, when="calm == 0"))


# --- d-missing


@pytest.mark.parametrize("d", ["document", "direct", "delay"])
def test_d_missing_fires_for_each(d: str) -> None:
    story = good()
    story["beside"]["choices"] = [one for one in story["beside"]["choices"] if one["d"] != d]
    (one,) = found(story)
    assert (one.code, one.params["d"], one.mark.line) == ("d-missing", d, 1)


def test_d_missing_is_silent_with_a_reason() -> None:
    story = good()
    del story["beside"]["choices"][0]
    assert codes(story, leaves_out={"document": "Nobody is helping yet."}) == []
    assert codes(story, leaves_out={"delay": "No time."}) == ["d-missing"]


def test_a_d_that_is_never_offered_is_missing() -> None:
    story = good()
    story["beside"]["choices"][0]["when"] = NEVER
    assert codes(story) == ["d-missing"]


def test_own_words_count_as_their_d() -> None:
    story = good()
    story["beside"]["choices"][1] = choice("own", "direct", own_words="Say it")
    assert codes(story) == []


# --- delegate-to-nobody, direct-too-long


def test_delegate_to_nobody_fires_at_the_choice() -> None:
    story = good()
    del story["aboard"]["choices"][1]["to"]
    (one,) = found(story)
    assert (one.code, one.params["choice"]) == ("delegate-to-nobody", "tell-driver")


def test_delegate_to_nobody_is_silent_about_what_is_never_offered() -> None:
    story = good()
    shout = choice("shout", "delegate", when=NEVER)
    del shout["to"]
    story["beside"]["choices"].append(shout)
    assert codes(story) == []
    shout["when"] = "calm == 0"
    assert codes(story) == ["delegate-to-nobody"]


@pytest.mark.parametrize(("count", "expected"), [(25, []), (26, ["direct-too-long"])])
def test_direct_is_at_most_25_words(count: int, expected: list[str]) -> None:
    story = good()
    story["beside"]["choices"][1]["say"] = " ".join(["stop"] * count)
    assert codes(story) == expected


@pytest.mark.parametrize("change", [{"d": "distract"}, {"act": "x"}, {"when": NEVER}])
def test_only_a_direct_sentence_that_is_offered_can_be_too_long(change: dict[str, Any]) -> None:
    story = good()
    long = " ".join(["stop"] * 40)
    spoilt = choice("long", "direct", say=long) | change
    if "act" in change:
        spoilt["act"] = spoilt.pop("say")
    story["beside"]["choices"].append(spoilt)
    assert codes(story) == []


# --- giveaway


def _given(*places: int, count: int = 3, longer: int = 0, when: str | None = None) -> Scenes:
    """Decisions in which the strongest choice stands at a place, ``longer`` letters longer."""
    story: Scenes = {}
    for number, place in enumerate(places):
        to = f"s{number + 1}" if number + 1 < len(places) else "end"
        offered = [choice(f"c{at}", DS[at], to, say="x" * 20) for at in (0, 1, 3)[:count]]
        for one in offered:
            one["fit"] = "fair"
        offered[place] |= {"fit": "strong", "say": "x" * (20 + longer)}
        if when:
            offered.insert(0, choice("extra", "distract", to, fit="fair", when=when))
        story[f"s{number}"] = scene(*offered, lines=[{"lin": "Please."}])
    return story | {"end": ending()}


LEFT = {"document": "No.", "direct": "No."}


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((0, 0, 0, 0), ["giveaway"]),
        ((0, 0, 0, 1), ["giveaway"]),
        ((0, 0, 0, 0, 1, 2), []),
        ((0, 0, 1, 2), []),
        ((0, 0, 0), []),
    ],
)
def test_giveaway_by_place(places: tuple[int, ...], expected: list[str]) -> None:
    assert codes(_given(*places), leaves_out=LEFT) == expected


@pytest.mark.parametrize(("longer", "expected"), [(4, []), (5, ["giveaway"])])
def test_giveaway_by_length(longer: int, expected: list[str]) -> None:
    assert codes(_given(1, 2, 1, 2, longer=longer), leaves_out=LEFT) == expected


def test_giveaway_is_silent_where_two_are_strongest() -> None:
    story = _given(0, 0, 0, 0)
    for name in ("s0", "s1"):
        story[name]["choices"][1]["fit"] = "strong"
    assert codes(story, leaves_out=LEFT) == []


def test_giveaway_looks_at_what_is_ever_offered() -> None:
    """A choice before the strongest that nobody ever sees does not hide it."""
    assert codes(_given(0, 0, 0, 0, when=NEVER), leaves_out=LEFT) == ["giveaway"]
    assert codes(_given(0, 0, 0, 0, when="calm == 0"), leaves_out=LEFT) == []
