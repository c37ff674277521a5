"""A word without an end, which somebody has pasted, is shown in pieces, and passed over as one."""

from __future__ import annotations

import pytest

from trainer.authoring.spelling.speller import words_in
from trainer.ui.widgets.endless import with_ends


@pytest.mark.parametrize("count", [20_000, 20_001, 40_000, 40_001])
def test_a_word_without_an_end_gets_some(count: int) -> None:
    made = with_ends(f"so {'x' * count} it is")
    assert made.replace("\n", "") == f"so {'x' * count} it is"
    assert max(map(len, made.replace("\n", " ").split())) == 20_000
    assert made.count("\n") == (count - 1) // 20_000


def test_addresses_are_no_words() -> None:
    text = "write (ann@example.org) or @@home see [here](https://a.b) at me@x.y.z now"
    assert [word for _at, word in words_in(text)] == ["write", "or", "see", "here", "at", "now"]
