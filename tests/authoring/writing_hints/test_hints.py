"""How scenes read, and what a choice shows by its form."""

from __future__ import annotations

from typing import Any

import pytest

from tests.authoring.files import document
from trainer import paths
from trainer.authoring.writing_hints import choices, reading
from trainer.method.ds import D, Fit
from trainer.scenario.ease import lix
from trainer.scenario.reading import read_file


def scene(*given: tuple[str, str, str]) -> dict[str, Any]:
    return {
        "choices": [{"id": "x", key: words, "d": "delay", "fit": fit} for key, words, fit in given]
    }


def test_length_and_long_sentences_of_a_scene() -> None:
    long = "She " + "went on and on " * 6 + "there."
    reads = reading.of_scene(
        {"text": f"It rains. {long} Yes.", "lines": [{"lin": "No."}, long]}, "en"
    )
    assert reads.total == 2 + 26 + 1 + 1 + 26
    assert [(one.words, one.text) for one in reads.longest] == [(26, long), (26, long)]
    assert "up to 180 are fine" in reading.length_words(reads)
    assert "56 words" in reading.length_words(reads)
    more = reading.of_scene({"text": "word " * 181}, "en")
    assert "more than 180" in reading.length_words(more)
    assert reading.of_scene(None, "en").lix is None
    assert reading.ease_words(reading.of_scene({"text": "一二三。"}, "zh")) == ""


def test_ease_is_told_in_plain_words() -> None:
    easy = reading.of_scene({"text": "It rains. She sits. He stands."}, "en")
    hard = reading.of_scene(
        {"text": "Considerable organisational responsibilities notwithstanding."}, "en"
    )
    assert "children" in reading.ease_words(easy)
    assert "shorter" in reading.ease_words(hard)
    middle = reading.Reads(1, 40.0, ())
    assert "magazine" in reading.ease_words(middle)
    path = paths.built_in_scenarios() / "morning-train" / "morning-train.yaml"
    whole = read_file(path).content
    assert whole is not None
    assert lix(whole) is not None


def test_of_two_choices_each_is_the_only_one() -> None:
    two = choices.compared(
        scene(("act", "Wait for it, here", "poor"), ("say", "Shall we sit?", "strong"))
    )
    assert choices.remarks(two) == ()
    three = choices.compared(
        scene(
            ("act", "Wait for it, here", "poor"),
            ("say", "Shall we sit?", "strong"),
            ("act", "Look away, and hope", "poor"),
        )
    )
    assert choices.remarks(three) == (
        "It is the only one with a question.",
        "It is the only one that is said.",
    )


def test_choices_are_compared_by_length_d_and_fit() -> None:
    (long, short, odd) = choices.compared(
        scene(
            ("say", "Sit down beside her", "strong"), ("act", "Wait", "poor"), ("act", "", "nice")
        )
    )
    assert (long.length, long.share, long.fit, long.d, long.said) == (
        19,
        1.0,
        Fit.STRONG,
        D.DELAY,
        True,
    )
    assert (short.length, short.said) == (4, False)
    assert short.share == pytest.approx(4 / 19)
    assert odd.fit is None
    assert choices.compared({"choices": "no"}) == ()
    assert choices.compared(None) == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([("act", "Go now, then", "poor"), ("act", "Sit beside her, now", "strong")], "longest"),
        ([("act", "Sit beside", "strong"), ("act", "Go far away", "poor")], "first"),
        ([("act", "Go.", "poor"), ("act", "You?", "fair"), ("act", "So.", "poor")], "with a"),
        ([("act", "Go?", "poor"), ("act", "You.", "fair"), ("act", "So?", "poor")], "without"),
        ([("act", "Go.", "poor"), ("say", "You.", "fair"), ("act", "So.", "poor")], "is said"),
        ([("say", "Go.", "poor"), ("act", "You.", "fair"), ("say", "So.", "poor")], "is done"),
        ([("act", "Go.", "poor"), ("act", "A, b", "fair"), ("act", "Sob.", "poor")], "comma"),
        ([("act", "“A”.", "poor"), ("act", "“Bc”", "fair"), ("act", "Sob", "poor")], ""),
        ([("act", "Away.", "fair"), ("act", "Sit now.", "fair")], ""),
        ([("act", "Away.", "poor"), ("act", "Sit now.", "poor")], ""),
    ],
)  # fmt: skip
def test_the_best_choice_does_not_give_itself_away(
    given: list[tuple[str, str, str]], said: str
) -> None:
    told = choices.remarks(choices.compared(scene(*given)))
    if said:
        assert any(said in one for one in told), told
    else:
        assert not [one for one in told if "only" in one or "first" in one or "longest" in one]


def test_unfinished_scenes_are_compared_too() -> None:
    made = document(
        "format: scenario/1\nscenes:\n  a:\n    choices:\n      - x\n      - {d: [a]}\n"
    )
    assert [one.words for one in choices.compared(made.data(("scenes", "a")))] == [""]
