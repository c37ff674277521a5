"""Which files of a folder are of a format: those that say so at the beginning of a line."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from trainer.drills.reading import DRILLS
from trainer.help.reading import HELP
from trainer.scenario.files.gathering import files_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (b"format: drills/1\n", True),
        (b"\xef\xbb\xbfformat: drills/1\n", True),
        (b"# mine\nformat : 'drills/2'\n", True),
        (b'id: a\r\nformat:\t"drills/1"\r\n', True),
        (b"the format: drills/1\n", False),
        (b"  format: drills/1\n", False),
        (b"formats: drills/1\n", False),
        (b"format: help/1\n# format: drills/1\n", False),
        (b"format: help/1\nformat: drills/1\n", True),
        (b"", False),
    ],
)
def test_what_a_file_says_on_top(text: bytes, is_one: bool, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(text)
    assert [one.name for one in files_of(DRILLS, tmp_path)] == ["a.yaml"] * is_one


def test_what_is_known_of_a_file_holds_until_it_changes(tmp_path: Path) -> None:
    place = tmp_path / "a.yaml"
    place.write_bytes(b"format: drills/1\n")
    long_ago = time.time() - 60
    os.utime(place, (long_ago, long_ago))
    assert list(files_of(DRILLS, tmp_path)) == [place]
    assert not list(files_of(HELP, tmp_path))
    place.write_bytes(b"format: helps/1 \n")
    assert not list(files_of(DRILLS, tmp_path))
    # Changed twice within a moment, which its time may not tell.
    now = time.time()
    for text, many in ((b"format: drills/1\n", 1), (b"format: trills/1\n", 0)):
        place.write_bytes(text)
        os.utime(place, (now, now))
        assert len(list(files_of(DRILLS, tmp_path))) == many
