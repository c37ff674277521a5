"""Backups come by themselves, grow fewer with age, and give back what they hold."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.progress.examples import Clock, place, play
from trainer.errors import DamagedData, KeepingError, NewerData
from trainer.practice.recorder import Began
from trainer.progress import backups, files
from trainer.progress.migrations import LATEST
from trainer.progress.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable


def test_closing_makes_one_when_something_was_kept(path: Path, clock: Clock) -> None:
    Store.open(path, now=clock).close()
    assert backups.listed(path) == []

    with Store.open(path, now=clock) as store:
        play(store)
    (made,) = backups.listed(path)
    assert (made.made, made.runs) == (clock.time, 1)
    assert made.size == made.path.stat().st_size


def test_one_a_day_is_enough(path: Path, clock: Clock) -> None:
    for hours in (0, 23, 2):
        clock.go(hours=hours)
        with Store.open(path, now=clock) as store:
            play(store, f"run-{clock.time.isoformat()}")
    assert [one.runs for one in backups.listed(path)] == [3, 1]


def test_nothing_new_needs_no_backup(path: Path, clock: Clock) -> None:
    with Store.open(path, now=clock) as store:
        play(store)
        assert store.backup_if_due() is not None
        clock.go(days=9)
        assert store.backup_if_due() is None
        store.keep_place(place())
        assert store.backup_if_due() is not None
    assert len(backups.listed(path)) == 2


def test_a_backup_from_the_future_counts_as_old(path: Path, clock: Clock) -> None:
    with Store.open(path, now=clock) as store:
        play(store)
    clock.go(days=-400)
    with Store.open(path, now=clock) as store:
        play(store, "run-2")
    assert [one.runs for one in backups.listed(path)] == [1, 2]


def test_a_latest_backup_that_cannot_be_read_is_made_up_for(path: Path, clock: Clock) -> None:
    with Store.open(path, now=clock) as store:
        play(store)
    backups.listed(path)[0].path.write_bytes(b"damaged")
    clock.go(days=2)
    Store.open(path, now=clock).close()
    assert [one.runs for one in backups.listed(path)] == [1, None]


def test_a_backup_that_fails_stops_nobody_from_closing(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Store.open(path) as store:
        play(store)
        (path.parent / "backups").write_text("in the way")
    assert "no backup was made" in caplog.text
    with Store.open(path) as store:
        assert store.run_count() == 1
        with pytest.raises(KeepingError):
            store.backup()


def test_two_in_one_second_are_told_apart(store: Store) -> None:
    play(store)
    made = [store.backup() for _ in range(3)]
    assert [one.path for one in store.backups()] == made[::-1]


def test_a_file_that_is_not_ours_is_left_alone(store: Store, path: Path) -> None:
    play(store)
    store.backup()
    folder = path.parent / "backups"
    for name in ("progress-copy.db", "progress-99999999T999999Z.db", "notes.txt"):
        (folder / name).write_text("mine")
    assert len(store.backups()) == 1
    store.delete_all()
    assert sorted(one.name for one in folder.iterdir()) == [
        "notes.txt",
        "progress-99999999T999999Z.db",
        "progress-copy.db",
    ]


# Thinning


def names(moments: Iterable[datetime]) -> list[Path]:
    return [Path(f"progress-{files.stamp(moment)}.db") for moment in moments]


def left(made: list[Path]) -> list[str]:
    unwanted = backups.superfluous(made)
    return sorted((path.stem[9:17] for path in made if path not in unwanted), reverse=True)


def test_days_then_weeks_then_months_are_kept() -> None:
    noon = datetime(2026, 3, 31, 12, tzinfo=UTC)
    made = names(noon - timedelta(days=number) for number in range(400))
    assert left(made) == [
        "20260331", "20260330", "20260329", "20260328", "20260327", "20260326", "20260325",
        "20260322", "20260315",  # Sundays: the last days of the two weeks before these
        "20260228", "20260131", "20251231", "20251130", "20251031",
    ]  # fmt: skip


def test_the_latest_three_stay_whatever_their_day() -> None:
    noon = datetime(2026, 3, 31, 12, tzinfo=UTC)
    made = names(noon - timedelta(minutes=number) for number in range(10))
    assert set(made) - set(backups.superfluous(made)) == set(made[:3])


def test_thinning_once_a_day_for_a_year_keeps_few() -> None:
    kept: list[Path] = []
    day = datetime(2026, 1, 1, 12, tzinfo=UTC)
    for number in range(365):
        kept += names([day + timedelta(days=number)])
        unwanted = backups.superfluous(kept)
        kept = [path for path in kept if path not in unwanted]
        assert len(kept) <= 7 + 4 + 6
    assert len({path.stem[9:15] for path in kept}) == 6, "six months are there"


def test_making_one_thins_the_others(store: Store, clock: Clock) -> None:
    play(store)
    for _ in range(30):
        store.keep_place(place())
        assert store.backup_if_due() is not None
        clock.go(days=1, minutes=1)
    assert len(store.backups()) < 14


# Restoring


def test_restoring_gives_back_what_was(store: Store, clock: Clock) -> None:
    play(store, "one", note="kept")
    first = store.backup()
    assert first is not None
    clock.go(hours=1)
    play(store, "two")
    store.restore(first)
    assert [one.run for one in store.runs()] == ["one"]
    assert store.run("one").notes == {"What would you do?": "kept"}

    # It can be gone on with, and what was replaced is a backup now.
    play(store, "three")
    latest = store.backups()[0]
    assert latest.runs == 2
    store.restore(latest.path)
    assert [one.run for one in store.runs()] == ["two", "one"]


@pytest.mark.parametrize("how", ["page", "header", "newer", "gone"])
def test_a_bad_backup_replaces_nothing(store: Store, path: Path, how: str) -> None:
    for number in range(9):
        play(store, f"run-{number}", words="words " * 200)
    backup = store.backup()
    assert backup is not None
    match how:
        case "page":
            with backup.open("r+b") as file:
                file.seek(4096 * 5)
                file.write(b"\xff" * 4096)
        case "header":
            backup.write_bytes(b"nonsense")
        case "newer":
            connection = sqlite3.connect(backup)
            connection.execute(f"PRAGMA user_version = {LATEST + 1}")
            connection.close()
        case _:
            backup.unlink()
    expected = {"newer": NewerData, "gone": KeepingError}.get(how, DamagedData)
    with pytest.raises(expected) as told:
        store.restore(backup)
    assert type(told.value) is expected or how == "gone"
    assert store.run_count() == 9
    play(store, "after")
    assert files.kept_aside(path) == []
    assert not files.beside(path).exists()


def test_restoring_over_a_damaged_file_keeps_that_aside(path: Path) -> None:
    with Store.open(path) as store:
        play(store)
    path.write_bytes(b"damaged")
    (backup,) = backups.listed(path)
    backups.restore(path, backup.path)
    (aside,) = files.kept_aside(path)
    assert aside.read_bytes() == b"damaged"
    with Store.open(path) as store:
        assert store.run_count() == 1


def test_restoring_does_not_replay_an_old_log(path: Path) -> None:
    """What waits in the log belongs to the file that is replaced, and goes with it."""
    with Store.open(path) as store:
        play(store, "one")
    (backup,) = backups.listed(path)
    with Store.open(path) as store:
        play(store, "two")
        log = files.write_ahead_log(path).read_bytes()
    files.write_ahead_log(path).write_bytes(log)
    path.write_bytes(b"damaged")
    backups.restore(path, backup.path)
    with Store.open(path) as store:
        assert [one.run for one in store.runs()] == ["one"]
    assert len(files.kept_aside(path)) == 2


def test_a_backup_of_a_profile_that_is_gone(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        play(store)
    (backup,) = backups.listed(path)
    saved = backup.path.rename(tmp_path / backup.path.name)
    path.unlink()
    backups.restore(path, saved)
    with Store.open(path) as store:
        assert store.run_count() == 1


def test_a_listed_backup_that_cannot_be_read_says_so(store: Store) -> None:
    store.record(Began(), place())
    backup = store.backup()
    assert backup is not None
    backup.write_bytes(b"nonsense")
    assert [one.runs for one in store.backups()] == [None]
