"""One's own words: whatever the file is, a word that is added costs nothing of it."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from tests.bad_days.days import posix
from trainer import paths
from trainer.authoring.spelling.speller import keep_own_word, own_words

if TYPE_CHECKING:
    from pathlib import Path


def own_file(data: bytes) -> Path:
    place = paths.own_words()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (b"", b"new\n", {"new"}),
        (b"old\n", b"old\nnew\n", {"old", "new"}),
        (b"old", b"old\nnew\n", {"old", "new"}),
        (b"old\r\n# 3 of mine\r\n", b"old\r\n# 3 of mine\r\nnew\r\n", {"old", "new"}),
        (b"\xef\xbb\xbfold\n", b"\xef\xbb\xbfold\nnew\n", {"old", "new"}),
        ("café’s\n".encode(), "café’s\nnew\n".encode(), {"café’s", "new"}),
    ],
)
def test_a_word_comes_to_what_stands_there(before: bytes, after: bytes, words: set[str]) -> None:
    place = own_file(before)
    keep_own_word("new")
    assert place.read_bytes() == after
    assert own_words() == words


def test_what_two_windows_add_is_all_there() -> None:
    for word in ("mine", "theirs"):
        keep_own_word(word)
    assert own_words() == {"mine", "theirs"}


@pytest.mark.parametrize(
    ("data", "number"),
    [
        (b"word\n" * 300_000, errno.EFBIG),
        ("word\n".encode("utf-16"), errno.EILSEQ),
        (bytes(range(256)), errno.EILSEQ),
    ],
)
def test_what_cannot_be_read_whole_is_left_as_it_is(data: bytes, number: int) -> None:
    place = own_file(data)
    with pytest.raises(OSError, match="Errno") as told:
        keep_own_word("new")
    assert told.value.errno == number
    assert place.read_bytes() == data


@posix
def test_what_is_no_file_is_not_waited_for() -> None:
    place = own_file(b"")
    place.unlink()
    for make in (os.mkfifo, os.mkdir, lambda one: os.symlink(one, one)):
        make(place)
        assert own_words() == set()
        with pytest.raises(OSError, match="Errno"):
            keep_own_word("new")
        place.rmdir() if place.is_dir() else place.unlink()


@posix
def test_a_link_stays_one_and_a_file_that_may_not_be_written_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, real = own_file(b""), tmp_path / "words"
    place.unlink()
    real.write_bytes(b"old\n")
    place.symlink_to(real)
    keep_own_word("new")
    assert place.is_symlink()
    assert real.read_bytes() == b"old\nnew\n"
    monkeypatch.setattr(os, "access", lambda *_asked: False)  # To root, everything may be written.
    with pytest.raises(PermissionError):
        keep_own_word("more")
    assert real.read_bytes() == b"old\nnew\n"
