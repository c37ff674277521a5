"""Files of one's own as they are listed: by a title that can be laid out, whatever stands there."""

from __future__ import annotations

import pytest

from trainer import paths
from trainer.authoring import own, shelf
from trainer.authoring.shelf import Shelf


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("title: The bus", "The bus"),
        ("title: 'She said \"no\"'", 'She said "no"'),
        ("title: " + "x" * 500_000, "x" * 199 + "…"),
        ("title: " + "word " * 100_000 + "\nscenes: {}", "word " * 39 + "word…"),
        ("title: The \u202ebus", "The bus"),
        ("titles: no", ""),
    ],
)
def test_a_title_is_one_that_can_be_read(written: str, title: str) -> None:
    paths.own_scenarios().mkdir(parents=True)
    (paths.own_scenarios() / "a.yaml").write_text(f"format: scenario/1\n{written}\n")
    (mine,) = Shelf().files()
    assert mine.title == title
    (found,) = own.files()
    assert shelf.title_of(found) == title
