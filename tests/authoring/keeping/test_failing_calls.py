"""A disk on which now and then a call of the system fails: every file stays whole, old or new."""

from __future__ import annotations

import errno
import os
import random
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pytest

from trainer import paths, saving
from trainer.authoring import shelf
from trainer.authoring.arrangement import Arrangement
from trainer.authoring.keeping import aside, deleting, files, in_order, kept, own_copies, versions
from trainer.authoring.keeping.kept import Kept, OutsideError
from trainer.authoring.keeping.versions import Why
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.authoring.templates.making import Asked
from trainer.errors import UpstanderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CALLS: Final = (
    *("open", "replace", "rename", "unlink", "fsync", "fstat", "stat", "mkdir", "rmdir"),
    *("scandir", "fchmod", "listdir"),
)
LISTING: Final = ("scandir", "listdir")
WRONG: Final = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.ENOENT, errno.EDQUOT)
HEAD: Final = "format: scenario/1\nid: clinic\ntitle: At the clinic\n"


class Disk:
    """Fails at some calls below a folder, while it is bad."""

    def __init__(self, patch: pytest.MonkeyPatch, chance: random.Random) -> None:
        self.often, self.failed = 0.0, 0
        self._chance = chance
        for name in CALLS:
            patch.setattr(os, name, self._failing(getattr(os, name)))

    def _failing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def tried(*given: Any, **named: Any) -> Any:
            if self._chance.random() < self.often:
                self.failed += 1
                number = self._chance.choice(WRONG)
                if number == errno.ENOENT and call.__name__ in LISTING:
                    number = errno.EIO  # That a folder is not there, no disk says in passing.
                raise OSError(number, os.strerror(number), str(given[0]) if given else "")
            return call(*given, **named)

        return tried

    @contextmanager
    def bad(self, often: float) -> Iterator[None]:
        self.often = often
        try:
            yield
        finally:
            self.often = 0.0


class Evening:
    """One file that is written, saved, copied, deleted and brought back."""

    def __init__(self, disk: Disk, chance: random.Random) -> None:
        self.disk, self.chance = disk, chance
        self.path = paths.own_scenarios() / "clinic" / "clinic.yaml"
        self.path.parent.mkdir(parents=True)
        self.text = f"{HEAD}# 0\n"
        self.path.write_text(self.text)
        self.one = self._opened()
        self.number = 0
        self.acts = (self.type, self.save, self.put_aside, self.keep, self.copy, self.delete)

    def _opened(self) -> Kept:
        return kept.opened(self.path)

    def tried(self, act: Callable[[], object]) -> bool:
        """Do something on a bad disk; what may be raised is an error that can be told."""
        try:
            with self.disk.bad(self.chance.choice((0.02, 0.1, 0.4))):
                act()
        except (OSError, UpstanderError, OutsideError):
            return False
        return True

    def stands(self) -> str | None:
        return self.path.read_text() if self.path.exists() else None

    def type(self) -> None:
        self.number += 1
        body = "x" * self.chance.choice((1, 100, 70_000))
        self.one.document.text = f"{HEAD}# {self.number}\nsummary: {body}\n# {self.number}\n"

    def save(self) -> None:
        given, unsaved = kept.writing(self.one), self.one.unsaved()
        done = self.tried(lambda: in_order.save(given, unsaved, home=True))
        there = self.stands()
        assert there in (self.text, given.text)
        assert there == given.text or not done
        found = aside.find(self.one.place)
        # What could not be taken away is asked about, and never taken for the later one.
        if done and found is not None and found.text != given.text:
            assert found.base != files.digest(given.text.encode())
        self.text = there or ""
        self.one.took(files.read(self.path))

    def put_aside(self) -> None:
        before = aside.find(self.one.place)
        unsaved = self.one.unsaved()
        done = self.tried(lambda: aside.keep(self.one.place, unsaved, home=True))
        found = aside.find(self.one.place)
        texts = {one.text for one in (before, unsaved) if one is not None}
        assert found is None or found.text in texts
        if done or before is not None:
            assert found is not None
        assert not done or (found is not None and found.text == unsaved.text)

    def keep(self) -> None:
        document = self.one.document
        before = [one for one in versions.every(self.path) if versions.read(one) is not None]
        act = partial(versions.keep, self.path, document.text, document.arrangement, Why.WORK)
        if self.tried(act):
            latest = versions.read(versions.every(self.path)[0])
            assert latest is not None
            assert latest.text == document.text
        # The latest few stay, and each can be read.
        every = versions.every(self.path)
        assert all(versions.read(one) is not None for one in every)
        assert set(before[:9]) <= set(every)

    def copy(self) -> None:
        made: list[Path] = []
        done = self.tried(lambda: made.append(own_copies.copy(self.path, ())))
        others = set(paths.own_scenarios().glob("*/*.yaml")) - {self.path}
        for one in others:
            assert one.read_text().splitlines()[-1] == self.text.splitlines()[-1]
            one.unlink()
        assert not done or set(made) == others
        assert self.stands() == self.text

    def delete(self) -> None:
        gone: list[deleting.Gone] = []
        if not self.tried(lambda: gone.append(deleting.delete(self.path, home=True))):
            assert self.stands() == self.text
            return
        assert self.stands() is None
        for _try in range(50):
            if self.tried(lambda: deleting.bring_back(gone[0])):
                break
            if self.path.exists():  # All but the last word of the system was done.
                break
        else:
            deleting.bring_back(gone[0])
        assert self.stands() == self.text
        assert gone[0].pieces[0][1] == self.text.encode()


def evening(patch: pytest.MonkeyPatch, seed: int, acts: int) -> Disk:
    chance = random.Random(seed)
    disk = Disk(patch, chance)
    one = Evening(disk, chance)
    for _act in range(acts):
        chance.choice(one.acts)()
    for beside in (aside.beside(one.path), one.path):
        saving.put(beside, b"")  # What was left behind by a call that failed is in nobody's way.
    return disk


def test_whatever_call_fails_the_file_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    assert evening(monkeypatch, 10, 100).failed > 50


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_five_hundred_acts_on_a_bad_disk(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    assert evening(monkeypatch, seed, 500).failed > 300


def test_a_folder_that_cannot_be_listed_is_not_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    versions.keep(path, "a: 1\n", Arrangement(), Why.SAVED)
    disk = Disk(monkeypatch, random.Random(1))
    with disk.bad(1.0), pytest.raises(OSError, match=r"\[Errno"):
        versions.keep(path, "a: 2\n", Arrangement(), Why.SAVED)
    with disk.bad(1.0):
        assert versions.every(path) == []
    versions.keep(path, "a: 3\n", Arrangement(), Why.SAVED)
    # Nor is every name in it free: nothing is laid over what is there.
    paths.own_scenarios().mkdir(parents=True)
    with disk.bad(1.0), pytest.raises(UpstanderError, match="cannot be looked into"):
        shelf.lay(BY_NAME["empty"], Asked("Mine"), ())
    assert [one.number for one in versions.every(path)] == [2, 1]
