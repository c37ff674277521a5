"""A profile with a passphrase: nothing of it in the open at any time, nothing of it lost."""

from __future__ import annotations

import errno
import itertools
import os
import random
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.full_disk import full_at
from tests.progress import children
from tests.progress.examples import Clock, decided, place, play, steps
from trainer.errors import (
    DamagedData,
    HeldElsewhere,
    KeepingError,
    NeedsPassphrase,
    NewerData,
    NoRoom,
    WrongPassphrase,
)
from trainer.practice.recorder import Began
from trainer.progress import backups, files, inspection, migrations, profiles, stretching
from trainer.progress.database import Database
from trainer.progress.deletion import deletion, erasing
from trainer.progress.inspection import Condition
from trainer.progress.sealed import locking, sealed, vault
from trainer.progress.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.progress.sealed.vault import Key

WORDS = "MARKER-own-words-7f3a"


@pytest.fixture(scope="module", autouse=True)
def cheap() -> Iterator[None]:
    """Passphrases that are quick to try: what stretching costs is no matter of these tests."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(stretching, "WORK", 1)
        patched.setattr(stretching, "MEMORY", 8 * 1024**2)
        yield


PHRASE = "four quiet green bottles"

# Whatever is in the open in a database of ours, from its first page on.
OPEN = (WORDS, "SQLite format 3", "CREATE TABLE", "scene-0", "MARKER")


@pytest.fixture(scope="module")
def key(cheap: None) -> Key:
    return vault.new_key(PHRASE)


def in_the_open(home: Path) -> list[tuple[str, Path]]:
    return [(one, path) for one in OPEN for path in deletion.traces(home, one)]


def fill(path: Path, key: Key | None, clock: Clock) -> None:
    with Store.open(path, now=clock, key=key) as store:
        play(store, "first-run", words=WORDS * 40, note=WORDS)
        store.backup()
        clock.go(days=1)
        play(store, "second-run", words="other words")


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_what_is_sealed_is_read_again_and_never_in_the_open(
    path: Path, home: Path, clock: Clock, key: Key
) -> None:
    with Store.open(path, now=clock, key=key) as store:
        play(store, "first-run", words=WORDS * 40, note=WORDS, ends=True)
        assert in_the_open(home) == []
        store.backup()
    assert in_the_open(home) == []
    assert not path.exists()
    with Store.open(path, now=clock, key=vault.unlock(files.sealed(path), PHRASE)) as store:
        assert store.run("first-run").decisions[0].decided.words == WORDS * 40
        assert [one.runs for one in store.backups()] == [1]


def test_another_passphrase_changes_nothing(path: Path, clock: Clock, key: Key) -> None:
    fill(path, key, clock)
    before = bytes_below(path.parent)
    for wrong in (PHRASE + " ", PHRASE.upper(), "", "\udcff"):
        with pytest.raises(WrongPassphrase):
            vault.unlock(files.sealed(path), wrong)
    with pytest.raises(WrongPassphrase):
        Store.open(path, key=vault.new_key(PHRASE))
    with pytest.raises(NeedsPassphrase):
        Store.open(path)
    assert bytes_below(path.parent) == before
    # However its letters are put together.
    composed = vault.new_key("caf\u00e9")
    other = path.parent.parent / "b" / "progress.db"
    Store.open(other, key=composed).close()
    assert vault.unlock(files.sealed(other), "cafe\u0301") == composed


def test_two_windows_cannot_hold_it(path: Path, key: Key) -> None:
    with Store.open(path, key=key):
        assert inspection.examine(path).condition is Condition.HELD
        for other in (key, None):
            with pytest.raises((HeldElsewhere, NeedsPassphrase)):
                Store.open(path, key=other)
    assert inspection.examine(path).condition is Condition.SEALED


def test_a_record_that_a_crash_cut_off_is_left_out(path: Path, key: Key, clock: Clock) -> None:
    fill(path, key, clock)
    with Store.open(path, key=key) as store:
        before = files.sealed(path).stat().st_size
        play(store, "three", decisions=0)
    whole = files.sealed(path).read_bytes()
    arrived = whole[before : before + 300]
    for tail in (*(whole[before : before + n] for n in (1, 30, 60, 5000)), bytes(9), bytes(5000)):
        files.sealed(path).write_bytes(whole[:before] + tail)
        with Store.open(path, key=key) as store:
            assert [one.run for one in store.runs()] == ["second-run", "first-run"]
            play(store, "new")
        with Store.open(path, key=key) as store:
            assert store.run_count() == 3
    # Blocks that never arrived are zeros.
    files.sealed(path).write_bytes(whole[:before] + arrived + bytes(len(whole) - before - 300))
    with Store.open(path, key=key) as store:
        assert store.run_count() == 2


def records(path: Path, key: Key) -> list[bytes]:
    """The file cut into its header and its records."""
    data = files.sealed(path).read_bytes()
    header = data[: vault._HEADER.size]
    ends = [end for _n, end, _b in vault._records(data, vault._box(key, header), path)]
    starts = [len(header), *ends]
    return [header, *(data[a:b] for a, b in zip(starts, ends, strict=False))]


def test_what_somebody_changed_is_noticed_and_left_as_it_is(
    path: Path, key: Key, clock: Clock
) -> None:
    fill(path, key, clock)
    header, first, *rest = records(path, key)
    assert len(rest) > 3
    flipped = [bytes([one[0] ^ 1]) + one[1:] for one in rest]
    pages = [one[:200] + bytes([one[200] ^ 1]) + one[201:] for one in rest]
    last = rest[-1][:-1] + bytes([rest[-1][-1] ^ 1])
    tampered = (
        [header, first, flipped[0], *rest[1:]],
        [header, first, pages[0], *rest[1:]],
        [header, first, *rest[:-1], last],
        [header, first, *rest[1:]],
        [header, first, rest[1], rest[0], *rest[2:]],
        [header, first, *rest, rest[-1]],
        [header, first, *rest, first],
        [header, first[:500] + b"?" + first[501:], *rest],
        [header, rest[0][:52] + rest[1][52:], *rest],
        [b"SQLite format 3\0" + header[16:], first],
        [header],
        [b""],
    )
    for parts in tampered:
        files.sealed(path).write_bytes(b"".join(parts))
        before = bytes_below(path.parent)
        with pytest.raises((DamagedData, WrongPassphrase)):
            Store.open(path, key=key)
        assert bytes_below(path.parent) == before
    # Nor does a record of another file fit, though the passphrase is the same.
    other = path.parent.parent / "b" / "progress.db"
    fill(other, key, clock)
    files.sealed(path).write_bytes(b"".join([header, first, *records(other, key)[2:]]))
    with pytest.raises(DamagedData):
        Store.open(path, key=key)


def test_a_header_cannot_ask_for_all_memory_or_an_hour(path: Path, key: Key) -> None:
    Store.open(path, key=key).close()
    data = files.sealed(path).read_bytes()
    for work, memory in ((17, 2**23), (2**16 - 1, 2**23), (1, 2**40), (1, 1), (0, 2**23)):
        salt = key.stretching.salt
        forged = vault._HEADER.pack(vault.MAGIC, 1, work, vault.PAGE, memory, salt, bytes(16))
        files.sealed(path).write_bytes(forged + data[len(forged) :])
        with pytest.raises(DamagedData):
            vault.unlock(files.sealed(path), PHRASE)
        assert inspection.examine(path).condition is Condition.DAMAGED


def test_a_pipe_in_the_place_of_a_file_holds_nobody_up(path: Path, key: Key) -> None:
    path.parent.mkdir(parents=True)
    os.mkfifo(files.sealed(path))
    os.mkfifo(path.with_name("about.json"))
    assert [one.name for one in profiles.listed()] == [""]
    assert inspection.examine(path).condition is Condition.DAMAGED
    for act in (
        lambda: vault.unlock_profile(files.sealed(path), PHRASE),
        lambda: Store.open(path, key=key),
    ):
        with pytest.raises(DamagedData):
            act()


def test_what_a_newer_version_sealed_is_not_touched(path: Path, key: Key) -> None:
    Store.open(path, key=key).close()
    data = bytearray(files.sealed(path).read_bytes())
    data[9] = vault.VERSION + 1
    files.sealed(path).write_bytes(data)
    with pytest.raises(NewerData):
        vault.unlock(files.sealed(path), PHRASE)
    with pytest.raises(NewerData):
        Store.open(path, key=key)
    assert files.sealed(path).read_bytes() == data
    assert inspection.examine(path).condition is Condition.NEWER


def test_a_newer_schema_inside_is_not_touched(path: Path, key: Key, clock: Clock) -> None:
    newer = (*migrations.STEPS, ("CREATE TABLE later (x INTEGER)",))
    Database(files.sealed(path), newer, key=key).close()
    before = bytes_below(path.parent)
    with pytest.raises(NewerData):
        Store.open(path, key=key)
    assert bytes_below(path.parent) == before


def test_an_older_schema_inside_is_migrated_and_backed_up(
    path: Path, home: Path, key: Key, clock: Clock
) -> None:
    Database(path, migrations.STEPS[:1], key=key).close()
    with Store.open(path, now=clock, key=key) as store:
        play(store, "first-run", words=WORDS)
        assert [one.runs for one in store.backups()] == [0]
    with Store.open(path, key=key) as store:
        assert store.run_count() == 1
    assert in_the_open(home) == []


def test_a_full_disk_keeps_what_was_kept_and_goes_on_later(
    path: Path, key: Key, clock: Clock
) -> None:
    fill(path, key, clock)
    with Store.open(path, key=key) as store:
        with full_at(files.sealed(path).stat().st_size + 3000), pytest.raises(KeepingError):
            store.record(Began(), place("three"))
        assert [one.run for one in store.runs()] == ["second-run", "first-run"]
        play(store, "four")
        assert [one.run for one in store.runs()] == ["four", "second-run", "first-run"]
    with Store.open(path, key=key) as store:
        assert [one.run for one in store.runs()] == ["four", "second-run", "first-run"]


def test_what_the_disk_does_not_confirm_is_not_kept(
    path: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(errno.EIO, "the disk")

    with Store.open(path, key=key) as store:
        play(store, "first-run")
        with monkeypatch.context() as patched:
            patched.setattr(files, "sync_handle", fail)
            with pytest.raises(KeepingError):
                store.record(Began(), place("second-run"))
        assert store.run_count() == 1
        # What lies there of it could not be removed for sure, so the file was begun anew.
        play(store, "third-run")
    with Store.open(path, key=key) as store:
        assert [one.run for one in store.runs()] == ["third-run", "first-run"]


def test_a_file_that_was_moved_away_is_noticed(path: Path, key: Key, clock: Clock) -> None:
    fill(path, key, clock)
    with Store.open(path, key=key) as store:
        before = store.run_count()
        files.sealed(path).rename(path.with_name("elsewhere"))
        with pytest.raises(KeepingError):
            play(store, "three")
        path.with_name("elsewhere").rename(files.sealed(path))
        with files.sealed(path).open("ab") as file:
            file.write(b"by another hand")
        with pytest.raises(KeepingError):
            play(store, "three")
        assert store.run_count() == before


def test_many_records_are_gathered_into_a_new_file(
    path: Path, home: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "_MUCH", 0)
    sizes = []
    with Store.open(path, key=key) as store:
        store.record(Began(), place("first-run"))
        for step in range(60):
            at = place("first-run", steps=steps(step + 1, WORDS))
            store.record(decided(step, words=WORDS), at)
            sizes.append(files.sealed(path).stat().st_size)
    assert any(after < before for before, after in itertools.pairwise(sizes))
    with Store.open(path, key=key) as store:
        assert len(store.run("first-run").decisions) == 60
    assert in_the_open(home) == []


# Backups


def test_a_backup_is_restored(path: Path, home: Path, key: Key, clock: Clock) -> None:
    fill(path, key, clock)
    with Store.open(path, now=clock, key=key) as store:
        early = store.backups()[-1]
        store.restore(early.path)
        assert [one.run for one in store.runs()] == ["first-run"]
        assert sorted(one.runs or 0 for one in store.backups()) == [1, 2, 2]
        early.path.write_bytes(early.path.read_bytes()[:-9])
        with pytest.raises(DamagedData):
            store.restore(early.path)
        play(store, "new")
    with Store.open(path, now=clock, key=key) as store:
        assert [one.run for one in store.runs()] == ["new", "first-run"]
    assert in_the_open(home) == []


def test_it_is_missing_rather_than_empty_where_only_backups_are(
    path: Path, key: Key, clock: Clock
) -> None:
    fill(path, key, clock)
    files.sealed(path).unlink()
    assert inspection.examine(path).condition is Condition.MISSING
    for given in (key, None):
        with pytest.raises((DamagedData, NeedsPassphrase)):
            Store.open(path, key=given)
    assert not path.exists()


def test_a_backup_opens_a_profile_whose_file_is_gone_or_damaged(
    path: Path, key: Key, clock: Clock
) -> None:
    fill(path, key, clock)
    for damage in (b"", b"not this" * 40, None):
        if damage is None:
            files.sealed(path).unlink()
        else:
            files.sealed(path).write_bytes(damage)
        with pytest.raises(WrongPassphrase):
            vault.unlock_profile(files.sealed(path), "another")
        assert vault.unlock_profile(files.sealed(path), PHRASE) == key
        with pytest.raises(DamagedData):
            Store.open(path, key=key)
        newest = files.backup_files(files.sealed(path))[0]
        backups.restore(files.sealed(path), newest, now=clock, key=key)
        with Store.open(path, key=key) as store:
            assert store.run_count() == 2
        clock.go(days=1)


# Putting a passphrase on, taking it off, changing it


def test_a_passphrase_put_on_leaves_nothing_in_the_open(
    path: Path, home: Path, key: Key, clock: Clock
) -> None:
    fill(path, None, clock)
    path.with_name("progress.db.unreadable-20260101T000000Z").write_text(WORDS)
    store = Store.open(path, now=clock)
    play(store, "late", words=WORDS)
    locking.lock(store.database, key)
    assert in_the_open(home) == []
    assert store.path == files.sealed(path)
    play(store, "later", words=WORDS)
    assert in_the_open(home) == []
    store.close()
    with Store.open(path, now=clock, key=key) as store:
        assert [one.run for one in store.runs()] == ["later", "late", "second-run", "first-run"]
        assert store.run("first-run").notes


def test_what_was_being_written_is_gone_with_the_next_opening(
    path: Path, home: Path, key: Key, clock: Clock
) -> None:
    fill(path, key, clock)
    kept = path.parent / "backups" / "progress-20260101T000000Z.db.new"
    for left in (path.with_name("progress.db.new"), path.with_name("progress.sealed.new"), kept):
        left.write_text(WORDS)
    Store.open(path, key=key).close()
    assert in_the_open(home) == []
    with Store.open(path, key=key) as store:
        locking.unlock(store.database)
    path.with_name("progress.sealed.new").write_text(WORDS)
    Store.open(path).close()
    assert not list(path.parent.rglob("*.sealed*"))


def test_a_passphrase_taken_off_leaves_nothing_sealed(path: Path, key: Key, clock: Clock) -> None:
    fill(path, key, clock)
    store = Store.open(path, now=clock, key=key)
    locking.unlock(store.database)
    play(store, "later")
    store.close()
    with Store.open(path, now=clock) as store:
        assert [one.run for one in store.runs()] == ["later", "second-run", "first-run"]
    assert not [one for one in path.parent.rglob("*sealed*")]


def test_a_plain_file_that_somebody_put_there_is_kept_aside(
    path: Path, key: Key, clock: Clock
) -> None:
    fill(path, key, clock)
    other = path.parent.parent / "b" / "progress.db"
    fill(other, None, clock)
    shutil.copy(other, path)
    with Store.open(path, key=key) as store:
        assert store.what_goes("second-run").aside == 1
        [aside] = files.all_kept_aside(path)
        assert aside.read_bytes() == other.read_bytes()
        assert not path.exists()
        store.delete_run("second-run")
        assert not aside.exists()


def test_a_passphrase_that_was_being_taken_off_is_off(path: Path, key: Key, clock: Clock) -> None:
    fill(path, key, clock)
    before = bytes_below(path.parent)
    with Store.open(path, key=key) as store:
        locking.unlock(store.database)
    for name, content in before.items():
        if name.endswith(".sealed"):
            files.private_folder(path.parent)
            (path.parent / name).write_bytes(content)
    assert files.is_sealed(path)
    files.mark_erasing(files.sealed(path))
    assert not files.is_sealed(path)
    with Store.open(path) as store:
        assert store.run_count() == 2
    assert not list(path.parent.rglob("*.sealed*"))


def test_a_passphrase_that_cannot_be_put_on_or_off_leaves_all_as_it_was(
    path: Path, key: Key, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "no room")

    for given, act in ((None, lambda data: locking.lock(data, key)), (key, locking.unlock)):
        mine = path.parent.parent / str(given is None) / "progress.db"
        fill(mine, given, clock)
        with Store.open(mine, key=given) as store:
            with monkeypatch.context() as patched:
                patched.setattr(files, "sync", full)
                with pytest.raises(NoRoom):
                    act(store.database)
            play(store, "three")
        assert files.is_sealed(mine) == bool(given)
        with Store.open(mine, key=given) as store:
            assert store.run_count() == 3


def test_a_changed_passphrase_opens_everything_and_the_old_one_nothing(
    path: Path, key: Key, clock: Clock
) -> None:
    fill(path, key, clock)
    new = vault.new_key("another")
    with Store.open(path, now=clock, key=key) as store:
        locking.change(store.database, new)
        play(store, "three")
        assert [one.runs for one in store.backups()] == [2, 1]
    for file in (files.sealed(path), *files.backup_files(files.sealed(path))):
        assert vault.is_of(file, new)
        assert not vault.is_of(file, key)
    with Store.open(path, key=new) as store:
        assert store.run_count() == 3


def test_a_change_that_was_cut_off_is_finished(
    path: Path, key: Key, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path, key, clock)
    new = vault.new_key("another")
    put = files.put_in_place

    def put_no_backup(one: Path, where: Path) -> None:
        if where.parent.name == "backups":
            raise OSError(errno.EIO, "gone")
        put(one, where)

    with Store.open(path, now=clock, key=key) as store, monkeypatch.context() as patched:
        patched.setattr(files, "put_in_place", put_no_backup)
        locking.change(store.database, new)
    kept = files.backup_files(files.sealed(path))
    assert all(vault.is_of(one, key) for one in kept)
    with Store.open(path, now=clock, key=new) as store:
        assert [one.runs for one in store.backups()] == [2, 1]
    assert not any(vault.is_of(one, key) for one in kept)


# Deleting


def test_a_deleted_run_is_gone_even_for_whoever_has_the_passphrase(
    path: Path, key: Key, clock: Clock
) -> None:
    fill(path, key, clock)
    with Store.open(path, now=clock, key=key) as store:
        assert store.what_goes("first-run").backups == 2
        store.delete_run("first-run")
        assert "keeps nothing of it" in erasing.look_again(store.database, "first-run")
        for file in (files.sealed(path), *files.backup_files(files.sealed(path))):
            data = file.read_bytes()
            box = vault._box(key, data[: vault._HEADER.size])
            bodies = [body for _n, _e, body in vault._records(data, box, path)]
            assert bodies
            assert not any(WORDS.encode() in body for body in bodies)
        assert [one.runs for one in store.backups()] == [1]
    with Store.open(path, key=key) as store:
        assert [one.run for one in store.runs()] == ["second-run"]


def test_a_backup_from_before_a_deleted_run_stays(path: Path, key: Key, clock: Clock) -> None:
    fill(path, key, clock)
    with Store.open(path, now=clock, key=key) as store:
        early = store.backups()[-1]
        assert store.what_goes("second-run").backups == 1
        store.delete_run("second-run")
        assert early in store.backups()


def test_everything_deleted_leaves_an_empty_sealed_profile(
    path: Path, key: Key, clock: Clock
) -> None:
    fill(path, key, clock)
    with Store.open(path, now=clock, key=key) as store:
        store.delete_all()
        assert "keeps nothing of it" in erasing.look_again(store.database)
        assert (store.run_count(), store.backups()) == (0, [])
        play(store, "new")
    with Store.open(path, key=key) as store:
        assert store.run_count() == 1
    assert not path.exists()


def test_looking_again_finds_what_is_left(
    path: Path, key: Key, clock: Clock, tmp_path: Path
) -> None:
    for given in (None, key):
        mine = tmp_path / str(given is None) / "progress.db"
        fill(mine, given, clock)
        with Store.open(mine, now=clock, key=given) as store:
            play(store, "not-in-a-backup")
            for what in ("first-run", "not-in-a-backup", ""):
                with pytest.raises(KeepingError):
                    erasing.look_again(store.database, what)
            kept = next(iter(files.backup_files(files.of(mine, given))))
            aside = shutil.copy(kept, tmp_path / "copy")
            store.delete_run("first-run")
            shutil.copy(aside, kept)
            with pytest.raises(KeepingError) as told:
                erasing.look_again(store.database, "first-run")
            assert str(kept) in told.value.details
            store.delete_all()
            erasing.look_again(store.database)
            shutil.copy(aside, kept)
            with pytest.raises(KeepingError):
                erasing.look_again(store.database)


def test_looking_again_finds_what_lies_across_two_pieces_of_a_large_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as store:
        play(store, "another-run")
        files.private_folder(files.backups_folder(path))
        planted = files.backups_folder(path) / "progress-20260101T000000Z.db"
        for size in (7, 64, 1000):
            monkeypatch.setattr(erasing, "_PIECE", size)
            planted.write_bytes(b"." * 1003 + b"first-run-1" + b"." * 50)
            with pytest.raises(KeepingError):
                erasing.look_again(store.database, "first-run-1")
            planted.write_bytes(b"." * 1003 + b"first-run-2" + b"." * 50)
            erasing.look_again(store.database, "first-run-1")
        # Too large to be taken into memory: then there is not one free page.
        monkeypatch.setattr(erasing, "_LARGE", 0)
        erasing.look_again(store.database, "first-run-1")
        with store.writing() as connection:
            connection.execute("CREATE TABLE big (x)")
            connection.execute("INSERT INTO big VALUES (zeroblob(50000))")
            connection.execute("DROP TABLE big")
        with pytest.raises(KeepingError):
            erasing.look_again(store.database, "first-run-1")


# Killed

WRITES = """
import sys
from pathlib import Path
from tests.progress.examples import decided, place, steps
from tests.progress.test_sealed import PHRASE, WORDS
from trainer.practice.recorder import Began
from trainer.progress import files
from trainer.progress.sealed import sealed, vault
from trainer.progress.store import Store
sealed._MUCH = 300_000
path, run = Path(sys.argv[1]), sys.argv[2]
store = Store.open(path, key=vault.unlock(files.sealed(path), PHRASE))
store.record(Began(), place(run))
step = 0
while True:
    at = place(run, steps=steps(min(step + 1, 30)), scene=f"at-{step}")
    store.record(decided(step, words=f"{WORDS} {run} {step} " + "words " * (step % 400)), at)
    print(step, flush=True)
    step += 1
    if step % 20 == 0:
        store.backup()
