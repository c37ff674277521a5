"""How scenes read, and what a choice shows by its form."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.authoring.files import document
from trainer import paths
from trainer.authoring.outline import Outliner
from trainer.authoring.writing_hints import choices, reading
from trainer.checking.files import check_text
from trainer.method.ds import D, Fit
from trainer.scenario.reading import read_file
from trainer.scenario.texts.ease import lix

TODAY = date(2026, 11, 30)


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


LONG_WAY = """format: scenario/1
id: way
title: A way
summary: It goes on.
language: en
setting: street
severity: verbal
minutes: 3
authors: [Ana]
licence: CC0-1.0
status: draft
cast: {lin: {name: Mrs. Lin, role: targeted}}
start: first
scenes:
  first:
    text: Once.
    choices:
      - id: go
        act: Go.
        d: delay
        fit: fair
        consequence: {text: CONSEQUENCE}
        feedback: {headline: You went.}
        next: second
      - {id: stay, act: Stay., d: wait, fit: poor, feedback: {headline: You stayed.}, next: third}
  second: {text: SECOND, next: third}
  third:
    lines: [{lin: THIRD}]
    next: [{to: last}]
  round: {text: Circle., next: [{to: around}]}
  around: {text: Round., next: [{to: round}]}
  last:
    text: LAST
    timer: {seconds: 9, then: end}
    choices:
      - {id: end, act: End., d: delay, fit: fair, feedback: {headline: It ended.}, next: end}
  end: {text: Over., ending: {outcome: mixed}}
"""


def test_what_was_read_since_the_last_decision_counts_as_check_counts_it() -> None:
    text = LONG_WAY
    for name, count in (("CONSEQUENCE", 30), ("SECOND", 70), ("THIRD", 50), ("LAST", 40)):
        text = text.replace(name, "word " * count)
    made = document(text)
    outline, counter = Outliner(made).outline(), reading.Counter(made)
    counts = {name: counter.before(outline, name) for name in outline.scenes}
    assert counts["last"] == 30 + 70 + 50
    assert (counts["first"], counts["second"], counts["third"]) == (0, 30, 100)
    assert counts["end"] == 0
    (told,) = check_text(text.encode(), Path("way.yaml"), TODAY)
    assert [one.params["words"] for one in told.problems if one.code == "long-scene"] == [190]
    reads = reading.of_scene(made.data(("scenes", "last")), "en", counts["last"])
    assert reading.length_words(reads) == (
        "190 words before one decides, 40 of them here; more than 180 are long to read at once."
    )
    end = reading.of_scene(made.data(("scenes", "end")), "en")
    assert reading.length_words(end).startswith("1 word since the last decision; up to")
    made.apply(made.put(("scenes", "second", "text"), "Short."))
    assert counter.before(Outliner(made).outline(), "last") == 30 + 1 + 50


def test_what_goes_on_for_long_is_counted_without_end() -> None:
    scenes = "".join(f"  a{n}: {{text: A word, next: a{n + 1}}}\n" for n in range(3000))
    made = document(
        f"format: scenario/1\nstart: a0\nscenes:\n{scenes}  a3000: {{text: B, next: a0}}\n"
    )
    assert reading.Counter(made).before(Outliner(made).outline(), "a3000") == 6000


def test_what_is_said_of_the_best_alone_is_told() -> None:
    data = scene(
        ("act", "Go far.", "poor"), ("act", "Sit it out", "fair"), ("act", "So far", "poor")
    )
    data["choices"][1] |= {"feedback": {"why": "Because."}, "consequence": {"text": "It rains."}}
    told = choices.remarks(choices.compared(data))
    assert any("why it fits" in one for one in told)
    assert any("seen at once" in one for one in told)
    data["choices"][0] |= {"feedback": {"why": "No."}, "consequence": {"text": "It rains."}}
    told = choices.remarks(choices.compared(data))
    assert not [one for one in told if "why it fits" in one or "seen at once" in one]


def test_ease_is_told_in_plain_words() -> None:
    easy = reading.of_scene({"text": "It rains. She sits. He stands."}, "en")
    hard = reading.of_scene(
        {"text": "Considerable organisational responsibilities notwithstanding."}, "en"
    )
    assert "easy to read" in reading.ease_words(easy)
    assert "shorter" in reading.ease_words(hard)
    middle = reading.Reads(1, 40.0, ())
    assert "like most stories" in reading.ease_words(middle)
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
        ([("act", "Go far away.", "poor"), ("act", "Sit.", "strong")], "shortest"),
        ([("act", "Go.", "poor"), ("act", "Sit. Ask.", "fair"), ("act", "So.", "poor")], "several"),
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
        assert not [one for one in told if "only" in one or "first" in one or "est by" in one]


def test_unfinished_scenes_are_compared_too() -> None:
    made = document(
        "format: scenario/1\nscenes:\n  a:\n    choices:\n      - x\n      - {d: [a]}\n"
    )
    assert [one.words for one in choices.compared(made.data(("scenes", "a")))] == [""]
