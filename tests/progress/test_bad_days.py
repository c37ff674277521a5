"""Each bad day has a message of its own, and nothing is lost on it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.progress import children
from tests.progress.examples import decided, place, play
from trainer.errors import (
    DamagedData,
    HeldElsewhere,
    KeepingError,
    NewerData,
    NoRoom,
    ReadOnlyPlace,
)
from trainer.practice.recorder import Began
from trainer.progress import backups, bad_days, connecting, files
from trainer.progress.export.export import Form
from trainer.progress.lock import ProfileLock, is_held
from trainer.progress.migrations import APPLICATION_ID, LATEST
from trainer.progress.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

needs_root = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount"
)

NEWER = f"""
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("PRAGMA user_version = {LATEST + 1}")
if sys.argv[2] == "killed":
    os._exit(0)
connection.close()
"""

OPENS = """
import sys
from pathlib import Path
from trainer.errors import KeepingError
from trainer.progress.store import Store
try:
    Store.open(Path(sys.argv[1])).close()
except KeepingError as error:
    print(type(error).__name__)
else:
    print("opened")
"""

HOLDS = """
import sys
from pathlib import Path
from trainer.progress.store import Store
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read() if len(sys.argv) > 2 else __import__("time").sleep(60)
"""


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the lock, which holds nothing."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def refused(path: Path, kind: type[KeepingError]) -> KeepingError:
    """Open a history that must be refused as this kind, and be left as it is."""
    before = bytes_below(path.parent)
    with pytest.raises(kind) as told:
        Store.open(path)
    assert type(told.value) is kind
    assert told.value.what
    assert told.value.safe
    assert told.value.next_step
    assert bytes_below(path.parent) == before
    assert not is_held(path)
    return told.value


@pytest.fixture
def filled(path: Path) -> Path:
    """A history of a few runs that nobody has open."""
    with Store.open(path) as store:
        for number in range(20):
            play(store, f"run-{number}", words="some words " * 20)
    return path


# Missing


def test_a_missing_folder_is_made_anew(path: Path) -> None:
    with Store.open(path) as store:
        play(store)
    assert path.is_file()


def test_a_missing_file_with_backups_is_not_replaced_by_an_empty_one(filled: Path) -> None:
    filled.unlink()
    told = refused(filled, DamagedData)
    assert "no longer in its place" in told.what
    backups.restore(filled, files.backup_files(filled)[0])
    with Store.open(filled) as store:
        assert store.run_count() == 20


def test_a_log_without_its_database_is_kept_aside(path: Path) -> None:
    """A log that belongs to another file must never be played into a new one."""
    path.parent.mkdir(parents=True)
    files.write_ahead_log(path).write_bytes(b"left behind")
    with Store.open(path) as store:
        play(store)
    (aside,) = files.kept_aside(path)
    assert aside.read_bytes() == b"left behind"


# Empty, damaged, foreign, newer


def test_an_empty_file_is_not_taken_for_a_new_one(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    refused(path, DamagedData)


@pytest.mark.parametrize("damage", ["no database", "SQLite format 3\0", "SQLite"])
def test_a_file_that_is_no_database(path: Path, damage: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(damage.encode() * 3)
    refused(path, DamagedData)


def test_a_database_of_something_else(path: Path) -> None:
    path.parent.mkdir(parents=True)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    refused(path, DamagedData)


def test_a_damaged_header(filled: Path) -> None:
    with filled.open("r+b") as file:
        file.write(b"\xff" * 16)
    refused(filled, DamagedData)


def test_a_file_that_was_cut_off(filled: Path) -> None:
    os.truncate(filled, filled.stat().st_size // 2)
    refused(filled, DamagedData)


def test_a_damaged_schema(filled: Path) -> None:
    with filled.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)
    refused(filled, DamagedData)


def test_damage_found_on_the_way_is_told(filled: Path) -> None:
    size = filled.stat().st_size
    with filled.open("r+b") as file:
        for page in range(4096 * 3, size, 4096):
            file.seek(page)
            file.write(b"\xff" * 2000)
    with pytest.raises(DamagedData):
        Store.open(filled).run("run-3")


def test_damage_after_a_kill_is_found_when_opening(filled: Path) -> None:
    """What a crash of the machine may tear is checked before anything is added."""
    child = children.start(HOLDS, filled)
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    children.stop(child)
    log = files.write_ahead_log(filled)
    if not log.exists() or not log.stat().st_size:
        log.write_bytes(b"\0" * 32)
    with filled.open("r+b") as file:
        file.seek(4096 * 10)
        file.write(b"\xff" * 4096)
    with pytest.raises(DamagedData):
        Store.open(filled)


@pytest.mark.parametrize("how", ["closed", "killed"])
def test_a_newer_history_is_not_touched(filled: Path, how: str) -> None:
    """Also where the newer version was killed, and its mark is only in the log."""
    children.said(NEWER, filled, how)
    assert files.write_ahead_log(filled).exists() == (how == "killed")
    refused(filled, NewerData)


def test_starting_anew_keeps_what_could_not_be_read(filled: Path) -> None:
    filled.write_bytes(b"damaged")
    aside = backups.set_aside(filled)
    assert aside is not None
    assert aside.read_bytes() == b"damaged"
    with Store.open(filled) as store:
        assert store.run_count() == 0
        assert len(store.backups()) == 1


def test_starting_anew_twice_keeps_both(path: Path) -> None:
    path.parent.mkdir(parents=True)
    for content in (b"one", b"two"):
        path.write_bytes(content)
        files.write_ahead_log(path).write_bytes(content)
        backups.set_aside(path)
    assert sorted(one.read_bytes() for one in files.kept_aside(path)) == [
        b"one", b"one", b"two", b"two",
    ]  # fmt: skip
    path.unlink()
    assert backups.set_aside(path) is None
    with Store.open(path) as store:
        assert store.run_count() == 0


# Held by another


def test_a_second_instance_is_told_at_once(filled: Path) -> None:
    with Store.open(filled) as store:
        assert is_held(filled)
        assert children.said(OPENS, filled) == "HeldElsewhere"
        with pytest.raises(HeldElsewhere):
            Store.open(filled)
        with pytest.raises(HeldElsewhere):
            backups.set_aside(filled)
        with pytest.raises(HeldElsewhere):
            backups.restore(filled, files.backup_files(filled)[0])
        play(store, "still-works")
    assert children.said(OPENS, filled) == "opened"


def test_a_killed_holder_lets_go(filled: Path) -> None:
    child = children.start(HOLDS, filled)
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    with pytest.raises(HeldElsewhere):
        Store.open(filled)
    children.stop(child)
    with Store.open(filled) as store:
        assert store.run_count() == 20


def test_something_else_in_the_database_is_told_as_held(filled: Path) -> None:
    connection = sqlite3.connect(filled, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(HeldElsewhere):
            Store.open(filled)
    finally:
        connection.close()
    assert not is_held(filled)


def test_the_lock_is_free_after_a_failed_start(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    with pytest.raises(DamagedData):
        Store.open(path)
    with ProfileLock(path):
        assert is_held(path)
    assert not is_held(path)


def test_nobody_holds_what_is_not_there(path: Path) -> None:
    assert not is_held(path)


# Nowhere to write


def test_a_file_where_the_folder_should_be(path: Path) -> None:
    path.parent.parent.mkdir(parents=True)
    path.parent.write_text("in the way")
    with pytest.raises(ReadOnlyPlace):
        Store.open(path)


@pytest.mark.parametrize("exists", [True, False])
def test_a_folder_that_may_not_be_written(filled: Path, exists: bool) -> None:
    """Run as somebody without rights, also where the tests themselves run as root."""
    folder = Path(tempfile.mkdtemp())
    try:
        if exists:
            shutil.copyfile(filled, folder / "progress.db")
        folder.chmod(0o555)
        drop = "import os, trainer.progress.store\nif os.geteuid() == 0: os.setuid(65534)\n"
        child = children.said(drop + OPENS, folder / "progress.db")
        assert child == "ReadOnlyPlace"
        assert sorted(os.listdir(folder)) == (["progress.db"] if exists else [])
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


# A full disk


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of its own for a while; skips where none may be mounted."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(folder)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(store: Store, first: int = 0) -> int:
    """Decide until there is no room; give how many decisions were kept then."""
    kept = first
    try:
        while True:
            store.record(decided(kept, words="y" * 9000), place(scene=f"at-{kept}"))
            kept += 1
    except NoRoom:
        return kept


def test_a_full_database_keeps_what_it_has(store: Store) -> None:
    play(store, words="x" * 2000)
    connection = store._database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    kept = fill(store, first=2)
    assert kept > 2
    assert len(store.run("run-1").decisions) == kept
    assert store.place("run-1").scene == f"at-{kept - 1}"
    connection.execute("PRAGMA max_page_count = 100000")
    store.record(decided(99), place())


@needs_root
def test_a_full_disk_keeps_what_it_has(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1000) as disk:
        path = disk / "profile" / "progress.db"
        with Store.open(path) as store:
            store.record(Began(), place())
            kept = fill(store)
            assert kept > 10
            assert len(store.run("run-1").decisions) == kept
            with pytest.raises(NoRoom):
                store.backup()
            with pytest.raises(NoRoom):
                store.export(disk / "out.json", Form.JSON)
            assert not (disk / "out.json").exists()
            # Room that is made is used again, and what was kept is still there.
            store.delete_all()
            play(store)
        with Store.open(path) as store:
            assert len(store.run("run-1").decisions) == 2


@needs_root
def test_a_disk_that_is_full_from_the_start(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 40) as disk:
        (disk / "filler").write_bytes(b"x" * 36 * 1024)
        path = disk / "profile" / "progress.db"
        with pytest.raises(NoRoom):
            Store.open(path)
        assert not path.exists()
        (disk / "filler").unlink()


@needs_root
def test_a_run_deleted_on_a_full_disk_is_finished_later(tmp_path: Path) -> None:
    marker = "a-marker-of-mine"
    with small_disk(tmp_path / "disk", 2000) as disk:
        path = disk / "profile" / "progress.db"
        filler = disk / "filler"
        with Store.open(path) as store:
            play(store, "long", words="z" * 9000, decisions=5)
            play(store, "secret", words=marker)
            store._database.clear_log()
            # A little room is left: enough to delete the rows, not to rewrite the file.
            filler.write_bytes(b"x" * (shutil.disk_usage(disk).free - 180_000))
            with pytest.raises(NoRoom) as told:
                store.delete_run("secret")
            assert "deleted" in told.value.what
            assert store.run_count() == 1
        filler.unlink()
        with Store.open(path) as store:
            assert store.run_count() == 1
        assert not [file for file in disk.rglob("*") if file.is_file() and marker.encode() in
                    file.read_bytes()]  # fmt: skip


# The file goes while it is open


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move an open file")
@pytest.mark.parametrize("how", ["deleted", "replaced", "folder"])
def test_a_file_that_goes_while_open_is_noticed(filled: Path, how: str) -> None:
    """SQLite would go on writing into a file that nobody will find again."""
    store = Store.open(filled)
    if how == "deleted":
        filled.unlink()
    elif how == "replaced":
        filled.rename(filled.with_name("elsewhere.db"))
        shutil.copyfile(filled.with_name("elsewhere.db"), filled)
    else:
        shutil.rmtree(filled.parent)
    with pytest.raises(KeepingError) as told:
        store.record(Began(), place())
    assert "moved or deleted" in told.value.what
    store.close()


# What the disk says otherwise


def test_other_errors_of_the_disk_are_told(path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_READ"
    told = bad_days.from_sqlite(error, path)
    assert type(told) is KeepingError
    assert "SQLITE_IOERR_READ" in told.details
    assert type(bad_days.from_system(OSError(5, "I/O error"), path)) is KeepingError


def test_a_bug_stays_a_bug(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError), store._database.reading() as connection:
        connection.execute("SELECT nonsense")
    assert bad_days.from_sqlite(sqlite3.Error(), Path()) is None


def test_nothing_half_made_is_left_in_its_place(path: Path) -> None:
    """A kill while the database is made leaves none, rather than an empty one."""
    path.parent.mkdir(parents=True)
    new = files.beside(path)
    new.write_bytes(b"half")
    with Store.open(path) as store:
        play(store)
        assert not new.exists()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    connection.close()
    with pytest.raises(sqlite3.OperationalError):
        connecting.create(path.with_name("other.db"), (("nonsense",),))
    assert not path.with_name("other.db").exists()
