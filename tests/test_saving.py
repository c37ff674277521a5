"""Whole files: the old one or the new one, nothing beside it, and a word about what failed."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from trainer import saving
from trainer.errors import UpstanderError


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    place = tmp_path / "a.html"
    saving.save(place, b"old and long")
    saving.save(place, b"new")
    assert place.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["a.html"]


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    place = tmp_path / "a.html"
    place.mkdir()
    with pytest.raises(IsADirectoryError):
        saving.put(place, b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["a.html"]
    assert place.is_dir()


@pytest.mark.parametrize("place", ["", ".", "..", "/"])
def test_a_place_without_a_name_is_a_folder(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    with pytest.raises(UpstanderError):
        saving.save(Path(place), b"new")
    assert [one.name for one in tmp_path.rglob("*")] == ["inside"]


def test_a_person_is_told_what_happened_what_is_safe_and_what_to_do(tmp_path: Path) -> None:
    place = tmp_path / "no" / "a.html"
    with pytest.raises(UpstanderError) as told:
        saving.save(place, b"new", "Your run is kept.")
    assert str(place) in told.value.what
    assert told.value.safe == "Your run is kept."
    assert told.value.next_step == "Choose another folder."


def synced_folders(
    place: Path, monkeypatch: pytest.MonkeyPatch, wrong: int = 0
) -> list[tuple[int, bytes]]:
    """Note which folders are synced, and what the file held then; answer with an error."""
    really, seen = os.fsync, []

    def fsync(handle: int) -> None:
        found = os.fstat(handle)
        if not stat.S_ISDIR(found.st_mode):
            really(handle)
            return
        seen.append((found.st_ino, place.read_bytes()))
        if wrong:
            raise OSError(wrong, os.strerror(wrong))

    monkeypatch.setattr(os, "fsync", fsync)
    return seen


@pytest.mark.skipif(os.name == "nt", reason="Windows opens no folders")
def test_the_name_is_on_the_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a.html"
    saving.put(place, b"old")
    seen = synced_folders(place, monkeypatch)
    saving.put(place, b"new")
    assert seen == [(tmp_path.stat().st_ino, b"new")]


@pytest.mark.parametrize("wrong", [errno.EINVAL, errno.EBADF, errno.ENOTSUP])
def test_a_disk_that_syncs_no_folders_is_good_enough(
    wrong: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "a.html"
    seen = synced_folders(place, monkeypatch, wrong)
    saving.put(place, b"new")
    assert len(seen) == 1
    assert place.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows opens no folders")
def test_a_disk_that_fails_then_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a.html"
    synced_folders(place, monkeypatch, errno.EIO)
    with pytest.raises(UpstanderError):
        saving.save(place, b"new")