"""

LOCKS = """
import sys
from pathlib import Path
from tests.progress.test_sealed import PHRASE
from trainer.progress import files
from trainer.progress.sealed import locking, vault
from trainer.progress import stretching
from trainer.progress.store import Store
path = Path(sys.argv[1])
if files.is_sealed(path):
    store = Store.open(path, key=vault.unlock(files.sealed(path), PHRASE))
    print("open", flush=True)
    locking.unlock(store.database)
else:
    stretching.WORK, stretching.MEMORY = 1, 8 * 1024**2
    key = vault.new_key(PHRASE)
    store = Store.open(path)
    print("open", flush=True)
    locking.lock(store.database, key)
print("done", flush=True)
"""


def kill_while_writing(path: Path, home: Path, key: Key, times: int, chance: random.Random) -> None:
    Store.open(path, key=key).close()
    acknowledged: dict[str, int] = {}
    for number in range(times):
        run = f"run-{number}"
        told = children.killed(WRITES, path, run, chance.randint(1, 45))
        acknowledged[run] = children.last_number(told)
        assert in_the_open(home) == []
    with Store.open(path, key=key) as store:
        assert store.run_count() == times
        for run, last in acknowledged.items():
            kept = [one.decided for one in store.run(run).decisions]
            assert len(kept) in (last + 1, last + 2), "what was acknowledged, or one more"
            assert all(one.words.startswith(f"{WORDS} {run} {one.step} ") for one in kept)
        assert all(one.runs is not None for one in store.backups())


def kill_while_locking(path: Path, home: Path, times: int, chance: random.Random) -> None:
    with Store.open(path) as store:
        for number in range(20):
            play(store, f"run-{number}", words=WORDS * 200)
        store.backup()
    for _ in range(times):
        was_sealed = files.is_sealed(path)
        child = children.start(LOCKS, path)
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        try:
            child.wait(chance.uniform(0, 0.05))
        except Exception:
            child.kill()
        said = child.communicate(timeout=60)[0]
        key = vault.unlock(files.sealed(path), PHRASE) if files.is_sealed(path) else None
        assert "done" not in said or (key is None) == was_sealed
        with Store.open(path, key=key) as store:
            assert store.run_count() == 20
            assert store.run("run-7").decisions[0].decided.words == WORDS * 200
        if key is not None:
            assert in_the_open(home) == []
        else:
            assert not list(path.parent.rglob("*.sealed*"))


def test_kills_while_writing(path: Path, home: Path, key: Key) -> None:
    kill_while_writing(path, home, key, 3, random.Random(5))


@pytest.mark.soak
def test_kills_while_locking(path: Path, home: Path) -> None:
    kill_while_locking(path, home, 4, random.Random(5))


@pytest.mark.soak
def test_many_kills_while_writing(path: Path, home: Path, key: Key, short: bool) -> None:
    kill_while_writing(path, home, key, 20 if short else 100, random.Random(os.urandom(8)))


@pytest.mark.soak
def test_many_kills_while_locking(path: Path, home: Path, short: bool) -> None:
    kill_while_locking(path, home, 20 if short else 100, random.Random(os.urandom(8)))
