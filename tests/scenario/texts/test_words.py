"""What counts as a word."""

from __future__ import annotations

import pytest

from trainer.scenario.texts.words import count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The bus is half full.", 5),
        ("Why don't you go back?", 5),
        ("Why don’t you – no — go…", 5),
        ("half-full, e.g. 3.5 or e.g.a", 5),
        ("wait -- what - 'no'", 3),
        ("a--b a..b a.-b", 6),
        ("one_two three/four", 4),
        ("*Rain.* She **opens** her\n\numbrella.", 5),
        ("Ask [her friend](https://example.org/a-b) now.", 4),
        ("Nước Việt Nam, naïve", 4),
        ("नमस्ते दुनिया", 2),
        ("안녕하세요 여러분", 2),
        ("你", 1),
        ("你好", 1),
        ("你好,世界吧", 3),
        ("สวัสดี", 2),
        ("ที่นี่", 1),
        ("ສະບາຍດີ", 3),
        ("សួស្តី", 2),
        ("すみません、大丈夫ですか", 6),
        ("Lin 說 hello", 3),
        ("½ ① %", 0),
        ("e\u0301te\u0301 ٣", 2),
    ],
)
def test_words_of_a_text(text: str, words: int) -> None:
    assert count([text]) == words


def test_no_word_goes_from_one_text_into_the_next() -> None:
    assert count(["one", "two-", "-three"]) == 3


def test_each_text_without_spaces_is_rounded_up_on_its_own() -> None:
    assert count(["你好吗", "我"]) == 3
