"""What counts as a word, and where words are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conformance.story import GOOD, changed, choice, end, figures, fork, go, story

if TYPE_CHECKING:
    from tests.conformance.story import Command

TEXTS = [
    ("One two three", 3),
    ("One, two; three!", 3),
    ("Why don't you?", 3),
    ("Why don’t you?", 3),
    ("rock 'n' roll", 3),
    ("the riders' seats", 3),
    ("a well-known face", 3),
    ("Wait -- no", 2),
    ("well--known", 2),
    ("Wait... what", 2),
    ("Wait...what", 2),
    ("at 3.5 or 12:30", 5),
    ("2,000 people", 3),
    ("the U.S.A. team", 3),
    ("bus 22", 2),
    ("early—too early", 3),
    ("and/or", 2),
    ("snake_case", 2),
    ("100%", 1),
    ("- ’ ' .", 0),
    ("-five-", 1),
    ("it's-a.b", 1),
    ("*** --- ...", 0),
    ("😀 hello 😀", 1),
    # letters with marks, composed or not
    ("café", 1),
    ("cafe\u0301", 1),
    ("Straße Ελλάδα Привет", 3),
    ("안녕하세요 여러분", 2),
    ("मैं यहाँ हूँ", 3),
    ("مَرْحَبًا بكم", 2),
    ("שלום", 1),
    # two letters count as one, rounded up
    ("公车", 1),
    ("公", 1),
    ("公车上", 2),
    ("公车很吵闹", 3),
    ("バスの中", 2),
    ("コーヒー", 2),
    ("ひらがな", 2),
    ("ສະບາຍ", 3),
    ("ไทย", 2),
    ("ខ្មែរ", 2),
    # mixed
    ("hello 公车 world", 3),
    # Markdown
    ("A **bold** and *quiet* word", 5),
    ("# Heading", 1),
    ("- one\n- two\n- three", 3),
    ("1. one", 2),
    ("> said", 1),
]


@pytest.mark.parametrize(("text", "words"), TEXTS, ids=[text for text, _ in TEXTS])
def test_words_of_a_text(upstander: Command, text: str, words: int) -> None:
    told = upstander.check(story({"a": {**go("e"), "text": text}, "e": end()}))
    assert "error" not in {problem["severity"] for problem in told.problems}
    assert figures(told, "words") == (words + 1,)


@pytest.mark.parametrize("text", [text for text, _ in TEXTS if "\n" not in text and text[0] != "#"])
def test_a_line_counts_like_a_text(upstander: Command, text: str) -> None:
    (words,) = [count for known, count in TEXTS if known == text]
    told = upstander.check(story({"a": {"lines": [text, {"lin": text}], "next": "e"}, "e": end()}))
    assert figures(told, "words") == (2 * words + 1,)


PLACES = [
    ("      Rain runs down", "      One Rain runs down", 1),
    ("grey: Why don't", "grey: One, why don't", 1),
    ("- Two riders look up", "- Two silent riders look up", 1),
    ("check: Two riders", "check: Two silent riders", 1),
    ("say: Excuse me", "say: Oh, excuse me", 1),
    ("act: Walk to", "act: Walk over to", 1),
    ("own_words: Say it", "own_words: Say all of it", 2),
    ("headline: A clear ask", "headline: A very clear ask", 1),
    ("lin: The bus went", "lin: The bus soon went", 1),
    ("why: You do not", "why: Here you do not", 1),
    ("view: Someone sat", "view: Someone kind sat", 1),
    ("        next: beside\n      - id: tell",
     "        consequence: {text: Two words, lines: [lin: Three more words, Four]}\n"
     "        next: beside\n      - id: tell", 6),
    ("feedback: {headline: You saw it.", "feedback: {you: Near., headline: You saw it.", 1),
    # not counted
    ("soft: He tells", "soft: He loudly tells", 0),
    ("title: Shouting", "title: Much shouting", 0),
    ("summary: A man", "summary: A tall man", 0),
    ("note: You are", "note: Today you are", 0),
    ("points: [Short", "points: [Short sentence", 0),
    ("- Notice early", "- Notice it early", 0),
    ("name: Mrs. Lin", "name: Old Mrs. Lin", 0),
    ("When did you notice?", "When did you first notice?", 0),
    ("    text: She turns to you.", "    text: She turns to you.\n    facilitator: Stop.", 0),
    ("    text: She turns to you.", "    text: She turns to you.\n    discuss: [Why now?]", 0),
    ("    text: She turns to you.", "    text: She turns to you.\n    skip: She is there.", 0),
    ("    text: She turns to you.", "    text: She turns to you.\n    soft: She is there.", 0),
    ("    text: She turns to you.", "    text: She turns to you.\n    content_notes: [rain]", 0),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "more"), PLACES, ids=[each[1] for each in PLACES])
def test_where_words_are_counted(upstander: Command, old: str, new: str, more: int) -> None:
    (before,) = figures(upstander.check(GOOD), "words")
    told = upstander.check(changed((old, new)))
    assert told.codes == []
    assert figures(told, "words") == (before + more,)


def test_words_of_the_whole(upstander: Command) -> None:
    scenes = {
        "a": fork(choice("x", "e", say="One two.", feedback={"headline": "Three."}), text="Four."),
        "e": end(text="Five.", ending={"outcome": "mixed", "view": "Six seven."}),
    }
    assert figures(upstander.check(story(scenes)), "words") == (7,)


def test_a_long_scene(upstander: Command) -> None:
    """Over 180 words of text and lines since the last decision, named where one decides."""

    def scenes(words: int) -> str:
        return story({
            "first": fork(choice("x", "read"), text="word " * 180),
            "read": {"text": "word " * 90, "lines": ["One two three."], "next": "now"},
            "now": {**fork(choice("x", "e"), check="not counted"), "text": "word " * words},
            "e": end(text="word " * 500),
        })  # fmt: skip

    assert upstander.check(scenes(87)).codes == []
    text = scenes(88)
    told = upstander.check(text)
    line = next(at for at, row in enumerate(text.splitlines(), 1) if row.startswith("  now:"))
    assert told.places == [("long-scene", line, 3)]
    assert told.one["severity"] == "warning"
