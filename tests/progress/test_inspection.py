"""A look from outside sees the truth and writes nothing."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.progress import children
from tests.progress.examples import play
from tests.progress.test_bad_days import HOLDS, NEWER, bytes_below
from trainer.progress import files, header
from trainer.progress.inspection import Condition, Examined, examine
from trainer.progress.migrations import LATEST
from trainer.progress.store import Store

if TYPE_CHECKING:
    from pathlib import Path

LEAVES_A_LOG = """
import os, sys
from pathlib import Path
from tests.progress.examples import play
from trainer.progress.store import Store
store = Store.open(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    play(store, f"more-{number}", words="words " * 300)
os._exit(0)
"""


def looked_at(path: Path) -> Examined:
    """Look, and make sure that it left no trace."""
    before = bytes_below(path.parent)
    found = examine(path)
    assert bytes_below(path.parent) == before
    return found


@pytest.fixture
def filled(path: Path) -> Path:
    with Store.open(path) as store:
        for number in range(20):
            play(store, f"run-{number}", words="some words " * 20)
    return path


def test_nothing_kept_yet(path: Path) -> None:
    assert examine(path) == Examined(Condition.ABSENT)
    assert not path.parent.exists()


def test_all_is_well(filled: Path) -> None:
    found = looked_at(filled)
    assert (found.condition, found.runs, found.decisions) == (Condition.WHOLE, 20, 40)
    assert (found.size, found.schema) == (filled.stat().st_size, LATEST)


@pytest.mark.parametrize("runs", [1, 5, 80, 400])
def test_what_waits_in_the_log_counts(path: Path, runs: int) -> None:
    """Also after the log was moved into the database and begun again in between."""
    children.said(LEAVES_A_LOG, path, runs)
    assert files.write_ahead_log(path).exists()
    found = looked_at(path)
    assert (found.condition, found.runs, found.decisions) == (Condition.WHOLE, runs, 2 * runs)


@pytest.mark.parametrize("cut", [1, 20, 5000, 30_000])
def test_a_log_that_was_cut_off_counts_as_far_as_it_goes(path: Path, cut: int) -> None:
    """The same as SQLite makes of it when it opens the file."""
    children.said(LEAVES_A_LOG, path, 5)
    log = files.write_ahead_log(path)
    os.truncate(log, log.stat().st_size - cut)
    found = looked_at(path)
    with Store.open(path) as store:
        assert (found.runs, found.decisions) == (store.run_count(), store.decision_count())


def test_a_log_of_nonsense_counts_for_nothing(filled: Path) -> None:
    for nonsense in (b"x", b"\0" * 40, os.urandom(5000)):
        files.write_ahead_log(filled).write_bytes(nonsense)
        assert looked_at(filled).runs == 20


def test_the_image_is_what_sqlite_makes_of_it(path: Path) -> None:
    children.said(LEAVES_A_LOG, path, 7)
    image = header.image(path)
    copy = path.with_name("copy.db")
    for ending in ("", "-wal"):
        shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    with Store.open(copy) as store:
        store._database.clear_log()
        assert store.run_count() == 7
    # Beyond the first page, which also counts changes, they are alike byte for byte.
    assert image[4096:] == copy.read_bytes()[4096 : len(image)]


def test_one_that_is_open_is_not_looked_into(filled: Path) -> None:
    child = children.start(HOLDS, filled)
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    assert examine(filled).condition is Condition.HELD
    children.stop(child)
    assert examine(filled).condition is Condition.WHOLE


def test_small_damage_is_found(filled: Path) -> None:
    size = filled.stat().st_size
    with filled.open("r+b") as file:
        file.seek(size // 4096 // 2 * 4096)
        file.write(b"\xff" * 200)
    assert looked_at(filled).condition is Condition.DAMAGED


def test_damage_that_only_a_check_of_everything_finds(filled: Path) -> None:
    data = filled.read_bytes()
    # A run's id where it is looked up, not in the place that repeats it.
    found = re.search(rb'(?<!")run-7', data)
    assert found is not None
    filled.write_bytes(data[: found.start()] + b"run-!" + data[found.end() :])
    told = looked_at(filled)
    assert told.condition is Condition.DAMAGED
    assert told.details


def test_a_damaged_header(filled: Path) -> None:
    filled.write_bytes(b"nonsense")
    found = looked_at(filled)
    assert (found.condition, found.size) == (Condition.DAMAGED, 8)
    assert "not a database" in found.details


@pytest.mark.parametrize("how", ["closed", "killed"])
def test_a_newer_one(filled: Path, how: str) -> None:
    children.said(NEWER, filled, how)
    assert looked_at(filled).condition is Condition.NEWER


def test_one_that_is_gone_although_there_are_backups(filled: Path) -> None:
    filled.unlink()
    assert looked_at(filled).condition is Condition.MISSING


def test_one_that_cannot_be_read_at_all(path: Path) -> None:
    path.mkdir(parents=True)
    assert examine(path).condition is Condition.CLOSED
