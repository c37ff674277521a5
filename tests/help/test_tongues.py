"""Who asks for a language is shown those who speak it, and those of whom nobody knows."""

from __future__ import annotations

import pytest

from trainer.help import tongues


@pytest.mark.parametrize(
    ("spoken", "wanted", "does"),
    [
        (["en", "ko"], "ko", True),
        (["en", "ko"], "vi", False),
        ([], "ko", None),
        # Chinese is several languages, and two ways of writing.
        (["zh-Hant"], "zh", True),
        (["zh"], "zh-Hans", True),
        (["zh-Hant"], "zh-Hans", False),
        (["en", "yue"], "zh", True),
        (["zh"], "yue", None),
        (["zh-Hant", "en"], "yue", None),
        (["zh", "cmn"], "yue", False),
        (["cmn"], "yue", False),
        (["zh", "cmn", "yue"], "yue", True),
        # One language with two codes.
        (["fil"], "tl", True),
        (["tl"], "fil", True),
        (["TL"], "FIL", True),
    ],
)
def test_who_speaks_what(spoken: list[str], wanted: str, does: bool | None) -> None:
    assert tongues.speaks(spoken, wanted) is does


def test_a_language_without_its_script_and_country() -> None:
    codes = ("zh-Hant", "en-GB", "fil", "PT-br", "hmn")
    assert [tongues.base(code) for code in codes] == ["zh", "en", "tl", "pt", "hmn"]
